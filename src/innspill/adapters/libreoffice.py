"""LibreOffice as the converter: documents of other programs into .docx or PDF, nothing in them run.

Each document is converted by a process of its own, with a profile made for it: macros and links
off, no Java, the network turned to a port where nobody answers. It has a ceiling on time, memory
and what it writes, no environment but its own folder, and that folder is removed in all cases.
Converting the same document again gives the same text; the times that LibreOffice writes into it
are those of the moment (formats/converted.py leaves them out).
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.tools import SECONDS_TO_CONVERT, Converter

_USUAL_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/usr/local/bin/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_PLACES_OF_SOCKETS = ("/tmp", "/var/tmp")  # noqa: S108 -- where LibreOffice puts it
_SECONDS_TO_ANSWER = 20
_MOST_MEMORY = 2 << 30
_MOST_WRITTEN = 256 << 20
_LARGEST = 64 << 20
"""In bytes: a document that is larger is no response, and no decision."""
_FILTERS = {
    ".docx": "docx:MS Word 2007 XML",
    ".pdf": "pdf:writer_pdf_Export:"
    + json.dumps(
        {
            option: {"type": "boolean", "value": value}
            for option, value in (
                ("UseTaggedPDF", "true"),
                ("PDFUACompliance", "true"),
                ("ExportNotes", "false"),
                ("ExportNotesInMargin", "false"),
                ("ExportFormFields", "false"),
            )
        }
    ),
}
"""What is written; a PDF with tags, for those who do not see it, and without comments."""
_READ_AS = {
    ".doc": ("MS Word 97", "MS Word 95", "MS WinWord 6.0", "MS WinWord 5"),
    ".docx": ("MS Word 2007 XML",),
    ".docm": ("MS Word 2007 XML VBA",),
    ".odt": ("writer8",),
    ".fodt": ("OpenDocument Text Flat XML",),
    ".rtf": ("Rich Text Format",),
    ".wps": ("MS_Works",),
    ".wpd": ("WordPerfect",),
    ".lwp": ("LotusWordPro",),
    ".sxw": ("StarOffice XML (Writer)",),
    ".sdw": ("StarOffice_Writer",),
    ".abw": ("AbiWord",),
    ".pages": ("Apple Pages",),
}
"""What files with each ending are read as, tried in turn.

