"""The parsers that are fuzzed, each with the files that it begins from."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from innspill.shared.errors import Unreadable
from innspill.shared.values import sha256_of
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.files import load
from innspill.stages.reading.core.formats import sniff
from innspill.stages.reading.core.formats.guard import Package
from innspill.stages.reading.core.formats.readers import READERS
from innspill.stages.reading.core.values import Block, Document, FileRead

from . import outlook_files
from .properties import REFUSED, check_reader, check_responses

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDERS = (
    ROOT / "samples" / "trygt-vann" / "responses",
    ROOT.parent / "shared" / "forms",
    ROOT.parent / "shared" / "seeds",
)
LARGEST_SEED = 100_000
_SHORT = {
    "vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "vnd.oasis.opendocument.text": "odt", "vnd.oasis.opendocument.text-flat-xml": "fodt", "vnd.ms-outlook": "msg", "ms-tnef": "tnef", "rfc822": "mail",
    "plain": "text",
}  # fmt: skip
_FLAT_TEXT = (
    '<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'
    "<text:h text:outline-level='1'>Svar</text:h><text:p>1) Mangler?<text:s text:c='3'/>☒ Ja"
    "<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation>"
    "<text:note-body><text:p>Note.</text:p></text:note-body></text:note></text:p>"
    "<table:table><table:table-row><table:table-cell table:number-columns-repeated='2'>"
    "<text:p>a</text:p></table:table-cell></table:table-row></table:table>"
    "</office:text></office:body></office:document>"
)
_KINDS = ("paragraph", "heading", "list-item", "cell", "footnote", "header", "text-box", "quoted")


@dataclass(frozen=True, slots=True)
class Target:
    """What is fuzzed: `check` raises where a property does not hold of the bytes."""

    name: str
    check: Callable[[bytes], None]
    seeds: Callable[[], list[bytes]]


@cache
def definition() -> Definition:
    """The hearing that answers are looked for with."""
    return load(ROOT / "samples" / "trygt-vann" / "consultation.yaml")


def _sniffed(data: bytes) -> str:
    """The media type of a file, as the door of reading finds it."""
    found = sniff.sniff(data)
    if found.media_type != sniff.ZIP:
        return found.media_type
    package = Package(data)
    mimetype = package.read("mimetype", 200) if "mimetype" in package else b""
    return sniff.sniff_package(frozenset(package.names), mimetype).media_type


def _check_sniffed(data: bytes) -> None:
    """Any bytes: told apart, and read by whichever reader is said to read them."""
    try:
        media_type = _sniffed(data)
    except REFUSED:
        return
    reader = READERS.get(media_type)
    if reader is not None:
        check_reader(reader, media_type, data, definition())


def _check_blocks(data: bytes) -> None:
    document = Document(sniff.TEXT, tuple(_blocks(data)))
    read = FileRead("svar", sha256_of(data), len(data), sniff.TEXT, document)
    check_responses([read], definition())


def _blocks(data: bytes) -> Iterator[Block]:
    """Blocks out of bytes: the form's own lines, headings, lists and scraps, in any order."""
    lines = _lines()
    for at in range(0, len(data) - 2, 3):
        which, kind, cut = data[at], data[at + 1], data[at + 2]
        text = lines[which % len(lines)]
        text = text[cut % 7 :] if cut < 64 else text[: len(text) - cut % 7] if cut < 128 else text
        if kind & 0x80:
            text += f" {lines[cut % len(lines)]}"
        yield Block(
            f"b{at}", _KINDS[kind % len(_KINDS)], text,  # type: ignore[arg-type]
            mark=str(cut % 4) if _KINDS[kind % len(_KINDS)] == "footnote" else None,
            label=f"{cut % 13})" if kind & 0x40 else None,
        )  # fmt: skip


@cache
def _lines() -> tuple[str, ...]:
    wording = [line for question in definition().questions for line in question.text.values()]
    guidance = [
        line for question in definition().questions for line in (question.guidance or {}).values()
    ]
    scraps = (
        "", " ", "1", "2)", "Spørsmål 3", "Kapittel 4", "Vedlegg A", "Ja", "Nei", "[x] Ja [ ] Nei",
        "☒ Ja ☐ Nei", "Ingen merknader", "Se svar på spørsmål 1.", "Med hilsen", "[^1]", "¹ Note.",
        "Til Vannetaten", "Deres ref.: 26/118", "Vi støtter forslaget fra KS.", "\u00ad\u200b", "9. mai",
        "• punkt", "tekst " * 40, "Side 1 av 2", "https://eksempel.example/a?b=1", "Tiltak: øvelse",
    )  # fmt: skip
    return (*wording, *guidance, *scraps)


@cache
def _files() -> dict[str, list[bytes]]:
    """All files at hand by media type, the small ones first."""
    found: dict[str, list[bytes]] = {}
    paths = sorted(path for folder in FOLDERS for path in folder.rglob("*") if path.is_file())
    for data in (*(path.read_bytes() for path in paths), *_made()):
        with contextlib.suppress(Unreadable):
            if len(data) <= LARGEST_SEED:
                found.setdefault(_sniffed(data), []).append(data)
    for files in found.values():
        files.sort(key=len)
    return found


def _made() -> Iterator[bytes]:
    """Files of the kinds that the samples do not have, and of each technique of ticking."""
    import openpyxl
    from PIL import Image

    sys.path.append(str(ROOT / "benchmarks"))
    from word_kinds import KINDS
    from word_ticks import TECHNIQUES

    yield from (technique.form() for technique in TECHNIQUES)
    yield from (kind.document for kind in KINDS)
    book = openpyxl.Workbook()
    book.active.append(["Spørsmål", "Svar", "=1+1", 3.5])
    book.active.merge_cells("A2:C3")
    out = io.BytesIO()
    book.save(out)
    yield out.getvalue()
    yield outlook_files.message()
    yield outlook_files.package()
    yield _FLAT_TEXT.encode()
    for kind in ("PNG", "JPEG", "GIF", "TIFF", "BMP", "WEBP"):
        out = io.BytesIO()
        Image.new("RGB", (40, 30), "white").save(out, kind)
        yield out.getvalue()
    yield b'Sp\xf8rsm\xe5l;Svar\r\n1;Ja\r\n2;"Nei; tja"\r\n'
    yield (
        rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Calibri;}}{\pard\b 1) Mangler?\par}"
        rb"{\field{\*\fldinst FORMCHECKBOX {\*\formfield{\fftype1\ffres1\ffdefres0}}}{\fldrslt}} Ja"
        rb"\par\u229?{\deleted bort}{\v skjult}{\footnote\pard note\par}\trowd\cellx99 a\cell\row}"
    )


def _target_of(media_type: str) -> Target:
    reader = READERS[media_type]
    name = media_type.partition("/")[2]

    def check(data: bytes) -> None:
        check_reader(reader, media_type, data, definition())

    return Target(_SHORT.get(name, name), check, lambda: _files().get(media_type, []))


def _targets() -> dict[str, Target]:
    """One for each reader in the list of readers, and three more."""
    first: dict[object, str] = {}
    for media_type, reader in READERS.items():
        first.setdefault(reader, media_type)
    targets = [_target_of(media_type) for media_type in first.values()]
    targets.append(Target("any", _check_sniffed, lambda: [f[0] for f in _files().values()]))
    targets.append(
        Target("blocks", _check_blocks, lambda: [bytes(range(k, k + 90)) for k in (0, 50)])
    )
    return {target.name: target for target in targets}


TARGETS = _targets()
