//! Delivery: pushing events to the endpoints of Data Connectors (`dt-api.md` §4, §5).

#[cfg(test)]
mod at_least_once;
pub mod back_off;
pub mod courier;
pub mod due;
#[cfg(test)]
mod isolation;
pub mod push;
pub mod receiver;
pub mod signature;
pub mod signing_key;
#[cfg(test)]
mod tests;
