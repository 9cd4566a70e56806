"""Reading forms against the limit and against the common converters, in turns in one run.

A number of documents per second says as much about the machine as about the reader. Therefore all
read the same files in the same round, and what counts is the ratio. Aims: 0.6 of the limit; 25
times docx2python, 30 times mammoth, 60 times markitdown. docs/peers.md says what each of them
loses of what Innspill keeps. The limit is to unpack the parts that bear text, styles and numbers,
to parse each with lxml and to pass over it once.
"""

from __future__ import annotations

import gc
import io
import re
import statistics
import sys
import time
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable

from lxml import etree

from forms import LONG, forms
from innspill.stages.reading.core.files import read_file
from peers import PEERS, usable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT_AND_NOTES = re.compile(r"word/(document|footnotes)\.xml")
ALL_OF_IT = re.compile(
    r"word/(document|footnotes|endnotes|comments|styles|numbering|header\d*|footer\d*)\.xml|.*\.rels"
)
OURS, LIMIT, STRICT_LIMIT = "Innspill", "limit", "limit of text and notes alone"
ROUNDS, SLOW_MS = 35, 30
AIMS = {"docx2python": 25, "mammoth": 30, "markitdown": 60}
Times = dict[tuple[str, str], dict[int, float]]


def main() -> int:
    """Time all readers on all forms and print the table; exit code 1 where ours failed."""
    files = forms()
    readers, left_out = _readers(files[LONG])
    times = _time(readers, files)
    print(f"{len(files)} forms, of them “{LONG}” with {_size(files[LONG])} kB of document.xml")
    print(f"{'':<52}{'all forms':>18}{'':>4}{'the three pages':>18}")
    print(f"{'':<52}{'docs/s':>8}{'× faster':>10}{'':>4}{'docs/s':>8}{'× faster':>10}")
    for name in readers:
        print(f"{name:<52}{_columns(times, name, list(files))}    {_columns(times, name, [LONG])}")
    for name, why in left_out.items():
        print(f"{name:<52}left out: {why}")
    _print_aims(times, readers, list(files))
    return 0


def _readers(sample: bytes) -> tuple[dict[str, Callable[[bytes], object]], dict[str, str]]:
    """Who is timed, and who cannot be, with the reason."""
    readers: dict[str, Callable[[bytes], object]] = {
        LIMIT: lambda data: _unzip_and_pass(data, ALL_OF_IT),
        STRICT_LIMIT: lambda data: _unzip_and_pass(data, TEXT_AND_NOTES),
        OURS: lambda data: read_file("svar.docx", data),
    }
    left_out = {}
    for peer in PEERS:
        why = usable(peer, sample)
        if why:
            left_out[peer.name] = why
        else:
            mode, read = next(iter(peer.modes.items()))
            readers[f"{peer.name} {peer.version} ({mode})"] = read
    return readers, left_out


def _time(readers: dict[str, Callable[[bytes], object]], files: dict[str, bytes]) -> Times:
    """Milliseconds of the processor, by reader and file, for each round that it was in.

    Time of the processor and not of the clock, so that others at work on the machine change little.
    The slow take part in every fifth round. Each begins with nothing to clear up, and nobody pays
    for looking through what the other libraries hold in memory.
    """
    times: Times = defaultdict(dict)
    gc.collect()
    gc.freeze()
    for at in range(ROUNDS):
        for file, data in files.items():
            for name, read in readers.items():
                found = times[name, file]
                if at % 5 and found[0] > SLOW_MS:
                    continue
                gc.collect()
                start = time.process_time()
                read(data)
                found[at] = (time.process_time() - start) * 1000
    return times


def _ratio(times: Times, name: str, files: list[str]) -> float:
    """How many times as fast Innspill is as `name`: the median of the rounds that both were in."""
    rounds = set.intersection(*(set(times[name, file]) for file in files))
    return statistics.median(
        sum(times[name, file][at] for file in files) / sum(times[OURS, file][at] for file in files)
        for at in rounds
    )


def _columns(times: Times, name: str, files: list[str]) -> str:
    """Documents per second, and how many times as fast Innspill is."""
    total = sum(statistics.median(times[name, file].values()) for file in files)
    return f"{1000 * len(files) / total:>8.0f}{_ratio(times, name, files):>10.2f}"


def _print_aims(times: Times, readers: Iterable[str], files: list[str]) -> None:
    for limit in (LIMIT, STRICT_LIMIT):
        share = _ratio(times, limit, files)
        print(f"Innspill : {limit:<30}{share:>6.2f}   aim 0.60   {_verdict(share >= 0.6)}")
    for name in readers:
        peer = name.split(" ", 1)[0]
        ratio = _ratio(times, name, files)
        if peer in AIMS:
            print(f"Innspill : {peer:<14}{ratio:>7.1f}   aim {AIMS[peer]}     ", end="")
            print(_verdict(ratio >= AIMS[peer]))
        elif peer == "office-oxide":
            print(f"Innspill : {peer:<14}{ratio:>7.2f}   (Rust; no aim)")


def _verdict(reached: bool) -> str:
    return "reached" if reached else "not reached"


def _unzip_and_pass(data: bytes, parts: re.Pattern[str]) -> int:
    """Unpack the parts, parse each, and gather its text in one filtered pass."""
    size = 0
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in package.namelist():
            if parts.fullmatch(part):
                root = etree.fromstring(package.read(part))
                size += sum(len(node.text or "") for node in root.iter(W + "t", W + "p"))
    return size


def _size(data: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.getinfo("word/document.xml").file_size // 1024


if __name__ == "__main__":
    sys.exit(main())
