//! The emulator as a program: what it prints, where it listens, how it ends.
#![expect(clippy::panic, clippy::unwrap_used, reason = "a failed step fails the test")]

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{IpAddr, Ipv4Addr, Ipv6Addr, TcpListener, TcpStream},
    process::{Child, Command, Output, Stdio},
};

use base64::{Engine, engine::general_purpose::STANDARD};

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dt-emulator"));
    command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// A program that is running, and the ports that its first line names.
struct Running {
    process: Child,
    console: u16,
    api: u16,
}

impl Running {
    fn start(arguments: &[&str]) -> Self {
        let mut process = command(arguments).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let words: Vec<_> = line.split_whitespace().collect();
        let ["console", console, "api", api] = words[..] else { panic!("{line}") };
        let port = |origin: &str| origin.strip_prefix("http://localhost:").unwrap().parse().unwrap();
        let (console, api) = (port(console), port(api));
        Self { process, console, api }
    }

    fn stop(mut self, signal: &str) -> Option<i32> {
        let id = self.process.id().to_string();
        assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
        self.process.wait().unwrap().code()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
    }
}

fn answer(address: IpAddr, port: u16, request: &str) -> String {
    let mut stream = TcpStream::connect((address, port)).unwrap();
    write!(stream, "{request}\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

fn get(port: u16, path: &str) -> String {
    answer(Ipv4Addr::LOCALHOST.into(), port, &format!("GET {path} HTTP/1.1"))
}

fn refusal(arguments: &[&str]) -> String {
    let Output { status, stderr, .. } = command(arguments).output().unwrap();
    let text = String::from_utf8(stderr).unwrap();
    assert_eq!((status.code(), text.lines().count()), (Some(1), 1), "{text}");
    text
}

#[test]
fn the_first_line_names_two_free_ports_that_answer() {
    let program = Running::start(&["--port", "0"]);
    assert_ne!(program.console, program.api);
    assert!(get(program.console, "/config.json").contains(&format!("http://localhost:{}/v2", program.api)));
    assert!(get(program.api, "/_emulator/accounts").contains("project.developer"));
}

#[test]
fn browsers_reach_it_by_both_addresses_of_localhost() {
    let program = Running::start(&["--port", "0", "--seed", "empty"]);
    if TcpListener::bind((Ipv6Addr::LOCALHOST, 0)).is_ok() {
        let clock = answer(Ipv6Addr::LOCALHOST.into(), program.api, "GET /_emulator/clock HTTP/1.1");
        assert!(clock.starts_with("HTTP/1.1 200"), "{clock}");
    }
}

#[test]
fn a_cut_connection_ends_without_a_byte() {
    let program = Running::start(&["--port", "0"]);
    let rule = r#"{"path":"/v2/roles","cut":true}"#;
    let request = format!("POST /_emulator/faults HTTP/1.1\r\nContent-Length: {}", rule.len());
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, program.api)).unwrap();
    write!(stream, "{request}\r\nHost: localhost\r\nConnection: close\r\n\r\n{rule}").unwrap();
    stream.read_to_end(&mut Vec::new()).unwrap();
    assert_eq!(get(program.api, "/v2/roles"), "");
}

#[test]
fn signals_end_it() {
    for signal in ["-INT", "-TERM"] {
        let program = Running::start(&["--port", "0"]);
        // A connection that is kept alive must not keep the program alive.
        let mut idle = TcpStream::connect((Ipv4Addr::LOCALHOST, program.api)).unwrap();
        write!(idle, "GET /_emulator/clock HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        idle.read_exact(&mut [0; 12]).unwrap();
        assert_eq!(program.stop(signal), Some(0), "{signal}");
    }
}

#[test]
fn what_it_acknowledged_survives_being_killed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("cloud.redb");
    let arguments = ["--port", "0", "--start-time", "2025-01-02T03:04:05Z", "--data", file.to_str().unwrap()];
    let program = Running::start(&arguments);
    let advance = r#"{"advance":"5d"}"#;
    let request = format!("POST /_emulator/clock HTTP/1.1\r\nContent-Length: {}", advance.len());
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, program.api)).unwrap();
    write!(stream, "{request}\r\nHost: localhost\r\nConnection: close\r\n\r\n{advance}").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert_eq!(program.stop("-KILL"), None);

    let program = Running::start(&arguments);
    assert!(get(program.api, "/_emulator/clock").contains("2025-01-07T"));
}

#[test]
fn an_open_stream_does_not_keep_it_running() {
    let program = Running::start(&["--port", "0"]);
    let accounts = get(program.api, "/_emulator/accounts");
    let (_, accounts) = accounts.split_once("\r\n\r\n").unwrap();
    let accounts: serde_json::Value = serde_json::from_str(accounts).unwrap();
    let account = accounts.as_array().unwrap().iter().find(|account| account["basicAuth"] == true).unwrap();
    let text = |member: &str| account[member].as_str().unwrap();
    let credentials = STANDARD.encode(format!("{}:{}", text("keyId"), text("secret")));
    let authorization = format!("Authorization: Basic {credentials}\r\nHost: localhost");
    let request = format!("GET /v2/projects HTTP/1.1\r\n{authorization}");
    let projects = answer(Ipv4Addr::LOCALHOST.into(), program.api, &request);
    let (_, projects) = projects.split_once("\"name\":\"").unwrap();
    let (project, _) = projects.split_once('"').unwrap();

    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, program.api)).unwrap();
    write!(stream, "GET /v2/{project}/devices:stream HTTP/1.1\r\n{authorization}\r\n\r\n").unwrap();
    let mut status = [0; 12];
    stream.read_exact(&mut status).unwrap();
    assert_eq!(&status, b"HTTP/1.1 200");
    assert_eq!(program.stop("-TERM"), Some(0));
}

#[test]
fn the_clock_starts_when_told() {
    let program = Running::start(&["--port", "0", "--start-time", "2030-01-02T03:04:05Z"]);
    assert!(get(program.api, "/_emulator/clock").contains("2030-01-02T03:04:"));
}

#[test]
fn a_strict_program_has_no_controls() {
    let program = Running::start(&["--port", "0", "--strict"]);
    assert!(get(program.api, "/_emulator/accounts").starts_with("HTTP/1.1 404"));
}

#[test]
fn a_taken_port_is_said_in_a_line() {
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    assert!(refusal(&["--port", &port]).contains(&format!("port {port} is taken")));
    assert!(refusal(&["--port", "0", "--api-port", &port]).contains(&format!("port {port} is taken")));
}

#[test]
fn a_folder_without_a_console_and_broken_settings_are_said_in_a_line() {
    assert!(refusal(&["--port", "0", "--dist", env!("CARGO_MANIFEST_DIR")]).contains("index.html"));
    assert!(refusal(&["--port", "0", "--settings", "/nowhere.json"]).contains("/nowhere.json"));
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    assert!(refusal(&["--port", "0", "--settings", manifest]).contains("Cargo.toml: "));
}
