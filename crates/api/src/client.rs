//! The calls of the API that the console makes (`dt-api.md` §3.2, §6).

use serde_json::Value;

use crate::connector::Connector;
use crate::decode;
use crate::device::Device;
use crate::error::Error;
use crate::ids::{ConnectorName, ProjectId};
use crate::metrics::Metrics;
use crate::page::{AskedPages, Page};
use crate::permissions::Permissions;
use crate::project::Project;
use crate::refusal::Refusal;
use crate::transport::{Method, Request, Response, Transport};
use crate::update_mask;
use crate::url::UrlBuilder;

/// The largest page that DT serves (`dt-api.md` §8).
const PAGE_SIZE: &str = "100";

/// DT's REST API. It knows URLs and JSON, not tokens: `T` adds the `Authorization` header.
///
/// Every call fails with [`Error::Transport`] when no answer comes, with [`Error::Refused`] when the status is not a
/// success and with [`Error::Malformed`] when the answer is not what the API promises.
#[derive(Clone, Debug)]
pub struct Client<T> {
    base_url: String,
    transport: T,
    sends_update_mask: bool,
}

#[expect(
    clippy::missing_errors_doc,
    reason = "the documentation of the type has them, as they are the same for all"
)]
impl<T: Transport> Client<T> {
    /// A client of the API at `base_url`, such as `https://api.disruptive-technologies.com/v2`.
    #[must_use]
    pub fn new(base_url: &str, transport: T) -> Self {
        Self { base_url: base_url.trim_end_matches('/').to_owned(), transport, sends_update_mask: true }
    }

    /// A client that names the fields of a PATCH by its body alone: DT's clients do either (`dt-api.md` §3.4).
    #[must_use]
    pub fn without_update_mask(self) -> Self {
        Self { sends_update_mask: false, ..self }
    }

    /// What carries the requests.
    #[must_use]
    pub fn transport(&self) -> &T {
        &self.transport
    }

    /// One page of the projects that the caller can see.
    pub async fn projects(&self, page_token: Option<&str>) -> Result<Page<Project>, Error> {
        let answer = self.page(self.url().segment("projects"), page_token).await?;
        Ok(Page::from_json(&answer, "projects", Project::from_json)?)
    }

    /// One project.
    pub async fn project(&self, project: &ProjectId) -> Result<Project, Error> {
        let answer = self.call(Method::Get, self.project_url(project), None).await?;
        Ok(Project::from_json(&answer)?)
    }

    /// What the caller may do in a project, from all pages.
    pub async fn permissions(&self, project: &ProjectId) -> Result<Permissions, Error> {
        let mut names = Vec::new();
        let mut page_token: Option<String> = None;
        let mut asked = AskedPages::default();
        loop {
            let url = self.project_url(project).segment("permissions");
            let answer = self.page(url, page_token.as_deref()).await?;
            let page = Page::from_json(&answer, "permissions", Permissions::name_from_json)?;
            names.extend(page.items);
            let Some(next) = page.next else { return Ok(names.into_iter().collect()) };
            asked.ask(&next)?;
            page_token = Some(next);
        }
    }

    /// One page of a project's devices.
    pub async fn devices(
        &self,
        project: &ProjectId,
        page_token: Option<&str>,
    ) -> Result<Page<Device>, Error> {
        let answer = self.page(self.project_url(project).segment("devices"), page_token).await?;
        Ok(Page::from_json(&answer, "devices", Device::from_json)?)
    }

    /// One page of a project's Data Connectors.
    pub async fn connectors(
        &self,
        project: &ProjectId,
        page_token: Option<&str>,
    ) -> Result<Page<Connector>, Error> {
        let answer = self.page(self.project_url(project).segment("dataconnectors"), page_token).await?;
        Ok(Page::from_json(&answer, "dataConnectors", Connector::from_json)?)
    }

