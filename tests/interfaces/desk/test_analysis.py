"""The desk's pages of the analysis: read, filter, label, divide, count, and every number leads home."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html as lxml_html

from innspill.pipeline import work
from innspill.shared.people.queries import owners_of
from innspill.stages.analysis import actions
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.core import targets
from innspill.stages.analysis.models import Suggestion
from innspill.stages.analysis.queries import CommentFilter, CommentRow
from innspill.stages.consultations.queries import ConsultationShown
from tests.interfaces.scene import hand_in
from tests.stages.conftest import NOW, Staff

from .conftest import SignIn

ROOT = "/saksbehandling/horinger/25-1734/analyse/"
ONLY_LABELS = {"X-Innspill-Part": "labels"}


def rows_of(staff: Staff, **wanted: Any) -> list[CommentRow]:
    return analysis.comments("25-1734", owners_of(staff.lead), CommentFilter(**wanted))


def page_of(client: Client, address: str) -> lxml_html.HtmlElement:
    answer = client.get(ROOT + address)
    assert answer.status_code == 200, address
    return lxml_html.fromstring(answer.content.decode())


def shown_in(page: lxml_html.HtmlElement) -> list[int]:
    return [
        int(each.get("id").rpartition("-")[2])
        for each in page.xpath("//li[starts-with(@id, 'merknad-')]")
    ]


@pytest.fixture
def client(arrived: ConsultationShown, staff: Staff, signed_in: SignIn) -> Client:
    """A caseworker's browser, before a hearing that is analysed."""
    return signed_in(staff.caseworker)


def test_filters_combine_and_each_choice_says_how_many_it_gives(
    client: Client, staff: Staff
) -> None:
    first = rows_of(staff)[0]
    address = f"merknader/?sporsmal={first.question}&vis=ubekreftet"
    page = page_of(client, address)
    assert shown_in(page) == [row.id for row in rows_of(staff, question=first.question)]
    assert page.xpath("//*[@id='id_sporsmal']/option[@selected]")[0].get("value") == first.question
    for option in page.xpath("//*[@id='id_holdning']/option")[1:]:
        said = int(re.search(r"\((\d+)\)$", option.text)[1])  # type: ignore[index]
        narrowed = page_of(client, f"{address}&holdning={option.get('value')}")
        assert len(shown_in(narrowed)) == said > 0


def test_words_that_are_searched_for_are_marked_in_the_text(client: Client, staff: Staff) -> None:
    word = max(rows_of(staff)[0].text.split(), key=len).strip(".,;:«»()")
    page = page_of(client, f"merknader/?sok={word[:6]}")
    marked = [
        each.text_content().casefold() for each in page.xpath("//mark[contains(@class, 'hit')]")
    ]
    assert shown_in(page)
    assert marked
    assert all(each.startswith(word[:6].casefold()) for each in marked)
    assert not shown_in(page_of(client, "merknader/?sok=finnesikkeher"))


def test_a_word_of_a_person_stands_beside_the_machine_s_and_its_history_is_read(
    client: Client, staff: Staff
) -> None:
    row = rows_of(staff)[0]
    told = client.post(
        f"{ROOT}merknad/{row.id}/si/", {"stance": "opposes", "tilbake": "/x/"}, headers=ONLY_LABELS
    )
    part = lxml_html.fromstring(told.content.decode())
    assert "data-labels" in part.attrib
    pressed = part.xpath(".//*[@aria-pressed='true']")
    assert [each.get("value") for each in pressed] == ["opposes"]
    client.post(f"{ROOT}merknad/{row.id}/si/", {"stance": "supports"})
    history = page_of(client, f"merknad/{row.id}/").xpath(
        "//*[@id='historikk']/following-sibling::ol/li"
    )
    said = [each.text_content() for each in history]
    assert ["Støtter ikke" in each for each in said] == [False, True]
    assert all(str(staff.caseworker) in each for each in said)
    now = analysis.comments_by_id([row.id])[0].label("stance")
    assert now is not None
    assert (now.value, now.stands) == (row.label("stance").value, "supports")  # type: ignore[union-attr]


