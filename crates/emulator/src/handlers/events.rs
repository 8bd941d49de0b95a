//! What devices tell: publishing, history (`dt-api.md` §6.6) and streams (§6.7).

pub mod list;
pub mod publish;
pub mod stream;
pub mod stream_device;
