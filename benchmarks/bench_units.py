"""Search in a register of 1.1 million units: how quick, how right, how large, against peers.

The register is made by chance (`made_register`), and so are the names asked for, one kind of
writing after another. The search was tuned on seed 1; what is reported is of seed 1000, another
register, unless --tuning is given, and five kinds of writing were never looked at before. Peers in the same run: a LIKE scan over the same
names in SQLite, and rapidfuzz over all names in memory.

    python benchmarks/bench_units.py [--units N] [--each N] [--peers N] [--tuning]
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from rapidfuzz import fuzz, process

from innspill.adapters.unit_loading import load
from innspill.adapters.unit_register import LocalUnits
from innspill.adapters.unit_words import key_of
from innspill.shared.values import Certainty
from innspill.stages.register.core.names import fold
from innspill.stages.register.core.unit_match import candidates_from_units

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from made_register import HELD_OUT, SEEN, UNITS, Made, absent, asked, fits, register, write  # noqa: E402

TUNING = 1
REPORTED = 1000
OF_PUBLIC_BODIES = {"short form", "v/ section", "letterhead", "address first"}
PROMISED = 0.050
Question = tuple[str, str, Made | None]


def main() -> int:
    """Print the figures; exit code 1 where the search is slower than promised, or sure and wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--units", type=int, default=UNITS)
    parser.add_argument("--each", type=int, default=150)
    parser.add_argument("--peers", type=int, default=12)
    parser.add_argument("--tuning", action="store_true")
    given = parser.parse_args()
    seed = TUNING if given.tuning else REPORTED
    with TemporaryDirectory() as folder:
        wholes, parts = register(given.units, seed)
        path = _loaded(wholes, parts, Path(folder))
        questions = _questions(wholes, parts, given.each, seed)
        units = LocalUnits(path)
        units.named("Drammen kommune")
        slow = _search(units, questions)
        wrong = _candidates(units, questions, {unit.number: unit for unit in (*wholes, *parts)})
        _peers(path, questions, given.peers, seed)
    return 1 if slow or wrong else 0


