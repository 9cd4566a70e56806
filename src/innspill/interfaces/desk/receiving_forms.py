"""The forms by which a caseworker takes something in: by hand, or for the hearing it was meant for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.ui.files import FilesField, ManyFiles
from innspill.interfaces.ui.forms import Dressed
from innspill.interfaces.ui.templatetags.innspill import plain
from innspill.stages.consultations.queries import ConsultationRow


class HearingField(forms.ChoiceField):
    """One of the hearings that this person may take something in for."""

    def offer(self, hearings: Iterable[ConsultationRow]) -> None:
        """Offers these hearings, by case number and title."""
        self.choices = [
            (row.slug, Truncator(f"{row.case_number} {plain(row.title)}").chars(80))
            for row in hearings
            if row.status != "draft"
        ]


class MoveForm(Dressed):
    """Which hearing a delivery was for that named none."""

    hearing = HearingField(
        label=_("Høring"),
        error_messages={"required": _("Høring: velg hvilken høring det gjelder.")},
    )

    def __init__(self, data: Any = None, *, hearings: Iterable[ConsultationRow]) -> None:
        super().__init__(data)
        field = self.fields["hearing"]
        if isinstance(field, HearingField):
            field.offer(hearings)


class ByHandForm(Dressed):
    """Something that came on paper, or that somebody said: files, or a note, and when it came."""

    channel = forms.ChoiceField(
        label=_("Hvordan kom det?"),
        choices=[("letter", _("Brev på papir, skannet")), ("note", _("Sagt muntlig, skrevet ned"))],
        widget=forms.RadioSelect,
        initial="letter",
        error_messages={"required": _("Hvordan kom det: velg brev eller muntlig.")},
    )
    sender = forms.CharField(
        label=_("Hvem det er fra"),
        max_length=300,
        error_messages={
            "required": _("Hvem det er fra: skriv navnet på organisasjonen eller personen."),
            "max_length": _("Hvem det er fra: skriv høyst 300 tegn."),
        },
    )
    day = forms.DateField(
        label=_("Dagen det kom"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Dagen avgjør om svaret kom i tide."),
        error_messages={
            "required": _("Dagen det kom: skriv når dere fikk det."),
            "invalid": _("Dagen det kom: skriv dag, måned og år, for eksempel 31.12.2026."),
        },
    )
    documents = FilesField(
        label=_("Skannede filer"),
        widget=ManyFiles,
        required=False,
        help_text=_("Skann hele brevet. Bildet leses, men originalen er det som gjelder."),
    )
    note = forms.CharField(
        label=_("Notat"),
        required=False,
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Det som ble sagt, så ordrett som mulig."),
    )
    key = forms.UUIDField(widget=forms.HiddenInput)

    def clean_day(self) -> Any:
        """The day. Raises ValidationError for one that has not come."""
        day = self.cleaned_data["day"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("Dagen det kom: velg i dag eller en dag som har vært."))
        return day

    def clean(self) -> dict[str, Any]:
        """Raises a field error where there is nothing to take in."""
        cleaned = super().clean() or {}
        if cleaned.get("channel") == "note" and not str(cleaned.get("note") or "").strip():
            self.add_error("note", _("Notat: skriv det som ble sagt."))
        if cleaned.get("channel") == "letter" and not cleaned.get("documents"):
            self.add_error("documents", _("Skannede filer: velg minst én fil."))
        return cleaned

    def came_at(self, now: datetime) -> datetime:
        """When it came: the end of the office day that was written, never after `now`."""
        day = self.cleaned_data["day"]
        noon = timezone.make_aware(datetime.combine(day, time(12)))
        return min(noon, now)

    def brought(self) -> list[tuple[str, bytes]]:
        """What was brought: the files, and the note as a text file."""
        files = [(file.name, file.read()) for file in self.cleaned_data["documents"] or []]
        note = self.cleaned_data["note"].replace("\r\n", "\n").strip()
        return [*files, ("notat.txt", note.encode())] if note else files