def test_many_are_labelled_at_once_and_none_where_none_is_chosen(
    client: Client, staff: Staff
) -> None:
    rows = rows_of(staff)[:3]
    against = len(rows_of(staff, stance="opposes"))
    sent = {"mange-comments": [row.id for row in rows], "mange-stance": "no-stand", "mange-note": "x"}  # fmt: skip
    assert client.post(f"{ROOT}merknader/mange/", sent).status_code == 302
    assert {row.stance for row in rows_of(staff, number=rows[0].number)[:3]} == {"no-stand"}
    empty = client.post(f"{ROOT}merknader/mange/", {"mange-stance": "opposes"})
    assert empty.status_code == 422
    assert "kryss av for minst én merknad" in empty.content.decode()
    assert len(rows_of(staff, stance="opposes")) <= against


def pieces_of(client: Client, number: int, place: str) -> Sequence[lxml_html.HtmlElement]:
    page = page_of(client, f"svar/{number}/")
    return page.xpath(f"//*[@data-divided='{place}']//*[@data-piece]")


def said_in(pieces: Sequence[lxml_html.HtmlElement]) -> str:
    return "".join(" ".join(each.xpath(".//*[@data-words]")[0].text_content() for each in pieces).split())  # fmt: skip


def test_a_text_is_divided_by_plain_forms_and_no_character_is_lost(
    client: Client, staff: Staff
) -> None:
    page = page_of(client, "svar/1/")
    cut = page.xpath("//button[@name='split']")[0]
    section = next(cut.iterancestors("section"))
    place, form = section.get("data-divided"), cut.getparent().getparent()
    fields = {name: value for name, value in form.form_values() if name != "kind"}
    before = pieces_of(client, 1, place)
    whole = said_in(before)
    assert whole == "".join(section.get("data-text").split())

    client.post(f"{ROOT}svar/1/", fields | {"split": cut.get("value")})
    divided = pieces_of(client, 1, place)
    assert len(divided) == len(before) + 1
    assert said_in(divided) == whole
    index = next(i for i, one in enumerate(divided) if one.get("id") not in {x.get("id") for x in before})  # fmt: skip
    piece = divided[index].get("data-piece")
    asked = {"place": place, "piece": piece}
    client.post(f"{ROOT}svar/1/", asked | {"mark": "1", "kind": "greeting"})
    kinds = [each.get("data-kind") for each in pieces_of(client, 1, place)]
    assert kinds[index] == "greeting"
    joined = pieces_of(client, 1, place)
    if index + 1 < len(joined):
        both = {"place": place, "piece": joined[index].get("data-piece")}
        client.post(f"{ROOT}svar/1/", both | {"join": joined[index + 1].get("data-piece")})
        assert said_in(pieces_of(client, 1, place)) == whole
    lost = client.post(f"{ROOT}svar/1/", {"place": place, "cuts": "0-3:"}, follow=True)
    assert "Disse ordene falt utenfor" in lost.content.decode()
    assert said_in(pieces_of(client, 1, place)) == whole


def test_a_response_is_finished_when_every_comment_in_it_is_confirmed(
    client: Client, staff: Staff
) -> None:
    left = len(rows_of(staff, number=1, unconfirmed=True))
    refused = client.post(f"{ROOT}svar/1/", {"finish": "1", "tilbake": f"{ROOT}svar/1/"}, follow=True)  # fmt: skip
    assert f"{left} av merknadene er ikke bekreftet" in refused.content.decode()
    page = page_of(client, "svar/1/")
    for section in page.xpath("//*[@data-divided]"):
        client.post(f"{ROOT}svar/1/", {"confirm_place": "1", "place": section.get("data-divided")})
    done = client.post(f"{ROOT}svar/1/", {"finish": "1"}, follow=True)
    assert "Svaret er gått gjennom." in done.content.decode()
    front = page_of(client, "")
    mine = front.xpath("//tr[.//a[contains(@href, '/svar/1/')]]")[0].text_content()
    assert "Gått gjennom" in mine


