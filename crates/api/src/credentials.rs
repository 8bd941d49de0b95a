//! The file that holds a service account's key.

use std::fmt;

use serde_json::Value;

use crate::secret::Secret;

/// A service account's key, as DT's own clients keep it in a file (`dt-api.md` §2.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credentials {
    /// The ID of the key.
    pub key_id: String,
    /// The secret of the key.
    pub secret: Secret,
    /// The service account's email address.
    pub email: String,
    /// The token endpoint that the file names.
    pub token_endpoint: Option<String>,
}

impl Credentials {
    /// Reads the text of a credentials file.
    ///
    /// # Errors
    /// Says what the file lacks.
    pub fn from_json_file(text: &str) -> Result<Self, CredentialsError> {
        let mut file: Value = serde_json::from_str(text).map_err(|_| CredentialsError::NotJson)?;
        let account = file
            .get_mut("serviceAccount")
            .and_then(Value::as_object_mut)
            .ok_or(CredentialsError::NoServiceAccount)?;
        // Taken out first, so that it is overwritten whatever is wrong with the rest.
        let secret = match account.get_mut("secret").map(Value::take) {
            Some(Value::String(secret)) => Secret::from(secret),
            _ => Secret::default(),
        };
        let optional = |key: &str| account.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
        let required =
            |key: &'static str| optional(key).map(str::to_owned).ok_or(CredentialsError::Lacks(key));
        if let Some(algorithm) = optional("algorithm").filter(|algorithm| *algorithm != "HS256") {
            return Err(CredentialsError::Algorithm(algorithm.to_owned()));
        }
        Ok(Self {
            key_id: required("keyId")?,
            secret: Some(secret)
                .filter(|secret| !secret.is_empty())
                .ok_or(CredentialsError::Lacks("secret"))?,
            email: required("email")?,
            token_endpoint: optional("tokenEndpoint").map(str::to_owned),
        })
    }
}

/// Why a file is no credentials file; its text tells a person what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CredentialsError {
    /// It is not JSON.
    NotJson,
    /// It has no object `serviceAccount`.
    NoServiceAccount,
    /// Its `serviceAccount` lacks this field, or the field is no text.
    Lacks(&'static str),
    /// Its key is for another algorithm than HS256.
    Algorithm(String),
}

impl fmt::Display for CredentialsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson => {
                f.write_str("This file is not JSON. Choose the credentials file of a service account.")
            }
            Self::NoServiceAccount => f.write_str(
                "This file has no “serviceAccount”. Choose the credentials file of a service account.",
            ),
            Self::Lacks(field) => {
                write!(
                    f,
                    "This file lacks “{field}” in “serviceAccount”. Add it, or fill in the fields by hand."
                )
            }
            Self::Algorithm(algorithm) => {
                write!(
                    f,
                    "This file's key is for {algorithm}; only HS256 is supported. Create a new key in DT Studio."
                )
            }
        }
    }
}

impl std::error::Error for CredentialsError {}
