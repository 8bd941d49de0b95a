//! `GET /_emulator/accounts`: the credentials of every service account.

use axum::{Json, extract::State};
use serde::Serialize;

use crate::{
    emulator::Emulator,
    model::{
        role::Role,
        service_account::{Key, ServiceAccount},
    },
};

/// A key and whose it is; an account that no seed made has no role here.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Account {
    role: Option<&'static str>,
    key_id: String,
    secret: String,
    email: String,
    basic_auth: bool,
}

/// Answers a list of `{role, keyId, secret, email, basicAuth}`.
pub async fn list(State(emulator): State<Emulator>) -> Json<Vec<Account>> {
    let accounts = &emulator.store().cloud.service_accounts;
    let keys = accounts.values().flat_map(|account| account.keys.values().map(move |key| (account, key)));
    Json(keys.map(|(account, key)| Account::new(account, key)).collect())
}

impl Account {
    fn new(account: &ServiceAccount, key: &Key) -> Self {
        Self {
            role: account.made_for.map(Role::id),
            key_id: key.id.clone(),
            secret: key.secret.clone(),
            email: account.email.clone(),
            basic_auth: account.enable_basic_auth,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{
        seed::Seed,
        settings::Settings,
        test_cloud::{TestCloud, each},
    };

    #[tokio::test]
    async fn there_is_an_account_for_each_kind_of_person_the_same_on_every_run_and_seed() {
        let accounts = TestCloud::demo().stranger().get("/_emulator/accounts").await.json;
        let roles = ["project.developer", "project.user", "project.developer", "organization.admin"];
        assert_eq!(each(&accounts, "role"), roles);
        assert_eq!(each(&accounts, "basicAuth"), [false, false, true, false]);
        assert_eq!(accounts[0]["keyId"], "f3eudpft57o5fjjj060k");
        assert_eq!(accounts[0]["secret"], "aeb18a4ffdabd8764a18bb1d01504149");
        let fleet = Seed::Fleet { projects: 1, connectors_per_project: 1, devices_per_project: 1 };
        for seed in [Seed::Empty, fleet] {
            let cloud = TestCloud::with(Settings::default(), seed);
            assert_eq!(cloud.stranger().get("/_emulator/accounts").await.json, accounts);
        }
    }

    #[tokio::test]
    async fn a_strict_cloud_has_no_controls() {
        let cloud = TestCloud::with(Settings { strict: true, ..Settings::default() }, Seed::Demo);
        for control in ["accounts", "clock", "faults", "journal", "reset"] {
            let path = format!("/_emulator/{control}");
            assert_eq!(cloud.stranger().get(&path).await.status, 404, "{control}");
            assert_eq!(cloud.stranger().post(&path, json!({})).await.status, 404, "{control}");
        }
    }
}
