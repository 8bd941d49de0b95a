//! Whatever a server answers and whatever file is chosen: nothing panics, nothing hangs, and nothing that came is lost.
#![expect(clippy::unwrap_used, reason = "a failed step fails the test")]

mod answers;
mod encodings;
mod files;
mod round_trip;

use dt_api::arbitrary;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The wire samples, by name.
fn samples() -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    let mut samples: Vec<_> = files
        .map(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (name, serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap())
        })
        .collect();
    samples.sort_by(|(one, _): &(String, Value), (other, _)| one.cmp(other));
    samples
}

/// JSON near to a sample of which the name begins like this.
fn near_a_sample(kind: &str) -> impl Strategy<Value = Value> + use<> {
    let named: Vec<Value> =
        samples().into_iter().filter(|(name, _)| name.starts_with(kind)).map(|(_, json)| json).collect();
    select(named).prop_flat_map(arbitrary::mutated)
}

/// A body near to a sample: right JSON of almost the right shape, or not quite JSON.
fn body() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => near_a_sample("").prop_map(|json| json.to_string()),
        2 => near_a_sample("").prop_flat_map(|json| arbitrary::mangled(json.to_string())),
        1 => any::<String>(),
    ]
}
