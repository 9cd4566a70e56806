"""The door of reading: one file in, what it and its members say out.

Nothing in a file may stop the run: every fault ends as a `FileRead` that says why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from innspill.shared.errors import Unreadable
from innspill.shared.values import sha256_of
from innspill.stages.reading.core.formats import sniff
from innspill.stages.reading.core.formats.guard import Package
from innspill.stages.reading.core.formats.opened import Given, Opened
from innspill.stages.reading.core.formats.readers import MAILBOX, READERS
from innspill.stages.reading.core.tools import NO_TOOLS, Tools
from innspill.stages.reading.core.values import FileRead

DEEPEST = 6
MOST_FILES = 500
MOST_MAILS = 10_000
"""What a mailbox file may hold: each mail in it is small beside a file that must be unpacked."""
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


def read_file(name: str, data: bytes, tools: Tools = NO_TOOLS) -> tuple[FileRead, ...]:
    """What the file `name` with the bytes `data` says, with the help of `tools` where it is needed.

    First the file itself, then the members of an archive or the attachments of a mail in their
    order, with `path` naming the way in ("svar.zip!/a.docx"). Never raises for what is in the
    file: what cannot be read has `problem_code` and `problem`.
    """
    return tuple(_Reader(tools).read(name, data, 0))


def bytes_at(name: str, data: bytes, path: str, tools: Tools = NO_TOOLS) -> bytes:
    """The bytes of the member at `path` ("svar.zip!/a.docx") of the file `name` with the bytes `data`.

    Raises KeyError where there is none, and `Unreadable` where a file on the way cannot be opened.
    """
    depth = 0
    while name != path:
        depth += 1
        found = sniff.sniff(data)
        package = Package(data) if found.media_type == sniff.ZIP else None
        found = found if package is None else _sniff_package(package)
        opened = _open(found, Given(data, found.media_type, tools, package))
        inside = [(f"{name}{INSIDE}{member}", given) for member, given in opened.members]
        way = [each for each in inside if f"{path}{INSIDE}".startswith(f"{each[0]}{INSIDE}")]
        if depth > DEEPEST or not way or isinstance(way[0][1], Unreadable):
            raise KeyError(path)
        name, data = way[0]  # type: ignore[assignment]
    return data


@dataclass(slots=True)
class _Reader:
    """Reads one delivery's files, counting what they unfold into."""

    tools: Tools
    budget: _Budget = field(default_factory=_Budget)

    def read(self, path: str, data: bytes, depth: int) -> Iterator[FileRead]:
        """The file at `path` and, after it, those in it."""
        found = sniff.sniff(data)
        try:
            self.tools.begins(path)
            self.budget.spend(len(data))
            package = Package(data) if found.media_type == sniff.ZIP else None
            if package is not None:
                found = _sniff_package(package)
            given = Given(data, found.media_type, self.tools, package)
            opened = _open(found, given)
            _check_length(opened)
        except Unreadable as error:
            yield _failed(path, data, found, error)
            return
        except RecursionError:
            reason = Unreadable("too-deep", "The file is nested too deeply.")
            yield _failed(path, data, found, reason)
            return
        except MemoryError:
            reason = Unreadable("too-big", "The file needs more memory than reading may take.")
            yield _failed(path, data, found, reason)
            return
        except Exception as error:  # noqa: BLE001 -- the reader's edge: a fault in one file stops no other
            reason = Unreadable("damaged", f"The file could not be read ({type(error).__name__}).")
            yield _failed(path, data, found, reason)
            return
        yield FileRead(
            path, sha256_of(data), len(data), found.media_type,
            opened.document, tools=opened.tools,
        )  # fmt: skip
        if depth == 0 and opened.document.media_type == MAILBOX:
            self.budget.files = MOST_MAILS
        yield from self._members(path, opened, depth)

    def _members(self, path: str, opened: Opened, depth: int) -> Iterator[FileRead]:
        for name, member in opened.members:
            inner = f"{path}{INSIDE}{name}"
            if isinstance(member, Unreadable):
                yield _failed(inner, b"", sniff.Sniffed(sniff.UNKNOWN), member)
            elif depth >= DEEPEST:
                reason = Unreadable("too-deep", f"The file lies more than {DEEPEST} files deep.")
                yield _failed(inner, member, sniff.sniff(member), reason)
            else:
                yield from self.read(inner, member, depth + 1)


def _open(found: sniff.Sniffed, given: Given) -> Opened:
    """The file opened as what it was `found` to be."""
    reader = READERS.get(found.media_type)
    if found.problem_code or reader is None:
        code = found.problem_code or "unknown-format"
        raise Unreadable(code, found.problem or "The file is of a kind that is not read.")
    return reader(given)


def _check_length(opened: Opened) -> None:
    if sum(len(block.text) for block in opened.document.blocks) > MOST_TEXT:
        raise Unreadable("too-big", "The file holds more text than is read at once.")


def _failed(path: str, data: bytes, found: sniff.Sniffed, error: Unreadable) -> FileRead:
    return FileRead(
        path, sha256_of(data), len(data), found.media_type, None, str(error), error.code
    )


def _sniff_package(package: Package) -> sniff.Sniffed:
    mimetype = package.read("mimetype", 200) if "mimetype" in package else b""
    return sniff.sniff_package(frozenset(package.names), mimetype)
