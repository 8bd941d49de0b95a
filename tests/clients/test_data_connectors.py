"""Every Data Connector call of DT's Python package, with every keyword."""

import disruptive as dt
import pytest
from disruptive.errors import BadRequest, NotFound

HttpPushConfig = dt.DataConnector.HttpPushConfig


def stored(connector):
    """What the API holds now."""
    return dt.DataConnector.get_data_connector(connector.data_connector_id, connector.project_id)


def update(connector, **changes):
    return dt.DataConnector.update_data_connector(connector.data_connector_id, connector.project_id, **changes)


def test_a_created_connector_has_what_was_asked_for(project, connector):
    assert connector.project_id == project.project_id
    assert connector.data_connector_type == dt.DataConnector.HTTP_PUSH
    assert connector.display_name == "Building operations"
    assert connector.status == "ACTIVE"
    assert connector.event_types == ["temperature", "touch"]
    assert connector.labels == ["name", "floor"]
    assert connector.config.url == "https://ops.example.com/dt?site=oslo"
    assert connector.config.signature_secret == "correct horse battery staple"
    assert connector.config.headers == {"X-Team": "building-ops"}
    assert stored(connector).raw == connector.raw


def test_a_connector_with_a_url_alone_forwards_everything_unsigned(project):
    connector = dt.DataConnector.create_data_connector(project.project_id, HttpPushConfig(url="https://a.example"))
    assert (connector.status, connector.event_types, connector.labels) == ("ACTIVE", [], [])
    assert (connector.config.signature_secret, connector.config.headers) == ("", {})
    assert connector.display_name == ""


def test_a_connector_can_be_created_disabled(project):
    connector = dt.DataConnector.create_data_connector(
        project.project_id, HttpPushConfig(url="https://a.example"), status="USER_DISABLED"
    )
    assert stored(connector).status == "USER_DISABLED"


@pytest.mark.parametrize("url", [None, "", "http://a.example", "no url"])
def test_a_connector_needs_an_https_endpoint(project, url):
    with pytest.raises(BadRequest):
        dt.DataConnector.create_data_connector(project.project_id, HttpPushConfig(url=url))


def test_a_project_holds_ten_connectors(project):
    for number in range(10):
        dt.DataConnector.create_data_connector(project.project_id, HttpPushConfig(url=f"https://{number}.example"))
    with pytest.raises(BadRequest):
        dt.DataConnector.create_data_connector(project.project_id, HttpPushConfig(url="https://more.example"))
    assert len(dt.DataConnector.list_data_connectors(project.project_id)) == 10


def test_a_list_holds_what_was_created(project, connector):
    assert [listed.raw for listed in dt.DataConnector.list_data_connectors(project.project_id)] == [connector.raw]


@pytest.mark.parametrize(
    ("keyword", "attribute", "value"),
    [
        ("display_name", "display_name", "Energy"),
        ("display_name", "display_name", ""),
        ("status", "status", "USER_DISABLED"),
        ("event_types", "event_types", ["humidity"]),
        ("event_types", "event_types", []),
        ("labels", "labels", ["room"]),
        ("labels", "labels", []),
    ],
)
def test_an_update_changes_one_field_and_no_other(connector, keyword, attribute, value):
    updated = update(connector, **{keyword: value})
    assert getattr(updated, attribute) == value
    wire = {"display_name": "displayName", "event_types": "events"}.get(attribute, attribute)
    assert updated.raw == {**connector.raw, wire: value}
    assert stored(connector).raw == updated.raw


def test_an_update_of_the_whole_config_replaces_it(connector):
    config = HttpPushConfig(url="https://b.example", signature_secret="", headers={"A": "1", "B": "2"})
    updated = update(connector, config=config)
    assert updated.config.url == "https://b.example"
    assert updated.config.signature_secret == ""
    assert updated.config.headers == {"A": "1", "B": "2"}
    assert updated.event_types == connector.event_types


def test_an_update_of_a_config_field_keeps_the_others(connector):
    updated = update(connector, config=HttpPushConfig(signature_secret="another"))
    assert updated.config.signature_secret == "another"
    assert updated.config.url == connector.config.url
    assert updated.config.headers == connector.config.headers


def test_an_update_of_nothing_changes_nothing(connector):
    assert update(connector).raw == connector.raw


def test_a_refused_update_changes_nothing(connector):
    with pytest.raises(BadRequest):
        update(connector, display_name="Never kept", config=HttpPushConfig(url="http://b.example"))
    assert stored(connector).raw == connector.raw


def test_a_disabled_connector_can_be_enabled_again(connector):
    update(connector, status="USER_DISABLED")
    assert update(connector, status="ACTIVE").status == "ACTIVE"


def test_only_dt_cloud_disables_for_the_system(connector):
    with pytest.raises(BadRequest):
        update(connector, status="SYSTEM_DISABLED")


def test_a_deleted_connector_is_gone(project, connector):
    dt.DataConnector.delete_data_connector(connector.data_connector_id, project.project_id)
    with pytest.raises(NotFound):
        stored(connector)
    assert dt.DataConnector.list_data_connectors(project.project_id) == []


def test_a_connector_synchronizes(emulator, connector):
    assert dt.DataConnector.sync_data_connector(connector.data_connector_id, connector.project_id) is None
    path = f"/v2/projects/{connector.project_id}/dataconnectors/{connector.data_connector_id}:sync"
    assert emulator.journal()[-1] == f"POST {path}"


def test_metrics_of_a_new_connector_count_nothing(connector):
    metrics = dt.DataConnector.get_metrics(connector.data_connector_id, connector.project_id)
    assert (metrics.success_count, metrics.error_count) == (0, 0)


def test_connectors_of_types_the_package_does_not_know_are_read(emulator):
    seen = {
        connector.data_connector_type: connector
        for project in dt.Project.list_projects()
        for connector in dt.DataConnector.list_data_connectors(project.project_id)
    }
    assert {"HTTP_PUSH", "AZURE_SERVICE_BUS", "AZURE_EVENT_HUB", "GOOGLE_CLOUD_PUBSUB", "AWS_SQS"} <= seen.keys()
    assert seen["AWS_SQS"].config is None
    assert seen["HTTP_PUSH"].config is not None
