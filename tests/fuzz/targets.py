"""The parsers that are fuzzed, each with the files that it begins from."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
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
from innspill.stages.reading.core.values import Block, Cell, Document, FileRead

from .first_files import made_files
from .first_pictures import recognising
from .properties import REFUSED, check_delivery, check_reader, check_responses

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
    "plain": "text", "x-tar": "tar", "related": "mht", "msword": "convert", "png": "picture",
    "vnd.oasis.opendocument.spreadsheet": "ods", "vnd.apple.pages": "pages",
    "vnd.ms-word2006ml": "flatword",
}  # fmt: skip
_HOLDING = (sniff.MAIL, sniff.OUTLOOK, sniff.TNEF, sniff.ZIP, sniff.TAPE, sniff.GZIP, sniff.PAGES)
_HEADS = (
    "Virksomhet", "Svar", "Spørsmål", "Merknad", "Spørsmål 1", "Spørsmål 2 – merknad", "x", "X",
    "Organisasjonsnummer", "974760673", "E-post", "Dato", "Svar nr.", "1", "2", "3", "Ås kommune", "Ja",
)  # fmt: skip
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


def _check_delivery(data: bytes) -> None:
    """Any bytes with all that is in them, as the door of reading has them, read for answers."""
    check_delivery(data, definition())


def _holding() -> list[bytes]:
    """The files that hold others: mails, archives and packages."""
    return [data for kind in _HOLDING for data in _files().get(kind, [])]


def _check_blocks(data: bytes) -> None:
    document = Document(sniff.TEXT, tuple(_blocks(data)))
    read = FileRead("svar", sha256_of(data), len(data), sniff.TEXT, document)
    check_responses([read], definition())


def _check_cells(data: bytes) -> None:
    """Any cells of an answer sheet, which most often begins with a row that asks."""
    properties = {"sheets": "Svar\nArk 2"}
    document = Document(sniff.SHEETS, tuple(_cells(data)), properties=properties)
    read = FileRead("svar.xlsx", sha256_of(data), len(data), sniff.SHEETS, document)
    check_responses([read], definition())


def _cells(data: bytes) -> Iterator[Block]:
    """Cells out of bytes, row by row: heads, choices, the form's own lines and scraps."""
    lines = (*_HEADS, *_lines())
    sheet, row, column = 0, 0, 0
    for at in range(0, len(data) - 1, 2):
        which, step = data[at], data[at + 1]
        if step & 0x40:
            row, column = row + 1 + step % 2, step % 3
        if step == 0xFF and sheet == 0:
            sheet, row, column = 1, 0, 0
        text = lines[(which + (step & 0x80)) % len(lines)]
        if text.strip():
            name = f"a{sheet + 1}r{row + 1}c{column + 1}"
            yield Block(name, "cell", text, cell=Cell(sheet, row, column))
        column += 1 + (step & 0x20) // 0x20


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
    for data in (*(path.read_bytes() for path in paths), *made_files(definition())):
        with contextlib.suppress(Unreadable):
            if len(data) <= LARGEST_SEED:
                found.setdefault(_sniffed(data), []).append(data)
    for files in found.values():
        files.sort(key=len)
    return found


def _target_of(media_types: Sequence[str]) -> Target:
    """The reader of these types, given the files that are told to be one of them."""
    reader = READERS[media_types[0]]
    name = media_types[0].partition("/")[2]

    def check(data: bytes) -> None:
        media_type = media_types[0]
        with contextlib.suppress(*REFUSED):
            media_type = _sniffed(data)
        if media_type not in media_types:
            return  # another reader is given it
        check_reader(reader, media_type, data, definition())
        if media_type in sniff.PICTURES:
            check_reader(reader, media_type, data, definition(), recognising(_lines()))

    def seeds() -> list[bytes]:
        return [data for media_type in media_types for data in _files().get(media_type, [])]

    return Target(_SHORT.get(name, name), check, seeds)


def _targets() -> dict[str, Target]:
    """One for each reader in the list of readers, and those that are none."""
    types: dict[object, list[str]] = {}
    for media_type, reader in READERS.items():
        types.setdefault(reader, []).append(media_type)
    targets = [_target_of(media_types) for media_types in types.values()]
    targets.append(Target("any", _check_sniffed, lambda: [f[0] for f in _files().values()]))
    targets.append(Target("delivery", _check_delivery, _holding))
    parts = [bytes(range(k, k + 90)) for k in (0, 50)]
    targets.append(Target("blocks", _check_blocks, lambda: parts))
    targets.append(Target("cells", _check_cells, lambda: parts))
    return {target.name: target for target in targets}


TARGETS = _targets()
