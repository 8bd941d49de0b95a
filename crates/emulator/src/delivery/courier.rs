//! Carrying pushes over the network.

use std::{error::Error, path::Path, time::Duration};

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, Request, Response, StatusCode, Uri},
};
use http_body_util::{BodyExt, Full};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::{TokioExecutor, TokioTimer},
};
use rustls::{
    ClientConfig, RootCertStore,
    crypto::ring,
    pki_types::{CertificateDer, pem::PemObject},
};
use url::Url;

/// How long an endpoint may take to answer (`dt-api.md` §4).
pub const TIME_LIMIT: Duration = Duration::from_secs(10);
/// Connections that nobody needs are closed after so long.
const IDLE: Duration = Duration::from_secs(30);

/// An HTTP client that verifies certificates and follows no redirects.
#[derive(Clone, Debug)]
pub struct Courier(Client<HttpsConnector<HttpConnector>, Full<Bytes>>);

impl Courier {
    /// A client that trusts Mozilla's certificate authorities (`dt-api.md` §4), and those in a PEM file.
    pub fn new(trusted: Option<&Path>) -> Result<Self, String> {
        let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        if let Some(file) = trusted {
            let said = |error: &dyn Error| format!("{}: {error}", file.display());
            for certificate in CertificateDer::pem_file_iter(file).map_err(|error| said(&error))? {
                roots.add(certificate.map_err(|error| said(&error))?).map_err(|error| said(&error))?;
            }
        }
        let tls = ClientConfig::builder_with_provider(ring::default_provider().into())
            .with_safe_default_protocol_versions()
            .map_err(|error| error.to_string())?
            .with_root_certificates(roots)
            .with_no_client_auth();
        let connector =
            HttpsConnectorBuilder::new().with_tls_config(tls).https_or_http().enable_http1().build();
        let client = Client::builder(TokioExecutor::new())
            .pool_idle_timeout(IDLE)
            .pool_timer(TokioTimer::new())
            .build(connector);
        Ok(Self(client))
    }

    /// Posts a push, and gives the answer once its status is known; `None` when there is none.
    pub async fn post(&self, url: &Url, headers: HeaderMap, body: Bytes) -> Option<Response<Body>> {
        let mut request = Request::post(target(url)?).body(Full::new(body)).ok()?;
        *request.headers_mut() = headers;
        Some(self.0.request(request).await.ok()?.map(Body::new))
    }
}

/// The status of an answer, after all of it has come if that is needed; `None` when it breaks off.
pub async fn status(answer: Response<Body>, needs_whole_answer: bool) -> Option<StatusCode> {
    let status = answer.status();
    let mut body = answer.into_body();
    while needs_whole_answer && let Some(frame) = body.frame().await {
        frame.ok()?;
    }
    Some(status)
}

/// The URL without what is not sent: the credentials and the fragment.
fn target(url: &Url) -> Option<Uri> {
    let mut url = url.clone();
    url.set_fragment(None);
    url.set_username("").ok()?;
    url.set_password(None).ok()?;
    url.as_str().parse().ok()
}
