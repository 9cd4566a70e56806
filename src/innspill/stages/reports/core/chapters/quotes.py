"""What is quoted in the running text: typical and contrary remarks of a theme, single voices.

Quotes are whole sentences from the beginning of a remark, verbatim. Which ones follows from rules
that the appendix tells: nobody is picked for being big.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from innspill.shared.values import Certainty
from innspill.stages.analysis.core.sentences import sentences
from innspill.stages.reports.core.papers import MARK
from innspill.stages.reports.core.parts.naming import by_alphabet, is_public, sender_name
from innspill.stages.reports.core.parts.telling import At, Teller
from innspill.stages.reports.core.parts.values import (
    Block,
    Heading,
    Paragraph,
    Quote,
    Sentence,
)
from innspill.stages.reports.core.quoting import Quoted
from innspill.stages.reports.core.theming import Inside

LONG, TOO_SHORT = 400, 30
"""Characters of a quote in running text: it ends with the sentence before, and is no bare yes."""
THEMES, SINGLES = 5, 5
_SPACE = re.compile(r"\s+")
_ASKS = re.compile(r"^(?:be|ber|bedt|anmod|oppfordr|oppmod|request|urge|ask|call)", re.IGNORECASE)
_PROPOSES = re.compile(r"^(?:foreslå|forslag|føreslå|framlegg|propos|suggest|recommend|anbefal|tilrå)", re.IGNORECASE)  # fmt: skip


def remarks_told(t: Teller, at: int, question: str) -> Iterator[Block]:
    """The remarks to one question: what several say, with quotes, then single voices."""
    here = [each for each in t.quoted if each.comment.question == question]
    if not here:
        return
    by_index = {each.index: each for each in here}
    used: set[int] = set()
    counted = dict(t.figures.questions[at].themes)
    shown = [
        (place, theme)
        for place, theme in enumerate(_counted_themes(t, counted))
        if not theme.theme.always and theme.theme.parent is None and counted[theme.theme.id] > 1
    ]
    largest = sorted(shown, key=lambda each: -counted[each[1].theme.id])[:THEMES]
    if largest:
        yield Heading(t.said.recurring, 3)
    for place, theme in largest:
        count = At(f"/questions/{at}/themes/{place}/1", _senders(theme, by_index))
        yield from theme_told(t, theme, count, by_index, used)
    taken_up = {index for _, theme in shown for index, _ in theme.remarks}
    left = [each for each in here if each.index not in taken_up and each.index not in used]
    heading = t.said.single if largest else t.words.comments_heading
    yield from singles(t, left, heading=heading)


def _counted_themes(t: Teller, counted: dict[int, int]) -> list[Inside]:
    return [each for each in t.themes if each.theme.id in counted]


def _senders(theme: Inside, here: dict[int, Quoted]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.response for index, each in theme.remarks if index in here))


def theme_told(
    t: Teller, theme: Inside, count: At, here: dict[int, Quoted], used: set[int]
) -> Iterator[Block]:
    """One theme: how many take it up, a typical remark, and one that goes against the others."""
    yield Paragraph((t.say(t.said.theme_line, n=count),), label=f"{theme.theme.label}.")
    typical = _first((*theme.theme.typical, *_by_name(t, theme, here)), here, used)
    if typical is not None:
        yield quoted_in_text(t, typical)
    contrary = _first(theme.theme.contrary, here, used)
    if contrary is not None:
        yield quoted_in_text(t, contrary, contrary=True)


def _by_name(t: Teller, theme: Inside, here: dict[int, Quoted]) -> list[int]:
    return [each.index for each in by_sender(t, (here[i] for i, _ in theme.remarks if i in here))]


def by_sender(t: Teller, quoted: Iterable[Quoted]) -> list[Quoted]:
    """Remarks with public bodies first, then the others, by the alphabet."""

    def key(each: Quoted) -> tuple[bool, bool, str, int]:
        name = sender_name(t, each.reference)
        return each.private, not is_public(name), by_alphabet(name), each.index

    return sorted(quoted, key=key)


def _first(wanted: Iterable[int], here: dict[int, Quoted], used: set[int]) -> Quoted | None:
    """The first that says something, of a sender that is not quoted in the same place already."""
    said_by = {here[index].reference for index in used if index in here}
    for index in wanted:
        each = here.get(index)
        if each and index not in used and each.reference not in said_by and opening(each):
            used.add(index)
            return each
    return None


def opening(quoted: Quoted) -> str:
    """The whole sentences that a remark begins with, as many as there is room for; "" for a word."""
    text = MARK.sub("", quoted.comment.text)
    if len(text.strip()) < TOO_SHORT:
        return ""
    end = 0
    for span in sentences(text):
        if end and span.end > LONG:
            break
        end = span.end
    return text[:end].strip() if end <= 2 * LONG else ""


def quoted_in_text(t: Teller, quoted: Quoted, *, contrary: bool = False) -> Paragraph:
    """A remark in running text: "A mener: «…» (24/17-1)"."""
    template = t.said.contrary if contrary else t.said.quoted
    return _in_language(t, [quoted], [_quoting(t, quoted, template, first=not contrary)])


def all_quoted(t: Teller, quoted: Sequence[Quoted]) -> Iterator[Paragraph]:
    """Remarks in running text, those of one response after each other in one paragraph."""
    for _, group in groupby(quoted, key=lambda each: each.reference):
        said = list(group)
        told = [_quoting(t, said[0], t.said.quoted, first=True)]
        told += [_quoting(t, each, t.said.further, first=False) for each in said[1:]]
        yield _in_language(t, said, told)


def _in_language(t: Teller, quoted: Sequence[Quoted], told: Sequence[Sentence]) -> Paragraph:
    language = quoted[0].language if quoted[0].language != t.language else None
    return Paragraph(tuple(told), language=language)


def _quoting(t: Teller, quoted: Quoted, template: str, *, first: bool) -> Sentence:
    public = t.by_reference[quoted.reference].public
    if public.private:
        name = t.said.a_person_first if first else t.said.a_person
        names: tuple[str, ...] = ()
    else:
        name = sender_name(t, quoted.reference)
        names = public.senders if len(public.senders) > 1 else (public.name,)
    text = template.format(
        name=name,
        says=t.said.says[_verb(quoted)],
        words=_SPACE.sub(" ", opening(quoted)),
        reference=quoted.reference,
    )
    return Sentence(text, (t.comment_source(quoted.index),), names if "{name}" in template else ())


def _verb(quoted: Quoted) -> str:
    """What a remark does: proposes, asks for, supports, is against, points out.

    Only what is certain is said of its stance: a person's word, or what a tick says.
    """
    comment = quoted.comment
    phrases = [each.phrase for each in comment.proposals]
    if any(_PROPOSES.match(phrase) for phrase in phrases):
        return "proposes"
    if any(_ASKS.match(phrase) for phrase in phrases):
        return "asks"
    stance = comment.stance
    if stance.value in ("supports", "opposes") and stance.certainty is Certainty.CERTAIN:
        return stance.value
    if stance.value != "neutral" or phrases:
        return "holds"
    return "refers" if any(each.kind == "law" for each in comment.mentions) else "points"


def singles(t: Teller, left: Sequence[Quoted], *, heading: str) -> Iterator[Block]:
    """Voices that stand alone, those that ask for something before the others."""
    said = [each for each in by_sender(t, left) if opening(each)]
    chosen = sorted(said, key=lambda each: not each.comment.proposals)[:SINGLES]
    if not chosen:
        return
    if heading:
        yield Heading(heading, 3)
    yield from all_quoted(t, by_sender(t, chosen))


def remark_blocks(t: Teller, quoted: Sequence[Quoted]) -> Iterator[Block]:
    """Remarks word for word, under the name of each sender, with what was decided on each."""
    for reference, points in groupby(quoted, key=lambda each: each.reference):
        said = list(points)
        for each in said:
            source = t.comment_source(each.index)
            yield Quote(each.comment.text, each.name, reference, each.language, source)
            if each.outcome:
                yield decision(t, each)
        notes = dict(t.by_reference[reference].public.footnotes)
        for mark in dict.fromkeys(MARK.findall(" ".join(each.comment.text for each in said))):
            if mark in notes:
                text = f"{t.words.footnote.format(mark=mark)}: {notes[mark]}"
                line = t.of_response(text, reference)
                yield Paragraph((line,), "Innspill Decision", language=said[0].language)


def decision(t: Teller, quoted: Quoted) -> Paragraph:
    """What was decided on a remark, and why."""
    outcome = t.words.outcomes.get(quoted.outcome or "", quoted.outcome or "")
    reason = Sentence(quoted.reason or "", (t.decision_source(quoted.index),))
    return Paragraph((reason,), "Innspill Decision", f"{t.words.disposition_column}: {outcome}.")
