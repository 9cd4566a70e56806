"""What letters refer to: questions, chapters and other parts, in the words that people use."""

from __future__ import annotations

import pytest

from innspill.shared.values import Certainty
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.files import load
from innspill.stages.reading.core.answers.references import References
from innspill.stages.reading.core.responses import read_responses
from innspill.stages.reading.core.values import Answer, ResponseRead
from tests.conftest import SAMPLES
from tests.core.reading.answers.hearing import BRIDGES, answer, file_of, paragraphs, read

FERRIES = Definition.model_validate(
    {
        "schema": "innspill/consultation/1",
        "case_number": "26/7",
        "title": {"nb": "Ferjene våre"},
        "owner": "Ferjedirektoratet",
        "status": "open",
        "papers": [
            {
                "id": "note",
                "title": {"nb": "Høringsnotat"},
                "chapters": [
                    {"id": "4", "title": {"nb": "Avganger og beredskap om natten"}},
                    {"id": "4.2", "title": {"nb": "Nattferjer i fjordene"}, "within": "4"},
                    {"id": "2", "kind": "focus-area", "title": {"nb": "Opplæring av mannskap"}},
                    {"id": "7-3", "kind": "section", "title": {"nb": "Takster"}},
                ],
            }
        ],
        "questions": [
            {"id": "1", "text": {"nb": "Er avgangene gode nok?"}, "refers_to": ["chapter 4"]},
            {"id": "2", "text": {"nb": "Bør mannskapet øve mer?"}, "refers_to": ["focus-area 2"]},
            {"id": "3", "text": {"nb": "Støtter dere tiltak 3 og forslaget til § 5?"}},
            {"id": "4", "text": {"nb": "Er mål 2, slik det står på side 12, dekkende?"}},
            {"id": "5", "text": {"nb": "Er takstene rette?"}, "refers_to": ["section 7-3"]},
        ],
    }
)


def said(*texts: str) -> ResponseRead:
    blocks = paragraphs("Sandvik kommune", "Vi takker for brevet.", *texts)
    return read_responses([file_of(blocks)], FERRIES)[0]


def placed(*texts: str) -> dict[str, str]:
    return {each.question: each.text for each in said(*texts).answers}


@pytest.mark.parametrize(
    ("reference", "question"),
    [
        ("Spørsmål 3", "3"), ("Spm. 3", "3"), ("sp. 3", "3"), ("Question 3", "3"),
        ("spørsmål nr. 2", "2"), ("det tredje spørsmålet", "3"), ("Det andre spørsmålet", "2"),
        ("Ad 3)", "3"), ("Kapittel 4", "1"), ("kap. 4.2", "1"), ("Kapittel 4.7", "1"),
        ("pkt. 4", "1"), ("punkt 4.1", "1"), ("avsnitt 4", "1"), ("innsatsområde 2", "2"),
        ("Focus area 2", "2"), ("tiltak 3", "3"), ("§ 5", "3"), ("§ 7-3", "5"), ("mål 2", "4"), ("side 12", "4"),
    ],
)  # fmt: skip
def test_a_paragraph_that_opens_with_a_reference_answers_that_question(
    reference: str, question: str
) -> None:
    assert set(placed(f"{reference}: Her trengs det mer penger.")) == {question}


@pytest.mark.parametrize(
    "text", ["Vi savner mer om § 7.", "Side 13 er uklar.", "Kapittel 9 er bra.", "Spørsmål 11: Ja."]
)
def test_what_no_question_asks_about_stays_unplaced(text: str) -> None:
    found = said(text)
    assert found.answers == ()
    assert text in [passage.text for passage in found.unplaced]


def test_a_sentence_that_points_to_another_answer_moves_nothing() -> None:
    found = placed(
        "Til spørsmål 1: Avgangene er for få.",
        "Se også vårt svar på spørsmål 2.",
        "Vi viser til spørsmål 3 om penger.",
    )
    assert list(found) == ["1"]
    assert found["1"].endswith("Vi viser til spørsmål 3 om penger.")


def test_a_mere_pointer_places_nothing() -> None:
    assert placed("Dette er viktig, jf. kapittel 4.") == {}


def test_a_section_ends_where_a_paragraph_turns_to_something_else() -> None:
    found = placed(
        "Til spørsmål 1: Avgangene er for få.",
        "Det gjelder særlig om natten.",
        "Når det gjelder innsatsområde 2, bør det øves hver måned.",
        "Kapittel 9 har vi ikke sett på.",
        "Alt annet er bra.",
    )
    assert found["1"] == "Avgangene er for få.\n\nDet gjelder særlig om natten."
    assert found["2"] == "Når det gjelder innsatsområde 2, bør det øves hver måned."
    assert set(found) == {"1", "2"}


def test_a_heading_is_known_though_it_is_part_of_the_title_or_in_nynorsk() -> None:
    assert placed("Beredskap om natten", "Ferja må gå.")["1"] == "Ferja må gå."
    assert placed("Avgangar og beredskap om natta", "Ferja må gå.")["1"] == "Ferja må gå."


def test_several_questions_named_at_once_leave_us_unsure() -> None:
    found: Answer = said("Spørsmålene 2–4: Vi er enige.").answers[0]
    assert (found.question, found.certainty) == ("2", Certainty.UNSURE)
    assert "several-questions" in found.flags


def test_the_grounds_say_what_was_referred_to() -> None:
    blocks = paragraphs("Sandvik kommune", "Til spørsmål 3: Brøyt.", "Rekkverk og lys", "Lavt.")
    found = read(blocks)
    assert answer(found, "3").grounds == ("refers to question 3",)
    assert answer(found, "1").grounds == ("under the heading of chapter 2",)
    assert said("Vi savner tall i kapittel 4.").answers[0].grounds == ("mentions chapter 4",)


def test_only_titles_that_lead_to_one_part_are_followed() -> None:
    finder = References(BRIDGES)
    assert finder.title("Noe helt annet") is None
    assert finder.title("Om") is None


def test_papers_that_no_question_refers_to_lead_nowhere_and_not_in_circles() -> None:
    known = load(SAMPLES / "trygt-vann" / "consultation.yaml")
    silent = {"refers_to": (), "text": {"nb": "Hva mener dere?"}, "guidance": {}}
    unrelated = [question.model_copy(update=silent) for question in known.questions]
    references = References(known.model_copy(update={"questions": tuple(unrelated)}))
    assert references.title("Et kapittel som ingen spør om") is None
