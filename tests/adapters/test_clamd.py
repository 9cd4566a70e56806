"""The virus scanner, asked over a real socket as clamd is."""

from __future__ import annotations

import socket
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from innspill.adapters.clamd import Clamd, Place, place_of
from innspill.shared.errors import BadInput, ScannerUnavailable, TooBigToScan
from tests.clamd_server import EICAR, running


def packed() -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr("svar/virus.com", EICAR)
    return buffer.getvalue()


def mailed() -> bytes:
    message = EmailMessage()
    message["From"] = "a@b.example"
    message.set_content("Vedlagt.")
    message.add_attachment(packed(), maintype="application", subtype="zip", filename="svar.zip")
    return message.as_bytes()


@pytest.mark.parametrize("data", [EICAR, packed(), mailed()], ids=["file", "zip", "mail"])
def test_a_virus_is_named_wherever_it_lies(data: bytes) -> None:
    with running() as server:
        assert Clamd(place_of(server.address)).virus_in(data) == "Eicar-Test-Signature"


def test_what_is_clean_is_passed_on_whole_over_a_local_socket(tmp_path: Path) -> None:
    with running(tmp_path / "clamd.ctl") as server:
        scanner = Clamd(place_of(server.address))
        assert scanner.virus_in(b"x" * 300_000) is None
        assert scanner.virus_in(b"") is None
        assert scanner.version().startswith("ClamAV")
        assert server.asked == [300_000, 0]


def test_a_file_that_is_too_big_for_it_is_told_apart_from_a_scanner_that_is_down() -> None:
    with running() as server:
        server.most = 1_000
        with pytest.raises(TooBigToScan, match="size limit"):
            Clamd(place_of(server.address)).virus_in(b"x" * 5_000_000)


@pytest.mark.parametrize("says", ["stream: Can't allocate memory ERROR", "hei", "stream: FOUND"])
def test_an_answer_that_is_neither_yes_nor_no_is_none(says: str) -> None:
    with running() as server:
        server.says = says
        with pytest.raises(ScannerUnavailable):
            Clamd(place_of(server.address)).virus_in(b"hei")


def test_a_scanner_that_is_down_is_left_in_peace_for_a_while_and_then_asked_again() -> None:
    with running() as server:
        address = server.address
    place = place_of(address)
    scanner = Clamd(place, rest=0.2)
    with pytest.raises(ScannerUnavailable, match="refused"):
        scanner.virus_in(b"hei")
    with socket.create_server((place.host, place.port)) as listening:
        listening.settimeout(0.1)
        with pytest.raises(ScannerUnavailable):
            scanner.virus_in(b"hei")
        with pytest.raises(TimeoutError):
            listening.accept()


def test_one_that_never_answers_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        place = Place(host="127.0.0.1", port=silent.getsockname()[1])
        with pytest.raises(ScannerUnavailable, match="in time"):
            Clamd(place, seconds=0.2).virus_in(b"hei")


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("unix:/run/clamav/clamd.ctl", Place(path="/run/clamav/clamd.ctl")),
        ("unix:///run/clamav/clamd.ctl", Place(path="/run/clamav/clamd.ctl")),
        ("/run/clamd", Place(path="/run/clamd")),
        ("tcp://clam.example:3311", Place(host="clam.example", port=3311)),
        ("tcp://clam.example", Place(host="clam.example", port=3310)),
        ("tcp://[::1]:3310", Place(host="::1", port=3310)),
    ],
)
def test_the_setting_names_a_socket_or_a_host(address: str, place: Place) -> None:
    assert place_of(address) == place


@pytest.mark.parametrize("address", ["ja", "http://x", "tcp://", "unix:", "tcp://x:y", "tcp://x/y"])
def test_a_setting_that_names_nothing_is_refused(address: str) -> None:
    with pytest.raises(BadInput, match="no place of clamd"):
        place_of(address)
