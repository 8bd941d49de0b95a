"""A receiver that fails, in whatever way, gets the event again once it works."""

import pytest
import trustme
from disruptive import events
from published_events import publish
from push_outcomes import outcomes
from receiver import Receiver, accept, answer_half, answering, speak_no_http, vanish


@pytest.fixture(scope="module")
def running_emulator(patient_emulator):
    return patient_emulator


FAULTS = {
    "answers half": answer_half,
    "vanishes": vanish,
    "speaks no HTTP": speak_no_http,
    "not modified": answering(304),
    "bad request": answering(400),
    "unauthorized": answering(401),
    "gone": answering(410),
    "too many requests": answering(429, **{"Retry-After": "86400"}),
    "broken": answering(500),
    "unavailable": answering(503),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_an_event_arrives_when_its_receiver_has_recovered(emulator, receiver, forward, sensor, fault):
    receiver.behaviour = fault
    connector = forward(receiver.url)
    published = publish(sensor, events.Touch())
    first = receiver.next_push()
    emulator.settle()
    assert outcomes(connector) == (0, 1)

    receiver.behaviour = accept
    emulator.pass_time("1h")
    again = receiver.next_push()
    assert first.event_id == again.event_id == published.event_id
    assert first.body == again.body
    assert outcomes(connector) == (1, 1)
    emulator.pass_time("12h")
    assert receiver.pushes.empty()


def test_an_event_arrives_when_its_receiver_takes_connections_again(emulator, forward, sensor):
    with Receiver(listens=False) as receiver:
        connector = forward(receiver.url)
        published = publish(sensor, events.Touch())
        emulator.settle()
        assert outcomes(connector) == (0, 1)

        receiver.listen()
        emulator.pass_time("1h")
        assert receiver.next_push().event_id == published.event_id
        assert outcomes(connector) == (1, 1)


def test_a_certificate_of_a_private_authority_is_refused(emulator, forward, sensor):
    with Receiver(trustme.CA().issue_cert("localhost")) as receiver:
        connector = forward(receiver.url)
        publish(sensor, events.Touch())
        assert receiver.next_refusal() == "TLSV1_ALERT_UNKNOWN_CA"
        emulator.pass_time("1h")
        assert receiver.pushes.empty()
        assert outcomes(connector) == (0, 2)


def test_an_event_that_is_not_acknowledged_in_time_arrives_again(emulator, receiver, forward, sensor):
    receiver.behaviour = receiver.hold
    connector = forward(receiver.url)
    published = publish(sensor, events.Touch())
    late = receiver.next_push()
    # The emulator waits for 10 seconds; an answer after them counts no more.
    emulator.settle()
    receiver.release()
    assert outcomes(connector) == (0, 1)

    emulator.pass_time("1h")
    assert late.event_id == receiver.next_push().event_id == published.event_id
    assert outcomes(connector) == (1, 1)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_a_failure_and_is_not_followed(emulator, receiver, forward, sensor, status):
    with Receiver() as elsewhere:
        receiver.behaviour = answering(status, Location=elsewhere.url)
        connector = forward(receiver.url)
        published = publish(sensor, events.Touch())
        emulator.settle()
        assert receiver.next_push().event_id == published.event_id
        assert elsewhere.pushes.empty()
        assert outcomes(connector) == (0, 1)

        receiver.behaviour = accept
        emulator.pass_time("1h")
        assert receiver.next_push().event_id == published.event_id
        assert elsewhere.pushes.empty()


def test_a_connection_that_served_pushes_before_may_fail_like_a_new_one(emulator, receiver, forward, sensor):
    connector = forward(receiver.url)
    publish(sensor, events.Touch())
    receiver.next_push()
    emulator.settle()
    receiver.behaviour = vanish
    published = publish(sensor, events.Touch())
    emulator.settle()
    receiver.behaviour = accept
    emulator.pass_time("1h")
    assert [receiver.next_push().event_id for _ in range(2)] == [published.event_id] * 2
    assert outcomes(connector) == (2, 1)


def test_an_event_is_given_up_after_twelve_hours(emulator, receiver, forward, sensor):
    receiver.behaviour = answering(503)
    forward(receiver.url)
    publish(sensor, events.Touch())
    emulator.pass_time("12h")
    tries = receiver.pushes.qsize()
    # At once, after half an hour, then every hour.
    assert tries == 13
    receiver.behaviour = accept
    emulator.pass_time("1d")
    assert receiver.pushes.qsize() == tries


def test_one_receiver_that_fails_costs_the_others_nothing(emulator, receiver, forward, sensor):
    with Receiver() as broken:
        broken.behaviour = vanish
        forward(broken.url)
        connector = forward(receiver.url)
        published = publish(sensor, events.Touch())
        assert receiver.next_push().event_id == published.event_id
        emulator.pass_time("12h")
        assert receiver.pushes.empty()
        assert broken.pushes.qsize() > 1
        assert outcomes(connector)[1] == 0
