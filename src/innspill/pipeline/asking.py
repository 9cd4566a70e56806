"""A language model is asked, one call at a time: only where one is set, and a lead has said so.

The call is made between two transactions. What is sent are public copies as they stand at that moment.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from innspill.pipeline import wiring
from innspill.shared.errors import BadInput, UnfitAnswer
from innspill.shared.ports import LanguageModel, ModelSaid
from innspill.stages.analysis import actions as analysis_actions
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.core.model.answers import heard_of_comments, heard_of_themes
from innspill.stages.analysis.core.model.batches import tokens_of
from innspill.stages.analysis.core.model.values import PROMPTS, Heard, Tally
from innspill.stages.analysis.queries import ToAsk

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
    try:
        asked = analysis.next_to_ask(asking_id)
        heard = ask(model, asked) if asked else None
    except BaseException:
        analysis_actions.let_call_go(asking_id)
        raise
    if asked is None or heard is None:
        analysis_actions.end_asking(asking_id, now=now)
    else:
        analysis_actions.take_answer(asking_id, asked, heard, now=now)


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
