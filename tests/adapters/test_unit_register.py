"""The local copy of Enhetsregisteret: made whole or not at all, and found in by any spelling."""

from __future__ import annotations

import gzip
import json
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innspill.adapters.unit_loading import load
from innspill.adapters.unit_register import LocalUnits
from innspill.shared.errors import BadInput
from innspill.stages.register.core.unit_match import candidates_from_units

HERE = Path(__file__).parent
FILES = [HERE / "enheter.json", HERE / "underenheter.json"]
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
EIDSUND = "842001102"


@pytest.fixture(scope="module")
def units(tmp_path_factory: pytest.TempPathFactory) -> LocalUnits:
    path = tmp_path_factory.mktemp("units") / "units.sqlite3"
    load(FILES, path, now=NOW)
    return LocalUnits(path)


def a_file(path: Path, *units: tuple[str, str, str, str]) -> Path:
    """A file of the register with (number, name, form, parent) of each."""
    written = [
        {
            "organisasjonsnummer": number,
            "navn": name,
            "organisasjonsform": {"kode": form},
            "overordnetEnhet": parent,
        }
        for number, name, form, parent in units
    ]
    path.write_text(json.dumps(written), "utf-8")
    return path


@pytest.mark.parametrize(
    "written",
    [
        "Eidsund kommune",
        "EIDSUND KOMMUNE",
        "eidsund  kommune",
        "Eidsund komune",
        "Kommune Eidsund",
        "Eidsund kommune v/ seksjon for vann",
        "Eidsund kommune, Postboks 12, 4099 Eidsund",
        "Seksjon for vann - Eidsund kommune",
    ],
)
def test_a_unit_is_found_by_any_of_its_spellings(units, written):
    hits = units.named(written)
    assert hits[0].number == EIDSUND
    assert hits[0].ground


def test_names_without_their_letters_and_company_form_are_found(units):
    assert units.named("Ha Nordvik kommune")[0].name.casefold() == "hå-nordvik kommune"
    assert units.named("Vann og avlop Eidsund")[0].form == "AS"
    assert units.named("Vann og avløp Eidsund AS")[0].likeness == 100.0


def test_a_place_of_business_has_its_unit(units):
    found = units.named("Eidsund legevakt")[0]
    assert units.numbered(found.parent) is not None
    assert units.numbered(found.number) == found or found.form == "BEDR"


def test_a_name_that_is_not_there_has_no_hit_that_is_like_it(units):
    assert all(hit.likeness < 60 for hit in units.named("Foreningen for kveldsro"))
    assert units.numbered("999999999") is None


