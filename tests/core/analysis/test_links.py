"""Comments are linked to the places of the hearing that they are about, wherever they stand."""

from __future__ import annotations

import pytest

from innspill.shared.values import Certainty
from innspill.stages.analysis.core.links import Trail, links_of
from innspill.stages.consultations.core.definition import Chapter
from tests.core.analysis.links_hearing import hearing
from tests.core.length import costs_its_length

EDUCATION = (
    "Vi ser på det som positivt at digital sikkerhet blir en del av grunnutdanningene innen helse "
    "og omsorg. I høringsdokumentet er det nevnt at universiteter er med, men ikke i videregående "
    "skoler. Det er viktig at også de videregående skolene inkluderes og at det undervises i "
    "digital sikkerhet også her."
)


def first(text: str, question: str | None = None, **more: str) -> str:
    return links_of(text, question, hearing(), **more)[0].place


@pytest.mark.parametrize(
    ("text", "question", "place"),
    [
        ("Kapittel 4 er for vagt.", None, "chapter 4"),
        ("Kap. 2.1 er god.", None, "chapter 2"),
        ("Innsatsområde 2 er viktigst.", None, "focus-area 2"),
        ("Tiltak 3.3 bør droppes.", None, "measure 3.3"),
        ("Tiltak 3.1 bør droppes.", None, "focus-area 3"),
        ("Vedlegg A er uoversiktlig.", None, "annex A"),
        ("Vi støtter opplæringslova § 10-9.", None, "section 10-9"),
        ("§ 10-9 annet ledd er uklart.", None, "section 10-9"),
        ("Mål 4.2 er for vagt.", "2", "chapter 4"),
        ("Vi er enige.", "1", "chapter 2"),
        ("Øvelser må holdes ofte.", None, "focus-area 3"),
        ("Folk må få opplæring og kurs.", None, "focus-area 2"),
        ("Innsatsområde 2 bør komme først.", "1", "focus-area 2"),
        ("Mobiltelefon forstyrrer.", None, "section 10-9"),
    ],
)
def test_the_place_that_a_comment_names_or_stands_at_or_tells_of_comes_first(text, question, place):
    assert first(text, question) == place


def test_to_support_is_to_speak_of_no_chapter_on_support():
    definition = hearing()
    support = Chapter(id="7", kind="focus-area", title={"nb": "Støtte til mindre virksomheter"})
    paper = definition.papers[0]
    more = paper.model_copy(update={"chapters": (*paper.chapters, support)})
    changed = definition.model_copy(update={"papers": (more,)})
    assert links_of("Vi støtter hovedlinjene.", None, changed) == ()
    (first_link, *_) = links_of("Støtte til mindre virksomheter er viktig.", None, changed)
    assert first_link.place == "focus-area 7"


def test_a_paragraph_of_another_law_is_no_place_of_the_hearing():
    assert links_of("Etter kulturminnelova § 10-9 gjelder vern.", None, hearing()) == ()


def test_where_the_papers_have_nothing_the_question_is_the_place():
    (link,) = links_of("Fellesskapet betyr alt hos oss.", "5", hearing())
    assert (link.place, link.certainty) == ("question 5", Certainty.LIKELY)


@pytest.mark.parametrize(
    "text",
    [
        "Barnehagen slutter seg til høringssvaret fra PBL.",
        "Høyringsfristen midt i fellesferien var altfor kort.",
        "Vi ber om et møte med departementet før jul.",
        "Fagmiljøet vårt bidreg gjerne vidare.",
        "Takk for en fin prosess.",
    ],
)
def test_what_is_about_the_hearing_itself_or_another_s_answer_has_no_place(text):
    assert links_of(text, "5", hearing()) == ()


def test_what_names_a_place_has_it_also_where_it_thanks():
    assert first("Takk for at kapittel 4 er blitt så kort.") == "chapter 4"


def test_grounds_are_codes_with_the_words_that_tell():
    (link, *_) = links_of("I kap. 4 mangler noe.", None, hearing())
    assert link.grounds == ("named «kap. 4»",)
    (link, *_) = links_of("Vi er enige.", "1", hearing(), heading="Planverk «og» øvelser")
    assert link.grounds[0] == "heading «Planverk og øvelser»"


def test_the_education_passage_under_question_1_is_linked_to_focus_area_2_too():
    places = [link.place for link in links_of(EDUCATION, "1", hearing())]
    assert "focus-area 2" in places[:2]


def test_there_are_at_most_three_each_with_grounds():
    found = links_of("Kapittel 2, kapittel 4, vedlegg A og øvelser og kurs.", "3", hearing())
    assert len(found) == 3
    assert all(link.grounds for link in found)


def test_a_comment_on_the_wording_is_about_the_paragraph_else_about_its_chapter():
    assert first("Ordlyden er uklar.", "4") == "section 10-9"
    assert first("Vi er for.", "4") == "chapter 6"


def test_what_a_comment_is_about_may_stand_in_the_heading_or_the_comment_above():
    trail = Trail(hearing())
    trail.passed("Til innsatsområde 3", None)
    assert trail.links("Dette er bra.", None)[0].place == "focus-area 3"
    assert trail.links("Men det haster.", None)[0].place == "focus-area 3"
    assert trail.links("Kapittel 4 er vagt.", None)[0].place == "chapter 4"
    trail.passed("Til kapittel 2", None)
    assert trail.links("Her mangler mye.", None)[0].place == "chapter 2"


def test_what_the_letter_is_called_is_no_heading_of_a_part():
    trail = Trail(hearing())
    trail.passed("Høringsuttalelse om mål for sikkerhet", None)
    assert trail.links("Takk for brevet.", None) == ()


@pytest.mark.parametrize("piece", ["kapittel 4, ", "§ 1-1 og ", "a", "(3.3) "])
def test_hostile_text_is_read_in_linear_time(piece):
    asked = hearing()
    assert costs_its_length(lambda text: links_of(text, None, asked), piece, size=12_000)
