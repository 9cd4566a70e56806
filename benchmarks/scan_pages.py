"""Scans made at run time: forms filled with random ticks, printed, drawn on, and scanned badly.

Two kinds: Word forms that LibreOffice prints (ticked in the file, or empty and ticked by a drawn
hand), and forms of other layouts that are drawn here with boxes of many shapes. Every scan comes
with what was ticked. The same seed gives the same scan.
"""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from innspill.stages.consultations.core.definition import Definition, in_language

Picture = np.ndarray[Any, Any]
FONTS = ("DejaVuSans", "DejaVuSerif", "DejaVuSansCondensed", "DejaVuSerifCondensed")
HANDS = ("cross", "check", "filled", "slash", "pencil", "big-cross", "wobbly")
_TOKENS = re.compile(
    r'<w14:checked w14:val="\d"/>|<w:default w:val="\d"/>(?:<w:checked w:val="\d"/>)?'
    r'|w:char="F0(?:FE|A8)"|[☒☐]'
)


@dataclass(frozen=True)
class Scan:
    """A scanned form: its pages, its truth (choices per question), and what is special in it."""

    name: str
    pages: tuple[Picture, ...]
    truth: dict[str, tuple[str, ...]]
    definition: Definition
    dpi: int
    text: str = ""
    corrected: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    """(question, choice) of boxes that were ticked and then scribbled over."""


def asked(definition: Definition) -> list[tuple[str, str]]:
    """(question, choice) of every box of the form, in its order."""
    return [(q.id, choice.id) for q in definition.questions for choice in q.choices]


def random_ticks(definition: Definition, rng: np.random.Generator) -> set[tuple[str, str]]:
    """Mostly one tick per question, now and then none or two."""
    ticks: set[tuple[str, str]] = set()
    for question in definition.questions:
        choices = [choice.id for choice in question.choices]
        if choices:
            count = min(len(choices), int(rng.choice([0, 1, 1, 1, 1, 1, 2])))
            ticks |= {(question.id, str(c)) for c in rng.choice(choices, count, replace=False)}
    return ticks


