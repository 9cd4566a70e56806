"""The key of the journal: its form, how it is made, and what becomes of one that is damaged."""

from __future__ import annotations

import base64
import stat
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from innspill.shared.errors import BadInput
from innspill.shared.journal import signing, verifying

PRIVATE = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
PUBLIC = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
"""The pair that the documentation of Go's package `note` shows."""


@pytest.fixture
def place(tmp_path: Path, settings: Settings) -> Path:
    """Where the key lies, in a home that is not made yet."""
    settings.HOME = tmp_path / "deep" / "home"
    settings.ORIGIN = "horing.example"
    return settings.HOME / "signing-key"


def put(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True)
    place.write_text(text, "utf-8")


@pytest.mark.parametrize("text", [PRIVATE, f"{PRIVATE}\n", f"\n {PRIVATE} \n\n"])
def test_a_key_in_the_form_of_the_reference_implementation_is_taken(place: Path, text: str) -> None:
    put(place, text)
    assert signing.public_key() == PUBLIC
    assert signing.signer().name == "PeterNeumann"
    root = bytes(range(32))
    assert verifying.opened(signing.signed(7, root), PUBLIC) == ("PeterNeumann", 7, root)


def test_a_new_key_is_written_in_that_form_for_its_owner_alone(place: Path) -> None:
    signing.put_in_place(signing.made())
    public = signing.public_key()
    *words, name, key_id, encoded = place.read_text("utf-8").split("+", 4)
    assert (words, name) == (["PRIVATE", "KEY"], "horing.example")
    assert encoded.endswith("\n")
    secret = base64.b64decode(encoded)
    assert (secret[:1], len(secret)) == (b"\x01", 33)
    assert public.split("+")[:2] == ["horing.example", key_id]
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert [path.name for path in place.parent.iterdir()] == ["signing-key"]


def test_two_homes_have_two_keys_and_each_stays(place: Path, settings: Settings) -> None:
    signing.put_in_place(signing.made())
    first = signing.public_key()
    settings.HOME = place.parent.parent / "another"
    signing.put_in_place(signing.made())
    second = signing.public_key()
    assert first.split("+")[0] == second.split("+")[0]
    assert first != second
    settings.HOME = place.parent
    assert signing.public_key() == first


def test_who_made_the_key_first_wins(place: Path) -> None:
    """Two processes that need it at once: the second one finds it there when it puts its own."""
    put(place, PRIVATE)
    signing.put_in_place(signing.made())
    assert place.read_text("utf-8") == PRIVATE
    assert [path.name for path in place.parent.iterdir()] == ["signing-key"]


def test_a_key_that_was_put_back_counts_at_once(place: Path) -> None:
    signing.put_in_place(signing.made())
    made = signing.public_key()
    place.write_text(PRIVATE, "utf-8")
    assert signing.public_key() == PUBLIC != made


@pytest.mark.parametrize(
    "text",
    [
        "", "no key", "+".join(PRIVATE.split("+")[:4]), PRIVATE.replace("PRIVATE", "PUBLIC"),
        PRIVATE.replace("KEY", "SECRET"), PRIVATE.replace("c74f20a3", "c74f20a4"),
        PRIVATE.replace("PeterNeumann", "another"), PRIVATE[:-4], PRIVATE + "!",
        PRIVATE.replace("+AYEK", "+AoEK"), PRIVATE + "AAAA",
    ],
)  # fmt: skip
def test_a_damaged_key_is_named_with_what_to_do(place: Path, text: str) -> None:
    put(place, text)
    with pytest.raises(BadInput) as caught:
        signing.public_key()
    assert str(caught.value) == str(
        BadInput("this is no signing key", where=str(place), todo="Put the right one back.")
    )
    assert place.read_text("utf-8") == text
