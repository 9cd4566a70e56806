"""A journalist's path: from the front page to a table of answers and a receipt that holds."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Download, Page, expect

from .conftest import Published

pytestmark = pytest.mark.browser
FOCUS = """() => {
  const at = document.activeElement, style = getComputedStyle(at);
  const box = at.getBoundingClientRect();
  return {
    name: (at.labels?.[0]?.textContent ?? at.textContent).trim().replace(/\\s+/g, " "),
    marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0
      || style.boxShadow !== "none",
  };
}"""
SEEN = """() => {
  const box = document.activeElement.getBoundingClientRect();
  return box.width > 0 && box.bottom > 0 && box.top < innerHeight;
}"""


@dataclass(frozen=True)
class Sought:
    """A hearing that stands published: its title, the municipalities' group, and who is found."""

    title: str
    group: str
    found: str


SAMPLE = Sought("Trygt vann i springen", "Stat, fylke og kommune", "Lien kommune")
REAL = Sought("Innspill til kommende stortingsmelding", "Statlige og kommunale aktører", "Drammen")


@pytest.fixture(params=[SAMPLE, pytest.param(REAL, marks=pytest.mark.shared)],
                ids=["sample", "real"])  # fmt: skip
def sought(request: pytest.FixtureRequest, published: Published) -> Sought:
    if request.param is REAL and published.real is None:
        request.getfixturevalue("shared_folder")
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(locale="nb-NO", viewport={"width": 1280, "height": 900}) as context:
        yield context.new_page()


def rows_of(download: Download, folder: Path) -> list[dict[str, str]]:
    place = folder / download.suggested_filename
    download.save_as(place)
    with place.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def number_in(page: Page) -> int:
    found = re.search(r"\d+", page.get_by_role("status").inner_text())
    assert found
    return int(found.group())


def test_a_journalist_finds_reads_downloads_and_verifies(
    page: Page, published: Published, sought: Sought, tmp_path: Path
) -> None:
    page.goto(published.address)
    page.get_by_role("link", name=re.compile(sought.title)).click()
    page.get_by_label("Gruppe").select_option(sought.group)
    page.get_by_role("button", name="Vis", exact=True).click()
    municipalities = number_in(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="svarene i denne listen (CSV)").click()
    listed = rows_of(download.value, tmp_path)
    assert len(listed) == municipalities > 0
    assert {row["group"] for row in listed} == {sought.group}
    page.get_by_label("Søk i svarene").fill("beredskapsplan")
    page.get_by_role("button", name="Vis", exact=True).click()
    expect(page.locator("tbody th a", has_text=sought.found)).to_be_visible()
    assert number_in(page) < municipalities or municipalities == 1
    page.get_by_role("link", name="Se hvor ordene står").click()
    expect(page.locator("mark").first).to_contain_text(re.compile("beredskapsplan", re.IGNORECASE))
    page.get_by_role("navigation", name="Du er her").get_by_role("link").first.click()
    page.get_by_role("link", name=re.compile(sought.title)).click()
    page.get_by_role("link", name="Les alle svar på spørsmål 8").click()
    shown = number_in(page)
    assert page.locator("article.answer").count() == shown > 0
    with page.expect_download() as download:
        page.get_by_role("link", name="Last ned disse svarene (CSV)").click()
    answers = rows_of(download.value, tmp_path)
    assert len(answers) == shown
    assert {row["question"] for row in answers} == {"8"}
    read = page.locator("article.answer .written").all_inner_texts()
    assert [words(row["text"]) for row in answers if row["text"]] == [words(each) for each in read]
    verify(page, published.receipt)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub(r"\[\^[^\]]*\]", "", text))


def verify(page: Page, receipt: dict[str, object]) -> None:
    page.get_by_role("link", name="Bevis og kontroll").click()
    page.get_by_label("Eller teksten i den").fill(json.dumps(receipt))
    page.get_by_role("button", name="Kontroller").click()
    expect(page.locator("#svar")).to_have_text("Svaret ditt står i registeret, uendret")
    page.get_by_role("link", name="Les svaret slik det er publisert").click()
    expect(page.locator("h1")).to_have_text("Nordre Land kommune")


class Keys:
    """A page used by the keyboard alone; wherever the focus goes it must be seen."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def to(self, name: str | re.Pattern[str], key: str = "Tab") -> None:
        """Goes on until what has the focus is called so."""
        pattern = re.compile(re.escape(name)) if isinstance(name, str) else name
        for _ in range(160):
            self.page.keyboard.press(key)
            held = self.page.evaluate(FOCUS)
            assert held["marked"], f"the focus on {held['name'][:60]!r} is not marked"
            self.page.wait_for_function(SEEN, timeout=2000)  # the page may still be scrolling
            if pattern.search(held["name"]):
                return
        raise AssertionError(f"no key leads to {name}")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def follow(self, name: str | re.Pattern[str]) -> None:
        """Goes to a link or button and presses Enter; a new page is there after that."""
        self.to(name)
        before = self.page.evaluate("performance.timeOrigin")
        self.press("Enter")
        self.page.wait_for_function("before => performance.timeOrigin !== before", arg=before)
        self.page.wait_for_load_state()


def test_the_same_path_by_keyboard(
    page: Page, published: Published, sought: Sought, tmp_path: Path
) -> None:
    keys = Keys(page)
    page.goto(published.address)
    keys.follow(re.compile(sought.title))
    keys.to(re.compile("^Gruppe"))
    page.keyboard.type(sought.group[:8])
    keys.follow(re.compile("^Vis$"))
    keys.to(re.compile("^Søk i svarene"))
    page.keyboard.type("beredskapsplan")
    keys.press("Enter")
    page.wait_for_url("**sok=beredskapsplan**")
    expect(page.locator("tbody th a", has_text=sought.found)).to_be_visible()
    keys.follow("Vis alle")
    keys.to("Les alle svar på spørsmål 8", key="Shift+Tab")
    keys.press("Enter")
    page.wait_for_url("**/sporsmal/8/")
    with page.expect_download() as download:
        keys.to("Last ned disse svarene (CSV)")
        keys.press("Enter")
    assert len(rows_of(download.value, tmp_path)) == number_in(page)
    keys.follow("Bevis og kontroll")
    keys.to("Eller teksten i den")
    page.keyboard.insert_text(json.dumps(published.receipt))
    keys.follow(re.compile("^Kontroller$"))
    expect(page.locator("#svar")).to_have_text("Svaret ditt står i registeret, uendret")
    keys.follow("Les svaret slik det er publisert")
    expect(page.locator("h1")).to_have_text("Nordre Land kommune")
