"""What senders wish for how their response is published: with their name, without it, or not at all.

A wish is no legal ground. It decides what lies on the web; access by law (offentleglova) is judged
apart from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from innspill.shared.values import Certainty
from innspill.shared.words import listed
from innspill.stages.consultations.core.filled import Wish
from innspill.stages.publication.core.personal_data import joined, parted
from innspill.stages.publication.core.signing_for import signing_for
from innspill.stages.publication.core.values import Finding
from innspill.stages.register.core.values import Match, Registered

ANONYMOUS: Wish = "anonymous"
NOT_ON_WEB: Wish = "not-on-web"
ASKS_NOT_TO_BE_PUBLISHED = "asks-not-to-be-published"
"""Why a response waits whose sender wishes it not on the web."""
WISH_TAKEN_BACK = "wish-taken-back"
"""Why it waits where it wished so in the form, and does not any more."""
WISHED = "etter avsenderens eget ønske"
"""Where an act gives the ground otherwise: it is nothing that the law asks for."""
_NAME = "Anonym {number}"
_UNNAMED = re.compile(r"Anonym \d+")
_LONG = 5
"""So many letters of a name tell it in any case and with any ending; fewer as they stand alone."""
_COMMON = listed("""
    kommune kommunen kommuner fylke fylket fylkeskommune fylkeskommunen departement departementet direktorat
    direktoratet tilsyn tilsynet etat etaten norsk norske norges noreg norge norway norwegian landet landets
    landsforening landsforeningen landsforbund landsforbundet forening foreningen forbund forbundet lag laget
    organisasjon organisasjonen stiftelse stiftelsen selskap selskapet interkommunalt interkommunale universitet
    universitetet høgskole høgskolen høgskule høgskulen skole skolen skule skulen råd rådet utvalg utvalget
    nasjonal nasjonale sentralt sentral region regional regionale avdeling seksjon enhet den det de for og i av
    på til fra med ved as asa sa ans da ks iks hf rhf ikt the of and avd
