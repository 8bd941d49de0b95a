//! The files in `deploy/` are what the policy says.
#![expect(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

use hosting::deploy::{HOSTS, files};
use hosting::{Deployment, Variant};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../deploy")
}

/// Every file under a folder by its path in it.
fn committed(folder: &Path, below: &str, found: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{below}{}", path.file_name().unwrap().to_string_lossy());
        if path.is_dir() {
            committed(&path, &format!("{name}/"), found);
        } else {
            found.insert(name, fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn what_is_committed_is_what_is_generated() {
    let mut found = BTreeMap::new();
    committed(&folder(), "", &mut found);
    let generated: BTreeMap<_, _> = files().into_iter().collect();
    let names = |files: &BTreeMap<String, String>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&found), names(&generated), "run `cargo xtask deploy`");
    for (name, text) in &generated {
        assert_eq!(found.get(name), Some(text), "deploy/{name} is out of date: run `cargo xtask deploy`");
    }
}

#[test]
fn every_host_is_told_every_header_in_both_variants() {
    let generated = files();
    for host in HOSTS {
        for variant in Variant::ALL {
            let folder = format!("{host}/{}/", variant.name());
            let texts = generated.iter().filter(|(name, _)| name.starts_with(&folder));
            let told: String = texts.map(|(_, text)| text.as_str()).collect();
            for (name, value) in Deployment::of_dt_cloud(variant).security_headers() {
                // CloudFront has fields of its own for these two.
                let own = match (host, name) {
                    ("s3-cloudfront", "x-content-type-options") => Some("\"ContentTypeOptions\""),
                    ("s3-cloudfront", "strict-transport-security") => {
                        Some("\"AccessControlMaxAgeSec\": 63072000")
                    }
                    _ => None,
                };
                assert!(told.contains(own.unwrap_or(&value)), "{folder}: {name}");
            }
        }
    }
}

#[test]
fn only_the_same_origin_variant_forwards_to_dt() {
    let upstream =
        ["https://api.disruptive-technologies.com", "https://identity.disruptive-technologies.com"];
    for host in HOSTS {
        let forwards = |variant: Variant| {
            let folder = format!("{host}/{}/", variant.name());
            let own = files().into_iter().filter(|(name, _)| name.starts_with(&folder));
            // What a browser is told names DT too, where it calls DT itself.
            let lines: Vec<_> = own
                .filter(|(name, _)| !name.ends_with("config.json"))
                .flat_map(|(_, text)| text.lines().map(str::to_owned).collect::<Vec<_>>())
                .filter(|line| !line.contains("connect-src"))
                .collect();
            upstream.map(|origin| {
                let host = origin.trim_start_matches("https://");
                lines.iter().any(|line| line.contains(host))
            })
        };
        assert_eq!(forwards(Variant::SameOrigin), [true, true], "{host}");
        assert_eq!(forwards(Variant::CrossOrigin), [false, false], "{host}");
    }
}

#[test]
fn the_console_is_told_its_own_host_but_signs_for_dts_token_endpoint() {
    let told = |variant| Deployment::of_dt_cloud(variant).configuration();
    assert_eq!(told(Variant::CrossOrigin)["apiUrl"], "https://api.disruptive-technologies.com/v2");
    let own = told(Variant::SameOrigin);
    assert_eq!((&own["apiUrl"], &own["tokenUrl"]), (&"/v2".into(), &"/oauth2/token".into()));
    assert_eq!(own["tokenAudience"], "https://identity.disruptive-technologies.com/oauth2/token");
}
