//! `POST …/members`: makes an account a member, and invites a person who has none.

use axum::{
    Extension, Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};

use crate::{
    caller::Caller,
    emulator::Emulator,
    model::{
        cloud::Cloud,
        member::{self, AccountType},
        role::Permission,
        service_account::EMAIL_DOMAIN,
        time::Time,
    },
    refusal::Refusal,
    team::Team,
    wire::{
        body::{self, JsonObject},
        member::{Member, SentMember},
    },
};

/// Needs `membership.create`. DT's clients say that a service account, and a person who has an account, is a member at once,
/// and that anybody else is pending.
pub async fn create(
    State(emulator): State<Emulator>,
    Extension(caller): Extension<Caller>,
    team: Team,
    JsonObject(sent): JsonObject,
) -> Result<Response, Refusal> {
    let store = &mut *emulator.store();
    let (now, cloud) = (Time(store.clock.now()), &mut store.cloud);
    team.members(&caller, cloud, Permission::MembershipCreate)?;
    let sent: SentMember = body::read(sent)?;
    let role = team.role(&sent.roles)?;
    let (account_type, id) = account(cloud, &sent.email)?;

    let members = team.members_mut(&caller, cloud, Permission::MembershipCreate)?;
    if members.contains_key(&id) {
        return Err(Refusal::new(StatusCode::CONFLICT, "already exists"));
    }
    let member = member::Member { id: id.clone(), account_type, email: sent.email, role, create_time: now };
    let member = members.entry(id).or_insert(member).clone();
    Ok(Json(Member::new(&member, &team, cloud)).into_response())
}

