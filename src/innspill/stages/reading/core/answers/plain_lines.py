"""Our own form as plain text, told by the lines that say where an answer begins and ends.

Its lines become what the fields of the Word form are: blocks and boxes with a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from innspill.stages.consultations.core import form_tags
from innspill.stages.consultations.core.form_words import WORDS
from innspill.stages.consultations.core.plain_form import measure_label
from innspill.stages.reading.core.answers.hearing import Hearing
from innspill.stages.reading.core.answers.plain_marks import PlainMarks
from innspill.stages.reading.core.answers.printed import squeezed
from innspill.stages.reading.core.answers.sheet import Sheet
from innspill.stages.reading.core.values import Block, Document

_SIGN = "[["
_MOST_ROWS = 60
_LONGEST_LABEL = 90


def laid_out(document: Document, hearing: Hearing) -> tuple[Document, Sheet]:
    """`document` laid out for reading, with the lines of our plain form named if it is one."""
    if not any(_SIGN in block.text for block in document.blocks):
        return document, Sheet.of(document)
    naming = _Naming(hearing.plain, hearing)
    blocks = tuple(naming.named(document.blocks))
    if not naming.own:
        return document, Sheet.of(document)
    named = replace(document, blocks=blocks)
    sheet = Sheet.of(named)
    sheet.own, sheet.asked = frozenset(naming.own), naming.asked
    return named, sheet


@dataclass(slots=True)
class _Naming:
    """Names the blocks of one document."""

    marks: PlainMarks
    hearing: Hearing
    own: set[str] = field(default_factory=set)
    asked: dict[str, str] = field(default_factory=dict)
    _done: list[Block] = field(default_factory=list)
    _facts: set[str] = field(default_factory=set)
    _open: int = 0
    """From where on the blocks that are done belong to no field."""

    def named(self, blocks: Sequence[Block]) -> list[Block]:
        """`blocks`, each with the name of the field that it stands in; labels cut off."""
        if not any(squeezed(block.text) in self.marks.begins for block in blocks):
            return list(blocks)
        field_tag: str | None = None
        for block in blocks:
            said = squeezed(block.text) if _SIGN in block.text else ""
            if said in self.marks.begins:
                field_tag = self.marks.begins[said]
                self._name_above(self.marks.questions.get(said))
                self._print(block)
            elif said in self.marks.ends:
                field_tag = None
                self._print(block)
                self._open = len(self._done)
            elif field_tag is None:
                self._done += self._outside(block)
            else:
                self._done += self._inside(block, field_tag)
        return self._done

    def _print(self, block: Block) -> None:
        self.own.add(block.id)
        self._done.append(block)

    def _outside(self, block: Block) -> Iterator[Block]:
        """A line between the fields: perhaps a field of one line.

        A fact at the top may read as a field does ("Saksnummer: 26/117"): the first is the fact.
        """
        text, said = block.text.lstrip(), squeezed(block.text)
        if said in self.hearing.printed.locked and said not in self._facts:
            self._facts.add(said)
            yield block
            return
        for label, tag in self.marks.labels:
            if text.startswith(label):
                yield from self._cut(block, label, tag)
                return
        yield block

    def _inside(self, block: Block, field_tag: str) -> Iterator[Block]:
        question = self.hearing.tags.texts.get(field_tag)
        head = block.text[:_LONGEST_LABEL]
        if question is not None and ":" in head and "(" in head:
            for label, tag in _measure_labels(question):
                if block.text.lstrip().startswith(label):
                    yield from self._cut(block, label, tag)
                    return
        # What stands in a field is text, also where it looks like a box.
        yield replace(block, tag=field_tag)

    def _cut(self, block: Block, label: str, tag: str) -> Iterator[Block]:
        """The label and what stands behind it, as two blocks."""
        at = block.text.index(label) + len(label)
        value = block.text[at:]
        if not value.strip():
            self.own.add(block.id)
            yield block
            return
        self.own.add(f"{block.id}a")
        yield replace(block, id=f"{block.id}a", text=block.text[:at], boxes=())
        boxes = tuple(replace(box, at=box.at - at) for box in block.boxes if box.at >= at)
        yield replace(block, id=f"{block.id}b", text=value, boxes=boxes, tag=tag)

    def _name_above(self, question: str | None) -> None:
        """Names the boxes above an answer, and gives what the form says there to the form."""
        if question is None:
            return
        choices = self.hearing.definition.question(question).choices
        for heading, whole in self.marks.above[question]:
            first = self._begin_of(whole)
            if first is None:
                continue
            above = self._done[first:]
            leading = [block for block in above if _leads(block)]
            if len(leading) != len(choices):
                continue
            self.own |= {block.id for block in above}
            self._ask(question, above, heading)
            names = [form_tags.box_tag(question, choice.id) for choice in choices]
            tags = {block.id: name for block, name in zip(leading, names, strict=True)}
            self._done[first:] = [_with_tag(block, tags.get(block.id)) for block in above]
            return

    def _begin_of(self, whole: str) -> int | None:
        """From which of the blocks that are done on they say `whole`."""
        said = ""
        for first in range(len(self._done) - 1, self._open - 1, -1):
            said = squeezed(self._done[first].text) + said
            if said == whole:
                return first
            if len(said) >= len(whole):
                return None
        return None

    def _ask(self, question: str, above: Sequence[Block], heading: str) -> None:
        said = ""
        for block in above:
            said += squeezed(block.text)
            if said == heading and heading:
                self.asked[block.id] = question
                return


def _leads(block: Block) -> bool:
    """Whether a line begins with a box."""
    return bool(block.boxes) and not block.text[: block.boxes[0].at].strip()


def _with_tag(block: Block, tag: str | None) -> Block:
    """A line of the form with its leading box named; what looks like one in its words is none."""
    boxes = (replace(block.boxes[0], tag=tag),) if tag else ()
    return replace(block, boxes=boxes)


@lru_cache(maxsize=256)
def _measure_labels(question: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (f"{measure_label(part, row, words)}:", form_tags.measure_tag(question, row, part))
        for words in WORDS.values()
        for row in range(1, _MOST_ROWS)
        for part in form_tags.MEASURE_PARTS
    )
