"""Writing alone and together: each keeps what they typed, whoever saves when."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from innspill.shared.errors import BadInput
from innspill.stages.consultations.core.filled import MeasureGiven
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.drafting import actions, queries
from innspill.stages.drafting.core.refusals import Refused
from tests.stages.conftest import IN_TIME
from tests.stages.drafting.conftest import Writing

pytestmark = pytest.mark.django_db


def refusal(call: Callable[..., object], *args: object, **given: object) -> str:
    with pytest.raises(Refused) as refused:
        call(*args, **given)
    return refused.value.code


def test_an_answer_is_saved_with_who_wrote_it(writing: Writing) -> None:
    saved = writing.save("1", "Vi er enige.", ticks=["yes"])
    answer = writing.shown.answers["1"]
    assert (saved.revision, saved.collided) == (1, False)
    assert (answer.ticks, answer.text, answer.by) == (("yes",), "Vi er enige.", "Kari")


def test_two_who_save_the_same_answer_lose_nothing(writing: Writing) -> None:
    writing.save("1", "Utkast.")
    writing.save("1", "Karis tekst.", on=1)
    saved = writing.save("1", "Olas tekst.", on=1, by="Ola", ticks=["no"])
    assert saved.collided
    assert writing.text("1") == "Karis tekst."
    (note,) = writing.shown.notes_at("1")
    assert (note.id, note.kind, note.text, note.ticks, note.by) == (
        saved.note, "proposal", "Olas tekst.", ("no",), "Ola",
    )  # fmt: skip


def test_an_autosave_that_goes_on_colliding_writes_on_its_one_proposal(writing: Writing) -> None:
    writing.save("1", "Utkast.")
    writing.save("1", "Karis tekst.", on=1)
    for text in ("Olas", "Olas tekst", "Olas tekst er lang."):
        writing.save("1", text, on=1, by="Ola")
    assert [note.text for note in writing.shown.notes_at("1")] == ["Olas tekst er lang."]


def test_a_proposal_that_is_taken_stands_and_the_text_before_it_is_kept(writing: Writing) -> None:
    writing.save("1", "Karis tekst.", ticks=["yes"])
    note = actions.add_note(
        writing.id, "1", kind="proposal", text="Bedre tekst.", by="Ola", now=writing.tick()
    )
    actions.settle_note(writing.id, note, take=True, by="Kari", now=writing.tick())
    answer = writing.shown.answers["1"]
    assert (answer.text, answer.ticks, answer.revision) == ("Bedre tekst.", ("yes",), 2)
    assert [v.content.text for v in queries.versions(writing.id, "1")] == ["Karis tekst."]
    actions.settle_note(writing.id, note, take=True, by="Kari", now=writing.tick())
    assert writing.shown.answers["1"].revision == 2
    assert [note.taken for note in writing.shown.notes] == [True]


def test_a_proposal_left_out_stays_to_be_read(writing: Writing) -> None:
    note = actions.add_note(
        writing.id, "1", kind="proposal", text="Nei.", by="Ola", now=writing.tick()
    )
    actions.settle_note(writing.id, note, take=False, by="Kari", now=writing.tick())
    (shown,) = writing.shown.notes
    assert (shown.is_open, shown.taken, shown.text) == (False, False, "Nei.")
    assert "1" not in writing.shown.answers


def test_measures_that_collide_are_kept_and_may_be_taken(writing: Writing) -> None:
    mine, yours = MeasureGiven(name="Øvelse"), MeasureGiven(name="Tilsyn", description="Årlig")
    writing.save("1", measures=[mine])
    writing.save("1", measures=[mine, mine], on=1)
    saved = writing.save("1", measures=[yours], on=1, by="Ola")
    assert saved.note is not None
    actions.settle_note(writing.id, saved.note, take=True, by="Kari", now=writing.tick())
    assert writing.shown.answers["1"].measures == (yours,)


def test_an_answer_that_is_emptied_can_be_read_again(writing: Writing) -> None:
    writing.save("1", "Et helt resonnement.")
    writing.save("1", "")
    assert [v.content.text for v in queries.versions(writing.id, "1")] == ["Et helt resonnement."]


def test_ticks_stand_in_the_form_s_order_once_each_and_no_other_is_taken(writing: Writing) -> None:
    choices = [c.id for c in writing.shown.hearing.definition.question("1").choices]
    writing.save("1", ticks=[choices[1], choices[0], choices[1]])
    assert writing.shown.answers["1"].ticks == tuple(choices[:2])
    assert refusal(writing.save, "1", ticks=["kanskje"]) == "no-choice"
    assert refusal(writing.save, "99", "Hei") == "no-question"


def test_who_answers_is_saved_on_one_line_each(writing: Writing) -> None:
    saved = writing.name("Fjordvik\nkommune", "Granmo kommune", email=" post@fjordvik.example ")
    about = writing.shown.about
    assert [sender.name for sender in about.senders] == ["Fjordvik kommune", "Granmo kommune"]
    assert (about.email, saved.revision) == ("post@fjordvik.example", 2)
    assert refusal(writing.name, "x" * 301) == "too-long"


def test_two_who_fill_in_who_answers_fill_gaps_and_what_differs_is_a_proposal(
    writing: Writing,
) -> None:
    writing.name("Fjordvik kommune", comment="Karis ord.")
    saved = writing.name("Fjordvik kommune", comment="Olas ord.", email="o@x.no", on=1, by="Ola")
    about = writing.shown.about
    assert saved.collided
    assert (about.comment, about.email) == ("Karis ord.", "o@x.no")
    (note,) = writing.shown.notes_at("")
    assert note.about is not None
    assert note.about.comment == "Olas ord."
    actions.settle_note(writing.id, note.id, take=True, by="Kari", now=writing.tick())
    assert writing.shown.about.comment == "Olas ord."
    assert [v.content.text for v in queries.versions(writing.id, "")] == ["Karis ord."]


def test_the_language_changes_and_no_text_with_it(writing: Writing) -> None:
    writing.save("1", "Vi er enige.")
    actions.set_language(writing.id, "nn", now=writing.tick())
    form = queries.filled(writing.shown)
    answer = form.answer("1")
    assert answer is not None
    assert (form.language, answer.text) == ("nn", "Vi er enige.")
    assert answer.asked == writing.shown.hearing.definition.question("1").text["nn"]
    assert refusal(actions.set_language, writing.id, "sv", now=writing.now) == "no-language"


def test_no_remarks_is_one_click_there_and_back(writing: Writing) -> None:
    actions.no_remarks(writing.id, now=writing.tick())
    assert queries.filled(writing.shown).no_remarks
    actions.no_remarks(writing.id, on=False, now=writing.tick())
    assert writing.shown.is_empty


def test_a_note_without_words_is_none(writing: Writing) -> None:
    assert refusal(
        actions.add_note, writing.id, "1", kind="comment", text=" \n", by="", now=IN_TIME
    ) == "empty-note"  # fmt: skip
    assert refusal(
        actions.settle_note, writing.id, 99, take=True, by="", now=IN_TIME
    ) == "no-note"  # fmt: skip


def test_a_hearing_that_is_not_published_takes_no_drafts(hearing: ConsultationShown) -> None:
    from innspill.stages.consultations.models import Consultation

    Consultation.objects.filter(pk=hearing.id).update(status="draft")
    with pytest.raises(BadInput, match="not published"):
        actions.begin(hearing.id, language="nb", now=IN_TIME)


def test_a_draft_with_all_that_is_in_it_is_shown_in_five_questions_to_the_database(
    writing: Writing, django_assert_num_queries: Callable[..., object]
) -> None:
    for question in writing.shown.hearing.definition.questions:
        writing.save(question.id, "Ja.")
        actions.add_note(
            writing.id, question.id, kind="comment", text="Ok?", by="Ola", now=writing.tick()
        )
    token = queries.link_token(writing.id, "editor")
    with django_assert_num_queries(4):  # type: ignore[attr-defined]
        opened = queries.opened(token)
    assert len(opened.draft.answers) == len(opened.draft.notes) > 5
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        queries.filled(opened.draft)


def test_there_is_room_for_more_than_anybody_writes_and_no_more(writing: Writing) -> None:
    writing.save("1", "Vi mener mye. " * 28_000)
    for text in ("x" * 400_001, "x\n" * 10_500):
        with pytest.raises(Refused) as refused:
            writing.save("2", text)
        assert refused.value.code == "too-long"
    assert "2" not in writing.shown.answers


def test_all_answers_together_have_their_limit_and_small_ones_always_have_room(
    writing: Writing,
) -> None:
    numbers = [question.id for question in writing.shown.hearing.definition.questions]
    assert len(numbers) > 3
    writing.save(numbers[0], "x\n" * 9_900)
    writing.save(numbers[1], "x\n" * 9_900)
    with pytest.raises(Refused):
        writing.save(numbers[2], "x\n" * 9_900)
    writing.save(numbers[2], "Kort og greit.")
    assert writing.text(numbers[2]) == "Kort og greit."
