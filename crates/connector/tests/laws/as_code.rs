//! Code leads back to the form that it was made of.

use connector::code::{Language, Target, write};
use connector::secret::is_credential;
use connector::{ConfigDraft, Draft, import};
use proptest::prelude::*;

use super::edits::edited_draft;
use super::savable;

const BASE_URL: &str = "https://api.disruptive-technologies.com/v2";

fn text(language: Language, draft: &Draft, target: Target<'_>) -> String {
    write(language, draft, target, BASE_URL).unwrap().text
}

/// A form that shows nothing of another one but what is never in code.
fn with_secrets_of(mut form: Draft, draft: &Draft) -> Draft {
    if let (ConfigDraft::HttpPush(form), ConfigDraft::HttpPush(draft)) = (&mut form.config, &draft.config) {
        form.signature_secret = draft.signature_secret.clone();
        form.headers = draft.headers.iter().filter(|row| is_credential(&row.name)).cloned().collect();
    }
    let userinfo = url(&mut draft.config.clone()).and_then(|url| userinfo(url).map(str::to_owned));
    if let (Some(url), Some(userinfo)) = (url(&mut form.config), userinfo) {
        *url = ["//", &userinfo, "@"].concat();
    }
    form
}

/// The text that may hold a user name and a password.
fn url(config: &mut ConfigDraft) -> Option<&mut String> {
    match config {
        ConfigDraft::HttpPush(config) => Some(&mut config.url),
        ConfigDraft::AzureServiceBus(config) => Some(&mut config.url),
        ConfigDraft::AzureEventHub(config) => Some(&mut config.url),
        ConfigDraft::AwsSqs(config) => Some(&mut config.queue_url),
        ConfigDraft::GoogleCloudPubsub(_) | ConfigDraft::Unknown(_) => None,
    }
}

fn userinfo(url: &str) -> Option<&str> {
    let authority = url.split_once("//")?.1.split(['/', '\\', '?', '#']).next()?;
    Some(authority.rsplit_once('@')?.0)
}

/// The form after the code was read into an empty one.
fn read(code: &str, draft: &Draft) -> Draft {
    let mut form = with_secrets_of(Draft::new(&draft.config.kind()), draft);
    import::read(code).unwrap().apply(&mut form);
    form
}

fn is_known(draft: &Draft) -> bool {
    !matches!(draft.config, ConfigDraft::Unknown(_))
}

proptest! {
    #[test]
    fn json_leads_back_to_the_form((original, draft) in edited_draft()) {
        let draft = without_extra(draft);
        prop_assume!(savable(&draft) && is_known(&draft));
        let form = read(&text(Language::Json, &draft, Target::Update(&original)), &draft);
        prop_assert_eq!(form.patch(&original), draft.patch(&original));
        let code = text(Language::Json, &draft, Target::Create(&original.name.project));
        prop_assert_eq!(read(&code, &draft).create_body(), draft.create_body());
    }

    #[test]
    fn a_command_leads_back_to_the_form((original, draft) in edited_draft()) {
        let draft = without_extra(draft);
        prop_assume!(savable(&draft) && is_known(&draft));
        if let Some(patch) = draft.patch(&original) {
            let imported = import::read(&text(Language::Curl, &draft, Target::Update(&original))).unwrap();
            let mut form = without_extra(Draft::from(&original));
            if patch.as_object().unwrap().keys().any(|field| field.ends_with("Config")) {
                form = with_secrets_of(form, &draft);
            }
            imported.apply(&mut form);
            prop_assert_eq!(form.patch(&original), Some(patch));
            prop_assert_eq!(imported.name.as_ref(), Some(&original.name));
        }
        let code = text(Language::Curl, &draft, Target::Create(&original.name.project));
        prop_assert_eq!(read(&code, &draft).create_body(), draft.create_body());
        prop_assert_eq!(import::read(&code).unwrap().project, Some(original.name.project));
    }

    #[test]
    fn a_resource_leads_back_to_the_form_but_for_the_status((original, draft) in edited_draft()) {
        let draft = without_extra(draft);
        prop_assume!(savable(&draft) && is_known(&draft));
        let code = text(Language::Terraform, &draft, Target::Update(&original));
        let mut form = read(&code, &draft);
        form.enabled = draft.enabled;
        prop_assert_eq!(form.patch(&original), draft.patch(&original));
        prop_assert_eq!(import::read(&code).unwrap().name, Some(original.name.clone()));
        let code = text(Language::Terraform, &draft, Target::Create(&original.name.project));
        let mut form = read(&code, &draft);
        form.enabled = draft.enabled;
        prop_assert_eq!(form.create_body(), draft.create_body());
    }

    #[test]
    fn no_secret_is_in_code((original, mut draft) in edited_draft(), secret in "[a-z]{24}") {
        prop_assume!(savable(&draft));
        if let ConfigDraft::HttpPush(config) = &mut draft.config {
            config.signature_secret = connector::SecretChange::Replace(secret.clone());
            config.url = ["https://me:", &secret, "@example.com/"].concat();
            config.headers = vec![connector::HeaderRow { name: "X-Api-Key".to_owned(), value: secret.clone() }];
        }
        for language in Language::ALL {
            for target in [Target::Update(&original), Target::Create(&original.name.project)] {
                prop_assert!(!text(language, &draft, target).contains(&secret), "{:?}", language);
            }
        }
    }

    #[test]
    fn no_code_makes_reading_panic(text in any::<String>(), language in 0..4_usize) {
        let _ = import::read(&text);
        let started = ["{", "curl -d $'", "resource \"dt_data_connector\" \"a\" {\na = ", "curl --data \""];
        let _ = import::read(&[started[language], &text].concat());
    }

    #[test]
    fn no_piece_of_code_makes_reading_panic((original, draft) in edited_draft(), cuts in (0..4_usize, any::<prop::sample::Index>(), any::<prop::sample::Index>())) {
        prop_assume!(savable(&draft));
        let (language, start, end) = cuts;
        let code: Vec<char> = text(Language::ALL[language], &draft, Target::Update(&original)).chars().collect();
        let (start, end) = (start.index(code.len()), end.index(code.len()));
        let cut = [&code[..start.min(end)], &code[start.max(end)..]].concat();
        if let Ok(imported) = import::read(&cut.into_iter().collect::<String>()) {
            imported.apply(&mut draft.clone());
            let _ = imported.new_draft();
        }
    }
}

/// What code cannot lead to: the parts of a configuration that no form shows.
fn without_extra(mut draft: Draft) -> Draft {
    match &mut draft.config {
        ConfigDraft::AzureServiceBus(config) => config.extra.0.clear(),
        ConfigDraft::AzureEventHub(config) => config.extra.0.clear(),
        ConfigDraft::GoogleCloudPubsub(config) => config.extra.0.clear(),
        ConfigDraft::AwsSqs(config) => config.extra.0.clear(),
        ConfigDraft::HttpPush(_) | ConfigDraft::Unknown(_) => {}
    }
    draft
}
