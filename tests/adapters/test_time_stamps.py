"""Checkpoints are stamped by an authority: a real one, made with `openssl ts` for the test."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from innspill.adapters.time_stamps import TimeStamps
from innspill.shared.errors import BadInput, StampUnavailable

CONFIG = """
[tsa]
default_tsa = here
[here]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
[ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[stamping]
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
[req]
distinguished_name = name
[name]
"""


@dataclass
class Authority:
    """A time-stamping authority that runs in this process, and what it should do wrong."""

    folder: Path
    port: int = 0
    asked: list[bytes] = field(default_factory=list)
    spoil: str = ""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/tsr"

    @property
    def roots(self) -> str:
        return str(self.folder / "ca.pem")

    def make(self, name: str, extension: str, by: str) -> None:
        """A key with a certificate, signed by the one called `by`."""
        run = self.run
        run("req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{name}.key",
            "-subj", f"/CN={name}", "-out", f"{name}.csr", "-config", "conf")  # fmt: skip
        signer = ["-signkey", "ca.key"] if by == name else ["-CA", "ca.pem", "-CAkey", "ca.key"]
        run("x509", "-req", "-in", f"{name}.csr", *signer, "-days", "30", "-set_serial", str(len(name)),
            "-extfile", "conf", "-extensions", extension, "-out", f"{name}.pem")  # fmt: skip

    def run(self, *arguments: str, data: bytes | None = None) -> bytes:
        done = subprocess.run(
            ["openssl", *arguments], cwd=self.folder, input=data, capture_output=True, check=True
        )
        return done.stdout

    def answer(self, query: bytes) -> bytes:
        self.asked.append(query)
        (self.folder / "query").write_bytes(self.asked[0] if self.spoil == "old" else query)
        self.run("ts", "-reply", "-config", "conf", "-queryfile", "query", "-out", "reply")
        reply = (self.folder / "reply").read_bytes()
        return reply[:-20] + bytes(20) if self.spoil == "bytes" else reply


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Authority]:
    folder = tmp_path_factory.mktemp("tsa")
    (folder / "conf").write_text(CONFIG.format(folder=folder))
    (folder / "serial").write_text("01\n")
    authority = Authority(folder)
    authority.make("ca", "ca", "ca")
    authority.make("tsa", "stamping", "ca")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            answer = authority.answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"<p>later" if authority.spoil == "words" else answer)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    authority.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield authority
    server.shutdown()
    server.server_close()


@pytest.fixture
def authority(made: Authority) -> Authority:
    made.spoil = ""
    return made


def test_a_stamp_says_when_and_others_can_check_it(authority: Authority) -> None:
    token, at = TimeStamps(authority.address, authority.roots).stamp(b"a checkpoint")
    assert abs(datetime.now(UTC) - at) < timedelta(minutes=5)
    (authority.folder / "data").write_bytes(b"a checkpoint")
    (authority.folder / "token").write_bytes(token)
    said = authority.run("ts", "-verify", "-data", "data", "-in", "token", "-CAfile", "ca.pem")
    assert b"OK" in said


@pytest.mark.parametrize("wrong", ["bytes", "words", "old"])
def test_a_stamp_that_does_not_hold_is_not_taken(authority: Authority, wrong: str) -> None:
    """Damaged, no stamp at all, or the one for an earlier question."""
    stamps = TimeStamps(authority.address, authority.roots)
    stamps.stamp(b"before")
    authority.spoil = wrong
    with pytest.raises(StampUnavailable, match="does not hold"):
        stamps.stamp(b"a checkpoint")


def test_a_stamp_of_somebody_who_is_not_trusted_is_not_taken(authority: Authority) -> None:
    authority.run("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "other.key",
                  "-subj", "/CN=other", "-out", "other.pem", "-config", "conf")  # fmt: skip
    with pytest.raises(StampUnavailable, match="does not hold"):
        TimeStamps(authority.address, str(authority.folder / "other.pem")).stamp(b"a checkpoint")


def test_an_authority_that_is_down_says_so(authority: Authority) -> None:
    with pytest.raises(StampUnavailable, match="does not answer"):
        TimeStamps("http://127.0.0.1:9/tsr", authority.roots, timeout=2).stamp(b"a checkpoint")


def test_certificates_that_are_none_are_named(authority: Authority) -> None:
    with pytest.raises(BadInput, match="no certificates"):
        TimeStamps(authority.address, str(authority.folder / "conf")).stamp(b"a checkpoint")
