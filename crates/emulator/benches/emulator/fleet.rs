//! How long lists of a large fleet take.

use std::time::Instant;

use serde::Serialize;
use serde_json::json;

use crate::{Outcome, client::Client, percentiles::Percentiles, program::Program};

const PROJECTS: u32 = 1000;
const CONNECTORS: u32 = 5;
const DEVICES: u32 = 20;
const PAGE: u32 = 100;
/// How often each list is asked for, after it was asked for a few times to warm up.
const CALLS: usize = 300;
const WARM_UP: usize = 20;

/// How long a list takes, from the request to the last byte of the answer.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct List {
    /// What is asked for.
    pub call: &'static str,
    /// How often it was.
    pub calls: usize,
    /// How long an answer is.
    pub bytes: usize,
    /// How long it takes.
    pub time: Percentiles,
}

/// Asks for one list after the other, over one connection.
pub async fn measure() -> Outcome<Vec<List>> {
    println!("Listing {PROJECTS} projects with {CONNECTORS} connectors and {DEVICES} devices each");
    let program = Program::start(&json!({}))?;
    let client = program.fill(PROJECTS, CONNECTORS, DEVICES).await?;
    let pages =
        (0..PROJECTS / PAGE).map(|page| format!("/v2/projects?pageSize={PAGE}&pageToken={}", page * PAGE));
    let pages: Vec<String> = pages.collect();
    let projects = project_names(&client, &pages).await?;
    let of_each = |list: &str| projects.iter().map(|name| format!("/v2/{name}/{list}")).collect::<Vec<_>>();
    let all_devices = |first: u32| vec![format!("/v2/projects/-/devices?pageSize={PAGE}&pageToken={first}")];
    let searched = vec![format!("/v2/projects/-/devices?pageSize={PAGE}&query=nothing")];
    let lists = [
        ("projects, every page of 100", pages),
        ("a project's Data Connectors (5)", of_each("dataconnectors")),
        ("a project's devices (20)", of_each("devices")),
        ("all devices, first page of 100", all_devices(0)),
        ("all devices, last page of 100", all_devices(PROJECTS * DEVICES - PAGE)),
        ("all devices, a query that none matches", searched),
    ];
    let mut measured = Vec::new();
    for (call, paths) in lists {
        measured.push(list(&client, call, &paths).await?);
    }
    Ok(measured)
}

async fn project_names(client: &Client, pages: &[String]) -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    for page in pages {
        let page = client.get(page).await?;
        let projects = page["projects"].as_array().into_iter().flatten();
        names.extend(projects.filter_map(|project| Some(project["name"].as_str()?.to_owned())));
    }
    if names.len() == PROJECTS as usize { Ok(names) } else { Err("not every project is listed".into()) }
}

async fn list(client: &Client, call: &'static str, paths: &[String]) -> Outcome<List> {
    let (mut times, mut bytes) = (Vec::new(), 0);
    for (nth, path) in paths.iter().cycle().take(WARM_UP + CALLS).enumerate() {
        let start = Instant::now();
        bytes = client.get_bytes(path).await?.len();
        if nth >= WARM_UP {
            times.push(start.elapsed());
        }
    }
    Ok(List { call, calls: CALLS, bytes, time: Percentiles::of(times) })
}
