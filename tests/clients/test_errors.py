"""Each error of the API arrives as the package's own exception, with the API's words."""

import disruptive as dt
import pytest
from disruptive import errors

HttpPushConfig = dt.DataConnector.HttpPushConfig
ABSENT = "c0000000000000000000"


def words(raised):
    """The body of the API's refusal."""
    (body,) = raised.value.args
    return body


def test_a_bad_request_says_what_is_wrong(project):
    with pytest.raises(errors.BadRequest) as raised:
        dt.DataConnector.create_data_connector(project.project_id, HttpPushConfig(url="ftp://a.example"))
    assert words(raised)["code"] == 400
    assert set(words(raised)) == {"error", "code", "help"}


@pytest.mark.parametrize(
    "call",
    [
        lambda project: dt.DataConnector.get_data_connector(ABSENT, project),
        lambda project: dt.DataConnector.update_data_connector(ABSENT, project, display_name="x"),
        lambda project: dt.DataConnector.delete_data_connector(ABSENT, project),
        lambda project: dt.DataConnector.sync_data_connector(ABSENT, project),
        lambda project: dt.DataConnector.get_metrics(ABSENT, project),
        lambda project: dt.Device.get_device(ABSENT, project),
        lambda project: dt.Role.get_role("project.nobody"),
    ],
    ids=["get", "update", "delete", "sync", "metrics", "device", "role"],
)
def test_what_is_not_there_is_not_found(project, call):
    with pytest.raises(errors.NotFound) as raised:
        call(project.project_id)
    assert words(raised)["code"] == 404


@pytest.mark.parametrize(
    "call",
    [
        lambda connector, auth: dt.DataConnector.create_data_connector(
            connector.project_id, HttpPushConfig(url="https://a.example"), auth=auth
        ),
        lambda connector, auth: dt.DataConnector.update_data_connector(
            connector.data_connector_id, connector.project_id, display_name="x", auth=auth
        ),
        lambda connector, auth: dt.DataConnector.delete_data_connector(
            connector.data_connector_id, connector.project_id, auth=auth
        ),
    ],
    ids=["create", "update", "delete"],
)
def test_a_user_may_only_read(emulator, connector, call):
    reader = emulator.sign_in("project.user")
    read = dt.DataConnector.get_data_connector(connector.data_connector_id, connector.project_id, auth=reader)
    with pytest.raises(errors.Forbidden) as raised:
        call(connector, reader)
    assert words(raised)["code"] == 403
    assert read.raw == dt.DataConnector.get_data_connector(connector.data_connector_id, connector.project_id).raw


def test_a_token_of_nobody_is_unauthorized(emulator, project):
    nobody = emulator.sign_in("organization.admin")
    nobody._token, nobody._expiration = "Bearer nothing", float("inf")
    with pytest.raises(errors.Unauthorized) as raised:
        dt.DataConnector.list_data_connectors(project.project_id, auth=nobody)
    assert words(raised)["code"] == 401


def test_a_server_error_is_tried_again(emulator, project):
    path = f"/v2/projects/{project.project_id}/dataconnectors"
    emulator.control("POST", "faults", {"path": path, "status": 503, "times": 1})
    assert dt.DataConnector.list_data_connectors(project.project_id) == []
    assert emulator.journal().count(f"GET {path}") == 3, "the fixture's, the refused one, and the second try"


def test_a_lasting_server_error_is_raised(emulator, project):
    emulator.control("POST", "faults", {"path": "/v2/*", "status": 500})
    with pytest.raises(errors.InternalServerError):
        dt.DataConnector.list_data_connectors(project.project_id)


def test_too_many_requests_wait_as_long_as_they_are_told(emulator, project):
    emulator.control("POST", "faults", {"path": "/v2/*", "status": 429, "retryAfter": 0, "times": 1})
    assert dt.DataConnector.list_data_connectors(project.project_id) == []


def test_too_many_requests_without_a_wait_are_raised(emulator, project):
    emulator.control("POST", "faults", {"path": "/v2/*", "status": 429})
    with pytest.raises(errors.TooManyRequests):
        dt.DataConnector.list_data_connectors(project.project_id)
