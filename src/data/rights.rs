//! What the account may do, project by project.

use dt_api::{AskedPages, Error, Permissions, Project};

use super::{Cloud, Load, NextStep, Problem};

/// How many projects are read before what is known so far is shown.
const AT_ONCE: usize = 5;

/// What the account may do in one project.
#[derive(Clone, Debug)]
pub struct ProjectRights {
    /// The project.
    pub project: Project,
    /// The account's permissions in it, or why they could not be read.
    pub permissions: Result<Permissions, Problem>,
}

impl Cloud {
    /// The account's permissions in every project that it can see (`dt-api.md` §6.3), shown as they arrive.
    #[must_use]
    pub fn rights(self) -> Load<Vec<ProjectRights>> {
        Load::new(move |loading| {
            let client = self.client();
            async move {
                let mut rights: Vec<ProjectRights> = Vec::new();
                let mut next: Option<String> = None;
                let mut asked = AskedPages::default();
                loop {
                    let page = client.projects(next.as_deref()).await?;
                    for project in page.items {
                        let permissions = told(client.permissions(&project.id).await)?;
                        rights.push(ProjectRights { project, permissions });
                        if loading.is_first() || rights.len().is_multiple_of(AT_ONCE) {
                            loading.show(rights.clone());
                        }
                    }
                    let Some(token) = page.next else { return Ok(rights) };
                    asked.ask(&token)?;
                    next = Some(token);
                }
            }
        })
    }
}

/// One project that cannot be read holds up no other; the end of the session does.
fn told(permissions: Result<Permissions, Error>) -> Result<Result<Permissions, Problem>, Error> {
    match permissions {
        Ok(permissions) => Ok(Ok(permissions)),
        Err(error) => match Problem::from(error.clone()) {
            Problem { next: NextStep::SignIn, .. } => Err(error),
            problem => Ok(Err(problem)),
        },
    }
}
