"""The page that stands alone: complete, escaped, without anything fetched or run."""

from __future__ import annotations

import re

import pytest
from lxml import html
from reports_material import answer, comment, full_report, report, response, sender
from reports_parts import page_of

from innspill.stages.analysis.core.values import Analysis
from innspill.stages.reports.core.values import ReportInput

NASTY = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;\0\x0b"


def page(made: ReportInput) -> str:
    return page_of(made)


def test_text_of_a_response_is_data() -> None:
    nasty = sender(NASTY, None, None, "open")
    given = response(
        1, nasty, answers=[answer("1", text=NASTY), answer("2", text=NASTY)], general=(NASTY,),
        footnotes=((NASTY, NASTY),), language=NASTY,
    )  # fmt: skip
    found = (comment("24/17-1", NASTY), comment("24/17-1", NASTY, None, paragraph=0))
    text = page(report(given, analysis=Analysis(found, (), ())))
    tree = html.fromstring(text)
    assert tree.xpath("//script | //img | //iframe | //@onerror") == []
    assert "\0" not in text
    assert "alert(1)" in tree.text_content()


def test_nothing_is_fetched_and_nothing_runs() -> None:
    tree = html.fromstring(page(full_report()))
    assert tree.xpath("//script | //link | //img | //@src | //*[@style]") == []
    assert all(link.startswith("#") for link in tree.xpath("//@href"))
    assert not re.search(r"url\(|@import", page(full_report()))


def test_every_link_leads_somewhere_and_every_id_is_given_once() -> None:
    tree = html.fromstring(page(full_report()))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in tree.xpath("//a/@href")} <= set(ids)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_page_says_its_language_and_its_figures(language: str) -> None:
    tree = html.fromstring(page(full_report(language)))
    assert tree.get("lang") == language
    assert len(tree.xpath("//figure")) == 3
    assert all(each.get("aria-label") for each in tree.xpath("//*[@role='img']"))
    assert all(each.find("caption") is not None for each in tree.iter("table"))


def test_published_responses_stand_with_their_answers_and_others_do_not() -> None:
    tree = html.fromstring(page(full_report()))
    assert tree.xpath("//article/@id") == [f"r-24-17-{number}" for number in (1, 2, 3, 6)]
    assert "Hemmelig tekst" not in tree.text_content()
    joint = tree.xpath("//article[@id='r-24-17-2']")[0].text_content()
    assert "Ja (støtte), Nei (kritikk) (svar: Uklart)" in joint


def test_an_answer_in_another_language_is_marked_so() -> None:
    nynorsk = sender("Legelaget", "Foreninger", "Legelaget", "invited")
    given = response(1, nynorsk, answers=[answer("1", text="Ikkje noko")], language="nn")
    tree = html.fromstring(page(report(given)))
    assert tree.xpath("//article//p[@lang='nn']/text()") == ["Ikkje noko"]


def test_a_hearing_that_nobody_answered_has_a_page_too() -> None:
    assert "Det har ikke kommet inn noen høringssvar." in page(report())


def test_the_matrix_stands_on_the_page_in_words() -> None:
    tree = html.fromstring(page(full_report()))
    rows = tree.xpath("//h2[@id='matrix']/following-sibling::div//tbody/tr")
    said = [[cell.text_content() for cell in row] for row in rows]
    assert said[0] == ["Legelaget", "24/17-1", "Ja", "Tekst"]
    assert said[1] == ["Liten kommune, Stor kommune", "24/17-2", "Uklart", ""]
