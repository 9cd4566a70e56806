"""A new hearing: from scratch, a template, an earlier one, page and form, or a definition."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.desk.setup_forms.base import faults_of
from innspill.interfaces.ui.forms import Dressed
from innspill.interfaces.ui.setup_words import PAPER_FAULT
from innspill.interfaces.ui.templatetags.innspill import plain
from innspill.shared.people.models import Owner
from innspill.stages.consultations.core.paper_outline import LARGEST
from innspill.stages.consultations.core.templates import templates
from innspill.stages.consultations.queries import ConsultationRow


@dataclass(frozen=True, slots=True)
class Way:
    """One way to begin: its name, what it is for, and the fields that only it has."""

    name: str
    label: str | Promise
    told: str | Promise
    fields: tuple[str, ...] = ()


WAYS = (
    Way("mal", _("Bruk en mal"), _("Ferdige spørsmål og tekster som du tilpasser."), ("template",)),
    Way(
        "kopi",
        _("Kopier en tidligere høring"),
        _("Alt blir med, bortsett fra datoene og svarene."),
        ("earlier",),
    ),
    Way(
        "import",
        _("Hent fra en høringsside og et svarskjema"),
        _("Vi leser ut tekst, spørsmål, frist, kontakt og instanser."),
        ("page", "form_file"),
    ),
    Way("tom", _("Begynn med blanke ark"), _("Du skriver alt selv.")),
    Way(
        "definisjon",
        _("Last opp en definisjon (YAML)"),
        _("For den som har laget høringen i en fil, eller flytter den hit."),
        ("definition",),
    ),
)
_SHARED = ("owner", "case_number", "title", "state_body")
_FROM_FILES = frozenset({"import", "definisjon"})
_ON_THE_FILE = _("Kan stå tomt når det står i filen.")
_AS_IT_WAS = _("Kan stå tomt. Da blir tittelen den samme som i malen eller i den du kopierer.")


def way_called(name: str) -> Way | None:
    """The way with this name, or None."""
    return next((way for way in WAYS if way.name == name), None)


class BeginForm(Dressed):
    """What the chosen way needs, and nothing else."""

    owner = forms.ChoiceField(label=_("Hvem sender på høring?"))
    case_number = forms.CharField(
        label=_("Saksnummer"),
        required=False,
        max_length=60,
        help_text=_("Nummeret i arkivet, for eksempel 26/1234."),
    )
    title = forms.CharField(label=_("Tittel"), required=False, max_length=300)
    state_body = forms.BooleanField(
        label=_("Vi er et statsorgan: siden og skjemaet skal finnes på bokmål og nynorsk"),
        required=False,
    )
    template = forms.ChoiceField(label=_("Mal"), required=False)
    earlier = forms.ChoiceField(label=_("Tidligere høring"), required=False)
    page = forms.FileField(
        label=_("Høringsside"),
        required=False,
        help_text=_(
            "Nettsiden lagret som HTML eller tekst, eller brevet som .docx, .odt eller .pdf."
        ),
        error_messages={"empty": _("Høringsside: filen er tom. Last den opp på nytt.")},
    )
    form_file = forms.FileField(
        label=_("Svarskjema"),
        required=False,
        help_text=_(
            "Skjemaet med spørsmålene, tomt eller utfylt. Det noen har svart, blir ikke med."
        ),
        error_messages={"empty": _("Svarskjema: filen er tom. Last den opp på nytt.")},
    )
    definition = forms.FileField(
        label=_("Definisjon"),
        required=False,
        help_text=_("En .yaml-fil laget av Innspill."),
        error_messages={"empty": _("Definisjon: filen er tom. Last den opp på nytt.")},
    )

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        way: Way,
        owners: Iterable[Owner],
        earlier: Iterable[ConsultationRow],
    ) -> None:
        super().__init__(data, files)
        self.way = way
        self.use_required_attribute = False
        offered = [(str(owner.pk), owner.name) for owner in owners]
        self._offer("owner", offered)
        if len(offered) == 1:
            self.fields["owner"].widget = forms.HiddenInput()
            self.initial["owner"] = offered[0][0]
        self._offer("template", [(one.name, plain(one.title)) for one in templates()])
        hearings = [
            (row.slug, Truncator(f"{row.case_number} {plain(row.title)}").chars(90))
            for row in earlier
        ]
        self._offer("earlier", [("", _("Velg en høring")), *hearings])
        self._keep_own()

    def _keep_own(self) -> None:
        """Leaves the fields of the way alone; says what need not be written in it."""
        kept = (*self.way.fields, *_SHARED)
        if self.way.name == "definisjon":
            kept = tuple(name for name in kept if name != "state_body")
        self.order_fields(kept)
        for name in set(self.fields) - set(kept):
            del self.fields[name]
        if self.way.name in _FROM_FILES:
            self.fields["case_number"].help_text = _ON_THE_FILE
            self.fields["title"].help_text = _ON_THE_FILE
        elif self.way.name != "tom":
            self.fields["title"].help_text = _AS_IT_WAS

    def _offer(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def clean(self) -> dict[str, Any]:
        """Raises field errors for what the chosen way needs and has not, and for files too large."""
        cleaned = super().clean() or {}
        for name in ("page", "form_file", "definition"):
            if cleaned.get(name) and cleaned[name].size > LARGEST:
                self.add_error(name, str(PAPER_FAULT["too-large"]))
        way = self.way.name
        if way in {"tom", "mal", "kopi"} and not cleaned.get("case_number"):
            self.add_error("case_number", _("Saksnummer: skriv nummeret i arkivet."))
        if way == "tom" and not cleaned.get("title"):
            self.add_error("title", _("Tittel: skriv hva høringen heter."))
        if way == "kopi" and not cleaned.get("earlier"):
            self.add_error("earlier", _("Tidligere høring: velg hvilken du vil kopiere."))
        if way == "import" and not cleaned.get("page") and "page" not in self.errors:
            self.add_error("page", _("Høringsside: velg filen med siden eller brevet."))
        if (
            way == "definisjon"
            and not cleaned.get("definition")
            and "definition" not in self.errors
        ):
            self.add_error("definition", _("Definisjon: velg YAML-filen."))
        return cleaned

    def faults(self) -> list[tuple[str, str]]:
        """Every error with its field."""
        return faults_of(self)