""")
"""Words of names that tell what kind of body it is, but not which."""
_ADDRESS = re.compile(
    r"(?:https?://)?[\w.+\-]*@?(?:[\w\-]+\.)+(?:no|com|org|net|se|dk|eu|io|info|example)\b[\w/.\-?=&%#]*",
    re.IGNORECASE,
)
_OF_MAIL = re.compile(r"@((?:[\w\-]+\.)+[a-z]{2,})", re.IGNORECASE)
_ANYBODYS = re.compile(
    r"(?:gmail|hotmail|outlook|live|yahoo|icloud|online|msn|me)\.", re.IGNORECASE
)
_FOLDED = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "é": "e", "ö": "o", "ä": "a"})


def unnamed(reference: str) -> str:
    """What the sender of the response `reference` ("22/448-7") is called: the same for ever."""
    return _NAME.format(number=reference.rpartition("-")[2])


def is_unnamed(name: str) -> bool:
    """Whether `name` is one that stands for a sender without a name."""
    return _UNNAMED.fullmatch(name) is not None


def unnamed_in(language: str, name: str) -> str:
    """`name` in a document in `language`: one that stands for a sender without a name has a word there."""
    return name.replace("Anonym ", "Anonymous ") if language == "en" and is_unnamed(name) else name


def lets_out(wish: Wish, *, said: Wish) -> bool:
    """Whether a word that let a response out under the wish `said` lets it out under `wish`.

    To hide more needs nobody's word; to show what was not shown does.
    """
    return wish in (said, ANONYMOUS) or (wish == "none" and said == NOT_ON_WEB)


def wish_reason(wish: Wish, *, form: Wish) -> str:
    """Why a wish makes a response wait for a lead; empty where it does not.

    `form` is what the sender wished when handing in: to show more than that is a person's word.
    """
    if wish == NOT_ON_WEB:
        return ASKS_NOT_TO_BE_PUBLISHED
    return WISH_TAKEN_BACK if wish == "none" != form else ""


def without_names(senders: tuple[Match, ...], reference: str) -> tuple[Match, ...]:
    """Who sent a response, as counts need it and without telling who: groups are kept."""
    return tuple(
        replace(sender, name=unnamed(reference), body=None, grounds=(), number="")
        for sender in senders
    )


class Hider:
    """Finds what would tell the senders of one response: names, their parts, short names, addresses.

    Whoever signs for a body tells which it is.
    """

    def __init__(self, registered: Registered, texts: Iterable[str]) -> None:
        names = dict.fromkeys(name for name in _names_of(registered) if name.strip())
        whole = "\n".join(texts)
        short = {each for name in names for each in _short_names(name, whole)}
        words = {part for name in names for part in _telling(name)} | short
        domains = {found.casefold() for found in _OF_MAIL.findall("\n".join((whole, *_said(registered))))}  # fmt: skip
        self._domains = {each for each in domains if not _ANYBODYS.match(each)}
        self._stems = {_folded(each) for each in words if len(each) >= 3}
        self._patterns = [_whole(name) for name in names] + [_part(word) for word in words]

    def findings(self, text: str) -> Iterator[Finding]:
        """The stretches of `text` that would tell who sent it; they may overlap."""
        for each in signing_for(text):
            yield _found(each.start, each.end)
        for pattern in self._patterns:
            for found in pattern.finditer(text):
                yield _found(*found.span())
        for found in _ADDRESS.finditer(text):
            if self._tells(found.group()):
                yield _found(*found.span())

    def signers(self, paragraphs: Sequence[str]) -> list[tuple[Finding, ...]]:
        """For each of paragraphs that follow each other who signs in it: the greeting stands before."""
        signers = [_found(each.start, each.end) for each in signing_for(joined(paragraphs))]
        return parted(signers, paragraphs)

    def _tells(self, address: str) -> bool:
        said = address.casefold()
        folded = _folded(re.sub(r"^(?:https?://)?(?:www\.)?", "", said))
        return (
            "@" in said
            or any(domain in said for domain in self._domains)
            or any(stem in folded for stem in self._stems)
        )


def _found(start: int, end: int) -> Finding:
    return Finding(start, end, "name", WISHED, Certainty.CERTAIN)


def _names_of(registered: Registered) -> Iterator[str]:
    read = registered.read
    for sender in registered.senders:
        yield from (sender.name, sender.body or "" if sender.via == "invited" else "")
    for each in (read.sender, *read.further_senders):
        yield each.name or ""
    yield from read.on_behalf_of
    form = registered.arrival.form
    yield from (each.name for each in form.senders) if form else ()


def _said(registered: Registered) -> Iterator[str]:
    """Where the addresses of the senders stand besides the public texts."""
    yield from (block.text for block in registered.read.blocks)
    yield from (registered.read.cover or "", registered.arrival.sender or "")
    yield from registered.read.properties.values()


def _telling(name: str) -> list[str]:
    """The words of a name that tell which body or person it is."""
    words = re.findall(r"\w+(?:-\w+)*", name)
    return [
        each for each in words
        if len(each) > 1 and each.casefold() not in _COMMON and not each.isdigit()
    ]  # fmt: skip


def _short_names(name: str, text: str) -> Iterator[str]:
    """What a name is shortened to: in brackets behind it, its initials, and words in capitals of it."""
    bare, _, last = name.strip().rpartition(" ")  # "Havnes vannverk IKS" is Havnes vannverk too
    said = rf"{_spaced(bare)}(?:\s+{re.escape(last)})?" if bare and last.casefold() in _COMMON else _spaced(name)  # fmt: skip
    behind = re.compile(rf"{said}\s*[(\[]\s*(?:heretter\s+)?[«\"“]?([\w&-]{{2,20}})", re.IGNORECASE)  # fmt: skip
    yield from behind.findall(text)
    letters = "".join(word[0] for word in re.findall(r"\w+", name) if word[0].isupper())
    every = "".join(word[0].upper() for word in re.findall(r"\w+", name))
    yield from (each for each in dict.fromkeys((letters, every)) if len(each) > 2)


def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_spaced(name)}(?:s|')?(?!\w)", re.IGNORECASE)


def _part(word: str) -> re.Pattern[str]:
    if len(word) >= _LONG:
        return re.compile(rf"(?<!\w){re.escape(word)}\w*", re.IGNORECASE)
    return re.compile(rf"(?<!\w)(?:{re.escape(word)}|{re.escape(word.upper())})(?:s|'s?)?(?!\w)")


def _spaced(name: str) -> str:
    return r"\s+".join(re.escape(part) for part in name.split())


def _folded(text: str) -> str:
    return text.casefold().translate(_FOLDED)
