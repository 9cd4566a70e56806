"""Why the machine suggests something is said in words on the page, with the text's own words."""

from __future__ import annotations

from typing import get_args

import pytest

from innspill.interfaces.desk.templatetags.analysis import said_grounds
from innspill.interfaces.ui.analysis_words import GROUND
from innspill.stages.analysis.core.grounds import Reason, ground


def test_every_reason_has_words() -> None:
    assert set(GROUND) == {*get_args(Reason), ""}


@pytest.mark.parametrize(
    ("grounds", "said"),
    [
        (
            [ground("about"), ground("words", "fangst", "kvote", "kai")],
            "Grunnlag: spørsmålet handler om dette; bruker ordene «fangst», «kvote» og «kai».",
        ),
        ([ground("heading", "3. Kvoter")], "Grunnlag: står under overskriften «3. Kvoter»."),
        (
            [ground("ticked", "Ja"), "«støtter»"],
            "Grunnlag: krysset av for «Ja»; bygger på ordene «støtter».",
        ),
        (["«støtter»", "«men»", "«støtter»"], "Ordene det bygger på: «støtter», «men»."),
        ([ground("named", "«kap. %(words)s»")], "Grunnlag: nevner «kap. %(words)s»."),
        (["a ground of older rules", "supports: 3"], ""),
        ([], ""),
    ],
)
def test_grounds_are_said_with_the_words_that_tell(grounds: list[str], said: str) -> None:
    assert said_grounds(grounds) == said


def test_a_long_quote_is_shortened_and_stays_a_quote() -> None:
    said = said_grounds([ground("heading", "ord " * 100)])
    assert said.endswith("…».")
    assert len(said) < 140
