"""What is written of a document already, kept as bytes: a tree of it all would be ten times as large.

Where it stood, the tree has a processing instruction with its number, until the file is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import nsmap
from lxml import etree

TARGET = "innspill-fragment"
_WAITING = re.compile(rb"<\?innspill-fragment (\d+)\?>")
_DECLARED = re.compile(rb' xmlns:([\w.-]+)="([^"]*)"')


class Fragments:
    """The pieces of one document, by number; `root` is where its namespaces are declared."""

    def __init__(self, root: Any) -> None:
        self._declared = {
            prefix.encode(): uri.encode() for prefix, uri in root.nsmap.items() if prefix
        }
        self._kept: list[bytes] = []
        # A template's own instruction of that name is none of ours.
        for own in [
            each for each in root.iter(etree.ProcessingInstruction) if each.target == TARGET
        ]:
            own.getparent().remove(own)

    @property
    def declaring(self) -> str:
        """What the first tag of a piece has to declare, so that "w:" means what it does here."""
        known = self._declared.get(b"w") == nsmap["w"].encode()
        return "" if known else f' xmlns:w="{nsmap["w"]}"'

    def set_aside(self, made: Any) -> None:
        """Keeps an element of the tree as bytes, and leaves its number where it stood."""
        place = self.kept(self.written(made))
        # libxml2 sees to the namespaces of all that is moved, which takes time: empty first.
        for child in made:
            child.clear()
        made.getparent().replace(made, place)

    def written(self, made: Any) -> bytes:
        """An element as it stands in the document, whether it hangs there yet or not."""
        data = etree.tostring(made, encoding="UTF-8", with_tail=False)
        end = data.index(b">")
        return _DECLARED.sub(self._new, data[:end]) + data[end:]

    def kept(self, data: bytes) -> Any:
        """Keeps a piece of XML; gives the number that is to stand in its place."""
        self._kept.append(data)
        return etree.ProcessingInstruction(TARGET, str(len(self._kept) - 1))

    def filled_in(self, data: bytes) -> Iterator[bytes]:
        """`data` with every piece where its number stands, and pieces within pieces."""
        at = 0
        for waiting in _WAITING.finditer(data):
            yield data[at : waiting.start()]
            yield from self.filled_in(self._kept[int(waiting[1])])
            at = waiting.end()
        yield data[at:]

    def _new(self, declared: re.Match[bytes]) -> bytes:
        return b"" if self._declared.get(declared[1]) == declared[2] else declared[0]
