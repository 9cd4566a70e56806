"""A document laid out for reading: its stream, its layout, and the ledger of what is taken."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from innspill.shared.values import Span
from innspill.stages.reading.core.answers.ledger import Ledger
from innspill.stages.reading.core.answers.lines import Layout
from innspill.stages.reading.core.answers.paragraphs import Rebuilt, paragraphs, rebuild
from innspill.stages.reading.core.answers.stream import Stream
from innspill.stages.reading.core.values import Document, Passage


@dataclass(slots=True)
class Sheet:
    """What the steps of reading one document share. `notes` are the references to footnotes."""

    stream: Stream
    layout: Layout
    ledger: Ledger
    notes: Mapping[Span, str] = field(default_factory=dict)
    recognised: bool = False
    """Whether its text was recognised in pictures, where a box can be overlooked."""
    own: frozenset[str] = frozenset()
    """The names of blocks that the form itself printed, and of those below, the questions."""
    asked: Mapping[str, str] = field(default_factory=dict)
    """Questions by the name of the block that their wording ends in."""
    _ordered: list[Span] = field(default_factory=list)
    _built: dict[tuple[Span, ...], Rebuilt] = field(default_factory=dict)
    """What was put together already: the same paragraphs are passages and the sender's words."""

    @classmethod
    def of(cls, document: Document) -> Sheet:
        """`document` laid out, with nothing taken yet."""
        stream = Stream.of(document.blocks)
        layout = Layout.of(stream, document.media_type)
        recognised = "text-from-ocr" in document.flags
        return cls(stream, layout, Ledger(stream), recognised=recognised)

    def text_of(self, spans: Sequence[Span]) -> Rebuilt:
        """The text of `spans`, with the marks of footnotes in place."""
        key = tuple(spans)
        if key not in self._built:
            self._built[key] = rebuild(self.stream, self.layout, spans, self._notes_near(spans))
        return self._built[key]

    def _notes_near(self, spans: Sequence[Span]) -> Mapping[Span, str]:
        """The references to footnotes on the lines of `spans`, which stand in order."""
        if not self.notes or not spans:
            return {}
        if len(self._ordered) != len(self.notes):
            self._ordered = sorted(self.notes, key=_start_of)
        first = bisect_left(self._ordered, spans[0].start, key=_start_of)
        last = bisect_right(self._ordered, self.stream.line_end(spans[-1].end), key=_start_of)
        return {note: self.notes[note] for note in self._ordered[first:last]}

    def groups(self, use: str) -> list[tuple[Span, ...]]:
        """What `use` has, one group of lines per paragraph."""
        return paragraphs(self.stream, self.layout, self.ledger.spans(use))

    def passages(self, use: str) -> tuple[Passage, ...]:
        """What `use` has, one passage per paragraph."""
        rebuilt = (self.text_of(group) for group in self.groups(use))
        return tuple(Passage(built.text, built.origin) for built in rebuilt)


def _start_of(span: Span) -> int:
    return span.start
