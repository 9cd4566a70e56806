"""A response read from its beginning: what a comment is about often stands above it."""

from __future__ import annotations

from innspill.stages.analysis.core.links.find import leads_somewhere, links_of
from innspill.stages.analysis.core.links.headings import heading_of
from innspill.stages.analysis.core.values import Link
from innspill.stages.consultations.core.definition import Definition


class Trail:
    """The links of the comments of one response, asked for in the order that they stand in."""

    def __init__(self, definition: Definition) -> None:
        self._definition = definition
        self._question: str | None = None
        self._heading = ""
        self._before: tuple[Link, ...] = ()

    def passed(self, piece: str, question: str | None) -> None:
        """Takes note of a piece that is no comment: it may be a heading."""
        self._enter(question)
        self._head(heading_of(piece))

    def links(self, piece: str, question: str | None) -> tuple[Link, ...]:
        """What the comment `piece` is about, knowing what stands before it."""
        self._enter(question)
        if "\n" in piece.strip():
            self._head(heading_of(piece))
        found = links_of(
            piece, question, self._definition, heading=self._heading, before=self._before
        )
        self._before = found[:1] or self._before
        return found

    def _enter(self, question: str | None) -> None:
        if question != self._question:
            self._question, self._heading, self._before = question, "", ()

    def _head(self, heading: str) -> None:
        if not heading:
            return
        if leads_somewhere(heading, self._definition):
            self._before = ()
            self._heading = heading
        else:
            self._heading = ""