/// The account with this e-mail address; one that nobody has is a person's to be invited.
fn account(cloud: &mut Cloud, email: &str) -> Result<(AccountType, String), Refusal> {
    if let Some(found) = cloud.account_with_email(email) {
        return Ok(found);
    }
    let is_address = email.split_once('@').is_some_and(|(name, domain)| {
        !name.is_empty()
            && !domain.is_empty()
            && !domain.contains('@')
            && !email.contains(char::is_whitespace)
    });
    if !is_address {
        return Err(Refusal::invalid("email", "must be an e-mail address"));
    }
    if email.ends_with(EMAIL_DOMAIN) {
        return Err(Refusal::invalid("email", "no service account has this address"));
    }
    Ok((AccountType::User, cloud.invite(email)))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::{
        model::role::Role,
        test_cloud::{Answer, TestCloud},
    };

    async fn added(cloud: &TestCloud, team: &str, email: &str, roles: Value) -> Answer {
        let body = json!({"email": email, "roles": roles});
        cloud.organization_admin().post(&format!("/v2/{team}/members"), body).await
    }

    #[tokio::test]
    async fn a_service_account_is_a_member_at_once_and_may_what_its_role_may() {
        let cloud = TestCloud::demo();
        let bergen = cloud.project("Bergen warehouse");
        let path = format!("/v2/{bergen}");
        assert_eq!(cloud.guest().get(&path).await.status, 403);
        let email = cloud.guest_credentials().email;
        let answer = added(&cloud, &bergen, &email, json!(["roles/project.user"])).await;
        assert_eq!((answer.status, &answer.json["status"]), (200, &json!("ACCEPTED")));
        assert_eq!(answer.json["accountType"], "SERVICE_ACCOUNT");
        assert_eq!(answer.json["createTime"], "2025-01-02T03:04:05.000000Z");
        let member = answer.json["name"].as_str().unwrap();
        assert_eq!(member, format!("{bergen}/members/{}", email.split_once('@').unwrap().0));
        assert_eq!(cloud.guest().get(&path).await.status, 200);
        assert_eq!(cloud.guest().post(&format!("{path}/dataconnectors"), json!({})).await.status, 403);
    }

    #[tokio::test]
    async fn a_person_without_an_account_is_invited_and_has_the_same_id_everywhere() {
        let cloud = TestCloud::demo();
        let (email, roles) = ("kari@example.com", json!(["roles/project.admin"]));
        let first = added(&cloud, &cloud.project("Oslo office"), email, roles.clone()).await;
        assert_eq!((first.status, &first.json["status"]), (200, &json!("PENDING")));
        assert_eq!((&first.json["accountType"], &first.json["displayName"]), (&json!("USER"), &json!("")));
        let second = added(&cloud, &cloud.project("Bergen warehouse"), "Kari@Example.com", roles).await;
        let id =
            |answer: &Answer| answer.json["name"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
        assert_eq!(id(&first), id(&second));
    }

    #[tokio::test]
    async fn a_person_who_has_an_account_is_a_member_at_once() {
        let cloud = TestCloud::demo();
        let bergen = cloud.project("Bergen warehouse");
        let answer =
            added(&cloud, &bergen, "ingrid.solberg@example.com", json!(["roles/project.user"])).await;
        assert_eq!((answer.status, &answer.json["status"]), (200, &json!("ACCEPTED")));
        assert_eq!(answer.json["displayName"], "Ingrid Solberg");
    }

    #[tokio::test]
    async fn an_organization_can_have_more_admins() {
        let cloud = TestCloud::demo();
        let email = cloud.account(Role::ProjectUser).email;
        let path = format!("/v2/{}", cloud.organization());
        assert_eq!(cloud.user().get(&path).await.status, 403);
        let answer = added(&cloud, &cloud.organization(), &email, json!(["roles/organization.admin"])).await;
        assert_eq!(answer.status, 200);
        assert_eq!(cloud.user().get(&path).await.status, 200);
    }

    #[tokio::test]
    async fn who_is_a_member_already_is_a_conflict() {
        let cloud = TestCloud::demo();
        let email = cloud.account(Role::ProjectUser).email;
        let answer =
            added(&cloud, &cloud.project("Oslo office"), &email, json!(["roles/project.admin"])).await;
        assert_eq!((answer.status, answer.error()), (409, "already exists"));
    }

    #[tokio::test]
    async fn what_is_no_address_or_no_role_here_is_refused_and_adds_nobody() {
        let cloud = TestCloud::demo();
        let (project, organization) = (cloud.project("Oslo office"), cloud.organization());
        let user = json!(["roles/project.user"]);
        for (team, email, roles, field) in [
            (&project, "", user.clone(), "email"),
            (&project, "kari", user.clone(), "email"),
            (&project, "kari @example.com", user.clone(), "email"),
            (&project, "x@y.serviceaccount.d21s.com", user.clone(), "email"),
            (&project, "kari@example.com", json!([]), "roles"),
            (&project, "kari@example.com", json!(["roles/project.user", "roles/project.admin"]), "roles"),
            (&project, "kari@example.com", json!(["roles/project.king"]), "roles[0]"),
            (&project, "kari@example.com", json!(["roles/organization.admin"]), "roles[0]"),
            (&project, "kari@example.com", json!("roles/project.user"), "roles"),
            (&organization, "kari@example.com", user.clone(), "roles[0]"),
        ] {
            let answer = added(&cloud, team, email, roles).await;
            assert_eq!(answer.status, 400, "{email}");
            assert!(answer.error().starts_with(&format!("{field}: ")), "{}", answer.error());
        }
        assert!(cloud.emulator.store().cloud.account_with_email("kari@example.com").is_none());
    }

    #[tokio::test]
    async fn needs_an_admin_of_a_known_project_or_organization() {
        let cloud = TestCloud::demo();
        let body = json!({"email": "kari@example.com", "roles": ["roles/project.user"]});
        for team in [cloud.project("Oslo office"), cloud.organization()] {
            assert_eq!(
                cloud.developer().post(&format!("/v2/{team}/members"), body.clone()).await.status,
                403
            );
        }
        assert_eq!(cloud.developer().post("/v2/projects/unknown/members", body).await.status, 404);
    }
}
