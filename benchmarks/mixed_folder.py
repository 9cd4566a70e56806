"""A folder of responses as a big hearing gets them: made anew, the same each time.

Everything comes from the samples (and the forms of the real hearing where they are at hand), but no
two files say the same: who answers, what is ticked and what is said differ.
"""

from __future__ import annotations

import io
import random
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from word_package import FIXED

ROOT = Path(__file__).resolve().parent.parent
RESPONSES = ROOT / "samples" / "trygt-vann" / "responses"
SHARED = ROOT.parent / "shared" / "forms"
sys.path.insert(0, str(ROOT / "samples"))

from make.forms import form  # noqa: E402
from make.mails import mail  # noqa: E402
from make.source import sources  # noqa: E402

TECHNIQUES = ("control", "legacy", "glyph", "symbol", "bracket", "table", "block")
FORMS_OF_EACH = 4
NAMES = ("Fjelltun", "Nordvik", "Sørbygd", "Østerdal", "Ålmo", "Vestøy", "Midtskog", "Storelv")
_SAID = (
    "Vi mener at forslaget bør følges opp med penger til de minste kommunene.",
    "Beskrivelsen stemmer, men det som sies om øvelser er for knapt.",
    "Kommunen ber om at ansvaret blir tydelig før planen trer i kraft.",
    "Tiltaket støttes, så sant det ikke binder opp stillinger vi ikke har.",
)
Maker = Callable[[random.Random, str], bytes]


def make_folder(folder: Path, count: int) -> dict[str, int]:
    """Write `count` responses into `folder`; how many there are of each kind is given back."""
    makers = _makers()
    names = [name for name, (share, _) in makers.items() for _ in range(share)]
    chance = random.Random(26118)
    made: dict[str, int] = dict.fromkeys(makers, 0)
    for number in range(count):
        kind = names[number * 37 % len(names)]
        body = f"{chance.choice(NAMES)} {number} kommune"
        path = folder / f"{number:04} {body}.{kind.split()[0]}"
        path.write_bytes(makers[kind][1](chance, body))
        made[kind] += 1
    return {kind: number for kind, number in made.items() if number}


def _makers() -> dict[str, tuple[int, Maker]]:
    """By ending (and a word more where there are two): the share of a hundred, and what makes it."""
    forms = list(_forms())
    word = _one_of(forms)
    makers: dict[str, tuple[int, Maker]] = {
        "docx": (52, word),
        "docx letter": (8, _one_of(_files(RESPONSES, "Brev*.docx", "Fagr*.docx", "felles*.docx"))),
        "eml": (10, lambda chance, body: _mail(chance, body, word)),
        "txt": (8, _letter),
        "html": (5, lambda chance, body: _page(_letter(chance, body).decode())),
        "pdf": (7, _marked(_files(RESPONSES, "*.pdf") + _files(SHARED, "*.pdf"))),
        "zip": (2, lambda chance, body: _zip(chance, body, word)),
    }
    texts = _files(SHARED, "*.odt")
    if texts:
        makers["odt"] = (8, _one_of(texts))
    return makers


def _files(folder: Path, *patterns: str) -> list[bytes]:
    return [path.read_bytes() for pattern in patterns for path in sorted(folder.glob(pattern))]


def _forms() -> Iterator[bytes]:
    """Filled-in forms in each technique: the answers of the samples, their ticks dealt anew."""
    answered = [source for source in sources() if source.made_as == "form"]
    chance = random.Random(118)
    for at, technique in enumerate(TECHNIQUES * FORMS_OF_EACH):
        source = answered[at % len(answered)]
        data: dict[str, Any] = {**source.data, "technique": technique}
        data["answers"] = {
            question: {**answer, "ticks": chance.sample(("yes", "no", "none"), chance.choice((0, 1, 1, 2)))}
            for question, answer in source.data["answers"].items()
        }  # fmt: skip
        yield form(replace(source, data=data))


def _one_of(packages: list[bytes]) -> Maker:
    """One of the packed documents, with sentences of its own in it."""
    parts = [_unpacked(data) for data in packages]

    def make(chance: random.Random, body: str) -> bytes:
        files = dict(chance.choice(parts))
        name = "word/document.xml" if "word/document.xml" in files else "content.xml"
        files[name] = _said_anew(files[name].decode(), chance, body).encode()
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for path, data in files.items():
                package.writestr(zipfile.ZipInfo(path, FIXED), data, zipfile.ZIP_DEFLATED)
        return out.getvalue()

    return make


def _unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _said_anew(xml: str, chance: random.Random, body: str) -> str:
    """Every full stop before the end of a run may be followed by a sentence of this body."""
    pieces = xml.split(".</w:t>" if ".</w:t>" in xml else ".</text:p>")
    end = xml[len(pieces[0]) : len(pieces[0]) + xml[len(pieces[0]) :].find(">") + 1]
    made = [pieces[0]]
    for piece in pieces[1:]:
        said = f". {chance.choice(_SAID)} {body} {chance.randrange(900)}" * chance.choice((0, 1))
        made.append(f"{said}{end}{piece}")
    return "".join(made)


def _letter(chance: random.Random, body: str) -> bytes:
    lines = [body, "", "Høringssvar – trygt vann (sak 25/1734)", ""]
    for chapter in range(1, 6):
        said = " ".join(chance.choices(_SAID, k=4))
        lines += [
            f"Kapittel {chapter}",
            said,
            f"{body} viser til punkt {chance.randrange(90)}.",
            "",
        ]
    return "\n".join([*lines, "Med hilsen", "Kari Nordmann", body]).encode()


def _page(text: str) -> bytes:
    paragraphs = "".join(f"<p>{line}</p>" for line in text.splitlines() if line)
    page = f"<!DOCTYPE html><html><meta charset=utf-8><body>{paragraphs}</body></html>"
    return page.encode()


def _mail(chance: random.Random, body: str, word: Maker) -> bytes:
    data = {
        "from": f"{body} <post@kommune.example>", "subject": f"Høringssvar fra {body}",
        "sent": "2026-03-02T08:20:00+01:00", "text": f"Hei,\n\nvedlagt følger svar fra {body}.\n",
    }  # fmt: skip
    return mail(data, f"{chance.randrange(10**9)}", [("svar.docx", word(chance, body))])


def _marked(files: list[bytes]) -> Maker:
    """One of the files, with a line of its own after the end, which no reader of PDF minds."""
    return lambda chance, body: chance.choice(files) + f"\n% {body}\n".encode()


def _zip(chance: random.Random, body: str, word: Maker) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in ("svar fra rådet.docx", "svar fra styret.docx"):
            package.writestr(zipfile.ZipInfo(name, FIXED), word(chance, body))
        package.writestr(zipfile.ZipInfo("følgebrev.txt", FIXED), _letter(chance, body))
    return out.getvalue()
