"""The archive package: complete, the same each time, and able to prove it."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from innspill.shared.errors import BadInput
from innspill.shared.values import sha256_of
from innspill.stages.handover.core.checking import check_package
from innspill.stages.handover.core.package import build_package
from innspill.stages.handover.core.values import Original

FILES = {"responses.jsonl": b"{}\n", "report/report.docx": b"word", "definition.yaml": b"a: 1\n"}
LETTER = Original("../../etc/passwd", b"svar", "text/plain", "2024-05-30T10:00Z", "M-1", ("7",))
AGAIN = Original("høringssvar.txt", b"svar", "text/plain", None, "M-2", ())


def made(**changes: object) -> tuple[bytes, dict[str, object]]:
    known = {
        "case_number": "24/17", "title": "Prøve", "originals": [LETTER, AGAIN], "files": FILES,
        "made_at": "2024-06-04T00:30+02:00", "checkpoint": "innspill\n7\nabc\n",
    }  # fmt: skip
    return build_package(**(known | changes))  # type: ignore[arg-type]


def changed(data: bytes, path: str, new: bytes | None) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as archive:
        for entry in old.infolist():
            if entry.filename != path:
                archive.writestr(entry, old.read(entry))
        if new is not None:
            archive.writestr(path, new)
    return buffer.getvalue()


def test_a_package_as_it_was_made_has_no_faults() -> None:
    assert check_package(made()[0]) == ()


def test_equal_input_gives_equal_bytes_in_whatever_order_it_came() -> None:
    turned = dict(reversed(FILES.items()))
    assert made()[0] == made(originals=[AGAIN, LETTER], files=turned)[0]


def test_no_name_of_a_sender_becomes_a_path() -> None:
    data, manifest = made()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
    assert f"originals/{sha256_of(b'svar')}" in names
    assert not any("passwd" in name or ".." in name or name.startswith("/") for name in names)
    assert "../../etc/passwd" in json.dumps(manifest)


def test_equal_bytes_are_stored_once_but_every_arrival_is_listed() -> None:
    data, manifest = made()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert sum(name.startswith("originals/") for name in archive.namelist()) == 1
    listed = manifest["originals"]
    assert isinstance(listed, list)
    assert {line["delivery"] for line in listed} == {"M-1", "M-2"}


def test_the_list_can_be_checked_without_innspill(tmp_path: Path) -> None:
    if shutil.which("sha256sum") is None:
        pytest.skip("sha256sum is not installed")
    with zipfile.ZipFile(io.BytesIO(made()[0])) as archive:
        archive.extractall(tmp_path)
    done = subprocess.run(
        ["sha256sum", "-c", "--strict", "manifest.sha256"], cwd=tmp_path, check=False,
        capture_output=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("path", "new", "what"),
    [
        ("responses.jsonl", b"{...}\n", "is changed"),
        ("responses.jsonl", None, "is missing"),
        ("smuggled.txt", b"x", "is not on the list"),
        ("manifest.sha256", None, "is missing"),
        ("manifest.json", b"[]", "cannot be read as a manifest"),
        ("manifest.sha256", b"rubbish", "no checksum"),
    ],
)
def test_whatever_is_tampered_with_is_found(path: str, new: bytes | None, what: str) -> None:
    faults = check_package(changed(made()[0], path, new))
    assert any(fault.path == path and what in fault.what for fault in faults), faults


def test_a_damaged_zip_is_told_in_one_line() -> None:
    with pytest.raises(BadInput, match="not a ZIP file"):
        check_package(b"no zip at all")
    data = bytearray(made(files={"long.txt": b"abc" * 999})[0])
    at = data.index(b"long.txt") + 12
    data[at] ^= 0xFF
    assert check_package(bytes(data)) != ()


@pytest.mark.parametrize(
    "path", ["../up", "/root", "a//b", "manifest.json", "originals/x", "a\\b", ""]
)
def test_a_path_that_could_lead_out_of_the_package_is_refused(path: str) -> None:
    with pytest.raises(BadInput):
        made(files={path: b""})
