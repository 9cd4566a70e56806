"""The forms of the ledger, the finish, and the register that is followed up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

from django import forms
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.desk.forms import Filter
from innspill.interfaces.ui import words
from innspill.interfaces.ui.forms import Dressed
from innspill.stages.deciding.core.measures import LONGEST, MeasureFilter, MeasureSaid, parties
from innspill.stages.deciding.core.values import MeasureShown


def _reason(label: Any, missing: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": missing,
            "max_length": _("Begrunnelse: kort den ned til 2000 tegn."),
        },
    )


class NoteLeftForm(Dressed):
    """One reason for all that is left, and which that was when the page was made."""

    reason = _reason(
        _("Begrunnelse for alle sammen"),
        _("Begrunnelse: skriv hvorfor disse tas til orientering."),
    )
    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)


class OpenAgainForm(Dressed):
    """Why a finished hearing is taken up again."""

    reason = _reason(
        _("Hvorfor åpnes den igjen?"), _("Begrunnelse: skriv hvorfor vurderingen åpnes igjen.")
    )


class FollowUpFilter(Filter):
    """Which measures to show."""

    ansvarlig = forms.ChoiceField(label=_("Ansvarlig"), required=False)
    status = forms.ChoiceField(label=_("Status"), required=False)
    vis = forms.ChoiceField(
        label=_("Frist"),
        required=False,
        choices=[("", _("Alle frister")), ("forfalt", _("Bare de som er over fristen"))],
    )

    def __init__(self, data: Any, *, measures: Iterable[MeasureShown]) -> None:
        super().__init__(data)
        named: dict[str, str] = {}
        for each in measures:
            named |= parties(each.responsible)
        self._choose(
            "ansvarlig",
            [("", _("Alle")), *((name, name) for _key, name in sorted(named.items()))],
        )
        self._choose("status", [("", _("Alle")), *words.TABLES["measure_status"].items()])

    @property
    def wanted(self) -> MeasureFilter:
        """The filter as the register takes it."""
        return MeasureFilter(
            responsible=self.asked("ansvarlig") or "",
            status=self.asked("status") or "",
            overdue=self.asked("vis") == "forfalt",
        )


def _text(name: str, label: Any, help_text: Any = "", rows: int = 0) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=LONGEST[name],
        widget=forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput(),
        error_messages={
            "max_length": _("%(field)s: kort teksten ned til %(most)d tegn.")
            % {"field": label, "most": LONGEST[name]}
        },
    )


class MeasureForm(Dressed):
    """What is said of a measure, new or changed."""

    name = forms.CharField(
        label=_("Tiltak"),
        max_length=LONGEST["name"],
        error_messages={
            "required": _("Tiltak: skriv med noen få ord hva som skal gjøres."),
            "max_length": _("Tiltak: kort navnet ned til 300 tegn."),
        },
    )
    responsible = _text(
        "responsible", _("Ansvarlig"), _("Er det flere, skriv semikolon mellom dem.")
    )
    contact = _text("contact", _("Kontakt"), _("Rollen eller personen som svarer for tiltaket."))
    relevant_for = _text("relevant_for", _("Relevant for"))
    description = _text("description", _("Beskrivelse"), rows=4)
    requirement = _text(
        "requirement", _("Krav"), _("Hva som kreves, hvis tiltaket følger av et krav."), rows=2
    )
    required_by = _text(
        "required_by", _("Hvem stiller kravet"), _("En lov, et departement eller en annen.")
    )
    due = forms.DateField(
        label=_("Frist"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "invalid": _("Frist: skriv dagen som år-måned-dag, for eksempel 2026-12-31.")
        },
    )
    status = forms.ChoiceField(
        label=_("Status"),
        error_messages={"required": _("Status: velg en fra listen.")},
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["status"]
        if isinstance(field, forms.ChoiceField):
            field.choices = list(words.TABLES["measure_status"].items())

    @classmethod
    def of(cls, shown: MeasureShown, data: Any = None) -> Self:
        """The form for a measure as it stands."""
        fields = (*LONGEST, "due", "status")
        known = {name: getattr(shown, name) for name in fields} | {"seen": shown.version}
        return cls(data, initial=known)

    @property
    def said(self) -> MeasureSaid:
        """What was written."""
        given = self.cleaned_data
        texts = {name: str(given[name]).strip() for name in LONGEST}
        return MeasureSaid(**texts, due=given["due"], status=given["status"])
