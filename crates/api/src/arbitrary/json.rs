//! Any JSON.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::{Map, Value};

use super::text;
use crate::connector::Extra;

/// Any JSON value, up to three levels deep.
pub fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            btree_map(text(), inner, 0..4).prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Up to two fields whose names no version of the API has used.
pub fn extra() -> impl Strategy<Value = Extra> {
    btree_map("unheardOf[A-Z]{1,3}", json(), 0..3)
        .prop_map(|fields| Extra(fields.into_iter().collect::<Map<String, Value>>()))
}
