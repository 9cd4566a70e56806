"""What the public responses of a consultation say: comments, stances, duplicates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from innspill.shared.values import Span
from innspill.stages.analysis.core.comments import Point, lead_ins, points
from innspill.stages.analysis.core.copies.responses import find_duplicates
from innspill.stages.analysis.core.folding import fold
from innspill.stages.analysis.core.proposals import phrase_of, proposals
from innspill.stages.analysis.core.question_stance import answer_stance
from innspill.stages.analysis.core.stance import Voices, stance_of
from innspill.stages.analysis.core.values import Analysis, AnswerStance, CommentFound, Stance
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.publication.core.values import PublicResponse

RULES = "rules/1"
"""The version of the rules; a new one analyses everything anew, beside the old."""


def analyse(responses: Sequence[PublicResponse], definition: Definition) -> Analysis:
    """Comments and stances of every response, and which of them say the same."""
    known = _form_wording(definition)
    return Analysis(
        comments=tuple(
            each for response in responses for each in _comments(response, definition, known)
        ),
        stances=tuple(each for response in responses for each in stances_of(response, definition)),
        duplicates=find_duplicates(responses),
    )


def comments_of(response: PublicResponse, definition: Definition) -> tuple[CommentFound, ...]:
    """The points of one response: answers in order, then what belongs to no question.

    Every visible character of each text lies in exactly one of them. Each has its stance and
    its proposals, as suggestions with grounds.
    """
    return tuple(_comments(response, definition, _form_wording(definition)))


def _comments(
    response: PublicResponse, definition: Definition, known: frozenset[str]
) -> Iterator[CommentFound]:
    voices = voices_of(response, definition)
    known |= {fold(name) for name in (*response.senders, definition.owner)}
    for answer in response.answers:
        yield from _of_text(response, answer.text, (answer.question, None), known, voices)
    for index, paragraph in enumerate(response.general):
        yield from _of_text(response, paragraph, (None, index), known, voices)


def stances_of(response: PublicResponse, definition: Definition) -> tuple[AnswerStance, ...]:
    """The stance on each question that the response answers; silent ones are left out."""
    voices = voices_of(response, definition)
    questions = {question.id: question for question in definition.questions}
    found = (
        answer_stance(response.reference, answer, questions[answer.question], voices)
        for answer in response.answers
        if answer.question in questions
    )
    return tuple(each for each in found if each is not None)


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


def _of_text(
    response: PublicResponse,
    text: str,
    place: tuple[str | None, int | None],
    known: frozenset[str],
    voices: Voices,
) -> Iterator[CommentFound]:
    found = points(text, known, bare_lines=place[0] is None)
    for point, lead in zip(found, lead_ins(text, found), strict=True):
        piece = text[point.span.start : point.span.end]
        led = phrase_of(_piece(text, lead).rstrip(":")) if lead else None
        yield CommentFound(
            response=response.reference,
            question=place[0],
            paragraph=place[1],
            span=Span(point.span.start, point.span.end),
            text=piece,
            is_remark=point.is_remark,
            stance=_stance(piece, point, voices),
            proposals=tuple(proposals(piece, led=led)) if point.is_remark else (),
        )


def _stance(piece: str, point: Point, voices: Voices) -> Stance:
    stance = stance_of(piece, voices)
    if point.is_remark or stance.value == "no-comment":
        return stance
    return Stance("neutral", stance.certainty, ())


def _piece(text: str, point: Point | None) -> str:
    return text[point.span.start : point.span.end] if point else ""


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _form_wording(definition: Definition) -> frozenset[str]:
    """The form's own words, folded, whole and sentence by sentence: quoting them is no point."""
    texts: Iterable[str] = (
        *(text for question in definition.questions for text in question.text.values()),
        *(text for question in definition.questions for text in question.guidance.values()),
        *definition.form_wording,
    )
    pieces = {fold(text) for text in texts}
    for text in texts:
        pieces |= {fold(_piece(text, point)) for point in points(text)}
    return frozenset(piece for piece in pieces if len(piece.split()) > 2)
