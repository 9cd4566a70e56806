"""The desk's pages for what the public may see: the queue, the marks, the preview, the word."""

from __future__ import annotations

import re

from django.test import Client
from lxml import html as lxml_html

from innspill.pipeline.work import run_until_idle
from innspill.shared.people.queries import owners_of
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import queries as publication
from innspill.stages.publication import waiting
from innspill.stages.publication.core.values import MASK
from innspill.stages.publication.looking import TextShown, looked_at
from innspill.stages.register import actions as register
from tests.interfaces import scene
from tests.stages.conftest import NOW, Staff

from .conftest import SignIn

ROOT = "/saksbehandling/publisering/"


def a_text(slug: str, staff: Staff) -> TextShown:
    found = looked_at(slug, 1, owners_of(staff.lead))
    assert found is not None
    return next(each for each in found.texts if each.part == "answer" and len(each.text) > 20)


def form_of(client: Client, address: str, has: str) -> dict[str, str]:
    """The fields of the page's form that has a field or button of this name, as they stand."""
    page = lxml_html.fromstring(client.get(address).content.decode())
    form = next(each for each in page.forms if each.xpath(f".//*[@name='{has}']"))
    return {name: value or "" for name, value in form.form_values()}


def test_words_are_withheld_by_writing_them_where_there_is_no_mouse(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    client, address = signed_in(staff.caseworker), f"{ROOT}{arrived.slug}/1/"
    text = a_text(arrived.slug, staff)
    word = max(text.text.split(), key=len)
    sent = form_of(client, address, "merk-words") | {
        "merk-place": text.place, "merk-words": f" {word.upper()} ", "merk-reason": "Et navn.",
    }  # fmt: skip
    wrong = client.post(f"{address}merk/", sent | {"merk-words": "finnes ikke her"})
    assert wrong.status_code == 422
    assert "de står ikke i den teksten" in wrong.content.decode()
    answer = client.post(f"{address}merk/", sent)
    assert answer["Location"].startswith(f"{address}#tekst-answer-")
    shown = publication.public_response(arrived.slug, 1)
    assert shown is not None
    assert word not in str(shown.response)
    page = client.get(address).content.decode()
    assert "Et navn." in page
    assert 'class="held person"><a' in page


def test_the_text_on_the_page_is_the_text_to_the_last_character(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    page = lxml_html.fromstring(
        signed_in(staff.caseworker).get(f"{ROOT}{arrived.slug}/1/").content.decode()
    )
    found = looked_at(arrived.slug, 1, owners_of(staff.lead))
    assert found is not None
    on_page = {
        each.get("data-place"): each.text_content() for each in page.xpath("//*[@data-place]")
    }
    assert on_page == {place: text for place, text in found.texts_by_place.items() if text.strip()}


def test_a_form_from_a_page_that_is_out_of_date_does_nothing(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    client, address = signed_in(staff.lead), f"{ROOT}{arrived.slug}/1/"
    text = a_text(arrived.slug, staff)
    words = text.text.split()
    sent = form_of(client, address, "merk-words") | {
        "merk-place": text.place, "merk-reason": "Et navn.",
    }  # fmt: skip
    client.post(f"{address}merk/", sent | {"merk-words": words[0], "merk-which": "1"})
    client.post(f"{address}merk/", sent | {"merk-words": words[-1], "merk-which": "1"})
    page = client.get(address).content.decode()
    assert "Noen andre endret dette først" in page
    assert page.count('class="held person"><a') == 1


def test_a_lead_withholds_the_whole_on_a_ground_and_lets_it_out_again(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    client, address = signed_in(staff.lead), f"{ROOT}{arrived.slug}/1/"
    sent = form_of(client, address, "withhold-reason")
    assert client.post(f"{address}avgjor/", sent).status_code == 422
    client.post(
        f"{address}avgjor/", sent | {"withhold-reason": "Hets.", "withhold-ground": "hateful"}
    )
    assert publication.public_response(arrived.slug, 1) is None
    assert "hatefullt eller diskriminerende" in client.get(address).content.decode()
    client.post(f"{address}avgjor/", form_of(client, address, "publish-reason"))
    run_until_idle()
    assert publication.public_response(arrived.slug, 1) is not None
    sent = form_of(client, address, "withdraw-reason") | {"withdraw-reason": "De ba om det."}
    client.post(f"{address}avgjor/", sent)
    assert publication.public_response(arrived.slug, 1) is None


def test_the_queue_adds_up_and_many_are_approved_as_the_list_showed_them(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    owners = owners_of(staff.lead)
    definition = consultations.by_id(arrived.id).definition
    assert definition.publish_without_a_person == "masked"
    for name in (scene.PRIVATE, "Vannet vårt 1.eml", "Vannet vårt 2.eml"):
        scene.hand_in(arrived, name)
    run_until_idle()
    for row in waiting.waiting(owners):
        if not row.response.sender_is_sure:
            register.settle_sender(
                row.response.id, names=["Kari Nes"], kind="person", by=staff.caseworker, now=NOW
            )
    run_until_idle()
    client = signed_in(staff.lead)
    page = lxml_html.fromstring(client.get(f"{ROOT}?velg=alle").content.decode())
    rows = waiting.waiting(owners)
    counted = sum(int(n) for n in re.findall(r"\((\d+)\)", " ".join(
        page.xpath("//ul[@aria-labelledby='hvorfor']//text()"))))  # fmt: skip
    assert counted == len(rows) == int(publication.ledger_for(owners).waiting)
    calm = [row for row in rows if row.category == "person"]
    ticked = page.xpath("//input[@name='svar'][@checked]/@value")
    assert len(ticked) == len(calm) > 1
    held = calm[0]
    looked = looked_at(arrived.slug, held.response.number, owners)
    assert looked is not None
    text = looked.texts[-1]
    address = f"{ROOT}{arrived.slug}/{held.response.number}/"
    client.post(f"{address}merk/", form_of(client, address, "merk-words") | {
        "merk-place": text.place, "merk-words": text.text.split()[0], "merk-reason": "Navn.",
    })  # fmt: skip
    client.post(f"{ROOT}godkjenn/", {"svar": ticked})
    told = client.get(ROOT).content.decode()
    assert f"disse er ikke godkjent: {held.response.reference}" in told
    run_until_idle()
    left = {row.response.number for row in waiting.waiting(owners)}
    assert held.response.number in left
    assert not left & {row.response.number for row in calm[1:]}
    client.post(f"{ROOT}godkjenn/", {"svar": [f"{arrived.slug}/{held.response.number}/"]})
    assert "ikke godkjent" in client.get(ROOT).content.decode()


def test_the_preview_is_the_portal_s_page_with_a_banner(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    client = signed_in(staff.reader)
    foreseen = client.get(f"{ROOT}{arrived.slug}/1/forhandsvisning/")
    assert foreseen["X-Robots-Tag"] == "noindex"
    public = Client(headers={"accept-language": "nb"}).get(f"/horinger/{arrived.slug}/svar/1/")
    article = re.compile(r"<article.*</article>", re.DOTALL)
    # When it is published, and the files that are rebuilt from it, are only there afterwards.
    after = re.compile(
        r"<dt>Publisert</dt><dd>.*?</dd>|<section[^>]*\"filer\".*?</section>|\s+", re.DOTALL
    )
    same = [after.sub("", article.findall(each.content.decode())[0]) for each in (foreseen, public)]
    assert same[0] == same[1]
    assert "Forhåndsvisning." in foreseen.content.decode()


def test_a_span_of_the_machine_is_accepted_changed_and_shown_after_all(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    scene.hand_in(arrived, "svar.txt", "Granmo kommune støtter planen. Ring vakten på 912 34 567.\n\n"
                  "Granmo kommune\n".encode(), sender="Granmo kommune")  # fmt: skip
    run_until_idle()
    number = max(
        row.response.number for row in waiting.all_states(arrived.slug, owners_of(staff.lead))
    )
    client, address = signed_in(staff.caseworker), f"{ROOT}{arrived.slug}/{number}/"
    said = form_of(client, address, "word")
    client.post(f"{address}merk/", said | {"word": "accept"})
    assert "Godtatt som foreslått." in client.get(address).content.decode()
    said = form_of(client, address, "reason")
    client.post(f"{address}merk/", said | {"word": "show", "reason": ""})
    assert "Skriv en begrunnelse" in client.get(address).content.decode()
    client.post(f"{address}merk/", form_of(client, address, "reason") | {
        "word": "withhold", "ground": "offl-24", "reason": "Sikkerhet."})  # fmt: skip
    assert "offl. § 24" in client.get(address).content.decode()
    shown = publication.public_response(arrived.slug, number)
    assert shown is not None
    assert MASK in str(shown.response)
    client.post(f"{address}merk/", form_of(client, address, "reason") | {
        "word": "show", "reason": "Vakttelefonen er for alle."})  # fmt: skip
    assert publication.public_response(arrived.slug, number) is None
    assert "vises likevel" in client.get(address).content.decode()


def test_a_lead_is_told_where_a_word_that_is_withheld_stands_open_in_another_response(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    for place in ("Granmo", "Fjordvik"):
        said = f"{place} kommune støtter planen. Beredskapsvakten heter Blåklokke.\n"
        scene.hand_in(arrived, f"{place}.txt", said.encode(), sender=f"{place} kommune")
    run_until_idle()
    one, other = (
        row.response.number
        for row in waiting.all_states(arrived.slug, owners_of(staff.lead))
        if row.response.name in {"Granmo kommune", "Fjordvik kommune"}
    )
    client, address = signed_in(staff.lead), f"{ROOT}{arrived.slug}/samme-ord/"
    assert address in client.get(ROOT).content.decode()
    assert "Ingen ord som er sladdet, står åpent" in client.get(address).content.decode()
    before = publication.public_response(arrived.slug, other)
    page = f"{ROOT}{arrived.slug}/{one}/"
    client.post(f"{page}merk/", form_of(client, page, "merk-words") | {
        "merk-place": "general:0", "merk-words": "Blåklokke", "merk-reason": "Et navn."})  # fmt: skip
    (row,) = lxml_html.fromstring(client.get(address).content.decode()).xpath("//tbody/tr")
    assert row.xpath("th/text()") == ["Blåklokke"]
    links = [link.get("href") for link in row.xpath(".//a")]
    assert links == [page, f"{ROOT}{arrived.slug}/{other}/"]
    assert publication.public_response(arrived.slug, other) == before  # nothing is done by itself
    there = f"{ROOT}{arrived.slug}/{other}/"
    client.post(f"{there}merk/", form_of(client, there, "merk-words") | {
        "merk-place": "general:0", "merk-words": "Blåklokke", "merk-reason": "Et navn."})  # fmt: skip
    assert "Ingen ord som er sladdet, står åpent" in client.get(address).content.decode()
