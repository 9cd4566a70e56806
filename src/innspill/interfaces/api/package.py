"""All that is public of a hearing in one ZIP, with sums of every file.

Written file by file, so that no more than one chunk of responses is held at a time. Equal content
gives equal bytes: entries come in a fixed order and carry one fixed time.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from typing import IO, Any, Self

from django.utils.translation import override

from innspill.interfaces.api import making, readme
from innspill.interfaces.api.addresses import Addresses
from innspill.interfaces.api.plain_text import response_text
from innspill.interfaces.api.rows import Writer, as_csv, as_lines
from innspill.interfaces.api.values import (
    AnswerRow,
    DecidedRow,
    HearingData,
    ResponseData,
    ResponseRow,
)
from innspill.shared.ports import ByteStore
from innspill.shared.values import Sha256
from innspill.stages.consultations.core.definition import PaperFile
from innspill.stages.consultations.core.ids import slug as slug_of
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import files as public_files
from innspill.stages.publication import open_data as public

README, SUMS = "LESMEG.txt", "SHA256SUMS"
FIXED_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time a ZIP can hold."""


class Package:
    """A ZIP while it is written; the sum of each file is remembered."""

    def __init__(self, file: IO[bytes]) -> None:
        self._archive = zipfile.ZipFile(file, "w")
        self._sums: list[tuple[str, str]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._archive.close()

    def add(self, path: str, write: Writer) -> None:
        """Adds a file that `write` writes."""
        entry = zipfile.ZipInfo(path, FIXED_TIME)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.create_system = 3
        entry.external_attr = 0o100644 << 16
        with self._archive.open(entry, "w") as inside:
            summed = _Summed(inside)
            write(summed)  # type: ignore[arg-type]
        self._sums.append((path, summed.digest.hexdigest()))

    def put(self, path: str, data: bytes) -> None:
        """Adds a file of these bytes."""

        def write(file: IO[bytes]) -> None:
            file.write(data)

        self.add(path, write)

    def put_sums(self) -> None:
        """Adds the sums of all files so far, as `sha256sum -c` reads them."""
        self.put(SUMS, "".join(f"{digest}  {path}\n" for path, digest in self._sums).encode())


class _Summed(io.BufferedIOBase):
    """Passes on what is written, and sums it."""

    def __init__(self, inside: IO[bytes]) -> None:
        super().__init__()
        self._inside = inside
        self.digest = hashlib.sha256()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        """As of any file."""
        self.digest.update(data)
        return self._inside.write(data)


def write_package(
    file: IO[bytes],
    shown: ConsultationShown,
    data: HearingData,
    *,
    checkpoint: tuple[str, str] | None,
    store: ByteStore,
    at: Addresses,
) -> None:
    """Writes the ZIP. `checkpoint` is the journal's last signed one, and the key it is signed with.

    Raises KeyError where bytes of a paper or result are lost.
    """
    slug = shown.slug
    with Package(file) as package:
        with override("nb"):
            package.put(README, readme.text(shown, has_checkpoint=checkpoint is not None).encode())
        package.put("horing.json", data.model_dump_json(indent=1).encode() + b"\n")
        package.add("svar.csv", as_csv(ResponseRow, _responses(slug, at)))
        package.add("svar.jsonl", as_lines(_responses(slug, at)))
        package.add("sporsmal.csv", as_csv(AnswerRow, _answers(shown, at)))
        package.add("avgjort.csv", as_csv(DecidedRow, _decided(slug, at)))
        for response in _responses(slug, at):
            name = f"svar/{response.number:05d}"
            package.put(f"{name}.json", response.model_dump_json(indent=1).encode() + b"\n")
            package.put(f"{name}.txt", response_text(response, shown.definition).encode())
        for path, sha256 in _files(shown):
            package.put(path, store.get(sha256))
        if checkpoint is not None:
            note, key = checkpoint
            package.put("sjekkpunkt.txt", note.encode())
            package.put("nokkel.txt", f"{key}\n".encode())
        package.put_sums()


def _responses(slug: str, at: Addresses) -> Iterator[ResponseData]:
    return (making.response_data(slug, each, at) for each in public.responses(slug))


def _answers(shown: ConsultationShown, at: Addresses) -> Iterator[AnswerRow]:
    for each in public.responses(shown.slug):
        yield from making.answer_rows(shown.slug, each, shown.definition, at)


def _decided(slug: str, at: Addresses) -> Iterator[DecidedRow]:
    for each in public.responses(slug):
        yield from making.decided_rows(slug, each, at)


def _files(shown: ConsultationShown) -> Iterator[tuple[str, Sha256]]:
    """The files of responses, what is heard, and the published result: where the bytes of each lie.

    Their paths are of our own making.
    """
    for file in public_files.all_files(shown.slug):
        yield f"filer/{file.name}", file.sha256
    papers = [file for paper in shown.definition.papers for file in paper.files]
    for number, paper in enumerate(papers, start=1):
        yield f"dokumenter/{number:02d}-{_file_name(paper)}", Sha256(paper.sha256)
    for result in public.result_files(shown.slug):
        yield f"resultat/{result.language}/{result.name}", result.sha256


def _file_name(file: PaperFile) -> str:
    stem, _, ending = file.name.rpartition(".")
    if not stem or not re.fullmatch(r"[A-Za-z0-9]{1,8}", ending):
        return slug_of(file.name)
    return f"{slug_of(stem)}.{ending.lower()}"
