"""Units of Enhetsregisteret, and which of them a collective body stands for. Plain Python."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from innspill.shared.email_address import is_email_address
from innspill.shared.organisation_number import is_organisation_number
from innspill.stages.invitations.core.entries import Entry

PART = "ORGL"
"""The form of a part of another unit ("organisasjonsledd")."""
STATE = "STAT"
_LANGUAGES = {"bokmål": "nb", "nynorsk": "nn"}
_SUGGESTED: tuple[tuple[str, dict[str, Any]], ...] = (
    (r"fylkeskommun", {"forms": ("FYLK",)}),
    (r"kommun", {"forms": ("KOMM",)}),
    (r"statsforvalt|fylkesm[ae]nn", {"name": "statsforvalteren", "forms": (PART,)}),
    (r"departement", {"name": "departementet", "forms": (PART,)}),
    (r"helseforetak|helseføretak", {"name": "helse", "forms": ("SÆR",)}),
    (r"universitet", {"name": "universitetet", "forms": (PART,)}),
    (r"høgskol|høyskol", {"industries": ("85.4",), "name": "høgskole"}),
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as the register has it. `live` is False where it is wound up or bankrupt."""

    number: str
    name: str
    form: str
    industries: tuple[str, ...] = ()
    parent: str = ""
    language: str = ""
    email: str = ""
    address: str = ""
    live: bool = True
    municipality: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which units are meant. What is empty says nothing; all that is said must hold."""

    forms: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    """Beginnings of næringskoder: "84.1" is all of general administration."""
    name: str = ""
    """Words that the name must hold, each of them."""
    parent: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether it would take the whole register."""
        return not (self.forms or self.industries or self.name.strip() or self.parent)

    def holds(self, unit: Unit) -> bool:
        """Whether `unit` is meant."""
        if not unit.live or (self.forms and unit.form not in self.forms):
            return False
        if self.parent and unit.parent != self.parent:
            return False
        if self.industries and not any(
            code.startswith(wanted) for code in unit.industries for wanted in self.industries
        ):
            return False
        name = unit.name.casefold()
        return all(word in name for word in self.name.casefold().split())


def suggested(body: str) -> Choice:
    """What a collective body's name points at ("Landets kommuner"); empty where it says nothing."""
    for pattern, choice in _SUGGESTED:
        if re.search(pattern, body, re.IGNORECASE):
            return Choice(**choice)
    return Choice()


def unit_of(fields: Mapping[str, Any]) -> Unit | None:
    """A unit of the register's JSON, or a row of its CSV with the same names joined by dots.

    None where it has no name or no right number.
    """
    number, name = _said(fields, "organisasjonsnummer"), _said(fields, "navn")
    if not name or not is_organisation_number(number):
        return None
    email = _said(fields, "epostadresse")
    codes = (_said(fields, f"naeringskode{place}.kode") for place in (1, 2, 3))
    ended = ("konkurs", "underAvvikling", "underTvangsavviklingEllerTvangsopplosning")
    return Unit(
        number=number,
        name=_name(name),
        form=_said(fields, "organisasjonsform.kode"),
        industries=tuple(code for code in codes if code),
        parent=_said(fields, "overordnetEnhet"),
        language=_LANGUAGES.get(_said(fields, "maalform").lower(), ""),
        email=email if is_email_address(email) else "",
        address=_address(fields, "postadresse") or _address(fields, "forretningsadresse"),
        live=not _said(fields, "slettedato")
        and not any(_said(fields, each).lower() in {"true", "j", "ja"} for each in ended),
        municipality=_said(fields, "forretningsadresse.kommune")
        or _said(fields, "beliggenhetsadresse.kommune"),
    )


def roll_up(units: Iterable[Unit], parents: Mapping[str, Unit], choice: Choice) -> list[Unit]:
    """The units as they count: a part of a municipality counts as the municipality, once.

    Parts stay themselves where they were asked for by form, where the parent is the State
    itself, or is not in the register. By name.
    """
    found: dict[str, Unit] = {}
    for unit in units:
        parent = parents.get(unit.parent)
        is_part = unit.form == PART and PART not in choice.forms
        counts = parent if is_part and parent is not None and parent.form != STATE else unit
        found.setdefault(counts.number, counts)
    return sorted(found.values(), key=lambda unit: unit.name.casefold())


def needs_parent(unit: Unit, choice: Choice) -> bool:
    """Whether `roll_up` asks for this unit's parent."""
    return bool(unit.form == PART and unit.parent and PART not in choice.forms)


def entry_of(unit: Unit) -> Entry:
    """A unit as an entry of a list."""
    return Entry(
        name=unit.name[:300],
        number=unit.number,
        email=unit.email,
        address=unit.address,
        language=unit.language,
    )


def _said(fields: Mapping[str, Any], path: str) -> str:
    if path in fields:
        value: Any = fields[path]
    else:
        value = fields
        for step in path.split("."):
            value = value.get(step) if isinstance(value, Mapping) else None
    if isinstance(value, list):
        value = ", ".join(str(each) for each in value if each)
    return " ".join(str(value).split()) if value is not None else ""


def _address(fields: Mapping[str, Any], which: str) -> str:
    place = f"{_said(fields, f'{which}.postnummer')} {_said(fields, f'{which}.poststed')}".strip()
    street = _said(fields, f"{which}.adresse")
    return ", ".join(filter(None, [street, place]))[:300]


_SMALL = frozenset({"i", "og", "for", "av", "på", "til", "med", "ved", "under"})
_SHORT = frozenset({"AS", "ASA", "HF", "RHF", "IKS", "KF", "SA", "BA", "KS", "NTNU", "DA", "ANS"})


def _name(shouted: str) -> str:
    """The register writes in capitals: "OSLO KOMMUNE" is written Oslo kommune."""
    if shouted != shouted.upper():
        return shouted
    words = []
    for at, word in enumerate(shouted.split()):
        if word in _SHORT:
            words.append(word)
        elif word.lower() in _SMALL or word.lower() in {"kommune", "fylkeskommune"}:
            words.append(word.lower() if at else word.capitalize())
        else:
            words.append("-".join(part.capitalize() for part in word.split("-")))
    return " ".join(words)
