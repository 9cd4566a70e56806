"""Archives and mailbox files unpacked file by file, under limits, from where somebody was stopped."""

from __future__ import annotations

import mailbox
import struct
from email.message import EmailMessage
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from innspill.shared.errors import BadInput
from innspill.stages.reading.core import collected
from innspill.stages.reading.core.collected import Unpacked, contents_of, next_in


def all_in(path: Path, kind: str) -> list[Unpacked]:
    found, cursor = [], ""
    while (each := next_in(path, kind, cursor)) is not None:
        assert each.cursor != cursor
        found.append(each)
        cursor = each.cursor
    return found


def mail(number: int, body: str = "Hei.\n") -> bytes:
    message = EmailMessage()
    message["From"] = f"nr{number}@b.example"
    message["Message-ID"] = f"<{number}@b.example>"
    message.set_content(body)
    return message.as_bytes()


def boxed(path: Path, mails: list[bytes]) -> Path:
    box = mailbox.mbox(path, create=True)
    for each in mails:
        box.add(each)
    box.flush()
    box.close()
    return path


def packed(path: Path, files: dict[str, bytes]) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def test_each_file_of_a_zip_comes_with_its_name_and_bytes(tmp_path: Path) -> None:
    given = {"svar/å.docx": b"en", "svar/to.pdf": b"to", "svar/tom.txt": b""}
    path = packed(tmp_path / "svar.zip", {**given, "__MACOSX/x": b"x", "svar/Thumbs.db": b"x",
                                          "svar/.DS_Store": b"x", "received.csv": b"file\n"})  # fmt: skip
    found = all_in(path, "zip")
    assert {each.name: each.data for each in found} == given
    assert [each.problem for each in found] == ["", "", "empty"]
    assert [(each.done, each.total) for each in found] == [(1, 3), (2, 3), (3, 3)]


def test_each_mail_of_a_mailbox_comes_as_it_was(tmp_path: Path) -> None:
    mails = [mail(1), mail(2, "From her til der.\n\nFrom ham.\n"), mail(3, "Slutt.\n\n\n")]
    found = all_in(boxed(tmp_path / "post.mbox", mails), "mbox")
    assert [each.data for each in found] == mails
    assert all(each.is_mail and not each.problem for each in found)
    assert found[-1].done == found[-1].total == (tmp_path / "post.mbox").stat().st_size


def test_a_mailbox_from_windows_and_one_from_thunderbird_are_parted_too(tmp_path: Path) -> None:
    lines = [b"From - Sun Mar 01 19:47:37 2026", b"From: a@b", b"", b"Hei", b"",
             b"From - Sun Mar 01 19:47:38 2026", b"From: c@d", b"", b"Hallo", b""]  # fmt: skip
    path = tmp_path / "Innboks"
    path.write_bytes(b"\r\n".join(lines))
    assert [each.data for each in all_in(path, "mbox")] == [
        b"From: a@b\r\n\r\nHei\r\n", b"From: c@d\r\n\r\nHallo\r\n"]  # fmt: skip


def test_mails_longer_than_what_is_read_at_a_time_are_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mails = [mail(n, "x" * 60 + "\n" * n + "linje\n" * 300 * n) for n in range(1, 6)]
    path = boxed(tmp_path / "post.mbox", mails)
    for chunk in (1_500, 1_777, 4_096):
        monkeypatch.setattr(collected, "_CHUNK", chunk)
        assert [each.data for each in all_in(path, "mbox")] == mails


def test_one_that_is_too_big_is_passed_over_and_the_next_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collected, "_CHUNK", 2_000)
    monkeypatch.setattr(collected, "MOST", 5_000)
    path = boxed(tmp_path / "post.mbox", [mail(1), mail(2, "lang linje\n" * 3_000), mail(3)])
    found = all_in(path, "mbox")
    assert [each.problem for each in found] == ["", "too-big", ""]
    assert (found[0].data, found[2].data) == (mail(1), mail(3))
    zipped = packed(tmp_path / "a.zip", {"stor.txt": b"x" * 5_001, "liten.txt": b"x"})
    assert [each.problem for each in all_in(zipped, "zip")] == ["too-big", ""]


def test_a_mailbox_in_an_archive_gives_its_mails(tmp_path: Path) -> None:
    inner = boxed(tmp_path / "post.mbox", [mail(1), mail(2)]).read_bytes()
    path = packed(tmp_path / "alt.zip", {"Sendt/post.mbox": inner, "b.txt": b"b"})
    found = all_in(path, "zip")
    assert [each.data for each in found] == [mail(1), mail(2), b"b"]
    assert [each.is_mail for each in found] == [True, True, False]


def test_a_maildir_in_an_archive_gives_mails_and_not_what_was_half_written(tmp_path: Path) -> None:
    path = packed(tmp_path / "m.zip", {"Maildir/cur/17.M1P2.host:2,S": mail(1),
                                       "Maildir/new/18.M1P2.host": mail(2),
                                       "Maildir/tmp/19.M1P2.host": b"half"})  # fmt: skip
    assert [(each.data, each.is_mail) for each in all_in(path, "zip")] == [
        (mail(1), True), (mail(2), True)]  # fmt: skip


def test_names_that_lead_out_and_locked_and_damaged_members_are_told_and_the_rest_is_read(
    tmp_path: Path,
) -> None:
    path = packed(tmp_path / "v.zip", {"../ut.txt": b"a", "/rot.txt": b"a", "C:/x.txt": b"a",
                                       "låst.txt": b"hemmelig" * 9, "skadet.txt": b"tekst" * 99,
                                       "hel.txt": b"hel"})  # fmt: skip
    data = bytearray(path.read_bytes())
    with ZipFile(path) as archive:
        locked, broken = archive.getinfo("låst.txt"), archive.getinfo("skadet.txt")
    place = data.find(b"PK\x01\x02", data.find(b"skadet.txt") + 40)
    while data[place + 46 : place + 46 + 5] != "låst".encode():
        place = data.find(b"PK\x01\x02", place + 1)
    struct.pack_into("<H", data, place + 8, locked.flag_bits | 1)
    start = broken.header_offset + 30 + len(b"skadet.txt")
    data[start + 3] ^= 0xFF
    path.write_bytes(data)
    assert {each.name: each.problem for each in all_in(path, "zip")} == {
        "../ut.txt": "outside", "/rot.txt": "outside", "C:/x.txt": "outside",
        "låst.txt": "encrypted", "skadet.txt": "damaged", "hel.txt": ""}  # fmt: skip


def test_an_archive_that_lies_over_itself_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "b.zip", {"a.txt": b"x" * 10, "b.txt": b"x" * 10})
    data = bytearray(path.read_bytes())
    last = data.rfind(b"PK\x01\x02")
    struct.pack_into("<L", data, last + 42, 0)
    path.write_bytes(data)
    with pytest.raises(BadInput, match="without end"):
        contents_of(path, "zip")


@pytest.mark.parametrize(("name", "data"), [("a.zip", b"PK\x03\x04 nei"), ("a.mbox", b"From meg")])
def test_what_is_neither_is_told_in_one_sentence(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(BadInput, match=r"a\.(zip|mbox)"):
        contents_of(tmp_path / name, name.partition(".")[2])


def test_the_list_of_when_they_came_is_found_in_its_folder(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"svar/received.csv": "file\nå.txt\n".encode("utf-8-sig"),
                                       "svar/dypt/received.csv": b"annen", "svar/å.txt": b"a"})  # fmt: skip
    found = contents_of(path, "zip")
    assert (found.received, found.folder, found.total) == ("file\nå.txt\n", "svar", 1)
