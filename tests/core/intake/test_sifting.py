"""What is set aside before it is read, and what only gets a remark."""

from __future__ import annotations

from typing import Any

import pytest

from innspill.stages.intake.core.sifting import Sifting, Verdict, verdict_on


def verdict(*, holds: bool = False, **known: Any) -> Verdict:
    whole = {"channel": "email", "size": 10, "most": 100} | known
    return verdict_on(Sifting(**whole), lambda: holds)


def never() -> bool:
    raise AssertionError("nobody should have opened it")


def test_an_ordinary_mail_is_read_without_a_word() -> None:
    assert verdict_on(Sifting("email", 10, 100), never) == Verdict()


@pytest.mark.parametrize(
    ("known", "reason"),
    [
        ({"size": 101}, "too-big"),
        ({"virus": "Eicar"}, "virus"),
        ({"is_after_the_end": True}, "closed-hearing"),
        ({"is_after_the_end": True, "channel": "upload"}, "closed-hearing"),
        ({"signs": ("delivery-report",)}, "bounce"),
        ({"signs": ("read-receipt",)}, "auto-reply"),
        ({"signs": ("auto-replied",)}, "auto-reply"),
        ({"signs": ("marked-spam",)}, "spam"),
        ({"signs": ("auto-replied",), "channel": "folder"}, "auto-reply"),
    ],
)
def test_what_nobody_wrote_as_a_response_is_set_aside(known: dict[str, Any], reason: str) -> None:
    assert verdict(**known).reason == reason
    # A person's word goes before it: then it is only remarked.
    taken_on = verdict(**known, is_taken_on=True)
    assert taken_on.reason == ""
    assert reason in taken_on.remarks


@pytest.mark.parametrize(
    "known",
    [
        {"signs": ("auto-replied",), "holds": True},
        {"signs": ("auto-generated", "list")},
        {"signs": ("away",)},
        {"signs": ("sender-unverified",)},
        {"signs": ("marked-spam",), "holds": True},
        {"signs": ("marked-spam",), "is_tied": True},
    ],
)
def test_what_is_doubtful_is_read_with_a_remark(known: dict[str, Any]) -> None:
    found = verdict(**known)
    assert found.reason == ""
    assert found.remarks == known["signs"]


def test_what_is_too_big_or_has_a_virus_is_opened_by_nobody() -> None:
    for known in ({"size": 101}, {"virus": "Eicar"}):
        whole = {"channel": "email", "size": 10, "most": 100} | known
        assert verdict_on(Sifting(**whole, signs=("auto-replied",)), never).reason  # type: ignore[arg-type]


@pytest.mark.parametrize("channel", ["web", "upload", "letter", "note"])
def test_what_a_person_chose_to_send_is_not_judged_as_mail(channel: str) -> None:
    signs = ("auto-replied", "marked-spam", "delivery-report")
    assert verdict_on(Sifting(channel, 10**9, 100, signs=signs), never) == Verdict()


def test_what_a_caseworker_brings_to_a_finished_hearing_is_taken() -> None:
    assert verdict(is_after_the_end=True, is_vouched_for=True) == Verdict()
    assert verdict(is_after_the_end=True, channel="letter") == Verdict()


def test_why_it_was_set_aside_is_told_with_what_was_found() -> None:
    assert verdict(size=101) == Verdict("too-big", "101 bytes; at most 100 are read")
    assert verdict(size=100) == Verdict()
    assert verdict(virus="Eicar") == Verdict("virus", "Eicar")
    assert verdict(is_after_the_end=True) == Verdict("closed-hearing", "the hearing is finished")


@pytest.mark.parametrize(
    ("sign", "reason"),
    [
        ("delivery-report", "bounce"), ("read-receipt", "auto-reply"),
        ("auto-replied", "auto-reply"), ("marked-spam", "spam"),
    ],
)  # fmt: skip
def test_what_else_its_headers_said_is_seen_in_the_tray(sign: str, reason: str) -> None:
    found = verdict(signs=("away", sign))
    seen = tuple(each for each in ("away", sign) if each in {"away", "auto-replied", "marked-spam"})
    assert found == Verdict(reason, remarks=seen)
