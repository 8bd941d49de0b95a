//! What carries a request to DT Cloud and brings the answer back.

use std::fmt;

use zeroize::Zeroize;

/// The HTTP methods that the API uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Read.
    Get,
    /// Create, or call a `:verb`.
    Post,
    /// Change what the body names.
    Patch,
    /// Delete.
    Delete,
}

impl Method {
    /// The method's name in an HTTP request.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// An HTTP request, complete but for what a transport adds (`Authorization`).
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The absolute URL, percent-encoded.
    pub url: String,
    /// Header names and values.
    pub headers: Vec<(&'static str, String)>,
    /// The body; `headers` then has its `Content-Type`.
    pub body: Option<String>,
}

impl Request {
    /// Overwrites header values and body, as soon as they are sent. Other copies of the request keep theirs.
    pub fn wipe(&mut self) {
        for (_, value) in &mut self.headers {
            value.zeroize();
        }
        self.body.zeroize();
    }
}

/// Header values and bodies carry tokens and secrets, so only names and the presence of a body are printed.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.headers.iter().map(|(name, _)| *name).collect();
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("url", &self.url)
            .field("headers", &names)
            .field("has_body", &self.body.is_some())
            .finish()
    }
}

/// An HTTP answer of any status.
#[derive(Clone, PartialEq, Eq)]
pub struct Response {
    /// The HTTP status code.
    pub status: u16,
    /// The `Retry-After` header, where the server sent it and the browser may read it.
    pub retry_after: Option<String>,
    /// The body as text.
    pub body: String,
}

impl Response {
    /// Overwrites the body, as soon as it is read.
    pub fn wipe(&mut self) {
        self.body.zeroize();
    }
}

/// Bodies carry tokens and secrets, so only the length is printed.
impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("retry_after", &self.retry_after)
            .field("body_bytes", &self.body.len())
            .finish()
    }
}

/// Why there is no answer to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransportError {
    /// No answer, or one that the browser hides from the page (CORS); the two cannot be told apart.
    Unreachable,
    /// No answer within the transport's time limit.
    TimedOut,
    /// The caller gave up waiting.
    Aborted,
    /// The answer is longer than the transport reads.
    TooLong,
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unreachable => {
                "The server could not be reached, or does not allow this page to read its answers."
            }
            Self::TimedOut => "The server did not answer in time.",
            Self::Aborted => "The request was stopped before the answer came.",
            Self::TooLong => "The answer is too long to be read.",
        })
    }
}

impl std::error::Error for TransportError {}

/// Sends requests. A decorator adds what every request needs: the access token, throttling, retries.
pub trait Transport {
    /// Sends `request` and gives the answer of whatever status.
    ///
    /// # Errors
    /// When there is no answer to look at. The future need not be `Send`: a browser has one thread.
    fn send(&self, request: Request) -> impl Future<Output = Result<Response, TransportError>>;
}
