"""Kinds that are read through a program that turns them into .docx, where one is at hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats import sniff
from innspill.stages.reading.core.formats.docx.document import read_docx
from innspill.stages.reading.core.formats.guard import MAX_TOTAL, Package
from innspill.stages.reading.core.formats.opened import Given, Opened
from innspill.stages.reading.core.tools import SECONDS_TO_CONVERT
from innspill.stages.reading.core.values import Document

CONVERTED = "converted"
_TIMES = frozenset(("created", "modified"))
"""What the program that converts makes up for want of better: the moment it did it."""
_PREVIEWS = ("QuickLook/Preview.pdf", "preview.pdf", "Preview.pdf")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: the ending that programs know it by, and what it is in words."""

    ending: str
    what: str


KINDS: Mapping[str, Kind] = {
    sniff.WORD_97: Kind(".doc", "an old Word document (.doc)"),
    sniff.WORKS: Kind(".wps", "a document of Microsoft Works"),
    sniff.WORDPERFECT: Kind(".wpd", "a WordPerfect document"),
    sniff.WORDPRO: Kind(".lwp", "a document of Lotus Word Pro"),
    sniff.OLD_WRITER: Kind(".sxw", "an old OpenOffice document (.sxw)"),
    sniff.STARWRITER: Kind(".sdw", "a document of StarOffice"),
    sniff.ABIWORD: Kind(".abw", "an AbiWord document"),
    sniff.PAGES: Kind(".pages", "a document of Apple Pages"),
}


def open_by_conversion(given: Given) -> Opened:
    """A document of one of KINDS, as the program that converts it sees it.

    Raises `Unreadable` with the code needs-conversion where there is no such program.
    """
    kind = KINDS[given.media_type]
    converter = given.tools.converter
    if converter is None:
        raise Unreadable(
            "needs-conversion",
            f"The file is {kind.what}; save it as .docx or .pdf and register it again.",
        )
    given.tools.more_time(SECONDS_TO_CONVERT)
    document = read_docx(Package(converter.to_docx(given.data, kind.ending)))
    told = {key: value for key, value in document.properties.items() if key not in _TIMES}
    document = replace(
        document,
        media_type=given.media_type,
        properties=told,
        flags=(*document.flags, CONVERTED),
    )
    return Opened(document, tools=(converter.name,))


def open_pages(given: Given) -> Opened:
    """A document of Apple Pages: the PDF that it carries of itself, or by conversion."""
    package = given.package
    for name in _PREVIEWS:
        if name in package:
            preview = package.read(name, MAX_TOTAL)
            return Opened(Document(given.media_type, ()), ((name, preview),))
    return open_by_conversion(given)
