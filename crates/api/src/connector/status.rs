//! Whether a Data Connector forwards events.

/// The status of a Data Connector (`dt-api.md` §3.1).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Forwards events.
    Active,
    /// Disabled by a person or a program.
    UserDisabled,
    /// Disabled by DT Cloud, after failing for days without a success.
    SystemDisabled,
    /// A status that DT added later.
    Unknown(String),
}

impl Status {
    /// The status's name in the API.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Active => "ACTIVE",
            Self::UserDisabled => "USER_DISABLED",
            Self::SystemDisabled => "SYSTEM_DISABLED",
            Self::Unknown(name) => name,
        }
    }
}

impl From<&str> for Status {
    fn from(name: &str) -> Self {
        match name {
            "ACTIVE" => Self::Active,
            "USER_DISABLED" => Self::UserDisabled,
            "SYSTEM_DISABLED" => Self::SystemDisabled,
            _ => Self::Unknown(name.to_owned()),
        }
    }
}
