"""The forms of the portal: filtering what is published, and handing in a response."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.ui.files import FilesField, ManyFiles
from innspill.interfaces.ui.forms import Dressed, whole
from innspill.stages.publication.core.listing import Filter
from innspill.stages.publication.searching import Tallies

OUTSIDE = "-"
"""What the address says for respondents that were not on the list."""
SORTED = [
    ("", _("Nummer")), ("-received", _("Nyeste først")), ("received", _("Eldste først")),
    ("name", _("Avsender")), ("group", _("Gruppe")),
]  # fmt: skip
REMARKS = (
    ("", None, _("Alle")),
    ("med", True, _("Med merknader")),
    ("uten", False, _("Uten merknader")),
)
LATE = (
    ("", None, _("Alle")),
    ("innen", False, _("Innen fristen")),
    ("etter", True, _("Etter fristen")),
)
JOINT = (("", None, _("Alle")), ("en", False, _("Én avsender")), ("flere", True, _("Felles svar")))
STANDING = (
    ("", None, _("Alle")), ("gjelder", "current", _("Gjeldende")),
    ("erstattet", "superseded", _("Erstattet av et nyere svar")),
)  # fmt: skip
"""Of each limit the choices: what the address says, what it means, and its words."""
MOST_OF_A_RECEIPT = 1_000_000
"""Bytes of the largest receipt that is looked at: real ones have some thousand."""


class FilterForm(Dressed):
    """Which published responses to show. What is not a known choice is ignored."""

    sok = forms.CharField(
        label=_("Søk i svarene"),
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "maxlength": 300}),
    )
    gruppe = forms.ChoiceField(label=_("Gruppe"), required=False)
    sporsmal = forms.ChoiceField(label=_("Har svart på"), required=False)
    merknad = forms.ChoiceField(label=_("Har merknader"), required=False)
    frist = forms.ChoiceField(label=_("Mottatt"), required=False)
    felles = forms.ChoiceField(label=_("Avsendere"), required=False)
    stand = forms.ChoiceField(label=_("Versjon"), required=False)
    sorter = forms.ChoiceField(label=_("Sorter etter"), required=False, choices=SORTED)

    def __init__(
        self,
        data: Any,
        *,
        groups: Sequence[tuple[str, str]],
        questions: Sequence[tuple[str, str]],
        tallies: Tallies | None = None,
    ) -> None:
        super().__init__(data)
        held = tallies or Tallies(0, {}, {}, {}, {}, {})
        named = [(name, _counted(said, held.groups.get(name, 0))) for name, said in groups]
        outside = (OUTSIDE, _counted(gettext("Ikke på høringslisten"), held.groups.get("", 0)))
        self._choose("gruppe", [("", _counted(gettext("Alle grupper"), held.all)), *named, outside])
        self._choose("sporsmal", [("", _("Alle spørsmål")), *questions])
        limits: dict[str, tuple[Mapping[Any, int], Sequence[tuple[str, Any, Any]]]] = {
            "merknad": (held.remarks, REMARKS), "frist": (held.late, LATE),
            "felles": (held.joint, JOINT), "stand": (held.standing, STANDING),
        }  # fmt: skip
        for name, (counts, choices) in limits.items():
            shown = [
                (code, _counted(str(said), held.all if key is None else counts.get(key, 0)))
                for code, key, said in choices
            ]
            self._choose(name, shown)

    def _choose(self, name: str, choices: Sequence[tuple[str, Any]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    @property
    def group(self) -> str | None:
        """The group asked for: None for all, "" for those outside the list."""
        asked = self._asked("gruppe")
        return "" if asked == OUTSIDE else asked or None

    @property
    def question(self) -> str | None:
        """The question asked for, or None for all."""
        return self._asked("sporsmal") or None

    @property
    def asked(self) -> Filter:
        """What the list is to be limited by."""
        return Filter(
            group=self.group,
            question=self.question,
            remarks=_meant(REMARKS, self._asked("merknad")),
            late=_meant(LATE, self._asked("frist")),
            joint=_meant(JOINT, self._asked("felles")),
            standing=_meant(STANDING, self._asked("stand")),
        )

    @property
    def sort(self) -> str:
        """How the list is to be ordered."""
        return self._asked("sorter") or "number"

    @property
    def words(self) -> str:
        """What is searched for; "" for nothing."""
        return self._asked("sok")

    @property
    def is_limited(self) -> bool:
        """Whether anything but all of it in its first order is asked for."""
        return bool(self.words) or self.asked != Filter() or self.sort != "number"

    def _asked(self, name: str) -> str:
        self.is_valid()
        return str(self.cleaned_data.get(name) or "")


class SearchForm(FilterForm):
    """A search in the responses to all hearings, or to one of them."""

    horing = forms.ChoiceField(label=_("Høring"), required=False)
    ar = forms.ChoiceField(label=_("År"), required=False)

    def __init__(
        self, data: Any, *, hearings: Sequence[tuple[str, str]], years: Sequence[int], **given: Any
    ) -> None:
        super().__init__(data, **given)
        self._choose("horing", [("", _("Alle høringer")), *hearings])
        self._choose("ar", [("", _("Alle år")), *((str(year), str(year)) for year in years)])

    @property
    def hearing(self) -> str:
        """The hearing asked for; "" for all."""
        return self._asked("horing")

    @property
    def year(self) -> int | None:
        """The year of receipt asked for; None for all."""
        return whole(self._asked("ar")) or None


def _meant(choices: Sequence[tuple[str, Any, Any]], code: str) -> Any:
    return next((key for each, key, _said in choices if each == code), None)


def _counted(said: str, count: int) -> str:
    """A choice with how many it leaves; without where none was counted."""
    return f"{said} ({count})" if count else said


class AnswerForm(Dressed):
    """A response handed in as files. The key makes sending twice the same as sending once."""

    documents = FilesField(
        label=_("Filer"),
        widget=ManyFiles,
        help_text=_(
            "Svarskjemaet i Word, et brev, PDF eller en lagret e-post. Du kan velge flere,"
            " på høyst 50 MB hver."
        ),
    )
    sender = forms.CharField(
        label=_("Hvem svaret er fra"),
        max_length=300,
        help_text=_(
            "Navnet på organisasjonen, eller ditt eget navn hvis du svarer som privatperson."
        ),
        error_messages={
            "required": _("Hvem svaret er fra: skriv navnet på organisasjonen eller deg selv."),
            "max_length": _("Hvem svaret er fra: skriv høyst 300 tegn."),
        },
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    email = forms.EmailField(
        label=_("E-post"),
        required=False,
        help_text=_("Brukes bare hvis vi må spørre deg om noe. Den blir ikke publisert."),
        error_messages={"invalid": _("E-post: skriv en adresse som navn@eksempel.no.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    key = forms.UUIDField(widget=forms.HiddenInput)


class ReceiptForm(Dressed):
    """A receipt to be checked, as its file or as its text, and files to compare with it."""

    receipt = forms.FileField(
        label=_("Filen du fikk fra oss"),
        required=False,
        help_text=_("Den heter kvittering-<nummer>.json."),
        error_messages={"empty": _("Kvitteringen: filen er tom. Velg filen du fikk fra oss.")},
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
    )
    pasted = forms.CharField(
        label=_("Eller teksten i den"),
        required=False,
        strip=True,
        max_length=MOST_OF_A_RECEIPT,
        error_messages={"max_length": _("Teksten er for lang til å være en kvittering.")},
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false", "autocomplete": "off"}),
    )
    documents = FilesField(
        label=_("Filer å sammenligne med"),
        required=False,
        widget=ManyFiles,
        help_text=_("Har du filene du sendte, kan siden si om de er de samme som vi har."),
    )

    def clean_receipt(self) -> UploadedFile[Any] | None:
        """The file, where it is no larger than a receipt can be. Raises ValidationError."""
        file: UploadedFile[Any] | None = self.cleaned_data.get("receipt")
        if file is not None and (file.size or 0) > MOST_OF_A_RECEIPT:
            raise forms.ValidationError(
                _("Kvitteringen: filen er for stor til å være en kvittering.")
            )
        return file

    def clean(self) -> dict[str, Any]:
        """One of the two must be there."""
        found = super().clean() or {}
        if not self.errors and not found.get("receipt") and not found.get("pasted"):
            self.add_error("receipt", _("Kvitteringen: velg filen, eller lim inn teksten."))
        return found

    @property
    def either(self) -> tuple[forms.BoundField, forms.BoundField]:
        """The two fields of which one is enough."""
        return self["receipt"], self["pasted"]

    @property
    def data_given(self) -> bytes:
        """The receipt as bytes: the file where there is one, else what was pasted."""
        file: UploadedFile[Any] | None = self.cleaned_data["receipt"]
        return bytes(file.read()) if file else str(self.cleaned_data["pasted"]).encode()
