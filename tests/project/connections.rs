//! The program can open no connection: it uses no system function that does.

use std::collections::BTreeSet;
use std::hint::black_box;
use std::net::{SocketAddr, TcpStream, ToSocketAddrs as _};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::{fs, io};

use crate::helpers::program::{run, tool};

/// C functions that open a connection, wait for one, or send data to another machine.
const OPENING: [&str; 10] =
    ["socket", "connect", "getaddrinfo", "gethostbyname", "bind", "listen", "accept", "accept4", "sendto", "sendmsg"];

/// The undefined symbols of a 64-bit ELF program: what it uses from system libraries.
fn imports(program: &Path) -> BTreeSet<String> {
    const DYNAMIC_SYMBOLS: usize = 11;
    let bytes = fs::read(program).unwrap();
    assert!(bytes.starts_with(b"\x7fELF\x02\x01"), "{} is not a 64-bit little-endian program", program.display());
    let number = |at: usize, size: usize| bytes[at..at + size].iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte));
    let section = |index: usize| number(0x28, 8) + index * 0x40;
    let mut sections = (0..number(0x3c, 2)).map(section);
    let symbols = sections.find(|at| number(at + 4, 4) == DYNAMIC_SYMBOLS).expect("the program is linked dynamically");
    let names = number(section(number(symbols + 0x28, 4)) + 0x18, 8);
    let name = |at: usize| {
        let bytes = bytes[names + number(at, 4)..].iter().copied().take_while(|byte| *byte != 0);
        String::from_utf8(bytes.collect()).unwrap()
    };
    let (start, size) = (number(symbols + 0x18, 8), number(symbols + 0x20, 8));
    (start..start + size).step_by(0x18).filter(|at| number(at + 6, 2) == 0).map(name).collect()
}

#[test]
fn a_program_that_opens_connections_is_recognised() {
    // Linked into this test, and never called.
    let connect: fn(SocketAddr) -> io::Result<TcpStream> = TcpStream::connect;
    let look_up = |name: &str| name.to_socket_addrs().map(|found| found.count());
    black_box((connect, look_up as fn(&str) -> io::Result<usize>));
    let imports = imports(&std::env::current_exe().unwrap());
    assert!(["socket", "connect", "getaddrinfo"].iter().all(|name| imports.contains(*name)), "{imports:?}");
}

#[test]
fn the_program_opens_no_connection() {
    let tool = tool();
    let imports = imports(Path::new(tool.get_program()));
    assert!(["read", "write"].iter().all(|name| imports.contains(*name)), "{imports:?}");
    let opening: Vec<&&str> = OPENING.iter().filter(|name| imports.contains(**name)).collect();
    assert!(opening.is_empty(), "{opening:?}");
}

#[test]
fn the_name_of_the_file_never_changes_the_help() {
    let ran = run(tool().arg0("mvp-check.exe").args(["forecast", "--help"]));
    assert!(ran.out.contains("Usage: mvp-check forecast ") && !ran.out.contains(".exe"), "{ran:#?}");
}
