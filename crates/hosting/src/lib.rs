//! How the console is served. The one source of what the emulator sends with the console's files and of every file in
//! `deploy/`: security headers, caching, which paths are the page, and forwarding to DT. Knows no file system and no network.

mod caching;
pub mod deploy;
mod deployment;
mod place;
mod security;

pub use caching::{ASSETS, Caching};
pub use deployment::{API_PATH, Deployment, Forward, Scheme, TOKEN_PATH, Upstream, Variant};
pub use place::{PLACES, is_place};
