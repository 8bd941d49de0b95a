//! What DT has invented meanwhile comes through the console unharmed.

use dt_api::{Connector, arbitrary};
use proptest::prelude::*;
use serde_json::Value;

use super::near_a_sample;

/// Whether everything that says something is also in what was written. Absent, null and empty mean the same.
fn is_kept(read: &Value, written: Option<&Value>) -> bool {
    match (read, written) {
        (Value::Null, _) => true,
        (Value::Object(members), written) => members.iter().all(|(name, value)| {
            let written = written.and_then(|written| written.get(name));
            is_kept(value, written)
        }),
        (Value::String(text), None) => text.is_empty(),
        (Value::Array(items), None) => items.is_empty(),
        (read, Some(written)) => read == written,
        (_, None) => false,
    }
}

proptest! {
    #![proptest_config(arbitrary::many_cases())]

    #[test]
    fn everything_that_came_is_written_back(json in near_a_sample("connector_")) {
        if let Ok(connector) = Connector::from_json(&json) {
            let written = connector.to_json();
            prop_assert!(is_kept(&json, Some(&written)), "{}\n{}", json, written);
            prop_assert_eq!(Connector::from_json(&written), Ok(connector));
        }
    }

    #[test]
    fn unknown_fields_are_written_back_wherever_they_are(
        connector in arbitrary::connector(), name in "x[A-Z]{1,3}", value in arbitrary::json(),
    ) {
        let mut json = connector.to_json();
        let fields = json.as_object_mut().unwrap();
        let objects = fields.values_mut().filter_map(Value::as_object_mut);
        for object in objects.filter(|object| !object.contains_key(&name)) {
            object.insert(name.clone(), value.clone());
        }
        fields.insert(name, value);
        prop_assert_eq!(Connector::from_json(&json).unwrap().to_json(), json);
    }
}
