"""Words and abbreviations of a hearing with their explanations."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.desk.setup_forms.base import EditForm, Row, Told, in_fields
from innspill.stages.consultations.core.definition import Definition, Term


class TermRow(Row):
    """A word or abbreviation, and what it means."""

    word = forms.CharField(label=_("Ord eller forkortelse"), required=False, max_length=100)
    told = (Told("explanation", _("Forklaring"), rows=2, most=2000),)

    @classmethod
    def initials_of(cls, definition: Definition) -> list[dict[str, Any]]:
        """The words of the hearing."""
        return [
            {"word": term.word, **in_fields(explanation=term.explanation)}
            for term in definition.glossary
        ]

    def clean(self) -> dict[str, Any]:
        """Raises a field error where word or explanation is missing."""
        cleaned = super().clean()
        explained = any(cleaned.get(f"explanation_{code}") for code in ("nb", "nn", "en"))
        if explained and not cleaned.get("word"):
            self.add_error("word", _("Ord: skriv ordet som forklares."))
        if cleaned.get("word") and not explained:
            self.add_error("explanation_nb", _("Forklaring: skriv hva ordet betyr."))
        return cleaned


class GlossaryForm(EditForm):
    """The list of words."""

    rows = {"terms": TermRow}

    def applied(self) -> Definition:
        """The definition with the words; of a word that stands twice the last one is kept."""
        terms = {
            row.cleaned_data["word"].casefold(): Term(
                word=row.cleaned_data["word"], explanation=row.text("explanation")
            )
            for row in self.kept("terms")
        }
        return self.definition.model_copy(update={"glossary": tuple(terms.values())})
