"""What the public responses of a consultation say: the one place where the parts are put together.

The journey with a database stores what these functions give, the one without passes it on: both
have the same results. What finds copies and themes is imported where it is called: its libraries
take seconds to load, and most who come here (the pages of the desk) need none of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from innspill.shared.values import Span
from innspill.stages.analysis.core.comments import Point, points
from innspill.stages.analysis.core.dividing.subjects import subjects_of
from innspill.stages.analysis.core.folding import fold
from innspill.stages.analysis.core.labelling import (
    Reading,
    labelled,
    voices_of,
    where_of,
)
from innspill.stages.analysis.core.places import Cut, Place, answers_of, places_of
from innspill.stages.analysis.core.question_stance import answer_stance
from innspill.stages.analysis.core.reasons import gives_no_reason
from innspill.stages.analysis.core.response_stance import whole
from innspill.stages.analysis.core.sentences import sentences
from innspill.stages.analysis.core.values import (
    Analysis,
    AnswerStance,
    CommentFound,
    DuplicateGroup,
    Passages,
    ResponseStance,
    Stance,
    StanceValue,
    ThemeFound,
    Themes,
)
from innspill.stages.consultations.core.definition import LANGUAGES, Definition, in_language
from innspill.stages.publication.core.values import PublicResponse

RULES = "rules/4"
"""The version of the rules; a new one analyses everything anew, beside the old."""
Placed = tuple[Place, tuple[CommentFound, ...]]
"""One place of a response with its comments and marked remainder, in order."""
_NUMBERED = re.compile(r"\s*\([^()]*\)$")
"""What stands in brackets after a title: "Avstand og støy (§ 7)"."""
_ASKS = re.compile(
    r"(?:hva|hvem|hvor|hvordan|hvilken|hvilke|kva|kven|kor|korleis|what|how|who|which|why)\b",
    re.IGNORECASE,
)
_LONGEST_TITLE = 50
Embedded = Callable[[Sequence[str]], Sequence[Sequence[float]]]
"""The vectors of some texts, as an `Embedder` gives them."""


def analyse(responses: Sequence[PublicResponse], definition: Definition) -> Analysis:
    """Everything found in `responses`: comments with their labels, copies, themes."""
    wording = form_wording(definition)
    read = [(response, list(placed(response, definition, wording))) for response in responses]
    comments = tuple(each for _, places in read for _, found in places for each in found)
    answers = tuple(
        each for response, places in read for each in stances_of(response, definition, places)
    )
    remarks = [each for each in comments if each.is_remark]
    groups = {response.reference: response.group or "" for response in responses}
    return Analysis(
        comments=comments,
        stances=answers,
        duplicates=copies_among(responses),
        wholes=tuple(wholes_of(responses, comments, answers)),
        passages=passages_among(
            [each.text for each in remarks], [each.response for each in remarks]
        ),
        themes=themes_among(
            [each.text for each in remarks],
            [each.stance.value for each in remarks],
            [groups[each.response] for each in remarks],
            contexts_of(
                (
                    (each.response, each.question, each.is_remark, each.remainder, each.text)
                    for each in comments
                ),
                definition,
            ),
            language_of(definition),
            places=titles_of(
                (each.links[0].place if each.links else "" for each in remarks), definition
            ),
            senders=[each.response for each in remarks],
            title=called(definition),
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
    known = known_wording(response, definition, known)
    reading = Reading.of(response, definition)
    subjects = subjects_of(definition)
    for place in places_of(response):
        found = points(place.text, known, where_of(response, place), subjects)
        yield place, tuple(labelled(reading, place, found))


def divided(
    response: PublicResponse,
    definition: Definition,
    place: Place,
    cuts: Sequence[Cut],
    others: Mapping[str, Sequence[Cut]] | None = None,
) -> tuple[CommentFound, ...]:
    """The pieces of one place as a person cut it, each with the machine's labels.

    `others` has the cuts of other places that a person divided, by the place's name. The places
    before are read first: a heading in one of them may tell what this one is about.
    """
    reading = Reading.of(response, definition)
    subjects = subjects_of(definition)
    known = known_wording(response, definition)
    for each in _leading_to(response, place):
        if others and each.name in others:
            before = _points(others[each.name])
        else:
            before = points(each.text, known, where_of(response, each), subjects)
        for point in before:
            reading.pass_over(point, each)
    return tuple(labelled(reading, place, _points(cuts)))


def _leading_to(response: PublicResponse, place: Place) -> tuple[Place, ...]:
    """The places that stand right before `place` and belong to the same question, or to none."""
    before = [each for each in places_of(response) if each.order < place.order]
    near = takewhile(lambda each: each.question == place.question, reversed(before))
    return tuple(reversed(tuple(near)))


def _points(cuts: Sequence[Cut]) -> tuple[Point, ...]:
    return tuple(Point(Span(cut.start, cut.end), not cut.remainder, cut.remainder) for cut in cuts)


def stances_of(
    response: PublicResponse, definition: Definition, found: Sequence[Placed] | None = None
) -> tuple[AnswerStance, ...]:
    """The stance on each question that the response answers; silent ones are left out.

    `found` is what `placed` gives, for who has it.
    """
    voices = voices_of(response, definition)
    questions = {question.id: question for question in definition.questions}
    said = _said_to(placed(response, definition) if found is None else found)
    stances = (
        answer_stance(
            response.reference, answer, questions[answer.question], voices, said.get(name)
        )
        for name, answer in answers_of(response)
        if answer.question in questions
    )
    return tuple(each for each in stances if each is not None)


def wholes_of(
    responses: Iterable[PublicResponse],
    comments: Iterable[CommentFound],
    answers: Iterable[AnswerStance],
) -> Iterator[ResponseStance]:
    """The stance of each response as a whole: of its comments, else of its answers."""
    values: dict[str, tuple[list[StanceValue], list[StanceValue]]] = {}
    for comment in comments:
        if comment.is_remark:
            values.setdefault(comment.response, ([], []))[0].append(comment.stance.value)
    for answer in answers:
        values.setdefault(answer.response, ([], []))[1].append(answer.stance.value)
    for response in responses:
        yield whole(response.reference, *values.get(response.reference, ((), ())))


def copies_among(responses: Sequence[PublicResponse]) -> tuple[DuplicateGroup, ...]:
    """The groups of responses with the same or nearly the same text."""
    from innspill.stages.analysis.core.copies.responses import find_duplicates

    return find_duplicates(responses)


def passages_among(texts: Sequence[str], senders: Sequence[str]) -> tuple[Passages, ...]:
    """The groups of comments that say the same; `senders` tells whose each of `texts` is."""
    from innspill.stages.analysis.core.copies.find import passages_of

    return passages_of(texts, senders)


def contexts_of(
    pieces: Iterable[tuple[str, str | None, bool, str, str]], definition: Definition
) -> list[str]:
    """What stands above each comment: the question, and the heading over it.

    `pieces` are all of the responses in order, comments and marked remainder: the response, the
    question, whether it is a comment, what the remainder is, and the text.
    """
    language = language_of(definition)
    asked = {each.id: in_language(each.text, language) for each in definition.questions}
    found = []
    at: tuple[str, str | None] = ("", None)
    heading = ""
    for response, question, is_remark, remainder, text in pieces:
        if at != (response, question):
            at, heading = (response, question), ""
        if is_remark:
            found.append(f"{asked.get(question or '', '')} {heading}".strip())
        elif remainder == "heading":
            heading = text
    return found


def titles_of(places: Iterable[str], definition: Definition) -> list[str]:
    """What each of `places` ("chapter 4") is called in the hearing's language, in short.

    "" for what has no title, and for one that is a sentence or nearly as long: no name of a theme.
    """
    language = language_of(definition)
    titles: dict[str, str] = {}
    for paper in definition.papers:
        for part in paper.chapters:
            title = _NUMBERED.sub("", in_language(part.title, language))
            title = title.partition(":")[0].strip()
            if len(title) <= _LONGEST_TITLE and not _ASKS.match(title):
                titles.setdefault(f"{part.kind} {part.id}", title)
    return [titles.get(each, "") for each in places]


def themes_among(
    texts: Sequence[str],
    stances: Sequence[str],
    groups: Sequence[str],
    contexts: Sequence[str],
    language: str,
    *,
    places: Sequence[str] = (),
    senders: Sequence[str] | None = None,
    title: str = "",
    embedded: Embedded | None = None,
) -> Themes:
    """The themes of a hearing's comments, whatever order they come in.

    The lists are in step. `places` are titles for the labels (`titles_of`), `title` is what the
    hearing is called. `senders` tells whose each comment is: what one alone comes back to is no
    theme. `embedded` gives the vectors of a model, where one is set. Comments that give no
    reason are set apart, and nothing is looked for in them. Members of the themes found are
    places in `texts`.
    """
    from innspill.stages.analysis.core.themes.find import themes_of

    quiet = [gives_no_reason(text, said) for text, said in zip(texts, stances, strict=True)]
    kept = [at for at, left_out in enumerate(quiet) if not left_out]
    found = themes_of(
        [texts[at] for at in kept],
        stances=[stances[at] for at in kept],  # type: ignore[misc]
        groups=[groups[at] for at in kept],
        contexts=[contexts[at] for at in kept],
        places=[places[at] for at in kept] if places else (),
        senders=[senders[at] for at in kept] if senders is not None else None,
        title=title,
        language=language,
        vectors=embedded([texts[at] for at in kept]) if embedded and kept else None,
    )
    return Themes(
        tuple(_in_step(theme, kept) for theme in found.found),
        tuple(kept[at] for at in found.left),
        tuple(at for at, left_out in enumerate(quiet) if left_out),
    )


def called(definition: Definition) -> str:
    """What the hearing is called, in each of its languages."""
    return " ".join(definition.title.values())


def given_themes(
    texts: Sequence[str],
    centres: Sequence[Mapping[str, float]],
    language: str,
    contexts: Sequence[str] = (),
) -> list[list[tuple[int, float]]]:
    """Of each text the standing themes that it is given, by their place, with the weight."""
    from innspill.stages.analysis.core.themes.assign import assign

    return assign(texts, centres, contexts=contexts, language=language)


def language_of(definition: Definition) -> str:
    """The hearing's language: the first of ours that its title is in."""
    return next((each for each in LANGUAGES if each in definition.title), "nb")


