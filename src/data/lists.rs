//! The lists that views read to their end.

use dt_api::{AskedPages, Connector, Device, Error, Page, Project, ProjectId};

use super::{Cloud, Load, Loading, use_project_names};

impl Cloud {
    /// Every project that the account can see. Their names are known to the page from then on.
    #[must_use]
    pub fn projects(self) -> Load<Vec<Project>> {
        let names = use_project_names();
        Load::new(move |loading| {
            let client = self.client();
            every_page(loading, move |next| {
                let client = client.clone();
                async move {
                    let page = client.projects(next.as_deref()).await?;
                    page.items.iter().for_each(|project| names.learn(project));
                    Ok(page)
                }
            })
        })
    }

    /// Every Data Connector of a project.
    #[must_use]
    pub fn connectors(self, project: ProjectId) -> Load<Vec<Connector>> {
        Load::new(move |loading| {
            let (client, project) = (self.client(), project.clone());
            every_page(loading, move |next| {
                let (client, project) = (client.clone(), project.clone());
                async move { client.connectors(&project, next.as_deref()).await }
            })
        })
    }

    /// Every device of a project.
    #[must_use]
    pub fn devices(self, project: ProjectId) -> Load<Vec<Device>> {
        Load::new(move |loading| {
            let (client, project) = (self.client(), project.clone());
            every_page(loading, move |next| {
                let (client, project) = (client.clone(), project.clone());
                async move { client.devices(&project, next.as_deref()).await }
            })
        })
    }
}

/// Follows a paged list to its end, showing what has arrived so far the first time.
///
/// # Errors
/// Those of the page that failed; what had arrived stays on screen.
async fn every_page<T, F>(
    loading: Loading<Vec<T>>,
    page: impl Fn(Option<String>) -> F,
) -> Result<Vec<T>, Error>
where
    T: Clone + Send + Sync,
    F: Future<Output = Result<Page<T>, Error>>,
{
    let first = loading.is_first();
    let mut all = Vec::new();
    let mut next = None;
    let mut asked = AskedPages::default();
    loop {
        let page = page(next).await?;
        all.extend(page.items);
        let Some(token) = page.next else { return Ok(all) };
        asked.ask(&token)?;
        next = Some(token);
        // Nothing so far does not mean that there is nothing.
        if first && !all.is_empty() {
            loading.show(all.clone());
        }
    }
}
