"""DT Cloud disables connectors that only ever fail."""

import disruptive as dt
import pytest
from disruptive import events
from published_events import publish
from receiver import Receiver, accept, answering


@pytest.fixture
def failing(receiver, forward):
    """A connector whose receiver refuses everything."""
    receiver.behaviour = answering(500)
    return forward(receiver.url)


def status(connector):
    return dt.DataConnector.get_data_connector(connector.data_connector_id, connector.project_id).status


def change_status(connector, status):
    dt.DataConnector.update_data_connector(connector.data_connector_id, connector.project_id, status=status)


def live(emulator, sensor, days):
    """Days go by in which the sensor has something to tell every few hours."""
    for _ in range(4 * days):
        publish(sensor, events.Touch())
        emulator.pass_time("6h")


def received(receiver):
    """The events that have come since this was asked last."""
    return [receiver.pushes.get_nowait().event_id for _ in range(receiver.pushes.qsize())]


def test_five_days_of_failures_disable_a_connector(emulator, failing, sensor):
    live(emulator, sensor, days=4)
    assert status(failing) == "ACTIVE"
    live(emulator, sensor, days=2)
    assert status(failing) == "SYSTEM_DISABLED"


def test_so_do_five_days_of_refused_connections(emulator, forward, sensor):
    with Receiver(listens=False) as receiver:
        connector = forward(receiver.url)
        live(emulator, sensor, days=6)
        assert status(connector) == "SYSTEM_DISABLED"


def test_one_success_among_the_failures_keeps_it_going(emulator, receiver, failing, sensor):
    live(emulator, sensor, days=4)
    receiver.behaviour = accept
    publish(sensor, events.Touch())
    emulator.settle()
    receiver.behaviour = answering(500)
    live(emulator, sensor, days=4)
    assert status(failing) == "ACTIVE"


def test_a_disabled_connector_pushes_nothing_more(emulator, receiver, failing, sensor):
    live(emulator, sensor, days=6)
    assert received(receiver) != []
    live(emulator, sensor, days=1)
    assert received(receiver) == []


@pytest.mark.parametrize("disabled_by", ["SYSTEM_DISABLED", "USER_DISABLED"])
def test_an_enabled_connector_starts_clean(emulator, receiver, failing, sensor, disabled_by):
    if disabled_by == "SYSTEM_DISABLED":
        live(emulator, sensor, days=4)
        while status(failing) == "ACTIVE":
            publish(sensor, events.Touch())
            emulator.pass_time("1h")
    else:
        live(emulator, sensor, days=1)
        publish(sensor, events.Touch())
        change_status(failing, disabled_by)
    assert status(failing) == disabled_by
    publish(sensor, events.Touch())
    emulator.settle()
    received(receiver)

    receiver.behaviour = accept
    change_status(failing, "ACTIVE")
    assert status(failing) == "ACTIVE"
    published = publish(sensor, events.Touch())
    emulator.pass_time("1d")
    assert received(receiver) == [published.event_id]


def test_failures_before_it_was_enabled_do_not_count_any_more(emulator, failing, sensor):
    live(emulator, sensor, days=6)
    change_status(failing, "ACTIVE")
    live(emulator, sensor, days=4)
    assert status(failing) == "ACTIVE"
    live(emulator, sensor, days=2)
    assert status(failing) == "SYSTEM_DISABLED"


def test_a_connector_without_events_fails_at_nothing(emulator, failing):
    emulator.pass_time("10d")
    assert status(failing) == "ACTIVE"
