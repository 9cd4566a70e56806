"""What was changed in a hearing, said in the page's language: for the public and at the desk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.ui import words
from innspill.interfaces.ui.language import active
from innspill.interfaces.ui.templatetags.innspill import day
from innspill.stages.consultations.core.change_parts import Change, Said
from innspill.stages.consultations.core.definition import in_language

SAID: words.Words = {
    "deadline": _("Fristen er flyttet fra %(before)s til %(after)s."),
    "opening": _("Åpningsdagen er endret til %(after)s."),
    "opens": _("Åpningsdagen er endret til %(after)s."),
    "timezone": _("Tidssonen er endret til %(after)s."),
    "assessment-date": _("Vurderingen begynner %(after)s."),
    "finish-date": _("Resultatet er ventet %(after)s."),
    "short-reason": _("Begrunnelsen for kort frist er endret."),
    "late-policy": _("Det som skjer med sene svar, er endret."),
    "one-response": _("Regelen om ett svar per organisasjon er endret."),
    "publication": _("Om svarene publiseres, er endret."),
    "submit-email": _("E-postadressen for høringssvar er nå %(after)s."),
    "contact": _("Kontakten er nå %(after)s."),
    "title": _("Tittelen er endret til «%(after)s»."),
    "summary": _("Sammendraget er skrevet om."),
    "section-added": _("Ny del på siden: «%(after)s»."),
    "section-removed": _("Delen «%(before)s» er tatt bort."),
    "section-text": _("Teksten under «%(place)s» er endret."),
    "phase-text": _("Teksten om fasen er endret."),
    "paper-added": _("Nytt dokument: «%(after)s»."),
    "paper-removed": _("Dokumentet «%(before)s» er tatt bort."),
    "paper-title": _("Et dokument heter nå «%(after)s»."),
    "paper-file-added": _("Ny fil: %(after)s."),
    "paper-file-removed": _("Filen %(before)s er tatt bort."),
    "paper-file-replaced": _("Filen %(after)s er byttet ut."),
    "chapter-added": _("Nytt kapittel: «%(after)s»."),
    "chapter-removed": _("Kapittelet «%(before)s» er tatt bort."),
    "chapter-title": _("Et kapittel heter nå «%(after)s»."),
    "chapter-text": _("Teksten i et kapittel er endret."),
    "question-added": _("Nytt spørsmål %(place)s: «%(after)s»."),
    "question-removed": _("Spørsmål %(place)s er tatt bort."),
    "question-reworded": _("Spørsmål %(place)s er skrevet om til «%(after)s»."),
    "question-renumbered": _("Spørsmål %(place)s har fått teksten til et annet spørsmål."),
    "question-order": _("Spørsmålene står i ny rekkefølge."),
    "question-kind": _("Spørsmål %(place)s er blitt en annen type spørsmål."),
    "question-many": _("Hvor mange kryss spørsmål %(place)s kan ha, er endret."),
    "guidance": _("Veiledningen til spørsmål %(place)s er endret."),
    "condition": _("Hvem som får spørsmål %(place)s, er endret."),
    "for-groups": _("Hvem spørsmål %(place)s særlig er for, er endret."),
    "references": _("Hvilket kapittel spørsmål %(place)s gjelder, er endret."),
    "choice-added": _("Nytt svaralternativ i spørsmål %(question)s: «%(after)s»."),
    "choice-removed": _("Svaralternativet «%(before)s» i spørsmål %(question)s er tatt bort."),
    "choice-reworded": _("Et svaralternativ i spørsmål %(question)s heter nå «%(after)s»."),
    "choice-renumbered": _("Et svaralternativ i spørsmål %(question)s har fått et annets ord."),
    "effect": _("Hva et kryss betyr i spørsmål %(question)s, er endret."),
    "event-added": _("Nytt arrangement: %(after)s."),
    "event-removed": _("Arrangementet %(before)s er tatt bort."),
    "event-details": _("Opplysningene om arrangementet %(place)s er endret."),
    "body-added": _("Ny høringsinstans: %(place)s."),
    "body-removed": _("%(place)s står ikke lenger på høringslisten."),
    "body-group": _("%(place)s står nå under «%(after)s»."),
    "target-group-added": _("Ny målgruppe: %(after)s."),
    "target-group-removed": _("Målgruppen %(before)s er tatt bort."),
    "term-added": _("Ny ordforklaring: %(place)s."),
    "term-removed": _("Ordforklaringen %(place)s er tatt bort."),
    "term-reworded": _("Ordforklaringen %(place)s er endret."),
    "language-added": _("Høringen finnes nå også på %(language)s."),
    "case-number": _("Saksnummeret er endret til %(after)s."),
    "owner": _("Avsenderen er endret til %(after)s."),
}
_DAYS = {"deadline", "opening", "opens", "assessment-date", "finish-date"}
_LONGEST = 160


def said(change: Change) -> str:
    """One change as a sentence."""
    sentence = str(SAID.get(change.kind, _("En opplysning er endret.")))
    as_day = change.kind in _DAYS
    code = change.after if isinstance(change.after, str) else ""
    return sentence % {
        "place": change.place,
        "question": change.place.split(" ", 1)[0],
        "before": _shown(change.before, as_day=as_day),
        "after": _shown(change.after, as_day=as_day),
        "language": str(words.LANGUAGE.get(code, code)).lower(),
    }


def _shown(what: Said, *, as_day: bool) -> str:
    if not what or what == "None":
        return gettext("ingen")
    if isinstance(what, Mapping):
        return Truncator(in_language(what, active())).chars(_LONGEST)
    if as_day:
        return day(date.fromisoformat(what))
    return Truncator(what).chars(_LONGEST)
