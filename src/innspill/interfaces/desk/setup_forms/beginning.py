"""A new hearing: from scratch, a template, an earlier one, page and form, or a definition."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
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

WAYS = [
    ("tom", _("Begynn med blanke ark")),
    ("mal", _("Bruk en mal")),
    ("kopi", _("Kopier en tidligere høring")),
    ("import", _("Hent fra en høringsside og et svarskjema")),
    ("definisjon", _("Last opp en definisjon (YAML)")),
]


class BeginForm(Dressed):
    """How to begin, and what the chosen way needs."""

    way = forms.ChoiceField(
        label=_("Hvordan vil du begynne?"),
        choices=WAYS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Velg hvordan du vil begynne.")},
    )
    owner = forms.ChoiceField(label=_("Hvem sender på høring?"))
    case_number = forms.CharField(
        label=_("Saksnummer"),
        required=False,
        max_length=60,
        help_text=_(
            "Nummeret i arkivet, for eksempel 26/1234. Kan stå tomt når det står på siden du henter fra."
        ),
    )
    title = forms.CharField(label=_("Tittel"), required=False, max_length=300)
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
        owners: Iterable[Owner],
        earlier: Iterable[ConsultationRow],
    ) -> None:
        super().__init__(data, files)
        self.use_required_attribute = False
        self._offer("owner", [(str(owner.pk), owner.name) for owner in owners])
        self._offer("template", [(one.name, plain(one.title)) for one in templates()])
        hearings = [
            (row.slug, Truncator(f"{row.case_number} {plain(row.title)}").chars(90))
            for row in earlier
        ]
        self._offer("earlier", [("", _("Velg en høring")), *hearings])

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
        way = cleaned.get("way")
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
