"""Who signs for a body, leads it or answers for what it wrote: noted for a person, and not withheld.

"Stig Tollefsen / daglig leder", "v/ M. Ulriksen", "Kontaktperson: Live Gran, tlf.", a line below
"Signatur:". Such a name is part of the answer, and stands unless somebody at the desk says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from innspill.shared.values import Certainty
from innspill.shared.words import either, listed, parties
from innspill.shared.words.family_names import FAMILY
from innspill.shared.words.given_names import DOUBLE, GIVEN
from innspill.shared.words.roles import BOARD, CALLINGS, EXPERTS, OFFICIALS
from innspill.stages.publication.core.name_shapes import NAME, is_persons
from innspill.stages.publication.core.names import answering
from innspill.stages.publication.core.personal_data import GROUNDS, without_overlaps
from innspill.stages.publication.core.personal_details import signatures
from innspill.stages.publication.core.plain import CAPITALS, Plain
from innspill.stages.publication.core.rolls import names_a_body
from innspill.stages.publication.core.signed_lines import signers
from innspill.stages.publication.core.signing import signing
from innspill.stages.publication.core.values import Finding

_SIGN = (OFFICIALS | BOARD | EXPERTS | CALLINGS) - {"planleggar", "planlegger"} | listed("""
    amanuensis ansvarleg ansvarlig bestyrer chair coordinator dean dekan director dirigent head innehaver inspektør
    kontaktperson lektor lækjar manager redaktør reporter rådgjevar secretary skrivar skriver styrar styrer talsmann
    talsperson treasurer
""")
_ROLE = rf"[^\W\d_]{{0,20}}(?:{either(_SIGN)})(?:en|n|e|a|ar|er)?"
_TITLE = rf"(?:{_ROLE}|[^\W\d_]{{0,12}}(?:ordfører|ordførar)(?:en)?|rådmann(?:en)?|president)"
"""Those, and who holds a public office: where they sign, not where they are told of."""
_BEFORE = re.compile(
    rf"(?<![^\W_])(?:(?i:{_ROLE})(?:[ ](?:i|for|av|ved)[ ][^\n:,.]{{1,40}}[:,])?(?:[ ]er)?[ ]?[:,]?|(?i:v/)(?:[ ]?(?i:{_ROLE}))?|"
    rf"(?P<at>[Vv]ed)(?:[ ]{_ROLE})?|(?i:(?:(?:på vegne av|for|hilsen|helsing)[ ]|under|utskrift|signert |godkjent |godkjend |attest|"
    rf"etter fullmakt)[^\n:,.]{{0,40}}[:,]))[ \t]{{0,3}}(?P<name>{NAME})(?![^\W_])"
)
"""A role, "v/" or whom one signs for, and a name after it."""
_AFTER = re.compile(
    rf"(?<![\w\-.])(?P<name>{NAME})(?=(?:,[ ]|[ ][(–-][ ]?|[ ])(?:[^\W\d_A-ZÆØÅ]{{2,15}}[ ]){{0,2}}(?i:{_TITLE})(?![^\W_]))"
)
"""A name, and a role after it."""
_LINE = re.compile(
    rf"(?m)^[ \t]{{0,20}}(?P<name>{NAME})(?=[ \t]{{0,4}}(?:$|[,;(/|]|\t|[ ]{{2}}))(?P<rest>[^\n]{{0,60}})"
)
"""A line that begins with a name, and holds little more."""
_DATED = re.compile(rf"(?m)\d{{2,4}}[.,]?[ \t]{{1,20}}(?P<name>{NAME})[ \t]{{0,20}}$")
"""Place, day and name on one line."""
_LOUD = re.compile(
    rf"(?m)^[ \t]{{0,20}}(?P<name>[{CAPITALS}]{{2,20}}(?:[ -][{CAPITALS}]{{1,20}}\.?){{1,3}})(?=[ \t]{{0,4}}(?:$|[,(]))"
)
"""A name in great letters that has its line for itself."""
_CLOSING = re.compile(
    r"(?im)(?:hilsen|helsing|hilsning|mvh|regards|sincerely|dearvvuođaiguin|rett utskrift|etter fullmakt|on behalf of)[^\n]{0,40}\n"
)
_SHORT_LINE = re.compile(r"[ \t]{0,20}([^\n]{0,60})(?:\n|$)")
_NAME = re.compile(NAME)
_ROLE_IN_IT = re.compile(rf"(?:(?i:{_TITLE}|mvh|ombod|hilsen|helsing)[ ])(?={NAME})")
_NO_SIGNER = re.compile(
    rf"[.@]\w|[ ]\((?i:{either(parties.LETTERS)})\)|[ ](?:AS|ASA|SA|BA|ANS|KF|IKS|HF|kommune|skole|skule)(?![^\W_])"
)
"""A party after a name, or what makes it a body's."""
_ON_ONE_LINE = re.compile(
    rf"(?:[ ]{{3,80}}|\t{{1,8}})(?P<name>{NAME})(?=[ \t]{{0,80}}(?:$|\n)|[ ]{{3}}|\t)"
)
"""A further name of a line for several to sign on."""
_BELOW = re.compile(
    rf"[^\n]{{0,60}}\n{{1,2}}[ \t]{{0,20}}(?:[^\W\d_]{{2,15}}[ ]){{0,2}}(?i:{_TITLE})(?![^\W_])"
)
"""A role on the line below."""
_BESIDE = re.compile(
    rf"(?:,[ ]|[ ]?[(|/–-][ ]?)(?:[^\W\d_]{{2,15}}[ ]){{0,2}}(?i:{_TITLE})(?:[ ]?\))?[ ]{{0,4}}$"
)
"""A role that ends the line."""
_ALSO = re.compile(rf"(?:[ ]\([^()\n]{{1,30}}\))?(?:,[ ]|[ ](?:og|&)[ ])(?P<name>{NAME})(?![^\W_])")
_LITTLE = 6
"""So many words a line has after the name at most, where it is one to sign on."""
_SIGNING_LINES = 6
"""So many lines below a greeting may hold a name."""


