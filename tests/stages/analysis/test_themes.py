"""Themes: found by the machine, kept as people made them, and the same offline."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from innspill.shared.errors import BadInput, Conflict, NotAllowed
from innspill.shared.people.models import Owner
from innspill.stages.analysis import actions, queries
from innspill.stages.analysis.core.analyse import analyse
from innspill.stages.analysis.queries import CommentFilter, ThemeShown
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import queries as publication
from tests.stages.analysis.conftest import Read
from tests.stages.conftest import NOW, HandIn, Staff

pytestmark = pytest.mark.django_db
Themes = Callable[[], list[ThemeShown]]


@pytest.fixture
def themes(slug: str, owner: Owner) -> Themes:
    return lambda: queries.theme_list(slug, [owner])


@pytest.fixture
def theme(themes: Themes) -> ThemeShown:
    """A theme of the machine's with a comment in it."""
    return next(each for each in themes() if each.comments and not each.always)


def test_every_comment_stands_in_a_theme_and_every_hearing_has_the_two_that_are_always_there(
    themes: Themes, read: Read
) -> None:
    assert [each.always for each in themes()][-2:] in (
        ["other", "no-reason"],
        ["no-reason", "other"],
    )
    assert all(row.themes for row in read())
    for each in themes():
        assert sum(each.stances.values()) == sum(each.groups.values()) == each.comments
        assert set(each.typical) <= {row.id for row in read()}
        if each.comments and not each.always:
            inside = {row.id for row in read() if set(row.themes) & _with_parts(each)}
            assert len(inside) == each.comments


def _with_parts(theme: ThemeShown) -> set[int]:
    return {theme.id, *(part.id for part in theme.parts)}


def test_the_offline_journey_finds_what_the_desk_finds(
    hearing: ConsultationShown, read: Read, themes: Themes
) -> None:
    copies = [public for _, public in publication.renditions_of(hearing.id)]
    found = analyse(copies, hearing.definition)
    rows = read(remarks=False)
    assert [(row.text, row.is_remark) for row in rows] == [
        (each.text, each.is_remark) for each in found.comments
    ]
    remarks = [each for each in found.comments if each.is_remark]
    for row, each in zip(read(), remarks, strict=True):
        assert row.stance == each.stance.value
        assert [one.said["action"] for one in row.proposals] == [
            one.action for one in each.proposals
        ]
        said = row.label("link")
        assert (said.value if said else "") == "|".join(link.place for link in each.links)
        assert len(row.mentions) == len(each.mentions)
    mains = [each for each in themes() if not each.always and each.parent is None]
    assert sorted(each.label for each in mains) == sorted(
        theme.label for theme in found.themes.found
    )
    assert {each.label: each.comments for each in mains} == {
        theme.label: len(theme.members) for theme in found.themes.found
    }
    stances = {
        (row.reference, row.question): row.suggestion.value
        for row in queries.answer_stances(hearing.id)
    }
    assert stances == {(each.response, each.question): each.stance.value for each in found.stances}


def test_what_a_person_does_to_a_theme_is_undone_by_its_opposite(
    themes: Themes, theme: ThemeShown, staff: Staff
) -> None:
    by = staff.caseworker

    def standing() -> dict[int, tuple[str, int, int | None]]:
        flat = [part for each in themes() for part in (each, *each.parts)]
        return {each.id: (each.label, each.comments, each.parent) for each in flat}

    before = standing()
    actions.rename_theme(theme.id, label="Beredskap i kommunene", by=by, now=NOW)
    assert standing()[theme.id][0] == "Beredskap i kommunene"
    actions.rename_theme(theme.id, label=theme.label, by=by, now=NOW)
    actions.remove_theme(theme.id, by=by, now=NOW)
    assert theme.id not in standing()
    actions.restore_theme(theme.id, by=by, now=NOW)
    other = next(each for each in themes() if each.id != theme.id and not each.always)
    actions.merge_themes([other.id], theme.id, by=by, now=NOW)
    assert standing()[theme.id][1] == theme.comments + other.comments
    actions.unmerge_theme(other.id, by=by, now=NOW)
    if not other.parts:
        actions.put_under(other.id, theme.id, by=by, now=NOW)
        assert standing()[other.id][2] == theme.id
        actions.put_under(other.id, None, by=by, now=NOW)
    assert standing() == before


def test_comments_are_split_off_and_moved_and_come_back(
    themes: Themes, theme: ThemeShown, read: Read, staff: Staff
) -> None:
    by = staff.caseworker
    row = next(row for row in read() if theme.id in row.themes)
    new = actions.split_theme(theme.id, [row.id], "Lønn i avtaler", by=by, now=NOW)
    assert new in queries.comments_by_id([row.id])[0].themes
    assert theme.id not in queries.comments_by_id([row.id])[0].themes
    actions.move_comments([row.id], theme.id, out_of=new, by=by, now=NOW)
    assert theme.id in queries.comments_by_id([row.id])[0].themes
    other = next(each.id for each in themes() if each.always == "other")
    actions.move_comments([row.id], other, by=by, now=NOW)
    assert queries.comments_by_id([row.id])[0].themes == (other,)


