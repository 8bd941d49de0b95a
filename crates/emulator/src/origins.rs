//! Where the emulator is reached.

const LOOPBACK_HOSTS: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// The ports of the console and the API on this machine.
#[derive(Clone, Copy, Debug)]
pub struct Origins {
    /// The console's port.
    pub console_port: u16,
    /// The API's port.
    pub api_port: u16,
    /// Whether the console uses the API under its own origin, as behind a reverse proxy.
    pub same_origin: bool,
}

impl Origins {
    /// The console's origin.
    pub fn console(&self) -> String {
        origin(LOOPBACK_HOSTS[0], self.console_port)
    }

    /// The API's own origin.
    pub fn api(&self) -> String {
        origin(LOOPBACK_HOSTS[0], self.api_port)
    }

    /// Whether this is the URL of the token endpoint, by any of this machine's names.
    pub fn is_token_url(&self, url: &str) -> bool {
        let ports = [Some(self.api_port), self.same_origin.then_some(self.console_port)];
        ports.into_iter().flatten().any(|port| {
            LOOPBACK_HOSTS.into_iter().any(|host| url == format!("{}/oauth2/token", origin(host, port)))
        })
    }
}

fn origin(host: &str, port: u16) -> String {
    format!("http://{host}:{port}")
}

#[cfg(test)]
mod tests {
    use super::Origins;

    #[test]
    fn the_token_endpoint_goes_by_any_name_of_this_machine() {
        let origins = Origins { console_port: 1, api_port: 2, same_origin: false };
        for host in ["localhost", "127.0.0.1", "[::1]"] {
            assert!(origins.is_token_url(&format!("http://{host}:2/oauth2/token")), "{host}");
        }
        for url in
            ["http://localhost:1/oauth2/token", "http://localhost:2/oauth2/token/", "http://a:2/oauth2/token"]
        {
            assert!(!origins.is_token_url(url), "{url}");
        }
    }

    #[test]
    fn a_shared_origin_has_a_token_endpoint_on_both_ports() {
        let origins = Origins { console_port: 1, api_port: 2, same_origin: true };
        for port in [1, 2] {
            assert!(origins.is_token_url(&format!("http://localhost:{port}/oauth2/token")), "{port}");
        }
    }
}
