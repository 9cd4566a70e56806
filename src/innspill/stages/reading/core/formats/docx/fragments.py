"""A few elements out of a large part, without parsing all of it.

Styles and numbering are the largest parts of most documents, and of their hundreds of entries a
document uses a handful. The entry is cut out of the bytes and parsed alone; where that cannot be
done surely (comments, other prefixes, an entry that is not found), the whole part is parsed.
"""

from __future__ import annotations

from functools import cached_property
from xml.sax.saxutils import escape

from lxml import etree

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats.docx.package import WORD_NAMESPACE, W
from innspill.stages.reading.core.formats.guard import has_declarations, parse_checked

_HEAD = b'<x xmlns:w="' + WORD_NAMESPACE + b'">'
_DECLARED = b'xmlns:w="' + WORD_NAMESPACE + b'"'
_BEGINNING = 8_192
_FEW = 100
"""So many entries are looked for in the bytes; for more, parsing the part is quicker."""


class Fragments:
    """One part of a package, `name`, asked for single entries."""

    def __init__(self, data: bytes, name: str) -> None:
        self.data = data
        self._name = name
        self._plain = _DECLARED in data[:_BEGINNING] and not has_declarations(data)
        self._asked = 0
        self._found: dict[tuple[str, str, str], etree._Element | None] = {}
        self._known: dict[tuple[str, str], dict[str, etree._Element]] = {}

    def find(self, name: str, attribute: str, value: str) -> etree._Element | None:
        """The entry called `name` whose `attribute` is `value`, or None."""
        if not self.data:
            return None
        asked = (name, attribute, value)
        if asked not in self._found:
            self._found[asked] = self._look_for(name, attribute, value)
        return self._found[asked]

    def _look_for(self, name: str, attribute: str, value: str) -> etree._Element | None:
        self._asked += 1
        if self._plain and self._asked <= _FEW:
            found = self._cut_out(name, attribute, value)
            if found is not None or self._surely_lacks(value):
                return found
        return self.all(name, attribute).get(value)

    def all(self, name: str, attribute: str) -> dict[str, etree._Element]:
        """All the entries called `name` by the value of their `attribute`, the last of each."""
        known = self._known.get((name, attribute))
        if known is None:
            known = self._known[name, attribute] = {
                each.get(W + attribute, ""): each for each in self._root.iterchildren(W + name)
            }
        return known

    @cached_property
    def _root(self) -> etree._Element:
        return parse_checked(self.data, self._name) if self.data else etree.Element("none")

    def _surely_lacks(self, value: str) -> bool:
        """Whether no attribute of the part can be `value`, in whatever way it is written."""
        if not value.isascii() or b"&" in self.data:
            return False
        quoted = value.encode()
        return b'"%b"' % quoted not in self.data and b"'%b'" % quoted not in self.data

    def _cut_out(self, name: str, attribute: str, value: str) -> etree._Element | None:
        data = self.data
        at = data.find(f' w:{attribute}="{escape(value, {chr(34): "&quot;"})}"'.encode())
        begin = data.rfind(b"<", 0, at) if at >= 0 else -1
        end = data.find(f"</w:{name}>".encode(), at)
        if begin < 0 or end < 0 or not data.startswith(f"<w:{name} ".encode(), begin):
            return None
        entry = data[begin : end + len(name) + 5]
        try:
            return parse_checked(_HEAD + entry + b"</x>", self._name)[0]
        except Unreadable:
            # It uses other prefixes than Word's own, or is empty.
            return None
