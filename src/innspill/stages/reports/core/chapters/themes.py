"""The chapter of a proposition, theme by theme: the law, the proposal, the views, the assessment."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from innspill.stages.consultations.core.definition import Chapter, in_language
from innspill.stages.reports.core.chapters.assessed import assessed_blocks, assessment_heading
from innspill.stages.reports.core.chapters.questions import places_named
from innspill.stages.reports.core.chapters.quotes import opening, quoted_in_text
from innspill.stages.reports.core.chapters.views import Scope, Side, basis, view_blocks
from innspill.stages.reports.core.parts.telling import At, Teller, paragraph
from innspill.stages.reports.core.parts.values import Block, ReportPart
from innspill.stages.reports.core.quoting import Quoted
from innspill.stages.reports.core.theming import Inside

PLACES = 3
"""How many places of the papers a theme is tied to."""
QUOTES, CONTRARY = 3, 2
_LAW = re.compile(
    r"gjeldende\s+(?:rett|regler|regelverk)|gjeldande\s+(?:rett|reglar|regelverk)"
    r"|dagens\s+(?:regler|regulering|regelverk|ordning)|(?:current|existing)\s+(?:law|rules)",
    re.IGNORECASE,
)


def theme_parts(t: Teller) -> Iterator[ReportPart]:
    """Five parts for each theme; what stands in none comes last, as views and assessment alone."""
    for at, theme in enumerate(t.themes):
        if theme.theme.parent is None and not theme.theme.always and theme.remarks:
            yield from _theme(t, at, theme)
    rest = [
        (at, theme)
        for at, theme in enumerate(t.themes)
        if theme.theme.parent is None and theme.theme.always == "other" and theme.remarks
    ]
    for at, theme in rest:
        key = f"theme:{theme.theme.id}"
        yield ReportPart(key, t.said.other_views, 1, ())
        yield _views(t, at, theme, key)
        yield _assessment(t, at, theme, key)


def _theme(t: Teller, at: int, theme: Inside) -> Iterator[ReportPart]:
    key = f"theme:{theme.theme.id}"
    places = _places(t, theme)
    yield ReportPart(key, theme.theme.label, 1, ())
    yield _law(t, places, key)
    yield _proposal(t, places, key)
    yield _views(t, at, theme, key)
    yield _assessment(t, at, theme, key)


def _places(t: Teller, theme: Inside) -> list[str]:
    """The places of the papers that most of its remarks are about: links, else the question's."""
    found: Counter[str] = Counter()
    asked = {question.id: question.refers_to for question in t.report.definition.questions}
    for _, comment in theme.remarks:
        linked = [each.place for each in comment.links[:1]]
        for place in linked or asked.get(comment.question or "", ()):
            found[place] += 1
    return [place for place, _ in found.most_common(PLACES)]


def _law(t: Teller, places: list[str], key: str) -> ReportPart:
    """What the law says, as the papers tell it: a chapter of the papers that is about the law."""
    within = {place.split(" ", 1)[1] for place in places}
    laws = [each for each in _chapters(t) if _LAW.search(in_language(each.title, t.language))]
    own = [each for each in laws if each.within in within] or [
        each for each in laws if each.within is None
    ]
    blocks = tuple(block for each in own for block in _passages(t, each))
    awaits = "" if blocks else t.said.awaits_law
    return ReportPart(f"{key}/law", t.said.law, 2, blocks, awaits=awaits)


def _proposal(t: Teller, places: list[str], key: str) -> ReportPart:
    """The places that the theme is about, with what the papers say there."""
    known = {f"{each.kind} {each.id}": each for each in _chapters(t)}
    chapters = [known[place] for place in places if place in known]
    blocks: list[Block] = []
    if chapters:
        shown = t.listed(_titled(t, each) for each in chapters)
        places_told = (f"{each.kind} {each.id}" for each in chapters)
        blocks.append(paragraph(t.hearing(t.said.proposal_in.format(places=shown), *places_told)))
    for each in chapters:
        if not _LAW.search(in_language(each.title, t.language)):
            blocks.extend(_passages(t, each))
    awaits = "" if blocks else t.said.awaits_proposal
    return ReportPart(f"{key}/proposal", t.said.proposal, 2, tuple(blocks), awaits=awaits)


