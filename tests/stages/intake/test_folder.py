"""The folder channel: what is in the folder comes in the order in which it was received."""

from __future__ import annotations

from pathlib import Path

import pytest

from innspill.pipeline.folder import waiting_in
from innspill.shared.errors import BadInput


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "c.txt", ".skjult"):
        (tmp_path / name).write_text(name)
    (tmp_path / "undermappe").mkdir()
    return tmp_path


def test_without_received_csv_files_come_by_name_and_without_a_time(folder: Path) -> None:
    found = waiting_in(folder)
    assert [file.path.name for file in found] == ["a.txt", "b.txt", "c.txt"]
    assert {file.arrival.received_at for file in found} == {None}


def test_received_csv_gives_time_channel_and_sender(folder: Path) -> None:
    (folder / "received.csv").write_text(
        "file,received_at,channel,sender\n"
        "c.txt,2026-03-01T10:00:00+01:00,email,Granmo kommune\n"
        "a.txt,2026-03-01T09:30:00Z,upload,\n"
    )
    found = waiting_in(folder)
    assert [file.path.name for file in found] == ["c.txt", "a.txt", "b.txt"]
    assert (found[0].arrival.channel, found[0].arrival.sender) == ("email", "Granmo kommune")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("navn,tid\na.txt,i går\n", "column file"),
        ("file,received_at\na.txt,i går\n", "line 2"),
    ],
)
def test_a_received_csv_with_an_error_says_what_and_where(
    folder: Path, text: str, said: str
) -> None:
    (folder / "received.csv").write_text(text)
    with pytest.raises(BadInput, match=said) as refused:
        waiting_in(folder)
    assert "received.csv" in str(refused.value)


def test_a_folder_that_is_not_there_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such folder"):
        waiting_in(tmp_path / "finnes-ikke")
