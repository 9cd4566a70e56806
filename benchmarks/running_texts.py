"""Running text that was not written to measure the finder: what lies here, and what any Debian has.

Each source by itself, so that a reader sees what the pages are. What is absent is said to be.
"""

from __future__ import annotations

import gzip
import json
import sysconfig
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_SHARED = ROOT.parent / "shared"
_READ = frozenset({".yaml", ".md", ".csv", ".html", ".txt", ".typ", ".json", ".jsonl"})
_MOST = 1_000_000
"""Characters of one source of the machine, and of one file, at most: enough, and quick."""


def sample_texts() -> Iterator[str]:
    """All text of the samples and the papers of this repository that a person can read."""
    yield from _files(ROOT / "samples", leaving="personal_data")
    yield from _files(ROOT / "docs")


def running_texts() -> Iterator[tuple[str, Iterable[str]]]:
    """The sources by name, and their texts; of an absent one there are none."""
    yield "samples", _files(ROOT / "samples", leaving="personal_data")
    hearings = sorted((ROOT / "evaluation" / "hearings").glob("*/responses"))
    yield "labelled hearings", chain.from_iterable(map(_files, hearings))
    yield "docs", _files(ROOT / "docs")
    yield "shared guides", _files(_SHARED / "guides")
    yield "shared seeds", _files(_SHARED / "seeds")
    for path in sorted((_SHARED / "data").glob("*.jsonl")):
        yield f"shared data, {path.stem}", _records(path)
    yield "licences of the machine", _some(Path("/usr/share/common-licenses").glob("*"))
    documented = Path("/usr/share/doc")
    yield "changelogs of the machine", _some(sorted(documented.glob("*/changelog*")))
    yield "copyright files of the machine", _some(sorted(documented.glob("*/copyright")))
    yield "PostgreSQL's docs", _some(sorted(documented.glob("postgresql*/**/*.html")))
    library = Path(sysconfig.get_path("stdlib"))
    yield "Python's own library", _some(sorted(library.glob("*.py")))


def _files(folder: Path, *, leaving: str = "") -> Iterator[str]:
    for path in sorted(folder.glob("**/*")):
        if path.is_file() and path.suffix in _READ and path.parent.name != leaving:
            yield _text(path)


def _records(path: Path) -> Iterator[str]:
    """Every string of at least a line in the records of a file."""
    with path.open(encoding="utf-8", errors="replace") as lines:
        left = _MOST
        for line in lines:
            text = "\n".join(_strings(json.loads(line)))
            left -= len(text)
            yield text
            if left <= 0:
                return


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def _some(paths: Iterable[Path]) -> Iterator[str]:
    """The texts of files until there is enough of them."""
    left = _MOST
    for path in paths:
        if left <= 0:
            return
        if path.is_file():
            text = _text(path)
            left -= len(text)
            yield text


def _text(path: Path) -> str:
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
        return file.read(_MOST).decode("utf-8", errors="replace")
