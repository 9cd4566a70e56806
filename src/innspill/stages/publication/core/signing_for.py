"""Who signs for a body, leads it or answers for what it wrote: noted for a person, and not withheld.

"Stig Tollefsen / daglig leder", "v/ M. Ulriksen", "Kontaktperson: Live Gran, tlf.", a line below
"Signatur:". Such a name is part of the answer, and stands unless somebody at the desk says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from innspill.shared.values import Certainty
from innspill.stages.publication.core.family_names import FAMILY
from innspill.stages.publication.core.given_names import DOUBLE, GIVEN
from innspill.stages.publication.core.names import NAME, is_persons, signing
from innspill.stages.publication.core.personal_data import GROUNDS, joined, parted, without_overlaps
from innspill.stages.publication.core.plain import Plain
from innspill.stages.publication.core.render import Rendered
from innspill.stages.publication.core.rolls import names_a_body
from innspill.stages.publication.core.signed_lines import signers
from innspill.stages.publication.core.values import Finding

_ROLE = (
    r"[^\W\d_]{0,20}(?:leder|leiar|sekretær|kasserer|kasserar|formann|medlem|koordinator|kontakt|kontaktperson|representant|"
    r"referent|rådgiver|rådgivar|konsulent|saksbehandler|sakshandsamar|sjef|direktør|rektor|dekan|ansvarlig|ansvarleg|professor|"
    r"amanuensis|lektor|tillitsvalgt|tillitsvald|advokat|chair)(?:en|n|e|a|ar|er)?"
)
_BEFORE = re.compile(
    rf"(?<![^\W_])(?:(?i:{_ROLE})(?:[ ](?:i|for|av|ved)[ ][^\n:,.]{{1,40}}[:,])?(?:[ ]er)?[ ]?[:,]?|(?i:v/)(?:[ ]?(?i:{_ROLE}))?|"
    rf"(?P<at>[Vv]ed)(?:[ ]{_ROLE})?|(?i:(?:(?:på vegne av|for)[ ]|under|signert )[^\n:,.]{{1,40}}[:,]))[ \t]{{0,3}}(?P<name>{NAME})(?![^\W_])"
)
"""A role, "v/" or whom one signs for, and a name after it."""
_LINE = re.compile(
    rf"(?m)^[ \t]{{0,20}}(?P<name>{NAME})(?=[ \t]{{0,4}}(?:$|[,;(/|]|\t|[ ]{{2}}))(?P<rest>[^\n]{{0,60}})"
)
"""A line that begins with a name, and holds little more."""
_ROLE_IN_IT = re.compile(rf"(?:(?i:{_ROLE}|mvh|ombod|hilsen|helsing)[ ])(?={NAME})")
_NO_SIGNER = re.compile(
    r"[ ]\((?i:ap|a|h|sp|sv|r|v|krf|frp|mdg|inp|pf|pp)\)|[ ](?:AS|ASA|SA|BA|ANS|KF|IKS|HF|kommune|skole|skule)(?![^\W_])"
)
"""A party after a name, or what makes it a body's."""
_ON_ONE_LINE = re.compile(
    rf"(?:[ ]{{3,80}}|\t{{1,8}})(?P<name>{NAME})(?=[ \t]{{0,80}}(?:$|\n)|[ ]{{3}}|\t)"
)
"""A further name of a line for several to sign on."""
_BELOW = re.compile(
    rf"[^\n]{{0,60}}\n{{1,2}}[ \t]{{0,20}}(?:[^\W\d_]{{2,15}}[ ]){{0,2}}(?i:{_ROLE})(?![^\W_])"
)
"""A role on the line below."""
_AND = re.compile(rf"[ ](?:og|&)[ ](?P<name>{NAME})(?![^\W_])")
_LITTLE = 6
"""So many words a line has after the name at most, where it is one to sign on."""


def signing_for(text: str) -> tuple[Finding, ...]:
    """The names in a body's text of those who sign, lead or answer for it, in order."""
    plain = Plain.of(text)
    return without_overlaps(
        Finding(*plain.behind(start, end), "name", GROUNDS["name"], Certainty.LIKELY)
        for start, end in sorted(set(_places(plain.text)))
    )


def noted(rendered: Rendered) -> dict[str, tuple[Finding, ...]]:
    """By place who signs for the body, or the bodies, that sent a response; nobody's else.

    The paragraphs of a file are looked at together: a greeting stands in one of its own.
    """
    if not rendered.of_body:
        return {}
    texts = dict(rendered.texts)
    paragraphs = [place for place in texts if place.startswith("general:")]
    found = {
        place: signing_for(text)
        for place, text in texts.items()
        if place.startswith(("answer:", "footnote:"))
    }
    for start, end in pairwise((0, *rendered.public.attachments, len(paragraphs))):
        places = paragraphs[start:end]
        of_file = [texts[place] for place in places]
        found |= zip(places, parted(signing_for(joined(of_file)), of_file), strict=True)
    return found


def apart(noted: Iterable[Finding], held: Sequence[Finding]) -> Iterator[Finding]:
    """Those of `noted` that meet nothing of `held`; both are in order, without overlaps."""
    at = 0
    for each in noted:
        while at < len(held) and held[at].end <= each.start:
            at += 1
        if at == len(held) or each.end <= held[at].start:
            yield each


def _places(text: str) -> Iterator[tuple[int, int]]:
    for start, end in _signed(text):
        role = _ROLE_IN_IT.match(text, start, end)
        if not _NO_SIGNER.match(text, end):
            yield role.end() if role else start, end


def _signed(text: str) -> Iterator[tuple[int, int]]:
    for start, end in signing(text):
        if _is_known(text[start:end]):
            yield start, end
    for start, end in signers(text):
        found = _LINE.match(text, start, end)
        if found and _may_sign(found["name"]):
            yield found.span("name")
    yield from _after_a_role(text)
    for found in _LINE.finditer(text):
        if len(found["rest"].split()) <= _LITTLE and _is_signed(text, found):
            yield found.span("name")
    for found in _ON_ONE_LINE.finditer(text):
        if _is_known(found["name"]):
            yield found.span("name")


def _after_a_role(text: str) -> Iterator[tuple[int, int]]:
    for found in _BEFORE.finditer(text):
        for name in (found, _AND.match(text, found.end("name"))):
            if name is None or not _may_sign(name["name"]):
                continue
            # After "ved" places stand as well.
            if not found["at"] or (" " in name["name"] and _is_known(name["name"])):
                yield name.span("name")


def _is_signed(text: str, found: re.Match[str]) -> bool:
    """Whether a line is one to sign on: a given name begins it, or a role, or one stands below."""
    if _BELOW.match(text, found.end("name")) and _may_sign(found["name"]):
        return True
    if _ROLE_IN_IT.match(found["name"]):
        return True
    name = found["name"]
    first = name.split()[0].split("-")[0]
    return first in GIVEN and (" " in name or first not in DOUBLE) and is_persons(name)


def _is_known(name: str) -> bool:
    """Whether a name is a person's by the lists of names."""
    words = name.split()
    known = bool({words[0], words[0].split("-")[0]} & GIVEN) or (
        len(words) > 1 and words[-1] in FAMILY
    )
    return known and is_persons(name)


def _may_sign(name: str) -> bool:
    """Whether a name can be a person's where a person's is to be expected."""
    return _is_known(name) or (" " in name and is_persons(name) and not names_a_body(name))
