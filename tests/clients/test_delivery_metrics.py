"""Metrics count what has really become of the pushes."""

import re

import pytest
from disruptive import events
from published_events import publish
from push_outcomes import metrics, outcomes
from receiver import accept, answering


@pytest.fixture(scope="module")
def running_emulator(patient_emulator):
    return patient_emulator


@pytest.fixture
def mixed(emulator, receiver, forward, sensor):
    """A connector with three pushes that succeeded and two that failed."""
    connector = forward(receiver.url)
    for behaviour, times in [(accept, 3), (answering(500), 2)]:
        receiver.behaviour = behaviour
        for _ in range(times):
            publish(sensor, events.Touch())
        emulator.settle()
    receiver.behaviour = accept
    return connector


def test_successes_and_errors_are_counted(mixed):
    assert outcomes(mixed) == (3, 2)


def test_the_latency_is_that_of_answers_that_came(mixed):
    assert re.fullmatch(r"\d+(\.\d+)?s", metrics(mixed).latency)
    assert float(metrics(mixed).latency.removesuffix("s")) > 0


def test_every_push_of_an_event_outcomes(emulator, mixed):
    emulator.pass_time("1h")
    assert outcomes(mixed) == (5, 2)


def test_what_is_three_hours_old_counts_no_more(emulator, mixed):
    emulator.pass_time("2h")
    assert outcomes(mixed) == (5, 2)
    # The last pushes were those after half an hour.
    emulator.pass_time("100m")
    assert outcomes(mixed) == (0, 0)


def test_what_the_filter_holds_back_does_not_count(emulator, receiver, forward, sensor):
    connector = forward(receiver.url, event_types=[events.CO2])
    publish(sensor, events.Touch())
    emulator.settle()
    assert outcomes(connector) == (0, 0)


def test_other_connectors_count_for_themselves(mixed, receiver, forward):
    assert outcomes(forward(receiver.url)) == (0, 0)
