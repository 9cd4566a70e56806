"""The first file of a package: what is in it, what its fields mean, and what one may do with it."""

from __future__ import annotations

from django.utils.translation import gettext
from pydantic import BaseModel

from innspill.interfaces.api.values import (
    LICENCE_ADDRESS,
    LICENCE_NAME,
    AnswerRow,
    DecidedRow,
    HearingRow,
    ResponseData,
)
from innspill.stages.consultations.core.definition import in_language
from innspill.stages.consultations.queries import ConsultationShown


def text(shown: ConsultationShown, *, has_checkpoint: bool) -> str:
    """The file, in the active language."""
    lines = [
        in_language(shown.title, "nb"),
        f"{shown.owner}, {shown.case_number}",
        "",
        gettext("Alt som er offentlig i høringen, slik det er publisert."),
        gettext("Lisens: %(name)s, %(address)s")
        % {"name": LICENCE_NAME, "address": LICENCE_ADDRESS},
        gettext("Oppgi kilden: %(owner)s.") % {"owner": shown.owner},
        "",
        "horing.json   " + gettext("Høringen: spørsmål, grupper og tall."),
        "svar.csv      " + gettext("Svarene, uten tekst. Én rad for hvert svar."),
        "svar.jsonl    " + gettext("Svarene med alt de sier. Ett på hver linje."),
        "sporsmal.csv  " + gettext("Én rad for hvert svar på hvert spørsmål."),
        "avgjort.csv   " + gettext("Én rad for hvert punkt som er avgjort."),
        "svar/         "
        + gettext("Hvert svar for seg, for programmer (JSON) og for folk (tekst)."),
        "filer/        " + gettext("Hvert svar som PDF, og det som ble sendt inn, laget på nytt."),
        "dokumenter/   " + gettext("Dokumentene som er på høring, der de er lagt ut her."),
        "resultat/     "
        + gettext(
            "Resultatet, der det er publisert: oppsummeringen, tallene, og hvem som svarte hva "
            "på hvert spørsmål (matrix.csv)."
        ),
        "SHA256SUMS    " + gettext("Fingeravtrykk av filene. Kontroller: sha256sum -c SHA256SUMS"),
    ]
    if has_checkpoint:
        said = gettext("Det siste signerte sjekkpunktet av journalen, og nøkkelen vår.")
        lines.append("sjekkpunkt.txt, nokkel.txt  " + said)
    for kind, said in (
        (HearingRow, gettext("En høring (horing.json)")),
        (ResponseData, gettext("Et svar (svar.csv, svar.jsonl)")),
        (AnswerRow, gettext("Et svar på ett spørsmål (sporsmal.csv)")),
        (DecidedRow, gettext("Et punkt som er avgjort (avgjort.csv)")),
    ):
        lines += ["", said, *_fields(kind)]
    return "\n".join(lines) + "\n"


def _fields(kind: type[BaseModel]) -> list[str]:
    return [
        f"  {name}: {gettext(field.description or '')}" for name, field in kind.model_fields.items()
    ]
