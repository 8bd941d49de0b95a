"""`:sync` through DT's Python package pushes the latest events again."""

import disruptive as dt
import pytest
from disruptive import events
from published_events import publish


@pytest.fixture
def project(organization):
    """A project of its own, with nothing in it."""
    return dt.Project.create_project(organization.organization_id, "Annex")


@pytest.fixture
def told(project):
    """The latest event of each type of both devices in the project, by device and type; there were others before."""
    latest = {}
    for name in ("Attic", "Cellar"):
        device = dt.Emulator.create_device(project.project_id, "temperature", name, {})
        for data in [events.Temperature(20), events.BatteryStatus(90), events.Touch(), events.Temperature(21.5)]:
            latest[device.device_id, data.event_type] = publish(device, data).event_id
    return latest


def synchronize(connector):
    dt.DataConnector.sync_data_connector(connector.data_connector_id, connector.project_id)


def pushed(emulator, receiver):
    """What has come to the receiver, by device and type; of each pair, one event."""
    emulator.settle()
    came = [receiver.pushes.get_nowait().content["event"] for _ in range(receiver.pushes.qsize())]
    by_kind = {(event["targetName"].split("/")[-1], event["eventType"]): event["eventId"] for event in came}
    assert len(by_kind) == len(came)
    return by_kind


def test_the_newest_event_of_each_type_of_each_device_is_pushed(emulator, receiver, forward, told):
    connector = forward(receiver.url)
    assert pushed(emulator, receiver) == {}
    synchronize(connector)
    assert pushed(emulator, receiver) == told
    synchronize(connector)
    assert pushed(emulator, receiver) == told


def test_only_event_types_of_the_filter_are_pushed(emulator, receiver, forward, told):
    wanted = [events.TEMPERATURE, events.CO2]
    synchronize(forward(receiver.url, event_types=wanted))
    assert pushed(emulator, receiver) == {kind: event for kind, event in told.items() if kind[1] in wanted}


def test_an_event_that_is_pushed_again_is_the_same_but_for_the_signature(emulator, receiver, forward, told):
    connector = forward(receiver.url, event_types=[events.TOUCH])
    synchronize(connector)
    synchronize(connector)
    bodies = [receiver.next_push().body for _ in range(2 * 2)]
    assert len(set(bodies)) == 2


def test_only_the_connector_that_is_synchronized_pushes(emulator, receiver, forward, told):
    forward(f"{receiver.url}/other")
    synchronize(forward(receiver.url, event_types=[events.TOUCH]))
    emulator.settle()
    assert {receiver.next_push().target for _ in range(2)} == {"/dt"}
    assert receiver.pushes.empty()


def test_a_disabled_connector_pushes_nothing(emulator, receiver, forward, told):
    connector = forward(receiver.url, status="USER_DISABLED")
    synchronize(connector)
    assert pushed(emulator, receiver) == {}
    dt.DataConnector.update_data_connector(connector.data_connector_id, connector.project_id, status="ACTIVE")
    assert pushed(emulator, receiver) == {}
