"""The forms by which points are decided on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.desk.places import place_choices, place_word
from innspill.interfaces.desk.reading_forms import ReadFilter
from innspill.interfaces.ui import words
from innspill.interfaces.ui.forms import Dressed, whole
from innspill.stages.consultations.core.definition import ChapterKind, Definition
from innspill.stages.deciding.core.values import ChangeSaid, ChangeShown, DispositionShown
from innspill.stages.deciding.queries import OUTCOMES, BoardFilter, ReasonShown

LEFT = "gjenstar"
DECIDED = "vurdert"
LOST = "strid"
_OUTCOMES = {LEFT: "left", DECIDED: "decided"}
_TEXT = 10_000
_KINDS = frozenset(ChapterKind.__args__)  # type: ignore[attr-defined]


class DecidingFilter(ReadFilter):
    """Which comments to decide on: what they are about, and what was decided."""

    utfall = forms.ChoiceField(label=_("Vurdering"), required=False)

    def __init__(self, data: Any, **given: Any) -> None:
        super().__init__(data, **given)
        self._said: list[tuple[str, str | Promise]] = [
            (LEFT, _("Gjenstår")),
            (DECIDED, _("Vurdert")),
            *((each, words.OUTCOME[each]) for each in OUTCOMES),
            (LOST, _("To har vurdert samtidig")),
        ]
        self._choose("utfall", [("", _("Alle vurderinger")), *self._said])

    @property
    def asked_for(self) -> BoardFilter:
        """The filter as deciding takes it."""
        outcome = self.asked("utfall") or ""
        return BoardFilter(
            self.wanted,
            outcome="" if outcome == LOST else _OUTCOMES.get(outcome, outcome),
            lost=outcome == LOST,
        )

    def count(self, counted: Mapping[str, Mapping[str, int]]) -> None:
        """As of reading, with how many there are with each outcome."""
        super().count(counted)
        found = counted.get("outcome", {})
        chosen = self.asked("utfall")
        numbers = [
            (value, said, found.get("lost" if value == LOST else _OUTCOMES.get(value, value), 0))
            for value, said in self._said
        ]
        self._choose("utfall", [
            ("", _("Alle vurderinger")),
            *((value, f"{said} ({number})") for value, said, number in numbers
              if number or value == chosen),
        ])  # fmt: skip


class WordForm(Dressed):
    """What is decided, with the reason, and what is changed in the text."""

    outcome = forms.ChoiceField(
        label=_("Vurdering"),
        choices=[(outcome, words.OUTCOME[outcome]) for outcome in OUTCOMES],
        widget=forms.RadioSelect,
        error_messages={"required": _("Vurdering: velg hva som er bestemt.")},
    )
    reason = forms.CharField(
        label=_("Begrunnelse"),
        max_length=_TEXT,
        help_text=_("Kan bli lest av den som har svart, og står i rapporten."),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": _("Begrunnelse: skriv hvorfor, så andre kan etterprøve valget."),
            "max_length": _("Begrunnelse: teksten er for lang. Kort den ned."),
        },
    )
    standard = forms.ChoiceField(label=_("Standardbegrunnelse"), required=False)
    responsible = forms.CharField(
        label=_("Ansvarlig for oppfølging"),
        required=False,
        max_length=200,
        help_text=_("Hvem som skal gjøre det som er bestemt. Kan bli publisert."),
    )
    note = forms.CharField(
        label=_("Notat til kolleger"),
        required=False,
        max_length=_TEXT,
        help_text=_("Bare for dere. Kommer aldri med i rapporten."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    changes = forms.MultipleChoiceField(
        label=_("Endringer som er skrevet ned før"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": _("Endringer: en av dem er tatt tilbake. Se på listen på nytt.")
        },
    )
    place = forms.ChoiceField(label=_("Hvor i høringsdokumentet"), required=False)
    old = forms.CharField(
        label=_("Teksten i dag"),
        required=False,
        max_length=20_000,
        help_text=_("La feltet stå tomt når noe nytt settes inn."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    new = forms.CharField(
        label=_("Ny tekst"),
        required=False,
        max_length=20_000,
        help_text=_("La feltet stå tomt når teksten tas ut."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self, data: Any = None, *, definition: Definition, reasons: Iterable[ReasonShown],
        changes: Iterable[ChangeShown], initial: Mapping[str, Any] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(data, initial=dict(initial or {}))
        for field in self.fields.values():
            field.widget.attrs.pop("required", None)
        self._choices("standard", [
            ("", _("Ingen")),
            *((str(each.id), each.now.title) for each in reasons if not each.now.gone),
        ])  # fmt: skip
        self._choices("place", [("", _("Velg sted")), *paper_places(definition)])
        self._choices("changes", [
            (str(each.id), _in_short(each, definition)) for each in changes
        ])  # fmt: skip

    def _choices(self, name: str, choices: Sequence[tuple[str, str | Promise]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = list(choices)

    def clean(self) -> dict[str, Any]:
        """Raises a field error where a change is begun and not whole."""
        cleaned = super().clean() or {}
        old, new, place = (str(cleaned.get(name) or "").strip() for name in ("old", "new", "place"))
        if (old or new) and not place:
            self.add_error("place", _("Endring: velg hvor i høringsdokumentet den står."))
        elif new and old == new:
            self.add_error("new", _("Ny tekst: den er lik teksten i dag. Skriv hva som endres."))
        return cleaned

    @property
    def said(self) -> dict[str, Any]:
        """What is said, as `decide` takes it."""
        given = self.cleaned_data
        is_changed = bool(given["new"].strip()) or bool(given["old"].strip() and given["place"])
        return {
            "outcome": given["outcome"],
            "reason": given["reason"],
            "responsible": given["responsible"],
            "note": given["note"],
            "standard_reason": whole(given["standard"]) or None,
            "changes": [whole(one) for one in given["changes"]],
            "new_change": ChangeSaid(given["place"], given["old"], given["new"])
            if is_changed
            else None,
        }


def initial_of(word: DispositionShown | None) -> dict[str, Any]:
    """What stands, as the form begins with it."""
    if word is None or word.outcome not in OUTCOMES:
        return {}
    return {
        "outcome": word.outcome,
        "reason": word.reason,
        "responsible": word.responsible,
        "note": word.note,
        "standard": str(word.standard_reason or ""),
        "changes": [str(each.id) for each in word.changes],
    }


class Chosen(forms.Form):
    """The comments that are ticked in a list, each with the disposition that was seen on it."""

    chosen = forms.MultipleChoiceField(
        error_messages={
            "required": _("Merknader: kryss av for minst én merknad i listen."),
            "invalid_choice": _("Merknader: listen er endret. Velg på nytt."),
        }
    )

    def __init__(self, data: Any = None, *, known: Collection[str]) -> None:
        super().__init__(data)
        self._known = frozenset(known)
        field = self.fields["chosen"]
        if isinstance(field, forms.ChoiceField):
            field.label = _("Merknader")
            field.choices = [(one, one) for one in self._written()]

    def _written(self) -> list[str]:
        """What was ticked of comments that are there, with whatever was seen on them."""
        given = self.data.getlist("chosen") if hasattr(self.data, "getlist") else []
        return [one for one in given if one.partition(":")[0] in self._known]

    @property
    def seen(self) -> dict[int, int | None]:
        """Of each comment the disposition that was seen on it."""
        pairs = (one.partition(":")[::2] for one in self.cleaned_data["chosen"])
        return {whole(pk): whole(seen) or None for pk, seen in pairs}


class ReasonForm(Dressed):
    """A reason that is used again."""

    title = forms.CharField(
        label=_("Tittel"),
        max_length=120,
        help_text=_("Det du kjenner den igjen på i listen."),
        error_messages={"required": _("Tittel: skriv hva begrunnelsen heter.")},
    )
    text = forms.CharField(
        label=_("Begrunnelse"),
        max_length=_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Begrunnelse: skriv teksten som skal brukes.")},
    )


class ChangeForm(Dressed):
    """A change in a paper that is heard."""

    place = forms.ChoiceField(
        label=_("Hvor i høringsdokumentet"),
        error_messages={"required": _("Sted: velg hvor i høringsdokumentet endringen står.")},
    )
    old = forms.CharField(
        label=_("Teksten i dag"),
        required=False,
        max_length=20_000,
        help_text=_("La feltet stå tomt når noe nytt settes inn."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    new = forms.CharField(
        label=_("Ny tekst"),
        required=False,
        max_length=20_000,
        help_text=_("La feltet stå tomt når teksten tas ut."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(
        self, data: Any = None, *, definition: Definition, initial: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(data, initial=dict(initial or {}))
        field = self.fields["place"]
        if isinstance(field, forms.ChoiceField):
            beside = [str(self.initial["place"])] if self.initial.get("place") else []
            field.choices = [("", _("Velg sted")), *paper_places(definition, beside)]

    def clean(self) -> dict[str, Any]:
        """Raises a field error where nothing is changed."""
        cleaned = super().clean() or {}
        if str(cleaned.get("old") or "").strip() == str(cleaned.get("new") or "").strip():
            self.add_error("new", _("Ny tekst: den er lik teksten i dag. Skriv hva som endres."))
        return cleaned

    @property
    def said(self) -> ChangeSaid:
        """The change as the actions take it."""
        given = self.cleaned_data
        return ChangeSaid(given["place"], given["old"], given["new"])


def _in_short(change: ChangeShown, definition: Definition) -> str:
    said = Truncator(change.new or change.old).chars(90)
    return f"{place_word(change.place, definition)}: {said}"


def paper_places(
    definition: Definition, beside: Iterable[str] = ()
) -> list[tuple[str, str]]:  # fmt: skip
    """The places of the papers that are heard, by their names."""
    found = place_choices(definition, beside)
    return [(place, said) for place, said in found if place.partition(" ")[0] in _KINDS]
