//! The headers that keep the console to itself.

use crate::deployment::{Deployment, Scheme, Variant};

/// Two years. Without `includeSubDomains`: the console cannot speak for what else is hosted below its name.
const STRICT_TRANSPORT_SECURITY: &str = "max-age=63072000";

/// What the console never uses.
const PERMISSIONS: [&str; 8] =
    ["camera", "display-capture", "geolocation", "hid", "microphone", "payment", "serial", "usb"];

impl Deployment {
    /// The headers of every answer of the console's origin, whatever its status, with their values.
    #[must_use]
    pub fn security_headers(&self) -> Vec<(&'static str, String)> {
        let permissions: Vec<_> = PERMISSIONS.iter().map(|name| format!("{name}=()")).collect();
        let transport = match self.scheme {
            Scheme::Https => Some(("strict-transport-security", STRICT_TRANSPORT_SECURITY.to_owned())),
            // Browsers ignore it there, and servers must not send it (RFC 6797 §7.2).
            Scheme::Http => None,
        };
        let always = [
            ("content-security-policy", self.content_security_policy()),
            ("x-content-type-options", "nosniff".to_owned()),
            ("referrer-policy", "no-referrer".to_owned()),
            ("cross-origin-opener-policy", "same-origin".to_owned()),
            ("cross-origin-resource-policy", "same-origin".to_owned()),
            ("permissions-policy", permissions.join(", ")),
        ];
        always.into_iter().chain(transport).collect()
    }

    /// Only the console's own code, and calls to the API and the token endpoint alone. No text ever becomes markup or code:
    /// Trusted Types are enforced and no policy can be made, since the build takes the one place that parses markup out of
    /// what wasm-bindgen writes (`crates/xtask/src/build/static_view.rs`).
    #[must_use]
    pub fn content_security_policy(&self) -> String {
        let elsewhere = match self.variant {
            Variant::CrossOrigin => format!(" {}/ {}", self.upstream.api_url(), self.upstream.token_url()),
            Variant::SameOrigin => String::new(),
        };
        format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
             connect-src 'self'{elsewhere}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
             require-trusted-types-for 'script'; trusted-types 'none'"
        )
    }
}

#[cfg(test)]
mod tests {
    use crate::{Deployment, Scheme, Variant};

    fn policy(variant: Variant) -> String {
        Deployment::of_dt_cloud(variant).content_security_policy()
    }

    #[test]
    fn nothing_is_allowed_that_is_not_named_and_nothing_inline() {
        for variant in Variant::ALL {
            let policy = policy(variant);
            assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "));
            for hole in ["unsafe-inline", "'unsafe-eval'", "*", "data:", "blob:", "http:", "https: "] {
                assert!(!policy.contains(hole), "{hole}");
            }
        }
    }

    #[test]
    fn the_page_may_call_the_api_and_the_token_endpoint_alone() {
        assert!(policy(Variant::CrossOrigin).contains(
            "connect-src 'self' https://api.disruptive-technologies.com/v2/ \
             https://identity.disruptive-technologies.com/oauth2/token;"
        ));
        assert!(policy(Variant::SameOrigin).contains("connect-src 'self';"));
    }

    #[test]
    fn browsers_are_told_to_stay_with_tls_where_there_is_tls() {
        let deployment = Deployment::of_dt_cloud(Variant::CrossOrigin);
        let header = ("strict-transport-security", "max-age=63072000".to_owned());
        assert!(deployment.security_headers().contains(&header));
        let on_this_machine = Deployment { scheme: Scheme::Http, ..deployment };
        assert!(!on_this_machine.security_headers().contains(&header));
    }
}
