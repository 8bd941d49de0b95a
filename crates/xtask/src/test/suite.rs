//! The suites and their names.

use crate::failure::Failure;
use std::fmt;
use std::str::FromStr;

/// A kind of test, run by one runner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suite {
    /// The sources are formatted.
    Format,
    /// Clippy has nothing to say, on the host and for WebAssembly.
    Clippy,
    /// The crates are what `deny.toml` allows.
    SupplyChain,
    /// Tests that need no browser.
    Native,
    /// Parts of the console mounted in a browser.
    Browser,
    /// The deployable build and its weight.
    Size,
    /// DT's own clients drive the emulator.
    Clients,
    /// Journeys through the deployable build.
    EndToEnd,
}

impl Suite {
    /// Every suite, quick ones first.
    pub const ALL: [Self; 8] = [
        Self::Format,
        Self::Clippy,
        Self::SupplyChain,
        Self::Native,
        Self::Browser,
        Self::Size,
        Self::Clients,
        Self::EndToEnd,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Format => "fmt",
            Self::Clippy => "clippy",
            Self::SupplyChain => "deny",
            Self::Native => "native",
            Self::Browser => "browser",
            Self::Size => "size",
            Self::Clients => "clients",
            Self::EndToEnd => "e2e",
        }
    }
}

impl fmt::Display for Suite {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}

impl FromStr for Suite {
    type Err = Failure;

    fn from_str(name: &str) -> Result<Self, Failure> {
        Self::ALL.into_iter().find(|suite| suite.name() == name).ok_or_else(|| {
            let names = Self::ALL.map(Self::name).join(", ");
            Failure::new(format!("There is no suite `{name}`. The suites are {names}."))
        })
    }
}