HOSTILE = [
    '"', "'", "*", "a* OR b*", "NEAR(a b)", "x AND", "kommune NOT eidsund", "words:x", "-", "^a",
    "(((", "\0", "Eidsund\0kommune", "'; DROP TABLE unit; --", "%", "_", "ß" * 50, "𝕶", "ﷺ",
    "e" * 10_000, "kommune " * 3000, "v/" * 5000, "", " ", "\u202e", "kommune\nEidsund",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_are_only_names(units, name):
    assert len(units.named(name)) <= 8
    assert len(candidates_from_units(name, name, units)) <= 8
    assert units.numbered(name) is None
    assert units.numbered(EIDSUND) is not None


@settings(max_examples=60, deadline=None)
@given(name=st.text(max_size=80))
def test_no_name_raises(units, name):
    for hit in units.named(name):
        assert 0 < hit.likeness <= 100


def test_every_unit_of_a_file_is_found_under_its_name(units):
    for path in FILES:
        for fields in json.loads(path.read_text()):
            assert units.named(fields["navn"])[0].number == fields["organisasjonsnummer"]


SPELT = {
    "in capitals": str.upper,
    "in small letters": str.lower,
    "without its letters": lambda name: name.lower().translate(PLAIN),
    "in other spaces": lambda name: f"  {name.replace(' ', '   ')} ",
    "with hyphens": lambda name: name.replace(" ", "-"),
    "turned round": lambda name: " ".join(reversed(name.split())),
    "without company form": lambda name: name.upper().removesuffix(" AS"),
    "with a section behind it": lambda name: f"{name} v/ seksjon for beredskap",
    "under an address": lambda name: f"Postboks 12, 4099 Stranda\n{name}\nTelefon 51 00 00 00",
}
PLAIN = str.maketrans({"å": "a", "ø": "o", "æ": "ae"})
NAMED = [
    (fields["organisasjonsnummer"], fields["navn"])
    for path in FILES
    for fields in json.loads(path.read_text())
    if " " in fields["navn"]
]


@settings(max_examples=80, deadline=None)
@given(unit=st.sampled_from(NAMED), spelt=st.sampled_from(sorted(SPELT)))
def test_a_name_is_found_under_any_of_its_spellings(units, unit, spelt):
    number, name = unit
    assert units.named(SPELT[spelt](name))[0].number == number


def test_sole_proprietors_and_their_places_of_business_are_left_out(tmp_path):
    whole = a_file(tmp_path / "enheter.json", (EIDSUND, "EIDSUND KOMMUNE", "KOMM", ""),
                   ("842002109", "OLA NORDMANN", "ENK", ""))  # fmt: skip
    places = a_file(
        tmp_path / "underenheter.json", ("974683458", "OLA NORDMANN", "BEDR", "842002109")
    )
    loaded = load([places, whole], tmp_path / "units.sqlite3", now=NOW)
    assert (loaded.units, loaded.left_out) == (1, 2)
    assert b"NORDMANN" not in (tmp_path / "units.sqlite3").read_bytes().upper()
    assert LocalUnits(tmp_path / "units.sqlite3").named("Ola Nordmann") == ()


@pytest.mark.parametrize("bad", [b"", b"[]", b"no register", b"\x1f\x8b broken", b'[{"x": 1'])
def test_a_file_that_is_none_leaves_the_copy_of_before(tmp_path, bad):
    path = tmp_path / "units.sqlite3"
    load(FILES, path, now=NOW)
    before = path.read_bytes()
    (tmp_path / "bad.json").write_bytes(bad)
    with pytest.raises(BadInput):
        load([tmp_path / "bad.json"], path, now=NOW)
    assert path.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["bad.json", "units.sqlite3"]


def test_half_a_download_does_not_take_the_place_of_the_whole(tmp_path):
    path = tmp_path / "units.sqlite3"
    load(FILES, path, now=NOW)
    few = a_file(tmp_path / "few.json", (EIDSUND, "EIDSUND KOMMUNE", "KOMM", ""))
    with pytest.raises(BadInput, match="1 units, and the copy of before 11"):
        load([few], path, now=NOW)
    cut = tmp_path / "cut.json.gz"
    cut.write_bytes(gzip.compress(FILES[0].read_bytes())[:-200])
    with pytest.raises(BadInput):
        load([cut], path, now=NOW, fewer=True)
    assert LocalUnits(path).about().units == 11
    assert load([few], path, now=NOW, fewer=True).units == 1


def test_a_copy_that_is_put_in_place_is_used_at_once_and_in_every_thread(tmp_path):
    path = tmp_path / "units.sqlite3"
    load([a_file(tmp_path / "a.json", (EIDSUND, "EIDSUND KOMMUNE", "KOMM", ""))], path, now=NOW)
    units = LocalUnits(path)
    assert units.named("Eidsund kommune")
    load([a_file(tmp_path / "b.json", (EIDSUND, "VESTLI KOMMUNE", "KOMM", ""))], path, now=NOW)
    found: list[str] = []
    threads = [
        Thread(target=lambda: found.append(units.named("Vestli kommune")[0].name)) for _ in "12"
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["Vestli kommune"] * 2
    assert units.named("Vestli kommune")[0].likeness == 100.0


def test_a_broken_copy_finds_nothing_and_says_so_when_asked(tmp_path):
    path = tmp_path / "units.sqlite3"
    path.write_bytes(b"not a database at all" * 500)
    units = LocalUnits(path)
    assert units.named("Eidsund kommune") == ()
    assert units.numbered(EIDSUND) is None
    with pytest.raises(BadInput, match="cannot be read"):
        units.about()


def test_what_is_kept_is_no_more_than_a_name_is_found_by(units):
    connection = sqlite3.connect(units.path)
    columns = [row[1] for row in connection.execute("PRAGMA table_info(unit)")]
    connection.close()
    assert not {"email", "address"} & set(columns)
    assert (units.about().units, units.about().loaded_at) == (11, NOW)