def test_one_button_confirms_the_rest_of_a_response_and_opens_the_next(
    client: Client, staff: Staff
) -> None:
    assert "Bekreft resten, og gå til neste svar" in client.get(f"{ROOT}svar/1/").content.decode()
    onward = client.post(f"{ROOT}svar/1/", {"go_on": "1"})
    assert onward["Location"] != f"{ROOT}svar/1/"
    assert onward["Location"].startswith(f"{ROOT}svar/")
    assert not rows_of(staff, number=1, unconfirmed=True)
    met = {f"{ROOT}svar/1/"}
    while onward["Location"].startswith(f"{ROOT}svar/"):
        assert onward["Location"] not in met, "nobody goes through a response twice"
        met.add(onward["Location"])
        onward = client.post(onward["Location"], {"go_on": "1"})
    assert page_of(client, "?svar=ferdig").xpath(
        "count(//tr[.//a[contains(@href, '/svar/')]])"
    ) == len(met)
    assert not page_of(client, "?svar=igjen").xpath("//tr[.//a[contains(@href, '/svar/')]]")


@pytest.mark.parametrize("asked", ["", "?en=1"])
def test_every_number_of_the_matrix_leads_to_as_many_responses(client: Client, asked: str) -> None:
    page = page_of(client, f"matrise/{asked}")
    table = page.xpath("//*[@aria-labelledby='grupper']//table")[0]
    cells, sums = table.xpath(".//td/a"), page.xpath("//p[@class='sum-line']/a")
    assert cells
    for cell in (*cells, *sums):
        behind = client.get(cell.get("href")).content.decode()
        found = lxml_html.fromstring(behind).xpath("//main//ul[@class='rows']/li")
        assert len(found) == int(cell.text_content()), cell.get("aria-label")
    lines, with_answer, without_answer = (int(each.text_content()) for each in sums[:3])
    assert lines == with_answer + without_answer
    responses, *ticked = (int(each.text_content()) for each in sums[-6:])
    assert responses == sum(ticked)
    total = [int(each.text_content()) for each in table.xpath(".//tr[@class='total']/td")]
    responses, answered, *stances, without, silent = total
    assert responses == answered + silent
    assert answered == sum(stances) + without


def test_a_comment_leads_to_its_words_in_the_original(client: Client, staff: Staff) -> None:
    row = rows_of(staff, number=1)[0]
    leads = client.get(f"{ROOT}merknad/{row.id}/kilde/")["Location"]
    address, _, anchor = leads.partition("#")
    block = lxml_html.fromstring(client.get(address).content.decode()).get_element_by_id(anchor)
    assert " ".join(row.text.split())[:40] in " ".join(block.text_content().split())


def test_who_speaks_of_another_s_answer_leads_to_it(client: Client, staff: Staff) -> None:
    rows = rows_of(staff)
    first = next(row for row in rows if row.mentions)
    other = next(row for row in rows if row.number != first.number)
    copied = Suggestion.objects.filter(comment_id=first.id, kind="mention")[0]
    Suggestion.objects.create(
        run_id=copied.run_id, comment_id=first.id, question=copied.question, kind="mention",
        target=targets.of_mention(first.reference, "statement", "dem"), value=other.name,
        certainty="likely", detail=copied.detail | {"kind": "statement", "name": other.name},
    )  # fmt: skip
    page = page_of(client, f"merknad/{first.id}/")
    to_it = page.xpath("//section[@aria-labelledby='navn']//a[text()='Les svaret']/@href")
    assert len(to_it) == 1
    shown = shown_in(page_of(client, to_it[0].removeprefix(ROOT)))
    assert shown
    assert set(shown) == {row.id for row in rows if row.number == other.number}


