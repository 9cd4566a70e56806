"""A page never asks for a table of words that is not there: it would not be shown at all."""

from __future__ import annotations

import re
from pathlib import Path

import innspill
from innspill.interfaces.ui.words import DOUBT, TABLES
from innspill.stages.publication.core import render

PAGES = Path(innspill.__file__).parent / "interfaces"
ASKED = re.compile(r"""\|word:["']([\w-]+)["']""")


def test_every_table_of_words_that_a_page_asks_for_exists() -> None:
    asked = {
        name
        for page in PAGES.rglob("*.html")
        for name in ASKED.findall(page.read_text(encoding="utf-8"))
    }
    assert len(asked) > 40
    assert not asked - TABLES.keys()


def test_every_doubt_of_a_public_copy_has_words() -> None:
    said = re.findall(r'yield "([^"]+)"', Path(render.__file__).read_text(encoding="utf-8"))
    assert len(said) == 5
    assert set(said) <= DOUBT.keys()
