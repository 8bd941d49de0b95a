//! The client against a scripted transport.
#![expect(clippy::unwrap_used, reason = "a failed step fails the test")]

mod refusals;
mod requests;
mod scripted_transport;

use dt_api::{Client, ConnectorName, ProjectId, Response, TransportError};
use scripted_transport::ScriptedTransport;

fn client(answers: impl IntoIterator<Item = Result<Response, TransportError>>) -> Client<ScriptedTransport> {
    Client::new("https://api.example.com/v2/", ScriptedTransport::new(answers))
}

fn project() -> ProjectId {
    ProjectId::parse("p1").unwrap()
}

fn name() -> ConnectorName {
    ConnectorName::parse("projects/p1/dataconnectors/d1").unwrap()
}
