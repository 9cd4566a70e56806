"""The forms that readers are timed on: the real hearing's where they are at hand, and one of ours.

Ours has three pages and twelve questions, as the first real hearing has: ticks as content controls
and as form fields, answers, footnotes, comments and a header. It is the same each time.
"""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "forms"
sys.path.insert(0, str(ROOT / "samples"))

from docx.oxml.ns import qn  # noqa: E402
from make.parts import add_footnotes, new_document, saved, tick, write, zipped  # noqa: E402

from innspill.stages.reading.core.files import read_file  # noqa: E402

_MOST_SAMPLES = 8
"""As many as there are forms of the real hearing, so that it takes no longer without them."""
LONG = "svarskjema på tre sider"
_WRITTEN = datetime(2026, 3, 1, 12, tzinfo=UTC)
_CHOICES = ("Ja", "Nei", "Har ingen kommentar")
_TICKED = (0, 1, 0, 0, 2)
_SENTENCES = """\
Kommunen mener at kapittelet gir et godt bilde av det som gjøres, men savner de regionale nettverkene.
Vi peker på at små kommuner ikke har folk nok til å følge med på alle varsler, og at felles tjenester \
derfor må være en del av tiltaket fra første dag.
Forslaget bør si hvem som har ansvaret når flere virksomheter deler et system.[^{}]
Øvelser hvert år er riktig, men de må kunne gjøres sammen med naboene våre.
Det er uklart hva som menes med «egnet nivå», og vi ber om at det blir forklart.""".splitlines()


def forms() -> dict[str, bytes]:
    """The forms to time, by name."""
    found = {path.name: path.read_bytes() for path in sorted(SHARED.glob("*.docx"))}
    return (found or _samples()) | {LONG: long_form()}


def _samples() -> dict[str, bytes]:
    """Some of the sample hearing's, but for those that are damaged or locked on purpose."""
    paths = sorted((ROOT / "samples").rglob("*.docx"))
    files = {path.name: path.read_bytes() for path in paths}
    readable = {
        name: _declare_relations(data)
        for name, data in files.items()
        if read_file(name, data)[0].document is not None
    }
    return dict(list(readable.items())[:_MOST_SAMPLES])


def long_form() -> bytes:
    """Our own form as .docx, with some 67 kB of document.xml."""
    document = new_document("nb", "Svarskjema", "Saksbehandler", _WRITTEN)
    document.sections[0].header.paragraphs[0].add_run("Fjelltun kommune – saksnr 26/118")
    write(document.add_heading(level=1), "Svarskjema: felles beredskap for små og store kommuner")
    notes = []
    for number in range(1, 13):
        question = document.add_paragraph()
        write(question, f"{number}) {_question(number)}", bold=True)
        if number <= len(_TICKED):
            _add_choices(document.add_paragraph(), number)
        for at in range(7):
            paragraph = document.add_paragraph()
            write(paragraph, " ".join(_sentence(at + step + number, notes) for step in range(3)))
        if number % 3 == 0:
            comment = document.add_comment(paragraph.runs[0], author="Ola", initials="O")
            comment.paragraphs[0].add_run("Dette må avklares før fristen.")
    add_footnotes(document, notes)
    _drop_what_word_drops(document)
    return _declare_relations(saved(document))


def _drop_what_word_drops(document: Any) -> None:
    """python-docx brings a hundred looks of tables along; Word keeps those in use."""
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and not style.get(qn("w:default")):
            styles.remove(style)
    for name, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("/stylesWithEffects"):
            del document.part.rels[name]


def _declare_relations(data: bytes) -> bytes:
    """With the namespace that Word declares in every part, and docx2python looks for."""
    mark = b"<w:footnotes "
    names = b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        parts = [(name, made.read(name)) for name in made.namelist()]
    return zipped([(name, part.replace(mark, mark + names, 1)) for name, part in parts])


def _question(number: int) -> str:
    return (
        f"Er beskrivelsen i kapittel {number} dekkende for den reelle situasjonen, og er de "
        "foreslåtte tiltakene hensiktsmessige å gjennomføre? Utdyp gjerne i fritekstfeltet."
    )


def _add_choices(paragraph: Any, number: int) -> None:
    technique = "control" if number % 2 else "legacy"
    for at, choice in enumerate(_CHOICES):
        tick(paragraph, technique, at == _TICKED[number - 1], f"q{number}_{at}")
        paragraph.add_run(f" {choice}   ")


def _sentence(at: int, notes: list[str]) -> str:
    """Sentence number `at`, over and over; every tenth footnote mark gets its note."""
    sentence = _SENTENCES[at % len(_SENTENCES)]
    if "{}" not in sentence:
        return sentence
    if at % 10 == 2:
        notes.append(f"Se veileder nummer {len(notes) + 1} om delte systemer.")
        return sentence.format(len(notes))
    return sentence.replace("[^{}]", "")