def truth_of(definition: Definition, ticks: set[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """The ticked choices of every question that has choices."""
    return {
        q.id: tuple(choice.id for choice in q.choices if (q.id, choice.id) in ticks)
        for q in definition.questions
        if q.choices
    }


def fill(form: bytes, states: list[bool]) -> bytes:
    """The Word form with its boxes in these states, whatever kind of box they are."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form)) as given, zipfile.ZipFile(out, "w") as made:
        for part in given.infolist():
            data = given.read(part)
            if part.filename == "word/document.xml":
                data = _filled(data.decode(), states).encode()
            made.writestr(part.filename, data)
    return out.getvalue()


def _filled(xml: str, states: list[bool]) -> str:
    at, waits = -1, False

    def one(match: re.Match[str]) -> str:
        nonlocal at, waits
        token = match.group()
        if token in "☒☐" and waits:
            waits = False
        else:
            at += 1
            waits = token.startswith("<w14")
        if at >= len(states):
            return token
        on = states[at]
        if token in "☒☐":
            return "☒" if on else "☐"
        if token.startswith("w:char"):
            return f'w:char="{"F0FE" if on else "F0A8"}"'
        if token.startswith("<w:default"):
            return f'<w:default w:val="0"/><w:checked w:val="{int(on)}"/>'
        return re.sub(r'"\d"', f'"{int(on)}"', token)

    return _TOKENS.sub(one, xml)


def printed(forms: dict[str, bytes], suffix: str = ".docx") -> dict[str, bytes]:
    """The forms as PDF, printed by LibreOffice in one start with a profile of its own."""
    with tempfile.TemporaryDirectory() as folder:
        there = Path(folder)
        for name, data in forms.items():
            (there / f"{name}{suffix}").write_bytes(data)
        command = [
            "soffice", f"-env:UserInstallation=file://{there}/profile", "--headless",
            "--convert-to", "pdf", "--outdir", str(there / "out"),
            *(str(there / f"{name}{suffix}") for name in forms),
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return {name: (there / "out" / f"{name}.pdf").read_bytes() for name in forms}


def rendered(pdf: bytes, dpi: int) -> list[Picture]:
    """The pages as grey pictures."""
    document = pypdfium2.PdfDocument(pdf)
    pages = []
    for page in document:
        picture = page.render(scale=dpi / 72, grayscale=True).to_numpy()
        pages.append(picture.reshape(picture.shape[:2]).copy())
    document.close()
    return pages


def box_places(pdf: bytes, pages: list[Picture], dpi: int) -> list[tuple[int, tuple[int, ...]]]:
    """(page, rectangle in pixels) of every printed box: its outline in the clean picture."""
    found: list[tuple[int, tuple[int, ...]]] = []
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document):
        text = page.get_textpage()
        height = page.get_height()
        for at in range(text.count_chars()):
            if text.get_text_range(at, 1) in ("☐", "☒", "\uf0a8", "\uf0fe"):
                left, bottom, right, top = text.get_charbox(at)
                scale = dpi / 72
                found.append((number, _outline(
                    pages[number], int(left * scale) - 3, int((height - top) * scale) - 3,
                    int(right * scale) + 4, int((height - bottom) * scale) + 4,
                )))  # fmt: skip
    document.close()
    return found


def _outline(page: Picture, left: int, top: int, right: int, bottom: int) -> tuple[int, ...]:
    part = (page[top:bottom, left:right] < 160).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(part)
    x, y, w, h = (int(v) for v in max(stats[1:], key=lambda s: s[2] * s[3])[:4])
    return left + x, top + y, left + x + w, top + y + h


def draw_tick(page: Picture, box: tuple[int, ...], hand: str, rng: np.random.Generator) -> None:
    """Tick `box` as a hand does: never straight, seldom inside."""
    left, top, right, bottom = box
    side = max(right - left, 8)
    width = max(1, round(side * rng.uniform(0.07, 0.14)))
    grey = int(rng.integers(0, 80))

    def line(*points: tuple[float, float]) -> None:
        shaky = [
            (left + side * (x + rng.normal(0, 0.04)), top + side * (y + rng.normal(0, 0.04)))
            for x, y in points
        ]
        path = np.array([[round(x * 8), round(y * 8)] for x, y in shaky], np.int32)
        cv2.polylines(page, [path], False, grey, width, cv2.LINE_AA, 3)

    over = rng.uniform(-0.12, 0.15)
    if hand in ("cross", "pencil", "big-cross", "wobbly"):
        over = {"big-cross": rng.uniform(0.2, 0.45)}.get(hand, over)
        grey = int(rng.integers(110, 165)) if hand == "pencil" else grey
        middle = (0.5, 0.5) if hand != "wobbly" else tuple(rng.uniform(0.35, 0.65, 2))
        line((-over, -over), middle, (1 + over, 1 + over))  # type: ignore[arg-type]
        line((1 + over, -over), middle, (-over, 1 + over))  # type: ignore[arg-type]
    elif hand == "check":
        line((0.12, 0.5), (0.42, 0.85), (0.95 + max(over, 0), 0.05 - max(over, 0)))
    elif hand == "slash":
        line((0.05, 0.95), (0.95, 0.05))
    elif hand == "filled":
        cv2.rectangle(page, (left + 1, top + 1), (right - 1, bottom - 1), grey, -1)
    elif hand == "scribble":
        for _ in range(4):
            points = [(rng.uniform(-0.15, 1.15), rng.uniform(-0.15, 1.15)) for _ in range(7)]
            line(*points)


def scanned(page: Picture, rng: np.random.Generator, degrees: float = 2.0) -> Picture:
    """The page as a scanner gives it: turned, blurred, noisy, unevenly lit, packed as JPEG."""
    height, width = page.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), rng.uniform(-degrees, degrees), 1.0)
    seen = cv2.warpAffine(
        page, turn, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    seen = cv2.GaussianBlur(seen, (0, 0), rng.uniform(0.3, 1.1)).astype(np.float32)
    light = np.linspace(rng.uniform(0.88, 1), rng.uniform(0.88, 1), width, dtype=np.float32)
    seen = 255 - (255 - seen) * rng.uniform(0.7, 1.0)
    seen = seen * light[None, :] + rng.normal(0, rng.uniform(2, 10), seen.shape)
    for _ in range(int(rng.integers(0, 120))):
        x, y = int(rng.integers(2, width - 2)), int(rng.integers(2, height - 2))
        seen[y : y + int(rng.integers(1, 4)), x : x + int(rng.integers(1, 4))] = rng.integers(
            20, 160
        )
    quality = [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(50, 71))]
    _, packed = cv2.imencode(".jpg", np.clip(seen, 0, 255).astype(np.uint8), quality)
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE))


BOXES = ("thin", "thick", "rounded", "circle", "grey", "large", "small")
LAYOUTS = ("down", "across", "after", "table")


class _Sheet:
    """A page being drawn, with a place to go on from."""

    def __init__(self, dpi: int, font: str, size: float) -> None:
        self.dpi = dpi
        self.pages: list[Image.Image] = []
        self.font = ImageFont.truetype(f"{font}.ttf", round(size * dpi / 72))
        self.pitch = round(size * dpi / 72 * 1.45)
        self.left = round(0.8 * dpi)
        self._new()

    def _new(self) -> None:
        page = Image.new("L", (round(8.27 * self.dpi), round(11.69 * self.dpi)), 255)
        self.pages.append(page)
        self.draw = ImageDraw.Draw(page)
        self.y = self.dpi

    def room(self, lines: float) -> None:
        if self.y + lines * self.pitch > 10.8 * self.dpi:
            self._new()

    def write(self, text: str, left: int | None = None) -> None:
        words, line = text.split(), ""
        left = self.left if left is None else left
        for word in [*words, ""]:
            longer = f"{line} {word}".strip()
            if word and left + self.draw.textlength(longer, self.font) < 7.4 * self.dpi:
                line = longer
                continue
            self.room(1)
            self.draw.text((left, self.y), line, 0, self.font)
            self.y += self.pitch
            line = word


def drawn_form(
    definition: Definition, seed: int, layout: str, box: str, dpi: int = 200
) -> tuple[list[Picture], list[tuple[int, tuple[int, ...]]]]:
    """An empty form in this layout with these boxes, and where its boxes are."""
    rng = np.random.default_rng(seed)
    sheet = _Sheet(dpi, str(rng.choice(FONTS)), float(rng.uniform(9.5, 12.5)))
    places: list[tuple[int, tuple[int, ...]]] = []
    sheet.write("Svarskjema")
    for question in definition.questions:
        sheet.room(8)
        sheet.y += sheet.pitch // 2
        sheet.write(f"{question.id}. {in_language(question.text, 'nb')}")
        labels = [in_language(choice.text, "nb") for choice in question.choices]
        if labels:
            places += _choices(sheet, labels, layout, box, rng)
        sheet.write("Vi viser til vårt svar på forrige høring, og ber om at også mindre "
                    "virksomheter får støtte til øvelser. Ærlig talt er dette på tide.")  # fmt: skip
    return [np.array(page) for page in sheet.pages], places


def _choices(
    sheet: _Sheet, labels: list[str], layout: str, box: str, rng: np.random.Generator
) -> list[tuple[int, tuple[int, ...]]]:
    places = []
    height = sheet.font.size
    side = round(height * {"large": 1.7, "small": 0.72}.get(box, rng.uniform(0.9, 1.25)))
    gap = round(height * rng.uniform(0.25, 0.9))
    x = sheet.left + round(0.1 * sheet.dpi)
    row = max(sheet.pitch, round(side * 1.25))
    for label in labels:
        top = sheet.y + round(height * 0.62) - side // 2
        length = round(sheet.draw.textlength(label, sheet.font))
        box_x = x + length + gap if layout == "after" else x
        text_x = x if layout == "after" else x + side + gap
        place = (box_x, top, box_x + side, top + side)
        _draw_box(sheet, place, box)
        places.append((len(sheet.pages) - 1, place))
        sheet.draw.text((text_x, sheet.y), label, 0, sheet.font)
        if layout == "table":
            edge = round(0.12 * sheet.dpi)
            frame = (x - edge, sheet.y - 6, text_x + length + edge, sheet.y + row - 4)
            sheet.draw.rectangle(frame, outline=0, width=2)
        if layout == "down":
            sheet.y += row
        else:
            x = max(text_x + length, place[2]) + round(height * 2.2)
            if x > 6.2 * sheet.dpi and label != labels[-1]:
                x, sheet.y = sheet.left + round(0.1 * sheet.dpi), sheet.y + row + 6
    sheet.y += row + 8 if layout != "down" else 6
    return places


def _draw_box(sheet: _Sheet, place: tuple[int, ...], box: str) -> None:
    scale = sheet.dpi / 200
    width = round({"thick": 4, "thin": 1, "small": 2}.get(box, 2) * scale) or 1
    draw = sheet.draw
    if box == "circle":
        draw.ellipse(place, outline=0, width=width)
    elif box == "rounded":
        draw.rounded_rectangle(place, (place[2] - place[0]) // 5, outline=0, width=width)
    else:
        draw.rectangle(place, outline=120 if box == "grey" else 0, width=width)
