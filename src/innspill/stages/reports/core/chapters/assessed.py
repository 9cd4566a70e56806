"""What was decided on the remarks to something: how many of each outcome, and each reason once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from innspill.stages.reports.core.parts.naming import named
from innspill.stages.reports.core.parts.telling import At, Teller, paragraph
from innspill.stages.reports.core.parts.values import Block, Heading, Paragraph, Sentence, Source
from innspill.stages.reports.core.quoting import Quoted
from innspill.stages.reports.core.theming import OUTCOMES

NAMED_AT_MOST = 8
"""How many senders a reason names: a long row of names says less than the table of remarks."""


def assessed(
    t: Teller, pointer: str, quoted: Sequence[Quoted], *, heading: str | None = None
) -> Iterator[Block]:
    """The decisions under a heading. Nothing where nobody has decided on anything at all.

    `pointer` leads to what has the outcomes counted: a question or a theme.
    """
    if not any(each.outcome for each in quoted):
        return
    yield Heading(assessment_heading(t) if heading is None else heading, 3)
    yield from assessed_blocks(t, pointer, quoted)


def assessed_blocks(t: Teller, pointer: str, quoted: Sequence[Quoted]) -> Iterator[Block]:
    """The same without a heading."""
    yield outcome_sentences(t, pointer)
    for outcome, reason, points in _by_reason(quoted):
        yield _reason(t, outcome, reason, points)


def assessment_heading(t: Teller) -> str:
    """Whose assessment it is, by who owns the hearing: "Departementets vurdering"."""
    owner = t.figures.owner.casefold()
    for kind in ("departement", "direktorat", "fylkeskommune", "kommune"):
        if kind in owner:
            return t.said.assessment[kind]
    return t.said.assessment[""]


def outcome_sentences(t: Teller, pointer: str) -> Paragraph:
    """How many remarks there are, and what became of them, each number among them."""
    counts = [At(f"{pointer}/outcomes/{place}/1") for place in range(len(OUTCOMES))]
    total = At(f"{pointer}/comments" if pointer else "/points")
    here = [
        (t.said.outcomes[outcome][t.value(at) > 1], at)
        for outcome, at in zip(OUTCOMES, counts, strict=True)
        if outcome != "open" and t.value(at)
    ]
    if not here:
        return paragraph(t.say(t.said.none_decided, n=total))
    if len(here) == 1 and t.value(here[0][1]) == t.value(total):
        return paragraph(t.say(t.said.outcome_of_all, n=here[0][1], outcome=here[0][0]))
    told = [t.say(t.said.outcome_piece, n=at, outcome=outcome) for outcome, at in here]
    sources = tuple(source for each in told for source in each.sources)
    pieces = t.listed(each.text for each in told)
    lead = t.say(t.said.outcomes_of, *sources, n=total, pieces=pieces)
    left = counts[-1]
    return paragraph(lead, t.say(t.said.still_open, n=left) if t.value(left) else None)


def _by_reason(quoted: Sequence[Quoted]) -> list[tuple[str, str, list[Quoted]]]:
    """Remarks of the same outcome and reason together, in the order of the outcomes."""
    found: dict[tuple[str, str], list[Quoted]] = {}
    for each in quoted:
        if each.outcome:
            found.setdefault((each.outcome, each.reason or ""), []).append(each)
    order: dict[str, int] = {outcome: at for at, outcome in enumerate(OUTCOMES)}
    ranked = sorted(found.items(), key=lambda item: order.get(item[0][0], len(order)))
    return [(outcome, reason, points) for (outcome, reason), points in ranked]


def _reason(t: Teller, outcome: str, reason: str, points: Sequence[Quoted]) -> Paragraph:
    sources = tuple(t.decision_source(each.index) for each in points)
    said = [Sentence(reason, sources)] if reason else []
    who = named(t, dict.fromkeys(each.reference for each in points))
    persons = len({each.reference for each in points}) - len(who)
    alone = t.figures.respondents == 1
    if who and not persons and not alone and len(who) <= NAMED_AT_MOST:
        names = tuple(name for each in who for name in each.names)
        text = t.said.reason_from.format(names=t.listed(each.text for each in who))
        told = tuple(Source("response", each.reference) for each in who)
        said.append(Sentence(text, told, names))
    label = f"{t.words.outcomes.get(outcome, outcome)}."
    return Paragraph(tuple(said), label=label)
