"""The forms of lists, recipients, letters and the address book."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Self

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.desk.forms import Filter
from innspill.interfaces.ui import words
from innspill.interfaces.ui.forms import Dressed
from innspill.interfaces.ui.templatetags.innspill import group_name
from innspill.shared.errors import BadInput
from innspill.shared.organisation_number import bare_number, is_organisation_number
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.invitations.core.entries import Entry
from innspill.stages.invitations.core.letters import FIELDS, Facts, Kind, Template, template
from innspill.stages.invitations.core.status import STANDINGS
from innspill.stages.invitations.core.units import Choice

LANGUAGES = [("", _("Ikke oppgitt")), ("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")]
LARGEST_LIST = 10_000_000
LARGEST_EXTRACT = 50_000_000


class ListFilter(Filter):
    """Which lines to show."""

    gruppe = forms.ChoiceField(label=_("Gruppe"), required=False)
    status = forms.ChoiceField(label=_("Status"), required=False)
    navn = forms.CharField(label=_("Navn"), required=False, max_length=100)

    def __init__(self, data: Any, *, definition: Definition) -> None:
        super().__init__(data)
        names = [(group.name, group_name(group)) for group in definition.bodies]
        self._choose("gruppe", [("", _("Alle grupper")), *names])
        shown = [(each, words.INVITED[each]) for each in STANDINGS]
        self._choose("status", [("", _("Alle statuser")), *shown])


class MemberFilter(Filter):
    """Which members of a line to show."""

    status = forms.ChoiceField(label=_("Status"), required=False)
    navn = forms.CharField(label=_("Navn"), required=False, max_length=100)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        shown = [(each, words.INVITED[each]) for each in STANDINGS]
        self._choose("status", [("", _("Alle statuser")), *shown])


class EntryForm(Dressed):
    """Name and addresses of a recipient or of an entry of the address book."""

    name = forms.CharField(
        label=_("Navn"),
        max_length=300,
        error_messages={"required": _("Navn: skriv navnet på instansen.")},
    )
    email = forms.EmailField(
        label=_("E-postadresse"),
        required=False,
        max_length=320,
        error_messages={"invalid": _("E-postadresse: skriv den som navn@domene.no.")},
    )
    number = forms.CharField(label=_("Organisasjonsnummer"), required=False, max_length=20)
    address = forms.CharField(label=_("Postadresse"), required=False, max_length=300)
    language = forms.ChoiceField(label=_("Målform"), required=False, choices=LANGUAGES)

    def clean_number(self) -> str:
        """Nine digits, of which the last checks the others."""
        digits = bare_number(self.cleaned_data["number"])
        if digits and not is_organisation_number(digits):
            raise forms.ValidationError(
                _(
                    "Organisasjonsnummer: det skal ha ni sifre, og dette er ikke gyldig. Se etter skrivefeil."
                )
            )
        return digits

    @property
    def entry(self) -> Entry:
        """What was written."""
        said = {name: str(self.cleaned_data[name]) for name in EntryForm.base_fields}
        return Entry(
            name=said["name"],
            email=said["email"],
            number=said["number"],
            address=said["address"],
            language=said["language"],
        )

    @classmethod
    def of(cls, shown: Any, data: Any = None, **more: Any) -> Self:
        """The form filled with a recipient or contact."""
        given = {name: getattr(shown, name) for name in EntryForm.base_fields}
        return cls(data, initial={**given, **more})


class ContactForm(EntryForm):
    """An entry of the address book, with tags of one's own."""

    tags = forms.CharField(
        label=_("Stikkord"), required=False, max_length=300, help_text=_("Skill dem med komma.")
    )

    @property
    def tag_list(self) -> list[str]:
        """The tags as a list."""
        return [tag.strip() for tag in str(self.cleaned_data["tags"]).split(",") if tag.strip()]


