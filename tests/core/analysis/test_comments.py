"""Answers split into points: nothing falls between, and each point stands where it stood."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innspill.stages.analysis.core.analyse import comments_of
from innspill.stages.analysis.core.comments import points
from innspill.stages.analysis.core.dividing.features import Where
from innspill.stages.analysis.core.remainder import remainder_by_rule, tells_who
from innspill.stages.analysis.core.sentences import sentences
from tests.core.analysis.cases import answer, hearing, public

PIECES = st.sampled_from(
    ["Vi støtter forslaget. ", "For det andre mener vi noe. ", "\n\n", "\n", "• ", "1) ", "a) ", "- ",
     "bl.a. ", "9. september ", "Hei", ": ", "[^1]", "[sladdet]", "?", "…", "kap. 3 ", "\u00a0", "o ",
     "Ingen innspill", "Med vennlig hilsen\n", "§ 3-2 ", "☒", "\t"]
)  # fmt: skip


def texts(text: str) -> list[str]:
    return [text[each.span.start : each.span.end] for each in points(text)]


@settings(deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map("".join)))
def test_every_visible_character_lies_in_exactly_one_point(text):
    found = points(text)
    at = 0
    for point in found:
        assert point.span.start >= at
        assert text[at : point.span.start].strip() == ""
        assert len(point.span) > 0
        at = point.span.end
    assert text[at:].strip() == ""


@settings(deadline=None)
@given(st.lists(PIECES, max_size=10).map("".join))
def test_a_comment_quotes_its_place_word_for_word(text):
    response = public(answer(text), general=(text,))
    for comment in comments_of(response, hearing()):
        source = text if comment.question or comment.paragraph == 0 else ""
        assert source[comment.span.start : comment.span.end] == comment.text
        for proposal in comment.proposals:
            assert 0 <= proposal.span.start < proposal.span.end <= len(comment.text)


def test_sentences_of_one_point_stay_together_and_a_new_topic_starts_a_new_one():
    assert texts(
        "For det første er planen god. Den er klar. For det andre mangler den penger. "
        "Det må ordnes. Når det gjelder øvelser, er vi fornøyde."
    ) == [
        "For det første er planen god. Den er klar.",
        "For det andre mangler den penger. Det må ordnes.",
        "Når det gjelder øvelser, er vi fornøyde.",
    ]


def test_paragraphs_and_list_items_are_points_and_what_leads_into_a_list_belongs_to_its_first():
    assert texts("Vi foreslår:\n• flere øvelser. De bør være korte.\n• bedre språk\n\nTakk!") == [
        "Vi foreslår:\n• flere øvelser. De bør være korte.",
        "• bedre språk",
        "Takk!",
    ]


def test_abbreviations_dates_and_hard_line_breaks_do_not_end_a_sentence():
    text = (
        "Fristen er 9. september, jf. kap. 3 nr. 2, bl.a. for\nkommuner med ca. 500 innbyggere "
        "osv. Dette gjelder f.eks. KS. Slik var det i 2022. Nå er det annerledes."
    )
    found = [text[each.start : each.end] for each in sentences(text)]
    assert [each.split()[0] for each in found] == ["Fristen", "Dette", "Slik", "Nå"]


def test_greetings_reference_lines_and_the_question_quoted_are_no_remarks():
    text = (
        "Deres ref: 26/100\n\nHei!\n\nEr målene i kapittel 4 dekkende?\n\nPlanen er for svak.\n\n"
        "Med vennlig hilsen\n\n[sladdet]"
    )
    found = comments_of(public(answer(text)), hearing())
    assert [(each.text, each.remainder) for each in found] == [
        ("Deres ref: 26/100", "reference"), ("Hei!", "greeting"),
        ("Er målene i kapittel 4 dekkende?", "quote"), ("Planen er for svak.", ""),
        ("Med vennlig hilsen\n\n[sladdet]", "signature"),
    ]  # fmt: skip


def test_ingen_innspill_is_no_remark_and_its_stance_is_no_comment():
    for words in ("Ingen innspill", "Lier kommune har ingen merknader.", "Uten merknad",
                  "Vi har ikkje innspel til dette punktet."):  # fmt: skip
        comment = comments_of(public(answer(words)), hearing())[0]
        assert (comment.is_remark, comment.stance.value) == (False, "no-comment"), words


def test_items_of_a_list_take_the_proposal_of_the_line_that_leads_into_it():
    comments = comments_of(
        public(answer("Vi foreslår:\n- flere øvelser\n- bedre språk")), hearing()
    )
    assert [[each.phrase for each in comment.proposals] for comment in comments] == [
        ["foreslår"], ["foreslår"],
    ]  # fmt: skip


def test_ingen_innspill_broken_over_two_paragraphs_is_one_remainder():
    comments = comments_of(public(answer(" Ingen\n\ninnspill ")), hearing())
    assert [(each.text, each.is_remark) for each in comments] == [("Ingen\n\ninnspill", False)]


def test_letterheads_and_signatures_of_a_letter_are_no_remarks():
    general = ("Lier kommune", "Direktoratet for prøver", "Uttalelse om planen for vann",
               "Vi mener at planen er for svak.", "Med hilsen", "Siri Hagelund, ordfører",
               "Dokumentet er elektronisk godkjent.")  # fmt: skip
    comments = comments_of(public(general=general), hearing())
    assert [each.text for each in comments if each.is_remark] == [general[3]]


def test_a_short_line_under_a_question_may_be_its_answer():
    comments = comments_of(public(answer("Flere øvelser")), hearing())
    assert [each.is_remark for each in comments] == [True]


@pytest.mark.parametrize(
    "said",
    [
        "Forslaget representerer et alvorlig inngrep i eiendomsretten.",
        "Loven er en klar forbedring.",
        "Ordningen har som formål å spare penger, og det er feil.",
        "Lovforslaget har 40 kommuner imot seg.",
        "Kommunen arbeider for dårlig med dette.",
        "Saken er behandlet for dårlig av kommunen.",
        "Styret behandlet saken for seint.",
        "Tenk på miljøet!",
        "Lykke til videre med dette håpløse prosjektet.",
        "Beklager, men planen er rotete og full av skrivefeil.",
    ],
)
def test_a_view_is_not_taken_for_who_the_sender_is_or_how_it_came_to_be(said: str):
    assert not remainder_by_rule(said)
    assert not tells_who(said)


@pytest.mark.parametrize(
    "said",
    [
        "Norsk Vann er en interesseorganisasjon for vannbransjen.",
        "Fagforbundet organiserer 400 000 arbeidstakere.",
    ],
)
def test_a_body_that_says_what_it_is_makes_no_point(said: str):
    assert tells_who(said)


@pytest.mark.parametrize(
    "text",
    [
        "Vik kommune har ingen merknader til høringen, men vil bemerke at fristen var altfor kort.",
        "Vi har ingen merknader til kapittel 4 bortsett fra at fristen er for kort.",
        "Kommunen har ingen merknader utover at tilskuddet bør økes.",
        "Vi har ingen merknader til forslaget, så lenge staten betaler.",
    ],
)
@pytest.mark.parametrize("general", [True, False])
def test_who_has_no_comment_and_makes_one_all_the_same_is_heard(text, general):
    (point,) = points(text, where=Where(general=general))
    assert point.is_remark


def test_items_of_a_list_in_a_letter_are_points_that_the_line_above_asks_for():
    # Word's bullets are no part of the text, and each item is a paragraph of its own.
    letter = (
        "Vi foreslår følgende:", "Norsk helsenett SF får ansvar for vakten", "flere øvelser",
        "Øvrige merknader", "Planen er god.", "Med vennlig hilsen", "Kari Nordmann",
    )  # fmt: skip
    found = comments_of(public(general=letter), hearing())
    asked = [each.text for each in found if each.proposals and each.is_remark]
    assert [each for each in asked if each in letter[1:]] == list(letter[1:3])
    assert {each.text for each in found if not each.is_remark} >= {letter[3], *letter[5:]}