def signing_for(text: str) -> tuple[Finding, ...]:
    """The names in a body's text of those who sign, lead or answer for it, in order."""
    plain = Plain.of(text)
    return without_overlaps(
        Finding(*plain.behind(start, end), "name", GROUNDS["name"], Certainty.LIKELY)
        for start, end in sorted(set(_places(plain.text)))
    )


def _places(text: str) -> Iterator[tuple[int, int]]:
    for start, end in _signed(text):
        role = _ROLE_IN_IT.match(text, start, end)
        if not _NO_SIGNER.match(text, end):
            yield role.end() if role else start, end


def _signed(text: str) -> Iterator[tuple[int, int]]:
    for start, end in signing(text):
        if _is_known(_plainly(text[start:end])):
            yield start, end
    for start, end in signatures(text):
        # With "(sign.)" and its like, as a private person's signature is withheld.
        if any(_can_be(each.group()) for each in _NAME.finditer(text, start, end)):
            yield start, start + len(text[start:end].rstrip())
    for start, end in _below_greetings(text):
        line = _LINE.match(text, start, end)
        if line and _may_sign(line["name"]):
            yield line.span("name")
    yield from answering(text)
    yield from _beside_a_role(text)
    yield from _on_lines(text)


def _on_lines(text: str) -> Iterator[tuple[int, int]]:
    """The names on lines that hold little else."""
    for found in _LINE.finditer(text):
        if len(found["rest"].split()) <= _LITTLE and _is_signed(text, found):
            yield found.span("name")
    for pattern in (_ON_ONE_LINE, _DATED, _LOUD):
        for found in pattern.finditer(text):
            if _is_known(_plainly(found["name"])):
                yield found.span("name")


def _plainly(name: str) -> str:
    """A name in great or small letters only as names are written."""
    return name.title() if name.isupper() or name.islower() else name


def _below_greetings(text: str) -> Iterator[tuple[int, int]]:
    """The lines below "Med hilsen" and its like, and below a heading that says who signs."""
    yield from signers(text)
    read_to = 0
    for greeting in _CLOSING.finditer(text):
        if greeting.start() < read_to:
            continue  # A greeting that is read: else a text of greetings costs its square.
        at = greeting.end()
        for _ in range(_SIGNING_LINES):
            line = _SHORT_LINE.match(text, at)
            if line is None or at == len(text):
                break
            if line[1]:
                yield line.span()
            at = read_to = line.end()


def _beside_a_role(text: str) -> Iterator[tuple[int, int]]:
    for found in _AFTER.finditer(text):
        if _is_known(found["name"]):
            yield found.span("name")
    for found in _BEFORE.finditer(text):
        # After "ved" places stand as well.
        if found["at"] and not (" " in found["name"] and _is_known(found["name"])):
            continue
        name: re.Match[str] | None = found
        for _ in range(_SIGNING_LINES):
            if name is None or not _may_sign(name["name"]):
                break
            yield name.span("name")
            name = _ALSO.match(text, name.end("name"))


def _is_signed(text: str, found: re.Match[str]) -> bool:
    """Whether a line is one to sign on: a given name begins it, or a role, or one stands below."""
    if (_BELOW.match(text, found.end("name")) or _BESIDE.match(found["rest"])) and _may_sign(
        found["name"]
    ):
        return True
    if _ROLE_IN_IT.match(found["name"]):
        return True
    name = found["name"]
    words = name.split()
    first = words[0].split("-")[0]
    if first[1:2] == "." and words[-1] in FAMILY:
        return True
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
    return _is_known(name) or (" " in name and _can_be(name))


def _can_be(name: str) -> bool:
    return is_persons(name) and not names_a_body(name)
