"""Every call of the device emulator in DT's Python package, and every event that it can publish."""

import disruptive as dt
import pytest
from disruptive import events
from disruptive.errors import BadRequest, Forbidden, NotFound
from published_events import EVENTS, HEARD_BY, TIME


def publish(device, data, **options):
    dt.Emulator.publish_event(device.device_id, device.project_id, data, **options)


def stored(device):
    return dt.Device.get_device(device.device_id, device.project_id)


@pytest.mark.parametrize("device_type", dt.Device.DEVICE_TYPES)
def test_a_device_of_every_type_can_be_made(project, device_type):
    device = dt.Emulator.create_device(project.project_id, device_type, labels={})
    assert (device.device_type, device.project_id) == (device_type, project.project_id)
    assert device.is_emulated
    assert (device.product_number, device.labels) == ("", {"virtual-sensor": ""})
    assert stored(device).raw == device.raw


def test_a_device_has_the_name_and_labels_that_were_asked_for(sensor):
    assert sensor.display_name == "Attic"
    assert sensor.labels == {"name": "Attic", "floor": "2", "virtual-sensor": ""}


def test_a_device_of_no_known_type_is_a_bad_request(project):
    with pytest.raises(BadRequest):
        dt.Emulator.create_device(project.project_id, "toaster", labels={})


def test_a_deleted_device_is_gone(sensor):
    dt.Emulator.delete_device(sensor.device_id, sensor.project_id)
    with pytest.raises(NotFound):
        stored(sensor)


@pytest.mark.parametrize("data", EVENTS, ids=lambda data: data.event_type)
def test_what_is_published_is_reported(sensor, data):
    publish(sensor, data)
    (reported,) = stored(sensor).reported.raw.items()
    event_type, content = reported
    assert event_type == data.event_type
    sent = {name: value for name, value in data.raw.items() if name not in ("samples", "cloud_connectors")}
    assert {**content, **sent} == content
    (event,) = dt.EventHistory.list_events(sensor.device_id, sensor.project_id)
    assert (event.event_type, event.data.raw) == (event_type, content)


def test_every_event_but_a_change_of_labels_can_be_published():
    published = {data.event_type for data in EVENTS}
    assert published == set(events.EVENT_TYPES) - {events.LABELS_CHANGED}


def test_samples_and_cloud_connectors_arrive(sensor):
    publish(sensor, events.Temperature(celsius=21.5, timestamp=TIME))
    (sample,) = stored(sensor).reported.temperature.samples
    assert (sample.celsius, sample.raw["sampleTime"]) == (21.5, TIME)
    publish(sensor, events.NetworkStatus(45, -83, cloud_connectors=HEARD_BY))
    (heard_by,) = stored(sensor).reported.network_status.cloud_connectors
    assert (heard_by.device_id, heard_by.signal_strength) == ("c0000000000000000009", 40)
    publish(sensor, events.NetworkStatus(45, -83))
    (heard_by,) = stored(sensor).reported.network_status.cloud_connectors
    assert heard_by.device_id == "emulated-ccon"


@pytest.mark.parametrize("data", [events.Contact(state="AJAR"), events.LabelsChanged(added={}, modified={}, removed=[])])
def test_what_cannot_be_published_is_a_bad_request(sensor, data):
    with pytest.raises(BadRequest):
        publish(sensor, data)
    assert stored(sensor).raw == sensor.raw


def test_nobody_speaks_for_a_real_device(project):
    device = next(device for device in dt.Device.list_devices(project.project_id) if not device.is_emulated)
    with pytest.raises(BadRequest):
        publish(device, events.Touch())
    with pytest.raises(BadRequest):
        dt.Emulator.delete_device(device.device_id, device.project_id)
    assert stored(device).labels == device.labels


def test_a_user_may_only_look_on(emulator, project, sensor):
    reader = emulator.sign_in("project.user")
    with pytest.raises(Forbidden):
        dt.Emulator.create_device(project.project_id, "touch", labels={}, auth=reader)
    with pytest.raises(Forbidden):
        publish(sensor, events.Touch(), auth=reader)
    with pytest.raises(Forbidden):
        dt.Emulator.delete_device(sensor.device_id, sensor.project_id, auth=reader)
    assert stored(sensor).raw == sensor.raw
