"""The lists of words by kind hold what leaves no doubt, and are made anew from the dictionary."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from tools import ordbank

from innspill.stages.analysis.core.themes import kinds

TABLES = {
    "adj": {"gammel": ["gammel"], "gamle": ["gammel"], "rask": ["rask"], "målt": ["måle"]},
    "adv": {"anslagsvis": ["anslagsvis"]},
    "noun": {
        "plan": ["plan"], "planen": ["plan"], "hageplan": ["hageplan"], "rask": ["rask"],
        "mål": ["mål"], "beredskapsplan": ["beredskapsplan"], "a-moll": ["a-moll"],
    },
    "verb": {"målt": ["måle"], "mål": ["måle"], "spør": ["spørre"], "gjennomfører": ["føre"]},
}  # fmt: skip


def test_each_list_has_the_words_of_one_kind_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "tables.json.gz"
    file.write_bytes(gzip.compress(json.dumps(TABLES).encode()))
    monkeypatch.setattr(ordbank, "FOLDER", tmp_path)
    ordbank.main(file)
    made = {path.stem: path.read_text("utf-8").split() for path in tmp_path.glob("*.txt")}
    assert made == {
        "adjectives": ["gamle", "gammel"],
        "others": ["anslagsvis", "målt", "spør"],  # of twelve letters: told by its ending
        "either": ["mål", "rask"],
        "nouns": ["plan"],  # "hageplan" ends with it
    }


def test_no_word_of_the_dictionary_stands_in_two_lists() -> None:
    lists = {
        path.stem: path.read_text("utf-8").split()
        for path in (Path(kinds.__file__).parent / "ordbank").glob("*.txt")
    }
    assert set(lists) == {"adjectives", "others", "either", "nouns"}
    words = [word for each in lists.values() for word in each]
    assert len(words) == len(set(words))
