"""The public files of responses: what portal and api may read of them, and nothing else.

A file is public while its copy is. So every question here asks for a copy that nothing replaced,
at the very moment of the download.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from innspill.shared.ports import ByteStore
from innspill.shared.values import Sha256
from innspill.stages.publication.models import PublicFile


@dataclass(frozen=True, slots=True)
class PublicFileShown:
    """A file that may be taken home. `kind` is "response", "original" or "attachment"."""

    number: int
    """Of the response."""
    name: str
    kind: str
    attachment: int
    """Which attachment it is; 0 where it is none."""
    media_type: str
    sha256: Sha256
    size: int


@dataclass(frozen=True, slots=True)
class FilesShown:
    """The files of one response, whether any is refused, and whether they are built yet."""

    built: tuple[PublicFileShown, ...]
    some_refused: bool
    done: bool


def files_of(slug: str, number: int) -> FilesShown:
    """The files of one published response, in order."""
    rows = latest(_public(slug).filter(rendition__number=number))
    built = tuple(_shown(row) for row in rows if row.state == PublicFile.State.BUILT)
    return FilesShown(built, len(built) < len(rows), bool(rows))


def files_by_number(slug: str, numbers: Collection[int]) -> dict[int, tuple[PublicFileShown, ...]]:
    """The files of many published responses of a hearing, by the response's number."""
    rows = _public(slug).filter(rendition__number__in=numbers, state=PublicFile.State.BUILT)
    found: dict[int, list[PublicFileShown]] = {}
    for row in rows:
        found.setdefault(row.rendition.number, []).append(_shown(row))
    return {number: tuple(files) for number, files in found.items()}


def public_file(slug: str, number: int, name: str) -> PublicFileShown | None:
    """One file by its name; None where nothing of that name is public at this moment."""
    row = (
        _public(slug)
        .filter(rendition__number=number, name=name, state=PublicFile.State.BUILT)
        .first()
    )
    return _shown(row) if row else None


def bytes_of(shown: PublicFileShown, store: ByteStore) -> bytes:
    """The bytes of a file. Raises KeyError and ValueError where the store lost them."""
    return store.get(shown.sha256)


def all_files(slug: str) -> Iterator[PublicFileShown]:
    """The files of all published responses of a hearing, in order."""
    rows = _public(slug).filter(state=PublicFile.State.BUILT)
    return (_shown(row) for row in rows.iterator(chunk_size=500))


def bytes_kept() -> Iterator[str]:
    """The SHA-256 of the files of copies that are public: those of others may go."""
    rows = PublicFile.objects.filter(rendition__replaced_at=None).exclude(sha256="")
    return rows.values_list("sha256", flat=True).iterator()


def kind_of(position: int) -> tuple[str, int]:
    """What the file at a position is, and which attachment."""
    return (
        (("response", 0), ("original", 0))[position]
        if position < 2
        else ("attachment", position - 1)
    )


def latest(rows: Iterable[PublicFile]) -> list[PublicFile]:
    """Of each place the last attempt; `rows` stand in the order of copies, places and attempts."""
    return list({(row.rendition_id, row.position): row for row in rows}.values())


def _public(slug: str) -> QuerySet[PublicFile]:
    rows = PublicFile.objects.filter(
        rendition__consultation__slug=slug, rendition__replaced_at=None
    )
    rows = rows.exclude(rendition__consultation__status="draft")
    lean = rows.select_related("rendition").defer("rendition__content")
    return lean.order_by("rendition__number", "position", "attempt")


def _shown(row: PublicFile) -> PublicFileShown:
    kind, attachment = kind_of(row.position)
    return PublicFileShown(
        number=row.rendition.number,
        name=row.name,
        kind=kind,
        attachment=attachment,
        media_type=row.media_type,
        sha256=Sha256(row.sha256),
        size=row.size,
    )
