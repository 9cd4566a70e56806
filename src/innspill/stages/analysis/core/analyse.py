"""What the public responses of a consultation say: the one place where the parts are put together.

The journey with a database stores what these functions give, the one without passes it on: both
have the same results.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from innspill.shared.values import Span
from innspill.stages.analysis.core.comments import Point, lead_ins, points
from innspill.stages.analysis.core.duplicates import find_duplicates
from innspill.stages.analysis.core.folding import fold
from innspill.stages.analysis.core.places import Cut, Place, places_of
from innspill.stages.analysis.core.proposals import phrase_of, proposals
from innspill.stages.analysis.core.question_stance import answer_stance
from innspill.stages.analysis.core.stance import Voices, stance_of
from innspill.stages.analysis.core.values import (
    Analysis,
    AnswerStance,
    CommentFound,
    Passages,
    ResponseStance,
    Stance,
    Themes,
)
from innspill.stages.consultations.core.definition import LANGUAGES, Definition
from innspill.stages.publication.core.values import PublicResponse

RULES = "rules/2"
"""The version of the rules; a new one analyses everything anew, beside the old."""
Placed = tuple[Place, tuple[CommentFound, ...]]
"""One place of a response with its comments and marked remainder, in order."""


def analyse(responses: Sequence[PublicResponse], definition: Definition) -> Analysis:
    """Everything found in `responses`: comments with their labels, copies, themes."""
    known = form_wording(definition)
    comments = tuple(
        each
        for response in responses
        for _, found in placed(response, definition, known)
        for each in found
    )
    answers = tuple(each for response in responses for each in stances_of(response, definition))
    remarks = [each for each in comments if each.is_remark]
    groups = {response.reference: response.group or "" for response in responses}
    return Analysis(
        comments=comments,
        stances=answers,
        duplicates=find_duplicates(responses),
        wholes=tuple(wholes_of(responses, comments, answers)),
        passages=passages_among(
            [each.text for each in remarks], [each.response for each in remarks]
        ),
        themes=themes_among(
            [each.text for each in remarks],
            [each.stance.value for each in remarks],
            [groups[each.response] for each in remarks],
            language_of(definition),
        ),
    )


def comments_of(response: PublicResponse, definition: Definition) -> tuple[CommentFound, ...]:
    """The points of one response: answers in order, then what belongs to no question.

    Every visible character of each text lies in exactly one of them. Each has its labels, as
    suggestions with grounds.
    """
    return tuple(each for _, found in placed(response, definition) for each in found)


def placed(
    response: PublicResponse, definition: Definition, known: frozenset[str] | None = None
) -> Iterator[Placed]:
    """The places of one response in order, each with its points.

    `known` is `form_wording(definition)`, for who asks about many responses.
    """
    known = form_wording(definition) if known is None else known
    known |= {fold(name) for name in (*response.senders, definition.owner)}
    voices = voices_of(response, definition)
    for place in places_of(response):
        found = points(place.text, known, bare_lines=place.question is None)
        yield place, tuple(_labelled(response, definition, place, found, voices))


def divided(
    response: PublicResponse, definition: Definition, place: Place, cuts: Sequence[Cut]
) -> tuple[CommentFound, ...]:
    """The pieces of one place as a person cut it, each with the machine's labels."""
    found = tuple(Point(Span(cut.start, cut.end), is_remark=not cut.remainder) for cut in cuts)
    voices = voices_of(response, definition)
    labelled = _labelled(response, definition, place, found, voices)
    return tuple(
        CommentFound(
            response=each.response,
            question=each.question,
            paragraph=each.paragraph,
            span=each.span,
            text=each.text,
            is_remark=each.is_remark,
            stance=each.stance,
            proposals=each.proposals,
            remainder=cut.remainder,
            links=each.links,
            mentions=each.mentions,
        )
        for each, cut in zip(labelled, cuts, strict=True)
    )


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


def wholes_of(
    responses: Iterable[PublicResponse],
    comments: Iterable[CommentFound],
    answers: Iterable[AnswerStance],
) -> Iterator[ResponseStance]:
    """The stance of each response as a whole."""
    return iter(())


def passages_among(texts: Sequence[str], senders: Sequence[str]) -> tuple[Passages, ...]:
    """The groups of comments that say the same; `senders` tells whose each of `texts` is."""
    return ()


def themes_among(
    texts: Sequence[str], stances: Sequence[str], groups: Sequence[str], language: str
) -> Themes:
    """The themes of a hearing's comments, whatever order they come in."""
    return Themes((), tuple(range(len(texts))))


def given_themes(
    texts: Sequence[str], centres: Sequence[Mapping[str, float]]
) -> list[list[tuple[int, float]]]:
    """Of each text the standing themes that it is given, by their place, with the weight."""
    return [[] for _ in texts]


def language_of(definition: Definition) -> str:
    """The hearing's language: the first of ours that its title is in."""
    return next((each for each in LANGUAGES if each in definition.title), "nb")


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


def form_wording(definition: Definition) -> frozenset[str]:
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


def _labelled(
    response: PublicResponse,
    definition: Definition,
    place: Place,
    found: tuple[Point, ...],
    voices: Voices,
) -> Iterator[CommentFound]:
    for point, lead in zip(found, lead_ins(place.text, found), strict=True):
        piece = _piece(place.text, point)
        led = phrase_of(_piece(place.text, lead).rstrip(":")) if lead else None
        yield CommentFound(
            response=response.reference,
            question=place.question,
            paragraph=place.paragraph,
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
