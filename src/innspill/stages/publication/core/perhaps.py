"""What may be personal beyond what is found: noted for who reads, and neither withheld nor waited for.

What is found is sure enough to stop a response. This net is wider: a name that no list knows, a
street without a number, a day that may be somebody's birth, a sentence that tells of somebody though
none of its words says what. It is drawn so wide because it costs little: a private person's response
is read by somebody before it is let out, and a note only says where to look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from innspill.shared.values import Certainty
from innspill.shared.words.family_names import FAMILY
from innspill.shared.words.given_names import GIVEN
from innspill.stages.publication.core.addresses import addresses, farms_named, streets_named
from innspill.stages.publication.core.beside_names import told_beside
from innspill.stages.publication.core.name_shapes import NOT_FIRST
from innspill.stages.publication.core.names import told_of
from innspill.stages.publication.core.personal_data import GROUNDS, without_overlaps
from innspill.stages.publication.core.personal_details import days_of_old
from innspill.stages.publication.core.plain import CAPITALS, Plain, unwrapped
from innspill.stages.publication.core.rolls import is_left, names_a_body
from innspill.stages.publication.core.signing_for import signing_for
from innspill.stages.publication.core.special_categories import weighed
from innspill.stages.publication.core.telling.weighing import may_tell
from innspill.stages.publication.core.values import Finding, WithholdingKind

Place = tuple[int, int]
_EIGHT = re.compile(r"(?<![\w/§.,])\(?\d(?:[ .()–-]{0,4}\d){7,8}(?![\w/]|[.,]\d)")
"""Eight figures, or nine, however they are parted: a telephone is written in many ways."""
_NO_PHONE = re.compile(
    r"\d{1,2}[. -]+\d{1,2}[. -]+\d{4}|\d{4}[. -]+\d{1,2}[. -]+\d{1,2}|\d{1,3}(?:[ .]\d{3})+|\d{4}[ –-]+\d{4}|\d{8,9}"
)
"""A day, a sum, two years, and a number that stands as one."""
_WORD = rf"[{CAPITALS}][^\W\d_A-ZÆØÅ]{{1,30}}(?:-[{CAPITALS}][^\W\d_]{{1,30}})?"
_CAPITALS_IN_A_ROW = re.compile(
    rf"(?<![\w\-.@/]){_WORD}(?:[ ](?:{_WORD}|[{CAPITALS}]\.)){{0,4}}(?![\w\-@])"
)
_BEGINS = re.compile(
    r"(?:^|[.!?:»\"”(\[«][ ]{0,2}|[ ]{3}|\t|[☐☒x][ ]|\n[ \t]{0,20}(?:[•*·–\-]|\w{1,2}[.)])?[ \t]{0,8}|[–\-][ ]|\d[ ])$"
)
"""Before a word that has a capital whatever it is."""
_SOMEWHERE = re.compile(
    r"(?i)(?<![^\W_])(?:i|på|frå|fra|til|ved|over|langs|mot|gjennom|rundt|nær|mellom|under|forbi|[^\W_]{2,3}enfor)[ ]$"
)
"""Before a place rather than a person."""
_OF_A_BODY = re.compile(
    r"(?:kommune|departement|direktorat|tilsyn|lov|parti|forbund|skole|skule|sykehus|sjukehus|universitet|etat|verk|bank|"
    r"råd|rett|ting|styre|forvalter|nemnd|fylke|senter|dalen|fjord|vatn|elv|fjell|kirke|kyrkje|AS|ASA|SA|DA|ANS)(?:s|en|et|n|a|ets|ens)?$"
)


def perhaps(text: str, *, private: bool) -> tuple[Finding, ...]:
    """What in `text` may be personal, in order, without overlaps; what is found is among it too.

    `private` says that a private person wrote it: then streets, farms and days are looked at too.
    """
    plain = Plain.of(text)
    return without_overlaps(
        Finding(*plain.behind(start, end), kind, GROUNDS[kind], Certainty.UNSURE, doubtful=True)
        for (start, end), kind in _places(plain.text, private=private)
    )


def _places(text: str, *, private: bool) -> Iterator[tuple[Place, WithholdingKind]]:
    for span in _names(text, private=private):
        yield span, "name"
    for found in _EIGHT.finditer(text):
        if not _NO_PHONE.fullmatch(found.group()):
            yield found.span(), "phone"
    whole = unwrapped(text)
    named = list(told_of(whole, private=private))
    for start, end, _, sentence in weighed(whole, named, private=private):
        if may_tell(sentence):
            yield (start, end), "health"
    if not private:
        yield from told_beside(text, [(each.start, each.end) for each in signing_for(text)])
        # The body's own address too: only who reads can tell it from a member's.
        yield from ((span, "address") for span in addresses(text) if text[span[0]].isupper())
        return
    for span in (*streets_named(text), *farms_named(text)):
        yield span, "address"
    for span in days_of_old(text):
        yield span, "birth-date"


def _names(text: str, *, private: bool) -> Iterator[Place]:
    """Words with a capital that nothing but a name explains."""
    for found in _CAPITALS_IN_A_ROW.finditer(text):
        words = found.group().split()
        known = _is_known(words)
        begins = _BEGINS.search(text, max(0, found.start() - 24), found.start()) is not None
        explained = (
            (begins and (not private or len(words) == 1 or words[0] in NOT_FIRST))
            or _SOMEWHERE.search(text, max(0, found.start() - 14), found.start())
            or (not private and len(words) == 1)
        )
        if (explained and not known) or _OF_A_BODY.search(words[-1]) or names_a_body(found.group()):
            continue
        if private or not is_left(text, *found.span()):
            yield found.span()


def _is_known(words: list[str]) -> bool:
    """Whether a list of names knows the first or the last of these words."""
    first, last = words[0], words[-1].removesuffix("s")
    if first in NOT_FIRST:
        return False
    forms = {first, first.removesuffix("s"), first.split("-")[0]}
    return bool(forms & GIVEN) or last in FAMILY
