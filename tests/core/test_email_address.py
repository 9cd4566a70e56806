"""What the lists and forms take for an address, the post takes too."""

from __future__ import annotations

import pytest
from django.core.validators import validate_email
from hypothesis import given
from hypothesis import strategies as st

from innspill.shared.email_address import is_email_address


@pytest.mark.parametrize(
    "address",
    ["post@tindvang.kommune.no", "a.b+c@d-e.no", "Post@HJØRRING.dk", "o'brien@etat.example"],
)
def test_usual_addresses_are_known(address: str) -> None:
    assert is_email_address(address)


@pytest.mark.parametrize(
    "slip",
    ["kåre@etat.no", "a..b@etat.no", "post@etat", "post@-etat.no", "Ola <ola@etat.no>",
     "post@etat.no\n", "post @etat.no", "@etat.no", "post@etat_en.no"],
)  # fmt: skip
def test_slips_are_found(slip: str) -> None:
    assert not is_email_address(slip)


@given(st.text("aZø9.-_+@' \n", max_size=20), st.text("aZø9.-_@", max_size=20))
def test_the_post_takes_whatever_was_taken(name: str, domain: str) -> None:
    if is_email_address(f"{name}@{domain}.no"):
        validate_email(f"{name}@{domain}.no")
