//! IDs, names and percent-encoding.

use dt_api::{ConnectorId, ConnectorKind, ConnectorName, EventType, ProjectId, Status, arbitrary, percent};
use proptest::prelude::*;

#[test]
fn an_id_is_one_path_segment() {
    for text in ["", ".", "..", "a/b", "a:b", "/", ":sync"] {
        assert_eq!((ProjectId::parse(text), ConnectorId::parse(text)), (None, None), "{text}");
    }
    assert_eq!(ConnectorId::parse("c8s2b7gq3k5g02mtj1p0").unwrap().as_str(), "c8s2b7gq3k5g02mtj1p0");
}

#[test]
fn a_name_has_exactly_its_four_segments() {
    for text in
        ["", "projects/p", "projects/p/dataconnectors/", "projects//dataconnectors/d", "p/dataconnectors/d"]
    {
        assert_eq!(ConnectorName::parse(text), None, "{text}");
    }
    assert_eq!(ConnectorName::parse("projects/p/dataconnectors/d/e"), None);
    assert_eq!(ConnectorName::parse("projects/p/devices/d"), None);
}

#[test]
fn known_event_types_are_in_the_order_of_the_documentation_and_unknown_ones_last() {
    let mut sorted =
        [EventType::from("aNewType"), EventType::CellularStatus, EventType::Co2, EventType::Touch];
    sorted.sort();
    assert_eq!(
        sorted.map(|event_type| event_type.as_str().to_owned()),
        ["touch", "co2", "cellularStatus", "aNewType"]
    );
    assert!(EventType::KNOWN.is_sorted());
}

#[test]
fn encoding_follows_rfc_3986() {
    assert_eq!(percent::encode("aZ9-._~"), "aZ9-._~");
    assert_eq!(percent::encode("a b/ø+%"), "a%20b%2F%C3%B8%2B%25");
}

#[test]
fn decoding_leaves_what_is_no_escape() {
    assert_eq!(percent::decode("%c3%B8"), "ø");
    assert_eq!(percent::decode("100%, %4, %zz, +%"), "100%, %4, %zz, +%");
    assert_eq!(percent::decode("%FF"), "\u{FFFD}");
    assert_eq!(percent::decode_bytes("a%FF"), [b'a', 0xFF]);
}

proptest! {
    #[test]
    fn decoding_undoes_encoding(text in any::<String>()) {
        let encoded = percent::encode(&text);
        prop_assert!(encoded.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte)));
        prop_assert_eq!(percent::decode(&encoded), text);
    }

    #[test]
    fn no_text_makes_decoding_panic(text in any::<String>()) {
        let _ = (percent::decode(&text), ConnectorName::parse(&text), ProjectId::from_name(&text));
    }

    #[test]
    fn a_written_name_reads_as_itself(name in arbitrary::connector_name()) {
        prop_assert_eq!(ConnectorName::parse(&name.to_string()), Some(name));
    }

    #[test]
    fn words_of_the_api_read_as_they_were_written(text in arbitrary::text()) {
        prop_assert!(EventType::from(text.as_str()).as_str() == text);
        prop_assert!(Status::from(text.as_str()).as_str() == text);
        prop_assert!(ConnectorKind::from(text.as_str()).as_str() == text);
    }
}

#[test]
fn known_words_of_the_api_are_recognized() {
    for event_type in EventType::KNOWN {
        assert_eq!(EventType::from(event_type.as_str()), event_type);
    }
    for kind in ConnectorKind::KNOWN {
        assert_eq!(ConnectorKind::from(kind.as_str()), kind);
    }
    for status in [Status::Active, Status::UserDisabled, Status::SystemDisabled] {
        assert_eq!(Status::from(status.as_str()), status);
    }
}
