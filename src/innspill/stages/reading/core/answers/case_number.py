"""The case number a response quotes, and whether it is the one of the hearing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from innspill.stages.reading.core.values import CaseNumber

_NUMBER = r"(?:(?:19|20)?\d{2}/\d{1,7}|20\d{2}[ ]?\d{5,7})"
_LABELLED = re.compile(
    r"(?P<label>(?:vår(?:t|e)?|our|deres|dykkar|your|høringens|høyringas)?\s{0,2}"
    r"(?:saks?(?:nummer|nr)\b\.?|sak(?:en|a)?(?:\s{1,2}nr\b\.?)?|ref(?:eranse|erence|\.|\b)|"
    r"case(?:\s{1,2}n(?:umber|o\b\.?))?|arkivsak(?:snr|id|-?id)?\b\.?|arkivref\w*\.?|ephorte(?:sak)?|"
    r"public\s?360|journalnr\b\.?|mappe(?:nr|nummer)?\b\.?|áššenummir|ášši\w*))"
    rf"[\s:.\-]{{0,4}}(?:nr\.?\s{{0,2}})?(?P<number>{_NUMBER})(?![/\d])",
    re.IGNORECASE,
)
# The same number, written so that the search leaps from digit to digit.
_BARE = re.compile(
    r"(?P<number>\d(?<![\d/.,-].)(?:\d/\d{1,7}|(?<=2)0\d{2}(?:/\d{1,7}|[ ]?\d{5,7})|"
    r"(?<=1)9\d{2}/\d{1,7}))(?![/\d]|\.\d)"
)
_IN_FILE = re.compile(r"(?<!\d)(?P<year>(?:20)?\d{2})[-_ ](?P<serial>\d{1,6})(?!\d)")
_OWN = re.compile(r"\s*(?:vår|our|arkiv|ephorte|public|journal|mappe)", re.IGNORECASE)
_THEIRS = re.compile(r"\s*(?:deres|dykkar|your|høring|høyring)", re.IGNORECASE)
# What stands around a body's own case number in its letterhead, or its council's cases.
_OFFICE = re.compile(
    r"saksbehandl|sakshandsam|arkivkode|arkivnr|løpenr|journal|utvalg|utval\b|formannskap|"
    r"formannskap|kommunestyre|møtedato|saksfram|saksfrem|saksgang|saksprotokoll|unntatt|vår\s+dato",
    re.IGNORECASE,
)
_HEARING = re.compile(
    r"høring|høyring|consultation|gulaskud|merket|merka|deres|dykkar", re.IGNORECASE
)
_COLUMNS = re.compile(r"(?:(?:deres|dykkar|vår|your|our)\s+)(?:ref\w*\.?|saksnr\.?)", re.IGNORECASE)
_DAY = re.compile(r"[0-3]?\d/1?\d")
_COUNCIL = re.compile(r"(?<!\w)[A-ZÆØÅ]{2,5}[ -]?$")
_AROUND = 160
_BEFORE = 40


@dataclass(frozen=True, slots=True)
class _Quoted:
    number: str
    own: bool
    """Whether it is called the sender's own reference."""
    theirs: bool
    """Whether it is called ours."""
    labelled: bool


def case_number_in(texts: Iterable[str], expected: str, file: str = "") -> CaseNumber:
    """The case number quoted in `texts`, the likeliest first: the hearing's own where it is there.

    Without it, a number that is called the hearing's case ("sak", "deres ref") and differs is
    given with `matches` false, one that is a slip of the finger away also with `near`. A body's
    own reference ("vår ref", the number beside its officer's name) is not one. In `file`, the
    name of the file, a hyphen may stand for the slash.
    """
    parts = list(texts)
    if any(_same(found["number"], expected) for text in parts for found in _BARE.finditer(text)):
        return CaseNumber(expected, matches=True)
    stem = file.rpartition("/")[2]
    if any(
        _same(f"{found['year']}/{found['serial']}", expected) for found in _IN_FILE.finditer(stem)
    ):
        return CaseNumber(expected, matches=True)
    quoted = [each for text in parts for each in _quoted(text)]
    near = [each for each in quoted if not each.own and _nearly(each.number, expected)]
    for each in [*(n for n in near if n.labelled), *(q for q in quoted if q.theirs), *near]:
        return CaseNumber(each.number, matches=False, near=_nearly(each.number, expected))
    named = next((each for each in quoted if each.labelled and not each.own), None)
    return CaseNumber(named.number, matches=False) if named else CaseNumber(None, None)


