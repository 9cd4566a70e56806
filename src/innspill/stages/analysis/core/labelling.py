"""The pieces of one response with everything that the machine suggests of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from innspill.shared.values import Certainty, Span
from innspill.stages.analysis.core.comments import Point, lead_ins
from innspill.stages.analysis.core.dividing.features import Where
from innspill.stages.analysis.core.links import Trail
from innspill.stages.analysis.core.mentions import Known, known_of, mentions_of
from innspill.stages.analysis.core.places import Place, answers_of
from innspill.stages.analysis.core.proposals import lead_of, proposals
from innspill.stages.analysis.core.remainder import is_bare_line, is_nothing, remainder_by_rule
from innspill.stages.analysis.core.sentences import begins_list_item
from innspill.stages.analysis.core.stance import Voices, stance_of
from innspill.stages.analysis.core.stances.features import Setting
from innspill.stages.analysis.core.stances.learnt import comment_stance
from innspill.stages.analysis.core.stances.surroundings import leaning_of, meaning, settings
from innspill.stages.analysis.core.values import CommentFound, Stance
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.publication.core.values import PublicResponse

_LONGEST_LIST, _LONGEST_ITEM = 40, 240
"""Items above one of a list that are looked at for the line that leads into it, and characters of
one that has no mark.
"""


@dataclass(slots=True)
class Reading:
    """What the pieces of one response are read with, in the order that they stand in."""

    response: PublicResponse
    definition: Definition
    voices: Voices
    known: Known
    trail: Trail

    @classmethod
    def of(cls, response: PublicResponse, definition: Definition) -> Reading:
        """For a response of which nothing is read yet."""
        numbered = [(name, response.number_of(at)) for at, name in enumerate(response.senders)]
        return cls(
            response=response,
            definition=definition,
            voices=voices_of(response, definition),
            known=known_of(definition, () if response.private else numbered),
            trail=Trail(definition),
        )

    def pass_over(self, point: Point, place: Place) -> None:
        """Takes note of a piece that stands before those that are asked about."""
        piece = _piece(place.text, point)
        if point.is_remark:
            self.trail.links(piece, place.question)
        else:
            self.trail.passed(piece, place.question)


def labelled(reading: Reading, place: Place, found: tuple[Point, ...]) -> Iterator[CommentFound]:
    """The points `found` in one place, each with its labels."""
    stances = _stances(reading, place, found)
    leads = lead_ins(place.text, found)
    line = line_above(reading.response, place)
    above = lead_of(line) if line else None
    for point, lead, stance in zip(found, leads, stances, strict=True):
        piece = _piece(place.text, point)
        if not point.is_remark:
            reading.trail.passed(piece, place.question)
        led = lead_of(_piece(place.text, lead)) if lead else above
        yield CommentFound(
            response=reading.response.reference,
            question=place.question,
            paragraph=place.paragraph,
            span=Span(point.span.start, point.span.end),
            text=piece,
            is_remark=point.is_remark,
            stance=stance,
            remainder=point.remainder,
            proposals=tuple(proposals(piece, led=led)) if point.is_remark else (),
            links=reading.trail.links(piece, place.question) if point.is_remark else (),
            mentions=mentions_of(piece, reading.known),
        )


def voices_of(response: PublicResponse, definition: Definition) -> Voices:
    """Who speaks: the senders, and the other bodies whose views a sentence may quote."""
    own = {_plain(sender) for sender in response.senders}
    others = {
        _plain(name)
        for group in definition.bodies
        for member in group.members
        if not member.collective
        for name in (member.name, *member.aliases)
    }
    others.add(_plain(definition.owner))
    return Voices(tuple(sorted(own - {""})), tuple(sorted(others - own - {""})))


def line_above(response: PublicResponse, place: Place) -> str:
    """The paragraph that leads into the list whose item `place` is ("Vi foreslår:"), "" where none does.

    In a letter each item is a paragraph of its own, and Word's bullets are no part of its text.
    """
    if place.paragraph is None:
        return ""
    at = place.paragraph
    for above in range(at - 1, max(-1, at - _LONGEST_LIST), -1):
        if not _is_item(response.general, above + 1):
            return ""
        line = response.general[above].rstrip()
        if line.endswith(":"):
            return "" if is_bare_line(line.rstrip(" :")) else line
    return ""


def _is_item(general: Sequence[str], at: int) -> bool:
    """Whether a paragraph looks like an item of a list: by its mark, or short and without an end.

    One that begins with a capital before a whole sentence may be the title of that.
    """
    text = general[at]
    if begins_list_item(text, 0) or (text[:1].islower() and len(text) < _LONGEST_ITEM):
        return True
    after = general[at + 1].rstrip() if at + 1 < len(general) else ""
    is_title = after.endswith((".", "!", "?")) and not begins_list_item(after, 0)
    is_short = len(text) < _LONGEST_ITEM and not text.rstrip().endswith((".", "!", "?", ":"))
    return is_short and not is_title and not remainder_by_rule(text)


def where_of(response: PublicResponse, place: Place) -> Where:
    """Where a place stands in its response, for dividing it."""
    names = tuple(name for name in map(_plain, response.senders) if name)
    if place.paragraph is None:
        return Where(names=names)
    led = bool(line_above(response, place))
    return Where(place.paragraph, len(response.general), general=True, names=names, led=led)


def _stances(reading: Reading, place: Place, found: Sequence[Point]) -> Iterator[Stance]:
    """The stance of each piece of one place; what makes no point has none."""
    pieces = [(_piece(place.text, point), point.is_remark) for point in found]
    voices = reading.voices
    around = settings_of(reading.response, reading.definition, place, pieces, voices)
    for (text, is_remark), setting in zip(pieces, around, strict=True):
        if is_remark:
            yield comment_stance(text, setting, voices)
        elif is_nothing(text):
            yield stance_of(text, voices)
        else:
            yield Stance("neutral", Certainty.UNSURE, ())


def settings_of(
    response: PublicResponse,
    definition: Definition,
    place: Place,
    pieces: Sequence[tuple[str, bool]],
    voices: Voices,
) -> Iterator[Setting]:
    """What surrounds each of the `pieces` of one place, as far as it tells their stance."""
    answer = dict(answers_of(response)).get(place.name)
    question = next((each for each in definition.questions if each.id == place.question), None)
    tick = meaning(question, answer) if place.question is not None else None
    return settings(pieces, tick, leaning_of(texts_of(response)), voices)


def texts_of(response: PublicResponse) -> tuple[str, ...]:
    """All texts of a response."""
    return (*(each.text for each in response.answers), *response.general)


def _piece(text: str, point: Point | None) -> str:
    return text[point.span.start : point.span.end] if point else ""


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
