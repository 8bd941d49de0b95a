//! `cargo xtask start`: the console's release build beside an emulated DT Cloud.

use crate::command::Serving;
use crate::emulator::{self, Emulator};
use crate::failure::Outcome;
use crate::workspace::dist;
use crate::{build, port};
use std::process::{Command, Stdio};

/// Builds both, serves them until stopped.
pub fn run(serving: &Serving) -> Outcome {
    let api_port = serving.port + 1;
    port::require_free(&[serving.port, api_port])?;
    build::run()?;
    let program = emulator::build()?;
    let emulator = Emulator::start(&program, serving.port, api_port, Some(&dist()))?;
    announce(&emulator, &emulator.console, serving.open)?;
    emulator.wait()
}

/// Says where the console is and how to sign in.
pub fn announce(emulator: &Emulator, console: &str, open: bool) -> Outcome {
    println!();
    emulator.show_accounts()?;
    println!("\nConsole  {console}\nAPI      {}/v2\n\nPress Ctrl+C to stop.", emulator.api);
    if open {
        open_browser(console);
    }
    Ok(())
}

/// A browser that cannot be opened is no reason to stop: the address is on the screen.
fn open_browser(url: &str) {
    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let mut command = Command::new(opener);
    let _ = command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
}
