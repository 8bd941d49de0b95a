"""DT's own package for receivers verifies and reads what is pushed."""

import json
import urllib.request

import disruptive as dt
import pytest
from disruptive import events
from disruptive.errors import ConfigurationError
from dtintegrations.data_connector import HttpPush
from published_events import EVENTS, publish

SECRET = "correct horse battery staple æøå"


def read(push, secret=SECRET):
    return HttpPush(dict(push.headers), push.body, secret)


@pytest.mark.parametrize("data", EVENTS, ids=lambda data: data.event_type)
def test_every_event_that_can_be_published_is_read(receiver, forward, sensor, data):
    forward(receiver.url, SECRET)
    published = publish(sensor, data)
    pushed = read(receiver.next_push())
    assert pushed.event.raw == published.raw
    assert (pushed.event.event_type, type(pushed.event.data)) == (data.event_type, type(data))
    assert (pushed.event.device_id, pushed.event.project_id) == (sensor.device_id, sensor.project_id)


def test_a_change_of_labels_is_read(receiver, forward, sensor):
    forward(receiver.url, SECRET, labels=["floor", "group"])
    changed = {"group": "red", "floor": "3"}
    dt.Device.batch_update_labels([sensor.device_id], sensor.project_id, changed, remove_labels=["name"])
    pushed = read(receiver.next_push())
    assert pushed.event.event_type == events.LABELS_CHANGED
    data = pushed.event.data
    assert (data.added, data.modified, data.removed) == ({"group": "red"}, {"floor": "3"}, ["name"])
    assert pushed.labels == changed


def test_a_push_tells_about_its_device(receiver, forward, sensor):
    forward(receiver.url, SECRET)
    publish(sensor, events.Touch())
    metadata = read(receiver.next_push()).get_device_metadata()
    assert (metadata.device_id, metadata.project_id) == (sensor.device_id, sensor.project_id)
    assert (metadata.device_type, metadata.product_number) == ("temperature", "")


def test_a_push_of_a_real_device_tells_its_product_number(receiver, forward, project):
    forward(receiver.url, SECRET)
    device = next(device for device in dt.Device.list_devices(project.project_id) if not device.is_emulated)
    dt.Device.batch_update_labels([device.device_id], project.project_id, {"group": "red"}, remove_labels=[])
    metadata = read(receiver.next_push()).get_device_metadata()
    assert (metadata.device_id, metadata.device_type) == (device.device_id, device.device_type)
    assert metadata.product_number == device.product_number != ""


def test_what_an_inbox_received_is_read_too(emulator, forward, sensor):
    forward(f"{emulator.api}/inbox/mine", SECRET)
    published = publish(sensor, events.Temperature(21.5))
    emulator.settle()
    with urllib.request.urlopen(f"{emulator.api}/inbox/mine/requests", timeout=10) as answer:
        (received,) = json.load(answer)
    assert received["method"] == "POST"
    assert HttpPush(received["headers"], received["body"].encode(), SECRET).event.raw == published.raw


def test_a_body_that_was_changed_on_the_way_is_rejected(receiver, forward, sensor):
    forward(receiver.url, SECRET)
    publish(sensor, events.Temperature(21.5))
    push = receiver.next_push()
    tampered = push.body.replace(b"21.5", b"12.5")
    assert tampered != push.body
    with pytest.raises(ConfigurationError, match="Checksum mismatch"):
        HttpPush(dict(push.headers), tampered, SECRET)


def test_who_does_not_know_the_secret_cannot_sign(receiver, forward, sensor):
    forward(receiver.url, "a guess")
    publish(sensor, events.Touch())
    with pytest.raises(ConfigurationError, match="Invalid secret"):
        read(receiver.next_push())


def test_a_new_secret_signs_from_the_next_push_on(receiver, forward, sensor):
    connector = forward(receiver.url, "an old one")
    config = dt.DataConnector.HttpPushConfig(signature_secret=SECRET)
    dt.DataConnector.update_data_connector(connector.data_connector_id, connector.project_id, config=config)
    published = publish(sensor, events.Touch())
    assert read(receiver.next_push()).event.event_id == published.event_id


def test_without_a_secret_there_is_no_signature_with_it(receiver, forward, sensor):
    forward(receiver.url)
    publish(sensor, events.Touch())
    with pytest.raises(ConfigurationError, match="Missing header"):
        read(receiver.next_push())
