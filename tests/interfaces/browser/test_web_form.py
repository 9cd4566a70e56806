"""The web form in a browser: a new visitor with keys only, a lost line, languages, no JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from .test_pages import faults_on

pytestmark = pytest.mark.browser

HEARING = "/horinger/26-12/"
QUESTIONS = 12


def begun(page: Page, address: str, name: str = "Skogheim kommune", hearing: str = HEARING) -> None:
    """A response begun, standing at the first chapter."""
    page.goto(f"{address}{hearing}svar-inn/")
    page.get_by_role("button", name="Begynn på svaret").click()
    page.get_by_label("Navn", exact=True).fill(name)
    page.get_by_role("button", name="Neste").click()
    page.locator("#q1").wait_for()


def press_until(page: Page, wanted: str, most: int = 80) -> None:
    """Moves on with Tab until the element that `wanted` names has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", wanted):
            return
    pytest.fail(f"{wanted} is not reached with Tab")


@pytest.mark.parametrize("width", [1280, 320])
def test_a_new_visitor_answers_twelve_questions_with_keys_only(
    browser: Browser, address: str, width: int
) -> None:
    with browser.new_context(viewport={"width": width, "height": 800}, locale="nb-NO") as context:
        page = context.new_page()
        page.goto(address + HEARING)
        press_until(page, "a[href$='/svar-inn/']")
        page.keyboard.press("Enter")
        page.get_by_role("heading", level=1, name="Svar på høringen").wait_for()
        press_until(page, "button[value=web]:not(.default-button)")
        page.keyboard.press("Enter")
        page.get_by_role("heading", level=1, name="Hvem svarer?").wait_for()
        press_until(page, "#id_name")
        page.keyboard.type("Skogheim kommune")
        press_until(page, "button[value=next]")
        page.keyboard.press("Enter")
        for number in range(1, QUESTIONS + 1):
            page.locator(f"#q{number}").wait_for()
            if page.locator(f"#q{number} input[type=radio]").count():
                press_until(page, f"#q{number}-tick-1")
                page.keyboard.press("Space")
            press_until(page, f"#q{number}-text")
            page.keyboard.type(f"Svar nummer {number}.")
            if not page.locator(f"#q{number + 1}").count():
                press_until(page, "button[value=next]")
                page.keyboard.press("Enter")
        page.get_by_role("heading", level=1, name="Se over og send inn").wait_for()
        assert page.get_by_text("Ikke besvart").count() == 0
        assert all(page.get_by_text(f"Svar nummer {n}.").count() for n in range(1, QUESTIONS + 1))
        press_until(page, "button[value=send]")
        page.keyboard.press("Enter")
        page.get_by_text("Svaret er mottatt og lagret.").wait_for()
        assert re.match(r"Kvittering \d+", page.get_by_role("heading", level=1).inner_text())


def test_a_lost_line_loses_nothing(browser: Browser, address: str) -> None:
    with browser.new_context(locale="nb-NO") as context:
        page = context.new_page()
        begun(page, address)
        here = page.url
        context.set_offline(True)
        page.locator("#q1-text").fill("Skrevet uten nett.")
        page.locator("#q1-text").blur()
        page.locator("#q1 [data-status]", has_text="Ingen forbindelse").wait_for()
        # The page is closed while the line is still gone, and opened again with a line.
        page.close()
        context.set_offline(False)
        again = context.new_page()
        again.goto(here)
        # It came along when the page closed, or is brought back now: sent and kept no more either way.
        again.wait_for_function("() => localStorage.length === 0")
        assert again.locator("#q1-text").input_value() == "Skrevet uten nett."
        again.reload()
        assert again.locator("#q1-text").input_value() == "Skrevet uten nett."


def test_the_line_comes_back_and_the_text_is_saved_by_itself(
    browser: Browser, address: str
) -> None:
    with browser.new_context(locale="nb-NO") as context:
        page = context.new_page()
        begun(page, address)
        context.set_offline(True)
        page.locator("#q1-text").fill("Skrevet i tunnelen.")
        page.locator("#q1-text").blur()
        page.locator("#q1 [data-status]", has_text="Ingen forbindelse").wait_for()
        context.set_offline(False)
        page.locator("#q1 [data-status]", has_text="Lagret kl.").wait_for()
        page.reload()
        assert page.locator("#q1-text").input_value() == "Skrevet i tunnelen."


