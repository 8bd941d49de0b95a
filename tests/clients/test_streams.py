"""Streams of events through DT's Python package."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import islice

import disruptive as dt
import pytest
from disruptive import events
from disruptive.errors import InternalServerError, Unauthorized


@pytest.fixture
def others(project):
    """Two more devices in the project."""
    return [dt.Emulator.create_device(project.project_id, kind, kind, {}) for kind in ("touch", "contact")]


def publish(device, data):
    dt.Emulator.publish_event(device.device_id, device.project_id, data)


def streamed(emulator, project, tell, count=1, **filters):
    """The first events of a stream that is open before `tell` is called."""
    path = f"/v2/projects/{project.project_id}/devices:stream"

    def is_open():
        journal = emulator.control("GET", "journal")
        return any(entry["path"] == path and entry["status"] == 200 for entry in journal)

    def tell_when_open():
        while not is_open():
            pass
        tell()

    with ThreadPoolExecutor(1) as other_side:
        told = other_side.submit(tell_when_open)
        with closing(dt.Stream.event_stream(project.project_id, **filters)) as stream:
            received = list(islice(stream, count))
        told.result()
    return received


def test_a_stream_tells_what_is_published(emulator, project, sensor):
    def tell():
        publish(sensor, events.Touch())
        publish(sensor, events.Temperature(21.5))

    touch, temperature = streamed(emulator, project, tell, count=2)
    assert (touch.event_type, temperature.event_type) == (events.TOUCH, events.TEMPERATURE)
    assert temperature.data.celsius == 21.5
    history = dt.EventHistory.list_events(sensor.device_id, sensor.project_id)
    assert [event.raw for event in history] == [temperature.raw, touch.raw]


@pytest.mark.parametrize(
    "filters",
    [
        lambda sensor: {"device_ids": [sensor.device_id]},
        lambda sensor: {"device_types": [dt.Device.TEMPERATURE, dt.Device.CO2]},
        lambda sensor: {"label_filters": {"floor": "2"}},
        lambda sensor: {"label_filters": {"floor": None, "name": "Attic"}},
        lambda sensor: {"event_types": [events.BATTERY_STATUS]},
    ],
    ids=["device_ids", "device_types", "label", "labels", "event_types"],
)
def test_a_stream_is_narrowed(emulator, project, sensor, others, filters):
    def tell():
        for other in others:
            publish(other, events.Touch())
        publish(sensor, events.BatteryStatus(90))

    (event,) = streamed(emulator, project, tell, **filters(sensor))
    assert (event.device_id, event.event_type) == (sensor.device_id, events.BATTERY_STATUS)


def test_a_stream_tells_of_changed_labels(emulator, project, sensor):
    def tell():
        dt.Device.batch_update_labels(
            [sensor.device_id], project.project_id, {"group": "red", "floor": "3"}, remove_labels=["name"]
        )

    (event,) = streamed(emulator, project, tell)
    assert event.event_type == events.LABELS_CHANGED
    assert (event.data.added, event.data.modified, event.data.removed) == ({"group": "red"}, {"floor": "3"}, ["name"])


def test_a_stream_that_is_broken_off_is_opened_again(emulator, project, sensor):
    path = f"/v2/projects/{project.project_id}/devices:stream"
    emulator.control("POST", "faults", {"path": path, "status": 503, "body": {"error": {"code": 503}}, "times": 1})
    (event,) = streamed(emulator, project, lambda: publish(sensor, events.Touch()))
    assert event.device_id == sensor.device_id
    assert emulator.journal().count(f"GET {path}") == 2


def test_an_error_in_a_stream_is_raised(emulator, project):
    emulator.control("POST", "faults", {"path": "/v2/*:stream", "body": {"error": {"code": 8}}, "status": 200})
    with pytest.raises(InternalServerError):
        next(dt.Stream.event_stream(project.project_id, request_attempts=0))


def test_a_stream_for_nobody_is_unauthorized(emulator, project):
    error = {"error": {"code": 401}}
    emulator.control("POST", "faults", {"path": "/v2/*:stream", "body": error, "status": 401})
    with pytest.raises(Unauthorized):
        next(dt.Stream.event_stream(project.project_id))
