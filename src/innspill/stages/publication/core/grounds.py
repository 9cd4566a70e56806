"""The legal grounds that a person may give for keeping something from the public, as codes.

The wording of the rules, and which of them holds for a case, is for a jurist to confirm.
"""

from __future__ import annotations

from innspill.stages.publication.core.values import WithholdingKind

LAW: dict[str, str] = {
    "offl-13": "offl. § 13 jf. fvl. § 13",
    "offl-14": "offl. § 14",
    "offl-15": "offl. § 15",
    "offl-23": "offl. § 23",
    "offl-24": "offl. § 24",
    "offl-26": "offl. § 26",
    "web-6": "offentlegforskrifta § 6",
    "web-7": "offentlegforskrifta § 7",
    "person": "personopplysninger om enkeltpersoner",
    "hateful": "hatefull eller diskriminerende ytring",
    "defamatory": "ærekrenkende ytring",
    "unlawful": "ytring som er ulovlig på annen måte",
}
"""The rule behind each code. The last four are the grounds that the ministries name for not
publishing what somebody sent to a hearing.
"""

_USUAL: dict[WithholdingKind, str] = {
    "national-id": "web-7",
    "health": "web-7",
    "special": "web-7",
    "signature": "person",
    "name": "person",
    "phone": "person",
    "email": "person",
    "address": "person",
    "account": "person",
    "birth-date": "person",
    "plate": "person",
    "other": "person",
}
"""Where somebody lives or was born and the like are no "personlige forhold" by fvl. § 13 second
paragraph, so offl. § 13 is not what a form begins with for them."""


def usual_ground(kind: str) -> str:
    """The code of the ground that is usual for a kind of data; what a form begins with."""
    return _USUAL.get(kind, "offl-13")  # type: ignore[call-overload, no-any-return]
