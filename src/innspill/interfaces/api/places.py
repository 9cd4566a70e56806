"""Every address of open data: what it gives, in which format, and what may be asked of it.

OpenAPI and the page of documentation are made of this list; a test asks each address and holds
its answer to the type that is named here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_noop as _
from pydantic import BaseModel

from innspill.interfaces.api.asking import FILTERS, PAGES
from innspill.interfaces.api.rows import MEDIA_TYPES
from innspill.interfaces.api.values import (
    LINKED,
    AnswerList,
    AnswerRow,
    DecidedList,
    DecidedRow,
    HearingData,
    HearingList,
    HearingRow,
    ResponseData,
    ResponseList,
    ResponseRow,
)

ROOT = "/api/v1"
ATOM, ZIP = "application/atom+xml", "application/zip"
ASKED: Mapping[str, str] = {
    "group": _("Bare denne gruppen på høringslisten; «-» er de som ikke sto på den."),
    "question": _("Bare dem som har svart på spørsmålet med denne id-en."),
    "standing": _("Bare svar som gjelder (current), eller bare de erstattede (superseded)."),
    "changed_since": _(
        "Bare det som er publisert eller endret fra da av: en dag eller et tidspunkt."
    ),
    "after": _("Bare det som kommer etter dette nummeret. Bruk adressen i «next»."),
    "limit": _("Hvor mange på en side: 100 der ingenting er sagt, høyst 500."),
}
"""What may be asked, and what it means."""
IN_PATH: Mapping[str, str] = {
    "slug": _("Høringens faste navn i adresser."),
    "number": _("Svarets nummer i høringen. Det skifter aldri."),
    "name": _("Avsenderens navn med små bokstaver og bindestreker: fjordvik-kommune."),
}
"""What stands in braces in an address."""


@dataclass(frozen=True, slots=True)
class Place:
    """An address. `made_of` is the type of a JSON answer; of CSV and JSON Lines, of each row."""

    path: str
    says: str
    media_type: str
    made_of: type[BaseModel] | None = None
    may_ask: tuple[str, ...] = ()

    @property
    def ending(self) -> str:
        """What its file is called after the last dot."""
        return self.path.rpartition(".")[2]


def _in_each_format(
    path: str,
    says: str,
    types: tuple[type[BaseModel], type[BaseModel], type[BaseModel]],
    filters: tuple[str, ...] = (),
) -> tuple[Place, ...]:
    return tuple(
        Place(
            f"{ROOT}{path}.{ending}",
            says,
            MEDIA_TYPES[ending].partition(";")[0],
            made_of,
            (*filters, *PAGES) if ending == "json" else filters,
        )
        for ending, made_of in zip(("json", "csv", "jsonl"), types, strict=True)
    )


PLACES: tuple[Place, ...] = (
    *_in_each_format("/hearings", _("Alle høringene."), (HearingList, HearingRow, HearingRow)),
    Place(
        f"{ROOT}/hearings/{{slug}}.json",
        _("Én høring: spørsmål, grupper, tall og adresser."),
        "application/json",
        HearingData,
    ),
    *_in_each_format(
        "/hearings/{slug}/responses",
        _("De publiserte svarene."),
        (ResponseList, ResponseRow, ResponseData),
        FILTERS,
    ),
    Place(
        f"{ROOT}/hearings/{{slug}}/responses/{{number}}.json",
        _("Ett svar."),
        "application/json",
        ResponseData,
    ),
    *_in_each_format(
        "/hearings/{slug}/answers",
        _("Én rad for hvert svar på hvert spørsmål."),
        (AnswerList, AnswerRow, AnswerRow),
        FILTERS,
    ),
    *_in_each_format(
        "/hearings/{slug}/decided",
        _("Én rad for hvert punkt som er avgjort, når resultatet er publisert."),
        (DecidedList, DecidedRow, DecidedRow),
        FILTERS,
    ),
    Place(f"{ROOT}/hearings/{{slug}}/all.zip", _("Alt som er offentlig, i én ZIP-fil."), ZIP),
    Place(f"{ROOT}/hearings/{{slug}}/feed.atom", _("Nyheter om én høring."), ATOM),
    Place(f"{ROOT}/feed.atom", _("Nyheter om alle høringene."), ATOM),
    Place(
        f"{ROOT}/bodies/{{name}}/feed.atom", _("Nye svar fra én avsender, i alle høringer."), ATOM
    ),
    Place(f"{ROOT}/hearings/{{slug}}.jsonld", _("Én høring for søkemotorer (schema.org)."), LINKED),
    Place(f"{ROOT}/catalogue.jsonld", _("Alle høringene for søkemotorer (schema.org)."), LINKED),
)
