"""Control words of fields: what they show, and the ticks and choices that form fields keep."""

from __future__ import annotations

from typing import ClassVar

from innspill.stages.reading.core.formats.characters import symbol_state
from innspill.stages.reading.core.formats.rtf.fields import Field, FormData
from innspill.stages.reading.core.formats.rtf.machine import Handler
from innspill.stages.reading.core.formats.rtf.preface import Preface
from innspill.stages.reading.core.formats.rtf.state import SHOWN, UNSHOWN
from innspill.stages.reading.core.values import Box


class FieldWords(Preface):
    """A machine that knows fields."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.stateless = False
        """Whether there was a tick box whose state the file does not keep."""
        self._fields: list[Field] = []
        self._bookmark: str | None = None

    def _begin_field(self, _: int | None) -> None:
        field = Field(self.state.target)
        self._fields.append(field)

        def end() -> None:
            self._settle(field)
            if field in self._fields:
                del self._fields[self._fields.index(field) :]

        self.at_end_of_group(end)

    def _instruction(self, _: int | None) -> None:
        self.state.target = self._fields[-1].instruction if self._fields else UNSHOWN

    def _result(self, _: int | None) -> None:
        if not self._fields:
            return
        field = self._fields[-1]
        self._settle(field)
        self.state.target = UNSHOWN if field.settled else field.outer

    def _settle(self, field: Field) -> None:
        """Show what `field` keeps by other means than its result, if it does."""
        if field.settled or field.outer is not SHOWN:
            return
        before, self.state.target = self.state.target, SHOWN
        paragraph = self.paragraph
        paragraph.aside = "deleted" if self.state.deleted else None
        if field.kind == "FORMCHECKBOX":
            field.settled = True
            paragraph.put_box(self._box(field.form))
        elif field.kind == "FORMDROPDOWN":
            chosen = field.chosen()
            if chosen is not None:
                field.settled = True
                self.put(chosen)
        elif field.kind == "SYMBOL":
            self._symbol(field)
        self.state.target = before

    def _box(self, form: FormData | None) -> Box:
        """The tick box of a form field; LibreOffice saves it without its state."""
        name = ("".join(form.name).strip() if form is not None else "") or self._bookmark
        if form is None:
            self.stateless = True
            return Box(0, False, "legacy-field", name, unsure=True)
        return Box(0, bool(form.value), "legacy-field", name)

    def _symbol(self, field: Field) -> None:
        found = field.symbol()
        if found is None or not 0 < found[1] < 0xD800:
            return
        field.settled = True
        ticked = symbol_state(*found)
        if ticked is None:
            self.put(chr(found[1]))
        else:
            self.paragraph.put_box(Box(0, ticked, "symbol"))

    def _form(self) -> FormData | None:
        return self._fields[-1].form if self._fields else None

    def _form_field(self, _: int | None) -> None:
        self.state.target = UNSHOWN
        if self._fields:
            self._fields[-1].form = FormData()

    def _form_name(self, _: int | None) -> None:
        form = self._form()
        self.state.target = form.name if form is not None else UNSHOWN

    def _form_entry(self, _: int | None) -> None:
        form = self._form()
        if form is not None:
            form.entries.append([])
            self.state.target = form.entries[-1]

    def _form_result(self, number: int | None) -> None:
        form = self._form()
        if form is not None and number is not None:
            form.result = number

    def _form_default(self, number: int | None) -> None:
        form = self._form()
        if form is not None:
            form.default = number or 0

    def _bookmark_begins(self, _: int | None) -> None:
        def take(name: str) -> None:
            if not name.startswith("__Fieldmark__"):
                self._bookmark = name.strip()

        self.gather(take)

    def _bookmark_ends(self, _: int | None) -> None:
        def take(name: str) -> None:
            if name.strip() == self._bookmark:
                self._bookmark = None

        self.gather(take)

    WORDS: ClassVar[dict[bytes, Handler]] = {
        **Preface.WORDS,
        b"field": _begin_field,
        b"fldinst": _instruction,
        b"fldrslt": _result,
        b"formfield": _form_field,
        b"ffname": _form_name,
        b"ffl": _form_entry,
        b"ffres": _form_result,
        b"ffdefres": _form_default,
        b"bkmkstart": _bookmark_begins,
        b"bkmkend": _bookmark_ends,
    }
