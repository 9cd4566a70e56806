"""One question: its words, what kind it is, what each box means, and of whom it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.desk.setup_forms.base import EditForm, Row, Told, in_fields
from innspill.interfaces.ui.templatetags.innspill import plain
from innspill.stages.consultations.core.choices import choices_from
from innspill.stages.consultations.core.definition import (
    Choice,
    Condition,
    Definition,
    Question,
    in_language,
)
from innspill.stages.consultations.core.ids import free_id

KINDS = [
    ("choice", _("Avkryssing")),
    ("scale", _("Skala")),
    ("text", _("Fritekst")),
    ("measures", _("Tiltakstabell")),
    ("attachments", _("Vedlegg")),
]
EFFECTS = [
    ("neutral", _("Nøytral")),
    ("supports", _("Støtter forslaget")),
    ("criticises", _("Kritiserer forslaget")),
]
WITH_BOXES = ("choice", "scale")


class ChoiceRow(Row):
    """One box, and what a tick means."""

    id = forms.CharField(required=False, widget=forms.HiddenInput)
    effect = forms.ChoiceField(
        label=_("Et kryss her betyr"), choices=EFFECTS, required=False, initial="neutral"
    )
    told = (Told("text", _("Svaralternativ"), most=300),)
    plain = ("effect",)


class QuestionForm(EditForm):
    """A question. `stands` is the question as it is, or a ready-made one that is to be added."""

    kind = forms.ChoiceField(label=_("Type spørsmål"), choices=KINDS, widget=forms.RadioSelect)
    many = forms.BooleanField(label=_("Det kan krysses av for flere"), required=False)
    refers_to = forms.MultipleChoiceField(
        label=_("Gjelder"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Delen av dokumentet vises ved siden av spørsmålet."),
    )
    for_groups = forms.MultipleChoiceField(
        label=_("Særlig for"), required=False, widget=forms.CheckboxSelectMultiple
    )
    only_if = forms.MultipleChoiceField(
        label=_("Still spørsmålet bare til dem som svarte"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Velg blant svarene på ett tidligere spørsmål. Ingen kryss betyr alle."),
    )
    told = (
        Told(
            "text",
            _("Spørsmål"),
            rows=3,
            required=_("Spørsmål: skriv hva dere vil vite."),
            most=3000,
        ),
        Told(
            "guidance",
            _("Veiledning"),
            rows=3,
            help=_("Kort forklaring som står under spørsmålet."),
        ),
    )
    rows = {"choices": ChoiceRow}
    ordered = frozenset({"choices"})

    def __init__(self, definition: Definition, *args: Any, stands: Question, **kwargs: Any) -> None:
        self.stands = stands
        super().__init__(definition, *args, **kwargs)

    def initial_of(self, _definition: Definition) -> dict[str, Any]:
        """What stands. A choice without boxes is what free text was before it had a name."""
        asked = self.stands
        free = asked.kind == "choice" and not asked.choices
        condition = asked.condition
        return {
            "kind": "text" if free else asked.kind,
            "many": asked.many,
            "refers_to": list(asked.refers_to),
            "for_groups": list(asked.for_groups),
            "only_if": [f"{condition.question}/{one}" for one in condition.choices]
            if condition
            else [],
            **in_fields(text=asked.text, guidance=asked.guidance),
        }

    def initial_rows(self, name: str) -> list[dict[str, Any]]:
        """The boxes that stand."""
        del name
        return [
            {"id": one.id, "effect": one.effect, **in_fields(text=one.text)}
            for one in self.stands.choices
        ]

    def prepare(self) -> None:
        """Fills in chapters, target groups and earlier answers to choose among."""
        self._offer("refers_to", [*self._chapters()])
        groups = [(group.id, plain(group.name)) for group in self.definition.target_groups]
        self._offer("for_groups", groups)
        self._offer("only_if", [*self._earlier()])

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = choices

    def _chapters(self) -> Iterator[tuple[str, str]]:
        words = {
            "chapter": gettext("Kapittel"),
            "annex": pgettext("del av dokumentet", "Vedlegg"),
            "focus-area": gettext("Innsatsområde"),
            "section": "§",
            "goal": gettext("Mål"),
            "measure": gettext("Tiltak"),
        }
        known = set()
        for paper in self.definition.papers:
            for chapter in paper.chapters:
                reference = f"{chapter.kind} {chapter.id}"
                if reference not in known:
                    known.add(reference)
                    yield reference, f"{words[chapter.kind]} {chapter.id}: {plain(chapter.title)}"
        for reference in self.stands.refers_to:
            if reference not in known:
                yield (
                    reference,
                    gettext("%(what)s (finnes ikke i dokumentene)") % {"what": reference},
                )

    def _earlier(self) -> Iterator[tuple[str, str]]:
        for question in self.definition.questions:
            if question.id == self.stands.id:
                return
            for choice in question.choices:
                said = Truncator(f"{question.id}. {plain(question.text)}").chars(60)
                yield f"{question.id}/{choice.id}", f"{said} → {plain(choice.text)}"

    def clean(self) -> dict[str, Any]:
        """Raises a field error where the condition mixes several questions."""
        cleaned = super().clean()
        named = {one.split("/", 1)[0] for one in cleaned.get("only_if") or ()}
        if len(named) > 1:
            self.add_error("only_if", _("Betingelse: velg svar på bare ett spørsmål."))
        return cleaned

    def is_valid(self) -> bool:
        """Also whether the boxes fit the kind."""
        if not super().is_valid():
            return False
        boxes = self.kept("choices")
        kind = self.cleaned_data["kind"]
        if kind in WITH_BOXES and len(boxes) < 2:
            self.add_error("kind", _("Svaralternativer: skriv minst to, eller velg fritekst."))
        if kind not in WITH_BOXES and boxes:
            self.add_error(
                "kind", _("Svaralternativer: fjern dem, eller velg avkryssing eller skala.")
            )
        return super().is_valid()

    def question(self) -> Question:
        """What was written."""
        given = self.cleaned_data
        only = [one.split("/", 1) for one in given["only_if"]]
        return self.stands.model_copy(
            update={
                "text": self.text("text"),
                "guidance": self.text("guidance"),
                "kind": self._kind(given["kind"]),
                "many": bool(given["many"]) and given["kind"] == "choice",
                "choices": self._choices(),
                "refers_to": tuple(given["refers_to"]),
                "for_groups": tuple(given["for_groups"]),
                "condition": Condition(question=only[0][0], choices=tuple(one[1] for one in only))
                if only
                else None,
            }
        )

    def _kind(self, chosen: str) -> str:
        """Free text that was a choice without boxes stays so: the kind of a question is kept."""
        free = self.stands.kind == "choice" and not self.stands.choices
        return (
            "choice" if chosen == "text" and free and self.definition.status != "draft" else chosen
        )

    def _choices(self) -> tuple[Choice, ...]:
        taken: set[str] = {row.cleaned_data.get("id") or "" for row in self.kept("choices")}
        made = []
        for row in self.kept("choices"):
            text = row.text("text")
            identity = row.cleaned_data.get("id") or _new_id(in_language(text, "nb"), taken)
            taken.add(identity)
            effect = row.cleaned_data.get("effect") or "neutral"
            made.append(Choice(id=identity, text=text, effect=effect))
        return tuple(made)


def _new_id(words: str, taken: set[str]) -> str:
    """The id that this box has in other hearings ("yes"), else one made of its words."""
    known = choices_from([words], "", "nb")
    wanted = known[0].id if known else ""
    return wanted if wanted and wanted not in taken else free_id(words, taken)
