"""The door of reading: one file in, what it and its members say out.

Nothing in a file may stop the run: every fault ends as a `FileRead` that says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from innspill.shared.errors import Unreadable
from innspill.shared.values import sha256_of
from innspill.stages.reading.core.formats import sniff
from innspill.stages.reading.core.formats.archive import is_mailbox, letters_of, members_of
from innspill.stages.reading.core.formats.docx.document import read_docx
from innspill.stages.reading.core.formats.guard import Package
from innspill.stages.reading.core.formats.html import read_html
from innspill.stages.reading.core.formats.mail import read_mail
from innspill.stages.reading.core.formats.pdf.document import read_pdf
from innspill.stages.reading.core.formats.plain_text import read_plain_text
from innspill.stages.reading.core.values import Document, FileRead

DEEPEST = 6
MOST_FILES = 500
MOST_BYTES = 512 * 2**20
MOST_TEXT = 5_000_000
"""In characters: some two thousand pages, which no response has."""
INSIDE = "!/"


@dataclass(slots=True)
class _Budget:
    """What one delivery may still unfold into."""

    files: int = MOST_FILES
    size: int = MOST_BYTES

    def spend(self, size: int) -> None:
        """Take one more file of `size` bytes. Raises `Unreadable` where that is too much."""
        self.files -= 1
        self.size -= size
        if self.files < 0 or self.size < 0:
            raise Unreadable("too-big", "The file holds more files than are read at once.")


@dataclass(frozen=True, slots=True)
class _Opened:
    """A file read: its document, and the files in it, which are unpacked only when asked for."""

    document: Document
    members: Iterable[tuple[str, bytes | Unreadable]] = ()


def read_file(name: str, data: bytes) -> tuple[FileRead, ...]:
    """What the file `name` with the bytes `data` says.

    First the file itself, then the members of an archive or the attachments of a mail in their
    order, with `path` naming the way in ("svar.zip!/a.docx"). Never raises for what is in the
    file: what cannot be read has `problem_code` and `problem`.
    """
    return tuple(_read_all(name, data, _Budget(), 0))


def _read_all(path: str, data: bytes, budget: _Budget, depth: int) -> Iterator[FileRead]:
    found = sniff.sniff(data)
    try:
        budget.spend(len(data))
        package = Package(data) if found.media_type == sniff.ZIP else None
        if package is not None:
            found = _sniff_package(package)
        opened = None if found.problem_code else _open(found, data, package)
        _check_length(opened)
    except Unreadable as error:
        yield _failed(path, data, found, error)
        return
    except RecursionError:
        yield _failed(path, data, found, Unreadable("too-deep", "The file is nested too deeply."))
        return
    except MemoryError:
        reason = Unreadable("too-big", "The file needs more memory than reading may take.")
        yield _failed(path, data, found, reason)
        return
    except Exception as error:  # noqa: BLE001 -- the reader's edge: a fault in one file stops no other
        reason = Unreadable("damaged", f"The file could not be read ({type(error).__name__}).")
        yield _failed(path, data, found, reason)
        return
    document = opened.document if opened else None
    yield FileRead(
        path, sha256_of(data), len(data), found.media_type, document,
        found.problem, found.problem_code,
    )  # fmt: skip
    if opened is not None:
        yield from _read_members(path, opened, budget, depth)


def _check_length(opened: _Opened | None) -> None:
    if opened and sum(len(block.text) for block in opened.document.blocks) > MOST_TEXT:
        raise Unreadable("too-big", "The file holds more text than is read at once.")


def _read_members(path: str, opened: _Opened, budget: _Budget, depth: int) -> Iterator[FileRead]:
    for name, member in opened.members:
        inner = f"{path}{INSIDE}{name}"
        if isinstance(member, Unreadable):
            yield _failed(inner, b"", sniff.Sniffed(sniff.UNKNOWN), member)
        elif depth >= DEEPEST:
            reason = Unreadable("too-deep", f"The file lies more than {DEEPEST} files deep.")
            yield _failed(inner, member, sniff.sniff(member), reason)
        else:
            yield from _read_all(inner, member, budget, depth + 1)


def _failed(path: str, data: bytes, found: sniff.Sniffed, error: Unreadable) -> FileRead:
    return FileRead(
        path, sha256_of(data), len(data), found.media_type, None, str(error), error.code
    )


def _sniff_package(package: Package) -> sniff.Sniffed:
    mimetype = package.read("mimetype", 200) if "mimetype" in package else b""
    return sniff.sniff_package(frozenset(package.names), mimetype)


def _open(found: sniff.Sniffed, data: bytes, package: Package | None) -> _Opened:
    """The file opened as what it was `found` to be; `package` where it is a zip."""
    if package is not None:
        if found.media_type == sniff.WORD:
            return _Opened(read_docx(package))
        properties = {"members": str(len(package.names))}
        return _Opened(Document(sniff.ZIP, (), properties=properties), members_of(package))
    if found.media_type == sniff.MAIL and is_mailbox(data):
        return _Opened(Document("application/mbox", ()), letters_of(data))
    if found.media_type == sniff.MAIL:
        mail, attachments = read_mail(data)
        return _Opened(mail, ((item.name, item.data) for item in attachments))
    if found.media_type == sniff.PDF:
        return _Opened(*read_pdf(data))
    if found.media_type == sniff.HTML:
        return _Opened(read_html(data))
    return _Opened(read_plain_text(data))
