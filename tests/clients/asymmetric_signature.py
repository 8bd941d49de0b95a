"""Verifies `DT-Asymmetric-Signature` as a receiver does that knows only the issuer: by OpenID Connect's discovery."""

import hashlib
import json
import urllib.request
from dataclasses import dataclass

from joserfc import jwt
from joserfc.jwk import KeySet

HEADER = "DT-Asymmetric-Signature"


class WrongChecksum(Exception):
    """The signature is of another body."""


@dataclass
class Issuer:
    """Who signs, as found out from its URL."""

    url: str

    def configuration(self):
        return _fetch(f"{self.url}/.well-known/openid-configuration")

    def keys(self):
        return _fetch(self.configuration()["jwks_uri"])

    def verify(self, push, keys=None):
        """The header and the claims of a push, whose signature is one of this issuer's and of its body."""
        configuration = self.configuration()
        token = jwt.decode(
            push.headers[HEADER],
            KeySet.import_key_set(keys or self.keys()),
            algorithms=configuration["id_token_signing_alg_values_supported"],
        )
        issued_by = {"essential": True, "value": configuration["issuer"]}
        jwt.JWTClaimsRegistry(iss=issued_by, exp={"essential": True}).validate(token.claims)
        if token.claims["checksum_sha256"] != hashlib.sha256(push.body).hexdigest():
            raise WrongChecksum
        return token.header, token.claims


def _fetch(url):
    with urllib.request.urlopen(url, timeout=10) as answer:
        return json.load(answer)
