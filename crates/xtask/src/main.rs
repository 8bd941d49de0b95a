//! The developer's commands: `cargo xtask …`. Start reading at [`command`].

mod bench;
mod build;
mod command;
mod deploy;
mod dev;
mod emulator;
mod failure;
mod fuzz;
mod http;
mod playwright;
mod port;
mod process;
mod progress;
mod reproduce;
mod size;
mod soak;
mod start;
mod test;
mod tools;
mod workspace;

use std::process::ExitCode;

fn main() -> ExitCode {
    if let Err(failure) = process::stop_all_on_signals() {
        eprintln!("error: {failure}");
        return ExitCode::FAILURE;
    }
    let outcome = command::parse(std::env::args().skip(1)).and_then(command::Command::run);
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if !failure.is_shown() {
                eprintln!("error: {failure}");
            }
            ExitCode::FAILURE
        }
    }
}
