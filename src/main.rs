//! The command-line program; `mvp_check::main` has all of it.

fn main() -> std::process::ExitCode {
    mvp_check::main()
}
