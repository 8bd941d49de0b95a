//! Where the console sends tokens and requests.

/// The domains of DT Cloud (`dt-api.md` §1).
const DT_CLOUD: [&str; 2] = ["disruptive-technologies.com", "d21s.com"];

/// Who answers at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Destination {
    /// DT Cloud.
    DtCloud,
    /// The host of this console, which passes requests on.
    OwnHost,
    /// This machine, where the emulator runs.
    ThisMachine,
    /// Somebody else, or nobody can tell.
    Unknown,
    /// Whoever listens on the way: the connection is not encrypted.
    Anybody,
}

impl Destination {
    /// Who answers at `url`, seen from a page of `origin`.
    pub(super) fn of(url: &str, origin: &str) -> Self {
        let Some((scheme, rest)) = url.split_once("://") else { return Self::Unknown };
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        // Neither a user name nor a port says who it is.
        let host = authority.rsplit('@').next().unwrap_or_default();
        let host = host
            .rsplit_once(':')
            .filter(|(_, port)| port.chars().all(|digit| digit.is_ascii_digit()))
            .map_or(host, |(host, _)| host);
        let is_dt = |domain: &&str| {
            host.strip_suffix(*domain).is_some_and(|before| before.is_empty() || before.ends_with('.'))
        };
        if matches!(host, "localhost" | "127.0.0.1" | "[::1]") {
            Self::ThisMachine
        } else if scheme != "https" {
            Self::Anybody
        } else if DT_CLOUD.iter().any(is_dt) {
            Self::DtCloud
        } else if format!("{scheme}://{authority}") == origin {
            Self::OwnHost
        } else {
            Self::Unknown
        }
    }

    /// What to think of it.
    pub(super) fn is_trusted(self) -> bool {
        matches!(self, Self::DtCloud | Self::OwnHost | Self::ThisMachine)
    }

    /// In words, after the address.
    pub(super) const fn in_words(self) -> &'static str {
        match self {
            Self::DtCloud => "DT Cloud",
            Self::OwnHost => "this console’s own host",
            Self::ThisMachine => "this machine",
            Self::Unknown => "a host that is not DT’s",
            Self::Anybody => "over a connection that is not encrypted",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Destination;

    #[test]
    fn everybody_is_told_by_their_address() {
        let origin = "https://console.example.com";
        for (url, destination) in [
            ("https://api.disruptive-technologies.com/v2", Destination::DtCloud),
            ("https://identity.d21s.com/oauth2/token", Destination::DtCloud),
            ("https://d21s.com:443", Destination::DtCloud),
            ("https://console.example.com/v2", Destination::OwnHost),
            ("http://localhost:8080/v2", Destination::ThisMachine),
            ("http://127.0.0.1:1/v2", Destination::ThisMachine),
            ("http://[::1]:1/v2", Destination::ThisMachine),
            ("https://evil-d21s.com/v2", Destination::Unknown),
            ("https://d21s.com.evil.example/v2", Destination::Unknown),
            ("https://d21s.com@evil.example/v2", Destination::Unknown),
            ("https://console.example.com:8443/v2", Destination::Unknown),
            ("http://api.d21s.com/v2", Destination::Anybody),
            ("/v2", Destination::Unknown),
        ] {
            assert_eq!(Destination::of(url, origin), destination, "{url}");
        }
    }
}
