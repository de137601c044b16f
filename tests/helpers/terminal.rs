//! The program at a terminal, where it asks.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use super::program::{LONGEST, Ran, tool};

/// The end of the input, as a keyboard sends it.
pub const END: &str = "\u{4}";

/// The program at a terminal: it reads from it and asks on it, and what it prints goes elsewhere.
pub struct Terminal {
    pub child: Child,
    keyboard: File,
    screen: Arc<Mutex<Vec<u8>>>,
    /// How much of the screen was looked at.
    seen: usize,
}

impl Terminal {
    /// Runs the program there.
    pub fn run(folder: &Path, arguments: &[&str]) -> Self {
        Self::start(tool().current_dir(folder).args(arguments))
    }

    /// Runs a command there.
    pub fn start(command: &mut Command) -> Self {
        let pair = rustix_openpty::openpty(None, None).unwrap();
        let keyboard = File::from(pair.controller);
        let screen = Arc::new(Mutex::new(Vec::new()));
        let (mut shown, kept) = (keyboard.try_clone().unwrap(), Arc::clone(&screen));
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            // It ends with an error where nobody writes any more.
            while let Ok(count @ 1..) = shown.read(&mut bytes) {
                kept.lock().unwrap().extend_from_slice(&bytes[..count]);
            }
        });
        let child = command.stdin(pair.user.try_clone().unwrap()).stderr(pair.user).spawn().unwrap();
        // The command would hold the terminal open.
        command.stdin(Stdio::null()).stderr(Stdio::null());
        Self { child, keyboard, screen, seen: 0 }
    }

    fn shown(&self) -> String {
        String::from_utf8(self.screen.lock().unwrap().clone()).unwrap().replace("\r\n", "\n")
    }

    /// Waits until something is asked below all that was answered.
    pub fn wait_for(&mut self, question: &str) {
        let begin = Instant::now();
        loop {
            let shown = self.shown();
            if let Some(at) = shown[self.seen..].find(question) {
                self.seen += at + question.len();
                return;
            }
            assert!(begin.elapsed() < LONGEST, "not asked: {question}\n{shown}");
            thread::sleep(Duration::from_millis(2));
        }
    }

    pub fn answer(&mut self, question: &str, answer: &str) -> &mut Self {
        self.wait_for(question);
        let line_end = if answer == END { "" } else { "\n" };
        self.keyboard.write_all(format!("{answer}{line_end}").as_bytes()).unwrap();
        self
    }

    /// Answers before anything is asked: what is typed waits.
    pub fn type_ahead(&mut self, answers: &[&str]) {
        self.keyboard.write_all(answers.iter().map(|answer| format!("{answer}\n")).collect::<String>().as_bytes()).unwrap();
    }

    /// How it ended; what stood on the terminal is what it told.
    pub fn ended(mut self) -> Ran {
        let begin = Instant::now();
        while self.child.try_wait().unwrap().is_none() {
            assert!(begin.elapsed() < LONGEST, "still running:\n{}", self.shown());
            thread::sleep(Duration::from_millis(2));
        }
        let mut out = String::new();
        self.child.stdout.take().unwrap().read_to_string(&mut out).unwrap();
        let code = self.child.wait().unwrap().code().unwrap_or(-1);
        // What was written last may still be on its way.
        thread::sleep(Duration::from_millis(20));
        let err = self.shown();
        assert!(!err.contains("panicked"), "{err}");
        Ran { code, out, err }
    }
}
