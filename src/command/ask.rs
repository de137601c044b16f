//! Questions to the person at the terminal: asked on standard error, so that what is printed stays apart.

use std::io::{self, BufRead, IsTerminal, Write};

use anyhow::{Result, bail};

use crate::text::escape_control_chars;

pub(crate) fn is_possible() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Asks until the answer can be used; an empty one is passed on too.
pub(crate) fn ask<T>(question: &str, read: impl Fn(&str) -> Result<T, String>) -> Result<T> {
    ask_through(&mut io::stdin().lock(), &mut io::stderr().lock(), question, read)
}

fn ask_through<T>(
    answers: &mut impl BufRead,
    questions: &mut impl Write,
    question: &str,
    read: impl Fn(&str) -> Result<T, String>,
) -> Result<T> {
    loop {
        write!(questions, "{} ", escape_control_chars(question))?;
        questions.flush()?;
        let mut answer = String::new();
        if answers.read_line(&mut answer)? == 0 {
            writeln!(questions)?;
            bail!("no answer");
        }
        match read(answer.trim()) {
            Ok(value) => return Ok(value),
            Err(why) => writeln!(questions, "  {}", escape_control_chars(&why))?,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_asked_until_its_answer_can_be_used() {
        let mut shown = Vec::new();
        let number = |answer: &str| answer.parse::<u32>().map_err(|_| "write a number".to_owned());
        let answer = ask_through(&mut "x\n 7 \n".as_bytes(), &mut shown, "How many?", number).unwrap();
        assert_eq!(answer, 7);
        assert_eq!(String::from_utf8(shown).unwrap(), "How many?   write a number\nHow many? ");
        assert!(ask_through(&mut "".as_bytes(), &mut Vec::new(), "How many?", number).is_err());
    }
}
