//! Handlers of the issuer of the asymmetric signature (`dt-api.md` §5.3).

pub mod configuration;
pub mod keys;
