//! The token endpoint, `/oauth2`.

pub mod token;
