//! A GET on this machine: all that the commands need of HTTP.

use crate::failure::{During, Failure, Outcome};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

const TIMEOUT: Duration = Duration::from_secs(10);

/// The body that `http://localhost:PORT/path` answers with status 200.
pub fn get(url: &str) -> Outcome<String> {
    let address = url.strip_prefix("http://").unwrap_or(url);
    let (host, path) = address.split_once('/').unwrap_or((address, ""));
    let mut stream = TcpStream::connect(host).during(url)?;
    stream.set_read_timeout(Some(TIMEOUT)).during(url)?;
    // HTTP/1.0, so that the answer comes whole and the connection closes.
    write!(stream, "GET /{path} HTTP/1.0\r\nHost: {host}\r\n\r\n").during(url)?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).during(url)?;
    match answer.split_once("\r\n\r\n") {
        Some((head, body)) if head.split(' ').nth(1) == Some("200") => Ok(body.to_owned()),
        _ => Err(Failure::new(format!("{url} answered {}", answer.lines().next().unwrap_or("nothing")))),
    }
}
