"""The public copy: nothing leaks, and any doubt is named."""

from __future__ import annotations

import json
from dataclasses import asdict

from hypothesis import given, settings
from hypothesis import strategies as st

from innspill.shared.values import Span
from innspill.stages.publication.core.masking import masked, unmasked
from innspill.stages.publication.core.noting import noted
from innspill.stages.publication.core.personal_data import find
from innspill.stages.publication.core.render import Rendered, render
from innspill.stages.publication.core.values import MASK
from innspill.stages.reading.core.values import Answer, Footnote, Hidden, Passage, ResponseRead
from innspill.stages.register.core.standing import register
from tests.core.register.cases import hearing, on, response, saying

VALID = "01010100050"


def shown(read: ResponseRead) -> Rendered:
    return render(register(hearing(), [(read, on(9))])[0], hearing())


def everything(rendered: Rendered) -> str:
    return json.dumps(asdict(rendered.public), ensure_ascii=False)


def test_an_organisations_response_is_published_as_it_is():
    rendered = shown(response("Lier kommune", "Vi støtter planen."))
    assert rendered.doubts == ()
    assert rendered.public.answers[0].text == "Vi støtter planen."
    assert (rendered.public.name, rendered.public.via) == ("Lier kommune", "member")
    assert (rendered.public.group, rendered.public.received) == ("Det offentlige", "2026-03-09")


def test_a_private_person_stands_unnamed_everywhere():
    read = response(
        "Kari Nordmann",
        "Jeg, Kari Nordmann, bor i Storgata 12, 0150 Oslo. Ring 91234567.",
        unplaced=saying("Hilsen\nKari"),
    )
    rendered = shown(read)
    assert rendered.public.name == "Privatperson"
    assert rendered.public.private
    for secret in ("Kari", "Nordmann", "Storgata", "91234567"):
        assert secret not in everything(rendered)
    assert rendered.public.withheld == len(rendered.withholdings) > 3


def test_masks_are_of_one_width_so_that_their_length_tells_nothing():
    short = shown(response("Lier kommune", "Ring 91234567 nå"))
    long = shown(response("Lier kommune", "Ring +47 91 23 45 67 nå"))
    assert short.public.answers == long.public.answers
    assert MASK in short.public.answers[0].text


def test_hidden_text_cover_mail_file_names_and_properties_are_never_shown():
    read = response(
        "Lier kommune",
        hidden=(Hidden("deleted", "HEMMELIG"),),
        cover="FØLGEBREV",
        properties={"creator": "FORFATTER"},
        file="FILNAVN.docx",
    )
    text = everything(shown(read))
    assert not any(word in text for word in ("HEMMELIG", "FØLGEBREV", "FORFATTER", "FILNAVN"))


def test_national_ids_are_masked_in_answers_footnotes_and_what_belongs_to_no_question():
    read = response(
        "Lier kommune",
        f"nr {VALID}",
        footnotes=(Footnote("1", f"se {VALID}"),),
        unplaced=saying(f"Ref {VALID[:6]} {VALID[6:]}"),
    )
    rendered = shown(read)
    assert {place for place, _ in rendered.withholdings} == {"answer:1", "footnote:1", "general:0"}
    assert VALID[:6] not in everything(rendered)
    assert rendered.doubts == ()


def test_a_national_id_split_over_two_paragraphs_is_withheld_in_both():
    read = response("Lier kommune", unplaced=(Passage(VALID[:6], ()), Passage(VALID[6:], ())))
    rendered = shown(read)
    assert [place for place, _ in rendered.withholdings] == ["general:0", "general:1"]
    assert VALID[:6] not in everything(rendered)
    assert VALID[6:] not in everything(rendered)


def test_a_national_id_split_over_a_paragraph_and_an_answer_keeps_the_response_back():
    read = response("Lier kommune", VALID[6:], unplaced=(Passage(VALID[:6], ()),))
    assert shown(read).doubts == ("something like a national identity number is left",)


def test_names_that_only_the_paragraphs_around_tell_to_be_names_are_doubted_and_signers_noted():
    said = [
        "Frammøtte:",
        "Xela Ytterhorn",
        "Quillan Ekornes",
        "Rådet sier ja.",
        "Hilsen",
        "Kari Moen",
        "leder",
    ]
    read = response("Lier kommune", unplaced=tuple(Passage(each, ()) for each in said))
    rendered = shown(read)
    assert rendered.doubts == ("name at general:1", "name at general:2")
    assert {place for place, names in noted(rendered).items() if names} == {"general:5"}


def test_in_what_a_private_person_wrote_nobody_is_noted_as_signing_for_others():
    rendered = shown(response("Kari Nordmann", unplaced=saying("Hilsen\nOla Moen\nleder")))
    notes = [each for found in noted(rendered).values() for each in found]
    assert notes
    assert all(each.doubtful for each in notes)


def test_paragraphs_of_a_story_are_looked_at_together_for_what_may_be_personal():
    said = ("Mannen min har demens.", "I januar begynte han å glemme.", "Planen er god.")
    rendered = shown(response("Kari Nordmann", unplaced=tuple(Passage(each, ()) for each in said)))
    assert "health at general:0" in rendered.doubts
    places = {place for place, found in noted(rendered).items() if found}
    assert "general:1" in places
    assert "general:2" not in places


def test_signs_that_turn_letters_around_keep_the_response_back():
    (doubt,) = shown(response("Lier kommune", "Ring \u202e76543219\u202c nå")).doubts
    assert doubt == "signs that turn the order of letters"
    assert shown(response("Lier kommune", "Ordet \u200eמים\u200e står her")).doubts == ()


def test_doubt_about_sender_or_numbers_means_not_published():
    assert shown(response(None)).doubts == ("the sender is unknown",)
    assert "private person" in shown(response("Xenia Zwart")).doubts[0]
    assert shown(response("Lier kommune", f"nr {VALID[:10]}7")).doubts == (
        "national-id at answer:1",
    )


def test_whoever_is_unsure_who_sent_it_does_not_publish():
    entry = register(hearing(), [(response("Lier kommune"), on(9, sender="Asker kommune"))])[0]
    assert render(entry, hearing()).doubts == ("unsure who the sender is",)


def test_a_private_person_whose_response_is_adhered_to_stands_unnamed():
    read = response("Lier kommune", "Vi slutter oss til innspillet fra Kari Nordmann.")
    assert shown(read).public.supports == "Privatperson"


def test_ticks_and_facts_about_them_are_shown_as_they_are():
    answer = Answer("1", ticks=("yes", "no"), flags=("contradictory-ticks",))
    public = shown(response("Lier kommune", answers=(answer,))).public
    assert public.answers[0].ticks == ("yes", "no")
    assert public.answers[0].flags == ("contradictory-ticks",)


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["Vi mener ", "ola@x.no ", "ring 91234567. ", "ja\n\n"]), max_size=9)
)
def test_the_way_back_from_the_masked_text_leads_to_the_same_words(pieces):
    text = "".join(pieces)
    findings = find(text, private=False)
    public = masked(text, findings)
    for start in range(len(public)):
        for end in range(start + 1, len(public) + 1):
            back = unmasked(Span(start, end), findings)
            if MASK[0] not in public[start:end] and MASK[-1] not in public[start:end]:
                outside = public[max(0, start - len(MASK)) : end + len(MASK)]
                if MASK not in outside:
                    assert text[back.start : back.end] == public[start:end]
            assert 0 <= back.start <= back.end <= len(text)
