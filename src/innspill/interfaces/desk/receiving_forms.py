"""The forms by which a caseworker takes something in: by hand, or for the hearing it was meant for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.ui.files import FilesField, ManyFiles
from innspill.interfaces.ui.forms import Dressed
from innspill.interfaces.ui.templatetags.innspill import plain, size
from innspill.pipeline.importing_responses import kind_of
from innspill.shared.errors import BadInput
from innspill.stages.consultations.queries import ConsultationRow


class HearingField(forms.ChoiceField):
    """One of the hearings that this person may take something in for."""

    def offer(self, hearings: Iterable[ConsultationRow]) -> None:
        """Offers these hearings, by case number and title; with more than one, none is chosen."""
        offered = [
            (row.slug, Truncator(f"{row.case_number} {plain(row.title)}").chars(80))
            for row in hearings
            if row.status != "draft"
        ]
        nothing = [("", _("Velg høring"))] if len(offered) > 1 else []
        self.choices = [*nothing, *offered]


class MoveForm(Dressed):
    """Which hearing it is for: what lies in a tray, is written down by hand, or was collected."""

    hearing = HearingField(
        label=_("Høring"),
        error_messages={"required": _("Høring: velg hvilken høring det gjelder.")},
    )

    def __init__(
        self, data: Any = None, *, hearings: Iterable[ConsultationRow], first: str | None = None
    ) -> None:
        super().__init__(data, initial={"hearing": first} if first else None)
        field = self.fields["hearing"]
        if isinstance(field, HearingField):
            field.offer(hearings)


class AsideForm(Dressed):
    """Why something that arrived is no response."""

    reason = forms.ChoiceField(
        label=_("Hva er det?"),
        choices=[
            ("not-a-response", _("Noe annet enn et høringssvar")),
            ("duplicate", _("Samme svar som en annen leveranse")),
            ("spam", _("Søppelpost")),
            ("auto-reply", _("Automatisk svar")),
            ("bounce", _("Retur av egen e-post")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Hva er det: velg hvorfor det ikke er et høringssvar.")},
    )
    duplicate_of = forms.IntegerField(
        label=_("Nummeret på den andre leveransen"),
        required=False,
        min_value=1,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        help_text=_("Bare for samme svar to ganger. Den andre leveransen blir stående."),
        error_messages={"invalid": _("Nummeret på den andre leveransen: skriv et tall.")},
    )
    note = forms.CharField(
        label=_("Notat"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Vises bare for dem som arbeider med høringen."),
    )

    def clean(self) -> dict[str, Any]:
        """Raises a field error where a copy does not say of what."""
        cleaned = super().clean() or {}
        is_copy = cleaned.get("reason") == "duplicate"
        if is_copy and not cleaned.get("duplicate_of") and not self.errors:
            said = _("Nummeret på den andre leveransen: skriv hvilken den er lik.")
            self.add_error("duplicate_of", said)
        return cleaned


class ArchiveForm(Dressed):
    """An archive or a mailbox file with responses that were collected elsewhere."""

    archive = forms.FileField(
        label=_("Fil"),
        widget=forms.FileInput(attrs={"accept": ".zip,.mbox"}),
        error_messages={
            "required": _("Fil: velg en .zip eller .mbox."),
            "empty": _("Fil: den er tom. Velg en med innhold."),
        },
    )
    key = forms.UUIDField(widget=forms.HiddenInput)

    def clean_archive(self) -> Any:
        """The file. Raises ValidationError where it is too large, or neither of the two kinds."""
        file = self.cleaned_data["archive"]
        if file.size > settings.IMPORT_LIMIT:
            said = _(
                "Fil: den er for stor. Grensen er %(limit)s. Del den, eller be drift hente den inn."
            )
            raise forms.ValidationError(said % {"limit": size(settings.IMPORT_LIMIT)})
        start = file.read(8)
        file.seek(0)
        try:
            self.kind = kind_of(file.name, start)
        except BadInput as error:
            raise forms.ValidationError(_("Fil: den er verken .zip eller .mbox.")) from error
        return file


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
        """What was brought: the files, and the note as a text file; what was said comes first."""
        files = [(file.name, file.read()) for file in self.cleaned_data["documents"] or []]
        note = self.cleaned_data["note"].replace("\r\n", "\n").strip()
        noted = [("notat.txt", note.encode())] if note else []
        return [*noted, *files] if self.cleaned_data["channel"] == "note" else [*files, *noted]
