"""The promises of reading, on every file that the project and its seeds have.

Every visible character is put to exactly one use; every place leads back to the text that it
gives; and the same bytes give the same reading, whatever the machine is set to.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from innspill.shared.values import Origin
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.files import load
from innspill.stages.reading.core.answers.accounting import account
from innspill.stages.reading.core.responses import read_delivery
from innspill.stages.reading.core.values import ResponseRead
from tests.conftest import SAMPLES, SHARED

_MARK = re.compile(r"\[\^[^\]]*\]")
HEARING = SAMPLES / "trygt-vann" / "consultation.yaml"
FILES = [
    *sorted(path for path in SAMPLES.glob("*/responses/*") if path.is_file()),
    *sorted(path for path in (SHARED / "forms").glob("*.*") if path.suffix not in {".md", ".json"}),
    *sorted((SHARED / "seeds").glob("*.txt")),
]


@cache
def hearing() -> Definition:
    return load(HEARING)


def read(path: Path) -> tuple[ResponseRead, ...]:
    return read_delivery([(path.name, path.read_bytes())], hearing())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_character_has_one_use_and_every_place_leads_back(path: Path) -> None:
    for response in read(path):
        counted = account(response)
        assert counted.complete, counted
        blocks = {block.id: block.text for block in response.blocks}
        assert len(blocks) == len(response.blocks)
        for answer in response.answers:
            for at, origin in answer.pieces:
                given = blocks[origin.block][origin.start : origin.end]
                assert answer.text[at : at + len(given)] == given
        for passage in (*response.unplaced, *response.form_wording, *response.footnotes):
            assert letters(passage.text) in letters(_at(blocks, passage.origin))


def _at(blocks: dict[str, str], origins: Iterable[Origin]) -> str:
    return "".join(blocks[each.block][each.start : each.end] for each in origins)


def letters(text: str) -> str:
    """The letters of a text: spaces, hyphens of word division and marks of notes may differ."""
    return "".join(character for character in _MARK.sub("", text) if character.isalpha())


WHOLE = """
import json, sys
from pathlib import Path
from innspill.stages.consultations.core.files import load
from innspill.stages.reading.core.responses import read_delivery
from innspill.stages.reading.core.result import as_json
definition = load(Path(sys.argv[1]))
for name in sys.argv[2:]:
    path = Path(name)
    for read in read_delivery([(path.name, path.read_bytes())], definition):
        print(json.dumps(as_json(read), sort_keys=True))
"""


def test_the_reading_does_not_depend_on_how_the_machine_is_set() -> None:
    some = FILES[::3]
    settings = (
        {"PYTHONHASHSEED": "1", "TZ": "Europe/Oslo", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "77", "TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8"},
    )
    command = [sys.executable, "-c", WHOLE, str(HEARING), *map(str, some)]
    said = [
        subprocess.run(command, env={**os.environ, **each}, capture_output=True, check=True).stdout
        for each in settings
    ]
    assert said[0] == said[1]
    assert {json.loads(line)["reader"] for line in said[0].splitlines()} == {"reader/2"}
