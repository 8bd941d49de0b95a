//! Keeping the cloud in a file, so that it survives a restart and a crash. What the API acknowledges is in the file before its
//! answer leaves (`keeper.rs`).

pub mod changes;
mod file;
pub mod keeper;
pub mod kept;
pub mod restoring;
mod rows;
#[cfg(test)]
mod tests;
