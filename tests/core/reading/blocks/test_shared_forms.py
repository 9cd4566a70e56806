"""The real forms: not one wrong tick, and nothing hidden becomes an answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.values import Block, Document

pytestmark = pytest.mark.shared
FORMS = (
    "content-controls.docx", "content-controls-block.docx", "legacy-fields.docx", "glyphs.docx",
    "wingdings-symbols.docx", "table-glyphs.docx", "everything.docx", "glyphs.pdf",
    "mail-with-form.eml", "content-controls.odt",
)  # fmt: skip
SEED_FORM = "000_f84344e54b8509de.txt"


def read(folder: Path, name: str) -> Document:
    """The form's own document: the file, or the attachment of the mail."""
    reads = read_file(name, (folder / name).read_bytes())
    form = next(each for each in reads if not name.endswith(".eml") or each.path.endswith(".docx"))
    assert form.document is not None, form.problem
    return form.document


def ticked(blocks: tuple[Block, ...]) -> Iterator[tuple[str, int]]:
    """Each box of the form as (the words after it, 1 where ticked)."""
    for block in filter(lambda each: each.boxes, blocks):
        ends = [*(box.at for box in block.boxes[1:]), len(block.text)]
        for box, end in zip(block.boxes, ends, strict=True):
            yield block.text[box.at + 1 : end].strip(), int(box.ticked)


@pytest.mark.parametrize("name", [*FORMS, SEED_FORM])
def test_every_tick_is_paired_with_the_option_after_it(shared_folder: Path, name: str) -> None:
    truth = json.loads((shared_folder / "forms" / "truth.json").read_text("utf-8"))
    expected = [
        (option, state)
        for question in sorted(truth["ticks"])
        for option, state in zip(truth["opts"], truth["ticks"][question], strict=True)
    ]
    folder = shared_folder / ("seeds" if name == SEED_FORM else "forms")
    assert list(ticked(read(folder, name).blocks)) == expected


@pytest.mark.parametrize("name", FORMS)
def test_every_footnote_has_its_mark_and_its_text(shared_folder: Path, name: str) -> None:
    truth = json.loads((shared_folder / "forms" / "truth.json").read_text("utf-8"))
    blocks = read(shared_folder / "forms", name).blocks
    assert {b.mark: b.text.strip() for b in blocks if b.kind == "footnote"} == truth["fn"]
    referred = [(note.mark, block.text[: note.start]) for block in blocks for note in block.notes]
    assert [mark for mark, _ in referred if mark.isdecimal()] == ["1", "2", "3"]
    assert [text.split()[-1] for _, text in referred][:3] == ["NIS", "helseCERT", "Normen"] or (
        name.endswith(".pdf")
    )


@pytest.mark.parametrize("name", FORMS)
def test_all_questions_are_there_in_order(shared_folder: Path, name: str) -> None:
    truth = json.loads((shared_folder / "forms" / "truth.json").read_text("utf-8"))
    blocks = read(shared_folder / "forms", name).blocks
    text = "".join("".join(block.text.split()) for block in blocks)
    places = [text.index("".join(question.split())) for question in truth["questions"]]
    assert places == sorted(places)


def test_everything_visible_is_read_once_and_nothing_else(shared_folder: Path) -> None:
    document = read(shared_folder / "forms", "everything.docx")
    text = "\n".join(block.text for block in document.blocks)
    visible = [
        "MRKBEFORE",
        "MRKTEXTBOX",
        "MRKINSERTED",
        "MRKMOVE",
        "MRKCOMMENTED",
        "MRKHYPERLINK",
        "MRKSMARTTAG",
        "MRKFLDSIMPLE",
        "MRKENDNOTE",
        "MRKDROPDOWN",
        "MRKDDLIST",
        "MRKAFTER",
        "MRKHEADER",
        "MRKFOOTER",
    ]
    assert {word: text.count(word + " ") for word in visible} == dict.fromkeys(visible, 1)
    assert "MRKLINJE\nBRUDD\tTAB-X" in text
    hidden = {each.kind: each.text for each in document.hidden}
    assert hidden["deleted"].startswith("MRKDELETED")
    assert hidden["moved-from"].startswith("MRKMOVE")
    assert hidden["hidden"].startswith("MRKHIDDEN")
    assert hidden["comment"].startswith("MRKCOMMENTTEXT")


def test_a_mail_keeps_its_own_text_apart_from_what_it_quotes(shared_folder: Path) -> None:
    data = (shared_folder / "forms" / "mail-with-form.eml").read_bytes()
    reads = read_file("post.eml", data)
    assert [each.path.partition("!/")[2] for each in reads] == [
        "", "Høringssvar fra Testby.docx", "Videresendt.eml", "Videresendt.eml!/svar.pdf",
    ]  # fmt: skip
    mail = reads[0].document
    assert mail is not None
    kinds = {word: b.kind for b in mail.blocks for word in b.text.split() if word.startswith("MRK")}
    assert kinds == {"MRKBODY": "paragraph", "MRKQUOTED": "quoted"}
