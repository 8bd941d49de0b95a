"""Receivers refuse pushes that were signed too long ago, as a replayed one is."""

import time
from datetime import datetime
from types import SimpleNamespace

import pytest
from asymmetric_signature import Issuer
from disruptive import authentication, events
from disruptive.errors import ConfigurationError
from dtintegrations.data_connector import HttpPush
from joserfc.errors import ExpiredTokenError
from published_events import publish

LONG_AGO = "2025-01-02T03:04:05+00:00"
SECRET = "correct horse battery staple, and more"


@pytest.fixture(scope="module")
def running_emulator(start_emulator):
    return start_emulator("--start-time", LONG_AGO)


@pytest.fixture(autouse=True)
def client_of_that_time(monkeypatch):
    """The package signs in by the emulator's time."""
    behind = time.time() - datetime.fromisoformat(LONG_AGO).timestamp()
    monkeypatch.setattr(authentication, "time", SimpleNamespace(time=lambda: time.time() - behind))


@pytest.fixture
def push(receiver, forward, sensor):
    forward(receiver.url, SECRET)
    publish(sensor, events.Touch())
    return receiver.next_push()


def test_the_signature_with_the_secret_expires(push):
    with pytest.raises(ConfigurationError, match="Signature has expired"):
        HttpPush(dict(push.headers), push.body, SECRET)


def test_the_signature_with_the_key_expires(emulator, push):
    with pytest.raises(ExpiredTokenError):
        Issuer(f"{emulator.api}/data-connector").verify(push)
