//! What a Google Cloud Pub/Sub topic needs. That the subject is the ID of the organization is how DT's Terraform example
//! has it (`dt-api.md` §3.1); which issuer the tokens of DT Cloud have is not documented.

use dt_api::GoogleCloudPubsub;

use super::command::Command;
use super::known::{or_placeholder, within};
use super::{Guide, ISSUER, Placeholder, Step};
use crate::template;

const INTRO: &str = "DT Cloud signs in to Google Cloud through workload identity federation: it shows a token that Google Cloud trusts because of what you set up here, so no key is stored. The commands are for a POSIX shell with the gcloud CLI, such as the Cloud Shell.";

const PLACEHOLDERS: [Placeholder; 7] = [
    ISSUER,
    Placeholder::new(
        "ORGANIZATION_ID",
        "The ID of your organization in DT, without “organizations/”. DT’s Terraform example gives the topic’s role to this subject.",
    ),
    Placeholder::new(
        "PROJECT_NUMBER",
        "The number of the Google Cloud project with the pool. Enter the audience in the form, and it is filled in.",
    ),
    Placeholder::new(
        "POOL",
        "The ID of the pool, 4 to 32 characters. Enter the audience in the form, and it is filled in.",
    ),
    Placeholder::new(
        "PROVIDER",
        "The ID of the provider, 4 to 32 characters. Enter the audience in the form, and it is filled in.",
    ),
    Placeholder::new(
        "PROJECT_ID",
        "The ID of the Google Cloud project with the topic. Enter the topic in the form, and it is filled in.",
    ),
    Placeholder::new("TOPIC", "The name of the topic. Enter the topic in the form, and it is filled in."),
];

pub(super) fn guide(config: &GoogleCloudPubsub) -> Guide {
    let GoogleCloudPubsub { topic, audience, .. } = config;
    let number = or_placeholder(within(audience, "projects"), "PROJECT_NUMBER");
    let pool = or_placeholder(within(audience, "workloadIdentityPools"), "POOL");
    let provider = or_placeholder(within(audience, "providers"), "PROVIDER");
    let project = or_placeholder(within(topic, "projects"), "PROJECT_ID");
    let topic = or_placeholder(within(topic, "topics"), "TOPIC");
    let organization = template::variable("ORGANIZATION_ID");

    let enable = Command::new("gcloud services enable iam.googleapis.com sts.googleapis.com")
        .option("--project", &number)
        .then(Command::new("gcloud services enable pubsub.googleapis.com").option("--project", &project));
    let create_topic = Command::new("gcloud pubsub topics create").word(&topic).option("--project", &project);
    let create_pool = Command::new("gcloud iam workload-identity-pools create")
        .word(&pool)
        .option("--location", LOCATION)
        .option("--project", &number);
    let trust = Command::new("gcloud iam workload-identity-pools providers create-oidc")
        .word(&provider)
        .option("--workload-identity-pool", &pool)
        .option("--location", LOCATION)
        .option("--project", &number)
        .option("--issuer-uri", &template::variable("ISSUER"))
        .option("--attribute-mapping", "google.subject=assertion.sub");
    let member = [
        "principal://iam.googleapis.com/projects/",
        &number,
        "/locations/",
        LOCATION,
        "/workloadIdentityPools/",
        &pool,
        "/subject/",
        &organization,
    ]
    .concat();
    let allow = Command::new("gcloud pubsub topics add-iam-policy-binding")
        .word(&topic)
        .option("--project", &project)
        .option("--member", &member)
        .option("--role", "roles/pubsub.publisher");

    let steps = vec![
        Step::new(
            "Enable the APIs",
            "The first two are for signing in, the third for the topic. Enabling one again does no harm.",
            enable,
        ),
        Step::new("Create the topic", "Skip this if there is one.", create_topic),
        Step::new(
            "Create a workload identity pool",
            "It holds those who may sign in from elsewhere. Skip this if there is one for DT Cloud.",
            create_pool,
        ),
        Step::new(
            "Trust the tokens of DT Cloud",
            "The provider’s full name is the audience in the form, which Google Cloud accepts unless other audiences are listed here. The mapping takes a token’s “sub” for its subject, as is usual.",
            trust,
        ),
        Step::new(
            "Allow your organization to publish to the topic",
            "Only tokens for this subject may publish, and do nothing else. It can take some minutes until Google Cloud applies it.",
            allow,
        ),
    ];
    Guide::new(INTRO, steps, &PLACEHOLDERS)
}

/// Google Cloud has no other location for pools.
const LOCATION: &str = "global";
