//! A project with a device that can be told to tell something, and with connectors that push it on.

use serde_json::{Value, json};

use crate::{Outcome, client::Client, program::Program};

/// A project with an emulated device.
#[derive(Clone, Debug)]
pub struct Site {
    client: Client,
    project: String,
    device: String,
}

impl Site {
    /// Starts the emulator over with one.
    pub async fn make(program: &Program) -> Outcome<Self> {
        let client = program.fill(1, 0, 0).await?;
        let projects = client.get("/v2/projects").await?;
        let project = name(&projects["projects"][0])?;
        let made = client.post(&format!("/v2/{project}/devices"), &json!({"type": "temperature"})).await?;
        Ok(Self { client, project, device: name(&made)? })
    }

    /// Adds a connector that pushes to this URL, and gives its name.
    pub async fn add_connector(&self, url: &str) -> Outcome<String> {
        let connector = json!({
            "type": "HTTP_PUSH",
            "labels": ["virtual-sensor"],
            "httpConfig": {"url": url, "signatureSecret": "a secret of the usual length"},
        });
        name(&self.client.post(&format!("/v2/{}/dataconnectors", self.project), &connector).await?)
    }

    /// The device tells a temperature.
    pub async fn publish(&self) -> Outcome {
        let report = json!({"temperature": {"value": 21.5}});
        self.client.post(&format!("/v2/{}:publish", self.device), &report).await.map(drop)
    }

    /// How many pushes of a connector the emulator counts as acknowledged and as failed.
    pub async fn metrics(&self, connector: &str) -> Outcome<(u64, u64)> {
        let answer = self.client.get(&format!("/v2/{connector}:metrics")).await?;
        let count = |name| answer["metrics"][name].as_u64().ok_or("the metrics lack a count");
        Ok((count("successCount")?, count("errorCount")?))
    }
}

fn name(resource: &Value) -> Outcome<String> {
    Ok(resource["name"].as_str().ok_or("a resource has no name")?.to_owned())
}