class LineForm(Dressed):
    """An invited line: its name, its group, and whether it stands for many."""

    name = forms.CharField(
        label=_("Navn på listen"),
        max_length=300,
        error_messages={"required": _("Navn på listen: skriv navnet.")},
    )
    group = forms.CharField(
        label=_("Gruppe"),
        max_length=300,
        help_text=_("Skriv navnet på en gruppe som finnes, eller et nytt."),
        error_messages={"required": _("Gruppe: skriv hvilken gruppe instansen hører til.")},
    )
    collective = forms.BooleanField(
        label=_("Står for flere, som «Landets kommuner»"), required=False
    )


class GroupForm(Dressed):
    """A new name for a group."""

    name = forms.CharField(
        label=_("Navn på gruppen"),
        max_length=300,
        error_messages={"required": _("Navn på gruppen: skriv navnet.")},
    )


class ListForm(Dressed):
    """A list that is pasted or given as a file."""

    text = forms.CharField(
        label=_("Lim inn en liste"),
        required=False,
        max_length=400_000,
        help_text=_(
            "Én instans per linje: Navn; e-post; Postboks; Postnr STED. Bare navn går også. "
            "En linje som slutter med kolon, er navnet på en gruppe."
        ),
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    file = forms.FileField(
        label=_("Eller velg en fil"),
        required=False,
        help_text=_("Excel (.xlsx) eller CSV med en kolonne som heter Navn."),
    )
    group = forms.CharField(
        label=_("Gruppe for dem som listen ikke plasserer"), required=False, max_length=300
    )

    def clean(self) -> dict[str, Any]:
        """Raises an error where neither or something too large was given."""
        cleaned = super().clean() or {}
        file = cleaned.get("file")
        if not file and not str(cleaned.get("text") or "").strip():
            self.add_error("text", _("Lim inn en liste: lim inn noe, eller velg en fil."))
        if file and file.size > LARGEST_LIST:
            self.add_error("file", _("Eller velg en fil: filen er for stor. Del listen i to."))
        return cleaned


class ChoiceForm(Dressed):
    """Which units of Enhetsregisteret a collective body stands for."""

    kinds = forms.CharField(
        label=_("Organisasjonsform"),
        required=False,
        max_length=100,
        help_text=_("Koder med komma mellom: KOMM, FYLK, ORGL, STI, FLI."),
    )
    industries = forms.CharField(
        label=_("Næringskode begynner med"),
        required=False,
        max_length=100,
        help_text=_("For eksempel 86.1 for sykehus."),
    )
    words = forms.CharField(label=_("Ord i navnet"), required=False, max_length=100)

    @property
    def choice(self) -> Choice:
        """What was chosen."""
        said = self.cleaned_data
        return Choice(
            forms=tuple(code.upper() for code in re.split(r"[\s,;]+", said["kinds"]) if code),
            industries=tuple(code for code in re.split(r"[\s,;]+", said["industries"]) if code),
            name=str(said["words"]),
        )


class ExtractForm(ChoiceForm):
    """The same, with an extract of the register as a file."""

    file = forms.FileField(
        label=_("Fil fra Enhetsregisteret"),
        help_text=_(
            "Alle enheter eller et utdrag, som JSON eller CSV, gjerne pakket (.gz). Inntil 50 MB."
        ),
        error_messages={"required": _("Fil fra Enhetsregisteret: velg en fil.")},
    )

    def clean_file(self) -> Any:
        """Raises an error where the file is larger than the door takes."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST_EXTRACT:
            raise forms.ValidationError(
                _(
                    "Fil fra Enhetsregisteret: filen er for stor her. Be drift kjøre innspill bodies expand."
                )
            )
        return file


class LettersForm(Dressed):
    """Subject and text of a letter in each language, with fields between braces."""

    def __init__(self, data: Any = None, *, kind: Kind, facts: Facts) -> None:
        super().__init__(data)
        for code, name in words.LANGUAGE.items():
            ours = template(kind, code, facts)
            self.fields[f"subject_{code}"] = forms.CharField(
                label=gettext("Emne på %(language)s") % {"language": str(name).lower()},
                max_length=200,
                initial=ours.subject,
                widget=forms.TextInput(attrs={"class": "ds-input"}),
            )
            self.fields[f"text_{code}"] = forms.CharField(
                label=gettext("Tekst på %(language)s") % {"language": str(name).lower()},
                max_length=20_000,
                initial=ours.text,
                strip=False,
                widget=forms.Textarea(attrs={"rows": 18, "class": "ds-input"}),
            )

    def clean(self) -> dict[str, Any]:
        """Raises an error at the field where a letter cannot be sent as it is."""
        cleaned = super().clean() or {}
        for code in words.LANGUAGE:
            text, subject = (
                str(cleaned.get(f"text_{code}", "")),
                str(cleaned.get(f"subject_{code}", "")),
            )
            for unknown in re.findall(r"\{(\w+)\}", f"{subject} {text}"):
                if unknown not in FIELDS:
                    sentence = gettext(
                        "%(label)s: feltet {%(field)s} finnes ikke. Bruk ett av: %(known)s"
                    )
                    self.add_error(f"text_{code}", sentence % {
                        "label": self.fields[f"text_{code}"].label, "field": unknown,
                        "known": ", ".join("{" + name + "}" for name in FIELDS),
                    })  # fmt: skip
            if text and "{lenke}" not in text:
                self.add_error(f"text_{code}", gettext("%(label)s: {lenke} mangler. Uten den kommer ingen til svaret sitt.") % {"label": self.fields[f"text_{code}"].label})  # fmt: skip
        return cleaned

    @property
    def letters(self) -> Mapping[str, Template]:
        """The letters as they stand: what was written, or ours."""

        def said(name: str) -> str:
            given = self.cleaned_data.get(name) if self.is_bound and self.is_valid() else None
            return str(given if given is not None else self[name].value() or "")

        return {
            code: Template(said(f"subject_{code}"), said(f"text_{code}")) for code in words.LANGUAGE
        }

    def pairs(self) -> Iterable[tuple[str, Any, Any]]:
        """The fields of each language, for the page."""
        for code in words.LANGUAGE:
            yield code, self[f"subject_{code}"], self[f"text_{code}"]


class TestForm(Dressed):
    """Where a test mail goes."""

    to = forms.EmailField(
        label=_("Din e-postadresse"),
        error_messages={
            "required": _("Din e-postadresse: skriv hvor testen skal sendes."),
            "invalid": _("Din e-postadresse: skriv den som navn@domene.no."),
        },
    )


class ExtensionForm(Dressed):
    """A deadline of its own for one body, granted or refused."""

    word = forms.ChoiceField(
        label=_("Svar på søknad om utsatt frist"),
        choices=[("granted", _("Gi utsatt frist")), ("refused", _("Avslå"))],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Svar på søknad om utsatt frist: velg om den gis eller avslås.")
        },
    )
    day = forms.DateField(
        label=_("Siste dag"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Siste dag: skriv datoen som 2026-05-31.")},
    )
    reason = forms.CharField(
        label=_("Begrunnelse"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Begrunnelse: skriv hvorfor.")},
    )
    tell = forms.BooleanField(label=_("Send svaret som e-post"), required=False, initial=True)

    def __init__(self, data: Any = None, *, deadline: date | None) -> None:
        super().__init__(data)
        self._deadline = deadline

    def clean(self) -> dict[str, Any]:
        """Raises an error where a granted day is missing or not later than everybody's."""
        cleaned = super().clean() or {}
        day = cleaned.get("day")
        if cleaned.get("word") == "granted" and not self.errors.get("day"):
            if day is None:
                self.add_error("day", _("Siste dag: skriv den nye fristen."))
            elif self._deadline is not None and day <= self._deadline:
                self.add_error("day", _("Siste dag: den må være senere enn fristen for alle."))
        return cleaned


def said(error: BadInput) -> str:
    """A refusal as one sentence for a message."""
    return gettext("Det gikk ikke: %(reason)s") % {"reason": error}
