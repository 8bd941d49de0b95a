//! One name in the spellings of JSON, Terraform and the environment.

/// `signatureSecret` and `Signature-Secret` as `signature_secret`.
pub(crate) fn to_snake_case(name: &str) -> String {
    let mut snake_case = String::new();
    let mut was_lower = false;
    for character in name.chars() {
        if was_lower && character.is_ascii_uppercase() {
            snake_case.push('_');
        }
        was_lower = character.is_ascii_lowercase() || character.is_ascii_digit();
        if character.is_ascii_alphanumeric() {
            snake_case.push(character.to_ascii_lowercase());
        } else if !snake_case.ends_with('_') {
            snake_case.push('_');
        }
    }
    snake_case
}

/// `signature_secret` as `signatureSecret`.
pub(crate) fn to_camel_case(name: &str) -> String {
    let mut camel_case = String::new();
    let mut parts = name.split('_');
    camel_case.extend(parts.next());
    for part in parts {
        let mut characters = part.chars();
        camel_case.extend(characters.next().map(|first| first.to_ascii_uppercase()));
        camel_case.push_str(characters.as_str());
    }
    camel_case
}

#[cfg(test)]
mod tests {
    use super::{to_camel_case, to_snake_case};

    #[test]
    fn the_names_of_the_api_are_those_of_the_provider_and_back() {
        let names = [
            ("displayName", "display_name"),
            ("awsSqsConfig", "aws_sqs_config"),
            ("awsRoleArn", "aws_role_arn"),
            ("azureServiceBusConfig", "azure_service_bus_config"),
            ("url", "url"),
        ];
        for (camel_case, snake_case) in names {
            assert_eq!(to_snake_case(camel_case), snake_case);
            assert_eq!(to_camel_case(snake_case), camel_case);
        }
    }

    #[test]
    fn the_name_of_a_header_becomes_an_identifier() {
        assert_eq!(to_snake_case("X-Api-Key"), "x_api_key");
        assert_eq!(to_snake_case("!¤X-API--Token"), "_x_api_token");
    }
}
