"""Forms for saying who sent a response, how it stands, of what kind it is, and whether in time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.ui import register_words
from innspill.interfaces.ui.forms import Dressed
from innspill.stages.register.core.candidates import Candidate
from innspill.stages.register.core.values import SenderKind
from innspill.stages.register.versions import VersionShown

NAMELESS = "Privatperson"
"""What a private person is called who gave no name; the register keeps it as it is."""


class OtherSenderForm(Dressed):
    """Who sent a response, where no one candidate alone did: several, another name, a unit."""

    chosen = forms.MultipleChoiceField(
        label=_("Fra listen"), required=False, widget=forms.CheckboxSelectMultiple
    )
    written = forms.CharField(
        label=_("Andre navn"),
        required=False,
        max_length=3000,
        help_text=_("Ett navn per linje. Flere navn gjør det til et felles svar."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    part = forms.CharField(
        label=_("Enhet i organisasjonen"),
        required=False,
        max_length=200,
        help_text=_("For eksempel «Avdeling for vann». Svaret telles under organisasjonen."),
    )
    as_kind = forms.ChoiceField(
        label=_("Avsenderen er"),
        choices=[("organisation", _("En organisasjon")), ("person", _("En privatperson"))],
        widget=forms.RadioSelect,
        initial="organisation",
        error_messages={"required": _("Avsenderen er: velg organisasjon eller privatperson.")},
    )

    def __init__(self, data: Any = None, *, candidates: Sequence[Candidate]) -> None:
        super().__init__(data, prefix="annet")
        field = self.fields["chosen"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(each.name, each.name) for each in candidates]

    def clean(self) -> dict[str, Any]:
        """Raises a field error without a name, and for a unit of several or of a person."""
        cleaned = super().clean() or {}
        names = self._names(cleaned)
        if not names and not self.errors:
            self.add_error("written", _("Andre navn: skriv minst ett navn, eller kryss av."))
        if cleaned.get("part") and (len(names) > 1 or cleaned.get("as_kind") == "person"):
            self.add_error(
                "part", _("Enhet i organisasjonen: det kan bare være én organisasjon da.")
            )
        return cleaned

    @property
    def names(self) -> list[str]:
        """The names settled on; a unit is named with what it belongs to."""
        names = self._names(self.cleaned_data)
        part = " ".join(str(self.cleaned_data.get("part") or "").split())
        return [f"{names[0]} v/{part}"] if part else names

    @property
    def kind(self) -> SenderKind:
        """Whether they are organisations or persons."""
        return "person" if self.cleaned_data["as_kind"] == "person" else "organisation"

    @staticmethod
    def _names(cleaned: dict[str, Any]) -> list[str]:
        lines = str(cleaned.get("written") or "").splitlines()
        names = [*(cleaned.get("chosen") or []), *(line.strip() for line in lines)]
        return list(dict.fromkeys(name for name in names if name))


class StandingForm(Dressed):
    """A person's word on how a response stands to another one."""

    relation = forms.ChoiceField(
        label=_("Hva gjelder"),
        choices=[(code, register_words.RELATION[code]) for code in register_words.RELATION],
        widget=forms.RadioSelect,
        error_messages={"required": _("Hva gjelder: velg hvordan svarene står til hverandre.")},
    )
    other = forms.ChoiceField(label=_("Det andre svaret"), required=False)
    number = forms.IntegerField(
        label=_("Eller et svar fra en annen avsender"),
        required=False,
        min_value=1,
        max_value=10**6,
        help_text=_("Nummeret i registeret, for eksempel 7."),
        error_messages={"invalid": _("Eller et svar fra en annen avsender: skriv et tall.")},
    )

    def __init__(self, data: Any = None, *, versions: Sequence[VersionShown], about: int) -> None:
        super().__init__(data, prefix="forhold")
        others = [each.row for each in versions if each.row.id != about]
        field = self.fields["other"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [
                ("", _("Velg svar")),
                *((str(row.number), f"{row.reference} {row.name}"[:90]) for row in others),
            ]

    def clean(self) -> dict[str, Any]:
        """Raises a field error where the other response is not named."""
        cleaned = super().clean() or {}
        needs_other = cleaned.get("relation") not in {None, "alone"}
        if needs_other and not (cleaned.get("number") or cleaned.get("other")):
            self.add_error("other", _("Det andre svaret: velg hvilket svar det gjelder."))
        return cleaned

    @property
    def other_number(self) -> int | None:
        """The number of the other response, where one is named."""
        if self.cleaned_data["relation"] == "alone":
            return None
        number = self.cleaned_data.get("number") or self.cleaned_data.get("other")
        return int(number) if number else None


class KindsForm(Dressed):
    """What kinds of response it is."""

    kinds = forms.MultipleChoiceField(
        label=_("Slag svar"),
        required=False,
        choices=[(code, register_words.RESPONSE_KIND[code]) for code in register_words.RESPONSE_KIND
                 if code != "answer"],
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(self, data: Any = None, *, codes: Sequence[str] = ()) -> None:
        super().__init__(data, prefix="slag", initial={"kinds": list(codes)})


class LatenessForm(Dressed):
    """A lead's word on whether a response came in time."""

    late = forms.ChoiceField(
        label=_("Svaret kom"),
        choices=[("nei", _("I tide")), ("ja", _("Etter fristen"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Svaret kom: velg i tide eller etter fristen.")},
    )
    reason = forms.CharField(
        label=_("Begrunnelse"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": _("Begrunnelse: skriv hvorfor, så andre kan etterprøve valget.")
        },
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="frist")
