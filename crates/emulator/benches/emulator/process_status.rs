//! What Linux says of a process: the memory it takes and the time it has run.

use std::{fs, io::Error, time::Duration};

/// How long a tick of `/proc/<pid>/stat` is on every Linux.
const TICK: Duration = Duration::from_millis(10);

/// The memory a process takes and the time it has run.
#[derive(Clone, Copy, Debug)]
pub struct ProcessStatus {
    /// Bytes that are in memory.
    pub resident: u64,
    /// The most they have been.
    pub most_resident: u64,
    /// The time that all its threads have run, also in the system.
    pub cpu: Duration,
}

impl ProcessStatus {
    /// Of the process with this id.
    pub fn of(process: u32) -> Result<Self, Error> {
        let status = fs::read_to_string(format!("/proc/{process}/status"))?;
        let stat = fs::read_to_string(format!("/proc/{process}/stat"))?;
        Ok(Self {
            resident: kibibytes(&status, "VmRSS:") * 1024,
            most_resident: kibibytes(&status, "VmHWM:") * 1024,
            cpu: TICK * ticks(&stat),
        })
    }
}

fn kibibytes(status: &str, name: &str) -> u64 {
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// In user mode and in the system: the fourteenth and fifteenth field, of which the second, in parentheses, may hold blanks.
fn ticks(stat: &str) -> u32 {
    let rest = stat.rsplit(')').next().unwrap_or_default();
    rest.split_whitespace().skip(11).take(2).filter_map(|field| field.parse::<u32>().ok()).sum()
}
