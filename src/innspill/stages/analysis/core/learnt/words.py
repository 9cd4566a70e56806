"""Words as features: bokmål and nynorsk made one where they differ in spelling only."""

from __future__ import annotations

import re

_WORD = re.compile(r"§+|\d+(?:[.,]\d+)*|[^\W\d_]+|[?!]", re.UNICODE)
_PAIRS = """
ikkje:ikke ein:en eit:et ei:en eg:jeg me:vi dei:de dykk:dere dykkar:deres kva:hva kven:hvem
korleis:hvordan kvifor:hvorfor kor:hvor frå:fra vert:blir vere:være vore:vært sjå:se seier:sier
gje:gi gjev:gir gjer:gjør gjere:gjøre meir:mer berre:bare òg:også noko:noe nokon:noen nokre:noen
same:samme meiner:mener støttar:støtter ønskjer:ønsker føreslår:foreslår framlegg:forslag
framlegget:forslaget saknar:savner manglar:mangler lyt:må samd:enig einig:enig samde:enige
einige:enige usamd:uenig usamde:uenige tilrår:anbefaler rår:råder høyring:høring
høyringa:høringen høyringsfråsegn:høringsuttalelse fråsegn:uttalelse uttale:uttalelse
innspel:innspill syner:viser helsing:hilsen skule:skole skulen:skolen kommunar:kommuner
tiltaka:tiltakene måla:målene difor:derfor då:da no:nå enno:ennå sidan:siden saman:sammen
heile:hele heilt:helt særleg:særlig tydeleg:tydelig vanskeleg:vanskelig naudsynt:nødvendig
unødig:unødvendig føresetnad:forutsetning føreset:forutsetter atterhald:forbehold
motsegn:innsigelse motsegner:innsigelser treng:trenger kjem:kommer tek:tar teke:tatt held:holder
veit:vet trur:tror samstundes:samtidig medan:mens viss:hvis sjølv:selv mykje:mye førre:forrige
fyrste:første krev:krever bed:ber oppmodar:oppfordrer handsama:behandlet handsaming:behandling
vedteke:vedtatt vart:ble vorte:blitt meining:mening utan:uten innan:innen anna:annet annan:annen
fleire:flere
"""
_BOKMAAL = dict(pair.split(":") for pair in _PAIRS.split())
_STEM = 6
"""Letters that are kept of a word: enough to tell words apart, few enough to join their forms."""


def words_of(text: str) -> list[str]:
    """The words of `text` in lower case, nynorsk spelt as bokmål where that is a matter of spelling.

    Numbers become "0"; a question mark and an exclamation mark are words.
    """
    return [_plain(each) for each in _WORD.findall(text.casefold())]


def stem(word: str) -> str:
    """The beginning of a word, which its forms share."""
    return word[:_STEM]


def _plain(word: str) -> str:
    return "0" if word[0].isdigit() else _BOKMAAL.get(word, word)
