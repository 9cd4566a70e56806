"""The parts that a document leads to, asked for by kind or by relationship."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats.docx.activex import ActiveControl, read_active_control
from innspill.stages.reading.core.formats.docx.drawings import (
    CHART,
    DIAGRAM,
    relation_of,
    texts_of_chart,
    texts_of_diagram,
)
from innspill.stages.reading.core.formats.docx.package import (
    Relation,
    W,
    child,
    is_on,
    part_bytes,
    part_xml,
    relations,
)
from innspill.stages.reading.core.formats.guard import Package, parse_checked

EMBEDDED = "embedded-files"
"""The flag that something in the file was not read: a person must look."""


class Parts:
    """The parts of one document, and which of them is being read."""

    def __init__(self, package: Package, main: str) -> None:
        self._package = package
        self._main = main
        self._current = main
        self._relations: dict[str, dict[str, Relation]] = {}
        self._taken: set[str] = set()
        self.flags: set[str] = set()

    def enter(self, part: str) -> None:
        """From now on `part` is read: its relationships count."""
        self._current = part

    def leave(self) -> None:
        """The main part is read again."""
        self._current = self._main

    def has_even_pages(self) -> bool:
        """Whether the document's settings give even pages margins of their own."""
        data, name = self.bytes_of_kind("settings")
        if b"evenAndOddHeaders" not in data:
            return False
        return is_on(child(parse_checked(data, name), W + "evenAndOddHeaders"))

    def all(self) -> Iterable[Relation]:
        """Everything that the main part leads to inside the package."""
        return self._of(self._main).values()

    def of_kind(self, kind: str) -> str | None:
        """The name of the first part of that `kind` that the main part leads to."""
        for relation in self.all():
            if relation.kind == kind and relation.target in self._package:
                return relation.target
        return None

    def bytes_of_kind(self, kind: str) -> tuple[bytes, str]:
        """The bytes, fit to be parsed, and the name of the first part of that `kind`."""
        name = self.of_kind(kind)
        return (b"", kind) if name is None else (part_bytes(self._package, name), name)

    def by_id(self, relation: str) -> str | None:
        """The name of the part that the current part calls `relation`."""
        found = self._of(self._current).get(relation)
        return found.target if found is not None and found.target in self._package else None

    def bytes_of(self, name: str) -> bytes:
        """The bytes of the part `name`, fit to be parsed."""
        return part_bytes(self._package, name)

    def _take(self, relation: str) -> str | None:
        """The name of the part that belongs to the one place that calls it `relation`.

        None where it is taken: a part that thousands of places share would be text without end.
        """
        name = self.by_id(relation)
        if name is None or name in self._taken:
            return None
        self._taken.add(name)
        return name

    def active_control(self, relation: str) -> ActiveControl | None:
        """The ActiveX control `relation`; where it cannot be read, that is flagged."""
        name = self._take(relation)
        control = None
        try:
            if name is not None:
                root = part_xml(self._package, name)
                inner = relations(self._package, name)
                streams = (self._package.read(each.target) for each in inner.values())
                control = read_active_control(root, next(streams, b""))
        except Unreadable:
            control = None
        if control is None:
            self.flags.add(EMBEDDED)
        return control

    def drawn_texts(self, node: etree._Element) -> list[str]:
        """The texts of the diagram, chart or lettering `node`."""
        if node.tag not in (DIAGRAM, CHART):
            text = node.get("string") or ""
            return [text] if text.strip() else []
        name = self._take(relation_of(node))
        if node.tag == CHART:
            # Its title and names are read; what its bars and lines say, nobody can but a person.
            self.flags.add(EMBEDDED)
        try:
            root = part_xml(self._package, name) if name is not None else None
        except Unreadable:
            root = None
        if root is None:
            self.flags.add(EMBEDDED)
            return []
        return texts_of_chart(root) if node.tag == CHART else texts_of_diagram(root)

    def _of(self, part: str) -> dict[str, Relation]:
        found = self._relations.get(part)
        if found is None:
            found = self._relations[part] = relations(self._package, part)
        return found
