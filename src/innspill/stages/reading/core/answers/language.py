"""The language of a text: bokmål, nynorsk, English or Northern Sámi; None for any other.

The small words and endings that bokmål and nynorsk spell differently decide most texts, long and
short; py3langid is asked where they do not. Danish and Swedish, Southern and Lule Sámi have words
of their own here only so that they are taken for none of ours.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

_WORD = re.compile(r"[^\W\d_]+")
_MOST = 20_000


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BOKMAL = _words(
    "ikke jeg hva hvordan hvor hvorfor hvem hvilke hvilken hvilket hver hvert fra noen noe være vært "
    "ble mye mer mest deres hennes hun henne kun gjøre gjør gjort disse en et ett innspill kommuner "
    "dere selv sammen uten kommer sier sagt gikk fikk tror først flere flest flertall nå bare dem "
    "begge blitt gir gitt tar tatt ser sett dette gjennom fortsatt videre allerede mens etter mellom "
    "eller fremme frem like eneste egen egne eget annet annen saken meget hjem skole uke "
    "alene hensyn øvrig vedtatt foreslås bes støtter mener ønsker takker anbefaler bør "
    "følge høring høringen tiltakene høringssvar merknader kommentarer sikkerhet virksomhet åpen "
    "skrevet lest vite vet hete heter penger høyere lenger lengre yngre svært hos"
) - _words("mest sett dette gjennom etter mellom eller like bør skole merknader svært hos")
_NYNORSK = _words(
    "ikkje eg inga stør framlegg framlegget kva korleis kvar kven kvifor kvart frå nokon noko nokre vere vore vert vart verta verte "
    "blei mykje meir òg dykkar berre gjere gjer gjort desse ein eit eitt ei innspel kommunar me dykk "
    "dei då sjølv sjølve saman utan høyring høyringa tiltaka tryggleik ynskjer ønskjer meiner støttar "
    "noreg noregs kjem seier sagt gjekk fekk trur fyrst fyrste fleire flest fleirtal difor vidare "
    "framleis likevel kjende anna annan eige eigen eigne heim veke aleine omsyn fråsegn merknadar "
    "kommentarar spørsmåla gjev gjeve gav tek teke tok hjå heile heilt heller meg seg "
    "enno allereie ho henne hennar deira skuleåret skule skular verksemd verksemder opplæring "
    "einskild einskilde mellombels mogleg moglege nødvendig naudsynt nye kvar einaste tidlegare "
    "seinare lenge enn skrive lese veit måte bør fylkeskommunar sidan medan dersom anten korkje "
    "verken ut stor verda saka sine sin vår vårt innsats løyve løyving løyvingar tilskot tilhøve "
    "gjeld finst skilnad bustad bustader sjukehus sjukehusa eigarskap føretak kunna skulla vilja gjera "
    "vera seia veta samband born ungdommar røynsle røynsler rettleiing vurderinga utgreiing ynskje ønskje "
    "skulle ville kunne blir omsut vonar vona tykkjer tykkjest synest eigentleg elles vatn"
) - _words(
    "gjort sagt flest likevel heller meg seg henne nødvendig nye lenge enn skrive lese måte bør dersom "
    "verken ut stor sine sin vår vårt innsats skulle ville kunne blir saka gav heile ungdommar kvar"
)
_ENGLISH = _words(
    "the and of are we that with not this have should our be from would has been which their "
    "there they will can could it comments comment remarks support believe response"
)
_SAMI = _words(
    "ja ii lea leat leamen eai ahte dat dan dát dán mii mis gielda gieldda suohkan go maid vai muhto "
    "dahje galgá galget sáhttá lei leai leamaš buot sámi sápmelaččaid mu min eat ean juos nu dego"
)
_SAMI_ONLY = _words(
    "ii lea leat eai ahte dát dán muhto dahje galgá galget sáhttá leamaš mii maid go dat gielda leai"
)
_OTHERS = {
    "da": _words("af vores hvad blev blevet meget efter jeres nogle nogen uden også mig gøre være "
                 "kommunerne selvom måske ligesom derfor eksempel deltage høringssvar ville hvis")
    - _words("være også derfor høringssvar hvis ville"),
    "sv": _words("och är att inte för från till jag även också eller vara bör remissvar kommunen ska "
                 "något några mycket efter mellan genom samt") - _words("eller samt ska kommunen til"),
    "sma": _words("jïh lea leah aaj dïhte dïhth gïelte tjïelte mijjieh edtja saemien ij eah dan "
                  "gaajhkh jis dovne tjïelten maahta") - _words("lea dan ij"),
    "smj": _words("la li aj sij mij gå sihke dajna suohkana ietjá sáme juohkka hæhttu "
                  "vierttip suohkan majt ájn lij ælla ij") - _words("la li ij suohkan"),
}  # fmt: skip
_LISTS = {"nb": _BOKMAL, "nn": _NYNORSK, "en": _ENGLISH, "se": _SAMI, **_OTHERS}
_SAMI_LETTERS = re.compile(r"[đŋŧ]|[áčšž](?=\w*[áčšž])", re.IGNORECASE)
_NYNORSK_ENDING = re.compile(
    r"(?:\w{2,}(?:leg|lege|legare|heit|heita|heiter|ingane|ingar)|\w{4,}(?:ane|asjonar|istar)|"
    r"\w{3,}[^aeiouyæøå]ar|\w{4,}rar|\w{3,}(?:erte|ande|era))"
)
_BOKMAL_ENDING = re.compile(
    r"(?:\w{2,}(?:lig|lige|ligere|het|heten|heter|ingene|inger|ingen)|\w{4,}(?:ene|asjoner|ende))"
)
_NO_ENDING = _words(
    "klar svar radar dollar januar februar seminar kommentar altar hektar vaklar solidar singular "
    "andre blande lande hende ende kjende sende vende tilbake rekkende inntil grande seminar "
    "ordfører ingen unge tingen bakgrunn gangen seende hvorledes alene ene igjen scene stående "
    "mindre lovande skjerpande"
)
_FEW = 4
_CLEAR = 1.5
_FOREIGN = frozenset({"sv", "fi", "de", "fr", "es", "pl", "et", "lt"})


def language_of(text: str) -> str | None:
    """`nb`, `nn`, `en` or `se`; None for another language or a text without words to judge by."""
    words = [word.lower() for word in _WORD.findall(text[:_MOST])]
    if not words:
        return None
    scores = _scores(words)
    if _is_sami(text[:_MOST], scores):
        return "se" if scores["se"] >= max(scores["sma"], scores["smj"]) else None
    if max(scores["sma"], scores["smj"]) > max(scores[each] for each in ("nb", "nn", "en")):
        return None
    ranked = sorted(("nb", "nn", "en"), key=lambda language: -scores[language])
    best, second = scores[ranked[0]], scores[ranked[1]]
    if max(scores["da"], scores["sv"]) > best + 1:
        return None
    if len(words) < _FEW:
        return ranked[0] if best else "nb"
    if best >= max(1, _CLEAR * second):
        return ranked[0]
    return _model_says(text[:_MOST], scores, len(words))


def _scores(words: list[str]) -> Mapping[str, float]:
    """How much in `words` is of each language: its small words, and half as much its endings."""
    counts = dict.fromkeys(_LISTS, 0)
    for word, often in Counter(words).items():
        for language, points in _points(word):
            counts[language] += often * points
    return {language: count / 2 for language, count in counts.items()}


@lru_cache(maxsize=16384)
def _points(word: str) -> tuple[tuple[str, int], ...]:
    """What `word` speaks for, in halves of a small word: most words come again and again."""
    points = {language: 2 * (word in listed) for language, listed in _LISTS.items()}
    points["se"] += 2 * (word in _SAMI_ONLY)
    if not (word in _BOKMAL or word in _NYNORSK or word in _NO_ENDING):
        points["nn"] += bool(_NYNORSK_ENDING.fullmatch(word))
        points["nb"] += bool(_BOKMAL_ENDING.fullmatch(word))
    return tuple((language, each) for language, each in points.items() if each)


def _is_sami(text: str, scores: Mapping[str, float]) -> bool:
    """Whether a text has more Sámi words, with the letters of Sámi, than any other."""
    others = max(scores[each] for each in ("nb", "nn", "en", "sma", "smj"))
    if scores["se"] <= max(1, others):
        return False
    return scores["se"] > 2 * others or len(_SAMI_LETTERS.findall(text)) > 1


def _model_says(text: str, scores: Mapping[str, float], words: int) -> str | None:
    label = str(_model().classify(text)[0])
    ours = scores["nb"] + scores["nn"] + scores["en"]
    if label in _FOREIGN and words > 2 * _FEW and ours < words / 10:
        return None
    if label == "se":
        return "se" if scores["se"] else None
    if label == "en" and scores["en"]:
        return "en"
    if scores["nn"] != scores["nb"]:
        return "nn" if scores["nn"] > scores["nb"] else "nb"
    if label in {"nn", "en"}:
        return label
    return "nb"


@lru_cache(maxsize=1)
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE)
    model.set_languages(["no", "nn", "da", "en", "se", *sorted(_FOREIGN)])
    return model


def make_ready() -> None:
    """Load the model now: it unpacks itself into a file, which a confined reader may not."""
    _model()
