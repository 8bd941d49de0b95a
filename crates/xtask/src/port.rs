//! Ports on this machine.

use crate::failure::{Failure, Outcome};
use std::net::{Ipv4Addr, TcpListener};

/// Fails with one line when one of these ports is taken, before anything is built.
pub fn require_free(ports: &[u16]) -> Outcome {
    for port in ports {
        if TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_err() {
            return Err(Failure::new(format!("Port {port} is taken. Choose another with --port.")));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_named() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let taken = listener.local_addr().unwrap().port();
        let failure = require_free(&[taken]).unwrap_err();
        assert!(failure.to_string().contains(&taken.to_string()));
    }

    #[test]
    fn a_free_port_is_free() {
        // The system takes a port that is free for this number, and no other test can have taken it before.
        assert_eq!(require_free(&[0]), Ok(()));
    }
}
