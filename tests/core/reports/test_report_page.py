"""report.html and report.json: the parts as one page and as data, with their sources."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

from lxml import html
from reports_material import answer, comment, full_report, report, response, sender
from reports_parts import FIGURES, PAGE, PARTS, page_of

from innspill.stages.analysis.core.values import Analysis
from innspill.stages.reports.core.exported import report_json
from innspill.stages.reports.core.left import Left
from innspill.stages.reports.core.values import Told
from innspill.stages.reports.core.web.report import report_html

MADE = report_html(FIGURES, PAGE, PARTS)
ROOT = html.fromstring(MADE)


def texts(path: str) -> list[str]:
    return [" ".join(each.text_content().split()) for each in ROOT.xpath(path)]


def test_it_says_its_language_title_and_that_it_is_preliminary() -> None:
    assert ROOT.get("lang") == "nb"
    title = "Oppsummering av høring (foreløpig): Plan for nødnett"
    assert ROOT.findtext("head/title") == title
    assert "2 merknader er ikke vurdert." in texts("//header//li")


def test_headings_follow_each_other_and_the_contents_lead_to_them() -> None:
    levels = [int(each.tag[1]) for each in ROOT.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(two - one <= 1 for one, two in pairwise(levels))
    links = {each.get("href").removeprefix("#") for each in ROOT.xpath("//nav//a")}
    ids = [each.get("id") for each in ROOT.xpath("//*[@id]")]
    assert links <= set(ids)
    assert len(ids) == len(set(ids))
    assert texts("//main/h2") == [
        "1 Slik gikk det til", "2 Spørsmål 1", "Vedlegg: Regnskap",
    ]  # fmt: skip


def test_each_source_has_a_mark_in_the_text_and_a_way_back() -> None:
    marks = ROOT.xpath("//sup[@class='source']/a")
    notes = ROOT.xpath("//ol[@class='sources']/li")
    assert [mark.get("href") for mark in marks] == [f"#{note.get('id')}" for note in notes]
    assert [note.find("a").get("href") for note in notes] == [
        f"#{mark.get('id')}" for mark in marks
    ]
    assert marks[0].get("aria-label") == "Kilde 1"
    assert (
        "sources" not in report_html(FIGURES, PAGE, PARTS, sources=False).partition("</style>")[2]
    )


def test_tables_pictures_and_foreign_quotes_can_be_read_by_themselves() -> None:
    assert texts("//table/caption")[0].startswith("Tabell 1. Hvem som svarte")
    assert [each.get("scope") for each in ROOT.xpath("//thead//th")] == ["col"] * 3
    assert len(ROOT.xpath("//tbody//th[@scope='row']")) == 4
    assert ROOT.xpath("//figure//div[@role='img']/@aria-label") == [
        "Svar på spørsmål 1. Ja (støtte): 2."
    ]
    assert ROOT.xpath("//blockquote/@lang") == ["nn"]
    assert texts("//em") == ["Legelaget"]


def test_a_reference_is_never_parted_at_the_end_of_a_line() -> None:
    assert texts("//table//*[@class='ref']") == [f"24/17-{at}" for at in range(1, 5)]
    assert ".ref{white-space:nowrap}" in MADE


def test_nothing_is_fetched_or_run() -> None:
    assert not ROOT.xpath("//script | //link | //img | //iframe | //form | //@style")
    assert all(each.startswith("#") for each in ROOT.xpath("//@href"))


def test_numbers_in_sentences_are_found_by_their_pointers_in_the_data() -> None:
    text = report_json(FIGURES, full_report(), PARTS, kind="summary", left=(Left("undecided", 2),))
    data: Any = json.loads(text)
    assert data["schema"] == "innspill/report/1"
    assert data["partial"] == [{"key": "undecided", "count": 2}]
    assert [part["key"] for part in data["parts"]] == [part.key for part in PARTS]
    source = data["parts"][0]["blocks"][0]["sentences"][0]["sources"][0]
    assert data[source["key"].removeprefix("/")] == FIGURES.respondents
    assert {block["is"] for part in data["parts"] for block in part["blocks"]} == {
        "paragraph", "bullets", "table", "heading", "picture", "quote",
    }  # fmt: skip


def test_the_table_of_a_municipality_takes_input_that_quotes_and_counts_itself() -> None:
    said = "Se «kapittel 4» og 12 andre steder (4.2)."
    laget = sender("Laget", None, None, "open")
    found = Analysis((comment("24/17-1", said),), (), ())
    made = report(response(1, laget, answers=[answer("1", text=said)]), analysis=found,
                  told=Told(fingerprints=("ab",)))  # fmt: skip
    assert said in page_of(made, "municipal")
