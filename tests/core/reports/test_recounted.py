"""Every number of a report, counted once more by a script that has none of our code."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from recount import recount
from recounting import differences, made, raw_of, strangers, unexplained
from reports_material import (
    TEXTS,
    answer,
    comment,
    full_report,
    proposal,
    report,
    response,
    responses,
    sender,
)

from innspill.shared.values import Certainty
from innspill.stages.analysis.core.values import Analysis, AnswerStance, Stance
from innspill.stages.reports.core.exported import exported
from innspill.stages.reports.core.figures import count
from innspill.stages.reports.core.outlines import parts_of
from innspill.stages.reports.core.parts.checking import unfaithful, unsourced
from innspill.stages.reports.core.values import (
    Change,
    Decided,
    Extended,
    ReportInput,
    ThemeTold,
    Told,
)

KINDS = ("summary", "ministry", "municipal", "letter")
STANCES = ("supports", "reservations", "opposes", "neutral", "no-stand", "no-comment", "unclear")


@st.composite
def whole_hearings(draw: Any) -> ReportInput:
    """Any hearing with remarks, stances, themes, what was decided, changes, extended deadlines."""
    given_ones = draw(st.lists(responses(), max_size=25))
    references = [each.public.reference for each in given_ones] or ["24/17-1"]
    remarks = draw(
        st.lists(
            st.builds(
                lambda reference, text, question, stance, counts, asks: comment(
                    reference, text or "x", question, stance=stance, is_remark=counts,
                    proposals=(proposal(text or "x", "foreslår"),) if asks else (),
                ),
                st.sampled_from(references), TEXTS, st.sampled_from(["1", "2", None]),
                st.sampled_from(STANCES), st.booleans(), st.booleans(),
            ),
            max_size=20,
        )
    )  # fmt: skip
    places = st.lists(st.sampled_from(range(len(remarks))), unique=True) if remarks else st.just([])
    themes = tuple(
        ThemeTold(
            number, f"Tema {number}", "", None, always, tuple(sorted(members)), tuple(members)
        )
        for number, (members, always) in enumerate(
            draw(st.lists(st.tuples(places, st.sampled_from(["", "", "other"])), max_size=3)), 1
        )
    )
    outcomes = st.sampled_from(["followed", "partly-followed", "not-followed", "noted", "outside"])
    decided = tuple(
        Decided(at, draw(outcomes), draw(TEXTS), changes=(1,)) for at in sorted(draw(places))
    )
    stances = tuple(
        AnswerStance(reference, "1", Stance(draw(st.sampled_from(STANCES)), Certainty.LIKELY))
        for reference in sorted(set(references))
        if draw(st.booleans())
    )
    return report(
        *given_ones,
        language=draw(st.sampled_from(["nb", "nn", "en"])),
        analysis=Analysis(tuple(remarks), stances, ()),
        decided=decided,
        told=Told(
            themes=themes,
            changes=(Change(1, "chapter 2", "Gammelt 3", "Nytt 4"),) if draw(st.booleans()) else (),
            extended=(Extended("Legelaget", date(2024, 7, 9)),) if draw(st.booleans()) else (),
        ),
    )


@given(whole_hearings())
@settings(max_examples=50, deadline=None)
def test_any_hearings_numbers_are_those_that_the_other_script_counts(
    given_one: ReportInput,
) -> None:
    raw = raw_of(given_one)
    data = exported(count(given_one), given_one)
    assert list(differences(recount(raw), data)) == []


@given(whole_hearings(), st.sampled_from(KINDS))
@settings(max_examples=40, deadline=None)
def test_whatever_is_said_of_any_hearing_has_a_source_that_says_it(
    given_one: ReportInput, kind: Any
) -> None:
    figures = count(given_one)
    parts = parts_of(kind, figures, given_one)
    assert unsourced(parts) == []
    assert unfaithful(parts, figures, given_one) == []


def many(number: int, language: str = "nb") -> ReportInput:
    """A hearing that `number` bodies answered, half of them for, a third against, some private."""
    ticks = ("yes", "no", "yes", "no", "yes", "none")
    given_ones, remarks, stances = [], [], []
    for at in range(1, number + 1):
        name = f"Prøve kommune {at}" if at % 2 else f"Lag nr. {at}"
        tick = ticks[at % 6]
        text = f"Vi foreslår at tiltak {at} prøves i {at + 20} kommuner. Det haster."
        given_ones.append(
            response(at, sender(name, None, None, "open"), answers=[answer("1", tick, text=text)],
                     private=at % 7 == 0, late=at % 9 == 0)
        )  # fmt: skip
        stance = {"yes": "supports", "no": "opposes", "none": "no-comment"}[tick]
        remarks.append(comment(f"24/17-{at}", text, stance=stance))
        stances.append(AnswerStance(f"24/17-{at}", "1", Stance(stance, Certainty.CERTAIN)))
    theme = ThemeTold(7, "Prøving", "", None, "", tuple(range(number)), (1, 0), (3,))
    decided = tuple(Decided(at, "noted", f"Se punkt {at}.") for at in range(0, number, 2))
    return report(
        *given_ones, language=language, decided=decided, told=Told(themes=(theme,)),
        analysis=Analysis(tuple(remarks), tuple(stances), ()),
    )  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "given_one", [full_report("nn"), many(43), many(1, "en"), many(0)], ids=["all", "43", "1", "0"]
)
def test_no_number_of_the_word_report_is_left_without_being_counted_once_more(
    kind: Any, given_one: ReportInput
) -> None:
    word, data = made(given_one, kind)
    raw = raw_of(given_one)
    assert unexplained(data, raw) == []
    assert strangers(word, data, raw) == []


def test_the_other_script_sees_a_wrong_number() -> None:
    given_one = many(25)
    raw, data = raw_of(given_one), exported(count(given_one), given_one)
    data["questions"][0]["total"]["choices"][0][1] += 1
    assert list(differences(recount(raw), data)) == [
        "/questions/0/total/choices/0/1: 13 and not 12"
    ]


def test_a_part_that_says_what_no_source_does_is_seen() -> None:
    given_one = many(25)
    figures = count(given_one)
    said = {part.key: part for part in parts_of("summary", figures, given_one)}
    faults = unfaithful(said.values(), replace(figures, respondents=26), given_one)
    assert any("/respondents is 26 and not 25" in each for each in faults)
    views = said["question:1"]
    other = replace(given_one.analysis.comments[0], text="Noe annet.")
    changed = replace(
        given_one,
        analysis=replace(given_one.analysis, comments=(other,) * 25, themes=None),  # type: ignore[arg-type]
    )
    assert any(
        "verbatim" in each or "no remark" in each for each in unfaithful([views], figures, changed)
    )
