//! Which field a refusal of DT Cloud is about.

use connector::Field;
use dt_api::Error;
use visible_text::visible;

/// The field that a 400's message names by its path (`httpConfig.url: …`), and the message without it. DT's own texts
/// are unknown (`dt-api.md` §13); where they name no field we know, the problem stands above the form.
pub(in crate::pages::connectors) fn refused_field(error: &Error) -> Option<(Field, String)> {
    let Error::Refused(refusal) = error else { return None };
    if refusal.status != 400 {
        return None;
    }
    let (path, message) = refusal.message.split_once(':')?;
    let field = match path.trim().rsplit('.').next()? {
        "displayName" => Field::DisplayName,
        "status" => Field::Status,
        "url" => Field::Url,
        "headers" => Field::HeaderName(0),
        "signatureSecret" => Field::Secret,
        "events" => Field::Events,
        "labels" => Field::Labels(0),
        "tenantId" => Field::TenantId,
        "clientId" => Field::ClientId,
        "correlationId" => Field::CorrelationId,
        "topic" => Field::Topic,
        "audience" => Field::Audience,
        "queueUrl" => Field::QueueUrl,
        "awsRoleArn" => Field::AwsRoleArn,
        _ => return None,
    };
    Some((field, format!("DT Cloud said: “{}”.", visible(message.trim().trim_end_matches('.')))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use dt_api::Refusal;

    fn refusal(status: u16, message: &str) -> Error {
        Error::Refused(Refusal { status, message: message.to_owned(), help: None, retry_after: None })
    }

    #[test]
    fn a_refusal_that_names_a_field_lands_on_it() {
        let error = refusal(400, "httpConfig.url: must be an HTTPS URL.");
        let message = "DT Cloud said: “must be an HTTPS URL”.".to_owned();
        assert_eq!(refused_field(&error), Some((Field::Url, message)));
    }

    #[test]
    fn any_other_refusal_lands_on_no_field() {
        for error in [
            refusal(400, "bad request"),
            refusal(400, "something: odd"),
            refusal(409, "httpConfig.url: taken"),
            Error::Transport(dt_api::TransportError::Unreachable),
        ] {
            assert_eq!(refused_field(&error), None);
        }
    }
}
