//! The program on a terminal, where it asks questions.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::program::{LONGEST, Ran, tool};

/// The end of input on a keyboard.
pub const END: &str = "\u{4}";

/// The program with a terminal for its input and its questions; standard output goes elsewhere.
pub struct Terminal {
    pub child: Child,
    keyboard: File,
    screen: Arc<Mutex<Vec<u8>>>,
    reader: JoinHandle<()>,
    /// The length of the screen up to the last question.
    seen: usize,
}

impl Terminal {
    pub fn run(folder: &Path, arguments: &[&str]) -> Self {
        Self::start(tool().current_dir(folder).args(arguments))
    }

    pub fn start(command: &mut Command) -> Self {
        let pair = rustix_openpty::openpty(None, None).unwrap();
        let keyboard = File::from(pair.controller);
        let screen = Arc::new(Mutex::new(Vec::new()));
        let (mut shown, kept) = (keyboard.try_clone().unwrap(), Arc::clone(&screen));
        let reader = thread::spawn(move || {
            let mut bytes = [0; 4096];
            // Reading fails when the terminal closes.
            while let Ok(count @ 1..) = shown.read(&mut bytes) {
                kept.lock().unwrap().extend_from_slice(&bytes[..count]);
            }
        });
        let child = command.stdin(pair.user.try_clone().unwrap()).stderr(pair.user).spawn().unwrap();
        // The command keeps the terminal open.
        command.stdin(Stdio::null()).stderr(Stdio::null());
        Self { child, keyboard, screen, reader, seen: 0 }
    }

    fn shown(&self) -> String {
        String::from_utf8(self.screen.lock().unwrap().clone()).unwrap().replace("\r\n", "\n")
    }

    /// Waits for a question after the last one.
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

    /// Types answers before the questions.
    pub fn type_ahead(&mut self, answers: &[&str]) {
        self.keyboard.write_all(answers.iter().map(|answer| format!("{answer}\n")).collect::<String>().as_bytes()).unwrap();
    }

    /// The result of the run; the screen takes the place of standard error.
    pub fn ended(mut self) -> Ran {
        let begin = Instant::now();
        while self.child.try_wait().unwrap().is_none() {
            assert!(begin.elapsed() < LONGEST, "still running:\n{}", self.shown());
            thread::sleep(Duration::from_millis(2));
        }
        let mut out = String::new();
        self.child.stdout.take().unwrap().read_to_string(&mut out).unwrap();
        let code = self.child.wait().unwrap().code().unwrap_or(-1);
        // The reader ends when the terminal closes, unless a program that started meanwhile inherited it.
        while !self.reader.is_finished() && begin.elapsed() < LONGEST {
            thread::sleep(Duration::from_millis(2));
        }
        let err = self.shown();
        assert!(!err.contains("panicked"), "{err}");
        Ran { code, out, err }
    }
}