def test_two_who_write_at_once_are_shown_both_texts(browser: Browser, address: str) -> None:
    with browser.new_context(locale="nb-NO") as context:
        one, other = context.new_page(), context.new_page()
        begun(one, address)
        other.goto(one.url)
        one.locator("#q1-text").fill("Den ene mener dette.")
        one.locator("#q1-text").blur()
        one.locator("#q1 [data-status]", has_text="Lagret kl.").wait_for()
        other.locator("#q1-text").fill("Noe helt annet.")
        other.locator("#q1-text").blur()
        other.locator("#q1 .collision", has_text="Den ene mener dette.").wait_for()
        assert other.locator("#q1-text").input_value() == "Noe helt annet."
        other.get_by_role("button", name="Bruk min tekst").click()
        other.locator("#q1 [data-status]", has_text="Lagret kl.").wait_for()
        one.reload()
        assert one.locator("#q1-text").input_value() == "Noe helt annet."


def test_language_is_switched_midway_without_javascript_and_nothing_is_lost(
    plain: BrowserContext, address: str
) -> None:
    page = plain.new_page()
    begun(page, address)
    page.locator("#q1-text").fill("Dette skal stå.")
    page.get_by_role("button", name="Nynorsk").click()
    assert page.locator("html").get_attribute("lang") == "nn"
    assert page.locator("#q1-text").input_value() == "Dette skal stå."


def test_the_whole_way_goes_without_javascript(plain: BrowserContext, address: str) -> None:
    page = plain.new_page()
    begun(page, address, name="Foreningen uten skript")
    page.locator("#q1-text").fill("Uten skript.")
    page.get_by_role("button", name="Lagre og fortsett senere").click()
    assert "/utkast/" in page.get_by_label("Lenken din").input_value()
    page.get_by_role("link", name="Til oversikten").click()
    page.get_by_role("link", name="Se over og send inn").click()
    page.get_by_role("button", name="Send inn svaret").click()
    assert page.get_by_text("Svaret er mottatt og lagret.").count() == 1


def test_what_is_pasted_from_word_keeps_its_paragraphs(browser: Browser, address: str) -> None:
    with browser.new_context(locale="nb-NO") as context:
        page = context.new_page()
        begun(page, address)
        page.evaluate(
            """() => {
                const data = new DataTransfer();
                data.setData("text/html", "<html><head><style>p{}</style></head><body>"
                    + "<p class=MsoNormal>Første\\nlinje.</p><p>Andre.</p>"
                    + "<ul><li>ett</li><li>to</li></ul><table><tr><td>Mål</td><td>2030</td></tr></table><script>alert(1)</script></body></html>");
                data.setData("text/plain", "Første linje.\\nAndre.\\nett\\nto");
                const field = document.querySelector("#q1-text");
                field.focus();
                field.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
            }"""
        )
        value = page.locator("#q1-text").input_value()
        assert value == "Første linje.\n\nAndre.\n\n• ett\n• to\n\nMål | 2030"


def test_every_page_of_a_draft_is_in_order(browser: Browser, address: str) -> None:
    long_name = "Kommunenes samarbeidsorgan for digital beredskap " * 6
    with browser.new_context(locale="nb-NO") as context:
        page = context.new_page()
        begun(page, address, name=long_name[:299])
        base, step = page.url.partition("/steg/")[0], page.url
        page.locator("#q1-text").fill("uavbrutt" * 60)
        page.locator("#q1 summary", has_text="Beskjeder mellom kolleger").click()
        page.locator("#q1-note").fill("Er dette riktig?")
        page.locator("#q1 button[value='note:q1']").click()
        others = ["/avsender/?avsendere=3", "/oversikt/", "/senere/", "/samarbeid/", "/se-over/",
                  "/historikk/1/", "/samarbeid/?lang=nn", "/se-over/?lang=en"]  # fmt: skip
        assert not faults_on(context, [step, *(base + path for path in others)])
        page.goto(base + "/se-over/?lang=nb")
        page.locator("button[value=send]").click()
        assert not faults_on(context, [f"{base}/kvittering/", f"{base}/trekk/"])


def test_a_question_that_is_not_asked_is_hidden_until_it_is_or_something_stands_in_it(
    browser: Browser, address: str
) -> None:
    with browser.new_context(locale="nb-NO") as context:
        page = context.new_page()
        begun(page, address, hearing="/horinger/26-13/")
        second = page.locator("#q2")
        assert second.is_hidden()
        page.locator("#q1-tick-2").check()
        assert second.is_visible()
        page.locator("#q2-text").fill("Skrevet mens det gjaldt.")
        page.locator("#q1-tick-1").check()
        assert second.is_visible()
        page.locator("#q2-text").fill("")
        page.locator("#q1-tick-1").focus()
        second.wait_for(state="hidden")


def test_a_question_that_is_not_asked_says_so_without_javascript(
    plain: BrowserContext, address: str
) -> None:
    page = plain.new_page()
    begun(page, address, hearing="/horinger/26-13/")
    assert page.get_by_text("Bare hvis dere på spørsmål 1 krysset av for").is_visible()
    page.locator("#q2-text").fill("Svart likevel.")
    page.get_by_role("button", name="Neste").click()
    assert page.get_by_text("Svaret blir sendt inn likevel").count() == 1
