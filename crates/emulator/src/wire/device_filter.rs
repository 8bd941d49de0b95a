//! The parameters that choose among devices, in lists and streams (`dt-api.md` §6.5, §6.7).

use std::collections::BTreeMap;

use super::query::QueryParameters;
use crate::model::{device::Device, event::Source};

/// Which devices are asked for; an empty list means all.
#[derive(Debug)]
pub struct DeviceFilter {
    ids: Vec<String>,
    kinds: Vec<String>,
    product_numbers: Vec<String>,
    /// Conditions, unlike the others, of which one has to hold.
    labels: Vec<String>,
}

/// What a device is chosen by.
#[derive(Debug)]
pub struct Traits<'a> {
    id: &'a str,
    kind: &'a str,
    product_number: &'a str,
    labels: &'a BTreeMap<String, String>,
}

impl DeviceFilter {
    /// What `deviceIds`, `deviceTypes`, `productNumbers` and `labelFilters` ask for.
    pub fn asked_for(query: &QueryParameters) -> Self {
        let all = |parameter| query.all(parameter).map(str::to_owned).collect();
        Self {
            ids: query.all("deviceIds").map(id).map(str::to_owned).collect(),
            kinds: all("deviceTypes"),
            product_numbers: all("productNumbers"),
            labels: all("labelFilters"),
        }
    }

    /// The same, of one device alone.
    pub fn of_device(self, id: &str) -> Self {
        Self { ids: vec![id.to_owned()], ..self }
    }

    /// Whether a device is asked for.
    pub fn admits<'a>(&self, device: impl Into<Traits<'a>>) -> bool {
        let device = device.into();
        is_one_of(&self.ids, device.id)
            && is_one_of(&self.kinds, device.kind)
            && is_one_of(&self.product_numbers, device.product_number)
            && self.labels.iter().all(|filter| has_label(device.labels, filter))
    }
}

/// Whether a value is in a list, or the list is empty.
pub fn is_one_of(wanted: &[String], value: &str) -> bool {
    wanted.is_empty() || wanted.iter().any(|wanted| wanted == value)
}

/// What follows the last slash of a resource name.
pub fn id(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// A filter is `key=value`, or a label's `key`, which DT's Python package sends as `key=`.
fn has_label(labels: &BTreeMap<String, String>, filter: &str) -> bool {
    let (key, value) = filter.split_once('=').unwrap_or((filter, ""));
    labels.get(key).is_some_and(|label| value.is_empty() || label == value)
}

impl<'a> From<&'a Device> for Traits<'a> {
    fn from(device: &'a Device) -> Self {
        Self {
            id: &device.id,
            kind: &device.kind,
            product_number: &device.product_number,
            labels: &device.labels,
        }
    }
}

impl<'a> From<&'a Source> for Traits<'a> {
    fn from(source: &'a Source) -> Self {
        Self {
            id: &source.id,
            kind: &source.kind,
            product_number: &source.product_number,
            labels: &source.labels,
        }
    }
}