def test_themes_are_made_merged_and_taken_apart_again(client: Client, staff: Staff) -> None:
    for label in ("Vannkvalitet", "Beredskap i små vannverk"):
        client.post(f"{ROOT}temaer/", {"make": "1", "label": label})
    rows = rows_of(staff)[:2]
    for row in rows:
        sent = {"add_theme": "1", "theme_label": " vannkvalitet "}
        client.post(f"{ROOT}merknad/{row.id}/si/", sent)
    hearing = rows[0].consultation_slug
    themes = {each.label: each for each in analysis.theme_list(hearing, owners_of(staff.lead))}
    water, small = themes["Vannkvalitet"], themes["Beredskap i små vannverk"]
    assert (water.comments, water.by_person) == (len({row.fingerprint for row in rows}), True)
    twice = client.post(f"{ROOT}temaer/", {"make": "1", "label": "vannkvalitet"}, follow=True)
    assert twice.status_code == 200
    client.post(f"{ROOT}temaer/", {"merge": "1", "themes": [water.id], "into": small.id})
    page = page_of(client, f"temaer/{small.id}/")
    assert set(shown_in(page)) == {row.id for row in rows}
    client.post(f"{ROOT}temaer/", {"unmerge": water.id})
    assert len(shown_in(page_of(client, f"temaer/{water.id}/"))) == len(rows)


def test_every_number_on_a_theme_leads_to_as_many_comments(client: Client) -> None:
    page = page_of(client, "temaer/")
    links = page.xpath("//*[contains(@class, 'theme')]//a[contains(@href, '?tema=')]")
    numbered = [each for each in links if each.text_content()[:1].isdigit()]
    assert len(numbered) > len(page.xpath("//li[contains(@class, 'card')]"))
    for each in numbered:
        behind = lxml_html.fromstring(client.get(each.get("href")).content.decode())
        total = behind.xpath("string(//main//p[@role='status'])").split()[0]
        assert total == each.text_content().split()[0], each.get("href")


def test_what_is_like_no_theme_is_read_among_the_views_of_one_or_two(
    client: Client, staff: Staff
) -> None:
    row, hearing = rows_of(staff)[0], rows_of(staff)[0].consultation_slug
    themes = analysis.theme_list(hearing, owners_of(staff.lead))
    other = next(each for each in themes if each.always == "other")
    client.post(f"{ROOT}merknad/{row.id}/si/", {"add_theme": "1", "theme_label": other.label})
    alone = page_of(client, "temaer/").xpath("//*[@aria-labelledby='enkeltstemmer']")[0]
    assert " ".join(row.text.split()) in " ".join(alone.text_content().split())


def test_the_stance_on_a_question_is_said_by_a_person_and_counted_so(
    client: Client, arrived: ConsultationShown, staff: Staff
) -> None:
    page = page_of(client, "svar/1/")
    place = page.xpath("//section[.//button[@name='answer_stance']]/@data-divided")[0]
    client.post(f"{ROOT}svar/1/", {"place": place, "answer_stance": "no-stand"})
    pressed = page_of(client, "svar/1/").xpath(
        f"//section[@data-divided='{place}']//button[@name='answer_stance'][@aria-pressed='true']"
    )
    assert [each.get("value") for each in pressed] == ["no-stand"]
    counted = analysis.counts(arrived.slug, owners_of(staff.lead))
    assert counted is not None
    question = place.removeprefix("q:")
    total = next(each.total for each in counted.questions if each.question == question)
    assert any(one.endswith("-1") for one in total.stances["no-stand"])


LETTER = """{name}

Høringssvar

Kommunen ber om at fristen for å ta i bruk de nye styringssystemene utsettes til 2030. Små vannverk
har verken folk eller penger til å gjøre dette før, og leverandørene har lang leveringstid.
{more}
Med hilsen
{name}
"""


