"""Ticks and words of scanned forms, read by the real recogniser, against what was put into them.

Forms are filled with random ticks, printed by LibreOffice or drawn here, ticked by a drawn hand
where they are empty, and scanned badly (turned by up to 2 degrees, blurred, noisy, JPEG 50 to 70).
The seeds from HELD_OUT on were never looked at while the rules were made: they are what is read
unless another first seed is given.

    python benchmarks/bench_scans.py [--pages N] [--first SEED]
"""

from __future__ import annotations

import argparse
import io
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image
from rapidfuzz.distance import Levenshtein

from innspill.adapters.tesseract import tesseract
from innspill.pipeline.importing import import_files
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.core.word_form import build_form
from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.responses import read_responses
from innspill.stages.reading.core.tools import Tools
from innspill.stages.reading.core.values import ResponseRead
from scan_pages import (
    BOXES,
    HANDS,
    LAYOUTS,
    Scan,
    asked,
    box_places,
    draw_tick,
    drawn_form,
    fill,
    printed,
    random_ticks,
    rendered,
    scanned,
    truth_of,
)

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
HELD_OUT = 9_000
PAGES = 40
DPI = 200
PRINTED = ("content-controls", "legacy-fields", "glyphs", "wingdings-symbols", "table-glyphs")
WORD_FONTS = ("MS Gothic", "DejaVu Sans", "DejaVu Serif", "OpenSymbol")


