"""What the parts of each kind say, and how: the habits of those who write such reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from recounting import sentences
from reports_material import DEFINITION, comment, full_report, report, response, sender
from test_recounted import many

from innspill.stages.analysis.core.values import Analysis
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.deciding.core.values import DecidingLedger, MeasureShown
from innspill.stages.reports.core.exported import exported
from innspill.stages.reports.core.figures import count
from innspill.stages.reports.core.outlines import checked_parts, parts_of
from innspill.stages.reports.core.parts.italics import first_named
from innspill.stages.reports.core.parts.naming import in_order
from innspill.stages.reports.core.parts.values import Kind, Paragraph, ReportPart, Table
from innspill.stages.reports.core.values import (
    Change,
    Decided,
    Extended,
    ReportInput,
    ThemeTold,
    Told,
)


def said(made: ReportInput, kind: Kind = "summary") -> dict[str, str]:
    """The running text of each part by its key."""
    return {part.key: text_of(part) for part in checked_parts(kind, count(made), made)}


def text_of(part: ReportPart) -> str:
    blocks = (block for block in part.blocks if isinstance(block, Paragraph))
    return " ".join(f"{block.label} {block.text}".strip() for block in blocks)


def test_a_summary_goes_by_question_and_ends_with_its_appendices() -> None:
    made = full_report()
    keys = [part.key for part in parts_of("summary", count(made), made)]
    assert keys[:3] == ["summary", "process", "bodies"]
    assert keys.index("question:1") < keys.index("question:2") < keys.index("proposals")
    assert keys[-6:] == ["answered", "remarks", "remarks:1", "remarks:2", "ledger", "counting"]


def test_a_ministry_s_chapter_has_law_proposal_views_and_assessment_for_each_theme() -> None:
    made = many(25)
    parts = {part.key: part for part in parts_of("ministry", count(made), made)}
    keys = [key for key in parts if key.startswith("theme:7")]
    names = ("", "/law", "/proposal", "/views", "/assessment")
    assert keys == [f"theme:7{name}" for name in names]
    assert parts["theme:7/views"].heading == "Høringsinstansenes syn"
    assert parts["theme:7/assessment"].heading == "Direktoratets vurdering"
    assert parts["theme:7/law"].awaits
    assert parts["theme:7/law"].blocks == ()


def test_one_respondent_is_one_in_the_heading_and_in_the_sentences() -> None:
    made = many(1)
    parts = {part.key: part for part in parts_of("ministry", count(made), made)}
    assert parts["theme:7/views"].heading == "Høringsinstansens syn"
    assert text_of(parts["theme:7/views"]).startswith("Prøve kommune 1 støtter ikke forslaget")
    assert "Det kom inn ett høringssvar." in text_of(parts["process"])


def test_the_papers_chapter_on_the_law_is_taken_for_the_law() -> None:
    chapters = [
        {"id": "2", "title": {"nb": "Gjeldende rett"}, "passages": [{"nb": "Loven § 3 gjelder."}]},
        {"id": "3", "title": {"nb": "Forslaget"}, "passages": [{"nb": "Vi foreslår 4 tiltak."}]},
    ]
    asked = {"id": "1", "text": {"nb": "Hva mener dere?"}, "refers_to": ["chapter 3"]}
    dumped = DEFINITION.model_dump(by_alias=True)
    paper = {"id": "n", "title": {"nb": "Notat"}, "chapters": chapters}
    definition = Definition.model_validate({**dumped, "questions": [asked], "papers": [paper]})
    texts = said(replace(many(3), definition=definition), "ministry")
    assert texts["theme:7/law"] == "Loven § 3 gjelder."
    assert texts["theme:7/proposal"] == (
        "Dette er omtalt i kapittel 3 («Forslaget»). Vi foreslår 4 tiltak."
    )


def test_weight_words_follow_from_the_counts() -> None:
    views = said(many(24))["question:1"]
    assert "Mange av dem som har svart på spørsmålet, støtter forslaget (12 av 24)." in views
    few = said(many(4))["question:1"]
    assert not [word for word in ("De fleste", "Mange", "Flere", "Enkelte") if f"{word} av" in few]


def test_private_persons_stay_unnamed_wherever_they_are_told_of() -> None:
    made = many(8)
    private = {each.public.name for each in made.responses if each.public.private}
    for part in parts_of("summary", count(made), made):
        if part.key.startswith("question"):
            assert not any(name in text_of(part) for name in private)
    assert "én privatperson" in said(made)["question:1"].lower()


def test_public_bodies_come_first_and_then_the_alphabet_with_its_last_letters() -> None:
    names = ["Ås lag", "Abelia", "Østby kommune", "Ærfuglens venner", "Statens vegtilsyn"]
    assert in_order(names) == [
        "Statens vegtilsyn", "Østby kommune", "Abelia", "Ærfuglens venner", "Ås lag",
    ]  # fmt: skip


def test_a_name_is_in_italics_where_it_stands_first_in_whatever_order_the_parts_are() -> None:
    made = full_report()
    parts = parts_of("summary", count(made), made)

    def first(ordered: tuple[ReportPart, ...]) -> list[str]:
        return [
            part.key
            for part in first_named(ordered)
            for block in part.blocks
            if isinstance(block, Paragraph)
            for sentence in block.sentences
            if "Legelaget" in sentence.emphasis
        ]

    assert first(parts) == ["question:1"]
    assert len(first(tuple(reversed(parts)))) == 1


def test_no_percentage_below_twenty_and_none_in_a_letter() -> None:
    for number in (19, 40):
        data = exported(count(many(number)), many(number))
        assert bool(data["questions"][0]["shares"]) == (number >= 20)
    assert "%" not in " ".join(said(many(40), "letter").values())


def test_a_municipal_table_has_a_line_for_each_point_with_its_conclusion() -> None:
    made = many(3)
    part = next(p for p in parts_of("municipal", count(made), made) if p.key == "input")
    rows = [[cell.text for cell in row] for row in part.blocks[1].rows]  # type: ignore[union-attr]
    assert rows[0] == [
        "1", "Prøve kommune 1\n24/17-1", "30.05.2024",
        "Vi foreslår at tiltak 1 prøves i 21 kommuner. Det haster.", "Se punkt 0.",
        "Tatt til orientering",
    ]  # fmt: skip
    assert rows[1][4:] == ["–", "Ikke vurdert ennå"]


def test_changes_measures_extensions_and_both_ledgers_are_told() -> None:
    ledger = DecidingLedger(
        responses=25, divided=25, undivided=0, comments=25, decided=25, left=0,
        outcomes=(("noted", 25),), own=25, inherited=0, in_bulk=0, waiting=0, remainder=2,
    )  # fmt: skip
    measure = MeasureShown(
        1, "Øv hvert år", "Kommunene", "Kari", "alle", "", "", "", date(2025, 5, 1), "planned",
        (), "saksbehandler", datetime(2024, 6, 1, tzinfo=UTC),
    )  # fmt: skip
    told = Told(
        changes=(Change(4, "chapter 2", "Innen 3 år.", "Innen 5 år."),), measures=(measure,),
        extended=(Extended("Legelaget", date(2024, 7, 9)),), ledger=ledger,
    )  # fmt: skip
    made = replace(many(25), told=told, decided=(Decided(0, "followed", "Ja.", changes=(4,)),))
    texts = said(made)
    assert "Én endring er gjort" in texts["changes"]
    assert "Tekst på høring: Innen 3 år." in texts["changes"]
    assert "Endringen følger av innspill fra Prøve kommune 1." in texts["changes"]
    assert "Alle merknader er vurdert, og summene stemmer." in texts["ledger"]
    part = next(each for each in parts_of("summary", count(made), made) if each.key == "ledger")
    tables = [block for block in part.blocks if isinstance(block, Table)]
    names = {row[0].text for table in tables for row in table.rows}
    assert "Tekst som ikke er merknad, som hilsener og sitater" in names  # no part of a sum
    assert "measures" in texts
    assert "Kari" not in str(exported(count(made), made)["measures"])


def test_names_with_commas_of_their_own_stand_apart() -> None:
    names = ("Rådet for vann, avløp og renovasjon", "Øvre lag")
    given_ones = [response(at, sender(n, None, None, "open")) for at, n in enumerate(names, 1)]
    remarks = tuple(comment(f"24/17-{at}", "Dette er et godt forslag, mener vi.") for at in (1, 2))
    theme = ThemeTold(1, "Tema", "", None, "", (0, 1), (0,))
    made = report(*given_ones, analysis=Analysis(remarks, (), ()), told=Told(themes=(theme,)))
    assert (
        "Rådet for vann, avløp og renovasjon; og Øvre lag har merknader"
        in (said(made, "ministry")["theme:1/views"])
    )


@pytest.mark.parametrize("language", ["nn", "en"])
def test_the_whole_report_is_in_its_language(language: str) -> None:
    from recounting import made as written

    _, data = written(full_report(language), "summary")
    text = " ".join(each["text"] for each, _ in sentences(data)).lower()
    words = {"nn": ("ikke", "høringssvar", "hvem"), "en": ("ikke", "svarene", "av")}
    assert not set(text.replace(".", " ").split()) & set(words[language])
