"""The documents that are heard: uploading one, and its chapters."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from innspill.interfaces.desk.setup_forms.base import EditForm, Row, Told, in_fields
from innspill.interfaces.ui.forms import Dressed
from innspill.interfaces.ui.words import LANGUAGE
from innspill.stages.consultations.core.definition import Chapter, Definition, Paper

KINDS = [
    ("chapter", _("Kapittel")),
    ("annex", pgettext_lazy("del av dokumentet", "Vedlegg")),
    ("focus-area", _("Innsatsområde")),
    ("section", _("Paragraf")),
    ("goal", _("Mål")),
    ("measure", _("Tiltak")),
]


class UploadForm(Dressed):
    """A document as .docx or .pdf, in one language."""

    file = forms.FileField(
        label=_("Dokument"),
        help_text=_(
            "Word (.docx) eller PDF. Overskriftene blir kapitler du kan knytte spørsmål til."
        ),
        error_messages={
            "required": _("Dokument: velg en fil."),
            "empty": _("Dokument: filen er tom. Last den opp på nytt."),
        },
    )
    language = forms.ChoiceField(label=_("Målform i dokumentet"), choices=list(LANGUAGE.items()))
    paper = forms.ChoiceField(
        label=_("Legg filen til"),
        required=False,
        help_text=_(
            "Det som står der, får filens tekst. Legg også samme dokument på et annet språk der."
        ),
    )

    def __init__(self, definition: Definition, data: Any = None, files: Any = None) -> None:
        # A document that was only named, as by an imported page, waits for its file.
        waits = next((paper.id for paper in definition.papers if not paper.files), "")
        super().__init__(data, files, initial={"language": "nb", "paper": waits})
        self.use_required_attribute = False
        field = self.fields["paper"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [
                ("", _("Som et nytt dokument")),
                *(
                    (paper.id, next(iter(paper.title.values()), paper.id))
                    for paper in definition.papers
                ),
            ]

    def clean_file(self) -> Any:
        """Raises a field error for a file that is too large to be handled."""
        given = self.cleaned_data["file"]
        if given.size > 50_000_000:
            raise forms.ValidationError(
                _("Dokument: filen er større enn 50 MB. Last opp en mindre.")
            )
        return given


class ChapterRow(Row):
    """A chapter, annex or focus area."""

    was = forms.CharField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("Type"), choices=KINDS, required=False, initial="chapter")
    number = forms.RegexField(
        label=_("Nummer"),
        regex=r"^\S{1,20}$",
        required=False,
        error_messages={
            "invalid": _("Nummer: skriv det uten mellomrom, for eksempel 2.1 eller A.")
        },
    )
    within = forms.CharField(label=_("Ligger i kapittel"), required=False, max_length=20)
    told = (Told("title", _("Tittel"), most=500),)
    plain = ("kind", "was")

    def clean(self) -> dict[str, Any]:
        """Raises a field error where the number is missing."""
        cleaned = super().clean()
        titled = any(cleaned.get(f"title_{code}") for code in ("nb", "nn", "en"))
        if titled and not cleaned.get("number") and "number" not in self.errors:
            self.add_error("number", _("Nummer: skriv kapittelets nummer eller bokstav."))
        return cleaned


class PaperForm(EditForm):
    """A document's title and chapters."""

    told = (
        Told(
            "title",
            _("Dokumentets tittel"),
            most=300,
            required=_("Tittel: skriv hva dokumentet heter."),
        ),
    )
    rows = {"chapters": ChapterRow}
    ordered = frozenset({"chapters"})

    def __init__(self, definition: Definition, *args: Any, paper: Paper, **kwargs: Any) -> None:
        self.paper = paper
        super().__init__(definition, *args, **kwargs)

    def initial_of(self, _definition: Definition) -> dict[str, Any]:
        """What stands."""
        return in_fields(title=self.paper.title)

    def initial_rows(self, name: str) -> list[dict[str, Any]]:
        """The chapters that stand."""
        del name
        return [
            {
                "was": f"{chapter.kind} {chapter.id}",
                "kind": chapter.kind,
                "number": chapter.id,
                "within": chapter.within or "",
                **in_fields(title=chapter.title),
            }
            for chapter in self.paper.chapters
        ]

    def is_valid(self) -> bool:
        """Also whether each chapter has a number of its own."""
        if not super().is_valid():
            return False
        seen = set()
        for row in self.kept("chapters"):
            key = (row.cleaned_data.get("kind") or "chapter", row.cleaned_data.get("number"))
            if key in seen:
                row.add_error(
                    "number", _("Nummer: to deler har samme nummer. Gi den ene et annet.")
                )
            seen.add(key)
        return all(not row.errors for row in self.kept("chapters"))

    def applied(self) -> Definition:
        """The definition with the paper as written; questions follow a chapter's new number."""
        known = {f"{chapter.kind} {chapter.id}": chapter for chapter in self.paper.chapters}
        chapters, renamed = [], {}
        for row in self.kept("chapters"):
            given = row.cleaned_data
            before = known.get(given.get("was") or "")
            chapter = Chapter(
                id=given["number"],
                kind=given.get("kind") or "chapter",
                title=row.text("title"),
                within=given.get("within") or None,
                passages=before.passages if before else (),
            )
            chapters.append(chapter)
            if before is not None:
                renamed[given["was"]] = f"{chapter.kind} {chapter.id}"
        changed = self.paper.model_copy(
            update={"title": self.text("title"), "chapters": tuple(chapters)}
        )
        return with_paper(self.definition, changed, renamed)


def with_paper(definition: Definition, changed: Paper, renamed: dict[str, str]) -> Definition:
    """The definition with a paper replaced; what questions refer to follows `renamed`."""
    papers = tuple(changed if paper.id == changed.id else paper for paper in definition.papers)
    questions = tuple(
        question.model_copy(
            update={"refers_to": tuple(renamed.get(one, one) for one in question.refers_to)}
        )
        for question in definition.questions
    )
    return definition.model_copy(update={"papers": papers, "questions": questions})
