"""What reaches a real receiver, and when."""

import base64

import disruptive as dt
import pytest
from disruptive import events
from published_events import publish
from push_outcomes import outcomes
from receiver import Receiver, answering


@pytest.fixture
def gate(project):
    """Another device of the project."""
    return dt.Emulator.create_device(project.project_id, "contact", "Gate", {})


def test_a_push_is_one_request_with_the_connectors_own_headers(emulator, receiver, forward, sensor):
    forward(f"{receiver.url}/in?site=oslo&x=%20", headers={"X-Site": "Bergen", "Authorization": "Bearer abc"})
    published = publish(sensor, events.Touch())
    emulator.settle()
    push = receiver.next_push()
    assert receiver.pushes.empty()
    assert (push.method, push.target) == ("POST", "/dt/in?site=oslo&x=%20")
    assert push.headers["Content-Type"] == "application/json"
    assert (push.headers["X-Site"], push.headers["Authorization"]) == ("Bergen", "Bearer abc")
    assert list(push.content) == ["event", "labels", "metadata"]
    assert push.event_id == published.event_id


def test_the_labels_that_the_connector_names_and_the_device_has_come_along(receiver, forward, sensor, gate):
    forward(receiver.url, labels=["name", "floor", "nowhere"])
    publish(sensor, events.Touch())
    assert receiver.next_push().content["labels"] == {"name": "Attic", "floor": "2"}
    publish(gate, events.Touch())
    assert receiver.next_push().content["labels"] == {"name": "Gate"}


def test_without_named_labels_none_come_along(receiver, forward, sensor):
    forward(receiver.url)
    publish(sensor, events.Touch())
    assert receiver.next_push().content["labels"] == {}


def test_credentials_in_the_url_are_sent_as_basic_auth_and_not_in_the_target(receiver, forward, sensor):
    forward(receiver.url.replace("//", "//ola%40nordmann:p%3Aw@"))
    publish(sensor, events.Touch())
    push = receiver.next_push()
    scheme, credentials = push.headers["Authorization"].split(" ")
    assert (scheme, base64.b64decode(credentials)) == ("Basic", b"ola@nordmann:p:w")
    assert push.target == "/dt"
    assert "@" not in push.headers["Host"]


def test_only_the_event_types_of_the_filter_arrive(emulator, receiver, forward, sensor):
    forward(receiver.url, event_types=[events.TEMPERATURE, events.CO2])
    unwanted = [events.Touch(), events.BatteryStatus(90)]
    for data in [*unwanted, events.Temperature(21.5), *unwanted, events.Co2(526)]:
        publish(sensor, data)
    emulator.settle()
    pushed = [receiver.next_push().content["event"]["eventType"] for _ in range(2)]
    assert (sorted(pushed), receiver.pushes.empty()) == ([events.CO2, events.TEMPERATURE], True)


def test_every_connector_of_the_project_gets_every_event(receiver, forward, sensor):
    with Receiver() as another:
        forward(receiver.url)
        forward(another.url)
        published = publish(sensor, events.Touch())
        assert receiver.next_push().event_id == another.next_push().event_id == published.event_id


def test_a_push_does_not_wait_for_the_answer_to_the_one_before(emulator, receiver, forward, sensor, gate):
    receiver.behaviour = receiver.hold
    connector = forward(receiver.url)
    first, second = publish(sensor, events.Touch()), publish(gate, events.Touch())
    # Nothing is answered until both are there.
    assert {receiver.next_push().event_id for _ in range(2)} == {first.event_id, second.event_id}
    receiver.release()
    emulator.settle()
    assert outcomes(connector) == (2, 0)


@pytest.mark.parametrize("status", [200, 201, 202, 204])
def test_any_success_acknowledges(emulator, receiver, forward, sensor, status):
    receiver.behaviour = answering(status)
    forward(receiver.url)
    publish(sensor, events.Touch())
    receiver.next_push()
    emulator.pass_time("1d")
    assert receiver.pushes.empty()
