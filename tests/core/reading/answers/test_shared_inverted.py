"""Every tick of the forms turned round: who only reads the surviving text would not notice."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.responses import read_responses
from tests.core.reading.answers.hearing import answer
from tests.core.reading.answers.test_shared_seed import definition

pytestmark = pytest.mark.shared

FORMS = [
    "content-controls.docx", "content-controls-block.docx", "legacy-fields.docx", "glyphs.docx",
    "wingdings-symbols.docx", "table-glyphs.docx",
]  # fmt: skip
_SWAPS = {
    "☒": "☐",
    "☐": "☒",
    '<w14:checked w14:val="0"/>': '<w14:checked w14:val="1"/>',
    '<w14:checked w14:val="1"/>': '<w14:checked w14:val="0"/>',
    'w:char="F0A8"': 'w:char="F0FE"',
    'w:char="F0FE"': 'w:char="F0A8"',
    '<w:default w:val="0"/><w:checked w:val="1"/>': '<w:default w:val="0"/>',
    '<w:default w:val="0"/>': '<w:default w:val="0"/><w:checked w:val="1"/>',
}
_ANY = re.compile("|".join(re.escape(old) for old in _SWAPS))


def inverted(data: bytes) -> bytes:
    """The Word file `data` with every tick box in its text in the other state."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                text = _ANY.sub(lambda found: _SWAPS[found.group()], content.decode())
                content = text.encode()
            new.writestr(name, content)
    return packed.getvalue()


@pytest.mark.parametrize("name", FORMS)
def test_every_tick_turned_round_is_read_turned_round(shared_folder: Path, name: str) -> None:
    truth = json.loads((shared_folder / "forms" / "truth.json").read_text())["ticks"]
    data = inverted((shared_folder / "forms" / name).read_bytes())
    hearing = definition(shared_folder / "seeds")
    (found,) = read_responses(read_file(name, data), hearing)
    expected = {
        question: tuple(c for c, on in zip(("yes", "no", "none"), ticked, strict=True) if not on)
        for question, ticked in truth.items()
    }
    assert {question: answer(found, question).ticks for question in expected} == expected