Left to itself, LibreOffice takes what it cannot make out for plain text, and damage for an answer.
"""
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Writer/Content/Update", "Field", "false"),
    ("Office.Calc/Content/Update", "Link", "2"),
    ("Office.Java/VirtualMachine", "Enable", "false"),
    ("Office.Recovery/RecoveryInfo", "Enabled", "false"),
    ("Office.Recovery/AutoSave", "Enabled", "false"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetNoProxy", ""),
)
"""What the profile says: no macro is run, no link followed, nothing asked of the network."""


def libreoffice() -> Converter | None:
    """LibreOffice, named with its version; None where it is not installed.

    On Windows there is none: what keeps the program within its limits is not to be had there.
    """
    program = _program() if os.name == "posix" else None
    if program is None:
        return None
    office = Office(program)
    return Converter(functools.partial(_name, program), office.to_docx, office.to_pdf)


@dataclass(frozen=True, slots=True)
class Office:
    """LibreOffice at `program`, given so many seconds a document."""

    program: str
    seconds: float = SECONDS_TO_CONVERT

    def to_docx(self, data: bytes, ending: str) -> bytes:
        """The document `data`, of the kind that files with that `ending` are, as .docx.

        Raises `Unreadable` with the code needs-conversion where it cannot be done.
        """
        return self._made(data, ending, ".docx")

    def to_pdf(self, data: bytes, ending: str) -> bytes:
        """As `to_docx`, as a PDF with tags and without comments."""
        return self._made(data, ending, ".pdf")

    def _made(self, data: bytes, ending: str, into: str) -> bytes:
        with _may_write(), tempfile.TemporaryDirectory(
            prefix="innspill-convert-", ignore_cleanup_errors=True
        ) as name:  # fmt: skip
            folder = Path(name)
            try:
                return self._converted(folder, data, ending, into)
            except OSError as error:
                raise _failed(f"could not be converted ({error.strerror})") from error
            finally:
                _remove_socket(folder)

    def _converted(self, folder: Path, data: bytes, ending: str, into: str) -> bytes:
        source, target = folder / f"input{ending}", folder / "out"
        source.write_bytes(data)
        target.mkdir()
        _write_profile(_profile(folder))
        made = target / f"input{into}"
        deadline = time.monotonic() + self.seconds
        for read_as in _READ_AS.get(ending, ()):
            options = [
                "--headless", "--norestore", "--nolockcheck", "--nodefault",
                "--nofirststartwizard", f"--infilter={read_as}",
                f"-env:UserInstallation={_profile(folder).as_uri()}",
                "--convert-to", _FILTERS[into], "--outdir", str(target), str(source),
            ]  # fmt: skip
            self._run(folder, options, deadline)
            if made.is_file():
                break
        else:
            raise _failed("could not be opened by LibreOffice")
        if made.stat().st_size > _LARGEST:
            raise _failed("becomes too large when it is converted")
        return made.read_bytes()

    def _run(self, folder: Path, options: list[str], deadline: float) -> None:
        process = subprocess.Popen(  # noqa: S603 -- a program found on this machine, our own options
            [self.program, *options],
            cwd=folder,
            env=_environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_limited,  # noqa: PLW1509 -- sets limits, nothing that a thread could hold
        )
        try:
            process.wait(max(deadline - time.monotonic(), 0))
        except subprocess.TimeoutExpired as error:
            raise _failed("took too long to convert and was stopped") from error
        finally:
            # Whatever it started goes with it, also where it ended by itself.
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _failed(what: str) -> Unreadable:
    return Unreadable(
        "needs-conversion",
        f"The file {what}; save it as .docx or .pdf and register it again.",
    )


def _program() -> str | None:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _USUAL_PLACES if Path(place).is_file()), None)


@functools.cache
def _name(program: str) -> str:
    """The program's name with its version ("LibreOffice 7.4.7.2")."""
    with _may_write(), tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        try:
            said = subprocess.run(  # noqa: S603 -- a program found on this machine
                [program, f"-env:UserInstallation={Path(folder).as_uri()}", "--version"],
                env=_environment(Path(folder)),
                capture_output=True,
                timeout=_SECONDS_TO_ANSWER,
                check=False,
            ).stdout.decode("utf-8", "replace")
        except (OSError, subprocess.TimeoutExpired):
            said = ""
    return " ".join(said.split()[:2]) or "LibreOffice"


def _profile(folder: Path) -> Path:
    return folder / "profile"


def _remove_socket(folder: Path) -> None:
    """Remove the socket that a stopped LibreOffice leaves behind, outside its own folder.

    It is named by a digest of the profile's address, in digits without leading zeros.
    """
    address = _profile(folder).as_uri().encode("utf-16-le")
    digest = hashlib.md5(address, usedforsecurity=False).digest()
    name = f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{''.join(f'{byte:x}' for byte in digest)}"
    for place in _PLACES_OF_SOCKETS:
        with contextlib.suppress(OSError):
            (Path(place) / name).unlink()


def _environment(folder: Path) -> dict[str, str]:
    """All that the program is told of the world: no secrets, and its own folder as home."""
    return {
        "PATH": os.defpath,
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LC_ALL": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
    }


def _write_profile(folder: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>\n"
        for path, name, value in _SETTINGS
    )
    user = folder / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
        f"{items}</oor:items>\n",
        encoding="utf-8",
    )


@contextlib.contextmanager
def _may_write() -> Iterator[None]:
    """Let this process write for a while: where it reads strangers' files, it may not."""
    try:
        import resource
    except ImportError:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    _set_soft(resource.RLIMIT_FSIZE, _MOST_WRITTEN)
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _limited() -> None:
    """The limits of the program that converts, set in its process before it starts."""
    try:
        import resource
    except ImportError:
        return
    _set_soft(resource.RLIMIT_FSIZE, _MOST_WRITTEN)
    _set_soft(resource.RLIMIT_DATA, _MOST_MEMORY)
    _set_soft(resource.RLIMIT_CPU, 2 * SECONDS_TO_CONVERT)
    _set_soft(resource.RLIMIT_CORE, 0)
    _raise_to_hard(resource.RLIMIT_AS)


def _set_soft(kind: int, most: int) -> None:
    """Set the soft limit of `kind` to `most`, as far as the hard one allows."""
    import resource

    hard = resource.getrlimit(kind)[1]
    allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(kind, (allowed, hard))


def _raise_to_hard(kind: int) -> None:
    import resource

    hard = resource.getrlimit(kind)[1]
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(kind, (hard, hard))
