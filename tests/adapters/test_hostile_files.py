"""A hostile file stops nothing: it ends as a flagged reading, within limits, and the next is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from innspill.adapters.reading_child import Limits, ReadingChild
from innspill.adapters.reading_pool import read_all
from innspill.shared.values import sha256_of
from tests.adapters.hostile_files import GOOD, HOSTILE, pdf_bomb, zip_of
from tests.core.reading.answers.hearing import BRIDGES


@pytest.fixture(scope="module")
def child() -> Iterator[ReadingChild]:
    with ReadingChild() as reader:
        yield reader


@pytest.mark.parametrize("name", HOSTILE)
def test_each_ends_as_a_flagged_reading_and_the_next_file_is_read(
    child: ReadingChild, name: str
) -> None:
    make, expected = HOSTILE[name]
    data = make()
    reads = child.read_delivery([(name, data)], BRIDGES)
    raised = {flag for read in reads for flag in read.flags}
    assert raised & expected, raised
    assert reads[0].sha256 in {sha256_of(data), sha256_of(b"")} or len(reads) > 1
    (good,) = child.read_delivery([("svar.docx", GOOD)], BRIDGES)
    assert good.kind == "letter"


def test_what_stops_the_reader_costs_only_itself_in_a_delivery_of_many(
    child: ReadingChild,
) -> None:
    packed = zip_of(("a.docx", GOOD), ("bombe.pdf", pdf_bomb()), ("z.docx", GOOD))
    reads = child.read_delivery([("brev.docx", GOOD), ("svar.zip", packed)], BRIDGES)
    kinds = {read.file: read.kind for read in reads}
    assert kinds["brev.docx"] == "letter"
    assert kinds["svar.zip!/a.docx"] == kinds["svar.zip!/z.docx"] == "letter"
    assert kinds["svar.zip!/bombe.pdf"] == "unreadable"


def test_many_files_are_read_side_by_side_and_come_in_their_order() -> None:
    files = [(f"{at}.docx", GOOD if at % 5 else b"") for at in range(30)]
    found = list(
        read_all(
            files, lambda read, file: read([file], BRIDGES), workers=3, limits=Limits(deliveries=4)
        )
    )
    assert [file for file, _ in found] == files
    assert [read.file for _, (read,) in found] == [name for name, _ in files]
    assert [read.kind for _, (read,) in found] == [
        "letter" if at % 5 else "unreadable" for at in range(30)
    ]


def test_the_child_takes_no_more_memory_than_it_may() -> None:
    make, _ = HOSTILE["three-million-elements.docx"]
    with ReadingChild() as reader:
        reader.read_delivery([("a.docx", make())], BRIDGES)
        process = reader._process
        assert process is not None
        status = Path(f"/proc/{process.pid}/status")
        if not status.exists():
            pytest.skip("this system does not show a process's memory in /proc")
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        assert int(peak.split()[1]) < 600 * 1024
