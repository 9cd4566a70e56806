"""The forms by which comments are given to colleagues, and the lists of what is left are chosen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import product
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.desk.forms import Filter
from innspill.interfaces.desk.places import place_choices
from innspill.interfaces.desk.reading_forms import NONE, STANCES
from innspill.interfaces.ui import words
from innspill.interfaces.ui.forms import Dressed, whole
from innspill.interfaces.ui.templatetags.innspill import group_name, plain
from innspill.shared.people.queries import Colleague
from innspill.stages.analysis.queries import CommentFilter
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.deciding.core.assigned import AssignmentShown

Choices = Iterable[tuple[str, str | Promise]]
MINE, NOBODY = "mine", "ingen"
"""In an address: what I was given, and what nobody was given."""
SHOWN = (
    ("", _("Alle")),
    ("igjen", _("Gjenstår")),
    ("vurdert", _("Vurdert")),
    ("venter", _("Venter på kvalitetssikring")),
    ("over", _("Gjenstår, og fristen er ute")),
)


def _choose(form: forms.Form, name: str, choices: Choices) -> None:
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = list(choices)


class AssignmentForm(Dressed):
    """To whom comments are given, by when, with a note."""

    til = forms.ChoiceField(
        label=_("Kollega"),
        required=False,
        error_messages={"invalid_choice": _("Kollega: velg en fra listen.")},
    )
    enhet = forms.CharField(
        label=_("Eller en annen enhet"),
        required=False,
        max_length=200,
        help_text=_("For dem som ikke bruker systemet. Påminnelser går da til deg."),
    )
    frist = forms.DateField(
        label=_("Frist"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Frist: skriv en dato, for eksempel 15.03.2027.")},
    )
    notat = forms.CharField(
        label=_("Notat til den som får dem"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(
        self, data: Any = None, *, colleagues: Iterable[Colleague], today: date, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self._today = today
        named = [(str(each.id), each.name) for each in colleagues]
        _choose(self, "til", [("", _("Velg")), *named])

    @classmethod
    def of(
        cls, assignment: AssignmentShown, data: Any, *, colleagues: Iterable[Colleague], today: date
    ) -> AssignmentForm:
        """The form of an assignment, filled with what stands."""
        initial = {
            "til": str(assignment.to_id or ""),
            "enhet": "" if assignment.to_id else assignment.to,
            "frist": assignment.due,
            "notat": assignment.note,
        }
        return cls(data, colleagues=colleagues, today=today, initial=initial)

    def clean_frist(self) -> date | None:
        """A day that comes, or the one that stands."""
        day: date | None = self.cleaned_data["frist"]
        if day and day < self._today and day != self.initial.get("frist"):
            raise forms.ValidationError(gettext("Frist: dagen er passert. Velg en som kommer."))
        return day

    def clean(self) -> dict[str, Any]:
        """Says at the field what the action would refuse."""
        said = super().clean() or {}
        if bool(said.get("til")) == bool((said.get("enhet") or "").strip()) and not self.errors:
            self.add_error(
                "til",
                gettext("Kollega: velg en, eller skriv navnet på en annen enhet. Ikke begge."),
            )
        return said

    @property
    def given(self) -> dict[str, Any]:
        """What the actions take."""
        said = self.cleaned_data
        to = said["til"]
        return {
            "to": int(to) if to else None, "unit": said["enhet"], "due": said["frist"],
            "note": said["notat"],
        }  # fmt: skip


class AssignForm(AssignmentForm):
    """The same, with which comments: every theme and question that is chosen is an assignment of its own."""

    tema = forms.MultipleChoiceField(
        label=_("Temaer"), required=False, widget=forms.CheckboxSelectMultiple
    )
    sporsmal = forms.MultipleChoiceField(
        label=pgettext_lazy("flere", "Spørsmål"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    sted = forms.ChoiceField(label=_("Gjelder sted i høringen"), required=False)
    gruppe = forms.ChoiceField(label=_("Gruppe av avsendere"), required=False)
    holdning = forms.ChoiceField(label=_("Holdning"), required=False)
    sok = forms.CharField(label=_("Ord i merknaden"), required=False, max_length=200)
    forslag = forms.BooleanField(label=_("Bare merknader med forslag"), required=False)
    alle = forms.BooleanField(label=_("Alle merknader i høringen"), required=False)

    def __init__(
        self, data: Any = None, *, definition: Definition, themes: Mapping[int, str], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        for name in ("tema", "sporsmal", "forslag", "alle"):
            self.fields[name].widget.attrs["class"] = "ds-input"
        named = theme_choices(themes)
        _choose(self, "tema", [*named, (NONE, _("Uten tema"))])
        _choose(self, "sporsmal", question_choices(definition))
        _choose(self, "sted", [("", _("Hele høringen")), *place_choices(definition)])
        groups = [(group.name, group_name(group)) for group in definition.bodies]
        _choose(
            self, "gruppe", [("", _("Alle grupper")), *groups, (NONE, _("Ikke på høringslisten"))]
        )
        stances = [(each, words.TABLES["stance"][each]) for each in STANCES]
        _choose(self, "holdning", [("", _("Alle holdninger")), *stances])

    def clean(self) -> dict[str, Any]:
        """That something is chosen: everything is only given where that is said."""
        said = super().clean()
        narrowed = any(said.get(name) for name in _NARROWS)
        if not narrowed and not said.get("alle") and not self.errors:
            self.add_error(
                "tema",
                gettext("Temaer: velg hvilke merknader det gjelder, eller kryss av for alle."),
            )
        return said

    @property
    def filters(self) -> list[CommentFilter]:
        """One filter for every assignment."""
        said = self.cleaned_data
        return [
            CommentFilter(
                theme=None if theme is None else whole(theme),
                question=_or_none(question),
                place=said["sted"] or None,
                group=_or_none(said["gruppe"] or None),
                stance=said["holdning"] or None,
                words=said["sok"].strip(),
                proposals=said["forslag"],
            )
            for theme, question in product(said["tema"] or [None], said["sporsmal"] or [None])
        ]


_NARROWS = ("tema", "sporsmal", "sted", "gruppe", "holdning", "sok", "forslag")


class AddressForm(Dressed):
    """Where one is reminded oneself."""

    epost = forms.EmailField(
        label=_("E-postadressen din"),
        required=False,
        max_length=254,
        help_text=_("Tom: du får ingen påminnelser."),
        error_messages={"invalid": _("E-postadressen din: skriv den som navn@domene.no.")},
    )


class LeftFilter(Filter):
    """Which of the comments of a hearing to list: the same as the numbers of the board count."""

    tildeling = forms.ChoiceField(label=_("Fordelt til"), required=False)
    tema = forms.ChoiceField(label=_("Tema"), required=False)
    sporsmal = forms.ChoiceField(label=_("Spørsmål"), required=False)
    vis = forms.ChoiceField(label=_("Vis"), required=False, choices=SHOWN)

    def __init__(
        self, data: Any, *, definition: Definition, themes: Mapping[int, str], assignments: Choices
    ) -> None:  # fmt: skip
        super().__init__(data)
        whose = [("", _("Alle")), (MINE, _("Meg")), (NOBODY, _("Ingen"))]
        self._choose("tildeling", [*whose, *assignments])
        named: list[tuple[str, str | Promise]] = [
            ("", _("Alle temaer")),
            *theme_choices(themes),
            (NONE, _("Uten tema")),
        ]
        self._choose("tema", named)
        self._choose("sporsmal", [("", _("Alle spørsmål")), *question_choices(definition)])


class NoteForm(Dressed):
    """A note to colleagues."""

    text = forms.CharField(
        label=_("Nytt notat"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Nytt notat: skriv det først.")},
    )


class BackForm(Dressed):
    """Why a disposition is sent back."""

    note = forms.CharField(
        label=_("Hva må endres?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Hva må endres: skriv det, så den som vurderte vet det.")},
    )


def theme_choices(themes: Mapping[int, str]) -> list[tuple[str, str]]:
    """The themes of a hearing for a list of choices."""
    return [(str(pk), label) for pk, label in themes.items()]


def question_choices(definition: Definition) -> list[tuple[str, str | Promise]]:
    """The questions of a hearing, and the text that belongs to none."""
    named = [
        (each.id, Truncator(f"{each.id}. {plain(each.text)}").chars(90))
        for each in definition.questions
    ]
    return [*named, (NONE, _("Tekst uten spørsmål"))]


def _or_none(value: str | None) -> str | None:
    return "" if value == NONE else value
