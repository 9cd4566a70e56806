"""From unread answers to a finished matrix and list of themes, with the mouse and with keys."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from .conftest import Served
from .in_order import faults_wide_and_narrow

pytestmark = pytest.mark.browser
ROOT = "/saksbehandling/horinger/25-1734/analyse/"
PAGES = (
    "", "merknader/?svar=1", "svar/1/", "temaer/", "like/", "matrise/", "forslag/", "ordliste/",
    "tiltak/", "matrise/svar/?hva=responses",
)  # fmt: skip


def words_of(page: Page, place: str) -> list[str]:
    found = page.locator(f"[data-divided='{place}'] [data-words]")
    return [" ".join(text.split()) for text in found.all_inner_texts()]


def until_as_many(page: Page, wanted: str, n: int) -> None:
    """Waits until the page that a click led to is there, with so many of what is wanted."""
    page.wait_for_function(
        "([wanted, n]) => document.querySelectorAll(wanted).length === n", arg=[wanted, n]
    )


def divide(page: Page) -> None:
    """Cuts one text where the cursor stands, and moves the edge with keys and with the mouse."""
    section = page.locator("[data-divided]", has=page.locator(".cut")).first
    place = section.get_attribute("data-divided") or ""
    section = page.locator(f"[data-divided='{place}']")
    before = words_of(page, place)
    cuts = [each.locator(".cut").count() for each in section.locator("[data-piece]").all()]
    at = next(index for index, count in enumerate(cuts) if count)
    section.locator(".cut").first.click()
    until_as_many(page, f"[data-divided='{place}'] [data-piece]", len(before) + 1)
    cut = words_of(page, place)
    assert " ".join(cut) == " ".join(before)
    edge = section.locator(".edge").nth(at)
    edge.focus()
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    assert edge.get_attribute("aria-valuetext", timeout=1000)
    with page.expect_response(re.compile(r"/svar/\d+/$")):
        page.keyboard.press("Enter")
    page.wait_for_selector(f"[data-divided='{place}']:not([aria-busy]) .edge:focus")
    moved = words_of(page, place)
    assert len(moved[at].split()) == len(cut[at].split()) + 2
    assert " ".join(moved) == " ".join(before)
    box = section.locator(".edge").nth(at).bounding_box()
    first = section.locator("[data-words]").nth(at).bounding_box()
    assert box is not None
    assert first is not None
    page.mouse.move(box["x"] + 8, box["y"] + 4)
    page.mouse.down()
    page.mouse.move(first["x"] + 60, first["y"] + 10, steps=4)
    with page.expect_response(re.compile(r"/svar/\d+/$")):
        page.mouse.up()
    page.wait_for_selector(f"[data-divided='{place}']:not([aria-busy])")
    dragged = words_of(page, place)
    assert len(dragged[at].split()) < len(moved[at].split())
    assert " ".join(dragged) == " ".join(before)
    with page.expect_response(re.compile(r"/svar/\d+/$")):
        section.locator("[data-piece]").nth(at).locator("button[name=join]").click()
    until_as_many(page, f"[data-divided='{place}'] [data-piece]", len(before))
    assert words_of(page, place) == before


def label_by_keys(page: Page) -> None:
    """The first comment against, all of them confirmed, and no key where they are switched off."""
    page.wait_for_selector("#merknadstaster")
    page.uncheck("#merknadstaster")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement === document.body")
    page.check("#merknadstaster")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    for _ in range(page.locator("[data-point]").count()):
        if page.evaluate("Boolean(document.activeElement.querySelector('[data-confirm]'))"):
            break
        page.keyboard.press("j")
    mine = page.evaluate("document.activeElement.id")
    with page.expect_response(re.compile(r"/si/$")):
        page.keyboard.press("3")
    page.wait_for_selector(f"#{mine} button[value=opposes][aria-pressed=true]:not(.suggested)")
    left = page.locator("[data-confirm]").count()
    for _ in range(page.locator("[data-point]").count()):
        if page.locator(f"#{mine} [data-confirm]").count():
            with page.expect_response(re.compile(r"/si/$")):
                page.keyboard.press("c")
        else:
            page.keyboard.press("j")
        mine = page.evaluate("document.activeElement.id")
    page.wait_for_function("() => !document.querySelector('[data-confirm]')")
    assert left > 1
    assert "Alle merknadene er bekreftet." in page.inner_text("[data-left]")


def finish_the_others(page: Page, address: str) -> None:
    """Confirms what is left on each page of the list, and finishes each response by its form."""
    for _ in range(20):
        page.goto(f"{address}{ROOT}merknader/?vis=ubekreftet")
        if not page.locator("[data-all]").count():
            break
        page.check("[data-all]")
        page.click("button[name=bekreft]")
    page.goto(address + ROOT)
    token = next(one["value"] for one in page.context.cookies() if one["name"] == "csrftoken")
    for link in page.locator("a[href*='/analyse/svar/']").all():
        href = f"{address}{link.get_attribute('href')}"
        sent = {"csrfmiddlewaretoken": token, "finish": "1"}
        answer = page.request.post(href, form=sent, headers={"Referer": href}, max_redirects=0)
        assert answer.status == 302


def mark_words(page: Page, comment: str) -> None:
    """Words that are marked in the text are a proposal that the machine did not see."""
    page.goto(comment)
    words = page.evaluate("""() => {
      const text = document.querySelector("[data-add-from] .point-text");
      const range = document.createRange();
      const first = document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode();
      range.setStart(first, 0);
      range.setEnd(first, 9);
      document.getSelection().addRange(range);
      return range.toString().trim();
    }""")
    page.wait_for_selector("details[open] [name='nytt-words']")
    assert page.input_value("[name='nytt-words']") == words
    page.click("button[name=add]")
    page.locator(".proposal", has_text=f"«{words}»").wait_for()
    assert page.locator(".proposal", has_text=f"«{words}»").count() == 1


def test_from_unread_to_a_finished_matrix_and_themes(caseworker_page: Page, answered: str) -> None:
    page = caseworker_page
    address = answered
    page.goto(f"{address}{ROOT}svar/1/")
    divide(page)
    label_by_keys(page)
    page.click("button[name=finish]")
    page.wait_for_selector("text=Svaret er gått gjennom.")
    finish_the_others(page, address)
    page.goto(address + ROOT)
    done = page.locator(".steps strong").all_inner_texts()
    assert done[:2] == ["0", "0"]

    page.goto(f"{address}{ROOT}matrise/")
    total = [int(text) for text in page.locator("tr.total td").all_inner_texts()]
    responses, answered, *stances, without, silent = total
    assert responses == answered + silent
    assert answered == sum(stances) + without
    page.locator("tr.total td a").first.click()
    until_as_many(page, "main ul.rows > li", responses)

    page.goto(f"{address}{ROOT}merknader/")
    comment = page.locator("[data-point]").first.get_attribute("id") or ""
    mark_words(page, f"{address}{ROOT}merknad/{comment.partition('-')[2]}/")

    page.goto(f"{address}{ROOT}temaer/")
    page.locator(".theme h3 a").first.click()
    page.fill("#label", "Det første temaet")
    page.click("button[name=rename]")
    page.goto(f"{address}{ROOT}temaer/")
    boxes = page.locator(".theme h3 input")
    boxes.nth(0).check()
    boxes.nth(1).check()
    page.select_option("#into", label="Det første temaet")
    count = page.locator(".theme").count()
    page.click("button[name=merge]")
    until_as_many(page, ".theme", count - 1)
    assert page.locator(".theme h3 a", has_text="Det første temaet").count() == 1


def test_the_pages_of_the_analysis_are_in_order(
    browser: Browser, served: Served, cookies: list[Any]
) -> None:
    root, faults = served.address + ROOT, {}
    with browser.new_context(locale="nb-NO") as context:
        context.add_cookies(cookies)
        page = context.new_page()
        page.goto(f"{root}merknader/?svar=1")
        comment = page.locator("[data-point]").first.get_attribute("id") or ""
        page.goto(f"{root}temaer/")
        theme = (page.locator(".theme h3 a").first.get_attribute("href") or "").partition(ROOT)[2]
        for path in (*PAGES, f"merknad/{comment.rpartition('-')[2]}/", theme):
            if found := faults_wide_and_narrow(page, root + path):
                faults[path] = found
    assert not faults
