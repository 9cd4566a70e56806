"""Answers and letters that say that there is nothing to say."""

from __future__ import annotations

import pytest

from innspill.stages.reading.core.answers.no_comment import says_nothing
from tests.core.reading.answers.hearing import (
    EMPTY_LINE,
    QUESTION_1,
    QUESTION_2,
    QUESTION_4,
    paragraphs,
    read,
)


@pytest.mark.parametrize(
    "text",
    [
        "Ingen innspill", "Ingen kommentar", "Ingen kommentarer.", "Ingen merknader", "Uten merknad",
        "ingen innspel", "Ingen merknadar", "Utan merknader", "No comments", "No comment.", "Ingen",
        "Vi har ingen kommentarer", "Sandvik kommune har ingen merknader til kapittel 3.",
        "Inga merknader", "Vi har ikke merknader til dette.", "Ikke aktuelt", "N/A", "n/a", "-", "–",
        "(blank)", "Har ingen kommentar", "Ingen ytterligere merknader.", "Ikkje aktuelt.",
        "Vi har ingen merknader til høringen", "Har ikkje innspel til dette kapittelet.",
        "We have no further comments.", "Not applicable", "Kommunen tar saken til orientering.",
        "Vi avstår fra å uttale oss.", "Kommunen finner ikke grunn til å avgi uttalelse.",
        "Vi har dessverre ikke kapasitet til å svare på høringen.", "Tek saka til vitende.",
        "Eai leat mearkkašumit.", "Mis eai leat mearkkašumit.", "--", "Ikke besvart",
        "Datatilsynet har ingen merknader.", "Kommunen har ingen merknader utover dette.",
    ],
)  # fmt: skip
def test_nothing_to_say(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "Ingen innspill utover at rekkverket er for lavt.", "Ingen merknader, men brøyt oftere.",
        "Ingen merknader til kapittel 3 bortsett fra brøytingen", "Ingen brøyter brua vår.",
        "Vi har ingen kommentarer til dette.\n\nBrua er fin.", "Ingenting fungerer om vinteren.",
        "Vi har ingen innvendinger.", "Ingen merknader men lyset må bli bedre",
        "Kommunen har ikke merknader utover at lyset er svakt.", "Vi har ingen tro på dette.",
        "No comments except that the railing is low.", "Vi har merknader.", "Nei", "Ja",
        "Ikke noe av dette virker.", "Vi har ikke kapasitet til å brøyte, men støtter forslaget.",
    ],
)  # fmt: skip
def test_something_to_say(text: str) -> None:
    assert not says_nothing(text)


def flags_of(*said: str) -> set[str]:
    """The flags about answering of a letter whose own words are `said`."""
    found = read(
        paragraphs(
            "Sandvik kommune", "Direktoratet for gangveier", "Vår ref.: 24/77  Deres ref.: 24/615",
            "Høringssvar – råd om gangbruer", *said, "Med hilsen", "Kari Aas", "rådgiver",
        )
    )  # fmt: skip
    return set(found.flags) & {"no-remarks", "takes-no-stand", "response-will-come"}


@pytest.mark.parametrize(
    "said",
    [
        ["Vi har ingen merknader til høringen."],
        ["Vi viser til høringsbrev av 1. mars 2024.", "Sandvik kommune har ingen merknader."],
        ["Vi viser til høringen og har ingen merknader til forslaget."],
        ["Takk for muligheten til å uttale oss. Vi har ingen kommentarer."],
        ["Sandvik kommune avstår fra å uttale seg i saken."],
        ["Vi takker for høringen.", "Kommunen finner ikke grunn til å avgi høringsuttalelse."],
        ["Vi syner til høyringsbrevet.", "Sandvik kommune har ikkje merknader."],
        ["Thank you for the opportunity to respond. We have no comments."],
        ["Ingen merknader"],
    ],
)
def test_a_letter_as_a_whole_may_have_no_remarks(said: list[str]) -> None:
    assert flags_of(*said) == {"no-remarks"}


@pytest.mark.parametrize(
    "said",
    [
        ["Ingen merknader til kapittel 3.", "Rekkverket i kapittel 2 er for lavt."],
        ["Vi har ingen merknader til høringen, men ber om mer lys."],
        ["Vi støtter forslaget."],
        ["Vi har ingen innvendinger mot forslaget."],
        ["Sandvik kommune har mange bruer. Vi har ingen merknader."],
    ],
)
def test_a_letter_that_says_something_has_remarks(said: list[str]) -> None:
    assert flags_of(*said) == set()


def test_a_body_may_take_no_stand() -> None:
    assert flags_of("Sandvik kommune tar ikke stilling til forslaget.") == {"takes-no-stand"}
    assert flags_of("Me tek ikkje stilling til saka.") == {"takes-no-stand"}
    assert flags_of(
        "Bruene er mange.", "Rekkverket er lavt.", "Lyset er svakt.", "Vi tar ikke stilling til tall."
    ) == set()  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        "Saken skal behandles i formannskapet, og uttalelsen vil bli ettersendt.",
        "Vi ber om utsatt frist til 1. juni.",
        "Kommunen ber derfor om å få utsettelse.",
        "Vi kommer tilbake med høringssvar.",
        "Fråsegna blir ettersend når kommunestyret har handsama saka.",
        "We ask for an extension.",
    ],
)
def test_an_answer_may_be_promised(said: str) -> None:
    assert flags_of(said) == {"response-will-come"}


def test_a_form_has_no_remarks_where_no_answer_has() -> None:
    none = "☐ Ja  ☐ Nei  ☒ Har ingen kommentar"
    form = paragraphs(QUESTION_1, none, QUESTION_2, none, QUESTION_4, "Ingen innspill")
    assert "no-remarks" in read(form).flags
    said = paragraphs(QUESTION_1, none, QUESTION_2, none, QUESTION_4, "Mer lys.")
    assert "no-remarks" not in read(said).flags
    empty = read(paragraphs(QUESTION_1, EMPTY_LINE, QUESTION_2, EMPTY_LINE))
    assert "no-remarks" not in empty.flags
