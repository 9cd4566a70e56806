"""National identity numbers are found however they are written; other numbers are left."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innspill.stages.publication.core.national_ids import is_national_id
from innspill.stages.publication.core.personal_data import find

FIRST, SECOND = (3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def check_digits(nine: str, remainder: int = 0) -> str | None:
    """Both check digits for nine digits, the first leaving `remainder`; None where there are none."""
    first = (remainder - sum(int(d) * w for d, w in zip(nine, FIRST, strict=True))) % 11
    if first == 10:
        return None
    ten = f"{nine}{first}"
    second = -sum(int(d) * w for d, w in zip(ten, SECOND, strict=True)) % 11
    return None if second == 10 else f"{ten}{second}"


@st.composite
def numbers(draw: st.DrawFn) -> str:
    """Made-up numbers of every kind: ordinary, D-, H- and both test kinds, by both rules."""
    day = draw(st.integers(1, 28)) + draw(st.sampled_from((0, 40)))
    month = draw(st.integers(1, 12)) + draw(st.sampled_from((0, 40, 65, 80)))
    year, individual = draw(st.integers(0, 99)), draw(st.integers(0, 999))
    whole = check_digits(f"{day:02}{month:02}{year:02}{individual:03}", draw(st.integers(0, 3)))
    return whole or draw(numbers())


def spellings(number: str) -> list[str]:
    """The same number as people and programs write it."""
    date, rest = number[:6], number[6:]
    wide = "".join(chr(ord("０") + int(digit)) for digit in number)
    return [
        number, f"{date} {rest}", f"{date}-{rest}", f"{date}\u00a0{rest}", f"{date}\n{rest}",
        f"{date}-\n{rest}", f"{date[:2]}.{date[2:4]}.{date[4:]} {rest}",
        f"{date[:2]} {date[2:4]} {date[4:]} {rest[:3]} {rest[3:]}", " ".join(number), wide,
        "\u00ad".join((number[:4], number[4:])), f"{date}\u2009–\u2009{rest}", f"f.nr:{number}ok",
        f"{date}, {rest}", f"{date} ({rest})", f"{date} | {rest}", f"{date}    -   {rest}",
        f"**{date}** **{rest}**", f"{date}[^1]{rest}", f"{date}\ufe0f{rest}",
        f"{date[:2]}.{date[2:4]}.19{date[4:]} {rest}", f"{date[:4]}20{date[4:]}{rest}",
    ]  # fmt: skip


@settings(deadline=None)
@given(numbers())
def test_every_kind_of_number_is_found_in_every_spelling(number):
    assert is_national_id(number)
    for spelling in spellings(number):
        text = f"Jeg heter Ola, {spelling} er mitt nummer."
        ids = [each for each in find(text, private=True) if each.kind == "national-id"]
        assert ids, spelling
        hidden = text[ids[0].start : ids[0].end]
        assert sum(character.isdigit() for character in hidden) >= 11


@settings(deadline=None)
@given(numbers(), st.integers(1, 9))
def test_a_possible_date_with_wrong_check_digits_is_doubtful(number, added):
    wrong = number[:-1] + str((int(number[-1]) + added) % 10)
    for text in (f"nr {wrong}", f"nr {wrong[:6]} {wrong[6:]}"):
        found = find(text, private=False)
        assert [each.kind for each in found] == ["national-id"]
        assert found[0].doubtful


@pytest.mark.parametrize(
    "text",
    [
        "sak 22/448 og sak 2026/12345",
        "organisasjonsnummer 974 760 673 og 123456785",
        "Budsjettet er 12 000 000 kroner i 2026 og 14 500 000 kroner i 2027.",
        "i årene 2019, 2020, 2021 og 2022",
        "NOU 2015: 11, Prop. 91 L (2010–2011) og Meld. St. 9 (2022–2023)",
        "§ 3-2, § 5-1 og kapittel 4.2.1",
        "den 12.03.2026 kl. 10.30 til 11.45",
        "ISBN 978-82-02-12345-6",
        "journalpost 99999912345",
    ],
)
def test_numbers_of_cases_money_years_and_organisations_are_left(text):
    assert find(text, private=False) == ()


def test_an_account_number_is_withheld_as_such():
    found = find("Konto 1234.56.78903 for honorar", private=False)
    assert [each.kind for each in found] == ["account"]
    assert not found[0].doubtful


def test_a_number_inside_a_longer_run_of_digits_is_doubtful():
    number = next(n for n in (check_digits(f"0101701{i:02}") for i in range(99)) if n)
    found = find(f"ref 9{number}77", private=False)
    assert any(each.kind == "national-id" and each.doubtful for each in found)


@pytest.mark.parametrize("word", ["personnummer", "personnr.", "pnr:", "fødselsnummer er"])
def test_the_last_five_digits_alone_are_withheld_after_the_word_for_them(word):
    text = f"Født 15. mars 1980, {word} 20088, i Bergen."
    born, found = find(text, private=False)
    assert (born.kind, text[born.start : born.end]) == ("birth-date", "15. mars 1980")
    assert (found.kind, text[found.start : found.end]) == ("national-id", "20088")


def test_numbers_in_a_list_are_no_number_together():
    text = "Side 12-15, 22-25, 45-48 og 50; kapittel 2.1, 2.2, 3.1; 310 200, 45 678 og 2021"
    assert find(text, private=True) == ()
