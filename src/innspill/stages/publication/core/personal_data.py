"""Personal data in a text: what must not be published, on which ground, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from innspill.shared.values import Certainty
from innspill.stages.publication.core.addresses import addresses, flats, streets_lived_in
from innspill.stages.publication.core.beside_names import told_beside
from innspill.stages.publication.core.contact_details import mails, phones
from innspill.stages.publication.core.elevens import Eleven, called_so, elevens, fives
from innspill.stages.publication.core.names import told_of
from innspill.stages.publication.core.national_ids import (
    has_date,
    is_account,
    is_national_id,
    is_ordinary_id,
)
from innspill.stages.publication.core.personal_details import (
    accounts,
    birth_dates,
    called_account,
    called_otherwise,
    plates,
    signatures,
)
from innspill.stages.publication.core.plain import Plain, has_raised, unwrapped
from innspill.stages.publication.core.signed_lines import gathered, rows_signed, signed_addresses
from innspill.stages.publication.core.signing import signing
from innspill.stages.publication.core.special_categories import statements
from innspill.stages.publication.core.values import Finding, WithholdingKind

_MINIMISED = "personvernforordningen art. 5 nr. 1 bokstav c"
GROUNDS: dict[WithholdingKind, str] = {
    "national-id": "offl. § 26 femte ledd, jf. offentlegforskrifta § 7",
    "phone": _MINIMISED,
    "email": _MINIMISED,
    "address": _MINIMISED,
    "account": _MINIMISED,
    "birth-date": _MINIMISED,
    "plate": _MINIMISED,
    "name": _MINIMISED,
    "health": "offentlegforskrifta § 7, jf. personvernforordningen art. 9",
    "special": "offentlegforskrifta § 7, jf. personvernforordningen art. 9 og 10",
    "signature": _MINIMISED,
}
"""The ground for leaving each kind out on the web; what is left out stays open to access (innsyn)
unless the act says otherwise.

