"""Words that were divided at the end of a line are whole again in the answer."""

from __future__ import annotations

import pytest

from innspill.shared.values import sha256_of
from innspill.stages.reading.core.answers.accounting import account
from innspill.stages.reading.core.responses import read_responses
from innspill.stages.reading.core.values import Block, Document, FileRead, ResponseRead
from tests.core.reading.answers.hearing import BRIDGES, QUESTION_1, QUESTION_2, answer

LONG = "Vi mener at kommunene må få mer tid til å bygge opp den nye kommunale"


def read(*lines: str) -> ResponseRead:
    """A PDF that answers the first question with `lines`."""
    texts = [QUESTION_1, *lines, QUESTION_2, "Nei"]
    blocks = tuple(Block(f"s1l{at}", "paragraph", text, page=1) for at, text in enumerate(texts, 1))
    document = Document("application/pdf", blocks)
    file = FileRead("svar.pdf", sha256_of(b""), 0, "application/pdf", document)
    (found,) = read_responses([file], BRIDGES)
    assert account(found).complete
    return found


@pytest.mark.parametrize(
    ("end", "beginning", "read_as"),
    [
        ("bered-", "skapen i årene som kommer.", "beredskapen"),
        ("om-", "sorgen i årene som kommer.", "omsorgen"),
        ("tjeneste-", "utviklingen i årene som kommer.", "tjenesteutviklingen"),
        ("IKT-", "sikkerheten i årene som kommer.", "IKT-sikkerheten"),
        ("e-", "helsen i årene som kommer.", "e-helsen"),
        ("tilsyns-", "og rådgivningsrollen i årene.", "tilsyns- og rådgivningsrollen"),
        ("ikke-", "statlige driften i årene som kommer.", "ikke-statlige"),
        ("Nord-", "Norge i årene som kommer.", "Nord-Norge"),
        ("bered\u00ad", "skapen i årene som kommer.", "beredskapen"),
        ("helse- og om-", "sorgen i årene som kommer.", "helse- og omsorgen"),
    ],
)
def test_the_hyphen_of_the_line_goes_and_that_of_the_word_stays(
    end: str, beginning: str, read_as: str
) -> None:
    text = answer(read(f"{LONG} {end}", beginning), "1").text
    assert read_as in text
    assert text == f"{LONG} {read_as}" + text[len(LONG) + 1 + len(read_as) :]


def test_what_the_document_says_elsewhere_decides() -> None:
    known = answer(read(f"{LONG} el-", "sykkelveien ved brua. Denne elsykkelveien er god."), "1")
    assert "elsykkelveien ved brua" in known.text
    other = answer(
        read(f"{LONG} kontroll-", "tiltak ved brua. Slike kontroll-tiltak er gode."), "1"
    )
    assert "kontroll-tiltak ved brua" in other.text


def test_every_stretch_still_leads_back_to_the_characters_it_came_from() -> None:
    found = read(f"{LONG} bered-", "skapen i årene som kommer.")
    given = answer(found, "1")
    texts = {block.id: block.text for block in found.blocks}
    for at, origin in given.pieces:
        stretch = texts[origin.block][origin.start : origin.end]
        assert given.text[at : at + len(stretch)] == stretch
    assert texts[given.origin[0].block][: given.origin[0].end].endswith("bered-")
