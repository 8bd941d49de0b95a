//! What DT Cloud accepts as a Data Connector's destination, by its type.

use axum::http::{HeaderName, HeaderValue};
use url::{Host, Url};

use super::{AuthenticationConfig, Connector, HttpConfig, validation::at_most};
use crate::{
    model::connector::{
        AwsSqs, AzureCredentials, AzureEventHub, AzureServiceBus, Destination, GoogleCloudPubsub, HttpPush,
    },
    refusal::Refusal,
    settings::Settings,
};

impl Connector {
    /// The destination that the config object of this type describes.
    pub fn destination(self, settings: &Settings) -> Result<Destination, Refusal> {
        match self.kind.as_str() {
            "HTTP_PUSH" => {
                http_push(self.http_config.unwrap_or_default(), settings).map(Destination::HttpPush)
            }
            "AZURE_SERVICE_BUS" => {
                let config = self.azure_service_bus_config.unwrap_or_default();
                Ok(Destination::AzureServiceBus(AzureServiceBus {
                    url: required("azureServiceBusConfig.url", config.url)?,
                    credentials: azure_credentials("azureServiceBusConfig", config.authentication_config)?,
                    correlation_id: config.broker_properties.unwrap_or_default().correlation_id,
                }))
            }
            "AZURE_EVENT_HUB" => {
                let config = self.azure_event_hub_config.unwrap_or_default();
                Ok(Destination::AzureEventHub(AzureEventHub {
                    url: required("azureEventHubConfig.url", config.url)?,
                    credentials: azure_credentials("azureEventHubConfig", config.authentication_config)?,
                }))
            }
            "GOOGLE_CLOUD_PUBSUB" => {
                let config = self.pubsub_config.unwrap_or_default();
                Ok(Destination::GoogleCloudPubsub(GoogleCloudPubsub {
                    topic: required("pubsubConfig.topic", config.topic)?,
                    audience: required("pubsubConfig.audience", config.audience)?,
                }))
            }
            "AWS_SQS" => {
                let config = self.aws_sqs_config.unwrap_or_default();
                Ok(Destination::AwsSqs(AwsSqs {
                    queue_url: required("awsSqsConfig.queueUrl", config.queue_url)?,
                    aws_role_arn: required("awsSqsConfig.awsRoleArn", config.aws_role_arn)?,
                    audience: required("awsSqsConfig.audience", config.audience)?,
                }))
            }
            "" => Err(Refusal::invalid("type", "is required")),
            other => Err(Refusal::invalid("type", format!("unknown type {other}"))),
        }
    }
}

fn http_push(config: HttpConfig, settings: &Settings) -> Result<HttpPush, Refusal> {
    let url = required("httpConfig.url", config.url)?;
    if !is_allowed_endpoint(&url, settings) {
        return Err(Refusal::invalid("httpConfig.url", "must be an HTTPS URL"));
    }
    at_most(
        settings.validation.longest_signature_secret,
        "httpConfig.signatureSecret",
        config.signature_secret.chars().count(),
    )?;
    at_most(settings.validation.most_headers, "httpConfig.headers", config.headers.len())?;
    let illegal = config.headers.iter().find(|(name, value)| {
        HeaderName::try_from(name.as_str()).is_err() || HeaderValue::try_from(value.as_str()).is_err()
    });
    match illegal {
        Some((name, _)) if !settings.validation.accepts_illegal_headers => {
            Err(Refusal::invalid(&format!("httpConfig.headers.{name}"), "is not a valid HTTP header"))
        }
        _ => Ok(HttpPush { url, signature_secret: config.signature_secret, headers: config.headers }),
    }
}

/// HTTPS, or HTTP to this machine unless strict.
fn is_allowed_endpoint(text: &str, settings: &Settings) -> bool {
    let is_plain = text.starts_with("http://");
    if !is_plain && !text.starts_with("https://") || text.contains(char::is_whitespace) {
        return false;
    }
    let Ok(url) = Url::parse(text) else { return false };
    let is_loopback = match url.host() {
        None => return false,
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
    };
    !is_plain || is_loopback && !settings.strict
}

fn azure_credentials(config: &str, sent: AuthenticationConfig) -> Result<AzureCredentials, Refusal> {
    let field = |name| format!("{config}.authenticationConfig.{name}");
    Ok(AzureCredentials {
        tenant_id: required(&field("tenantId"), sent.tenant_id)?,
        client_id: required(&field("clientId"), sent.client_id)?,
    })
}

fn required(field: &str, value: String) -> Result<String, Refusal> {
    if value.is_empty() { Err(Refusal::invalid(field, "is required")) } else { Ok(value) }
}
