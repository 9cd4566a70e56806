"""What is uploaded at the desk is read in the child: the same values, and no file stops the server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from innspill.adapters.brreg import choose_from
from innspill.adapters.reading_child import Limits, ReadingChild
from innspill.adapters.reading_jobs import (
    DEFINITION,
    ENTRIES,
    HEARING,
    OUTLINE,
    UNITS,
    fault_read,
)
from innspill.shared.errors import BadInput, Unreadable
from innspill.stages.consultations.core.files import dumps, loads
from innspill.stages.consultations.core.outline_faults import WrongPaper
from innspill.stages.consultations.core.paper_outline import outline_of
from innspill.stages.consultations.core.word_form import build_form
from innspill.stages.invitations.core.sheets import read_sheet
from innspill.stages.invitations.core.units import Choice
from innspill.stages.reading.core.importing import import_hearing
from tests.adapters import hostile_files
from tests.core.reading.answers.hearing import BRIDGES
from tests.interfaces.desk.test_setup_papers import paper

PAGE = (
    "Høring\n\nForslag til ny plan\n\nDirektoratet for vann sender et forslag på høring.\n\n"
    "Alle høringssvar skal merkes med sak 26/99.\n\nHøringsfristen er 9. september 2026.\n"
)


@pytest.fixture(scope="module")
def child() -> Iterator[ReadingChild]:
    with ReadingChild() as reader:
        yield reader


def test_the_child_finds_the_outline_that_the_plain_function_finds(child: ReadingChild) -> None:
    data = paper("Bruer", ("1 Mål", "Det er mange bruer."))
    found = child.do(OUTLINE, [("notat.docx", data)], {"language": "nn"})
    assert found == outline_of("notat.docx", data, "nn")


def test_the_child_imports_the_hearing_that_the_plain_function_imports(child: ReadingChild) -> None:
    page, form = ("side.txt", PAGE.encode()), ("skjema.docx", build_form(BRIDGES, "nb"))
    told = {"case_number": None, "owner": "Direktoratet for vann"}
    found = child.do(HEARING, [page, form], told)
    assert found == import_hearing(page, form, case_number=None, owner="Direktoratet for vann")
    assert found.questions


def test_the_child_reads_definitions_lists_and_extracts_as_the_plain_functions_do(
    child: ReadingChild,
) -> None:
    written = dumps(BRIDGES)
    assert child.do(DEFINITION, [("h.yaml", written.encode())], {}) == loads(written, "h.yaml")
    rows = "Navn;E-post\nÅs kommune;post@as.example\nIngen;feil\n".encode()
    assert child.do(ENTRIES, [("l.csv", rows)], {"group": "K"}) == read_sheet("l.csv", rows, "K")
    units = (Path(__file__).parent / "enheter.json").read_bytes()
    told = {"choice": {"forms": ["KOMM"]}}
    chosen = child.do(UNITS, [("e.json", units)], told)
    assert chosen == choose_from(units, "e.json", Choice(forms=("KOMM",)))


def test_what_is_wrong_with_a_file_is_said_as_the_plain_function_says_it(
    child: ReadingChild,
) -> None:
    with pytest.raises(WrongPaper) as wrong:
        child.do(OUTLINE, [("notat.docx", b"hei")], {"language": "nb"})
    assert (wrong.value.code, wrong.value.where) == ("wrong-kind", "notat.docx")
    with pytest.raises(BadInput, match="yaml"):
        child.do(DEFINITION, [("h.yaml", b"a: [")], {})


@pytest.mark.parametrize(
    "hostile",
    [
        hostile_files.word_bomb,
        hostile_files.word_nested,
        hostile_files.word_with_entities,
        hostile_files.word_with_outside_entity,
        hostile_files.pdf_bomb,
    ],
)
def test_a_hostile_paper_costs_one_sentence(child: ReadingChild, hostile: object) -> None:
    data = hostile()  # type: ignore[operator]
    with pytest.raises((WrongPaper, Unreadable)):
        child.do(OUTLINE, [("notat", data)], {"language": "nb"})
    good = paper("Bruer", ("1 Mål", "Det er mange bruer."))
    assert child.do(OUTLINE, [("notat.docx", good)], {"language": "nb"}).chapters


def test_a_job_that_takes_too_long_is_stopped_with_its_child() -> None:
    with ReadingChild(Limits(wall_seconds=0)) as child:
        with pytest.raises(Unreadable) as stopped:
            child.do(ENTRIES, [("l.csv", b"Navn\nBy\n")], {"group": ""})
        assert stopped.value.code == "reader-stopped"
        assert child._process is None


def test_a_child_that_gives_another_value_is_not_believed() -> None:
    with pytest.raises(ValueError, match="Outline"):
        OUTLINE.read(b'{"title": {"nb": "x"}, "chapters": [{"run": "rm"}]}')
    with pytest.raises(ValueError, match="sensible"):
        fault_read(b'{"what": "x"}')
