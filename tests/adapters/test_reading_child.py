"""The child process: same answers, and a stop that costs one file only."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterator

import pytest

from innspill.adapters.reading_child import Limits, ReadingChild, _only_values
from innspill.stages.reading.core.responses import read_delivery
from tests.core.reading.answers.hearing import BRIDGES
from tests.core.reading.blocks.pdf_files import pdf
from tests.core.reading.blocks.word import p, word


@pytest.fixture
def child() -> Iterator[ReadingChild]:
    with ReadingChild() as reader:
        yield reader


def test_the_child_says_what_the_reader_says(child: ReadingChild) -> None:
    for data in (word(p("[x] Ja")), pdf([(72, 700, 11, "Hei")]), b"Hei\n", b"\0\1\2" * 40):
        files = [("svar ☒.docx", data)]
        assert child.read_delivery(files, BRIDGES) == read_delivery(files, BRIDGES)


def test_after_a_crash_the_next_file_is_read(child: ReadingChild) -> None:
    first = child.read_delivery([("a.txt", b"Hei")], BRIDGES)
    assert child._process is not None
    child._process.kill()
    child._process.wait()
    assert child.read_delivery([("a.txt", b"Hei")], BRIDGES) == first


def test_a_file_that_takes_too_long_is_stopped_and_named() -> None:
    with ReadingChild(Limits(wall_seconds=0)) as child:
        (read,) = child.read_delivery([("treg.txt", b"Hei")], BRIDGES)
        assert (read.file, read.kind, read.flags[0]) == ("treg.txt", "unreadable", "reader-stopped")


def test_a_document_may_take_so_much_processor_time_and_no_more() -> None:
    slow = word(p("Vi mener det. ") * 60_000)
    with ReadingChild(Limits(cpu_seconds=0)) as child:
        (read,) = child.read_delivery([("treg.docx", slow)], BRIDGES)
        assert read.flags[0] == "reader-stopped"
        (small,) = child.read_delivery([("liten.txt", b"Hei")], BRIDGES)
        assert small.kind == "letter"


def test_a_file_that_needs_too_much_memory_stops_no_other() -> None:
    big = word(p("x y " * 2_000_000) * 4)
    with ReadingChild(Limits(memory_bytes=160 << 20)) as child:
        (read,) = child.read_delivery([("stor.docx", big)], BRIDGES)
        (small,) = child.read_delivery([("liten.txt", b"Hei")], BRIDGES)
    assert read.kind == "unreadable"
    assert set(read.flags) & {"reader-stopped", "too-big"}
    assert small.kind == "letter"


def test_an_answer_that_is_more_than_values_is_refused() -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return print, ("nei",)

    for answer in (pickle.dumps((Evil(),)), pickle.dumps(["ikke en fil"]), b"", b"\x80\x05."):
        with pytest.raises(pickle.UnpicklingError):
            _only_values(answer)


OUTWARD = """
import socket, subprocess, sys
from innspill.adapters.confinement import close_network, limit_memory
if not close_network():
    sys.exit(77)
limit_memory(512 << 20)
for kind in (socket.AF_INET, socket.AF_INET6):
    try:
        socket.socket(kind, socket.SOCK_STREAM)
    except PermissionError:
        print("closed")
socket.socket(socket.AF_UNIX).close()
inner = [sys.executable, "-c", "import socket; socket.socket()"]
print("inherited" if b"PermissionError" in subprocess.run(inner, capture_output=True).stderr else "open")
try:
    with open(sys.argv[1], "w") as target:
        target.write("x")
except OSError:
    print("nothing written")
"""


def test_what_reads_strangers_files_reaches_no_network_and_writes_nothing(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    place = tmp_path_factory.mktemp("out") / "x"
    command = [sys.executable, "-c", OUTWARD, str(place)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == 77:
        pytest.skip("this machine has no seccomp filter for its processor")
    assert done.stdout.split("\n")[:4] == ["closed", "closed", "inherited", "nothing written"]
    assert not place.exists() or place.read_bytes() == b""
