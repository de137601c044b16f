//! A run of the program with a limit on memory.

use std::io::{Read, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::helpers::payloads::is_raw;
use crate::helpers::program::{LONGEST, tool};

/// KiB of addresses that a run may have, 1 GiB: hostile profiles of 4 MB peak at about 300 MB, sources of 64 MiB at about twice as much, and
/// what would grow with what an archive or an entity unpacks to needs far more.
#[cfg(target_os = "linux")]
const MOST_MEMORY: u64 = 1 << 20;
/// What a run of the program that people run may take.
const SECOND: Duration = Duration::from_secs(1);

/// How a run ended.
pub struct Trial {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
    pub took: Duration,
    is_hung: bool,
    is_text: bool,
}

/// The program with its arguments in a folder, kept within its memory where the system can do that.
fn guarded(folder: &Path, arguments: &[String]) -> Command {
    let plain = tool();
    #[cfg(target_os = "linux")]
    let mut command = {
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(format!("ulimit -v {MOST_MEMORY} && exec \"$0\" \"$@\"")).arg(plain.get_program());
        for (name, value) in plain.get_envs() {
            match value {
                Some(value) => shell.env(name, value),
                None => shell.env_remove(name),
            };
        }
        shell
    };
    #[cfg(not(target_os = "linux"))]
    let mut command = plain;
    command.args(arguments).current_dir(folder).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn drained(mut stream: impl Read + Send + 'static) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        bytes
    })
}

/// Runs the program, with bytes on standard input where they are given.
pub fn trial(folder: &Path, arguments: &[String], input: Option<&[u8]>) -> Trial {
    let first = once(folder, arguments, input);
    // Another program may have been in the way: what is slow is slow again.
    let again = |slow: Trial| if slow.is_slow() { once(folder, arguments, input) } else { slow };
    again(again(first))
}

fn once(folder: &Path, arguments: &[String], input: Option<&[u8]>) -> Trial {
    let begin = Instant::now();
    let mut command = guarded(folder, arguments);
    let mut child = command.stdin(if input.is_some() { Stdio::piped() } else { Stdio::null() }).spawn().unwrap();
    let (out, err) = (drained(child.stdout.take().unwrap()), drained(child.stderr.take().unwrap()));
    if let Some(input) = input {
        // The program may refuse before it has read everything.
        let _ = child.stdin.take().unwrap().write_all(input);
    }
    let (code, worked) = ended(&mut child, begin);
    let took = begin.elapsed().min(worked.unwrap_or(Duration::MAX));
    let [out, err] = [out, err].map(|stream| String::from_utf8(stream.join().unwrap()));
    let is_text = out.is_ok() && err.is_ok();
    let [out, err] = [out, err].map(|text| text.unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()));
    Trial { code: code.unwrap_or_default(), out, err, took, is_hung: code.is_none(), is_text }
}

/// The exit code, `None` within for a signal; `None` for what does not end. And the time of the processors, where the system tells it: that
/// of the clock is also other programs' work.
fn ended(child: &mut Child, begin: Instant) -> (Option<Option<i32>>, Option<Duration>) {
    let mut worked = None;
    loop {
        worked = processor_time(child.id()).or(worked);
        if let Some(status) = child.try_wait().unwrap() {
            return (Some(status.code()), worked);
        }
        if begin.elapsed() > LONGEST {
            child.kill().unwrap();
            child.wait().unwrap();
            return (None, worked);
        }
        thread::sleep(Duration::from_millis(1));
    }
}

/// What a process has worked so far, all its threads together; to be asked before it is waited for.
fn processor_time(process: u32) -> Option<Duration> {
    /// Linux counts in hundredths of a second.
    const TICK: Duration = Duration::from_millis(10);
    /// Behind the name of the program in brackets: where the two numbers stand.
    const USER: usize = 12;
    const SYSTEM: usize = 13;
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split(' ').collect();
    let ticks: u32 = fields.get(USER)?.parse::<u32>().ok()? + fields.get(SYSTEM)?.parse::<u32>().ok()?;
    Some(TICK * ticks)
}

impl Trial {
    fn is_slow(&self) -> bool {
        std::env::var_os("MVP_CHECK_PROGRAM").is_some() && self.took > SECOND
    }

    /// What no run may do.
    pub fn faults(&self) -> Vec<String> {
        let memory = ["memory allocation", "Cannot allocate memory", "out of memory"];
        let raw = |text: &str| text.chars().find(|it| is_raw(*it)).map(|it| it.escape_unicode().to_string());
        let faults = [
            (self.is_hung, "hangs".to_owned()),
            (!self.is_hung && !matches!(self.code, Some(0..=2)), format!("ends with {:?}: a panic or a signal", self.code)),
            (self.err.contains("panicked"), "panics".to_owned()),
            (memory.iter().any(|word| self.err.contains(word)), "takes more memory than it may".to_owned()),
            (self.is_slow(), format!("takes {:?}", self.took)),
            (!self.is_text, "writes what is no UTF-8".to_owned()),
            (raw(&self.out).is_some(), format!("writes {:?} raw to standard output", raw(&self.out))),
            (raw(&self.err).is_some(), format!("writes {:?} raw to standard error", raw(&self.err))),
            (self.code == Some(2) && self.err.is_empty(), "refuses and says nothing".to_owned()),
        ];
        faults.into_iter().filter(|(is_so, _)| *is_so).map(|(_, what)| what).collect()
    }
}