def _quoted(text: str) -> Iterator[_Quoted]:
    """The numbers in `text` that look like a case, with what they are called."""
    bare = list(_BARE.finditer(text))
    if not bare:
        return
    labels = _labels(text, bare)
    columns = _by_column(text)
    for found in bare:
        at, number = found.start("number"), found["number"]
        label = labels.get(at)
        if at in columns:
            yield _Quoted(number, own=not columns[at], theirs=columns[at], labelled=True)
        elif label is None:
            if "/" in number and not _DAY.fullmatch(number):
                yield _Quoted(number, own=_is_own_below(text, at), theirs=False, labelled=False)
        else:
            theirs = bool(_THEIRS.match(label["label"]))
            own = bool(_OWN.match(label["label"])) or (not theirs and _in_office(text, label))
            yield _Quoted(number, own, theirs, labelled=True)


def _labels(text: str, bare: Iterable[re.Match[str]]) -> dict[int, re.Match[str]]:
    """What the numbers `bare` are called, by where each begins: it stands right before them."""
    found: dict[int, re.Match[str]] = {}
    before = 0
    for number in bare:
        start = max(before, number.start() - _AROUND)
        for label in _LABELLED.finditer(text, start, number.end() + 1):
            found[label.start("number")] = label
        before = number.end()
    return found


def _in_office(text: str, label: re.Match[str]) -> bool:
    """Whether "Saksnr." stands among the marks of the sender's own office."""
    before = text[max(0, label.start() - _BEFORE) : label.start()].rpartition("\n")[2]
    if _HEARING.search(before):
        return False
    around = text[max(0, label.start() - _AROUND) : label.end() + _AROUND]
    return bool(_OFFICE.search(around)) or bool(
        re.search(r"(?:deres|dykkar)\s+ref", around, re.IGNORECASE)
    )


def _is_own_below(text: str, at: int) -> bool:
    """Whether a number stands right behind "Vår ref", or is one of a council ("PS 24/61")."""
    if _COUNCIL.search(text[max(0, at - _BEFORE) : at]):
        return True
    before = text[max(0, at - _BEFORE) : at].lower()
    named = max(before.rfind("vår"), before.rfind("our ref"))
    return named > max(before.rfind("deres"), before.rfind("dykkar"), before.rfind("your"))


def _by_column(text: str) -> dict[int, bool]:
    """For numbers below "Vår ref." and "Deres ref." on the line above: whether each is theirs."""
    found: dict[int, bool] = {}
    at = 0
    before = ""
    for line in text.split("\n"):
        if before and len(before) <= _AROUND and len(line) <= _AROUND:
            labels = [each[0].lower() for each in _COLUMNS.finditer(before)]
            numbers = [at + each.start("number") for each in _BARE.finditer(line)]
            if labels and len(labels) == len(numbers) and not re.search(r"\d", before):
                for label, number in zip(labels, numbers, strict=True):
                    found[number] = label.startswith(("deres", "dykkar", "your"))
        at += len(line) + 1
        before = line or before
    return found


def _same(one: str, other: str) -> bool:
    return _normal(one) == _normal(other)


def _normal(number: str) -> tuple[str, str]:
    """Year and serial number: 2022/448, 22/00448 and 202200448 are the same case."""
    plain = number.replace(" ", "")
    if "/" not in plain:
        plain = f"{plain[:4]}/{plain[4:]}"
    year, _, serial = plain.partition("/")
    return year[-2:], serial.lstrip("0")


def _nearly(one: str, other: str) -> bool:
    """Whether two case numbers differ as a slip of the finger makes them, or by the year.

    One digit wrong, too many or too few, or two that changed places.
    """
    (year, serial), (other_year, other_serial) = _normal(one), _normal(other)
    if serial == other_serial:
        return year != other_year and len(serial) > 1
    a, b = f"{year}/{serial}", f"{other_year}/{other_serial}"
    if len(a) == len(b):
        wrong = [at for at in range(len(a)) if a[at] != b[at]]
        swapped = len(wrong) == 2 and a[wrong[0]] == b[wrong[1]] and a[wrong[1]] == b[wrong[0]]
        return len(wrong) == 1 or swapped
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return len(longer) == len(shorter) + 1 and any(
        longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))
    )
