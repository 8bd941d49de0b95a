//! The emulator as a program.

mod arguments;
mod listen;

use std::{io::Write, process::ExitCode};

use clap::Parser;
use dt_emulator::{Clock, Emulator, Origins};
use jiff::Timestamp;

use crate::{
    arguments::Arguments,
    listen::{Loopback, StopSignal, serve},
};

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("dt-emulator: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// Serves until a signal; an error is one line for the person who started it.
async fn run(arguments: Arguments) -> Result<(), String> {
    let settings = arguments.settings()?;
    let dist = arguments.dist()?;
    let console = Loopback::bind(arguments.port).await?;
    let api = Loopback::bind(arguments.api_port()).await?;
    let origins =
        Origins { console_port: console.port(), api_port: api.port(), same_origin: arguments.same_origin };
    let clock = Clock::running_from(arguments.start_time.unwrap_or_else(Timestamp::now));
    let emulator = match &arguments.data {
        Some(path) => Emulator::kept_in(path, settings, origins, arguments.seed, clock)?,
        None => Emulator::new(settings, origins, arguments.seed, clock)?,
    };

    // Whoever reads the line below may end the program right after.
    let stop = StopSignal::listen()?;
    // Whoever starts the emulator reads this line to learn the ports; that nobody does is no failure.
    let _ = writeln!(std::io::stdout(), "console {} api {}", origins.console(), origins.api());
    let life = emulator.clone();
    tokio::spawn(async move { life.live().await });
    let servers = [(console, emulator.console(dist)), (api, emulator.api())];
    tokio::select! {
        () = serve(servers, stop) => emulator.kept().await,
        problem = emulator.cannot_be_kept() => Err(problem),
    }
    .map_err(|problem| format!("the data cannot be kept: {problem}"))
}
