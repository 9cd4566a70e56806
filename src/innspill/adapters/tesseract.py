"""Tesseract, the program that recognises text in pictures, where it is installed.

It is called with the picture on standard input and gives words on standard output: nothing is
written. It runs on one thread, with an environment of its own, for a limited time.
"""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import subprocess

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.tools import SECONDS_FOR_A_PAGE, Recognised, Recogniser

_PROGRAM = "tesseract"
_NORWEGIAN = ("nor", "nno", "sme")
_OTHER = "eng"
_COLUMNS = 12
_WORD = "5"
_SECONDS_TO_ASK = 10
_PATHS = ("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH", "SYSTEMROOT")


@functools.cache
def tesseract() -> Recogniser | None:
    """Tesseract with Norwegian, or with English where Norwegian is not installed, or None.

    Its name says what it reads with: "tesseract 5.3.0 nor".
    """
    program = shutil.which(_PROGRAM)
    if program is None:
        return None
    languages = _languages(program)
    if not languages:
        return None
    version = (_asked(program, "--version").split() or ["", "?"])[1]
    chosen = "+".join(languages)
    return Recogniser(f"{_PROGRAM} {version} {chosen}", functools.partial(_words, program, chosen))


def _languages(program: str) -> tuple[str, ...]:
    installed = set(_asked(program, "--list-langs").split())
    norwegian = tuple(language for language in _NORWEGIAN if language in installed)
    if "nor" in norwegian:
        return norwegian
    return (_OTHER,) if _OTHER in installed else ()


def _more_time() -> None:
    """Time of its own for the program: the reader's own limit would stop it at once."""
    import resource

    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    wanted = SECONDS_FOR_A_PAGE + 1
    soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


_BEFORE = _more_time if os.name == "posix" else None


def _asked(program: str, question: str) -> str:
    """What the program says of itself, or nothing."""
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        done = subprocess.run(  # noqa: S603 -- the program found, a fixed question
            [program, question], capture_output=True, timeout=_SECONDS_TO_ASK,
            check=True, env=_environment(), preexec_fn=_BEFORE,
        )  # fmt: skip
        return (done.stdout or done.stderr).decode("utf-8", "replace")
    return ""


def _words(program: str, languages: str, png: bytes, dpi: int) -> tuple[Recognised, ...]:
    """The words in the picture, in reading order."""
    command = [
        program, "stdin", "stdout", "--psm", "3", "--oem", "1", "-l", languages,
        "--dpi", str(dpi), "-c", "tessedit_create_tsv=1",
    ]  # fmt: skip
    try:
        done = subprocess.run(  # noqa: S603 -- the program found, the picture is on its input
            command, input=png, capture_output=True, timeout=SECONDS_FOR_A_PAGE,
            check=True, env=_environment(), preexec_fn=_BEFORE,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise Unreadable("needs-ocr", "Recognising the text of a page took too long.") from error
    except (OSError, subprocess.SubprocessError) as error:
        raise Unreadable("needs-ocr", "The text of a page could not be recognised.") from error
    return words_in(done.stdout.decode("utf-8", "replace"))


def _environment() -> dict[str, str]:
    """Just enough to find the program and its data; one thread, so that results are the same."""
    kept = {name: os.environ[name] for name in _PATHS if name in os.environ}
    return kept | {"OMP_THREAD_LIMIT": "1", "LC_ALL": "C"}


def words_in(tsv: str) -> tuple[Recognised, ...]:
    """The words of Tesseract's table of results. Rows that are no words, or broken, are left out.

    Columns: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
    """
    found: list[Recognised] = []
    lines: dict[tuple[str, ...], int] = {}
    paragraphs: dict[tuple[str, ...], int] = {}
    for row in tsv.split("\n"):
        cells = row.rstrip("\r").split("\t", _COLUMNS - 1)
        if len(cells) != _COLUMNS or cells[0] != _WORD or not cells[11].strip():
            continue
        try:
            left, top, width, height = (int(cell) for cell in cells[6:10])
            confidence = round(float(cells[10]))
        except (ValueError, OverflowError):
            continue
        line = lines.setdefault(tuple(cells[1:5]), len(lines))
        paragraph = paragraphs.setdefault(tuple(cells[1:4]), len(paragraphs))
        sure = min(max(confidence, 0), 100)
        found.append(
            Recognised(
                cells[11].strip(), left, top, left + width, top + height, sure, line, paragraph
            )
        )
    return tuple(found)
