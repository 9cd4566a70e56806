"""Our own form, told by the names of its fields: what it says itself, and what stands in them.

Done before any words are weighed: what somebody wrote in a field is theirs, even where it reads
like a question of the form.
"""

from __future__ import annotations

from innspill.stages.consultations.core import form_tags
from innspill.stages.reading.core.answers.headings import Heading
from innspill.stages.reading.core.answers.hearing import Hearing
from innspill.stages.reading.core.answers.ledger import FORM, UNPLACED
from innspill.stages.reading.core.answers.places import Place, tagged_places
from innspill.stages.reading.core.answers.printed import squeezed
from innspill.stages.reading.core.answers.sheet import Sheet
from innspill.stages.reading.core.answers.tables import Tables
from innspill.stages.reading.core.values import Block

_WORDING = 3.0
"""Surer than any wording that was found: the form itself says which question it is."""


def claim_own_lines(sheet: Sheet, hearing: Hearing) -> tuple[Heading, ...]:
    """Gives the form's locked lines and its rows of boxes to the form; its questions as headings.

    Only what stands as it was printed: words that somebody changed are looked at as any others.
    """
    stream, ledger, found = sheet.stream, sheet.ledger, list[Heading]()
    for index, block in enumerate(stream.blocks):
        span = stream.span_of(index)
        question = sheet.asked.get(block.id) or _asked_in(block, hearing)
        if question is not None:
            ledger.claim(span, FORM)
            found.append(Heading(question, span, "wording", _WORDING))
        elif block.id in sheet.own or _is_printed(block, hearing):
            ledger.claim(span, FORM)
        elif block.tag in form_tags.FIELDS:
            is_ours = squeezed(block.text) in hearing.printed.prompts or is_own_case(block, hearing)
            ledger.claim(span, FORM if is_ours else UNPLACED)
    return tuple(found)


def is_own_case(block: Block, hearing: Hearing) -> bool:
    """Whether it is the field for the case number, as the form was sent out with it."""
    own = squeezed(hearing.definition.case_number)
    return block.tag == form_tags.CASE_NUMBER and squeezed(block.text) == own


def _asked_in(block: Block, hearing: Hearing) -> str | None:
    question = hearing.tags.asked.get(block.tag or "")
    if question is None or squeezed(block.text) not in hearing.printed.asked[question]:
        return None
    return question


def _is_printed(block: Block, hearing: Hearing) -> bool:
    if block.tag == form_tags.FORM:
        return squeezed(block.text) in hearing.printed.locked
    if not block.boxes:
        return False
    if squeezed(block.text) in hearing.printed.no_remarks:
        return True
    named = all(box.tag in hearing.tags.boxes for box in block.boxes)
    return named and squeezed(block.text) in hearing.printed.boxes


def claim_measure_heads(sheet: Sheet, hearing: Hearing) -> None:
    """Gives the heads of tables for measures to the form, where it asks for measures."""
    if not any(question.kind == "measures" for question in hearing.definition.questions):
        return
    for indices in Tables.of(sheet.stream).rows.values():
        said = tuple(sheet.stream.blocks[index].text.strip() for index in indices)
        if said in hearing.printed.heads:
            for index in indices:
                sheet.ledger.claim(sheet.stream.span_of(index), FORM)


def own_places(sheet: Sheet, hearing: Hearing) -> tuple[Place, ...]:
    """What stands in the fields of questions; gives the prompts that nobody wrote over to the form."""
    places: list[Place] = []
    for place in tagged_places(sheet.stream, hearing.tags):
        if squeezed(sheet.stream.slice(place.span)) in hearing.printed.prompts:
            sheet.ledger.claim(place.span, FORM)
        else:
            places.append(place)
    return tuple(places)
