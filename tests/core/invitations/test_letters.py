"""Letters are plain, whole, and filled with data that stays data."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import get_args
from zoneinfo import ZoneInfo

import pytest

from innspill.shared.days import day_in_words, last_day
from innspill.shared.errors import BadInput
from innspill.stages.invitations.core.letters import (
    FIELDS,
    Facts,
    Kind,
    Template,
    check,
    fill,
    template,
)

KINDS = get_args(Kind)
EVERYTHING = Facts(has_form=True, takes_mail=True, has_contact=True, has_deadline=True)
VALUES = {name: f"«{name}»" for name in FIELDS}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_letter_can_be_sent_and_says_what_it_must(kind: str, language: str) -> None:
    letter = template(kind, language, EVERYTHING)  # type: ignore[arg-type]
    check(letter)
    said = fill(letter, VALUES)
    assert "{" not in said.subject + said.text
    for needed in ("«saksnummer»", "«frist»", "«lenke»", "«kontakt»", "«eier»", "«horing»"):
        assert needed in said.subject + said.text, needed


def test_the_invitation_tells_every_way_to_answer_that_there_is_and_no_other() -> None:
    assert "«epost»" in fill(template("invitation", "nb", EVERYTHING), VALUES).text
    without = template("invitation", "nb", Facts(has_form=False, has_deadline=False)).text
    for field in ("{epost}", "{frist}", "{kontakt}", "Word"):
        assert field not in without


def test_the_three_languages_say_the_same() -> None:
    for kind in KINDS:
        told = [template(kind, language, EVERYTHING) for language in ("nb", "nn", "en")]
        assert len({letter.text.count("\n\n") for letter in told}) == 1, kind
        assert len({frozenset(f for f in FIELDS if f"{{{f}}}" in t.text) for t in told}) == 1, kind


def test_an_unknown_field_is_named_before_anything_is_sent() -> None:
    with pytest.raises(BadInput, match=r"\{passord\}.*\{navn\}"):
        check(Template("Hei", "{lenke} {passord}"))
    with pytest.raises(BadInput, match="lenke"):
        check(Template("Hei", "Uten noe."))
    with pytest.raises(BadInput, match="subject"):
        check(Template(" ", "{lenke}"))


def test_a_value_with_braces_stays_what_it_is() -> None:
    said = fill(
        Template("Til {navn}", "{navn} {lenke}"), {"navn": "{lenke}\r\nBcc: x", "lenke": "L"}
    )
    assert said == Template("Til {lenke} Bcc: x", "{lenke}\nBcc: x L")


def test_python_s_own_formatting_does_nothing() -> None:
    text = "{navn.__class__} {0} {navn!r} {navn:>30}"
    assert fill(
        Template("x", text), {"navn": "N"}
    ).text == "{navn.__class__} {0} {navn!r} {navn:>30}".replace("{0}", "")


def test_days_are_written_as_people_do_and_end_at_local_midnight() -> None:
    assert day_in_words(date(2026, 5, 1), "nb") == "1. mai 2026"
    assert day_in_words(date(2026, 5, 1), "en") == "1 May 2026"
    assert last_day(datetime(2026, 5, 1, 22, tzinfo=UTC), ZoneInfo("Europe/Oslo")) == date(
        2026, 5, 1
    )
