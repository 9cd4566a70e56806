"""What every form of the set-up has: texts in three languages, rows that grow, and a mark."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.ui.forms import Dressed
from innspill.interfaces.ui.words import LANGUAGE
from innspill.stages.consultations.core.change_parts import LANGUAGES
from innspill.stages.consultations.core.definition import Definition, Language, Text

LONGEST = 100_000


@dataclass(frozen=True, slots=True)
class Told:
    """A text of the form in each language; `rows` 0 makes it one line."""

    name: str
    label: str | Promise
    rows: int = 0
    help: str | Promise = ""
    required: str | Promise = ""
    """What is said where none of the languages has anything; empty where it may be missing."""
    most: int = LONGEST
    line: bool = False
    """Whether it is one line, however many the field shows."""


@dataclass(frozen=True, slots=True)
class Column:
    """One language of a text on the page."""

    language: Language
    name: str | Promise
    field: forms.BoundField


class TextForm(Dressed):
    """A form with texts by language: the field "title" becomes title_nb, title_nn and title_en."""

    told: ClassVar[tuple[Told, ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        for told in self.told:
            for language in LANGUAGES:
                attrs: dict[str, Any] = {"lang": language, "class": "ds-input"}
                widget = (
                    forms.Textarea(attrs=attrs | {"rows": told.rows})
                    if told.rows
                    else forms.TextInput(attrs=attrs)
                )
                label = f"{told.label} ({str(LANGUAGE[language]).lower()})"
                self.fields[f"{told.name}_{language}"] = forms.CharField(
                    label=label, required=False, max_length=told.most, widget=widget
                )

    def text(self, name: str) -> Text:
        """What was written under `name`, by language, without empty ones."""
        written = {language: self.in_one(name, language) for language in LANGUAGES}
        return {language: said for language, said in written.items() if said}

    def in_one(self, name: str, language: str) -> str:
        """What was written under `name` in one language."""
        said = str(self.cleaned_data.get(f"{name}_{language}") or "")
        if any(told.name == name and (told.line or not told.rows) for told in self.told):
            return " ".join(said.split())
        return said.replace("\r\n", "\n").strip()

    def columns(self) -> Iterator[tuple[Told, list[Column]]]:
        """Each text with its fields side by side."""
        for told in self.told:
            yield (
                told,
                [
                    Column(language, LANGUAGE[language], self[f"{told.name}_{language}"])
                    for language in LANGUAGES
                ],
            )

    def by_name(self) -> dict[str, tuple[Told, list[Column]]]:
        """The same, for templates that name one."""
        return {told.name: (told, columns) for told, columns in self.columns()}

    def clean(self) -> dict[str, Any]:
        """Raises a field error where a text that is needed is missing in every language."""
        cleaned = super().clean() or {}
        for told in self.told:
            written = any(cleaned.get(f"{told.name}_{language}") for language in LANGUAGES)
            if told.required and not written and not self.empty_row(cleaned):
                self.add_error(f"{told.name}_nb", str(told.required))
        return cleaned

    def empty_row(self, _cleaned: Mapping[str, Any]) -> bool:
        """Whether this is a row that nobody filled in, so that nothing is missing."""
        return False


def faults_of(form: forms.Form) -> list[tuple[str, str]]:
    """Every error of a form with the id of the field that it stands at, for a summary on top."""
    at_fields = [
        (field.id_for_label or str(field.auto_id), str(error))
        for field in form
        for error in field.errors
    ]
    return [*(("", str(error)) for error in form.non_field_errors()), *at_fields]


def in_fields(**texts: Text) -> dict[str, str]:
    """Texts as the initial values of their fields."""
    return {
        f"{name}_{language}": text.get(language, "")
        for name, text in texts.items()
        for language in LANGUAGES
    }


class Row(TextForm):
    """One of several parts of the same kind, which may be added, removed and put in order."""

    plain: ClassVar[tuple[str, ...]] = ()
    """Fields that do not make a row count as filled in: choices with a value from the start."""

    @classmethod
    def initials_of(cls, definition: Definition) -> list[dict[str, Any]]:
        """The rows that the definition has."""
        raise NotImplementedError

    def empty_row(self, cleaned: Mapping[str, Any]) -> bool:
        """Whether nothing was written in it."""
        ignored = {*self.plain, "DELETE", "ORDER", "id"}
        return not any(value for name, value in cleaned.items() if name not in ignored)


class EditForm(TextForm):
    """A part of a definition as a form. `rows` names the kinds of rows that it has."""

    rows: ClassVar[Mapping[str, type[Row]]] = {}
    ordered: ClassVar[frozenset[str]] = frozenset()

    def __init__(
        self,
        definition: Definition,
        data: Any = None,
        files: Any = None,
        *,
        initial: Mapping[str, Any] | None = None,
        rows: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
        more: str = "",
    ) -> None:
        self.definition = definition
        stands = self.initial_of(definition)
        super().__init__(data, files, initial=stands if initial is None else initial)
        self.prepare()
        self.sets = {
            name: self._set(name, kind, data, (rows or {}).get(name), more)
            for name, kind in self.rows.items()
        }

    def _set(
        self, name: str, kind: type[Row], data: Any, given: Any, more: str
    ) -> BaseFormSet[Row]:
        initial = self.initial_rows(name) if given is None else given
        factory = formset_factory(
            kind,
            extra=1 if more == name or not initial else 0,
            can_delete=True,
            can_order=name in self.ordered,
            max_num=500,
        )
        made = factory(data, prefix=name, initial=[dict(row) for row in initial])
        for form in made.forms:
            self._dress(form)
        return made

    @staticmethod
    def _dress(form: Any) -> None:
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = _("Fjern")
            form.fields["DELETE"].widget.attrs["class"] = "ds-input"
        if "ORDER" in form.fields:
            form.fields["ORDER"].label = _("Plass")
            form.fields["ORDER"].widget.attrs["class"] = "ds-input place"

    def initial_of(self, _definition: Definition) -> dict[str, Any]:
        """The values that the fields stand with."""
        return {}

    def initial_rows(self, name: str) -> list[dict[str, Any]]:
        """The rows that stand under `name`."""
        return self.rows[name].initials_of(self.definition)

    def prepare(self) -> None:
        """Fills in what the fields may be chosen among."""

    @classmethod
    def with_more(cls, definition: Definition, data: Any, name: str, **kwargs: Any) -> Self:
        """The form as it was filled in, unjudged, with one more empty row under `name`."""
        filled = cls(definition, data, **kwargs)
        return cls(
            definition,
            initial=_raw(filled),
            rows={each: [_raw(form) for form in made.forms] for each, made in filled.sets.items()},
            more=name,
            **kwargs,
        )

    def is_valid(self) -> bool:
        """Whether the fields and every row are as they should be."""
        rows_are = [made.is_valid() for made in self.sets.values()]
        return super().is_valid() and all(rows_are)

    def kept(self, name: str) -> list[Any]:
        """The rows under `name` that were filled in and not removed, in their order."""
        made = self.sets[name]
        gone = made.deleted_forms
        left = [
            form
            for form in made.forms
            if form not in gone and form.cleaned_data and not form.empty_row(form.cleaned_data)
        ]
        if name in self.ordered:
            last = len(made.forms) + 1
            left.sort(key=lambda form: form.cleaned_data.get("ORDER") or last)
        return left

    def applied(self) -> Definition:
        """The definition with what was written in the form."""
        raise NotImplementedError

    @property
    def mark(self) -> str:
        """What the fields stood with, in short: tells whether somebody else changed this part."""
        stands = [
            self.initial_of(self.definition),
            {name: self.initial_rows(name) for name in self.rows},
        ]
        written = json.dumps(stands, default=str, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(written.encode()).hexdigest()[:16]

    def faults(self) -> list[tuple[str, str]]:
        """Every error with the id of the field that it stands at, for the summary on top."""
        if not self.is_bound:
            return []
        found = faults_of(self)
        for made in self.sets.values():
            for form in made.forms:
                if form not in made.deleted_forms:
                    found += faults_of(form)
        return found

    def written(self) -> Iterator[tuple[str, str]]:
        """Every field that is filled in, with its label: what would be lost."""
        for form in [self, *(one for made in self.sets.values() for one in made.forms)]:
            for field in form:
                value = field.value()
                if field.name not in {"DELETE", "ORDER"} and value not in {None, ""}:
                    yield str(field.label), str(value)


def differences(mine: EditForm, theirs: EditForm) -> list[tuple[str, str, str]]:
    """Label, their words and mine for each field that differs."""
    my, their = list(mine.written()), list(theirs.written())
    labels = dict.fromkeys([label for label, _value in [*their, *my]])
    found = []
    for label in labels:
        mine_here = "\n".join(value for name, value in my if name == label)
        theirs_here = "\n".join(value for name, value in their if name == label)
        if mine_here.replace("\r\n", "\n") != theirs_here.replace("\r\n", "\n"):
            found.append((label, theirs_here or gettext("(tomt)"), mine_here or gettext("(tomt)")))
    return found


def _raw(form: Any) -> dict[str, Any]:
    return {
        name: field.widget.value_from_datadict(form.data, form.files, form.add_prefix(name))
        for name, field in form.fields.items()
    }