    /// One Data Connector.
    pub async fn connector(&self, name: &ConnectorName) -> Result<Connector, Error> {
        let answer = self.call(Method::Get, self.connector_url(name), None).await?;
        Ok(Connector::from_json(&answer)?)
    }

    /// Creates a Data Connector and gives what the server made of `body`.
    pub async fn create_connector(&self, project: &ProjectId, body: &Value) -> Result<Connector, Error> {
        let url = self.project_url(project).segment("dataconnectors");
        let answer = self.call(Method::Post, url, Some(body)).await?;
        Ok(Connector::from_json(&answer)?)
    }

    /// Changes the fields that `body` has and gives the whole Data Connector as the server kept it.
    pub async fn update_connector(&self, name: &ConnectorName, body: &Value) -> Result<Connector, Error> {
        let url = self.connector_url(name);
        let url = match update_mask::of(body).filter(|_| self.sends_update_mask) {
            Some(mask) => url.query("update_mask", &mask),
            None => url,
        };
        let answer = self.call(Method::Patch, url, Some(body)).await?;
        Ok(Connector::from_json(&answer)?)
    }

    /// Deletes a Data Connector.
    pub async fn delete_connector(&self, name: &ConnectorName) -> Result<(), Error> {
        self.command(Method::Delete, self.connector_url(name)).await
    }

    /// Sends the most recent event of each type of every device in the project to the endpoint.
    pub async fn synchronize_connector(&self, name: &ConnectorName) -> Result<(), Error> {
        self.command(Method::Post, self.connector_url(name).verb("sync")).await
    }

    /// How a Data Connector's deliveries went lately.
    pub async fn metrics(&self, name: &ConnectorName) -> Result<Metrics, Error> {
        let answer = self.call(Method::Get, self.connector_url(name).verb("metrics"), None).await?;
        Ok(Metrics::from_json(&answer)?)
    }

    fn url(&self) -> UrlBuilder {
        UrlBuilder::new(&self.base_url)
    }

    fn project_url(&self, project: &ProjectId) -> UrlBuilder {
        self.url().segment("projects").segment(project.as_str())
    }

    fn connector_url(&self, name: &ConnectorName) -> UrlBuilder {
        self.project_url(&name.project).segment("dataconnectors").segment(name.connector.as_str())
    }

    async fn page(&self, url: UrlBuilder, page_token: Option<&str>) -> Result<Value, Error> {
        let url = url.query("pageSize", PAGE_SIZE);
        let url = match page_token {
            Some(token) => url.query("pageToken", token),
            None => url,
        };
        self.call(Method::Get, url, None).await
    }

    async fn call(&self, method: Method, url: UrlBuilder, body: Option<&Value>) -> Result<Value, Error> {
        let response = self.send(method, url, body).await?;
        Ok(decode::json(&response.body)?)
    }

    /// Sends what is answered with nothing but that it is done: `{}` (`dt-api.md` §3.2), or no body at all. Any other answer
    /// comes from somebody on the way, such as a network that asks to sign in, and does not say whether it is done.
    async fn command(&self, method: Method, url: UrlBuilder) -> Result<(), Error> {
        let response = self.send(method, url, None).await?;
        if !response.body.trim().is_empty() {
            decode::object(&decode::json(&response.body)?)?;
        }
        Ok(())
    }

    async fn send(&self, method: Method, url: UrlBuilder, body: Option<&Value>) -> Result<Response, Error> {
        let response = self.transport.send(request(method, url, body)).await?;
        if (200..=299).contains(&response.status) {
            Ok(response)
        } else {
            Err(Refusal::from_response(&response).into())
        }
    }
}

fn request(method: Method, url: UrlBuilder, body: Option<&Value>) -> Request {
    let headers = body.map(|_| ("Content-Type", "application/json".to_owned()));
    Request {
        method,
        url: url.finish(),
        headers: headers.into_iter().collect(),
        body: body.map(Value::to_string),
    }
}
