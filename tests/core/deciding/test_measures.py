"""The views of the register: what is due, who sets what, who is responsible."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from innspill.stages.deciding.core.measures import (
    MeasureFilter,
    MeasureSaid,
    measure_name,
    names_a_measure,
    parties,
    required,
    roles,
    shortened,
)
from innspill.stages.deciding.core.values import MeasureShown

TODAY = date(2026, 4, 1)


def measure(number: int = 1, **fields: object) -> MeasureShown:
    texts = dict.fromkeys(
        ("responsible", "contact", "relevant_for", "description", "requirement", "required_by"), ""
    )
    known: dict[str, object] = {
        "name": f"Tiltak {number}", **texts, "due": None, "status": "planned", "comments": (),
        "by": "kari", "at": datetime(2026, 3, 1, tzinfo=UTC),
    }  # fmt: skip
    return MeasureShown(id=number, **(known | fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("status", "due", "overdue"),
    [
        ("planned", date(2026, 3, 31), True), ("under-way", date(2026, 3, 31), True),
        ("done", date(2026, 3, 31), False), ("dropped", date(2026, 3, 31), False),
        ("planned", TODAY, False), ("planned", None, False),
    ],
)  # fmt: skip
def test_overdue_is_what_is_not_done_the_day_after_its_deadline(status, due, overdue):
    assert measure(status=status, due=due).is_overdue(TODAY) is overdue


def test_the_filter_finds_one_of_several_who_are_responsible():
    one = measure(responsible="Helsedirektoratet;  KS ", status="under-way")
    for wanted, kept in (
        (MeasureFilter(), True), (MeasureFilter(responsible="ks"), True),
        (MeasureFilter(responsible="NHN"), False), (MeasureFilter(status="done"), False),
        (MeasureFilter(overdue=True), False),
    ):  # fmt: skip
        assert wanted.keeps(one, TODAY) is kept


def test_a_name_with_og_is_one_party():
    assert list(parties("Helse- og omsorgsdepartementet; Kripos;;").values()) == [
        "Helse- og omsorgsdepartementet",
        "Kripos",
    ]


def test_requirements_stand_under_who_sets_them_and_those_of_nobody_last():
    found = required(
        [
            measure(1, requirement="Ha plan", required_by="NSM; Sikkerhetsloven § 4"),
            measure(2, requirement="Øve hvert år"),
            measure(3, required_by="NSM"),
            measure(4),
        ],
        [("NSM krever tofaktor.", 77, ("nsm",))],
    )
    assert [(one.name, [(r.text, r.measure, r.comment) for r in one.requirements]) for one in found] == [
        ("NSM", [("Ha plan", 1, None), ("Tiltak 3", 3, None), ("NSM krever tofaktor.", None, 77)]),
        ("Sikkerhetsloven § 4", [("Ha plan", 1, None)]),
        ("", [("Øve hvert år", 2, None)]),
    ]  # fmt: skip


def test_roles_count_what_is_open_and_overdue_and_keep_every_contact_once():
    late = date(2026, 1, 1)
    found = roles(
        [
            measure(1, responsible="KS", contact="Rådgiver Ås; Leder", due=late),
            measure(2, responsible="ks", contact="Leder", status="done", relevant_for="kommuner"),
            measure(3),
        ],
        TODAY,
    )
    assert [(one.name, one.contacts, one.measures, one.open, one.overdue) for one in found] == [
        ("KS", ("Rådgiver Ås", "Leder"), (1, 2), 1, 1),
        ("", (), (3,), 1, 0),
    ]


def test_words_that_nobody_wrote_by_hand_are_cut_to_what_there_is_room_for():
    cut = MeasureSaid("ord " * 200, description="a" * 9000).fitting()
    assert cut.too_long() == ""
    assert cut.name.endswith("ord…")
    assert len(cut.description) == 4000
    assert MeasureSaid("a" * 301).too_long() == "name"
    assert shortened("kort", 10) == "kort"


def test_a_measure_is_called_by_its_first_line_with_a_capital():
    assert measure_name("en felles vaktordning") == "En felles vaktordning"
    assert measure_name("vaktordning mangler.\n\nMer tekst.") == "Vaktordning mangler"
    assert measure_name("NIS2 må inn") == "NIS2 må inn"


def test_what_is_no_name_by_itself_does_not_name_a_measure():
    assert names_a_measure("en egen tidsplan")
    assert not any(map(names_a_measure, ("den", "om én egenmelding", "listen", "")))
