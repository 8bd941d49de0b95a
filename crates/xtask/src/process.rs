//! Programs that a command starts, none of which outlives it.
//!
//! Each runs in a process group of its own, so that whatever it starts in turn ends with it.

use crate::failure::{During, Failure, Outcome};
use rustix::process::{Pid, Signal, kill_process_group, test_kill_process_group};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use std::ffi::OsStr;
use std::io::ErrorKind;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

const POLL: Duration = Duration::from_millis(25);
/// How long a program may take to end when asked before it is made to.
const GRACE: Duration = Duration::from_secs(5);

static RUNNING: Mutex<Vec<Group>> = Mutex::new(Vec::new());
static STOPPING: AtomicBool = AtomicBool::new(false);

/// A process group and its leader.
#[derive(Clone)]
struct Group {
    id: Pid,
    leader: Arc<Mutex<Child>>,
}

/// A running program; it is ended when this is dropped.
pub struct Process {
    group: Group,
    name: String,
}

impl Process {
    /// Starts a program, which reads nothing from the terminal.
    pub fn start(command: &mut Command) -> Outcome<Self> {
        let name = program_name(command);
        yield_to_signal();
        let mut running = lock(&RUNNING);
        let child = group_of_its_own(command).spawn().map_err(|error| match error.kind() {
            ErrorKind::NotFound => Failure::new(format!("{name} is not installed.")),
            _ => Failure::new(format!("{name} cannot be started: {error}")),
        })?;
        let id = Pid::from_child(&child);
        let group = Group { id, leader: Arc::new(Mutex::new(child)) };
        running.push(group.clone());
        Ok(Self { group, name })
    }

    /// Waits for the program's end.
    pub fn wait(&self) -> Outcome<ExitStatus> {
        loop {
            if let Some(status) = self.ended()? {
                return Ok(status);
            }
            thread::sleep(POLL);
        }
    }

    /// The program's exit status, once it has ended by itself.
    pub fn ended(&self) -> Outcome<Option<ExitStatus>> {
        let status = lock(&self.group.leader).try_wait().during(&self.name)?;
        if status.is_some() {
            yield_to_signal();
        }
        Ok(status)
    }

    /// The pipe that the program's standard output was set to.
    pub fn take_stdout(&self) -> Option<std::process::ChildStdout> {
        lock(&self.group.leader).stdout.take()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        stop(std::slice::from_ref(&self.group));
        lock(&RUNNING).retain(|group| group.id != self.group.id);
    }
}

/// From now on Ctrl+C, a hang-up and SIGTERM end every program first and then this one.
pub fn stop_all_on_signals() -> Outcome {
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP]).during("signals")?;
    thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            STOPPING.store(true, Ordering::SeqCst);
            // Held to the end, so that nothing more is started.
            let groups = lock(&RUNNING);
            stop(&groups);
            std::process::exit(128 + signal);
        }
    });
    Ok(())
}

/// Lets a signal that is being handled end the command, instead of the failures it causes.
fn yield_to_signal() {
    while STOPPING.load(Ordering::SeqCst) {
        thread::park();
    }
}

/// The name of a command's program, without its folder.
pub fn program_name(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    program.file_name().unwrap_or(OsStr::new("program")).to_string_lossy().into_owned()
}

fn group_of_its_own(command: &mut Command) -> &mut Command {
    use std::os::unix::process::CommandExt;
    command.stdin(Stdio::null()).process_group(0)
}

fn stop(groups: &[Group]) {
    signal(groups, Signal::TERM);
    let asked = Instant::now();
    while groups.iter().any(is_alive) {
        if asked.elapsed() > GRACE {
            signal(groups, Signal::KILL);
            return;
        }
        thread::sleep(POLL);
    }
}

/// A group that has ended in the meantime needs no signal, so the error says nothing.
fn signal(groups: &[Group], signal: Signal) {
    for group in groups.iter().filter(|group| is_alive(group)) {
        let _ = kill_process_group(group.id, signal);
    }
}

/// Whether any member of the group still runs. Asking the leader first keeps it from staying a zombie.
fn is_alive(group: &Group) -> bool {
    let leader = lock(&group.leader).try_wait();
    matches!(leader, Ok(None)) || test_kill_process_group(group.id).is_ok()
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{BufRead, BufReader};

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]).stdout(Stdio::piped());
        command
    }

    #[test]
    fn a_dropped_process_takes_what_it_started_along() {
        let process = Process::start(&mut shell("sleep 1000 & echo $!; wait")).unwrap();
        let mut line = String::new();
        BufReader::new(process.take_stdout().unwrap()).read_line(&mut line).unwrap();
        let grandchild = Pid::from_raw(line.trim().parse().unwrap()).unwrap();
        assert!(rustix::process::test_kill_process(grandchild).is_ok());
        let group = process.group.clone();
        drop(process);
        assert!(!is_alive(&group));
    }

    #[test]
    fn the_exit_status_is_the_programs() {
        let process = Process::start(&mut shell("exit 3")).unwrap();
        assert_eq!(process.wait().unwrap().code(), Some(3));
    }

    #[test]
    fn a_missing_program_is_named() {
        let failure = Process::start(&mut Command::new("no-such-program")).err().unwrap();
        assert_eq!(failure.to_string(), "no-such-program is not installed.");
    }
}