def main() -> int:
    """Make, read and count; exit code 1 where a tick is wrong without a flag."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--first", type=int, default=HELD_OUT)
    given = parser.parse_args()
    recogniser = tesseract()
    if recogniser is None:
        print("tesseract is not installed", file=sys.stderr)
        return 2
    total: Counter[str] = Counter()
    for scan in scans(given.first, given.pages):
        data = as_pdf(scan)
        started = time.perf_counter()
        files = read_file("scan.pdf", data, Tools(recogniser))
        seconds = time.perf_counter() - started
        found = read_responses(files, scan.definition)[0]
        counts = compare(scan, found)
        counts["pages"], counts["milliseconds"] = len(scan.pages), round(1000 * seconds)
        total += counts
        print(_line(scan.name, counts), flush=True)
    print(_line("all", total))
    print(
        f"boxes right {_of(total['right'], total['boxes'])}, flagged {_of(total['flagged'], total['boxes'])} "
        f"(of them flagged on the document only {total['document']}), "
        f"wrong without a flag {_of(total['wrong'], total['boxes'])}"
    )
    print(
        f"questions with all boxes right and no flag "
        f"{_of(total['clean'], total['questions'])}; words right {_of(total['words right'], total['words'])}, "
        f"characters wrong {100 * total['edits'] / max(total['characters'], 1):.2f} %, "
        f"{total['milliseconds'] / 1000 / max(total['pages'], 1):.1f} s a page, {recogniser.name}"
    )
    return int(total["wrong"] > 0)


def scans(first: int, pages: int) -> Iterator[Scan]:
    """Scans of all kinds in turn, at least `pages` pages of them."""
    hearings = list(definitions())
    made = 0
    seed = first
    while made < pages:
        definition = hearings[seed % len(hearings)]
        kind = seed % 4
        if kind == 0 and (SHARED / "forms").is_dir():
            scan = printed_scan(hearings[0], seed)
        elif kind == 1:
            scan = printed_scan(definition, seed, own=True)
        else:
            scan = drawn_scan(definition, seed)
        made += len(scan.pages)
        yield scan
        seed += 1


def definitions() -> Iterator[Definition]:
    """The real hearing where it is here, and the samples."""
    seeds = sorted((SHARED / "seeds").glob("*.txt"))
    if len(seeds) == 2:
        form, page = seeds
        yield import_files(page, form)
    for path in sorted((ROOT / "samples").glob("*/consultation.yaml")):
        definition = load(path)
        if any(question.choices for question in definition.questions):
            yield definition


def printed_scan(definition: Definition, seed: int, *, own: bool = False) -> Scan:
    """A Word form, ours or one of the shared ones, ticked in the file or by hand on paper."""
    rng = np.random.default_rng(seed)
    name = "word-form" if own else str(rng.choice(PRINTED))
    form = build_form(definition, "nb") if own else (SHARED / "forms" / f"{name}.docx").read_bytes()
    ticks = random_ticks(definition, rng)
    boxes = asked(definition)
    by_hand = bool(rng.integers(0, 2)) and name != "legacy-fields"
    states = [not by_hand and box in ticks for box in boxes]
    pdf = printed({"form": _in_font(fill(form, states), rng)})["form"]
    pages = rendered(pdf, DPI)
    corrected: frozenset[tuple[str, str]] = frozenset()
    if by_hand:
        corrected = _by_hand(pages, box_places(pdf, pages, DPI), boxes, ticks, rng)
    text = _text_of(pdf)
    kept = pages[: max((page for page, _ in box_places(pdf, pages, DPI)), default=len(pages)) + 1]
    seen = tuple(scanned(page, rng) for page in kept)
    how = "by hand" if by_hand else "printed"
    whole = text if len(kept) == len(pages) else ""
    return Scan(
        f"{seed} {name} {how}", seen, truth_of(definition, ticks), definition, DPI, whole, corrected
    )


def _in_font(form: bytes, rng: np.random.Generator) -> bytes:
    """The form with its boxes in another font."""
    font = str(rng.choice(WORD_FONTS))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form)) as given, zipfile.ZipFile(out, "w") as made:
        for part in given.infolist():
            data = given.read(part)
            if part.filename == "word/document.xml":
                data = data.replace(b'"MS Gothic"', f'"{font}"'.encode())
            made.writestr(part.filename, data)
    return out.getvalue()


def drawn_scan(definition: Definition, seed: int) -> Scan:
    """A form of another layout, drawn here and ticked by hand."""
    rng = np.random.default_rng(seed)
    layout, box = str(rng.choice(LAYOUTS)), str(rng.choice(BOXES))
    pages, places = drawn_form(definition, seed, layout, box)
    ticks = random_ticks(definition, rng)
    corrected = _by_hand(pages, places, asked(definition), ticks, rng)
    seen = tuple(scanned(page, rng) for page in pages)
    return Scan(
        f"{seed} {layout} {box}", seen, truth_of(definition, ticks), definition, DPI, "", corrected
    )


def _by_hand(
    pages: list[np.ndarray], places: list[tuple[int, tuple[int, ...]]],
    boxes: list[tuple[str, str]], ticks: set[tuple[str, str]], rng: np.random.Generator,
) -> frozenset[tuple[str, str]]:  # fmt: skip
    """Tick the boxes as one person does, always in the same way, now and then with a correction."""
    hand = str(rng.choice(HANDS))
    corrected = set()
    for (page, place), box in zip(places, boxes, strict=True):
        if box in ticks:
            draw_tick(pages[page], place, hand, rng)
        elif rng.random() < 0.02:
            draw_tick(pages[page], place, "scribble", rng)
            corrected.add(box)
    return frozenset(corrected)


def _text_of(pdf: bytes) -> str:
    document = read_file("form.pdf", pdf)[0].document
    return "\n".join(block.text for block in document.blocks) if document else ""


def as_pdf(scan: Scan) -> bytes:
    """The scan as a scanner sends it: a PDF of pictures."""
    pages = [Image.fromarray(page) for page in scan.pages]
    out = io.BytesIO()
    pages[0].save(
        out, "PDF", save_all=True, append_images=pages[1:], resolution=scan.dpi, quality=85
    )
    return out.getvalue()


def compare(scan: Scan, found: ResponseRead) -> Counter[str]:
    """Counts of boxes right, flagged, and wrong without a flag; and of words where they are known.

    A correction that is flagged is flagged, one that is read right is right.
    """
    counts: Counter[str] = Counter()
    answers = {answer.question: answer for answer in found.answers}
    on_document = bool({"tick-unclear", "box-not-found", "low-confidence"} & set(found.flags))
    for question in scan.definition.questions:
        if not question.choices:
            continue
        answer = answers.get(question.id)
        expected = set(scan.truth[question.id])
        ticked = set(answer.ticks) if answer else set()
        flags = set(answer.flags) - {"contradictory-ticks"} if answer else {"no answer"}
        if len(ticked) > 1 and len(expected) < 2:
            flags.add("contradictory-ticks")
        good = True
        for choice in question.choices:
            counts["boxes"] += 1
            if (choice.id in ticked) == (choice.id in expected):
                counts["right"] += 1
                continue
            good = False
            if flags or on_document or answer is None:
                counts["flagged"] += 1
                counts["document"] += not flags
            else:
                counts["wrong"] += 1
        counts["questions"] += 1
        counts["clean"] += good and not flags
    _compare_words(scan.text, found, counts)
    return counts


def _compare_words(text: str, found: ResponseRead, counts: Counter[str]) -> None:
    """Words and characters of the printed form that were read, boxes left out."""
    if not text:
        return
    said = " ".join(block.text for block in found.blocks)
    true_words, read_words = (Counter(_words(each)) for each in (text, said))
    counts["words"] += true_words.total()
    counts["words right"] += (true_words & read_words).total()
    one, other = "".join(sorted_words(text)), "".join(sorted_words(said))
    counts["characters"] += len(one)
    counts["edits"] += Levenshtein.distance(one, other)


def sorted_words(text: str) -> list[str]:
    """The words in an order that does not depend on where notes stand."""
    return sorted(_words(text))


def _words(text: str) -> list[str]:
    return text.translate(dict.fromkeys(map(ord, "☒☐☑\uf0fe\uf0a8"), " ")).split()


def _line(name: str, counts: Counter[str]) -> str:
    return (
        f"{name:<34} pages {counts['pages']:>3}  boxes {counts['boxes']:>4}  right {counts['right']:>4}  "
        f"flagged {counts['flagged']:>3}  wrong {counts['wrong']:>3}  clean questions "
        f"{counts['clean']}/{counts['questions']}  {counts['milliseconds'] / 1000:.1f} s"
    )


def _of(part: int, whole: int) -> str:
    return f"{part} of {whole} ({100 * part / max(whole, 1):.1f} %)"


if __name__ == "__main__":
    sys.exit(main())
