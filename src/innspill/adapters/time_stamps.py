"""A time-stamping authority (RFC 3161), asked by http(s). Its word is checked before it counts."""

from __future__ import annotations

import hashlib
import ssl
from datetime import datetime
from http.client import HTTPException
from pathlib import Path
from urllib.request import Request, urlopen

from cryptography.x509 import Certificate, load_pem_x509_certificates
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from innspill.shared.errors import BadInput, StampUnavailable

_MOST = 100_000
_QUERY, _REPLY = "application/timestamp-query", "application/timestamp-reply"


class TimeStamps:
    """A `StampAuthority` at an address, whose stamps lead to the certificates of a file."""

    def __init__(self, address: str, roots: str = "", *, timeout: float = 20.0) -> None:
        self.address = address
        self.roots = roots
        self.timeout = timeout

    def stamp(self, data: bytes) -> tuple[bytes, datetime]:
        """The whole answer over the SHA-256 of `data`, and the time in it.

        Raises StampUnavailable where nothing answers or the answer does not hold, BadInput where
        the file of certificates cannot be used.
        """
        roots = self._roots()
        request = TimestampRequestBuilder().data(data).hash_algorithm(HashAlgorithm.SHA256).build()
        answer = self._ask(request.as_bytes())
        try:
            found = decode_timestamp_response(answer)
            builder = VerifierBuilder.from_request(request)
            for root in roots:
                builder = builder.add_root_certificate(root)
            builder.build().verify(found, hashlib.sha256(data).digest())
            return answer, found.tst_info.gen_time
        except (VerificationError, ValueError) as error:
            raise StampUnavailable(f"{self.address}: the stamp does not hold ({error})") from error

    def _ask(self, query: bytes) -> bytes:
        headers = {"Content-Type": _QUERY, "Accept": _REPLY, "User-Agent": "innspill"}
        request = Request(self.address, data=query, headers=headers)  # noqa: S310 - from settings
        try:
            with urlopen(request, timeout=self.timeout) as reply:  # noqa: S310 - from settings
                answer: bytes = reply.read(_MOST)
        except (OSError, HTTPException) as error:
            raise StampUnavailable(f"{self.address} does not answer ({error})") from error
        return answer

    def _roots(self) -> list[Certificate]:
        """Those of the setting; else those that the machine trusts."""
        machine = ssl.get_default_verify_paths()
        place = self.roots or machine.cafile or machine.openssl_cafile
        try:
            return list(dict.fromkeys(load_pem_x509_certificates(Path(place).read_bytes())))
        except (OSError, ValueError) as error:
            raise BadInput(
                "there are no certificates (PEM) here", where=place, todo="Set INNSPILL_TSA_CA."
            ) from error
