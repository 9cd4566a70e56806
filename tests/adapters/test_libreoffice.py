"""LibreOffice as the converter: ticks right, nothing run or fetched, nothing left behind."""

from __future__ import annotations

import json
import os
import shutil
import socket
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from innspill.adapters.libreoffice import Office, libreoffice
from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.tools import Converter, Tools
from innspill.stages.reading.core.values import FileRead
from tests.core.reading.blocks.open_document import NAMESPACES
from tests.core.reading.blocks.test_shared_forms import ticked

FORMS = ("legacy-fields", "content-controls")


@pytest.fixture(scope="module")
def converter() -> Converter:
    found = libreoffice()
    if found is None:
        pytest.skip("LibreOffice is not installed")
    return found


@pytest.fixture(scope="module")
def office(converter: Converter) -> Office:
    office = getattr(converter.to_docx, "__self__", None)
    assert isinstance(office, Office)
    return office


@pytest.fixture(scope="module")
def old_forms(
    office: Office, shared_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    """The shared forms as old Word documents, saved by LibreOffice."""
    folder = tmp_path_factory.mktemp("old")
    forms = [str(shared_folder / "forms" / f"{name}.docx") for name in FORMS]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [office.program, "--headless", profile, "--convert-to", "doc", "--outdir", folder, *forms],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return {name: (folder / f"{name}.doc").read_bytes() for name in FORMS}


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go during a test."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_it_is_named_with_its_version(converter: Converter) -> None:
    name, version = converter.name.split()
    assert name == "LibreOffice"
    assert version[0].isdigit()


@pytest.mark.shared
@pytest.mark.parametrize("name", FORMS)
def test_old_word_documents_keep_every_tick(
    name: str,
    old_forms: dict[str, bytes],
    converter: Converter,
    shared_folder: Path,
    own_folder: Path,
) -> None:
    def read() -> FileRead:
        (found,) = read_file("svar.doc", old_forms[name], Tools(converter=converter))
        return found

    truth = json.loads((shared_folder / "forms" / "truth.json").read_text("utf-8"))
    once = read()
    assert once.document is not None, once.problem
    assert (once.media_type, once.tools) == ("application/msword", (converter.name,))
    states = [state for _, state in ticked(once.document.blocks)]
    assert states == [state for at in sorted(truth["ticks"]) for state in truth["ticks"][at]]
    if name == FORMS[0]:
        assert read() == once, "the same bytes, the same reading"
    assert list(own_folder.iterdir()) == []


@pytest.fixture
def listener() -> Iterator[tuple[str, list[bytes]]]:
    """An address on this machine, and what was asked there."""
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    peer, _ = server.accept()
                except OSError:
                    return
                with peer:
                    asked.append(peer.recv(100))

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/", asked
        server.shutdown(socket.SHUT_RDWR)
    thread.join(5)


def test_no_link_is_followed_and_no_macro_run(
    converter: Converter, listener: tuple[str, list[bytes]], tmp_path: Path
) -> None:
    """LibreOffice with its usual settings asks for the picture when it converts this file."""
    address, asked = listener
    trace = tmp_path / "macro-was-here"
    document = f"""<?xml version="1.0"?>
<office:document {NAMESPACES} xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0"
 xmlns:ooo="http://openoffice.org/2004/office" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:scripts>
<office:script script:language="ooo:Basic"><ooo:libraries><ooo:library-embedded ooo:name="Standard">
<ooo:module ooo:name="M"><ooo:source-code>Sub Run
Open "{trace}" For Output As #1
Close #1
End Sub</ooo:source-code></ooo:module></ooo:library-embedded></ooo:libraries></office:script>
<office:event-listeners><script:event-listener script:language="ooo:script"
 script:event-name="dom:load" xlink:type="simple"
 xlink:href="vnd.sun.star.script:Standard.M.Run?language=Basic&amp;location=document"/>
</office:event-listeners></office:scripts><office:body><office:text><text:p>[x] Ja
<draw:frame text:anchor-type="as-char" svg:width="2cm" svg:height="2cm"><draw:image
 xlink:href="{address}bilde.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>
</draw:frame></text:p><text:section text:name="S"><text:section-source xlink:type="simple"
 xlink:href="{address}avsnitt.odt"/><text:p>avsnitt</text:p></text:section>
</office:text></office:body></office:document>"""
    converted = converter.to_docx(document.encode(), ".fodt")
    found = read_file("svar.docx", converted)[0].document
    assert found is not None
    assert [block.text.strip() for block in found.blocks] == ["☒ Ja", "avsnitt"]
    assert asked == []
    assert not trace.exists()


def test_what_is_no_document_is_told_in_one_sentence(
    converter: Converter, own_folder: Path
) -> None:
    with pytest.raises(
        Unreadable, match=r"^The file could not be opened by LibreOffice; .*\.$"
    ) as error:
        converter.to_docx(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 20, ".wps")
    assert error.value.code == "needs-conversion"
    assert list(own_folder.iterdir()) == []


def test_a_program_that_hangs_is_stopped_with_all_that_it_started(
    tmp_path: Path, own_folder: Path
) -> None:
    note = tmp_path / "child"
    program = tmp_path / "hangs"
    program.write_text(f"#!/bin/sh\nsleep 60 &\necho $! > {note}\nwait\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    with pytest.raises(Unreadable, match="took too long"):
        Office(str(program), seconds=1).to_docx(b"x", ".doc")
    assert not is_alive(int(note.read_text()))
    assert list(own_folder.iterdir()) == []


def is_alive(process: int) -> bool:
    """Whether the process still runs; one that was killed may take a moment to go."""
    for _ in range(50):
        try:
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return False
        if state == "Z":
            return False
        time.sleep(0.05)
    return True


def test_a_process_that_may_not_write_can_convert_and_may_not_write_afterwards(
    office: Office, shared_folder: Path
) -> None:
    """As the reading child is: no file written, little time, two gigabytes of memory."""
    code = (
        "import resource, sys\n"
        "for kind, soft, hard in ((resource.RLIMIT_FSIZE, 0, 1 << 30),\n"
        "    (resource.RLIMIT_CPU, 5, 600), (resource.RLIMIT_AS, 2 << 30, 2 << 30)):\n"
        "    resource.setrlimit(kind, (soft, hard))\n"
        "from innspill.adapters.libreoffice import Office\n"
        "made = Office(sys.argv[1]).to_docx(sys.stdin.buffer.read(), '.docx')\n"
        "print(made[:2], resource.getrlimit(resource.RLIMIT_FSIZE)[0])\n"
    )
    said = subprocess.run(
        [sys.executable, "-B", "-c", code, office.program],
        input=(shared_folder / "forms" / "glyphs.docx").read_bytes(),
        capture_output=True, timeout=120, check=False, env={**os.environ},
    )  # fmt: skip
    assert (said.stdout, said.returncode) == (b"b'PK' 0\n", 0), said.stderr


def test_a_program_that_is_gone_is_told_of(own_folder: Path) -> None:
    with pytest.raises(Unreadable, match="could not be converted"):
        Office(str(own_folder / "borte")).to_docx(b"x", ".doc")


def test_without_the_program_there_is_no_converter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr("innspill.adapters.libreoffice._USUAL_PLACES", ())
    assert libreoffice() is None
