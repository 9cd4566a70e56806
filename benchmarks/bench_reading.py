"""Reading a form against its limit: unzip the same parts and pass once over their XML.

Both are timed in turns in one run on the same files, in processor time of one core, so that what
else the machine does touches neither. The ratio is the limit's time over the reader's: 0.6 means
that reading everything with ticks, notes, lists, emphases and places costs two thirds as much
again as unpacking and parsing alone. For comparison, the last line has the ratio to a pass over
the document and its footnotes only, without the styles, lists and properties that are read too.
"""

from __future__ import annotations

import io
import statistics
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.formats.guard import Package

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT.parent / "shared" / "forms", ROOT / "samples")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT_PARTS = ("document.xml", "footnotes.xml")
ROUNDS = 40


def main() -> int:
    """Time each form and print the medians; exit code 1 where there are no forms."""
    forms = _forms()
    if not forms:
        print("no .docx forms found in ../shared/forms or samples/", file=sys.stderr)
        return 1
    print(f"{'form':<32}{'kB':>5}{'limit ms':>10}{'reading ms':>12}{'ratio':>7}")
    limits, readings, narrow = [], [], []
    for path in forms:
        limit, reading, text_only = _time(path.name, path.read_bytes())
        limits.append(limit)
        readings.append(reading)
        narrow.append(text_only)
        size = path.stat().st_size // 1024
        print(f"{path.name[:31]:<32}{size:>5}{limit:>10.2f}{reading:>12.2f}{limit / reading:>7.2f}")
    total, ours = sum(limits), sum(readings)
    print(f"{'all':<37}{total:>10.2f}{ours:>12.2f}{total / ours:>7.2f}")
    print(f"documents per second: limit {1000 * len(forms) / total:.0f}, ", end="")
    print(f"reading {1000 * len(forms) / ours:.0f}, ratio {total / ours:.2f} (aim 0.60 or more)")
    print(f"ratio to a pass over the document and its footnotes alone: {sum(narrow) / ours:.2f}")
    return 0


def _forms() -> list[Path]:
    """Those of the first folder that has any, but for what is damaged or locked on purpose."""
    for folder in FOLDERS:
        paths = sorted(folder.rglob("*.docx"))
        found = [p for p in paths if read_file(p.name, p.read_bytes())[0].document is not None]
        if found:
            return found
    return []


def _time(name: str, data: bytes) -> tuple[float, float, float]:
    """Median milliseconds of the limit, of reading, and of the text alone, measured in turns."""
    parts = _parts_read(name, data)
    texts = tuple(part for part in parts if part.endswith(TEXT_PARTS))
    limit: list[float] = []
    reading: list[float] = []
    text_only: list[float] = []
    for _ in range(ROUNDS):
        limit.append(_once(lambda: _unzip_and_pass(data, parts)))
        reading.append(_once(lambda: read_file(name, data)))
        text_only.append(_once(lambda: _unzip_and_pass(data, texts)))
    return statistics.median(limit), statistics.median(reading), statistics.median(text_only)


def _once(work: Callable[[], object]) -> float:
    start = time.thread_time()
    work()
    return (time.thread_time() - start) * 1000


def _parts_read(name: str, data: bytes) -> tuple[str, ...]:
    """The parts that the reader opens in this document: what the limit has to open too."""
    opened: list[str] = []
    read = Package.read

    def watched(package: Package, part: str, *limit: int) -> bytes:
        opened.append(part)
        return read(package, part, *limit)

    Package.read = watched  # type: ignore[method-assign]
    try:
        read_file(name, data)
    finally:
        Package.read = read  # type: ignore[method-assign]
    return tuple(dict.fromkeys(opened))


def _unzip_and_pass(data: bytes, parts: tuple[str, ...]) -> int:
    """Unpack the parts, parse each, and gather its text in one filtered pass."""
    size = 0
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in parts:
            root = etree.fromstring(package.read(part))
            size += sum(len(node.text or "") for node in root.iter(W + "t", W + "p"))
    return size


if __name__ == "__main__":
    sys.exit(main())
