"""An independent JOSE library verifies the signature with DT's key."""

from dataclasses import replace
from email.message import Message

import pytest
from asymmetric_signature import HEADER, Issuer, WrongChecksum
from disruptive import events
from joserfc.errors import BadSignatureError
from joserfc.jwk import ECKey
from published_events import publish


@pytest.fixture
def issuer(emulator):
    return Issuer(f"{emulator.api}/data-connector")


@pytest.fixture
def push(receiver, forward, sensor):
    """A push as it came to a receiver that shares no secret with the connector."""
    forward(receiver.url)
    publish(sensor, events.Temperature(21.5))
    return receiver.next_push()


def with_token(push, token):
    headers = Message()
    headers[HEADER] = token
    return replace(push, headers=headers)


def test_the_issuer_says_who_it_is_and_how_it_signs(issuer):
    configuration = issuer.configuration()
    assert configuration["issuer"] == issuer.url
    assert configuration["id_token_signing_alg_values_supported"] == ["ES256"]
    (key,) = issuer.keys()["keys"]
    assert (key["kty"], key["crv"], key["use"]) == ("EC", "P-256", "sig")
    assert "d" not in key


def test_a_push_is_signed_for_its_organization_and_for_five_minutes(issuer, push, organization):
    header, claims = issuer.verify(push)
    assert (header["alg"], header["typ"]) == ("ES256", "JWT")
    assert header["kid"] == issuer.keys()["keys"][0]["kid"]
    assert claims["iss"] == issuer.url
    assert claims["sub"] == organization.organization_id
    assert claims["exp"] - claims["iat"] == 300
    assert set(claims) == {"checksum_sha256", "exp", "iat", "iss", "sub"}


def test_a_body_that_was_changed_on_the_way_is_not_the_signed_one(issuer, push):
    tampered = push.body.replace(b"21.5", b"12.5")
    assert tampered != push.body
    with pytest.raises(WrongChecksum):
        issuer.verify(replace(push, body=tampered))


@pytest.mark.parametrize("part", [1, 2], ids=["claims", "signature"])
def test_a_token_that_was_changed_on_the_way_does_not_verify(issuer, push, part):
    parts = push.headers[HEADER].split(".")
    # In the middle, where every bit counts.
    text, middle = parts[part], len(parts[part]) // 2
    parts[part] = text[:middle] + ("A" if text[middle] != "A" else "B") + text[middle + 1 :]
    with pytest.raises(BadSignatureError):
        issuer.verify(with_token(push, ".".join(parts)))


def test_another_key_of_the_same_name_does_not_verify(issuer, push):
    (key,) = issuer.keys()["keys"]
    another = ECKey.generate_key("P-256", {"kid": key["kid"], "use": "sig"}, private=False).as_dict(private=False)
    with pytest.raises(BadSignatureError):
        issuer.verify(push, {"keys": [another]})


def test_a_secret_adds_a_signature_and_takes_none_away(issuer, receiver, forward, sensor):
    forward(receiver.url, "a secret")
    publish(sensor, events.Touch())
    push = receiver.next_push()
    assert "X-Dt-Signature" in push.headers
    issuer.verify(push)
