"""Opening a hearing, announcing changes, and moving a deadline."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.desk.setup_forms.base import TextForm, Told, faults_of
from innspill.interfaces.desk.setup_forms.period import day_field
from innspill.interfaces.ui.forms import Dressed
from innspill.stages.consultations.core.definition import Definition

NOTE = Told(
    "note",
    _("Melding til publikum"),
    rows=3,
    help=_("Si kort hva som er endret, og hvorfor. Meldingen står på høringssiden."),
    required=_("Melding til publikum: skriv kort hva som er endret."),
    most=3000,
)


class PublishForm(Dressed):
    """Now, or by itself at a time."""

    when = forms.ChoiceField(
        label=_("Når skal høringen åpne?"),
        choices=[("now", _("Nå")), ("later", _("Av seg selv på et tidspunkt"))],
        widget=forms.RadioSelect,
        initial="now",
        error_messages={"required": _("Når: velg nå eller et tidspunkt.")},
    )
    at = forms.DateTimeField(
        label=_("Tidspunkt"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%d.%m.%Y %H:%M", "%Y-%m-%d %H:%M"],
        error_messages={
            "invalid": _("Tidspunkt: skriv dato og klokkeslett, for eksempel 31.12.2026 08:00.")
        },
    )

    def __init__(self, data: Any = None, *, zone: str = "Europe/Oslo") -> None:
        super().__init__(data)
        self.use_required_attribute = False
        self.zone = ZoneInfo(zone)

    def clean(self) -> dict[str, Any]:
        """Raises a field error where the time is missing."""
        cleaned = super().clean() or {}
        if cleaned.get("when") == "later" and not cleaned.get("at") and "at" not in self.errors:
            self.add_error("at", _("Tidspunkt: velg når høringen skal åpne."))
        return cleaned

    def faults(self) -> list[tuple[str, str]]:
        """Every error with its field."""
        return faults_of(self)


class NoteForm(TextForm):
    """What the public is told about a change; a state body says it in both written forms."""

    told = (NOTE,)

    def __init__(self, definition: Definition, data: Any = None) -> None:
        self.state_body = definition.state_body
        super().__init__(data)

    def clean(self) -> dict[str, Any]:
        """Raises a field error where a written form is owed and missing."""
        cleaned = super().clean()
        if self.state_body and not self.in_one("note", "nn"):
            self.add_error("note_nn", _("Melding til publikum: skriv den også på nynorsk."))
        if self.state_body and self.in_one("note", "nn") and not self.in_one("note", "nb"):
            self.add_error("note_nb", _("Melding til publikum: skriv den også på bokmål."))
        return cleaned

    def faults(self) -> list[tuple[str, str]]:
        """Every error with its field."""
        return faults_of(self)


class DeadlineForm(NoteForm):
    """A new last day for everybody."""

    day = day_field(_("Ny frist (siste dag)"))

    def __init__(self, definition: Definition, data: Any = None) -> None:
        super().__init__(definition, data)
        self.fields["day"].required = True
        self.fields["day"].error_messages["required"] = _("Ny frist: velg en dag.")


class ExtensionForm(Dressed):
    """A last day for one body that asked, or a refusal; always with a reason."""

    body = forms.ChoiceField(
        label=_("Instans"),
        error_messages={"required": _("Instans: velg hvem det gjelder.")},
    )
    word = forms.ChoiceField(
        label=_("Svar på ønsket"),
        choices=[("grant", _("Ja, gi lengre frist")), ("refuse", _("Nei"))],
        widget=forms.RadioSelect,
        initial="grant",
        error_messages={"required": _("Svar på ønsket: velg ja eller nei.")},
    )
    last_day = day_field(_("Siste dag for denne instansen"))
    reason = forms.CharField(
        label=_("Begrunnelse"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": _("Begrunnelse: skriv hvorfor, så andre kan etterprøve valget.")
        },
    )

    def __init__(
        self,
        definition: Definition,
        data: Any = None,
        *,
        bodies: Sequence[tuple[int, str, str]],
        initial: Any = None,
    ) -> None:
        super().__init__(data, initial=initial, prefix="instans")
        self.use_required_attribute = False
        self.deadline = definition.deadline
        field = self.fields["body"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [
                ("", _("Velg en instans")),
                *(
                    (group, [(str(pk), name) for pk, _group, name in lines])
                    for group, lines in groupby(bodies, key=lambda line: line[1])
                ),
            ]

    def clean(self) -> dict[str, Any]:
        """Raises a field error where the day is missing or no later than everybody's."""
        cleaned = super().clean() or {}
        if cleaned.get("word") != "grant" or "last_day" in self.errors:
            return cleaned
        day = cleaned.get("last_day")
        if day is None:
            self.add_error("last_day", _("Siste dag: velg en dag."))
        elif self.deadline and day <= self.deadline:
            self.add_error("last_day", _("Siste dag: den må være etter fristen for alle."))
        return cleaned

    def faults(self) -> list[tuple[str, str]]:
        """Every error with its field."""
        return faults_of(self)
