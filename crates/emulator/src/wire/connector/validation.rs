//! What DT Cloud accepts as a Data Connector (`dt-api.md` §3.5).

use super::Connector;
use crate::{
    event_type,
    model::connector::{Configuration, Status},
    refusal::Refusal,
    settings::Settings,
};

impl Connector {
    /// The configuration that was sent; `current` is the status of the connector that it is for, if that exists.
    pub fn validated(self, current: Option<Status>, settings: &Settings) -> Result<Configuration, Refusal> {
        let validation = &settings.validation;
        at_most(validation.longest_display_name, "displayName", self.display_name.chars().count())?;
        at_most(validation.most_labels, "labels", self.labels.len())?;
        if !validation.accepts_unknown_event_types {
            self.check_event_types()?;
        }
        let foreign = self.foreign_config();
        let configuration = Configuration {
            status: self.requested_status(current)?,
            display_name: self.display_name.clone(),
            events: self.events.clone(),
            labels: self.labels.clone(),
            destination: self.destination(settings)?,
        };
        foreign.map_or(Ok(configuration), Err)
    }

    fn check_event_types(&self) -> Result<(), Refusal> {
        let unknown = self.events.iter().find(|event| !event_type::is_known(event));
        unknown.map_or(Ok(()), |event| Err(Refusal::invalid("events", format!("unknown event type {event}"))))
    }

    /// `SYSTEM_DISABLED` is for DT Cloud to set; sending it back unchanged is no request to set it.
    fn requested_status(&self, current: Option<Status>) -> Result<Status, Refusal> {
        match (self.status.as_str(), current) {
            ("ACTIVE", _) | ("", None) => Ok(Status::Active),
            ("USER_DISABLED", _) => Ok(Status::UserDisabled),
            ("SYSTEM_DISABLED", Some(Status::SystemDisabled)) => Ok(Status::SystemDisabled),
            _ => Err(Refusal::invalid("status", "must be ACTIVE or USER_DISABLED")),
        }
    }

    /// Refuses a config object that belongs to another type.
    fn foreign_config(&self) -> Option<Refusal> {
        let configs = [
            ("httpConfig", "HTTP_PUSH", self.http_config.is_some()),
            ("azureServiceBusConfig", "AZURE_SERVICE_BUS", self.azure_service_bus_config.is_some()),
            ("azureEventHubConfig", "AZURE_EVENT_HUB", self.azure_event_hub_config.is_some()),
            ("pubsubConfig", "GOOGLE_CLOUD_PUBSUB", self.pubsub_config.is_some()),
            ("awsSqsConfig", "AWS_SQS", self.aws_sqs_config.is_some()),
        ];
        let foreign = configs.into_iter().find(|&(_, kind, sent)| sent && kind != self.kind);
        foreign.map(|(config, kind, _)| Refusal::invalid(config, format!("is only for the type {kind}")))
    }
}

/// A limit of `None` is no limit.
pub fn at_most(limit: Option<usize>, field: &str, size: usize) -> Result<(), Refusal> {
    match limit {
        Some(limit) if size > limit => Err(Refusal::invalid(field, format!("must be at most {limit} long"))),
        _ => Ok(()),
    }
}
