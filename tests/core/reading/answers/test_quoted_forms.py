"""Mails that answer within what they quote, and mails that only pass another on."""

from __future__ import annotations

import pytest

from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.values import ResponseRead
from tests.core.reading.answers.hearing import (
    QUESTION_1,
    QUESTION_2,
    QUESTION_3,
    answer,
    read_files,
)
from tests.core.reading.blocks.test_mail import mail

ASKED = "Den 3. mars 2026 kl. 10.12 skrev Etat <a@etat.example>:"
LONG = "Er rådene om rekkverk (kapittel 2) lette å\n> følge? Utdyp gjerne."


def read(text: str, html: str | None = None, subject: str = "SV: Høring") -> ResponseRead:
    message = mail(text, html)
    message.replace_header("Subject", subject)
    (found,) = read_files(*read_file("post.eml", bytes(message)))
    return found


def test_answers_between_quoted_questions_are_read_at_these() -> None:
    found = read(
        f"Hei, se svar under.\n\n{ASKED}\n> 1) {LONG}\n> ☐ Ja ☐ Nei\n> Skriv her:\n\nNei\n\n"
        f"De er for lange.\n\n> 2) {QUESTION_2}\n\nStorbrua mangler.\n\n> Hilsen Etat\n"
    )
    assert (answer(found, "1").ticks, answer(found, "1").text) == (("no",), "De er for lange.")
    assert answer(found, "2").text == "Storbrua mangler."
    assert "answered-in-quote" in found.flags
    assert {a.certainty.value for a in found.answers if a.text} == {"likely"}
    assert any("Skriv her" in passage.text for passage in found.unplaced)


def test_a_box_ticked_within_the_quote_is_a_tick() -> None:
    found = read(
        f"{ASKED}\n> 1) {LONG}\n> ☐ Ja ☒ Nei\n\nDe er for lange.\n> 2) {QUESTION_2}\n\nStorbrua.\n"
    )
    assert (answer(found, "1").ticks, answer(found, "1").text) == (("no",), "De er for lange.")


def test_answers_between_the_quotes_of_a_web_mail_are_read_too() -> None:
    quote = '<blockquote class="gmail_quote"><div>{}</div></blockquote>'
    html = (
        f'<div>Svar under.</div><div class="gmail_quote"><div class="gmail_attr">{ASKED}</div>'
        f"{quote.format(QUESTION_1)}<div>Ja. Helt greie.</div>{quote.format(QUESTION_2)}"
        "<div>Storbrua mangler.</div></div>"
    )
    found = read("x", html)
    assert answer(found, "1").ticks == ("yes",)
    assert answer(found, "2").text == "Storbrua mangler."


HISTORY = f"""Fra: Etat <a@etat.example>
Sendt: 3. mars 2026
Til: Kari
Emne: Høring

1) {QUESTION_1}
Nei. De er for lange.
2) {QUESTION_2}
Storbrua mangler.
3) {QUESTION_3}
"""


def test_answers_written_into_a_history_without_marks_are_read_and_doubted() -> None:
    found = read(f"Hei, svarene står i rødt nedenfor.\n\n{HISTORY}")
    assert answer(found, "1").ticks == ("no",)
    assert answer(found, "2").text == "Storbrua mangler."
    assert "answered-in-quote" in found.flags


def test_who_answers_above_the_quote_has_answered_there() -> None:
    found = read(f"Vi støtter forslaget og har ingen merknader.\n\n{HISTORY}")
    assert "answered-in-quote" not in found.flags
    assert not any(a.text for a in found.answers)


@pytest.mark.parametrize("subject", ["VS: Høringssvar", "Fwd: Høringssvar"])
def test_a_mail_that_only_passes_another_on_gives_that_ones_text(subject: str) -> None:
    passed = (
        "Til orientering.\n\n---------- Videresendt melding ----------\nFra: Sandvik kommune\n"
        "Sendt: 3. mars 2026\nEmne: Høringssvar\n\nTil spørsmål 3: Lyset må stå på hele natten."
    )
    found = read(passed, subject=subject)
    assert answer(found, "3").text == "Lyset må stå på hele natten."
    assert "forwarded-text" in found.flags
    assert found.sender.name == "Sandvik kommune"
    assert read(passed, subject="SV: Høringssvar").answers == ()
