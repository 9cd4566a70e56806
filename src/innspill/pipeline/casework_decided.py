"""What people called the sample themes, decided on the comments, and how they finished: the rest of
`casework`.
"""

from __future__ import annotations

from innspill.pipeline.casework import Casework, Decision, Desk, Followed
from innspill.stages.analysis import actions as analysis_actions
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import Light
from innspill.stages.consultations import queries as consultations
from innspill.stages.deciding import actions as deciding_actions
from innspill.stages.deciding import queries as deciding
from innspill.stages.deciding.core.values import ChangeSaid, Target


def decide(desk: Desk, work: Casework) -> int:
    """Decides on comments, like groups and themes, and on the rest in bulk; returns on how many.

    What has a word already is left as it is.
    """
    hearing = consultations.id_of(desk.slug)
    if hearing is None:
        return 0
    standard = _reasons(desk, hearing, work)
    rows = deciding.decided(desk.slug, [desk.owner])
    done = sum(_decide(desk, hearing, rows, said, standard) for said in work.decisions)
    if work.rest is None:
        return done
    left = {
        row.target: None
        for row in deciding.left(desk.slug, [desk.owner])
        if row.comment.question not in work.rest.leave and row.seen is None
    }
    if left:
        deciding_actions.decide(
            hearing, left, outcome=work.rest.outcome, reason=work.rest.reason,
            by=desk.caseworker, now=desk.now,
        )  # fmt: skip
    return done + len(left)


def name_themes(desk: Desk, work: Casework) -> None:
    """Calls the machine's themes what a person calls them, and puts stray comments where they
    belong. What has its name or place already is left as it is.
    """
    for named in work.themes:
        rows = deciding.decided(desk.slug, [desk.owner])
        theme = next(
            (row.comment.themes[0] for row in _having(named.has, rows) if row.comment.themes), None
        )
        hearing = consultations.id_of(desk.slug)
        if hearing is None or theme is None:
            continue
        if analysis.theme_labels(hearing).get(theme) != named.label:
            analysis_actions.rename_theme(
                theme, label=named.label, by=desk.caseworker, now=desk.now
            )
        stray = [
            row.comment.id
            for words in named.also
            for row in _having(words, rows)
            if row.comment.themes != (theme,)
        ]
        if stray:
            analysis_actions.move_comments(stray, theme, by=desk.caseworker, now=desk.now)


def finish(desk: Desk, work: Casework) -> None:
    """Takes in the measures, goes through every response, and finishes the hearing, where that
    was done. Raises BadInput where something is left, as the lead would be told.
    """
    hearing = consultations.id_of(desk.slug)
    if hearing is None:
        return
    _take_in(desk, hearing, work.measures)
    if not work.finished:
        return
    _go_through(desk, hearing)
    if not deciding.is_finished(hearing):
        deciding_actions.finish(hearing, by=desk.lead, now=desk.now)


def _go_through(desk: Desk, hearing: int) -> None:
    """Keeps the machine's word on each comment that nobody has said anything about."""
    found = analysis.lights(hearing)
    unread: dict[int, list[Light]] = {}
    for one in found:
        unread.setdefault(one.rendition, []).append(one)
    for rendition in unread.keys() - analysis.gone_through(hearing, found):
        left = [one.id for one in unread[rendition] if one.is_remark and not one.confirmed]
        if left:
            analysis_actions.confirm(left, by=desk.caseworker, now=desk.now)
        analysis_actions.finish(rendition, by=desk.caseworker, now=desk.now)


def _reasons(desk: Desk, hearing: int, work: Casework) -> dict[str, tuple[int, str]]:
    """Standard reasons by their title: number and text."""
    known = {each.now.title for each in deciding.all_reasons(hearing)}
    for reason in work.reasons:
        if reason.title not in known:
            deciding_actions.make_reason(
                hearing, title=reason.title, text=reason.text, by=desk.caseworker, now=desk.now
            )
    return {each.now.title: (each.id, each.now.text) for each in deciding.all_reasons(hearing)}


def _decide(
    desk: Desk, hearing: int, rows: list[deciding.DecidedRow], said: Decision,
    standard: dict[str, tuple[int, str]],
) -> int:  # fmt: skip
    found = _having(said.has, rows)
    targets = {
        target: None
        for target, seen in deciding.seen(hearing, _targets(said, found)).items()
        if seen is None
    }
    if not targets:
        return 0
    number, text = standard.get(said.standard, (None, ""))
    change = ChangeSaid(**said.change.model_dump()) if said.change else None
    deciding_actions.decide(
        hearing, targets, outcome=said.outcome, reason=said.reason or text,
        standard_reason=number, responsible=said.responsible, new_change=change,
        by=desk.caseworker, now=desk.now,
    )  # fmt: skip
    return len(targets)


def _having(words: str, rows: list[deciding.DecidedRow]) -> list[deciding.DecidedRow]:
    return [row for row in rows if words in " ".join(row.comment.text.split())]


def _targets(said: Decision, found: list[deciding.DecidedRow]) -> list[Target]:
    """What the decision is on, where the words are found and it has a theme or others like it."""
    if said.of == "comment":
        return [row.target for row in found]
    for row in found[:1]:
        if said.of == "like" and row.alike > 1:
            return [Target("like", row.comment.fingerprint)]
        if said.of == "theme" and row.comment.themes:
            return [Target("theme", str(row.comment.themes[0]))]
    return []


def _take_in(desk: Desk, hearing: int, followed: tuple[Followed, ...]) -> None:
    """Writes measures into the register, each with the comments that it comes of."""
    rows = deciding.decided(desk.slug, [desk.owner])
    entries = []
    for each in followed:
        of = [
            row.comment.fingerprint
            for row in rows
            if any(_having(words, [row]) for words in each.has)
        ]
        entries.append((each.said, tuple(dict.fromkeys(of))))
    deciding_actions.take_in_measures(hearing, entries, by=desk.caseworker, now=desk.now)
