"""What was changed in a hearing after it opened, in sentences that the public can read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.ui import words
from innspill.interfaces.ui.templatetags.innspill import day, plain
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.changes import Change, changes
from innspill.stages.consultations.core.definition import Text

OF_A_QUESTION: Mapping[str, Promise] = {
    "question-added": _("Spørsmål %(id)s er nytt."),
    "question-removed": _("Spørsmål %(id)s er tatt bort."),
    "question-reworded": _("Spørsmål %(id)s har fått ny ordlyd."),
    "guidance": _("Veiledningen til spørsmål %(id)s er endret."),
    "condition": _("Det er endret hvem som får spørsmål %(id)s."),
    "for-groups": _("Det er endret hvem som får spørsmål %(id)s."),
    "question-kind": _("Måten å svare på spørsmål %(id)s på er endret."),
    "question-many": _("Måten å svare på spørsmål %(id)s på er endret."),
    "choice-added": _("Spørsmål %(id)s har fått et nytt svaralternativ."),
    "choice-removed": _("Et svaralternativ til spørsmål %(id)s er tatt bort."),
    "choice-reworded": _("Et svaralternativ til spørsmål %(id)s har fått ny ordlyd."),
}
OF_A_DAY: Mapping[str, Promise] = {
    "deadline": _("Høringsfristen er flyttet fra %(before)s til %(after)s."),
    "opening": _("Dagen høringen åpner, er flyttet fra %(before)s til %(after)s."),
    "assessment-date": _("Behandlingen begynner %(after)s."),
    "finish-date": _("Resultatet er etter planen klart %(after)s."),
}
OF_A_NAME: Mapping[str, Promise] = {
    "paper-added": _("Nytt høringsdokument: %(name)s"),
    "paper-removed": _("Høringsdokument tatt bort: %(name)s"),
    "paper-file-added": _("Ny fil: %(name)s"),
    "paper-file-removed": _("Fil tatt bort: %(name)s"),
    "paper-file-replaced": _("Ny utgave av filen %(name)s"),
    "body-added": _("Ny på høringslisten: %(name)s"),
    "body-removed": _("Tatt av høringslisten: %(name)s"),
    "event-added": _("Nytt møte eller webinar: %(name)s"),
    "event-removed": _("Møte eller webinar tatt bort: %(name)s"),
}
OTHERWISE: Mapping[str, Promise] = {
    "question-order": _("Spørsmålene står i en annen rekkefølge."),
    "event-details": _("Opplysningene om møter og webinarer er endret."),
    "chapter-added": _("Høringsdokumentet har nye kapitler."),
    "chapter-removed": _("Kapitler i høringsdokumentet er tatt bort."),
    "chapter-title": _("Kapitler i høringsdokumentet har nye overskrifter."),
    "chapter-text": _("Teksten i høringsdokumentet er endret."),
    "contact": _("Kontaktopplysningene er endret."),
    "submit-email": _("Adressen for svar på e-post er endret."),
    "late-policy": _("Det er endret hva som skjer med svar etter fristen."),
    "one-response": _("Det er endret hvor mange svar en organisasjon kan gi."),
    "publication": _("Det er endret om svarene blir publisert."),
}


@dataclass(frozen=True, slots=True)
class EditionTold:
    """One change of the hearing: when, what the owner says of it, and what is otherwise now."""

    at: datetime
    note: Text
    changes: tuple[str, ...]


def told(slug: str) -> list[EditionTold]:
    """The changes after the opening, the latest first."""
    return [
        EditionTold(one.at, one.note, tuple(_sentences(changes(one.before, one.definition))))
        for one in reversed(consultations.editions(slug))
        if one.before is not None
    ]


def _sentences(found: tuple[Change, ...]) -> Iterator[str]:
    """A sentence for each change that a reader can see, each said once."""
    yield from dict.fromkeys(_sentence(change) for change in found if change.is_public)


def _sentence(change: Change) -> str:
    kind = change.kind
    if kind in OF_A_QUESTION:
        return str(OF_A_QUESTION[kind]) % {"id": change.place.partition(" ")[0]}
    if kind in OF_A_DAY:
        days = {"before": _day(change.before), "after": _day(change.after)}
        return str(OF_A_DAY[kind]) % days
    if kind in OF_A_NAME:
        return str(OF_A_NAME[kind]) % {"name": _said(change.after or change.before)}
    if kind == "language-added":
        language = str(words.LANGUAGE.get(str(change.after), change.after))
        return gettext("Høringen finnes nå også på %(language)s.") % {"language": language.lower()}
    return str(OTHERWISE.get(kind, gettext("Teksten på høringssiden er endret.")))


def _day(said: object) -> str:
    return day(date.fromisoformat(said)) if isinstance(said, str) else gettext("ikke satt")


def _said(said: object) -> str:
    return plain(said) if isinstance(said, Mapping) else str(said or "")
