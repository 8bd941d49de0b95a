"""The certificates of receivers are verified, always."""

from datetime import datetime, timezone

import pytest
import trustme
from disruptive import events
from published_events import publish
from push_outcomes import outcomes
from receiver import Receiver

# What a TLS client says when it refuses (RFC 8446 §6.2), in OpenSSL's words.
UNKNOWN_AUTHORITY = "TLSV1_ALERT_UNKNOWN_CA"
BAD_CERTIFICATE = "SSLV3_ALERT_BAD_CERTIFICATE"
EXPIRED = "SSLV3_ALERT_CERTIFICATE_EXPIRED"


@pytest.fixture(scope="module")
def authority():
    """A private certificate authority, as companies have them."""
    return trustme.CA()


@pytest.fixture(scope="module")
def running_emulator(start_emulator, authority, tmp_path_factory):
    """One that trusts the authority, and pushes again only when its clock is moved."""
    file = tmp_path_factory.mktemp("authorities") / "authority.pem"
    authority.cert_pem.write_to_path(file)
    back_off = {"firstSeconds": 1800, "jitter": 0}
    return start_emulator(settings={"delivery": {"trustedCertificates": str(file), "backOff": back_off}})


def day(year):
    return datetime(year, 1, 2, tzinfo=timezone.utc)


def test_a_certificate_of_a_trusted_authority_is_accepted(emulator, authority, forward, sensor):
    with Receiver(authority.issue_cert("localhost")) as receiver:
        connector = forward(receiver.url)
        published = publish(sensor, events.Touch())
        assert receiver.next_push().event_id == published.event_id
        emulator.settle()
        assert outcomes(connector) == (1, 0)


@pytest.mark.parametrize(
    ("issue", "complaint"),
    [
        (lambda _: trustme.CA().issue_cert("localhost"), UNKNOWN_AUTHORITY),
        (lambda authority: authority.issue_cert("elsewhere.example.com"), BAD_CERTIFICATE),
        (lambda authority: authority.issue_cert("127.0.0.1"), BAD_CERTIFICATE),
        (lambda authority: authority.issue_cert("localhost", not_before=day(2020), not_after=day(2021)), EXPIRED),
        (lambda authority: authority.issue_cert("localhost", not_before=day(2990), not_after=day(2991)), EXPIRED),
    ],
    ids=["another authority", "another name", "address", "expired", "not valid yet"],
)
def test_a_certificate_that_does_not_hold_is_refused_until_it_is_replaced(
    emulator, authority, forward, sensor, issue, complaint
):
    with Receiver(issue(authority)) as receiver:
        connector = forward(receiver.url)
        published = publish(sensor, events.Touch())
        assert receiver.next_refusal() == complaint
        emulator.settle()
        assert receiver.pushes.empty()
        assert outcomes(connector) == (0, 1)

        receiver.certificate = authority.issue_cert("localhost")
        emulator.pass_time("1h")
        assert receiver.next_push().event_id == published.event_id
        assert outcomes(connector) == (1, 1)
