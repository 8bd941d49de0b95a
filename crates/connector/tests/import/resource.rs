//! Resources of Terraform.

use connector::ConfigDraft;
use connector::import::{Reason, Source, read};
use dt_api::{ConnectorName, EventType};

use super::{left_out, variable};

#[test]
fn a_resource_is_read_among_other_blocks() {
    let code = r#"
        terraform { required_version = ">= 1.5" }
        /* A comment with "quotes */
        locals { a = { b = "}" } } // }
        import {
          to = dt_data_connector.oslo
          id = "projects/p/dataconnectors/d"
        }
        variable "tenant" {
          description = <<-EOT
            It's }
            EOT
        }
        resource "dt_project" "a" { display_name = "${upper("oslo}")}" }
        resource dt_data_connector "oslo" {
          project      = dt_project.a.name
          display_name = "It's \"$${a}\" %%{b} \\ \u00e9 $5"
          type = "AZURE_SERVICE_BUS"
          events = [
            "touch", # Comments are no trouble.
            "co2",
          ]
          labels = [ ]
          azure_service_bus_config = {
            url = "sb://a/b", authentication_config = { tenant_id = var.tenant, client_id : "c" }
            broker_properties = { correlation_id = <<-EOT
                one
                  two
                EOT
            }
          }
          lifecycle { prevent_destroy = true }
        }
    "#;
    let imported = read(code).unwrap();
    assert_eq!(imported.source, Source::Terraform);
    assert_eq!(imported.name, ConnectorName::parse("projects/p/dataconnectors/d"));
    let expected = [
        ("azureServiceBusConfig.authenticationConfig.tenantId", &variable("var.tenant")),
        ("lifecycle", &Reason::Unknown),
    ];
    assert_eq!(left_out(&imported), expected);
    let draft = imported.new_draft().unwrap();
    assert_eq!(draft.display_name, "It's \"${a}\" %{b} \\ é $5");
    assert_eq!(draft.selected_events, [EventType::Touch, EventType::Co2].into());
    let ConfigDraft::AzureServiceBus(config) = draft.config else { panic!("AZURE_SERVICE_BUS") };
    assert_eq!((config.url.as_str(), config.client_id.as_str()), ("sb://a/b", "c"));
    assert_eq!(config.correlation_id, "one\n  two\n");
}

#[test]
fn what_terraform_would_compute_is_named_as_it_is_written() {
    let code = r#"resource "dt_data_connector" "a" {
        display_name = var.is_new ? "New" : "Old"
        events       = [for event in var.events : event]
        labels       = concat(["name"],
            local.labels)
        http_config  = { for name, value in var.http : name => value }
        type         = "HTTP_PUSH"
    }"#;
    let imported = read(code).unwrap();
    let expected = [
        ("displayName", variable("var.is_new ? \"New\" : \"Old\"")),
        ("events", variable("for event in var.events : event")),
        ("httpConfig", variable("{ for name, value in var.http : name => value }")),
        ("labels", variable("concat([\"name\"],\n            local.labels)")),
    ];
    let expected: Vec<_> = expected.iter().map(|(path, reason)| (*path, reason)).collect();
    assert_eq!(left_out(&imported), expected);
}