def _loaded(wholes: list[Made], parts: list[Made], folder: Path) -> Path:
    files = [folder / "enheter.json.gz", folder / "underenheter.json.gz"]
    write(wholes, files[0], persons=len(wholes) // 20)
    write(parts, files[1])
    path = folder / "units.sqlite3"
    began = time.perf_counter()
    loaded = load(files, path, now=datetime.now(UTC))
    took, size = time.perf_counter() - began, path.stat().st_size / 1e6
    print(
        f"{loaded.units} units loaded in {took / 60:.1f} minutes, {size:.0f} MB; "
        f"{loaded.left_out} sole proprietors left out"
    )
    return path


def _questions(wholes: list[Made], parts: list[Made], each: int, seed: int) -> list[Question]:
    by_chance = Random(seed + 7)
    every = wholes + parts
    public = wholes[:420]
    questions: list[Question] = []
    for kind in SEEN if seed == TUNING else SEEN + HELD_OUT:
        source = public if kind in OF_PUBLIC_BODIES else every
        fitting = [unit for unit in source if fits(kind, unit)]
        for unit in by_chance.choices(fitting, k=each):
            questions.append((kind, asked(kind, unit, by_chance), unit))
    questions += [("not there", absent(by_chance), None) for _ in range(each)]
    return questions


def _search(units: LocalUnits, questions: list[Question]) -> bool:
    print(f"\n{'names as they are written':<26}{'first':>8}{'in 8':>8}{'p50 ms':>9}{'p95 ms':>9}")
    times: list[float] = []
    spent = time.process_time()
    for kind in dict.fromkeys(kind for kind, _, _ in questions):
        asked_now = [(name, unit) for each, name, unit in questions if each == kind]
        mine, first, eight = [], 0, 0
        for name, unit in asked_now:
            began = time.perf_counter()
            hits = units.named(name, most=8)
            mine.append(time.perf_counter() - began)
            if unit is None:
                first += not hits or hits[0].likeness < 85
                eight += not [hit for hit in hits if hit.likeness >= 85]
                continue
            right = [_is_it(hit.number, hit.name, unit) for hit in hits]
            first += right[:1] == [True]
            eight += any(right)
        times += mine
        count = len(asked_now)
        print(f"{kind:<26}{first / count:>8.1%}{eight / count:>8.1%}{_ms(mine, 50)}{_ms(mine, 95)}")
    spent = (time.process_time() - spent) / len(times) * 1000
    whole = f"all, search alone ({spent:.1f} ms of CPU)"
    print(f"{whole:<42}{_ms(times, 50)}{_ms(times, 95)}")
    return _percentile(times, 95) > PROMISED


def _candidates(units: LocalUnits, questions: list[Question], known: dict[str, Made]) -> int:
    """With what is known of names: how many are sure, and how many sure and wrong."""
    times: list[float] = []
    sure = wrong = anothers = first = eight = 0
    for _, name, unit in questions:
        began = time.perf_counter()
        found = candidates_from_units(name, None, units)
        times.append(time.perf_counter() - began)
        hits = [unit is not None and _is_it(hit.number, hit.name, unit) for hit in found]
        first += hits[:1] == [True]
        eight += any(hits)
        if found and found[0].certainty is not Certainty.UNSURE:
            sure += 1
            whole = unit and known.get(unit.parent)
            ok = hits[0] or bool(whole and _is_it(found[0].number, found[0].name, whole))
            if not ok and fold(found[0].name) == fold(name):
                anothers += 1  # what was made of one name is, word for word, another unit's
            elif not ok:
                wrong += 1
                print(f"  sure and wrong: {name!r} -> {found[0].name!r} {found[0].grounds}")
    there = sum(1 for _, _, unit in questions if unit is not None)
    print(
        f"\ncandidates: first {first / there:.1%}, in 8 {eight / there:.1%} of {there}; "
        f"sure {sure}, of them {anothers} by a name that is another unit's own, wrong {wrong}; p50 {_ms(times, 50)} ms, p95 {_ms(times, 95)} ms"
    )
    return wrong


def _is_it(number: str, name: str, unit: Made) -> bool:
    """The unit, or one that its name cannot tell from it."""
    return number == unit.number or key_of(name) == key_of(unit.name)


def _peers(path: Path, questions: list[Question], count: int, seed: int) -> None:
    chosen = Random(seed).sample([each for each in questions if each[2] is not None], count)
    connection = sqlite3.connect(path)
    names: list[str] = [row[0] for row in connection.execute("SELECT name FROM unit ORDER BY id")]
    units = LocalUnits(path)

    def scan(name: str) -> list[str]:
        rows = connection.execute("SELECT name FROM unit WHERE name LIKE ? LIMIT 8", (f"%{name}%",))
        return [row[0] for row in rows]

    def fuzzy(name: str) -> list[str]:
        return [hit[0] for hit in process.extract(name, names, scorer=fuzz.ratio, limit=8)]

    def fuzzy_words(name: str) -> list[str]:
        return [hit[0] for hit in process.extract(name, names, scorer=fuzz.WRatio, limit=8)]

    ways: dict[str, Callable[[str], list[str]]] = {
        "innspill": lambda name: [hit.name for hit in units.named(name)],
        "LIKE scan": scan,
        "rapidfuzz ratio": fuzzy,
        "rapidfuzz WRatio": fuzzy_words,
    }
    print(f"\nagainst peers, {count} of the names")
    base = 0.0
    for way, ask in ways.items():
        times, right = [], 0
        for _, name, unit in chosen:
            began = time.perf_counter()
            found = ask(name)
            times.append(time.perf_counter() - began)
            right += bool(found and unit and key_of(found[0]) == key_of(unit.name))
        mean = statistics.mean(times)
        base = base or mean
        print(f"{way:<20}{mean * 1000:>9.1f} ms{mean / base:>8.1f} ×   first right {right}/{count}")


def _percentile(times: list[float], which: int) -> float:
    return sorted(times)[min(len(times) - 1, len(times) * which // 100)]


def _ms(times: list[float], which: int) -> str:
    return f"{_percentile(times, which) * 1000:>9.1f}"


if __name__ == "__main__":
    sys.exit(main())
