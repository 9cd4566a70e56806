"""Personal data in a text: what must not be published, on which ground, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from innspill.shared.values import Certainty
from innspill.stages.publication.core.contact_details import addresses, mails, phones
from innspill.stages.publication.core.health import health_statements
from innspill.stages.publication.core.national_ids import (
    account_shape,
    elevens,
    fives,
    has_date,
    is_account,
    is_national_id,
    usual_shape,
)
from innspill.stages.publication.core.plain import Plain
from innspill.stages.publication.core.values import Finding, WithholdingKind

GROUNDS: dict[WithholdingKind, str] = {
    "national-id": "offentlegforskrifta § 7, jf. personopplysningsloven § 12",
    "phone": "offl. § 13 jf. fvl. § 13",
    "email": "offl. § 13 jf. fvl. § 13",
    "address": "offl. § 13 jf. fvl. § 13",
    "account": "offl. § 13 jf. fvl. § 13",
    "name": "personvernforordningen art. 5 nr. 1 bokstav c",
    "health": "offentlegforskrifta § 7, jf. personvernforordningen art. 9",
    "signature": "offl. § 26",
}
"""The legal ground for each kind. The wording of the rules is for a jurist to confirm."""

_RANK: dict[WithholdingKind, int] = {"national-id": 0, "account": 1, "email": 2, "phone": 3}


def find(text: str, *, private: bool) -> tuple[Finding, ...]:
    """Personal data in `text`, in order, without overlaps.

    `private` says that a private person wrote it: then postal addresses are withheld too, and
    what is told about health makes the response wait for a person (`doubtful`). Phone numbers
    and e-mail addresses of an organisation's contact persons are withheld always. Eleven
    digits with a possible date but wrong check digits are doubtful.
    """
    plain = Plain.of(text)
    return tuple(
        replace(found, start=start, end=end)
        for found in _found(plain.text, private=private)
        for start, end in [plain.behind(found.start, found.end)]
    )


def national_id_left(text: str) -> bool:
    """Whether something like a national identity number stands in `text`."""
    return any(
        is_national_id(each.digits) or (each.groups == (11,) and has_date(each.digits))
        for each in elevens(Plain.of(text).text)
    )


def _found(text: str, *, private: bool) -> tuple[Finding, ...]:
    found = [*_numbers(text)]
    found += [_finding(span, "national-id") for span in fives(text)]
    found += [_finding(span, "email") for span in mails(text, private=private)]
    found += [_finding(span, "phone") for span in phones(text)]
    if private:
        found += [_finding(span, "address") for span in addresses(text)]
        found += [
            _finding(span, "health", certainty=Certainty.UNSURE, doubtful=True)
            for span in health_statements(text)
        ]
    return without_overlaps(found)


def without_overlaps(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """`findings` in order; where two overlap they become one that covers both.

    The graver kind stays, and doubt about any of them is doubt about the whole.
    """
    merged: list[Finding] = []
    for finding in sorted(findings, key=lambda each: (each.start, -each.end)):
        if merged and finding.start < merged[-1].end:
            merged[-1] = _joined(merged[-1], finding)
        else:
            merged.append(finding)
    return tuple(merged)


def _joined(one: Finding, other: Finding) -> Finding:
    graver = min((one, other), key=lambda each: _RANK.get(each.kind, 9))
    return Finding(
        start=min(one.start, other.start),
        end=max(one.end, other.end),
        kind=graver.kind,
        ground=graver.ground,
        certainty=graver.certainty,
        doubtful=one.doubtful or other.doubtful,
    )


def _numbers(text: str) -> Iterator[Finding]:
    for each in elevens(text):
        span = (each.start, each.end)
        if is_national_id(each.digits):
            sure = each.whole and each.close and not account_shape(each.groups)
            certainty = Certainty.CERTAIN if sure else Certainty.UNSURE
            yield _finding(span, "national-id", certainty=certainty, doubtful=not each.whole)
        elif not each.close:
            continue
        elif each.whole and account_shape(each.groups):
            if is_account(each.digits):
                yield _finding(span, "account")
        elif each.whole and usual_shape(each.groups) and has_date(each.digits):
            yield _finding(span, "national-id", certainty=Certainty.UNSURE, doubtful=True)
        elif each.whole and each.groups == (11,) and is_account(each.digits):
            yield _finding(span, "account", certainty=Certainty.LIKELY)


def _finding(
    span: tuple[int, int],
    kind: WithholdingKind,
    *,
    certainty: Certainty = Certainty.LIKELY,
    doubtful: bool = False,
) -> Finding:
    return Finding(span[0], span[1], kind, GROUNDS[kind], certainty, doubtful)
