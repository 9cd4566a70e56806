"""How the hearing was run and who took part, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from innspill.stages.consultations.core.definition import Definition, in_language
from innspill.stages.reports.core.parts.naming import in_order, named
from innspill.stages.reports.core.parts.telling import At, Teller, paragraph
from innspill.stages.reports.core.parts.values import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    ReportPart,
    Sentence,
    Source,
)
from innspill.stages.reports.core.words import day
from innspill.stages.reports.core.words.told import Part


def process_part(t: Teller) -> ReportPart:
    """About the hearing: when, what was heard, how late answers are treated."""
    return ReportPart("process", t.said.process, 1, tuple(process_blocks(t)))


def process_blocks(t: Teller) -> Iterator[Block]:
    """The hearing's own summary, its dates and rules, and the papers that were heard."""
    definition, language = t.report.definition, t.language
    for line in in_language(definition.summary, language).split("\n"):
        if line.strip():
            yield paragraph(t.hearing(line.strip(), "summary"))
    yield Paragraph(tuple(dates(t)))
    papers = papers_of(definition, language)
    if papers:
        yield paragraph(t.hearing(t.words.about_papers, "papers"))
        yield Bullets(tuple(t.hearing(each, "papers") for each in papers))


def dates(t: Teller) -> Iterator[Sentence]:
    """When it was sent out, the deadline, how much was asked, what happens to late answers."""
    definition, words = t.report.definition, t.words
    deadline = day(definition.deadline, t.language)
    if definition.opens and definition.deadline:
        opened = day(definition.opens, t.language)
        text = t.said.sent_out.format(owner=definition.owner, opened=opened, deadline=deadline)
        yield t.hearing(text, "owner", "opens", "deadline")
    elif definition.deadline:
        yield t.hearing(t.said.deadline_only.format(deadline=deadline), "deadline")
    if t.figures.asked:
        yield t.say(t.said.asked, n=At("/asked"))
    late = {
        "forward": words.about_late_forward.format(to=definition.late.to or "–"),
        "include": words.about_late_include,
        "set-aside": words.about_late_aside,
    }
    yield t.hearing(late[definition.late.policy], "late")
    if definition.one_response_per == "organisation":
        yield t.hearing(words.about_one_each, "one_response_per")


def papers_of(definition: Definition, language: str) -> tuple[str, ...]:
    """What was put out, one line for each paper. Their chapters stand where they are spoken of."""
    titles = (in_language(each.title, language) for each in definition.papers)
    return tuple(title for title in titles if title)


def main_sentences(t: Teller) -> list[Sentence]:
    """The main figures in sentences. What is not there is not mentioned."""
    return [*_invited(t), *_came(t), *_apart(t)]


def summary_part(t: Teller) -> ReportPart:
    """The main figures as a list."""
    return ReportPart("summary", t.said.main_figures, 1, (Bullets(tuple(main_sentences(t))),))


def _invited(t: Teller) -> Iterator[Sentence]:
    figures, said = t.figures, t.said
    if not figures.invited:
        yield t.hearing(t.words.no_bodies, "bodies")
        return
    lines = At("/invited")
    answered, silent = At("/invited_answered"), At("/invited_silent")
    first = t.say(said.invited, n=lines)
    if not figures.invited_answered:
        second = t.say(said.invited_none[figures.invited > 1], t.source(answered))
    elif not figures.invited_silent:
        second = t.say(said.invited_all[figures.invited > 1], t.source(answered))
    else:
        second = t.say(
            said.invited_some, answered=answered, silent=silent, spelled=("answered", "silent")
        )
    sources = (*first.sources, *second.sources)
    yield Sentence(f"{first.text} {second.text}", sources)
    example = next((body.name for body in figures.bodies if body.collective), "")
    if example:
        source = Source("hearing", "bodies")
        yield t.say(said.collective, source, n=At("/collective"), example=example)


