"""A person divides answers into points: nothing falls between, and what was said stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from innspill.shared.errors import BadInput, Conflict, NotAllowed
from innspill.shared.people.models import Owner
from innspill.shared.people.queries import owners_of
from innspill.stages.analysis import actions, queries
from innspill.stages.analysis.queries import Cut, PlaceShown
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.register import actions as register_actions
from innspill.stages.register import queries as register
from tests.stages.analysis.conftest import Read
from tests.stages.conftest import NOW, Staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(read: Read, owner: Owner) -> PlaceShown:
    """A place of the first response that has two sentences or more."""
    rendition = read()[0].rendition_id
    return next(each for each in queries.answer_places(rendition, [owner]) if len(each.breaks) > 2)


def test_every_visible_character_lies_in_a_piece_of_its_place(
    owner: Owner, read: Read, staff: Staff
) -> None:
    first = read()[0]
    assert queries.answer_places(first.rendition_id, owners_of(staff.stranger)) == []
    for each in queries.answer_places(read()[0].rendition_id, [owner]):
        left = list(each.text)
        for piece in each.pieces:
            assert each.text[piece.start : piece.end] == piece.text
            left[piece.start : piece.end] = " " * len(piece.text)
        assert not "".join(left).strip()


def test_a_dividing_that_leaves_words_out_is_refused_and_says_which(
    read: Read, place: PlaceShown, staff: Staff
) -> None:
    rendition = read()[0].rendition_id
    words = place.text[place.breaks[1] : place.breaks[1] + 12].split()[0]
    with pytest.raises(BadInput, match="in no piece") as refused:
        actions.divide(
            rendition,
            place=place.place,
            cuts=[Cut(0, place.breaks[1])],
            by=staff.caseworker,
            now=NOW,
        )
    assert words in str(refused.value)
    both = [Cut(0, len(place.text)), Cut(0, len(place.text))]
    with pytest.raises(BadInput, match="same words"):
        actions.divide(rendition, place=place.place, cuts=both, by=staff.caseworker, now=NOW)
    whole = [Cut(0, len(place.text))]
    with pytest.raises(NotAllowed):
        actions.divide(rendition, place=place.place, cuts=whole, by=staff.reader, now=NOW)
    with pytest.raises(BadInput, match="no such place"):
        actions.divide(rendition, place="q:none", cuts=whole, by=staff.caseworker, now=NOW)


def test_the_latest_dividing_stands_in_its_place_with_labels_of_its_own(
    slug: str, owner: Owner, read: Read, place: PlaceShown, staff: Staff
) -> None:
    rendition, before = read()[0].rendition_id, read()
    cuts = [Cut(0, place.breaks[1]), Cut(place.breaks[1], len(place.text), "stray")]
    actions.divide(rendition, place=place.place, cuts=cuts, by=staff.caseworker, now=NOW)
    shown = next(
        each for each in queries.answer_places(rendition, [owner]) if each.place == place.place
    )
    assert [piece.remainder for piece in shown.pieces] == ["", "stray"]
    assert shown.by == staff.caseworker.username
    here = [row for row in read() if (row.rendition_id, row.place) == (rendition, place.place)]
    assert [row.divided for row in here] == [True]
    assert here[0].stance
    order = [row.place for row in read() if row.rendition_id == rendition]
    assert order == sorted(order, key=[each.place for each in before].index)
    assert queries.progress(slug, [owner]).divided == 1


def test_split_and_joined_again_a_comment_keeps_what_was_said_of_it(
    read: Read, place: PlaceShown, staff: Staff
) -> None:
    by = staff.caseworker
    whole = [Cut(0, len(place.text))]
    (number,) = actions.divide(
        read()[0].rendition_id, place=place.place, cuts=whole, by=by, now=NOW
    )
    actions.label_many([number], kind="stance", value="opposes", by=by, now=NOW)
    halves = actions.split(number, place.breaks[1] - place.breaks[0], by=by, now=NOW)
    assert len(halves) == 2
    assert not any(row.label("stance").judged for row in queries.comments_by_id(halves))  # type: ignore[union-attr]
    (joined,) = actions.join(halves, by=by, now=NOW)
    assert queries.comments_by_id([joined])[0].stance == "opposes"
    assert queries.comments_by_id(halves) == []
    with pytest.raises(BadInput, match="one side"):
        actions.split(joined, 0, by=by, now=NOW)
    with pytest.raises(BadInput, match="side by side"):
        actions.join([joined], by=by, now=NOW)


def test_what_is_marked_as_no_point_is_read_no_more_and_can_be_one_again(
    read: Read, staff: Staff
) -> None:
    row = read()[0]
    pieces = actions.mark(row.id, "greeting", by=staff.caseworker, now=NOW)
    assert row.fingerprint not in {each.fingerprint for each in read()}
    marked = next(each for each in read(remarks=False) if each.fingerprint == row.fingerprint)
    assert (marked.id in pieces, marked.remainder) == (True, "greeting")
    actions.mark(marked.id, "", by=staff.caseworker, now=NOW)
    assert row.fingerprint in {each.fingerprint for each in read()}
    with pytest.raises(BadInput, match="not there any more"):
        actions.mark(marked.id, "greeting", by=staff.caseworker, now=NOW)


@pytest.mark.parametrize("later", ["rules", "copy"])
def test_a_person_s_dividing_and_words_outlive_a_later_analysis(  # noqa: PLR0917 - fixtures
    slug: str, owner: Owner, read: Read, place: PlaceShown, staff: Staff,
    other_rules: Callable[[], object], work_on: Callable[[], int], later: str,
) -> None:  # fmt: skip
    by, rendition = staff.caseworker, read()[0].rendition_id
    cuts = [Cut(0, place.breaks[1]), Cut(place.breaks[1], len(place.text))]
    ids = actions.divide(rendition, place=place.place, cuts=cuts, by=by, now=NOW)
    actions.label_many(ids, kind="stance", value="no-stand", by=by, now=NOW)
    texts = [row.text for row in queries.comments_by_id(ids)]
    if later == "rules":
        other_rules()
    else:
        response = register.response(slug, read()[0].number, [owner])
        assert response is not None
        register_actions.settle_sender(
            response.id, names=["Granmo kommune"], by=staff.lead, now=NOW
        )
        work_on()
        with pytest.raises(Conflict):
            actions.divide(rendition, place=place.place, cuts=cuts, by=by, now=NOW)
    again = [row for row in read() if row.place == place.place and row.text in texts]
    assert [row.text for row in again] == texts
    assert all(row.divided and row.stance == "no-stand" for row in again)
    assert all(row.label("stance").id for row in again)  # type: ignore[union-attr]


def test_a_response_is_finished_when_every_comment_is_confirmed(
    slug: str, owner: Owner, read: Read, staff: Staff
) -> None:
    first = read()[0].rendition_id
    mine = [row.id for row in read() if row.rendition_id == first]
    with pytest.raises(BadInput, match=f"^.*: {len(mine)} comments are unconfirmed"):
        actions.finish(first, by=staff.caseworker, now=NOW)
    actions.confirm(mine, by=staff.caseworker, now=NOW)
    actions.finish(first, by=staff.caseworker, now=NOW)
    done = queries.progress(slug, [owner])
    assert (done.responses, done.finished, done.open) == (2, 1, 1)
    assert (done.confirmed, done.unconfirmed) == (len(mine), len(read()) - len(mine))
    actions.open_again(first, by=staff.caseworker, now=NOW)
    assert queries.finished_responses(slug, [owner]) == set()


def test_a_proposal_that_nobody_has_said_anything_about_hinders_the_finish(
    hearing: ConsultationShown, read: Read, staff: Staff
) -> None:
    row = next(row for row in read() if row.proposals)
    mine = [each.id for each in read() if each.rendition_id == row.rendition_id]
    actions.confirm([each for each in mine if each != row.id], by=staff.caseworker, now=NOW)
    for kind, value in (("stance", "opposes"), ("theme", ""), ("link", "")):
        actions.label_many([row.id], kind=kind, value=value, by=staff.caseworker, now=NOW)
    with pytest.raises(BadInput, match=r"1 comments are unconfirmed"):
        actions.finish(row.rendition_id, by=staff.caseworker, now=NOW)
    assert [each.id for each in read(unconfirmed=True) if each.id in mine] == [row.id]
    for said in row.proposals:
        actions.label(
            consultation_id=hearing.id, target=said.target, kind="proposal", value="no",
            by=staff.caseworker, now=NOW,
        )  # fmt: skip
    actions.finish(row.rendition_id, by=staff.caseworker, now=NOW)


def test_a_finished_response_with_other_points_is_open_again(
    slug: str, owner: Owner, read: Read, place: PlaceShown, staff: Staff
) -> None:
    first = read()[0].rendition_id
    mine = [row.id for row in read() if row.rendition_id == first]
    actions.confirm(mine, by=staff.caseworker, now=NOW)
    actions.finish(first, by=staff.caseworker, now=NOW)
    cuts = [Cut(0, place.breaks[1]), Cut(place.breaks[1], len(place.text))]
    if len(place.pieces) == 2:
        cuts = [Cut(0, len(place.text))]
    actions.divide(first, place=place.place, cuts=cuts, by=staff.caseworker, now=NOW)
    assert queries.finished_responses(slug, [owner]) == set()
