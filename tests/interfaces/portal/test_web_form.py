"""The web form, from beginning a response to its receipt, without JavaScript."""

from __future__ import annotations

import re

from django.test import Client

from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.drafting import queries as drafting


def begin(client: Client, hearing: ConsultationShown, **fields: str) -> str:
    """Begins a response and returns the address of its first step."""
    answer = client.post(f"/horinger/{hearing.slug}/svar-inn/", {"do": "web", **fields})
    assert answer.status_code == 302
    return answer["Location"]


def draft_of(address: str) -> drafting.DraftShown:
    return drafting.opened(address.split("/")[2]).draft


def fields_of(page: str) -> dict[str, str]:
    """The hidden fields of a page, as a browser would send them back."""
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))


def say_who(client: Client, address: str, **fields: str) -> None:
    hidden = fields_of(client.get(address).content.decode())
    sent = {**hidden, "kind": "organisation", "name": "Skoleledernes samarbeidsforum",
            "number": "974 760 673", "email": "post@skoleledere.example", "do": "next", **fields}  # fmt: skip
    answer = client.post(address, sent)
    assert answer.status_code == 302, answer.content.decode()


def test_a_response_goes_from_the_first_step_to_a_receipt(
    client: Client, open_hearing: ConsultationShown
) -> None:
    who = begin(client, open_hearing)
    say_who(client, who)
    base = who.removesuffix("avsender/")
    steps = drafting.opened(who.split("/")[2]).draft.hearing.definition.questions
    page = client.get(base + "oversikt/").content.decode()
    addresses = list(dict.fromkeys(re.findall(r'href="(/utkast/[^"]+/steg/[^"]+)"', page)))
    for address in addresses:
        step = client.get(address).content.decode()
        sent = {**fields_of(step), "do": "next"}
        for key in re.findall(r'name="(q\d+)-text"', step):
            sent[f"{key}-text"] = f"Vi mener {key}.\r\n\r\nOg mer til."
            if f'name="{key}-tick"' in step:
                sent[f"{key}-tick"] = "yes"
        assert client.post(address, sent).status_code == 302
    draft = draft_of(who)
    assert len(draft.answers) == len(steps) == 5
    assert draft.answers["1"].text == "Vi mener q1.\n\nOg mer til."
    review = client.get(base + "se-over/").content.decode()
    assert "Skoleledernes samarbeidsforum" in review
    assert "Ikke besvart" not in review
    answer = client.post(base + "se-over/", fields_of(review))
    receipt = client.get(answer["Location"]).content.decode()
    assert "Svaret er mottatt og lagret." in receipt
    again = client.post(base + "se-over/", fields_of(review))
    assert again["Location"] == answer["Location"]
    assert len(draft_of(who).receipts) == 1
