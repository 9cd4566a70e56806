"""The forms by which comments are read and labelled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.desk.forms import Filter
from innspill.interfaces.desk.places import place_choices
from innspill.interfaces.ui import words
from innspill.interfaces.ui.forms import Dressed, whole
from innspill.interfaces.ui.templatetags.innspill import group_name, plain
from innspill.stages.analysis.queries import CommentFilter
from innspill.stages.consultations.core.definition import Definition

NONE = "-"
"""In an address: text that belongs to no question, senders outside the list, no theme or place."""
STANCES = ("supports", "reservations", "opposes", "neutral", "no-stand", "no-comment")
"""What a person may say, in the order of the keys 1 to 6: only the machine abstains."""
_FIELDS = {
    "sporsmal": "question", "gruppe": "group", "holdning": "stance", "tema": "theme",
    "sted": "place", "svar": "number",
}  # fmt: skip
"""The fields of the address → those of the filter that counts stand under."""
_VIS = (
    ("ubekreftet", _("ikke er bekreftet")),
    ("flagget", _("sier noe annet enn krysset")),
    ("forslag", _("har forslag")),
)
_ONLY = {"ubekreftet": "unconfirmed", "flagget": "flagged", "forslag": "proposals"}

Named = list[tuple[str, str | Promise]]


class ReadFilter(Filter):
    """Which comments to read; each choice says how many there are under the other choices."""

    sok = forms.CharField(
        label=_("Søk i merknadene"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    sporsmal = forms.ChoiceField(label=_("Spørsmål"), required=False)
    tema = forms.ChoiceField(label=_("Tema"), required=False)
    holdning = forms.ChoiceField(label=_("Holdning"), required=False)
    gruppe = forms.ChoiceField(label=_("Gruppe"), required=False)
    svar = forms.ChoiceField(label=_("Avsender"), required=False)
    sted = forms.ChoiceField(label=_("Gjelder sted i høringen"), required=False)
    vis = forms.MultipleChoiceField(
        label=_("Bare de som"),
        required=False,
        choices=_VIS,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, data: Any, *, definition: Definition, themes: Mapping[int, str],
        senders: Mapping[int, str],
    ) -> None:  # fmt: skip
        super().__init__(data)
        self._named: dict[str, tuple[str | Promise, Named]] = {
            "sporsmal": (_("Alle spørsmål"), _questions(definition)),
            "gruppe": (_("Alle grupper"), _groups(definition)),
            "holdning": (_("Alle holdninger"), list(words.TABLES["stance"].items())),
            "tema": (
                _("Alle temaer"),
                [*((str(pk), label) for pk, label in themes.items()), (NONE, _("Uten tema"))],
            ),
            "svar": (
                _("Alle avsendere"),
                [(str(number), Truncator(name).chars(60)) for number, name in senders.items()],
            ),
            "sted": (_("Hele høringen"), [*place_choices(definition), (NONE, _("Uten sted"))]),
        }
        for name, (everything, named) in self._named.items():
            self._choose(name, [("", everything), *named])

    @property
    def wanted(self) -> CommentFilter:
        """The filter as analysis takes it."""
        theme, number = self.asked("tema"), self.asked("svar")
        only = self.asked("vis") or ()
        return CommentFilter(
            question=_or_none(self.asked("sporsmal")),
            group=_or_none(self.asked("gruppe")),
            stance=self.asked("holdning"),
            theme=None if theme is None else whole(theme),
            number=None if number is None else whole(number),
            place=_or_none(self.asked("sted")),
            words=self.asked("sok") or "",
            flagged="flagget" in only,
            unconfirmed="ubekreftet" in only,
            proposals="forslag" in only,
        )

    def count(self, counted: Mapping[str, Mapping[str, int]]) -> None:
        """Writes at each choice how many it would give; those that would give none are left out."""
        for name, (everything, named) in self._named.items():
            found = counted.get(_FIELDS[name], {})
            chosen = self.asked(name)
            numbers = [
                (value, said, found.get(_as_counted(name, value), 0)) for value, said in named
            ]
            kept: Named = [
                (value, f"{said} ({number})")
                for value, said, number in numbers
                if number or value == chosen
            ]
            self._choose(name, [("", everything), *kept])
        only = self.fields["vis"]
        if isinstance(only, forms.MultipleChoiceField):
            only.choices = [
                (value, f"{said} ({counted.get(_ONLY[value], {}).get('yes', 0)})")
                for value, said in _VIS
            ]

    @property
    def chosen(self) -> int:
        """How many of its fields are in use."""
        self.is_valid()
        return sum(bool(value) for value in self.cleaned_data.values())


class ManyForm(Dressed):
    """One word on all comments that are chosen."""

    comments = forms.MultipleChoiceField(
        label=_("Merknader"),
        error_messages={
            "required": _("Merknader: kryss av for minst én merknad i listen."),
            "invalid_choice": _("Merknader: listen er endret. Velg på nytt."),
        },
    )
    stance = forms.ChoiceField(label=_("Holdning"), required=False)
    theme = forms.ChoiceField(label=_("Tema"), required=False)
    place = forms.ChoiceField(label=_("Gjelder sted i høringen"), required=False)
    note = forms.CharField(
        label=_("Begrunnelse"), required=False, max_length=2000, widget=forms.TextInput
    )

    def __init__(
        self, data: Any = None, *, comments: Iterable[int], themes: Mapping[int, str],
        definition: Definition,
    ) -> None:  # fmt: skip
        super().__init__(data, prefix="mange")
        keep = ("", _("La stå"))
        chosen: dict[str, Iterable[tuple[str, str | Promise]]] = {
            "comments": [(str(one), str(one)) for one in comments],
            "stance": [keep, *((each, words.TABLES["stance"][each]) for each in STANCES)],
            "theme": [keep, *((str(pk), label) for pk, label in themes.items())],
            "place": [keep, *place_choices(definition)],
        }
        for name, choices in chosen.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = list(choices)

    @property
    def chosen(self) -> list[int]:
        """The comments that are chosen."""
        return [int(one) for one in self.cleaned_data["comments"]]


def _questions(definition: Definition) -> Named:
    named: Named = [
        (each.id, Truncator(f"{each.id}. {plain(each.text)}").chars(80))
        for each in definition.questions
    ]
    return [*named, (NONE, _("Tekst uten spørsmål"))]


def _groups(definition: Definition) -> Named:
    named: Named = [(group.name, group_name(group)) for group in definition.bodies]
    return [*named, (NONE, _("Ikke på høringslisten"))]


def _or_none(value: str | None) -> str | None:
    return "" if value == NONE else value


def _as_counted(name: str, value: str) -> str:
    if value != NONE:
        return value
    return "0" if name == "tema" else ""
