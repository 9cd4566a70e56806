"""A hearing that hardly anybody answered: told of by name, and no longer than it has to be."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn
from reports_material import DEFINITION, answer, full_report, report, response, sender
from test_recounted import many

from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reports.core.figures import count
from innspill.stages.reports.core.outlines import checked_parts
from innspill.stages.reports.core.paper_words import paper_words_in
from innspill.stages.reports.core.parts.values import (
    Heading,
    Paragraph,
    Picture,
    ReportPart,
    Source,
    Table,
)
from innspill.stages.reports.core.quoting import quoted_comments
from innspill.stages.reports.core.source_words import Said
from innspill.stages.reports.core.title_page import title_page
from innspill.stages.reports.core.values import Figures, ReportInput
from innspill.stages.reports.core.word.document import write_word

DRAMMEN = sender("Drammen kommune", None, None, "open")
BERGEN = sender("Bergen kommune", None, None, "open")


def parts(made: ReportInput, kind: str = "summary") -> dict[str, ReportPart]:
    return {part.key: part for part in checked_parts(kind, count(made), made)}  # type: ignore[arg-type]


def told(part: ReportPart) -> str:
    return " ".join(block.text for block in part.blocks if isinstance(block, Paragraph))


def in_word(made: ReportInput, kind: str) -> Document:
    figures = count(made)
    page = title_page(figures, made, kind=kind, left=())
    return Document(io.BytesIO(write_word(figures, page, tuple(parts(made, kind).values()))))


def test_who_ticked_what_is_said_by_name_where_fewer_than_five_answered() -> None:
    made = report(
        response(1, DRAMMEN, answers=[answer("1", "yes")]),
        response(2, BERGEN, answers=[answer("1", "yes")]),
        response(3, sender("Kari Nordmann", None, None, "open"), private=True,
                 answers=[answer("1", "no")]),
    )  # fmt: skip
    part = parts(made)["question:1"]
    assert "Bergen kommune og Drammen kommune har krysset av for «Ja»." in told(part)
    assert "Ett svar har kryss for «Nei»." in told(part)
    assert "Nordmann" not in told(part)
    assert not any(isinstance(block, Table | Picture) for block in part.blocks)


def test_from_five_answers_on_there_are_tables_and_charts() -> None:
    for number, kinds in ((4, set()), (5, {Table, Picture})):
        blocks = parts(many(number))["question:1"].blocks
        assert {type(block) for block in blocks} & {Table, Picture} == kinds


def test_chapters_with_nothing_in_them_are_left_out() -> None:
    one, several = parts(many(1)), parts(many(6))
    assert "general" not in one.keys() | several.keys()
    assert "duplicates" not in one
    assert "duplicates" in several


def test_a_lone_answer_is_not_said_to_be_one_of_all_time_after_time() -> None:
    assert "Høringssvaret svarer på spørsmålet" not in told(parts(many(1))["question:1"])
    assert "Alle 6 høringssvarene svarer på spørsmålet." in told(parts(many(6))["question:1"])


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("kind", ["summary", "ministry", "municipal", "letter"])
def test_a_hearing_that_nobody_answered_has_a_report_of_each_kind(kind: str, language: str) -> None:
    assert parts(many(0, language), kind)


def test_where_nobody_answered_it_is_said_once_and_nobody_is_thanked() -> None:
    assert list(parts(many(0), "letter")) == ["letter"]
    summary = parts(many(0))
    assert not [key for key in summary if key.startswith(("question:", "remarks", "proposals"))]
    assert told(summary["questions"]) == "Det har ikke kommet inn noen høringssvar."


def test_a_letter_has_neither_contents_nor_numbers_and_begins_with_what_it_is_about() -> None:
    made = many(1)
    styles = [each.style.name for each in in_word(made, "letter").paragraphs]
    assert not [name for name in styles if name.startswith("toc ")]
    body = in_word(made, "letter").element.body
    first = next(body.iter(qn("w:sdt")))
    assert "".join(node.text for node in first.iter(qn("w:t"))).startswith(
        "Om høringenHer er en oppsummering av høringen «Plan for nødnett»."
    )
    assert not any(part.numbered for part in parts(made, "letter").values())
    under = parts(made, "letter")["letter/views"].blocks
    assert [each.text for each in under if isinstance(each, Heading)] == [
        "Spørsmål 1",
        "Spørsmål 2",
    ]


def test_the_contents_end_in_a_paragraph_of_their_own() -> None:
    body = in_word(many(1), "summary").element.body
    (end,) = [
        each.getparent().getparent()
        for each in body.iter(qn("w:fldChar"))
        if each.get(qn("w:fldCharType")) == "end"
        and not list(each.getparent().getparent().iter(qn("w:t")))
    ]
    assert end.getnext().tag == qn("w:sdt")


def test_lines_of_a_list_with_the_same_sources_share_one_mark() -> None:
    chapters = [{"kind": "chapter", "id": "1", "title": {"nb": "Notat om annet"}}]
    papers = [
        {"id": str(at), "title": {"nb": f"Notat {at}"}, "chapters": chapters} for at in (1, 2, 3)
    ]
    definition = Definition.model_validate(
        {**DEFINITION.model_dump(by_alias=True, mode="json"), "papers": papers}
    )
    made = replace(many(1), definition=definition)
    lines = [
        each
        for each in in_word(made, "summary").element.body.iter(qn("w:p"))
        if "".join(node.text for node in each.iter(qn("w:t"))).startswith("Notat ")
    ]
    assert len(lines) == 3
    assert not [mark for line in lines for mark in line.iter(qn("w:endnoteReference"))]


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("papers", "høringsdokumentene"),
        ("question 3", "spørsmål 3"),
        ("focus-area 2", "innsatsområde 2"),
        ("change 0", "endring 1"),
        ("one_response_per", "hvem som kan sende ett svar hver"),
    ],
)
def test_a_source_in_the_hearing_itself_is_named_in_words(key: str, words: str) -> None:
    said = Said(paper_words_in("nb")).told([Source("hearing", key)])
    assert said == f"Høringens egne opplysninger: {words}."


def test_a_question_may_refer_to_a_measure_of_the_papers() -> None:
    raw = DEFINITION.model_dump(by_alias=True, mode="json")
    raw["questions"][0]["refers_to"] = ["measure 3.3"]
    made = replace(many(1), definition=Definition.model_validate(raw))
    assert "tiltak 3.3" in told(parts(made)["question:1"])


def proposing_privately(language: str) -> Figures:
    """The figures of a hearing in which a private person alone asks for something."""
    made = full_report(language)
    points = tuple(
        replace(each, proposals=full_report().analysis.comments[0].proposals)
        for each in made.analysis.comments
        if each.response == "24/17-3"
    )
    return count(replace(made, analysis=replace(made.analysis, comments=points)))


@pytest.mark.parametrize(("language", "word"), [("nb", "Privatperson"), ("en", "Private person")])
def test_a_private_person_is_called_that_in_the_language_of_the_report(
    language: str, word: str
) -> None:
    made = full_report(language)
    assert {row.name for row in count(made).answered if row.reference == "24/17-3"} == {word}
    assert {each.name for each in quoted_comments(made) if each.private} == {word}
    proposing = {row.name for row in proposing_privately(language).proposals}
    assert proposing == {word}
