//! Whatever a form holds, what it gives to paste does nothing but what it shows.

use std::collections::BTreeSet;

use connector::setup::{Guide, guide, title};
use connector::{ConfigDraft, Draft};
use dt_api::{AwsSqs, AzureServiceBus, ConnectorKind, GoogleCloudPubsub};
use proptest::prelude::*;
use serde_json::Value;

use super::edits::edited_draft;
use super::shell::commands;

/// What somebody could put into a field to have it run.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zA-Z0-9._=@-]{1,8}",
        prop::sample::select(vec![
            "'",
            "\"",
            "`",
            "$(",
            ")",
            "${",
            "}",
            ";",
            "&&",
            "|",
            "<",
            ">",
            "\\",
            "\n",
            "\r",
            "\u{3}",
            "\u{1b}[201~",
            " ",
            "!",
            "*",
            "..",
            "--",
            "@",
            "file:",
            "%27",
            "\u{FDD0}",
            "ISSUER",
            "\u{FDD0}ISSUER\u{FDD0}",
            "å",
        ])
        .prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 1..5).prop_map(|pieces| pieces.concat().trim().to_owned())
}

fn with_config(config: ConfigDraft) -> Guide {
    guide(&Draft { config, ..Draft::new(&ConnectorKind::HttpPush) }).unwrap()
}

/// The words of every command, and the policies that stand alone.
fn read(guide: &Guide) -> (Vec<Vec<String>>, Vec<Value>) {
    let code = guide.steps.iter().filter_map(|step| step.code.as_deref());
    let (policies, scripts): (Vec<_>, Vec<_>) = code.partition(|code| code.starts_with('{'));
    let policies = policies.into_iter().map(|policy| serde_json::from_str(policy).unwrap()).collect();
    (scripts.into_iter().flat_map(|script| commands(script).unwrap()).collect(), policies)
}

/// What follows the option.
fn values<'a>(commands: &'a [Vec<String>], option: &str) -> Vec<&'a str> {
    let pairs = commands.iter().flat_map(|words| words.iter().zip(words.iter().skip(1)));
    pairs.filter(|(word, _)| *word == option).map(|(_, value)| value.as_str()).collect()
}

/// The names between angle brackets.
fn bracketed(text: &str) -> BTreeSet<&str> {
    text.split('<').skip(1).map(|rest| rest.split_once('>').unwrap().0).collect()
}

fn assert_sound(guide: &Guide) {
    let (commands, policies) = read(guide);
    for words in &commands {
        assert!(["az", "gcloud", "aws"].contains(&words.first().unwrap().as_str()), "{words:?}");
        for word in words.iter().skip(1) {
            let is_option = word.strip_prefix("--").is_some_and(|name| {
                !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
            });
            assert!(is_option || !word.starts_with(['-', '@']), "{word}");
            assert!(!word.starts_with("file://"), "{word}");
        }
        for word in words.iter().filter(|word| word.starts_with(['{', '['])) {
            serde_json::from_str::<Value>(word).unwrap();
        }
    }
    for resource in policies.iter().filter_map(|policy| policy.pointer("/Statement/0/Resource")) {
        assert!(!resource.as_str().unwrap().contains(['*', '?', '$']), "{resource}");
    }
    let code: Vec<_> = guide.steps.iter().filter_map(|step| step.code.as_deref()).collect();
    let listed: BTreeSet<_> = guide.placeholders.iter().map(|placeholder| placeholder.name).collect();
    assert_eq!(bracketed(&code.concat()), listed);
    assert_eq!(listed.len(), guide.placeholders.len());
    let control = |character: char| character.is_control() && character != '\n';
    assert!(!code.concat().contains(control));
    let titles: BTreeSet<_> = guide.steps.iter().map(|step| step.title).collect();
    assert_eq!(titles.len(), guide.steps.len());
}

/// Each is the text, or a placeholder for what no cloud would take.
fn assert_intact(values: &[&str], text: &str) {
    assert!(!values.is_empty());
    for value in values {
        let is_placeholder = value.starts_with('<') && value.ends_with('>');
        assert!(*value == text || is_placeholder, "{value} of {text}");
    }
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte);
    if text.starts_with(|first: char| first.is_ascii_alphanumeric())
        && text.bytes().all(is_plain)
        && !text.contains("..")
    {
        assert!(values.iter().all(|value| *value == text), "{values:?} of {text}");
    }
}

proptest! {
    #[test]
    fn a_guide_is_sound_for_every_form((_, draft) in edited_draft()) {
        let guide = guide(&draft);
        prop_assert_eq!(guide.is_some(), title(&draft).is_some());
        if let Some(guide) = guide {
            assert_sound(&guide);
        }
    }

    #[test]
    fn what_is_typed_for_azure_stays_one_argument(topic in hostile(), tenant in hostile(), client in hostile()) {
        let guide = with_config(ConfigDraft::AzureServiceBus(AzureServiceBus {
            url: ["sb://facility.servicebus.windows.net/", &topic].concat(),
            tenant_id: tenant.clone(),
            client_id: client.clone(),
            ..AzureServiceBus::default()
        }));
        assert_sound(&guide);
        let (commands, _) = read(&guide);
        assert_intact(&values(&commands, "--tenant"), &tenant);
        assert_intact(&values(&commands, "--id"), &client);
        assert_intact(&values(&commands, "--assignee"), &client);
        assert_intact(&values(&commands, "--name"), &topic);
    }

    #[test]
    fn what_is_typed_for_google_cloud_stays_one_argument(project in hostile(), pool in hostile()) {
        let guide = with_config(ConfigDraft::GoogleCloudPubsub(GoogleCloudPubsub {
            topic: ["projects/", &project, "/topics/events"].concat(),
            audience: ["//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/", &pool, "/providers/p"].concat(),
            ..GoogleCloudPubsub::default()
        }));
        assert_sound(&guide);
        let (commands, _) = read(&guide);
        assert_intact(&values(&commands, "--workload-identity-pool"), &pool);
        let projects: Vec<_> = values(&commands, "--project").into_iter().filter(|project| *project != "1").collect();
        if project != "1" {
            assert_intact(&projects, &project);
        }
    }

    #[test]
    fn what_is_typed_for_aws_stays_one_argument(queue in hostile(), role in hostile(), audience in prop_oneof![hostile(), "file:///[a-z]{1,4}"]) {
        let guide = with_config(ConfigDraft::AwsSqs(AwsSqs {
            queue_url: ["https://sqs.eu-west-1.amazonaws.com/1/", &queue].concat(),
            aws_role_arn: ["arn:aws:iam::2:role/", &role].concat(),
            audience: audience.clone(),
            ..AwsSqs::default()
        }));
        assert_sound(&guide);
        let (commands, policies) = read(&guide);
        assert_eq!(policies.len(), 1);
        assert_intact(&values(&commands, "--queue-name"), &queue);
        assert_intact(&values(&commands, "--role-name"), &role);
        let audiences: Vec<String> = serde_json::from_str(values(&commands, "--client-id-list")[0]).unwrap();
        assert_intact(&[&audiences[0]], &audience);
    }
}
