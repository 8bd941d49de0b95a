//! The endpoints of the API, one to a file: `handlers/<resource>/<verb>.rs`.

pub mod dataconnectors;
pub mod devices;
pub mod events;
pub mod issuer;
pub mod keys;
pub mod labels;
pub mod members;
pub mod oauth2;
pub mod organizations;
pub mod projects;
pub mod roles;
pub mod serviceaccounts;
pub mod unimplemented;