National identity numbers may be excepted by offentleglova § 26 fifth paragraph, and offentlegforskrifta
§ 7 keeps them, and what personvernforordningen art. 9 and 10 and the duty of secrecy cover, off the
web. Where somebody lives, when they were born and the like are by forvaltningsloven § 13 second
paragraph no "personlige forhold" as such, so offentleglova § 13 is no ground for them: they are left
out since the hearing does not need them (data minimisation). A person who finds that more than that
is told, as that somebody is a client, chooses § 13 at the desk. Sources: the acts as named, and
`/docs/decisions/0027`. The wording of the rules is for a jurist to confirm.
"""
_RANK: dict[WithholdingKind, int] = {
    "national-id": 0, "health": 1, "special": 2, "account": 3, "signature": 4, "email": 5, "phone": 6,
    "address": 7, "name": 8,
}  # fmt: skip
_BREAK = "\n\n"
"""What parts paragraphs where they are looked at together."""
_FEW_LETTERS = 8
"""Fewer letters beside what is known tell nothing."""


def find(text: str, *, private: bool) -> tuple[Finding, ...]:
    """Personal data in `text`, in order, without overlaps.

    `private` says that a private person wrote it: then postal addresses, names, signatures, dates of
    birth and number plates are withheld too. Names of others, and what is told of health and other
    guarded things, make the response wait for a person (`doubtful`), in an organisation's text too
    where it tells of one named or in the first person. Phone numbers and e-mail addresses of an
    organisation's contact persons are withheld always. Eleven digits with a possible date but wrong
    check digits are doubtful.
    """
    readings = [Plain.of(text)]
    if has_raised(text):
        readings.append(Plain.of(text, raised=True))
    return without_overlaps(
        replace(found, start=start, end=end)
        for plain in readings
        for found in _found(plain.text, private=private)
        for start, end in [plain.behind(found.start, found.end)]
    )


def found_across(paragraphs: Sequence[str], *, private: bool) -> list[tuple[Finding, ...]]:
    """For each of paragraphs that follow each other what they tell together, as one text.

    In a letter each is a text of its own: the name below "Vennlig hilsen", a list of who met, the
    rest of a story whose beginning names the illness.
    """
    return parted(find(joined(paragraphs), private=private), paragraphs)


def joined(paragraphs: Sequence[str]) -> str:
    """Paragraphs as one text."""
    return _BREAK.join(paragraphs)


def parted(findings: Sequence[Finding], paragraphs: Sequence[str]) -> list[tuple[Finding, ...]]:
    """For each of `paragraphs` what stands in it of `findings`, which count through all joined."""
    parts: list[tuple[Finding, ...]] = []
    at = begin = 0
    for text in paragraphs:
        here = _until(findings, at, begin + len(text))
        cut = [
            replace(each, start=max(0, each.start - begin), end=min(each.end - begin, len(text)))
            for each in here
        ]
        parts.append(tuple(each for each in cut if each.start < each.end))
        begin += len(text) + len(_BREAK)
        while at < len(findings) and findings[at].end <= begin:
            at += 1
    return parts


def uncovered(more: Iterable[Finding], known: Sequence[Finding]) -> Iterator[Finding]:
    """Those of `more` that no finding of `known` covers whole; both in order, without overlaps."""
    at = 0
    for each in more:
        while at < len(known) and known[at].end < each.end:
            at += 1
        if at == len(known) or each.start < known[at].start:
            yield each


def national_id_left(text: str) -> bool:
    """Whether something like a national identity number stands in `text`, however grouped."""
    plain = Plain.of(text).text
    return any(
        is_national_id(each.digits) or (each.groups == (11,) and has_date(each.digits))
        for each in elevens(plain)
        if each.whole or is_ordinary_id(each.digits)
    ) or any(is_ordinary_id(each.digits) for each in elevens(plain, loose=True))


def _found(text: str, *, private: bool) -> tuple[Finding, ...]:
    found = [_finding(span, "email") for span in mails(text, private=private)]
    if any(digit in text for digit in "0123456789"):
        found += _with_digits(text, private=private)
    whole = unwrapped(text)
    names = list(told_of(whole, private=private))
    told = list(statements(whole, names, private=private))
    found += [_doubted((start, end), category) for start, end, category, sure in told if sure]
    found += [_finding(span, "address") for span in streets_lived_in(text)] if private else []
    found += _signed(text, private=private)
    found += _doubted_names(names, found)
    if not private:
        found += [_doubted(span, kind) for span, kind in told_beside(text, names)]
    known = without_overlaps(found)
    weighed = ((start, end, category) for start, end, category, sure in told if not sure)
    return without_overlaps([*known, *_beside(text, weighed, known)])


def _signed(text: str, *, private: bool) -> list[Finding]:
    """Where somebody signs: in a private person's text with where they live and how they sign."""
    if not private:
        return [_finding(span, "signature") for span in gathered(text)]
    own = [_finding(span, "name") for span in (*signing(text), *rows_signed(text))]
    own += [_finding(span, "address") for span in signed_addresses(text)]
    return own + [_finding(span, "signature") for span in signatures(text)]


def _doubted_names(names: Iterable[tuple[int, int]], found: Sequence[Finding]) -> list[Finding]:
    """`names` that nothing sure stands at the beginning of, and that are no part of the sender's own."""
    taken = {place for each in found if not each.doubtful for place in (each.start, each.end)}
    own = [each for each in found if each.kind == "name"]
    return [
        _doubted(span, "name") for span in names if span[0] not in taken and not _within(span, own)
    ]


def _doubted(span: tuple[int, int], kind: WithholdingKind) -> Finding:
    return _finding(span, kind, certainty=Certainty.UNSURE, doubtful=True)


