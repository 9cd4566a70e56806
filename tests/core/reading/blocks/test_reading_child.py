"""The child process: same answers, and a stop that costs one file only."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest

from innspill.adapters.reading_child import Limits, ReadingChild, _only_values
from innspill.stages.reading.core.files import read_file
from tests.core.reading.blocks.pdf_files import pdf
from tests.core.reading.blocks.word import p, word


@pytest.fixture
def child() -> Iterator[ReadingChild]:
    with ReadingChild() as reader:
        yield reader


def test_the_child_says_what_the_reader_says(child: ReadingChild) -> None:
    for data in (word(p("[x] Ja")), pdf([(72, 700, 11, "Hei")]), b"", b"Hei\n", b"\0\1\2" * 40):
        assert child.read_file("svar ☒.docx", data) == read_file("svar ☒.docx", data)


def test_after_a_crash_the_next_file_is_read(child: ReadingChild) -> None:
    first = child.read_file("a.txt", b"Hei")
    assert child._process is not None
    child._process.kill()
    child._process.wait()
    assert child.read_file("a.txt", b"Hei") == first


def test_a_file_that_takes_too_long_is_stopped_and_named() -> None:
    with ReadingChild(Limits(wall_seconds=0)) as child:
        (read,) = child.read_file("treg.txt", b"Hei")
        assert (read.path, read.document, read.problem_code) == ("treg.txt", None, "reader-stopped")


def test_a_file_that_needs_too_much_memory_stops_no_other() -> None:
    big = word(p("x" * 9_000_000))
    with ReadingChild(Limits(memory_bytes=160 << 20)) as child:
        (read,) = child.read_file("stor.docx", big * 1)
        small = child.read_file("liten.txt", b"Hei")
    assert read.document is not None or read.problem_code in (
        "reader-stopped",
        "too-big",
        "damaged",
    )
    assert small[0].document is not None


def test_an_answer_that_is_more_than_values_is_refused() -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return print, ("nei",)

    for answer in (pickle.dumps((Evil(),)), pickle.dumps(["ikke en fil"])):
        with pytest.raises(pickle.UnpicklingError):
            _only_values(answer)
