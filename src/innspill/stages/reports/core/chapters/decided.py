"""What came of it: what is changed in the papers, because of whom, and what is to be done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from innspill.stages.reports.core.chapters.questions import places_named
from innspill.stages.reports.core.parts.naming import named
from innspill.stages.reports.core.parts.telling import At, Teller, paragraph, plain
from innspill.stages.reports.core.parts.values import (
    Block,
    Heading,
    Paragraph,
    ReportPart,
    Sentence,
    Source,
    Table,
)
from innspill.stages.reports.core.values import Change
from innspill.stages.reports.core.words import short_day


def change_part(t: Teller) -> ReportPart:
    """Each change: the place, the old text, the new one, and whose remarks it came from."""
    return ReportPart("changes", t.said.changes, 1, tuple(_changes(t)))


def _changes(t: Teller) -> Iterator[Block]:
    changes = t.report.told.changes
    if not changes:
        yield paragraph(t.fixed(t.said.no_changes, "changes"))
        return
    yield paragraph(t.say(t.said.change_intro, n=At("/changed")))
    because = _because(t)
    for at, change in enumerate(changes):
        yield from _change(t, at, change, because[change.id])


def _because(t: Teller) -> dict[int, list[int]]:
    """The remarks that each change came from, by the change's number."""
    shown = {each.index for each in t.quoted}
    found: dict[int, list[int]] = defaultdict(list)
    for word in t.report.decided:
        for change in word.changes:
            if word.comment in shown:
                found[change].append(word.comment)
    return found


def _change(t: Teller, at: int, change: Change, because: list[int]) -> Iterator[Block]:
    kind, _, number = change.place.partition(" ")
    known = number and kind in t.words.references
    place = places_named([change.place], t.words) if known else change.place
    source = Source("hearing", f"change {at}")
    yield Heading(place[:1].upper() + place[1:], 2)
    if change.old and change.new:
        yield Paragraph((Sentence(change.old, (source,)),), "Innspill Quote", t.said.change_old)
        yield Paragraph((Sentence(change.new, (source,)),), "Innspill Quote", t.said.change_new)
    elif change.new:
        yield Paragraph((Sentence(change.new, (source,)),), "Innspill Quote", t.said.change_added)
    else:
        yield Paragraph((Sentence(change.old, (source,)),), "Innspill Quote", t.said.change_gone)
    references = dict.fromkeys(t.report.analysis.comments[index].response for index in because)
    who = named(t, references)
    if who:
        sources = tuple(t.decision_source(index) for index in because)
        told = tuple(Source("response", each.reference) for each in who)
        text = t.said.change_who.format(names=t.listed(each.text for each in who))
        names = tuple(name for each in who for name in each.names)
        yield Paragraph((Sentence(text, (*told, *sources), names),), "Innspill Decision")


def measure_part(t: Teller) -> ReportPart:
    """The register of what is to be done, as it stands."""
    return ReportPart("measures", t.said.measures, 1, tuple(_measures(t)))


def _measures(t: Teller) -> Iterator[Block]:
    measures = t.report.told.measures
    yield paragraph(t.say(t.said.measures_intro, n=At("/decided_measures")))
    rows = tuple(
        tuple(
            Sentence(text or "–", (Source("hearing", f"follow-up {at}"),)) if text else plain("–")
            for text in (
                each.name,
                each.responsible,
                each.relevant_for,
                each.description,
                short_day(each.due, t.language),
                t.said.measure_states.get(each.status, each.status),
            )
        )
        for at, each in enumerate(measures)
    )
    yield Table(t.said.measures, t.said.measure_columns, rows, (3.2, 3.0, 2.7, 4.1, 1.8, 1.6))
