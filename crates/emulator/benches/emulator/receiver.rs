//! A receiver of pushes that takes as little time as it can: it shares the cores with the emulator.

use std::{net::Ipv4Addr, sync::Arc};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    task::JoinSet,
};

use crate::{Outcome, arrivals::Arrivals};

const ANSWER: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n";
const END_OF_HEAD: &[u8] = b"\r\n\r\n";
const LENGTH: &[u8] = b"content-length:";

/// A receiver on this machine; it closes when this is dropped.
#[derive(Debug)]
pub struct Receiver {
    port: u16,
    _serving: JoinSet<()>,
}

impl Receiver {
    /// Answers every push, and notes what arrived from which connector.
    pub async fn answering(arrivals: Arc<Arrivals>) -> Outcome<Self> {
        let (listener, port) = listen().await?;
        let mut serving = JoinSet::new();
        serving.spawn(async move {
            let mut connections = JoinSet::new();
            while let Ok((connection, _)) = listener.accept().await {
                connections.spawn(serve(connection, Arc::clone(&arrivals)));
            }
        });
        Ok(Self { port, _serving: serving })
    }

    /// Accepts connections, and never reads nor answers.
    pub async fn silent() -> Outcome<Self> {
        let (listener, port) = listen().await?;
        let mut serving = JoinSet::new();
        serving.spawn(async move {
            let mut connections = Vec::new();
            while let Ok((connection, _)) = listener.accept().await {
                connections.push(connection);
            }
        });
        Ok(Self { port, _serving: serving })
    }

    /// Refuses every connection.
    pub async fn refusing() -> Outcome<Self> {
        // Nobody listens on a port that was free a moment ago.
        let (_, port) = listen().await?;
        Ok(Self { port, _serving: JoinSet::new() })
    }

    /// The endpoint for a connector.
    pub fn url(&self, connector: usize) -> String {
        format!("http://127.0.0.1:{}/{connector}", self.port)
    }
}

async fn listen() -> Outcome<(TcpListener, u16)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let port = listener.local_addr()?.port();
    Ok((listener, port))
}

/// Answers one push after the other until the connection ends or brings what is no push.
async fn serve(mut connection: TcpStream, arrivals: Arc<Arrivals>) {
    let mut buffer = Vec::with_capacity(4096);
    loop {
        while let Some((push, length)) = Push::parse(&buffer) {
            arrivals.note(push.connector, push.body);
            buffer.drain(..length);
            if connection.write_all(ANSWER).await.is_err() {
                return;
            }
        }
        match connection.read_buf(&mut buffer).await {
            Ok(1..) => (),
            _ => return,
        }
    }
}

struct Push<'a> {
    connector: usize,
    body: &'a str,
}

impl<'a> Push<'a> {
    /// The push at the start of what has come, once it is whole, and its length in bytes.
    fn parse(bytes: &'a [u8]) -> Option<(Self, usize)> {
        let head_length = position(bytes, END_OF_HEAD)? + END_OF_HEAD.len();
        let (head, rest) = bytes.split_at_checked(head_length)?;
        let after_name = head.get(position(head, LENGTH)? + LENGTH.len()..)?;
        let length = after_name.split(|&byte| byte == b'\r').next()?;
        let length: usize = str::from_utf8(length).ok()?.trim().parse().ok()?;
        let body = str::from_utf8(rest.get(..length)?).ok()?;
        let path = head.split(|&byte| byte == b' ').nth(1)?;
        let connector = str::from_utf8(path).ok()?.strip_prefix('/')?.parse().ok()?;
        Some((Self { connector, body }, head_length + length))
    }
}

fn position(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}