def known_wording(
    response: PublicResponse, definition: Definition, known: frozenset[str] | None = None
) -> frozenset[str]:
    """What makes no point in `response`, folded: the form's own words and the names on top of it."""
    known = form_wording(definition) if known is None else known
    return known | {fold(name) for name in (*response.senders, definition.owner)}


def form_wording(definition: Definition) -> frozenset[str]:
    """The form's own words, folded, whole and sentence by sentence: quoting them is no point."""
    texts: Iterable[str] = (
        *(text for question in definition.questions for text in question.text.values()),
        *(text for question in definition.questions for text in question.guidance.values()),
        *definition.form_wording,
    )
    pieces = {fold(text) for text in texts}
    for text in texts:
        pieces |= {fold(text[span.start : span.end]) for span in sentences(text)}
    return frozenset(piece for piece in pieces if len(piece.split()) > 2)


def _said_to(places: Iterable[Placed]) -> dict[str, list[Stance]]:
    """By the name of the place of an answer the stances of the points that it makes."""
    found: dict[str, list[Stance]] = {}
    for place, comments in places:
        if place.question is None:
            break
        said = [each for each in comments if each.is_remark or each.stance.value == "no-comment"]
        found[place.name] = [each.stance for each in said]
    return found


def _in_step(theme: ThemeFound, kept: Sequence[int]) -> ThemeFound:
    """The theme with the places of its comments in the whole list."""
    return replace(
        theme,
        members=tuple(kept[at] for at in theme.members),
        contrary=tuple(kept[at] for at in theme.contrary),
        parts=tuple(_in_step(part, kept) for part in theme.parts),
    )
