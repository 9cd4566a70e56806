"""`received.csv`: when each file came; a damaged one is refused with its line."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from innspill.pipeline.received import read_received
from innspill.shared.errors import BadInput

HEAD = "file,received_at,channel,sender\n"


def received(folder: Path, text: str | bytes) -> dict[str, object]:
    path = folder / "received.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return {**read_received(path, "Europe/Oslo")}


def test_a_folder_without_the_file_says_nothing_about_receipt(tmp_path):
    assert read_received(tmp_path / "received.csv", "Europe/Oslo") == {}


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2026-07-01T12:00:00+02:00", datetime(2026, 7, 1, 10, tzinfo=UTC)),
        ("2026-07-01T10:00:00Z", datetime(2026, 7, 1, 10, tzinfo=UTC)),
        ("2026-07-01 12:00", datetime(2026, 7, 1, 10, tzinfo=UTC)),
        ("2026-01-31", datetime(2026, 1, 30, 23, tzinfo=UTC)),
        ("01.07.2026 kl. 12.00", datetime(2026, 7, 1, 10, tzinfo=UTC)),
        ("1.7.2026", datetime(2026, 6, 30, 22, tzinfo=UTC)),
    ],
)
def test_times_are_understood_as_people_write_them_here(tmp_path, written, instant):
    found = received(tmp_path, f"{HEAD}svar.docx,{written},email,Lier kommune\n")
    assert found["svar.docx"].received_at == instant
    assert (found["svar.docx"].channel, found["svar.docx"].sender) == ("email", "Lier kommune")


def test_what_excel_saves_in_norway_is_read_too(tmp_path):
    text = "\ufefffile;received_at;channel;sender\r\nså fint.docx;;;\r\n"
    found = received(tmp_path, text)
    assert found["så fint.docx"].received_at is None
    assert found["så fint.docx"].channel == "folder"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name,when\na,b\n", "line 1: the column file is missing"),
        (f"{HEAD}a.txt,igår,email,x\n", "line 2: 'igår' is no time"),
        (f"{HEAD}a.txt,,email,x\nb.txt,2026-13-01,email,y\n", "line 3: '2026-13-01' is no time"),
        (f"{HEAD}a.txt,,email\n", "line 2: has not as many fields"),
        (f"{HEAD}a.txt,,email,x,y\n", "line 2: has not as many fields"),
        (f"{HEAD},,email,x\n", "line 2: names no file"),
        (f"{HEAD}a.txt,,email,x\na.txt,,email,y\n", "line 3: 'a.txt' has a line already"),
        (b"file,received_at\nb\xe5.txt,\n", "is not UTF-8 text"),
        (f'{HEAD}"a.txt,,email,x\n', "is no sound CSV"),
        ("", "the column file is missing"),
    ],
)
def test_a_damaged_file_is_refused_with_its_line(tmp_path, text, says):
    with pytest.raises(BadInput, match=r"received\.csv") as refused:
        received(tmp_path, text)
    assert says in str(refused.value)
