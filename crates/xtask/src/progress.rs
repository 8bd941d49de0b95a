//! Runs a program and says how it goes: quietly in one line, or with all its output.

use crate::failure::{During, Failure, Outcome};
use crate::process::{Process, program_name};
use std::collections::VecDeque;
use std::io::{BufRead, BufReader, IsTerminal, PipeReader, Write};
use std::process::Command;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How often a line is redrawn on a terminal.
const REDRAW: Duration = Duration::from_millis(200);
/// How often a line is written where it stays, in a log.
const REMIND: Duration = Duration::from_secs(30);
/// How long output may still come once the program has ended: what it started may hold the pipe.
const DRAIN: Duration = Duration::from_secs(1);
/// How much of a failed program's output is shown.
const TAIL: usize = 200;
const WIDTH: usize = 79;

/// Runs a program, showing `what` ("Building the console"), the seconds and its last line. Its output is shown
/// only when it fails.
pub fn run(what: &str, command: &mut Command) -> Outcome {
    let mut line = StatusLine::new(what);
    let mut tail = VecDeque::new();
    let success = follow(command, |event| match event {
        Event::Line(text) => {
            if tail.len() == TAIL {
                tail.pop_front();
            }
            text.trim().clone_into(&mut line.detail);
            tail.push_back(text);
        }
        Event::Tick => line.update(),
    });
    match success {
        Ok(true) => {
            line.finish("done");
            Ok(())
        }
        Ok(false) => {
            line.finish("failed");
            Err(explain(what, &Vec::from(tail)))
        }
        Err(failure) => {
            line.finish("failed");
            Err(failure)
        }
    }
}

/// Runs a program, showing all its output, and gives that output and whether the program succeeded.
pub fn show(command: &mut Command) -> Outcome<(String, bool)> {
    let mut output = String::new();
    let success = follow(command, |event| {
        if let Event::Line(text) = event {
            println!("{text}");
            output.push_str(&text);
            output.push('\n');
        }
    })?;
    Ok((output, success))
}

/// Runs a program that answers at once, and gives its output where it succeeds.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(std::process::Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

enum Event {
    Line(String),
    Tick,
}

fn follow(command: &mut Command, mut on: impl FnMut(Event)) -> Outcome<bool> {
    let name = program_name(command);
    let (reader, writer) = std::io::pipe().during(&name)?;
    command.stdout(writer.try_clone().during(&name)?).stderr(writer);
    let process = Process::start(command)?;
    // The command still holds the pipe's writing ends; without them the pipe closes when the program does.
    command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
    let lines = lines_of(reader);
    let mut ended = None;
    loop {
        match lines.recv_timeout(REDRAW) {
            Ok(line) => on(Event::Line(line)),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        on(Event::Tick);
        if ended.is_none() && process.ended()?.is_some() {
            ended = Some(Instant::now());
        }
        if ended.is_some_and(|ended| ended.elapsed() > DRAIN) {
            break;
        }
    }
    Ok(process.wait()?.success())
}

fn lines_of(reader: PipeReader) -> Receiver<String> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let mut reader = BufReader::new(reader);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line).is_ok_and(|length| length > 0) {
            let text = String::from_utf8_lossy(&line).trim_end().to_owned();
            line.clear();
            if sender.send(text).is_err() {
                return;
            }
        }
    });
    receiver
}

/// One line that tells how long something takes: redrawn on a terminal, repeated sparsely in a log.
struct StatusLine<'a> {
    what: &'a str,
    detail: String,
    started: Instant,
    written: Instant,
    redraws: bool,
}

impl<'a> StatusLine<'a> {
    fn new(what: &'a str) -> Self {
        let now = Instant::now();
        let line = Self {
            what,
            detail: String::new(),
            started: now,
            written: now,
            redraws: std::io::stdout().is_terminal(),
        };
        if line.redraws {
            Self::draw(&format!("{what} …"));
        } else {
            println!("{what} …");
        }
        line
    }

    fn update(&mut self) {
        let pause = if self.redraws { REDRAW } else { REMIND };
        if self.written.elapsed() < pause {
            return;
        }
        self.written = Instant::now();
        let text = format!("{} … {} s  {}", self.what, self.started.elapsed().as_secs(), self.detail);
        if self.redraws {
            Self::draw(&text);
        } else {
            println!("{text}");
        }
    }

    fn finish(&self, how: &str) {
        let text = format!("{} … {how} ({} s)", self.what, self.started.elapsed().as_secs());
        if self.redraws {
            Self::draw(&text);
            println!();
        } else {
            println!("{text}");
        }
    }

    /// Writes over the line. A terminal that has gone away is no reason to stop.
    fn draw(text: &str) {
        let text: String = text.chars().take(WIDTH).collect();
        print!("\r\u{1b}[2K{text}");
        let _ = std::io::stdout().flush();
    }
}

/// What programs print when no registry answers.
const NO_NETWORK: [&str; 9] = [
    "Could not resolve host",
    "Couldn't resolve host",
    "Could not resolve hostname",
    "Temporary failure in name resolution",
    "Temporary failure resolving",
    "failed to download from",
    "download of config.json failed",
    "ENOTFOUND",
    "EAI_AGAIN",
];

fn explain(what: &str, output: &[String]) -> Failure {
    if output.iter().any(|line| NO_NETWORK.iter().any(|sign| line.contains(sign))) {
        return Failure::new(format!(
            "{what} needs the network, and a package registry cannot be reached. Connect and run this again."
        ));
    }
    for line in output {
        println!("{line}");
    }
    Failure::new(format!("{what} failed; its output is above."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn both_outputs_are_shown_and_given_in_order() {
        let (output, success) = show(&mut shell("echo one; echo two >&2; echo three")).unwrap();
        assert_eq!(output, "one\ntwo\nthree\n");
        assert!(success);
    }

    #[test]
    fn a_failed_program_is_told_from_one_that_succeeded() {
        assert!(!show(&mut shell("exit 1")).unwrap().1);
        assert!(run("Failing", &mut shell("exit 1")).is_err());
        assert!(run("Succeeding", &mut shell("exit 0")).is_ok());
    }

    #[test]
    fn a_missing_network_is_said_in_one_line() {
        let failure = run("Installing", &mut shell("echo 'npm error code EAI_AGAIN'; exit 1")).unwrap_err();
        assert!(failure.to_string().contains("network"), "{failure}");
    }

    #[test]
    fn a_program_left_behind_does_not_hold_the_command() {
        let (output, success) = show(&mut shell("sleep 1000 & echo started")).unwrap();
        assert_eq!(output, "started\n");
        assert!(success);
    }
}
