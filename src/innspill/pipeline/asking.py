"""A language model is asked, one call at a time: only where one is set, and a lead has said so.

The call is made between two transactions. What is sent are public copies as they stand at that moment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

from innspill.pipeline import wiring
from innspill.shared.errors import BadInput, ModelUnavailable, UnfitAnswer
from innspill.shared.ports import LanguageModel, ModelSaid
from innspill.stages.analysis import actions as analysis_actions
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.core.model.answers import heard_of_comments, heard_of_themes
from innspill.stages.analysis.core.model.batches import Estimate, Price, tokens_of
from innspill.stages.analysis.core.model.values import PROMPTS, Heard, Tally
from innspill.stages.analysis.queries import AskingShown, ToAsk

_TRIES = 2
"""A model that answers with no JSON is asked once more; then its call counts as failed."""


def source() -> str | None:
    """The model and the version of what it is asked: the source of what comes of it. None: off."""
    model = wiring.language_model()
    return None if model is None else source_of(model)


def source_of(model: LanguageModel) -> str:
    """The source of what this model says."""
    return f"{model.name} · {PROMPTS}"


def due() -> list[int]:
    """The askings that wait for their next call; none where no model is set."""
    asked = source()
    return [] if asked is None else analysis.open_askings(asked)


def go_on(asking_id: int, *, now: datetime) -> None:
    """Makes the next call of an asking, or ends it.

    Raises ModelUnavailable where the model does not answer: the call waits. Raises Conflict where
    somebody else is at it.
    """
    model = wiring.language_model()
    if model is None:
        raise BadInput("no language model is set", where="INNSPILL_MODEL", todo="Set one.")
    analysis_actions.claim_call(asking_id, now=now)
    is_done = False
    try:
        asked = analysis.next_to_ask(asking_id)
        if asked is None:
            analysis_actions.end_asking(asking_id, now=now)
        else:
            analysis_actions.take_answer(asking_id, asked, ask(model, asked), now=now)
        is_done = True
    finally:
        if not is_done:
            analysis_actions.let_call_go(asking_id)


def ask(model: LanguageModel, asked: ToAsk) -> Heard:
    """What is kept of the model's answer, with the tally. Raises ModelUnavailable."""
    spent = Tally()
    for _ in range(_TRIES):
        try:
            said = model.ask(asked.messages, asked.schema, most_tokens=asked.most_tokens)
        except UnfitAnswer:
            spent += Tally(calls=1, tokens_in=tokens_of(asked.messages))
            continue
        heard = (
            heard_of_comments(asked.comments, said.answer)
            if asked.comments
            else heard_of_themes(asked.themes, said.answer)
        )
        return replace(heard, tally=heard.tally + spent + _spent(said))
    return Heard(tally=spent + Tally(failed=1))


def _spent(said: ModelSaid) -> Tally:
    return Tally(calls=1, tokens_in=said.tokens_in, tokens_out=said.tokens_out)


def ask_all(asking_id: int, progress: Callable[[int, int], None]) -> AskingShown:
    """Makes every call of an asking, for who waits for it. Raises BadInput where the model is away."""
    shown = analysis.asking(asking_id)
    calls = int(shown.estimate.get("calls", 0))
    while shown.ended_at is None:
        try:
            go_on(asking_id, now=wiring.clock().now())
        except ModelUnavailable as error:
            raise BadInput(str(error), todo="What was answered is kept; go on later.") from error
        shown = analysis.asking(asking_id)
        progress(shown.tally.calls, max(calls, shown.tally.calls))
    return shown


def told(found: Estimate, price: Price) -> Iterator[str]:
    """What would be sent and what it would cost, in lines."""
    yield (
        f"{found.comments} comments and {found.themes} themes in {found.calls} calls;"
        f" {found.too_long} comments are too long to be sent"
    )
    yield f"about {found.tokens_in} tokens in and {found.tokens_out} out (three characters a token)"
    cost = price.of(found.tokens_in, found.tokens_out)
    yield f"about {cost} {price.currency}" if price.currency else "no price is set"


def came_of(shown: AskingShown) -> Iterator[str]:
    """What came of an asking, in lines."""
    tally = shown.tally
    yield (
        f"{tally.stances} stances, {tally.proposals} proposals and {tally.labels} names of themes"
        f" are suggested by {shown.source}; it abstained {tally.abstained} times"
    )
    yield (
        f"thrown away: {tally.thrown} that do not stand in the text, {tally.unfit} unfit,"
        f" {tally.unknown} not asked about; {tally.missing} not answered, {tally.failed} calls failed"
    )
    yield f"{tally.calls} calls, {tally.tokens_in} tokens in and {tally.tokens_out} out"
    if shown.stopped:
        yield "it was stopped before the end"
