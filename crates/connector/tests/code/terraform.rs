//! Resources of Terraform.

use connector::code::Language;
use serde_json::json;

use super::{connector, http_push, names, written};

#[test]
fn a_resource_has_all_that_the_provider_takes() {
    let code = written(Language::Terraform, &http_push(), |draft| draft.enabled = false);
    let expected = r#"# The provider sets the status ACTIVE: an apply enables this Data Connector, which should be disabled.
# It was seen to put quotation marks around the values of headers: check what arrives.

import {
  to = dt_data_connector.building_operations
  id = "projects/p/dataconnectors/d"
}

variable "header_x_api_key" {
  description = "The value of the header X-Api-Key."
  type        = string
  sensitive   = true
}

variable "signature_secret" {
  description = "The secret that events are signed with."
  type        = string
  sensitive   = true
}

variable "url_userinfo" {
  description = "The user name and password in the URL, as user:password, percent-encoded."
  type        = string
  sensitive   = true
}

resource "dt_data_connector" "building_operations" {
  project      = "projects/p"
  display_name = "Building operations"
  type         = "HTTP_PUSH"
  events       = ["touch"]
  labels       = ["name"]
  http_config = {
    signature_secret = var.signature_secret
    url              = "https://${var.url_userinfo}@ops.example.com/dt"
    headers = {
      "X-Api-Key" = var.header_x_api_key
      "X-Site"    = "It's Oslo"
    }
  }
}
"#;
    assert_eq!(code.text, expected);
    assert_eq!(names(&code), ["header_x_api_key", "signature_secret", "url_userinfo"]);
}

#[test]
fn a_resource_always_has_broker_properties() {
    let config = json!({ "azureServiceBusConfig": { "url": "sb://a/b", "unheardOf": 1 } });
    let code = written(Language::Terraform, &connector("AZURE_SERVICE_BUS", config), |_| ());
    assert!(code.text.contains("    broker_properties = {\n      correlation_id = \"\"\n"), "{}", code.text);
    assert!(!code.text.contains("unheard_of"), "{}", code.text);
}

#[test]
fn a_resource_is_named_for_what_people_call_the_connector() {
    let label = |name: &str| {
        let code = written(Language::Terraform, &http_push(), |draft| draft.display_name = name.to_owned());
        let (_, rest) = code.text.split_once("resource \"dt_data_connector\" \"").unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    assert_eq!(label("Energy & climate (2)"), "energy_climate_2");
    assert_eq!(label("2nd floor"), "data_connector_2nd_floor");
    assert_eq!(label("☃"), "data_connector");
}
