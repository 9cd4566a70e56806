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
    "path", ["../up", "/root", "a//b", "manifest.json", "originals/x", "a\\b", ""]
)
def test_a_path_that_could_lead_out_of_the_package_is_refused(path: str) -> None:
    with pytest.raises(BadInput):
        made(files={path: b""})
