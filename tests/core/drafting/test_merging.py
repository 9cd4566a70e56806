"""Two who edit one answer: nobody overwrites the other, and texts that were written are kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from innspill.stages.consultations.core.filled import MeasureGiven, SenderGiven
from innspill.stages.drafting.core.merging import TOGETHER, joined, keeps, outcome
from innspill.stages.drafting.core.values import About, Content, Version

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def said(text: str, *ticks: str) -> Content:
    return Content(ticks=ticks, text=text)


def stands(text: str, *ticks: str, revision: int = 3, by: str = "Kari") -> Version:
    return Version(said(text, *ticks), revision, by, NOON)


def test_a_save_on_top_of_what_stands_takes_its_place():
    assert outcome(said("Nytt"), based_on=3, stands=stands("Gammelt")) == "save"


def test_a_save_on_top_of_something_older_is_a_collision():
    assert outcome(said("Mitt"), based_on=2, stands=stands("Ditt")) == "collided"


def test_who_says_the_same_collides_with_nobody():
    assert outcome(said("Vi er enige"), based_on=1, stands=stands("Vi er enige")) == "same"


def test_an_autosave_whose_answer_was_lost_goes_on_where_it_was():
    assert outcome(said("Vi er enige i alt"), based_on=2, stands=stands("Vi er enige")) == "save"


def test_who_ticked_another_box_meanwhile_collides_though_the_text_goes_on():
    stale = outcome(
        said("Vi er enige i alt", "no"), based_on=2, stands=stands("Vi er enige", "yes")
    )
    assert stale == "collided"


def test_an_old_text_that_is_kept_already_needs_no_proposal():
    assert outcome(said("Ett"), based_on=1, stands=stands("To"), known=[said("Ett")]) == "known"


def test_nothing_typed_is_no_first_answer():
    assert outcome(Content(), based_on=0, stands=None) == "same"


def kept(before: str, after: str, *, by: str = "Kari", minutes: float = 1, last: str = "") -> bool:
    earlier = Version(said(last), 2, "Kari", NOON) if last else None
    now = NOON + timedelta(minutes=minutes)
    return keeps(stands(before), said(after), by=by, now=now, last_kept=earlier)


def test_writing_on_keeps_one_version_and_not_one_for_each_save():
    assert not kept("Vi er", "Vi er enige")
    assert not kept("Vi er enge i planen", "Vi er enige i planen")


def test_another_person_s_text_is_always_kept():
    assert kept("Vi er", "Vi er enige", by="Ola")


def test_after_a_while_the_text_is_kept_though_it_is_one_person():
    assert kept("Vi er", "Vi er enige", minutes=TOGETHER.seconds / 60 + 1)


def test_a_text_that_was_longer_by_far_is_kept():
    assert kept("Et langt resonnement om beredskap.", "Et")
    assert kept("Et langt resonnement om beredskap.", "Noe ganske annet, som er like langt.")


def test_what_is_deleted_bit_by_bit_is_kept_once():
    whole = "Et langt resonnement om beredskap."
    assert kept(whole, whole[:-1])
    assert not kept(whole[:-1], whole[:-2], last=whole)


def test_rows_of_measures_are_text_too():
    row = MeasureGiven(name="Øvelse", description="En større øvelse hvert annet år i alle fylker.")
    before = Version(Content(measures=(row,)), 3, "Kari", NOON)
    assert keeps(before, Content(), by="Kari", now=NOON, last_kept=None)


def test_two_who_fill_in_who_answers_fill_each_other_s_gaps():
    mine = About(senders=(SenderGiven(name="Fjordvik kommune"),), comment="Takk.")
    both, differs = joined(mine, About(email="a@example.org", comment="Takk."))
    assert both == About(mine.senders, email="a@example.org", comment="Takk.")
    assert not differs
    assert joined(mine, About(comment="Hei."))[1]
