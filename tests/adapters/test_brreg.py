"""Enhetsregisteret's file is streamed, its API asked; `enheter.json` is a sample in its own shape."""

from __future__ import annotations

import csv
import gzip
import io
import json
import threading
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from innspill.adapters.brreg import Register, choose, choose_from
from innspill.shared.errors import BadInput
from innspill.stages.invitations.core.units import Choice, entry_of, suggested

HERE = Path(__file__).parent
SAMPLE = HERE / "enheter.json"
UNITS: list[dict[str, Any]] = json.loads(SAMPLE.read_text())
PARTS: list[dict[str, Any]] = json.loads((HERE / "underenheter.json").read_text())
KOMMUNER = Choice(forms=("KOMM",))


def as_csv() -> bytes:
    """The sample as the register's CSV has it: names joined by dots."""

    def flat(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
        if isinstance(value, dict):
            for name, inner in value.items():
                yield from flat(inner, f"{path}.{name}" if path else name)
        else:
            said = ", ".join(value) if isinstance(value, list) else value
            yield path, str(said).lower() if isinstance(said, bool) else str(said)

    rows = [dict(flat(unit)) for unit in UNITS]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, columns)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("enheter.json", SAMPLE.read_bytes()),
        ("enheter.json.gz", gzip.compress(SAMPLE.read_bytes())),
        ("enheter.csv", as_csv()),
        ("enheter.csv.gz", gzip.compress(as_csv())),
    ],
)
def test_the_municipalities_are_found_in_every_shape_of_the_file(
    name: str, data: bytes, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    found = choose(file, KOMMUNER)
    assert [unit.name for unit in found] == ["Eidsund kommune", "Hå-Nordvik kommune"]
    assert [entry_of(unit).language for unit in found] == ["nb", "nn"]
    assert entry_of(found[0]).email == "post@eidsund.example"
    assert entry_of(found[0]).address == "Postboks 12, 4099 EIDSUND"
    assert choose_from(data, name, KOMMUNER) == found


def test_who_is_wound_up_is_left_out() -> None:
    assert "Sammenslått" not in str(choose(SAMPLE, KOMMUNER))


def test_a_part_counts_as_what_it_is_a_part_of_but_not_as_the_state() -> None:
    assert [unit.name for unit in choose(SAMPLE, Choice(name="helse"))] == [
        "Eidsund kommune", "Helsedepartementet i Prøveland",
    ]  # fmt: skip
    assert [unit.form for unit in choose(SAMPLE, Choice(forms=("ORGL",), name="omsorg"))] == [
        "ORGL"
    ]


def test_codes_and_words_choose_together() -> None:
    assert [
        unit.name for unit in choose(SAMPLE, Choice(industries=("36",), name="eidsund vann"))
    ] == ["Vann og Avløp Eidsund AS"]
    assert choose(SAMPLE, Choice(industries=("36",), forms=("FLI",))) == []


def test_the_name_of_a_collective_body_points_at_its_members() -> None:
    assert suggested("Landets kommuner") == KOMMUNER
    assert suggested("Fylkeskommunene") == Choice(forms=("FYLK",))
    assert suggested("Pasient- og brukerombudene").is_empty


def test_memory_stays_bounded_however_long_the_file_is(tmp_path: Path) -> None:
    file = tmp_path / "alle.json.gz"
    one = json.dumps(UNITS[-1], ensure_ascii=False)
    with gzip.open(file, "wt", compresslevel=1) as out:
        out.write("[" + json.dumps(UNITS[1]))
        for _ in range(15_000):
            out.write("," + one)
        out.write("]")
    tracemalloc.start()
    assert len(choose(file, KOMMUNER)) == 1
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 16_000_000


@pytest.mark.parametrize(
    "data", [b'[{"navn": ', b"navn;sted\nA;B\n", b"\x1f\x8b\x08rubbish", b"\xff\xfe\x00", b""]
)
def test_a_file_that_is_none_of_the_register_is_refused(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "feil.json"
    file.write_bytes(data)
    with pytest.raises(BadInput, match=r"feil\.json.*Enhetsregisteret"):
        choose(file, KOMMUNER)


def test_nobody_takes_the_whole_register_by_a_slip(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="nothing is chosen"):
        choose(SAMPLE, Choice())
    file = tmp_path / "mange.json"
    file.write_text("\n".join([json.dumps(UNITS[1])] * 5001))
    with pytest.raises(BadInput, match="more than 5000"):
        choose(file, KOMMUNER)


class Played(BaseHTTPRequestHandler):
    """Plays the recorded sample as the open API answers."""

    asked: list[str] = []
    size = 2

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        self.asked.append(self.path)
        kind, _, number = address.path.removeprefix("/api/").partition("/")
        rows = UNITS if kind == "enheter" else PARTS
        if number:
            found = next((unit for unit in rows if unit["organisasjonsnummer"] == number), None)
            return self._say(200, found) if found else self._say(404, {"status": 404})
        asked = parse_qs(address.query)
        forms = asked.get("organisasjonsform", [""])[0].split(",")
        rows = [
            unit for unit in rows if forms == [""] or unit["organisasjonsform"]["kode"] in forms
        ]
        page = int(asked["page"][0])
        shown = rows[page * self.size : (page + 1) * self.size]
        pages = -(-len(rows) // self.size)
        return self._say(200, {"_embedded": {kind: shown}, "page": {"size": self.size, "number": page,
                                "totalElements": len(rows), "totalPages": pages}})  # fmt: skip

    def _say(self, status: int, what: Any) -> None:
        data = what if isinstance(what, bytes) else json.dumps(what).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: Any) -> None: ...


class Broken(Played):
    def do_GET(self) -> None:
        self._say(*((500, {}) if "500" in self.path else (200, b"<html>nede</html>")))


@contextmanager
def playing(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/api"
    server.shutdown()
    server.server_close()


def test_the_api_is_asked_page_by_page() -> None:
    Played.asked.clear()
    with playing(Played) as address:
        found = Register(address).choose(KOMMUNER)
    assert [unit.name for unit in found] == ["Eidsund kommune", "Hå-Nordvik kommune"]
    assert sum("organisasjonsform=KOMM" in path for path in Played.asked) == 2


def test_parents_and_parts_are_looked_up() -> None:
    with playing(Played) as address:
        register = Register(address)
        assert "Eidsund kommune" in [unit.name for unit in register.choose(Choice(name="omsorg"))]
        number = UNITS[1]["organisasjonsnummer"]
        assert [unit.name for unit in register.parts_of(number)] == [
            "Eidsund Legevakt",
            "Eidsund Vannverk",
        ]
        assert register.unit("974760673") is None


def test_a_register_that_does_not_answer_is_said_in_a_sentence() -> None:
    with playing(Broken) as address:
        for base in (address, f"{address}/500", "http://127.0.0.1:9"):
            with pytest.raises(BadInput, match=r"does not answer.*downloaded file"):
                Register(base, timeout=2).choose(KOMMUNER)
    with pytest.raises(BadInput, match="INNSPILL_BRREG"):
        Register("file:///etc/passwd")