def _titled(t: Teller, chapter: Chapter) -> str:
    """A place of the papers with its title: "kapittel 4 («Mål mot 2032»)"."""
    place = places_named([f"{chapter.kind} {chapter.id}"], t.words)
    return t.said.place_titled.format(place=place, title=in_language(chapter.title, t.language))


def _chapters(t: Teller) -> list[Chapter]:
    return [chapter for paper in t.report.definition.papers for chapter in paper.chapters]


def _passages(t: Teller, chapter: Chapter) -> Iterator[Block]:
    for text in chapter.passages:
        said = in_language(text, t.language).strip()
        if said:
            yield paragraph(t.hearing(said, f"{chapter.kind} {chapter.id}"))


def _views(t: Teller, at: int, theme: Inside, key: str) -> ReportPart:
    stances = theme.stances
    forms = t.said.views
    return ReportPart(
        f"{key}/views", forms[len(stances) > 1], 2, tuple(_view_blocks(t, at, theme, stances))
    )


def _view_blocks(t: Teller, at: int, theme: Inside, stances: dict[str, str]) -> Iterator[Block]:
    answered = At(f"/themes/{at}/responses", tuple(stances))
    scope = Scope(t.said.about_theme, t.said.those_on_theme, answered)
    respondents = At("/respondents", t.counts.responses)
    if t.value(respondents) > 1:
        yield paragraph(basis(t, t.said.theme_basis, scope, respondents))
    sides = [
        Side(
            stance,
            At(
                f"/themes/{at}/stances/{place}/1",
                tuple(each for each, value in stances.items() if value == stance),
            ),
            At(f"/themes/{at}/private/{place}/1"),
            None,
        )
        for place, (stance, _) in enumerate(t.figures.themes[at].stances)
    ]
    yield from view_blocks(t, sides, scope)
    yield from _quotes(t, theme)


def _quotes(t: Teller, theme: Inside) -> Iterator[Block]:
    """Typical remarks of different senders, then those that go against them."""
    here = {index for index, _ in theme.remarks}
    by_index = {each.index: each for each in t.quoted if each.index in here}
    typical = [index for index in theme.theme.typical if index not in theme.theme.contrary]
    order = [*typical, *(index for index, _ in theme.remarks)]
    heard: set[str] = set()
    for each in _different(by_index, order, heard, QUOTES, theme.theme.contrary):
        yield quoted_in_text(t, each)
    contrary = list(_different(by_index, theme.theme.contrary, heard, CONTRARY))
    for each in contrary:
        yield quoted_in_text(t, each, contrary=True)


def _different(
    by_index: dict[int, Quoted],
    order: tuple[int, ...] | list[int],
    heard: set[str],
    most: int,
    but: tuple[int, ...] = (),
) -> Iterator[Quoted]:
    """The first of each sender that says something, `most` of them."""
    for index in order:
        each = by_index.get(index)
        if most and each and index not in but and each.reference not in heard and opening(each):
            heard.add(each.reference)
            most -= 1
            yield each


def _assessment(t: Teller, at: int, theme: Inside, key: str) -> ReportPart:
    here = {index for index, _ in theme.remarks}
    quoted = [each for each in t.quoted if each.index in here]
    decided = any(each.outcome for each in quoted)
    blocks = tuple(assessed_blocks(t, f"/themes/{at}", quoted)) if decided else ()
    awaits = "" if decided else t.said.awaits_assessment
    return ReportPart(f"{key}/assessment", assessment_heading(t), 2, blocks, awaits=awaits)
