//! What an Azure Service Bus topic and an Event Hub need. Which issuer, subject and audience the tokens of DT Cloud have is
//! not documented (`dt-api.md` §3.1, §5.3).

use dt_api::{AzureEventHub, AzureServiceBus};
use serde_json::json;

use super::command::Command;
use super::known::or_placeholder;
use super::{Guide, ISSUER, Placeholder, SUBJECT, Step};
use crate::template;
use crate::url_parts::UrlParts;

const INTRO: &str = "DT Cloud signs in to Azure through workload identity federation: it shows a token that Azure trusts because of what you set up here, so no secret is stored. The commands are for a POSIX shell with the Azure CLI, such as Bash in the Azure Cloud Shell.";

const PLACEHOLDERS: [Placeholder; 10] = [
    ISSUER,
    SUBJECT,
    Placeholder::new(
        "TOKEN_AUDIENCE",
        "The audience of the tokens that DT Cloud signs in with. Azure recommends api://AzureADTokenExchange; whether DT Cloud uses it is not documented: ask DT.",
    ),
    Placeholder::new(
        "TENANT_ID",
        "The directory ID of the Microsoft Entra tenant. Enter it in the form, and it is filled in.",
    ),
    Placeholder::new(
        "CLIENT_ID",
        "The application ID of the application. Enter it in the form, and it is filled in.",
    ),
    Placeholder::new("SUBSCRIPTION_ID", "The ID of the Azure subscription that the namespace belongs to."),
    Placeholder::new("RESOURCE_GROUP", "The name of the resource group that the namespace is in."),
    Placeholder::new(
        "NAMESPACE",
        "The name of the namespace. Enter the URL in the form, and it is filled in.",
    ),
    Placeholder::new("TOPIC", "The name of the topic. Enter the topic URL in the form, and it is filled in."),
    Placeholder::new(
        "EVENT_HUB",
        "The name of the event hub. Enter the event hub URL in the form, and it is filled in.",
    ),
];

/// What the two services call things.
struct Service {
    create_title: &'static str,
    create_text: &'static str,
    create: &'static str,
    send_title: &'static str,
    role: &'static str,
    provider: &'static str,
    entities: &'static str,
    entity_placeholder: &'static str,
}

const SERVICE_BUS: Service = Service {
    create_title: "Create the topic",
    create_text: "Skip this if there is one. A Service Bus namespace has topics from the Standard tier on.",
    create: "az servicebus topic create",
    send_title: "Allow it to send to the topic",
    role: "Azure Service Bus Data Sender",
    provider: "Microsoft.ServiceBus",
    entities: "topics",
    entity_placeholder: "TOPIC",
};

const EVENT_HUB: Service = Service {
    create_title: "Create the event hub",
    create_text: "Skip this if there is one.",
    create: "az eventhubs eventhub create",
    send_title: "Allow it to send to the event hub",
    role: "Azure Event Hubs Data Sender",
    provider: "Microsoft.EventHub",
    entities: "eventhubs",
    entity_placeholder: "EVENT_HUB",
};

pub(super) fn service_bus(config: &AzureServiceBus) -> Guide {
    guide(&SERVICE_BUS, &config.url, &config.tenant_id, &config.client_id)
}

pub(super) fn event_hub(config: &AzureEventHub) -> Guide {
    guide(&EVENT_HUB, &config.url, &config.tenant_id, &config.client_id)
}

fn guide(service: &Service, url: &str, tenant_id: &str, client_id: &str) -> Guide {
    let url = UrlParts::of(url.trim());
    let namespace = or_placeholder(url.and_then(namespace), "NAMESPACE");
    let entity = or_placeholder(url.map(entity), service.entity_placeholder);
    let tenant_id = or_placeholder(Some(tenant_id), "TENANT_ID");
    let client_id = or_placeholder(Some(client_id), "CLIENT_ID");
    let resource_group = template::variable("RESOURCE_GROUP");

    let sign_in = Command::new("az login").option("--tenant", &tenant_id);
    let create = Command::new(service.create)
        .option("--resource-group", &resource_group)
        .option("--namespace-name", &namespace)
        .option("--name", &entity);
    let register = Command::new("az ad app create")
        .option("--display-name", "DT Data Connector")
        .option("--query", "appId")
        .option("--output", "tsv");
    let principal = Command::new("az ad sp create").option("--id", &client_id);
    let credential = json!({
        "name": "dt-data-connector",
        "issuer": template::variable("ISSUER"),
        "subject": template::variable("SUBJECT"),
        "audiences": [template::variable("TOKEN_AUDIENCE")],
    });
    let trust = Command::new("az ad app federated-credential create")
        .option("--id", &client_id)
        .json("--parameters", &credential);
    let scope = [
        "/subscriptions/",
        &template::variable("SUBSCRIPTION_ID"),
        "/resourceGroups/",
        &resource_group,
        "/providers/",
        service.provider,
        "/namespaces/",
        &namespace,
        "/",
        service.entities,
        "/",
        &entity,
    ]
    .concat();
    let allow = Command::new("az role assignment create")
        .option("--role", service.role)
        .option("--assignee", &client_id)
        .option("--scope", &scope);

    let steps = vec![
        Step::new(
            "Sign in to the tenant",
            "The application that DT Cloud acts as is registered there.",
            sign_in,
        ),
        Step::new(service.create_title, service.create_text, create),
        Step::new(
            "Register an application",
            "Skip this if you have one for DT Cloud. The command prints the client ID: enter it in the form.",
            register,
        ),
        Step::new(
            "Give the application a service principal",
            "Only a service principal can have a role. Skip this if you registered the application in the Azure portal, which makes one by itself.",
            principal,
        ),
        Step::new(
            "Trust the tokens of DT Cloud",
            "Azure then takes a token with exactly this issuer, subject and audience for the application.",
            trust,
        ),
        Step::new(
            service.send_title,
            "The role may send there, and do nothing else. It can take some minutes until Azure applies it.",
            allow,
        ),
    ];
    Guide::new(INTRO, steps, &PLACEHOLDERS)
}

/// The first label of a host such as `namespace.servicebus.windows.net`.
fn namespace(url: UrlParts<'_>) -> Option<&str> {
    url.host.split_once('.').map(|(namespace, _)| namespace)
}

/// The name of a topic may have slashes in it.
fn entity(url: UrlParts<'_>) -> &str {
    let path = url.path_and_query().split('?').next().unwrap_or_default();
    path.trim_matches('/')
}
