//! Printing anything that this crate decides never gives a secret away, whatever the connector is and whatever was typed.

use std::fmt::Debug;

use connector::code::{self, Language, Target};
use connector::undo::{self, Deed};
use connector::{
    ConfigDraft, Decisions, Draft, HeaderRow, Merge, Rules, SecretChange, Secrets, Side, Surroundings, import,
};
use dt_api::{Config, Connector, ConnectorKind, Extra, HttpPush, arbitrary};
use proptest::prelude::*;

/// What every secret here begins with, and nothing else has in it.
const MARK: &str = "hush-hush";

/// A secret; of an alphabet that is written the same way in a URL, a header and a text in quotes.
fn secret() -> impl Strategy<Value = String> {
    "[a-zA-Z0-9]{0,12}".prop_map(|rest| format!("{MARK}{rest}"))
}

/// A connector that has a secret wherever one can be.
fn confidant() -> impl Strategy<Value = Connector> {
    let header = prop_oneof![Just("Authorization"), Just("X-Api-Key"), Just("Cookie")];
    let secrets = (secret(), secret(), secret(), secret());
    (arbitrary::connector(), header, secrets).prop_map(|(mut connector, header, secrets)| {
        let (password, value, signature_secret, unknown) = secrets;
        if connector.config.kind() == ConnectorKind::HttpPush {
            connector.config = Config::HttpPush(HttpPush {
                url: format!("https://user:{password}@example.com/dt"),
                signature_secret,
                headers: [(header.to_owned(), value)].into(),
                extra: Extra([("password".to_owned(), unknown.into())].into_iter().collect()),
            });
        }
        connector
    })
}

/// What somebody makes of its form: other secrets in the places of its own.
fn edited(connector: &Connector, typed: &str) -> Draft {
    let mut draft = Draft { display_name: "Another".to_owned(), ..Draft::from(connector) };
    if let ConfigDraft::HttpPush(push) = &mut draft.config {
        push.url = format!("https://user:{typed}@example.com/another");
        push.signature_secret = SecretChange::Replace(typed.to_owned());
        push.headers.push(HeaderRow { name: "X-Token".to_owned(), value: typed.to_owned() });
    }
    draft
}

fn assert_silent(what: &str, value: &impl Debug) {
    let printed = format!("{value:?}\n{value:#?}");
    assert!(!printed.contains(MARK), "{what}: {printed}");
}

proptest! {
    #[test]
    fn nothing_prints_a_secret(before in confidant(), theirs in confidant(), typed in secret()) {
        let mut after = theirs.clone();
        after.name = before.name.clone();
        // DT changes no connector's type (`dt-api.md` §3.4).
        if after.config.kind() != before.config.kind() {
            after.config = before.config.clone();
        }
        let draft = edited(&before, &typed);
        assert_silent("connector", &before);
        assert_silent("draft", &draft);
        for secrets in [Secrets::Copied, Secrets::New(typed.clone()), Secrets::None] {
            assert_silent("choice", &secrets);
            assert_silent("duplicate", &Draft::duplicate(&before, &before.config.kind(), secrets));
        }
        assert_silent("problems", &draft.problems(&Rules::default()));
        let surroundings = Surroundings { connectors: Some(std::slice::from_ref(&after)), ..Surroundings::default() };
        assert_silent("surroundings", &surroundings);
        let lints = draft.lints(&surroundings);
        assert_silent("advice", &lints);
        for fix in lints.iter().filter_map(|lint| lint.fix.as_ref()) {
            let mut fixed = draft.clone();
            fix.apply(&mut fixed);
            assert_silent("advice taken", &fixed);
        }
        assert_silent("changes", &draft.changes(&before));
        assert_silent("review", &draft.review(&before));
        let merge = Merge::new(&before, &draft, &after, &Decisions::new());
        assert_silent("merge", &merge);
        for side in [Side::Mine, Side::Theirs] {
            let decisions: Decisions =
                merge.clashes.iter().map(|clash| (clash.subject.clone(), side)).collect();
            assert_silent("decided merge", &Merge::new(&before, &draft, &after, &decisions));
        }
        for deed in [
            Deed::Added(before.clone()),
            Deed::Deleted(before.clone()),
            Deed::Updated { before: Box::new(before.clone()), after: Box::new(after.clone()) },
        ] {
            assert_silent("deed", &deed);
            assert_silent("summary", &deed.summary());
        }
        assert_silent("undo", &undo::take_back(&before, &after, &after, &Decisions::new()));
        assert_silent("guide", &connector::setup::guide(&draft));
        assert_silent("target", &Target::Update(&before));
    }

    #[test]
    fn code_neither_holds_nor_prints_a_secret(connector in confidant(), typed in secret()) {
        prop_assume!(connector.config.kind() == ConnectorKind::HttpPush);
        let draft = edited(&connector, &typed);
        for language in Language::ALL {
            let code = code::write(language, &draft, Target::Update(&connector), "https://api.example.com/v2");
            assert_silent("code", &code);
        }
    }

    #[test]
    fn reading_code_prints_no_secret_whether_or_not_it_can_be_read(typed in secret(), cut in 0_usize..400) {
        let command = format!(
            "curl -X POST https://api.example.com/v2/projects/p/dataconnectors -H 'Authorization: Bearer {typed}' \
             -d '{{\"type\":\"HTTP_PUSH\",\"httpConfig\":{{\"url\":\"https://u:{typed}@example.com\",\
             \"signatureSecret\":\"{typed}\",\"headers\":{{\"X-Token\":\"{typed}\"}}}}}}'"
        );
        let body = format!("{{\"signatureSecret\": \"{typed}\", \"httpConfig\": \"{typed}\"}}");
        let part: String = command.chars().take(cut).collect();
        for text in [command.as_str(), body.as_str(), part.as_str()] {
            match import::read(text) {
                Ok(imported) => {
                    assert_silent("import", &imported);
                    assert_silent("imported draft", &imported.new_draft());
                }
                Err(problem) => assert_silent("import problem", &problem),
            }
        }
    }
}
