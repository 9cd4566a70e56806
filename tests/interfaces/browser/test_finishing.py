"""The last stretch: from open comments to a finished and published result, with letters on their way.

Everything is done on the pages; a worker beside the server makes what is ordered.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.stages.conftest import PASSWORD

from .caseworker import Caseworker
from .conftest import HomeOf, serving

pytestmark = pytest.mark.browser
SAID_OF_ALL = "Det blir ingen felles driftssentral. Hvert vannverk styres der det ligger."
SAID_OF_ONE = "Planen sier nå at den som driver et vannverk, skal kjenne stedet."
SAID_OF_THEME = "Kapitlet skrives om, og blir tydeligere på dette."
SAID_OF_REST = "Tatt med i det videre arbeidet."
DECISION = "Planen er vedtatt med endringene under."
SOON = 60_000
FEW = 5
"""Milliseconds that the worker may take for what it was asked for."""


@dataclass(frozen=True)
class Closed:
    """A hearing that nobody can answer any more: where it is served, and where all lies."""

    address: str
    slug: str
    home: Path

    @property
    def root(self) -> str:
        """The hearing at the desk."""
        return f"{self.address}/saksbehandling/horinger/{self.slug}/"

    @property
    def public(self) -> str:
        """The hearing as everybody sees it."""
        return f"{self.address}/horinger/{self.slug}/"

    def outbox(self, about: str) -> list[tuple[str, str]]:
        """To whom and what: the mails in the outbox whose subject or text has these words."""
        with sqlite3.connect(f"file:{self.home}/innspill.sqlite3?mode=ro", uri=True) as rows:
            found = rows.execute(
                'select "to", subject || char(10) || text from post_mail order by id'
            )
            return [(to, text) for to, text in found if about in text]

    def reached(self, link: str) -> str:
        """A link of a mail as it is reached here: the address in mails is another."""
        return link.replace("http://127.0.0.1:9/", f"{self.address}/")


@pytest.fixture(scope="module")
def closed(browser: Browser, home_of: HomeOf) -> Iterator[Closed]:
    home = home_of("serving_journey")
    with serving("serving_journey", home) as ready:
        yield Closed(ready["address"], ready["slug"], home)


def test_a_hearing_goes_from_open_comments_to_letters_on_their_way(
    browser: Browser, closed: Closed
) -> None:
    with browser.new_context(locale="nb-NO") as context:
        everybody = context.new_page()
        lead = Caseworker(context.new_page(), closed.root)
        lead.sign_in(closed.address, "lead", PASSWORD)
        publish_what_waits(lead, closed)
        go_through(lead)
        decide(lead)
        finish(lead)
        report = make_report(lead)
        publish(lead)
        counts = counts_of_result(everybody, closed)
        assert counts == report["outcomes"]
        assert min(counts[said] for said in ("partly-followed", "not-followed", "noted")) > 0
        send_letters(lead, closed)
        read_own_page(everybody, closed)


def publish_what_waits(lead: Caseworker, closed: Closed) -> None:
    """The few responses that the machine doubts are looked at, and published."""
    queue = f"{closed.address}/saksbehandling/publisering/?horing={closed.slug}"
    doubted = lead.page.locator("main table th a")
    lead.page.goto(queue)
    for _ in range(FEW):
        lead.follow(doubted.first)
        lead.follow(lead.page.get_by_role("button", name=re.compile("^Godkjenn")).first)
        lead.page.goto(queue)
        if not doubted.count():
            break
    wait_until(
        lead, "regnskap/", lambda page: "venter på publisering" not in page.inner_text("main")
    )


def go_through(lead: Caseworker) -> None:
    """Each response is read, and its points are confirmed, by one key."""
    lead.open("analyse/?svar=igjen")
    lead.follow(
        lead.page.locator(
            "#svar a[href*='/analyse/svar/'], [aria-labelledby=svar] a[href*='/analyse/svar/']"
        ).first
    )
    while "/analyse/svar/" in lead.page.url:
        lead.page.wait_for_selector("#merknadstaster")
        lead.press("f", leads_on=True)


def decide(lead: Caseworker) -> None:
    """Like ones once with one exception, a theme once, single ones by keys, the rest together."""
    page = lead.page
    lead.open("vurdering/?etter=like")
    lead.follow(page.locator(".board tbody th a").first)
    alike = page.locator(".members > li").count()
    assert alike >= 3
    lead.follow(page.get_by_role("button", name="Behandle for seg").first)
    group = page.url.removeprefix(lead.root).partition("#")[0]
    lead.decide("3", SAID_OF_ALL)  # which leads to what is left, and there is one apart here
    lead.open(group)
    apart = page.locator(".members > li", has_text="Behandles for seg")
    lead.follow(apart.locator(".where a").first)
    lead.decide("2", SAID_OF_ONE)
    lead.open("vurdering/")
    lead.follow(page.get_by_role("link", name=re.compile("^Vurder samlet")).first)
    lead.decide("2", SAID_OF_THEME)
    lead.open("vurdering/merknader/?utfall=gjenstar")
    lead.press("j", "o", leads_on=True)
    lead.decide("1", SAID_OF_ONE)
    page.wait_for_selector("#vurderingstaster")
    lead.press("s", leads_on=True)
    lead.open("regnskap/")
    lead.follow(page.get_by_role("link", name=re.compile("^Ta det som står igjen")))
    page.get_by_label("Begrunnelse").fill(SAID_OF_REST)
    lead.follow(page.get_by_role("button", name=re.compile(r"^Ta \d+ merknader til orientering")))


def finish(lead: Caseworker) -> None:
    expect(lead.page.get_by_text("Ingenting står igjen.")).to_be_visible()
    assert "Regnskapet går opp" in lead.page.inner_text("main")
    lead.follow(lead.page.get_by_role("button", name="Avslutt vurderingen"))
    expect(lead.page.get_by_text("Høringen står som ferdig behandlet.")).to_be_visible()


def make_report(lead: Caseworker) -> dict[str, Any]:
    """The report as data, after the worker has made it: whole, and with the counts that it tells."""
    lead.open("rapport/")
    lead.follow(lead.page.get_by_role("button", name="Lag rapport"))
    wait_until(lead, "rapport/", lambda page: page.locator("#laget ~ .table-region").count() > 0)
    row = lead.page.locator("[aria-labelledby=laget] tbody tr").first
    expect(row).to_contain_text("Fullstendig")
    with lead.page.expect_download() as download:
        row.get_by_role("link", name=re.compile(r"^Data")).click()
    report = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    outcomes: dict[str, int] = {}
    for one in report["comments"]:
        said = one.get("outcome")
        if said:
            outcomes[said] = outcomes.get(said, 0) + 1
    return {"outcomes": outcomes}


def publish(lead: Caseworker) -> None:
    lead.follow(lead.page.get_by_role("link", name="Publiser resultatet"))
    lead.page.get_by_label("Hva som er bestemt i saken").fill(DECISION)
    lead.follow(lead.page.get_by_role("button", name="Publiser resultatet"))
    expect(lead.page.get_by_text("Resultatet er publisert på høringssiden.")).to_be_visible()


def counts_of_result(page: Page, closed: Closed) -> dict[str, int]:
    """What the public sees: the decision, and how many points got which answer."""
    page.goto(f"{closed.public}resultat/?lang=nb")
    expect(page.get_by_text(DECISION)).to_be_visible()
    expect(page.get_by_text("Ferdig behandlet").first).to_be_visible()
    words = {
        "Tatt til følge": "followed", "Delvis tatt til følge": "partly-followed",
        "Ikke tatt til følge": "not-followed", "Tatt til orientering": "noted",
        "Utenfor høringen": "outside",
    }  # fmt: skip
    lines = page.locator("[aria-labelledby=vurdert] .ledger li").all_inner_texts()
    found = (line.split(maxsplit=1) for line in lines)
    return {words[said.strip()]: int(count) for count, said in found if count != "0"}


def send_letters(lead: Caseworker, closed: Closed) -> None:
    lead.open("tilbakemelding/")
    lead.follow(lead.page.get_by_role("button", name=re.compile(r"^Send \d+ brev")))
    wait_until(lead, "tilbakemelding/", lambda page: page.locator("#papir").count() > 0)
    mailed = re.search(r"(\d+)\s+E-post", lead.page.locator("ul.ledger").inner_text())
    assert mailed
    for _ in range(100):
        letters = closed.outbox("/tilbakemelding/")
        if len(letters) == int(mailed.group(1)):
            break
        lead.page.wait_for_timeout(200)
    assert len(letters) == int(mailed.group(1)) > 3
    assert len({to for to, _ in letters}) == len(letters), "nobody is written to twice"


def read_own_page(page: Page, closed: Closed) -> None:
    """Who wrote with the campaign reads what was said of it, on a page of their own."""
    found = [text for to, text in closed.outbox("/tilbakemelding/") if to.startswith("berit")]
    link = re.search(r"http://127\.0\.0\.1:9/tilbakemelding/[\w-]+/", found[0])
    assert link
    page.goto(closed.reached(link.group()))
    own = page.inner_text("main")
    assert SAID_OF_ALL in own or SAID_OF_ONE in own
    assert page.locator("main .became .points > li").count() > 1


def wait_until(lead: Caseworker, address: str, is_there: Any) -> None:
    """Opens a page of the desk again until the worker has done its part."""
    for _ in range(SOON // 500):
        lead.page.goto(lead.root + address)
        if is_there(lead.page):
            return
        lead.page.wait_for_timeout(500)
    raise AssertionError(f"the worker is not done: {address}")
