"""What was decided becomes measures that are followed up: written, changed, never overwritten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from innspill.shared.errors import BadInput, Conflict
from innspill.stages.analysis.queries import CommentFilter
from innspill.stages.consultations.actions.writing import as_json
from innspill.stages.consultations.core.definition import Chapter, Paper
from innspill.stages.consultations.models import Consultation
from innspill.stages.deciding import actions, queries
from innspill.stages.deciding.core.measures import MeasureFilter, MeasureSaid
from tests.stages.closing.conftest import ToDecide
from tests.stages.conftest import NOW

TODAY = date(2026, 4, 1)


def add(case: ToDecide, name: str = "Felles vaktordning", **fields: object) -> int:
    said = MeasureSaid(name, **fields)  # type: ignore[arg-type]
    return actions.add_measure(case.id, said, by=case.staff.caseworker, now=NOW)


def change(case: ToDecide, number: int, seen: int, **fields: object) -> None:
    said = MeasureSaid(**({"name": "Felles vaktordning"} | fields))  # type: ignore[arg-type]
    actions.change_measure(number, said, seen=seen, by=case.staff.lead, now=NOW)


def register(case: ToDecide, **wanted: object) -> list[str]:
    asked = MeasureFilter(**wanted)  # type: ignore[arg-type]
    rows = queries.measures(case.hearing.slug, [case.owner], asked, today=TODAY)
    return [row.name for row in rows]


def with_annex(case: ToDecide) -> None:
    """Gives the hearing an annex A with rows, as its paper has it."""
    row = Consultation.objects.get(pk=case.id)
    text = (
        "Tiltak | Ansvarlig | Relevant for | Beskrivelse\n"
        f"Nasjonal vanndag | Folkehelseinstituttet | vannverk | {'Lang beskrivelse. ' * 20}\n"
        "Øvelse Vannrett | DSB | kommuner | Øves hvert år"
    )
    annex = Chapter(id="A", kind="annex", title={"nb": "Tiltak"}, passages=({"nb": text},))
    paper = Paper(id="tiltak", title={"nb": "Vedlegg A"}, chapters=(annex,))
    definition = row.as_defined.model_copy(update={"papers": (paper,)})
    row.definition = as_json(definition)
    row.save()


def test_every_version_of_a_measure_is_kept(
    case: ToDecide, lines: Callable[[str], list[dict[str, object]]]
) -> None:
    number = add(case, responsible="KS", due=date(2026, 6, 1))
    first = queries.measure(number, [case.owner])
    assert first is not None
    change(case, number, first.now.version, responsible="DSB", status="under-way")
    opened = queries.measure(number, [case.owner])
    assert opened is not None
    assert [(one.responsible, one.status, one.by) for one in opened.versions] == [
        ("KS", "planned", "caseworker"),
        ("DSB", "under-way", "lead"),
    ]
    change(case, number, opened.now.version, responsible="DSB", status="under-way")
    assert len(queries.measure(number, [case.owner]).versions) == 2  # type: ignore[union-attr]
    assert len(lines("measures-added")) == len(lines("measure-changed")) == 1


def test_who_comes_second_overwrites_nothing(case: ToDecide) -> None:
    number = add(case)
    seen = queries.measure(number, [case.owner]).now.version  # type: ignore[union-attr]
    change(case, number, seen, responsible="KS")
    with pytest.raises(Conflict):
        change(case, number, seen, responsible="DSB")
    assert queries.measure(number, [case.owner]).now.responsible == "KS"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": "  "}, "no name"), ({"name": "x" * 301}, "field name"),
        ({"responsible": "x" * 201}, "field responsible"), ({"status": "gone"}, "no such status"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_refused_by_its_field(
    case: ToDecide, fields: dict[str, str], said: str
) -> None:
    with pytest.raises(BadInput, match=said):
        add(case, **fields)
    assert register(case) == []


def test_the_same_measure_is_not_written_twice(case: ToDecide) -> None:
    one, other = add(case, "Vaktordning"), add(case, "Kurs")
    with pytest.raises(BadInput, match="with this name"):
        add(case, "En ny vaktordning")
    seen = queries.measure(other, [case.owner]).now.version  # type: ignore[union-attr]
    with pytest.raises(BadInput, match="with this name"):
        change(case, other, seen, name="1. Vaktordning")
    assert one != other


def test_what_is_open_comes_first_by_its_deadline_and_the_filter_keeps_what_is_asked_for(
    case: ToDecide,
) -> None:
    add(case, "Ferdig", status="done", due=date(2026, 1, 1))
    add(case, "Uten frist", responsible="KS; DSB")
    add(case, "Sein", due=date(2026, 3, 1), responsible="KS")
    add(case, "Snart", due=date(2026, 5, 1))
    assert register(case) == ["Sein", "Snart", "Uten frist", "Ferdig"]
    assert register(case, responsible="ks") == ["Sein", "Uten frist"]
    assert register(case, overdue=True) == ["Sein"]
    assert register(case, status="done") == ["Ferdig"]


def test_the_hearings_own_measures_are_there_to_be_taken_in_with_all_their_columns(
    case: ToDecide,
) -> None:
    with_annex(case)
    found = queries.candidates(case.hearing.slug, [case.owner])
    assert [(one.said.name, one.said.responsible, one.said.relevant_for) for one in found] == [
        ("Nasjonal vanndag", "Folkehelseinstituttet", "vannverk"),
        ("Øvelse Vannrett", "DSB", "kommuner"),
    ]
    assert found[0].said.description.count("Lang beskrivelse.") == 20
    entries = [(one.said, one.fingerprints) for one in found]
    by = case.staff.caseworker
    assert len(actions.take_in_measures(case.id, entries, by=by, now=NOW)) == 2
    assert actions.take_in_measures(case.id, entries, by=by, now=NOW) == []
    again = queries.candidates(case.hearing.slug, [case.owner])
    assert all(one.taken for one in again)
    assert register(case) == ["Nasjonal vanndag", "Øvelse Vannrett"]


def test_a_proposal_is_a_candidate_only_where_it_is_followed(case: ToDecide) -> None:
    from innspill.stages.analysis import queries as analysis

    proposed = analysis.measures(case.hearing.slug, [case.owner])
    assert proposed
    assert queries.candidates(case.hearing.slug, [case.owner]) == []
    pk = proposed[0].comments[0]
    row = next(row for row in case.comments if row.id == pk)
    case.follow(row, outcome="partly-followed")
    found = queries.candidates(case.hearing.slug, [case.owner])
    assert proposed[0].name.casefold() in {one.said.name.casefold() for one in found}
    assert {print_ for one in found for print_ in one.fingerprints} == {row.fingerprint}


def test_one_click_makes_a_measure_of_what_is_followed_with_its_words_filled_in(
    case: ToDecide,
) -> None:
    row = next(row for row in case.comments if row.proposals)
    by = case.staff.caseworker
    with pytest.raises(BadInput, match="only what is followed"):
        actions.measure_of_comment(row.id, by=by, now=NOW)
    case.follow(row)
    number = actions.measure_of_comment(row.id, by=by, now=NOW)
    made = queries.measure(number, [case.owner]).now  # type: ignore[union-attr]
    assert made.name
    assert made.description == "Vi gjør det."
    assert made.comments == (row.fingerprint,)
    assert queries.measure_of_each(case.id) == {row.fingerprint: number}
    named = queries.comment_names(case.id, made.comments)[row.fingerprint]
    assert (named.id, named.number, named.sender) == (row.id, row.number, row.name)
    assert actions.measure_of_comment(row.id, by=by, now=NOW) == number
    assert len(register(case)) == 1


def test_measures_are_followed_up_after_the_hearing_is_finished(case: ToDecide) -> None:
    number = add(case)
    case.go_through()
    left = queries.mark_of(queries.left_points(case.id, CommentFilter()))
    actions.note_what_is_left(
        case.id, CommentFilter(), seen=left, reason="Sett.", by=case.staff.lead, now=NOW
    )  # fmt: skip
    actions.finish(case.id, by=case.staff.lead, now=NOW)
    seen = queries.measure(number, [case.owner]).now.version  # type: ignore[union-attr]
    change(case, number, seen, status="done")
    assert register(case, status="done") == ["Felles vaktordning"]


def test_requirements_stand_under_who_sets_them(case: ToDecide) -> None:
    add(case, requirement="Ha beredskapsplan", required_by="Drikkevannsforskriften § 11")
    found = queries.requirements(case.hearing.slug, [case.owner], today=TODAY)
    own = next(one for one in found if one.name == "Drikkevannsforskriften § 11")
    assert own.requirements[0].text == "Ha beredskapsplan"