def _beside(
    text: str, weighed: Iterable[tuple[int, int, WithholdingKind]], known: Sequence[Finding]
) -> Iterator[Finding]:
    """What is only weighed, without what is known in it: that stays what it is, and as sure."""
    at = 0
    for start, end, kind in weighed:
        while at < len(known) and known[at].end <= start:
            at += 1
        begin = start
        for each in _until(known, at, end):
            if _has_letters(text[begin : each.start]):
                yield _doubted((begin, each.start), kind)
            begin = each.end
        if begin < end and _has_letters(text[begin:end]):
            yield _doubted((begin, end), kind)


def _until(known: Sequence[Finding], at: int, end: int) -> Iterator[Finding]:
    while at < len(known) and known[at].start < end:
        yield known[at]
        at += 1


def _has_letters(words: str) -> bool:
    return sum(each.isalpha() for each in words) >= _FEW_LETTERS


def _within(span: tuple[int, int], found: Iterable[Finding]) -> bool:
    return any(each.start <= span[0] and span[1] <= each.end for each in found)


def _with_digits(text: str, *, private: bool) -> Iterator[Finding]:
    together = list(elevens(text))
    yield from _numbers(text, together)
    yield from (_finding(span, "account") for span in accounts(text, together))
    yield from (_finding(span, "phone") for span in phones(text))
    yield from (_finding(span, "birth-date") for span in birth_dates(text, private=private))
    yield from (_finding(span, "plate") for span in plates(text, private=private))
    yield from (_finding(span, "address") for span in flats(text))
    if private:
        yield from (_finding(span, "address") for span in addresses(text))


def without_overlaps(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """`findings` in order; where two overlap they become one that covers both.

    The graver kind stays, and doubt about any of them is doubt about the whole.
    """
    merged: list[Finding] = []
    for finding in sorted(findings, key=lambda each: (each.start, -each.end)):
        if merged and finding.start < merged[-1].end:
            merged[-1] = _merged(merged[-1], finding)
        else:
            merged.append(finding)
    return tuple(merged)


def _merged(one: Finding, other: Finding) -> Finding:
    graver = min((one, other), key=lambda each: _RANK.get(each.kind, 9))
    return Finding(
        start=min(one.start, other.start),
        end=max(one.end, other.end),
        kind=graver.kind,
        ground=graver.ground,
        certainty=graver.certainty,
        doubtful=one.doubtful or other.doubtful,
    )


def _numbers(text: str, together: Iterable[Eleven]) -> Iterator[Finding]:
    for span in fives(text):
        yield _finding(span, "national-id")
    for start, end, digits in called_so(text):
        whole = len(digits) == 11 and is_national_id(digits)
        certainty = Certainty.CERTAIN if whole else Certainty.UNSURE
        yield _finding((start, end), "national-id", certainty=certainty, doubtful=not whole)
    for each in together:
        found = _eleven(text, each)
        if found:
            yield found


def _eleven(text: str, each: Eleven) -> Finding | None:
    """What eleven digits are: a national identity number, perhaps one, an account, or nothing."""
    span = (each.start, each.end)
    if called_account(text, each.start) or (each.account_shaped and each.close):
        return None
    if is_national_id(each.digits):
        if not each.whole and (
            not is_ordinary_id(each.digits) or called_otherwise(text, each.start)
        ):
            return None
        sure = each.whole and each.close
        certainty = Certainty.CERTAIN if sure else Certainty.UNSURE
        return _finding(span, "national-id", certainty=certainty, doubtful=not each.whole)
    if not (each.close and each.whole):
        return None
    if each.usual and has_date(each.digits) and not called_otherwise(text, each.start):
        return _finding(span, "national-id", certainty=Certainty.UNSURE, doubtful=True)
    if each.groups == (11,) and is_account(each.digits):
        return _finding(span, "account", certainty=Certainty.LIKELY)
    return None


def _finding(
    span: tuple[int, int],
    kind: WithholdingKind,
    *,
    certainty: Certainty = Certainty.LIKELY,
    doubtful: bool = False,
) -> Finding:
    return Finding(span[0], span[1], kind, GROUNDS[kind], certainty, doubtful)
