"""Every remark, change, phase and fault has its words, and every remark can be said."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from django.utils.translation import override

import innspill
from innspill.interfaces.ui import setup_words as words
from innspill.stages.consultations.core.lint import Remark
from innspill.stages.consultations.core.outline_faults import FAULTS

CORE = Path(innspill.__file__).parent / "stages" / "consultations" / "core"
LISTED = ("section", "paper", "paper-file", "chapter", "event", "body", "target-group", "term",
          "question", "choice")  # fmt: skip


def calls(pattern: str, *names: str) -> list[ast.Call]:
    return [
        node
        for path in CORE.glob(pattern)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
    ]


def first_words(found: list[ast.Call]) -> set[str]:
    return {
        call.args[0].value for call in found if call.args and isinstance(call.args[0], ast.Constant)
    }


def test_every_remark_has_its_words_and_no_words_are_left_over() -> None:
    assert first_words(calls("lint*.py", "Remark")) == set(words.REMARK)


def test_every_field_of_a_sentence_is_among_the_values_of_its_remark() -> None:
    """The names in `values=` of each call, with those of the dictionaries that it builds on."""
    for code, sentence in words.REMARK.items():
        fields = set(re.findall(r"%\((\w+)\)s", str(sentence)))
        source = "\n".join(path.read_text("utf-8") for path in CORE.glob("lint*.py"))
        assert all(f'"{field}":' in source for field in fields), code


def test_every_change_has_its_words() -> None:
    told = first_words(calls("change*.py", "Change", "compared"))
    told |= {f"{kind}-{end}" for kind in LISTED for end in ("added", "removed")}
    told |= {"deadline", "opening", "assessment-date", "finish-date", "case-number", "owner"}
    told |= {"question-renumbered", "choice-renumbered"}
    assert told == set(words.CHANGE)
    assert first_words(calls("change*.py", "listed_parts")) == set(LISTED)


def test_every_fault_of_a_paper_has_its_words() -> None:
    assert set(words.PAPER_FAULT) == set(FAULTS)


@pytest.mark.parametrize(
    ("remark", "said"),
    [
        (
            Remark("across-holiday", "deadline", "", values={"holidays": "easter summer", "weeks": "4", "advised": "2026-08-25"}),
            "Perioden går over påsken, sommerferien. Da bør folk få lengre tid: frist 25. august 2026 eller senere.",
        ),
        (
            Remark("unknown-reference", "question 3", "", values={"question": "3", "references": "chapter 9; annex A"}),
            "Spørsmål 3 viser til kapittel 9, vedlegg A, som ikke står i noe høringsdokument.",
        ),
        (
            Remark("missing-language", "language", "", values={"language": "nn", "count": "2", "places": "title; section 'Om forslaget'"}),
            "Nynorsk mangler (2): tittelen, avsnittet Om forslaget.",
        ),
    ],
)  # fmt: skip
def test_a_remark_is_said_in_the_language_of_the_page(remark: Remark, said: str) -> None:
    with override("nb"):
        assert words.sentence(remark) == said
