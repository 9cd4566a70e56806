"""Made-up national identity numbers in the spellings of people and programs, and pages of other numbers.

The digits are made by the rules, not taken from anybody; a number of an ordinary kind may by chance be
somebody's, so none is printed or kept.
"""

from __future__ import annotations

from random import Random

FIRST, SECOND = (3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
KINDS = {
    "fødselsnummer": (0, 0), "D-number": (40, 0), "H-number": (0, 40), "Nav's own": (0, 20),
    "test, Tenor": (0, 80), "test, Dolly": (0, 40), "test, D": (40, 80), "test, 65": (0, 65),
    "test, 60": (0, 60), "FH-number": None,
}  # fmt: skip
"""What each kind adds to day and month; FH-numbers have no date."""
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def check_digits(nine: str, remainder: int = 0) -> str | None:
    """Nine digits with both check digits, the first leaving `remainder`; None where there are none."""
    first = (remainder - sum(int(d) * w for d, w in zip(nine, FIRST, strict=True))) % 11
    if first == 10:
        return None
    ten = f"{nine}{first}"
    second = -sum(int(d) * w for d, w in zip(ten, SECOND, strict=True)) % 11
    return None if second == 10 else f"{ten}{second}"


def number(chance: Random, kind: str, *, rule_of_2032: bool) -> str:
    """A number of `kind` by the old rule or the one of 2032."""
    added = KINDS[kind]
    while True:
        if added is None:
            nine = f"{chance.choice('89')}{chance.randrange(10**8):08}"
        else:
            month = chance.randrange(12)
            day = chance.randint(1, _DAYS[month])
            year, individual = chance.randrange(100), chance.randrange(1000)
            nine = f"{day + added[0]:02}{month + 1 + added[1]:02}{year:02}{individual:03}"
        remainder = chance.randrange(1, 4) if rule_of_2032 and added is not None else 0
        whole = check_digits(nine, remainder)
        if whole:
            return whole


def spellings(number: str) -> dict[str, str]:
    """The same number as people and programs write it, by what the spelling is called."""
    date, rest = number[:6], number[6:]
    day, month, year = date[:2], date[2:4], date[4:]
    wide = "".join(chr(ord("０") + int(digit)) for digit in number)
    arabic = "".join(chr(0x660 + int(digit)) for digit in number)
    letters = number.replace("0", "O").replace("1", "l")
    return {
        "eleven digits": number,
        "six and five": f"{date} {rest}",
        "dots": f"{day}.{month}.{year} {rest}",
        "dots all through": f"{day}.{month}.{year}.{rest}",
        "no-break space": f"{date}\u00a0{rest}",
        "thin space": f"{date}\u2009{rest}",
        "narrow no-break space": f"{date}\u202f{rest}",
        "hyphen": f"{date}-{rest}",
        "en dash between spaces": f"{date} – {rest}",
        "minus": f"{date}−{rest}",
        "full width": wide,
        "Arabic-Indic": arabic,
        "soft hyphens": "\u00ad".join((number[:4], number[4:8], number[8:])),
        "zero-width spaces": "\u200b".join(number),
        "letters for digits": f"{letters[:6]} {letters[6:]}",
        "line break": f"{date}\n{rest}",
        "line break inside the date": f"{number[:4]}\n{number[4:]}",
        "hyphen and line break": f"{number[:8]}-\n{number[8:]}",
        "label": f"f.nr. {number}",
        "label and odd groups": f"Fødselsnr.: {number[:5]} {number[5:9]} {number[9:]}",
        "label in capitals": f"FØDSELSNUMMER:{date} {rest}",
        "footnote mark inside": f"{date}[^1]{rest}",
        "raised footnote mark inside": f"{date}¹ {rest}",
        "raised footnote mark after": f"{number}²",
        "two cells": f"{date} | {rest}",
        "two cells by tabulator": f"{date}\t{rest}",
        "a cell for each digit": " | ".join(number),
        "digit by digit": " ".join(number),
        "in twos": f"{day} {month} {year} {rest[:3]} {rest[3:]}",
        "in threes": f"{number[:3]} {number[3:6]} {number[6:9]} {number[9:]}",
        "stroke": f"{date}/{rest}",
        "stars of bold type": f"**{date}** **{rest}**",
        "in brackets": f"{date} ({rest})",
        "whole year": f"{day}.{month}.19{year} {rest}",
    }


def rich_page(chance: Random) -> str:
    """About a page (2,000 characters) of numbers that are nobody's identity number."""
    lines: list[str] = []
    while sum(map(len, lines)) < 2000:
        lines.append(chance.choice(_LINES)(chance))
    return "\n".join(lines)


def _digits(chance: Random, count: int) -> str:
    return f"{chance.randrange(10**count):0{count}}"


def _organisation(chance: Random) -> str:
    while True:
        eight = f"{chance.choice('89')}{_digits(chance, 7)}"
        check = -sum(int(d) * w for d, w in zip(eight, (3, 2, 7, 6, 5, 4, 3, 2), strict=True)) % 11
        if check < 10:
            whole = f"{eight}{check}"
            return chance.choice((whole, f"{whole[:3]} {whole[3:6]} {whole[6:]}"))


def _account(chance: Random) -> str:
    while True:
        ten = f"{chance.randrange(1000, 9999)}{_digits(chance, 6)}"
        check = -sum(int(d) * w for d, w in zip(ten, SECOND, strict=True)) % 11
        if check < 10:
            return f"{ten[:4]}.{ten[4:6]}.{ten[6:]}{check}"


def _kroner(chance: Random) -> str:
    return f"{chance.randrange(1000, 10**9):,}".replace(",", " ")


def _date(chance: Random) -> str:
    return f"{chance.randint(1, 28):02}.{chance.randint(1, 12):02}.{chance.randint(1995, 2027)}"


def _phone(chance: Random) -> str:
    eight = f"{chance.choice('2345679')}{_digits(chance, 7)}"
    return chance.choice(
        (
            eight,
            f"{eight[:3]} {eight[3:5]} {eight[5:]}",
            f"{eight[:2]} {eight[2:4]} {eight[4:6]} {eight[6:]}",
        )
    )


_LINES = (
    lambda c: f"Sak {c.randint(2018, 2026)}/{_digits(c, 5)}-{c.randint(1, 40)}, journalpost {_digits(c, 10)}, dok. {c.randint(1, 99)}",
    lambda c: f"Telefonliste: {_phone(c)}, {_phone(c)} og {_phone(c)}; sentralbord {_phone(c)}",
    lambda c: f"Org.nr. {_organisation(c)} og {_organisation(c)} MVA, avdeling {c.randint(1, 99)}",
    lambda c: f"KID {_digits(c, c.randint(7, 25))} betales innen {_date(c)}",
    lambda c: f"Konto {_account(c)}, beløp kr {_kroner(c)},00",
    lambda c: f"Budsjett {_kroner(c)} kroner i {c.randint(2020, 2030)} og {_kroner(c)} kroner i {c.randint(2020, 2030)}",
    lambda c: "  ".join(_kroner(c) for _ in range(6)),
    lambda c: f"Koordinater {c.uniform(58, 71):.5f}, {c.uniform(5, 31):.5f}; UTM 33 N {_digits(c, 7)} Ø {_digits(c, 6)}",
    lambda c: f"ISBN 978-82-{_digits(c, 2)}-{_digits(c, 5)}-{c.randint(0, 9)} og ISBN 97882{_digits(c, 8)}",
    lambda c: f"Møter {_date(c)}, {_date(c)} og {_date(c)} kl. {c.randint(8, 15):02}.{c.choice(('00', '15', '30'))}",
    lambda c: f"https://www.etat.example/sak/{_digits(c, 8)}?id={_digits(c, 9)}&d={c.randint(2015, 2026)}",
    lambda c: " ".join(str(c.randint(0, 99)) for _ in range(18)),
    lambda c: " | ".join(f"{c.uniform(0, 100):.1f}".replace(".", ",") for _ in range(9)),
    lambda c: f"Tabell {c.randint(1, 9)}: " + " ".join(str(c.randint(1, 5)) for _ in range(c.randint(12, 24))),
    lambda c: f"§ {c.randint(1, 20)}-{c.randint(1, 20)}, jf. § {c.randint(1, 20)}-{c.randint(1, 9)} og NOU {c.randint(1995, 2025)}: {c.randint(1, 30)} s. {c.randint(1, 400)}",
    lambda c: f"Ordrenummer {_digits(c, 11)}, fakturanr. {_digits(c, 9)}, artikkelnummer {_digits(c, 13)}",
    lambda c: f"gnr. {c.randint(1, 300)} bnr. {c.randint(1, 900)}, areal {c.randint(100, 99999)} m², høyde {c.randint(1, 2469)} moh.",
)  # fmt: skip
