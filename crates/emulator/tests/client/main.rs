//! The console's own client and drafts against the emulator, in one process.
#![expect(clippy::panic, clippy::unwrap_used, reason = "a failed step fails the test")]

mod calls;
mod drafts;
mod in_process;