def test_like_comments_show_what_each_says_otherwise_and_besides(
    client: Client, arrived: ConsultationShown
) -> None:
    sent = {"Granmo kommune": "", "Strandøy kommune": "\nØvelsene bør også holdes om høsten.\n"}
    for day, (name, more) in enumerate(sent.items()):
        text = LETTER.format(name=name, more=more)
        if more:
            text = text.replace("ber om", "ber sterkt om").replace("de nye", "de")
        hand_in(arrived, f"{name}.txt", text.encode(), sender=name, days=day)
    work.run_until_idle()
    (group,) = page_of(client, "like/").xpath("//section[contains(@class, 'same')]")
    assert group.xpath(".//mark[contains(@class, 'differs')]/text()") == ["sterkt"]
    assert group.xpath(".//del/text()") == ["nye"]
    assert "Øvelsene bør også holdes om høsten." in group.text_content()


def test_what_the_machine_did_not_see_is_added_by_its_words(client: Client, staff: Staff) -> None:
    row = rows_of(staff)[0]
    words = " ".join(row.text.split()[:3])
    address = f"{ROOT}merknad/{row.id}/si/"
    wrong = client.post(address, {"add": "1", "nytt-kind": "proposal", "nytt-words": "står ikke her"})  # fmt: skip
    assert wrong.status_code == 422
    client.post(address, {"add": "1", "nytt-kind": "proposal", "nytt-words": words})
    added = [each for each in analysis.comments_by_id([row.id])[0].proposals if each.id == 0]
    assert [row.text[each.span.start : each.span.end] for each in added] == [words]
    fields = {"target": added[0].target, "on_span": "changed"}
    prefix = f"forslag-{added[0].span.start}-{added[0].span.end}"
    client.post(address, fields | {f"{prefix}-actor": "Statsforvalteren", f"{prefix}-action": "samle"})  # fmt: skip
    now = [each for each in analysis.comments_by_id([row.id])[0].proposals if each.id == 0]
    assert [each.said["actor"] for each in now] == ["Statsforvalteren"]
    assert "Statsforvalteren" in client.get(f"{ROOT}forslag/").content.decode()


def test_who_may_only_read_sees_all_and_has_nothing_to_press(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    reader = signed_in(staff.reader)
    row = rows_of(staff)[0]
    theme = next(iter(analysis.theme_labels(arrived.id)))
    for address in ("", "merknader/", f"merknad/{row.id}/", "svar/1/", "temaer/",
                    f"temaer/{theme}/", "like/", "matrise/", "forslag/", "tiltak/", "ordliste/"):  # fmt: skip
        forms = [each for each in page_of(reader, address).forms if each.method == "POST"]
        assert [each.action for each in forms] == ["/saksbehandling/logg-ut/"], address
    refused = reader.post(f"{ROOT}merknad/{row.id}/si/", {"stance": "opposes"})
    assert refused.status_code == 403


def test_a_longer_list_asks_the_database_no_more(client: Client, staff: Staff) -> None:
    few = rows_of(staff)[0]

    def asked(address: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as found:
            page_of(client, address)
        return len(found)

    short = f"merknader/?svar={few.number}&sporsmal={few.question}"
    asked(short)
    assert asked("merknader/") <= asked(short) + 1
    assert asked("merknader/") <= 30


def test_what_another_hearing_has_cannot_be_labelled_from_here(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    other = "/saksbehandling/horinger/26-2051/analyse/"
    row, client = rows_of(staff)[0], signed_in(staff.lead)
    assert client.get(f"{other}merknad/{row.id}/").status_code == 404
    assert client.post(f"{other}merknad/{row.id}/si/", {"stance": "opposes"}).status_code == 404
    client.post(f"{other}like/", {"comments": [row.id], "stance": "opposes"})
    client.post(f"{other}merknader/mange/", {"mange-comments": [row.id], "mange-stance": "opposes"})
    theme = actions.make_theme(arrived.id, label="Her", by=staff.lead, now=NOW)
    client.post(f"{other}temaer/", {"merge": "1", "themes": [theme], "into": theme})
    assert analysis.comments_by_id([row.id])[0].label("stance").judged is None  # type: ignore[union-attr]
