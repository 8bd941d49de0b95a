//! `cargo xtask dev`: the console rebuilt and reloaded on save, beside an emulated DT Cloud.

use crate::command::Serving;
use crate::emulator::{self, Emulator};
use crate::failure::{Failure, Outcome};
use crate::process::Process;
use crate::workspace::target;
use crate::{build, port, start};

/// Serves a debug build until stopped.
///
/// Trunk serves the console on `port` and takes `/config.json` from the emulator, which serves the API on `port + 1`
/// and its own console on `port + 2`.
pub fn run(serving: &Serving) -> Outcome {
    let (api_port, emulator_port) = (serving.port + 1, serving.port + 2);
    port::require_free(&[serving.port, api_port, emulator_port])?;
    let mut trunk = build::trunk("serve")?;
    let dist = target()?.join("dev-dist");
    let program = emulator::build()?;
    let emulator = Emulator::start(&program, emulator_port, api_port, None)?;
    let console = format!("http://localhost:{}", serving.port);
    start::announce(&emulator, &console, false)?;
    trunk.arg("--dist").arg(&dist).args(["--port", &serving.port.to_string()]);
    if serving.open {
        trunk.arg("--open");
    }
    trunk.args([
        "--proxy-backend",
        &format!("{}/config.json", emulator.console),
        "--proxy-rewrite",
        "/config.json",
    ]);
    let status = Process::start(&mut trunk)?.wait()?;
    Err(Failure::new(format!("Trunk ended ({status}).")))
}
