"""What is looked for quickly first is found as by looking everywhere."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from innspill.stages.reading.core.answers import case_number, name_words, references

SENDERS = Path(__file__).with_name("senders.jsonl")
SAID = (
    "Vi viser til kap. 4.2, tiltak 3, vedlegg B og § 5; se også spm. 2, s. 12 og delmål 1.\n"
    "Det tredje spørsmålet og innsatsområde 4, pkt. 3.1, jf. Section 2, page 3 and question 7.\n"
    "Eldrerådet i Ås, barne- og ungdomsrådet i Vik, råd for eldre i Hol, -Rådet, NHO Viken, KS.\n"
    "2022/448, 22/00448, 202200448, 2022 00448, 1/22/3, 12/34.5, 19/1, 1998/12, 03.22/1, 20/20"
)


@pytest.fixture(scope="module", name="texts")
def _texts() -> list[str]:
    lines = SENDERS.read_text(encoding="utf-8").splitlines()
    return [SAID, *(json.loads(line)["text"] for line in lines)]


def test_every_name_begins_as_names_do(texts: list[str]) -> None:
    anywhere = name_words._ANY_NAME
    for text in texts:
        quickly = [found.span() for found in name_words.names_like(text)]
        assert quickly == [found.span() for found in anywhere.finditer(text)]


def test_case_numbers_are_the_same_whichever_way_they_are_written(texts: list[str]) -> None:
    plainly = re.compile(rf"(?<![\d/.,-])({case_number._NUMBER})(?![/\d]|\.\d)")
    for text in texts:
        quickly = [found.span() for found in case_number._BARE.finditer(text)]
        assert quickly == [found.span() for found in plainly.finditer(text)]


def test_every_reference_has_a_word_that_is_looked_for_first(texts: list[str]) -> None:
    for text in texts:
        for kind, pattern in references._ANY.items():
            for found in pattern.finditer(text):
                assert references._may_name(kind, found[0].casefold())