def _came(t: Teller) -> Iterator[Sentence]:
    figures, said, counts = t.figures, t.said, t.counts
    whole = At("/respondents", counts.responses)
    if not figures.respondents:
        yield t.say(said.came_none, t.source(whole))
        return
    yield t.say(said.came, n=whole)
    if figures.invited:
        places = (
            (said.from_invited, At("/from_invited", counts.from_invited)),
            (said.from_members, At("/from_members", counts.from_members)),
            (said.from_others, At("/not_invited", counts.not_invited)),
        )
        yield _parted(t, said.of_the_responses, places, whole)
    apart = {*counts.late, *counts.lateness_unknown}
    in_time = tuple(each for each in counts.responses if each not in apart)
    if figures.on_time or figures.late:
        times = ((said.in_time, At("/on_time", in_time)), (said.late, At("/late", counts.late)))
        yield _parted(t, said.of_the_responses, times, whole)
    if figures.lateness_unknown:
        unknown = At("/lateness_unknown", counts.lateness_unknown)
        everything = figures.lateness_unknown == figures.respondents
        yield t.say(said.unknown_time.all if everything else said.unknown_time.some, n=unknown)
    with_remarks = tuple(row.reference for row in figures.answered if row.remarks)
    without = tuple(row.reference for row in figures.answered if not row.remarks)
    remarks = (
        (said.with_remarks, At("/with_remarks", with_remarks)),
        (said.without_remarks, At("/without_remarks", without)),
    )
    yield _parted(t, said.of_those, remarks, whole)


def _parted(t: Teller, joined: str, pieces: Sequence[tuple[Part, At]], whole: At) -> Sentence:
    """A whole in its parts: "Av svarene kom 12 fra …, 3 fra … og ett fra andre"."""
    here = [(part, at) for part, at in pieces if t.value(at)]
    if len(here) == 1 and t.value(here[0][1]) == t.value(whole):
        return t.say(here[0][0].all, n=here[0][1])
    told = [t.say(part.some, n=at) for part, at in here]
    sources = tuple(source for each in told for source in each.sources)
    return Sentence(joined.format(pieces=t.listed(each.text for each in told)), sources)


def _apart(t: Teller) -> Iterator[Sentence]:
    """What is counted among the responses and is of a kind of its own."""
    rows, kinds = t.figures.answered, t.by_reference

    def of_kind(kind: str) -> tuple[str, ...]:
        return tuple(each.reference for each in rows if kinds[each.reference].kind == kind)

    wanted = (
        (t.said.joint, At("/joint", tuple(r.reference for r in rows if len(r.senders) > 1))),
        (t.said.adherences, At("/adherences", tuple(r.reference for r in rows if r.supports is not None))),
        (t.said.notices, At("/notices", of_kind("will-come"))),
        (t.said.additions, At("/additions", of_kind("addition"))),
        (t.said.hidden, At("/hidden", tuple(r.reference for r in rows if r.state != "published"))),
        (t.said.extended, At("/extended")),
    )  # fmt: skip
    for forms, at in wanted:
        if t.value(at):
            yield t.say(forms, n=at)


def hearing_part(t: Teller) -> ReportPart:
    """The chapter of a proposition on the hearing: dates, all recipients, who answered and how."""
    return ReportPart("process", t.said.process, 1, tuple(_hearing(t)))


def _hearing(t: Teller) -> Iterator[Block]:
    yield Paragraph(tuple(dates(t)))
    names = in_order(body.name for body in t.figures.bodies)
    if names:
        yield paragraph(t.hearing(t.said.sent_to, "bodies"))
        yield Bullets(tuple(t.hearing(name, "bodies") for name in names))
    yield Paragraph(tuple(main_sentences(t)))
    yield from _who(t, t.said.with_remarks_list, remarks=True)
    yield from _who(t, t.said.without_remarks_list, remarks=False)


def _who(t: Teller, lead: str, *, remarks: bool) -> Iterator[Block]:
    references = [row.reference for row in t.figures.answered if row.remarks is remarks]
    who = named(t, references)
    if who:
        yield paragraph(t.fixed(lead, "remarks"))
        yield Bullets(
            tuple(
                Sentence(each.text, (Source("response", each.reference),), each.names)
                for each in who
            )
        )


def extended_blocks(t: Teller) -> Iterator[Block]:
    """The bodies that were given a later deadline."""
    if t.report.told.extended:
        yield Heading(t.said.extended_heading, 3)
        yield Bullets(
            tuple(
                t.hearing(
                    t.said.extended_line.format(name=each.name, day=day(each.until, t.language)),
                    f"extension {each.name}",
                )
                for each in t.report.told.extended
            )
        )