def test_the_number_on_a_theme_leads_to_as_many_comments_with_those_of_the_themes_under_it(
    themes: Themes, theme: ThemeShown, slug: str, owner: Owner, staff: Staff
) -> None:
    by = staff.caseworker
    under = next(
        each
        for each in themes()
        if each.comments and each.id != theme.id and not each.always and not each.parts
    )
    actions.put_under(under.id, theme.id, by=by, now=NOW)

    def behind() -> queries.CommentPage:
        return queries.page(slug, [owner], CommentFilter(theme=theme.id))

    above = next(each for each in themes() if each.id == theme.id)
    assert above.comments > theme.comments
    assert behind().total == above.comments == behind().counted["theme"][str(theme.id)]
    moved = queries.page(slug, [owner], CommentFilter(theme=under.id)).rows[0]
    actions.move_comments(
        [moved.id], next(each.id for each in themes() if each.always == "other"),
        out_of=theme.id, by=by, now=NOW,
    )  # fmt: skip
    assert moved.id not in {row.id for row in behind().rows}


def test_what_makes_no_sense_is_refused(
    hearing: ConsultationShown, themes: Themes, theme: ThemeShown, staff: Staff
) -> None:
    by = staff.caseworker
    other = next(each.id for each in themes() if each.always == "other")
    with pytest.raises(BadInput, match="every hearing has"):
        actions.remove_theme(other, by=by, now=NOW)
    with pytest.raises(BadInput, match="no name"):
        actions.make_theme(hearing.id, label="  ", by=by, now=NOW)
    with pytest.raises(BadInput, match="already"):
        actions.make_theme(hearing.id, label=theme.label.upper(), by=by, now=NOW)
    with pytest.raises(BadInput, match="no such theme"):
        actions.restore_theme(theme.id, by=by, now=NOW)
    with pytest.raises(BadInput, match="two levels"):
        actions.put_under(theme.id, theme.id, by=by, now=NOW)
    with pytest.raises(NotAllowed):
        actions.make_theme(hearing.id, label="Noe", by=staff.stranger, now=NOW)


def test_a_new_response_gets_the_standing_themes_once_a_person_has_spoken(  # noqa: PLR0917 - fixtures
    hearing: ConsultationShown, owner: Owner, hand_in: HandIn, themes: Themes,
    theme: ThemeShown, work_on: Callable[[], int], staff: Staff,
) -> None:  # fmt: skip
    actions.rename_theme(theme.id, label="Det vi kaller det", by=staff.caseworker, now=NOW)
    before = {each.id: each.label for each in themes()}
    hand_in("Granmo_svarskjema_utfylt.docx")
    work_on()
    assert {each.id: each.label for each in themes()} == before
    new = [
        row for row in queries.comments(hearing.slug, [owner], CommentFilter()) if row.number == 3
    ]
    assert new
    assert all(row.themes for row in new)
    with pytest.raises(Conflict):
        actions.group_next(hearing.id, now=NOW)


def test_found_anew_the_themes_that_a_person_touched_stay(
    hearing: ConsultationShown, themes: Themes, theme: ThemeShown, read: Read, staff: Staff
) -> None:
    kept = next(row for row in read() if theme.id in row.themes)
    actions.rename_theme(theme.id, label="Det vi kaller det", by=staff.caseworker, now=NOW)
    actions.move_comments([kept.id], theme.id, by=staff.caseworker, now=NOW)
    gone = {each.id for each in themes() if not each.touched and not each.always}
    actions.find_themes_anew(hearing.id, by=staff.caseworker, now=NOW)
    again = {each.id: each.label for each in themes()}
    assert again[theme.id] == "Det vi kaller det"
    assert not gone & set(again)
    assert queries.comments_by_id([kept.id])[0].themes == (theme.id,)
    assert all(row.themes for row in read())


def test_new_rules_leave_themes_and_words_on_them_as_they_are(
    read: Read, theme: ThemeShown, staff: Staff, other_rules: Callable[[], object], themes: Themes
) -> None:
    row = next(row for row in read() if theme.id in row.themes)
    actions.confirm([row.id], by=staff.caseworker, now=NOW)
    before = {each.fingerprint: each.themes for each in read()}
    other_rules()
    assert {each.fingerprint: each.themes for each in read()} == before
    assert next(each for each in read() if each.fingerprint == row.fingerprint).confirmed
