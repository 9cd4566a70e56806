"""Whatever people do to a form: the sum holds, words lead home, and no tick is silently wrong."""

from __future__ import annotations

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innspill.shared.values import sha256_of
from innspill.stages.reading.core.answers.accounting import account
from innspill.stages.reading.core.responses import read_responses
from innspill.stages.reading.core.values import Document, FileRead, ResponseRead
from tests.core.reading.answers.edited_forms import SEEN, EditedForm, edited_form
from tests.core.reading.answers.hearing import text_at_origins

QUICK = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
ENOUGH = 0.99


def read(form: EditedForm) -> ResponseRead:
    document = Document(form.media_type, form.blocks)
    file = FileRead("svar", sha256_of(b"svar"), 1, form.media_type, document)
    (found,) = read_responses([file], form.definition)
    return found


def without_space(text: str) -> str:
    return "".join(text.split())


@given(st.randoms(use_true_random=False))
@QUICK
def test_every_character_has_one_use_and_every_answer_leads_home(random: Random) -> None:
    found = read(edited_form(random))
    assert account(found).complete
    for each in found.answers:
        assert without_space(each.text) == text_at_origins(found, each.origin)
        assert not (each.ticks or each.text) or each.grounds
        for at, place in each.pieces:
            text = next(block.text for block in found.blocks if block.id == place.block)
            length = place.end - place.start
            assert each.text[at : at + length] == text[place.start : place.end]


def test_ticks_of_a_thousand_questions_are_right_or_flagged() -> None:
    right = asked = 0
    for seed in range(140):
        form = edited_form(Random(seed), SEEN)
        found = {each.question: each for each in read(form).answers}
        for question, ticks in form.ticks.items():
            if not form.definition.question(question).choices:
                continue
            asked += 1
            exact = set(found[question].ticks) == ticks
            right += exact
            assert exact or found[question].flags, (seed, question, form.told)
    assert right >= asked * ENOUGH
