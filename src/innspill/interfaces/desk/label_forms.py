"""The forms by which a person says what one comment is about, and what it asks for."""

from __future__ import annotations

from typing import Any, Self

from django import forms
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.desk.places import place_choices
from innspill.interfaces.ui import words
from innspill.interfaces.ui.forms import Dressed
from innspill.stages.analysis.queries import CommentRow, SuggestionShown
from innspill.stages.consultations.core.definition import Definition

FIELDS = ("actor", "action", "object", "funding", "deadline", "wording")
"""The fields of a proposal that a person may correct."""


def _line(label: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=300)


class PlacesForm(Dressed):
    """Which places of the hearing a comment is about."""

    places = forms.MultipleChoiceField(
        label=_("Gjelder"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any = None, *, definition: Definition, row: CommentRow) -> None:
        said = row.label("link")
        beside = [*row.links, *(said.value.split("|") if said and said.value else ())]
        super().__init__(data, initial={"places": list(row.links)})
        field = self.fields["places"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = place_choices(definition, beside)


class ProposalForm(Dressed):
    """Who should do what, as a person reads it."""

    actor = _line(_("Hvem"))
    action = _line(_("Skal gjøre"))
    object = _line(_("Hva"))
    funding = _line(_("Finansiering"))
    deadline = _line(_("Frist"))
    wording = forms.CharField(
        label=_("Foreslått ordlyd"),
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    @classmethod
    def of(cls, said: SuggestionShown, data: Any = None) -> Self:
        """The form for one proposal, with what stands."""
        start, end = said.span.start, said.span.end
        given = {name: said.said.get(name, "") for name in FIELDS}
        return cls(data, prefix=f"forslag-{start}-{end}", initial=given)

    @property
    def fields_said(self) -> dict[str, str]:
        """What was written in each field."""
        return {name: str(self.cleaned_data[name]) for name in FIELDS}


class AddForm(Dressed):
    """Words of the comment that are a proposal or a name, where the machine saw none."""

    kind = forms.ChoiceField(
        label=_("Dette er"),
        choices=[("proposal", _("Et forslag")), *words.TABLES["mention_kind"].items()],
    )
    words = forms.CharField(
        label=_("Ordene"),
        max_length=3000,
        help_text=_("Merk ordene i teksten, eller lim dem inn her."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Ordene: merk dem i teksten, eller skriv dem.")},
    )
    start = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, text: str) -> None:
        super().__init__(data, prefix="nytt")
        self.use_required_attribute = False
        self._text = text

    def clean(self) -> dict[str, Any]:
        """Raises a field error where the words do not stand in the comment."""
        cleaned = super().clean() or {}
        if cleaned.get("words") and self.span is None:
            self.add_error("words", _("Ordene: de står ikke i merknaden. Kopier dem derfra."))
        return cleaned

    @property
    def span(self) -> tuple[int, int] | None:
        """Where the words stand: where they were marked, else where they stand first."""
        said = str(self.cleaned_data.get("words", "")).strip()
        start = self.cleaned_data.get("start")
        if start is not None and said and self._text[start : start + len(said)] == said:
            return start, start + len(said)
        found = self._text.find(said) if said else -1
        return (found, found + len(said)) if found >= 0 else None
