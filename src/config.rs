//! `/config.json`, read once at start: where DT Cloud is for this deployment.

use serde_json::Value;

/// Where the API and the token endpoint are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The REST API with its version: `https://api.disruptive-technologies.com/v2` (`dt-api.md` §1).
    pub api_url: String,
    /// The OAuth 2.0 token endpoint (`dt-api.md` §2.1).
    pub token_url: String,
    /// What the token endpoint wants assertions to be addressed to: its own URL, also where a host forwards to it.
    pub token_audience: String,
    /// Whether endpoints on this machine may be plain HTTP, as the emulator allows; DT Cloud does not (`dt-api.md` §3.5).
    pub allow_loopback_http: bool,
    /// Whether a PATCH names the fields that it changes in `update_mask` too. DT's clients do either (`dt-api.md` §3.4), so
    /// that it can be turned off.
    pub update_mask: bool,
}

/// Why the console cannot start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigError {
    /// `/config.json` was not answered, or with this HTTP status.
    Missing(Option<u16>),
    /// The text is not a JSON object.
    NotJson,
    /// This member is missing or not an HTTP URL.
    NotUrl(&'static str),
}

impl Config {
    /// Reads the text of `/config.json` of this origin, where a URL may be a path when the host forwards to DT.
    ///
    /// # Errors
    /// When the text is no JSON object, or a URL is missing or is none.
    pub fn parse(text: &str, origin: &str) -> Result<Self, ConfigError> {
        let json: Value = serde_json::from_str(text).map_err(|_| ConfigError::NotJson)?;
        let json = json.as_object().ok_or(ConfigError::NotJson)?;
        let url = |member: &'static str| {
            let url = json.get(member).and_then(Value::as_str).unwrap_or_default().trim_end_matches('/');
            absolute(url, origin).ok_or(ConfigError::NotUrl(member))
        };
        let api_url = url("apiUrl")?;
        let token_url = url("tokenUrl")?;
        let token_audience = match json.get("tokenAudience") {
            None | Some(Value::Null) => token_url.clone(),
            Some(_) => url("tokenAudience")?,
        };
        let flag = |member| json.get(member).and_then(Value::as_bool);
        Ok(Self {
            api_url,
            token_url,
            token_audience,
            allow_loopback_http: flag("allowLoopbackHttp").unwrap_or(false),
            update_mask: flag("updateMask").unwrap_or(true),
        })
    }
}

/// An HTTP URL, or a path of this origin made one.
fn absolute(url: &str, origin: &str) -> Option<String> {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let is_path = url.starts_with('/') && !url.starts_with("//");
    match host {
        Some(host) => Some(url).filter(|_| !host.is_empty() && !host.starts_with('/')).map(str::to_owned),
        None => is_path.then(|| format!("{origin}{url}")),
    }
}

impl ConfigError {
    /// What is wrong and what whoever set the console up can do, as two sentences.
    #[must_use]
    pub fn explanation(&self) -> String {
        let found = match self {
            Self::Missing(Some(status)) => format!("The file answers with HTTP status {status}."),
            Self::Missing(None) => "The file could not be fetched.".to_owned(),
            Self::NotJson => "The file is not a JSON object.".to_owned(),
            Self::NotUrl(member) => format!("Its member “{member}” is missing or is not an HTTP URL."),
        };
        format!("{found} It must name the API and the token endpoint of DT Cloud.")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORIGIN: &str = "https://console.example.com";

    #[test]
    fn a_whole_file_is_read() {
        let text =
            r#"{"apiUrl":"https://api.example.com/v2/","tokenUrl":"https://id.example.com/token","more":1}"#;
        let config = Config {
            api_url: "https://api.example.com/v2".to_owned(),
            token_url: "https://id.example.com/token".to_owned(),
            token_audience: "https://id.example.com/token".to_owned(),
            allow_loopback_http: false,
            update_mask: true,
        };
        assert_eq!(Config::parse(text, ORIGIN), Ok(config));
    }

    #[test]
    fn paths_are_this_origins_but_the_token_endpoint_still_wants_its_own_name() {
        let text =
            r#"{"apiUrl":"/v2","tokenUrl":"/oauth2/token","tokenAudience":"https://id.example.com/token"}"#;
        let config = Config::parse(text, ORIGIN).unwrap();
        assert_eq!(config.api_url, "https://console.example.com/v2");
        assert_eq!(config.token_url, "https://console.example.com/oauth2/token");
        assert_eq!(config.token_audience, "https://id.example.com/token");
    }

    #[test]
    fn a_deployment_may_change_the_settings() {
        let text =
            r#"{"apiUrl":"https://a","tokenUrl":"https://b","allowLoopbackHttp":true,"updateMask":false}"#;
        let config = Config::parse(text, ORIGIN).unwrap();
        assert_eq!((config.allow_loopback_http, config.update_mask), (true, false));
    }

    #[test]
    fn a_broken_file_says_which_member_is_wrong() {
        for (text, error) in [
            ("", ConfigError::NotJson),
            ("<!doctype html>", ConfigError::NotJson),
            ("[]", ConfigError::NotJson),
            ("{}", ConfigError::NotUrl("apiUrl")),
            (r#"{"apiUrl":"https://"}"#, ConfigError::NotUrl("apiUrl")),
            (r#"{"apiUrl":"//a","tokenUrl":"/t"}"#, ConfigError::NotUrl("apiUrl")),
            (r#"{"apiUrl":"v2","tokenUrl":"/t"}"#, ConfigError::NotUrl("apiUrl")),
            (r#"{"apiUrl":"https://a","tokenUrl":"ftp://b"}"#, ConfigError::NotUrl("tokenUrl")),
            (r#"{"apiUrl":"/a","tokenUrl":"/t","tokenAudience":1}"#, ConfigError::NotUrl("tokenAudience")),
        ] {
            assert_eq!(Config::parse(text, ORIGIN), Err(error), "{text}");
        }
    }
}
