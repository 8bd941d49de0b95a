//! Listening on this machine alone, by both of its addresses: browsers resolve `localhost` to either.

use std::{
    io,
    net::{Ipv4Addr, Ipv6Addr},
    time::Duration,
};

use axum::Router;
use tokio::{
    net::TcpListener,
    signal::unix::{Signal, SignalKind, signal},
    sync::watch,
    task::JoinSet,
};

/// How often to look for a port that is free on both addresses.
const ATTEMPTS: u32 = 16;
/// How long answers under way may take once the program was told to stop.
const GRACE: Duration = Duration::from_secs(2);

/// One port on 127.0.0.1, and on `[::1]` where the machine has it.
#[derive(Debug)]
pub struct Loopback {
    v4: TcpListener,
    v6: Option<TcpListener>,
    port: u16,
}

impl Loopback {
    /// Listens on a port, or on a free one for 0; the error says which port is taken.
    pub async fn bind(port: u16) -> Result<Self, String> {
        let mut outcome = Self::try_bind(port).await;
        for _ in 1..ATTEMPTS {
            match &outcome {
                Err(error) if port == 0 && error.kind() == io::ErrorKind::AddrInUse => {
                    outcome = Self::try_bind(port).await;
                }
                _ => break,
            }
        }
        outcome.map_err(|error| match error.kind() {
            io::ErrorKind::AddrInUse => {
                format!("port {port} is taken; stop what uses it, or choose another port")
            }
            _ => format!("cannot listen on port {port}: {error}"),
        })
    }

    async fn try_bind(port: u16) -> io::Result<Self> {
        let v4 = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        let port = v4.local_addr()?.port();
        let v6 = match TcpListener::bind((Ipv6Addr::LOCALHOST, port)).await {
            Ok(listener) => Some(listener),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => return Err(error),
            Err(_) => None,
        };
        Ok(Self { v4, v6, port })
    }

    /// The port.
    pub fn port(&self) -> u16 {
        self.port
    }
}

/// Serves each router on its port until `stop` comes, and finishes what is under way.
pub async fn serve<const N: usize>(servers: [(Loopback, Router); N], stop: StopSignal) {
    let (stopping, stopped) = watch::channel(false);
    let mut tasks = JoinSet::new();
    for (Loopback { v4, v6, .. }, router) in servers {
        for listener in [Some(v4), v6].into_iter().flatten() {
            let mut stopped = stopped.clone();
            let until_stopped = async move {
                // An error means that the sender is gone, which stops too.
                let _ = stopped.wait_for(|&stopped| stopped).await;
            };
            let server = axum::serve(listener, router.clone()).with_graceful_shutdown(until_stopped);
            tasks.spawn(server.into_future());
        }
    }
    stop.wait().await;
    stopping.send_replace(true);
    // What takes longer is given up.
    let _ = tokio::time::timeout(GRACE, tasks.join_all()).await;
}

/// The signals by which a person or the system tells the program to stop.
#[derive(Debug)]
pub struct StopSignal {
    interrupt: Signal,
    terminate: Signal,
}

impl StopSignal {
    /// From now on the signals are waited for and do not end the program at once.
    pub fn listen() -> Result<Self, String> {
        let listen = |kind| signal(kind).map_err(|error| format!("cannot wait for signals: {error}"));
        Ok(Self { interrupt: listen(SignalKind::interrupt())?, terminate: listen(SignalKind::terminate())? })
    }

    async fn wait(mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => (),
            _ = self.terminate.recv() => (),
        }
    }
}
