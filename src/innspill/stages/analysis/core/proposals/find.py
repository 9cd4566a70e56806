"""Where a text asks for something, clause by clause, with the phrase that says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from innspill.shared.values import Span
from innspill.stages.analysis.core.proposals import words
from innspill.stages.analysis.core.proposals.clauses import Sentence, parted
from innspill.stages.analysis.core.proposals.roles import with_roles
from innspill.stages.analysis.core.proposals.weighing import Asking, weighed
from innspill.stages.analysis.core.stance_words import OTHERS, OWN
from innspill.stages.analysis.core.values import Proposal

_GOES_ON = re.compile(r"(?:og )?at\b|for det (?:andre|annet|tredje|fjerde)\b", re.IGNORECASE)
_CELLS = re.compile(
    r"^[ \t|]*(?P<first>[^|\n]{3,200}?)[ \t]*\|(?:[^|\n]*\|)+[^|\n]*$", re.MULTILINE
)
_ROW = 400
"""Characters after a row's first cell that are the row's other cells."""
_NEAR_START = 4
"""An item's mark may stand before the sentence."""
_LONGEST = 2400
"""Characters of a clause that are read, so that what is no sentence costs no more than its length."""
_REFUSED = "refused"
_FEW_WORDS = 14
_FEW_BEFORE_COLON = 6
_HEADER = re.compile(r"tiltak$|nr\.?$|tema$|navn$|namn$", re.IGNORECASE)


def proposals(text: str, *, led: str | None = None) -> Iterator[Proposal]:
    """What `text` asks for, in order: the clause that tells each, with its phrase and its roles.

    `led` is the phrase of the line that leads into the list which `text` is an item of ("Vi
    foreslår:"): then the item is a proposal. What others propose is none of the sender's.
    """
    rows = [(hit.start("first"), hit.end("first")) for hit in _CELLS.finditer(text)]
    for start, end in rows:
        if not _HEADER.search(text[start:end]):
            yield with_roles(text, Span(start, end), "tiltak")
    found = [
        each
        for each in considered(text, led)
        if not any(start < each.span.end and each.span.start < end + _ROW for start, end in rows)
    ]
    before: Proposal | None = None
    for asking in weighed(text, found):
        span = asking.span
        each = with_roles(text, span, asking.phrase)
        if before and not each.actor and _GOES_ON.match(text[span.start : span.end]):
            each = replace(each, actor=before.actor)
        before = each
        yield each


def phrase_of(sentence: str) -> str | None:
    """The words that make `sentence` ask for something, or None."""
    for each in parted(sentence):
        for clause in each.clauses:
            phrase, _ = _phrase(sentence, each, clause)
            if phrase:
                return phrase
    return None


def lead_of(text: str) -> str | None:
    """The phrase of the last line of `text` that leads into a list of what is asked for, or None."""
    line = text.rstrip().rsplit("\n", 1)[-1]
    if not line.endswith(":"):
        return None
    return phrase_of(line) or _lead_noun(line)


def _lead_noun(line: str) -> str | None:
    """The word that makes the items under `line` asked for: "våre innspill:", but no "problemer:"."""
    noun = words.LEAD.search(line)
    return noun.group() if noun and not words.TELLS_OF.search(line) else None


def considered(text: str, led: str | None = None) -> list[Asking]:
    """The clauses of `text` in order, each with what the rules say of it: what may be asked for."""
    found: list[Asking] = []
    for number, sentence in enumerate(parted(text)):
        said = text[sentence.span.start : sentence.span.end]
        if words.ROW_FIELD.match(said):
            line = said.partition("\n")[0]
            end = sentence.span.start + len(line)
            found.append(Asking(Span(sentence.span.start, end), "tiltak", "row", number))
            continue
        own = list(_in_clauses(text, sentence, number))
        asks = [each for each in own if each.rule]
        if sentence.leads:
            led = asks[0].phrase if asks else _lead_noun(said)
            continue
        phrase, rule = ("", "") if asks else _of_whole(said, sentence, led)
        if rule:
            own = [Asking(sentence.span, phrase, rule, number, item=sentence.is_item)]
        found += own
    return found


def _of_whole(said: str, sentence: Sentence, led: str | None) -> tuple[str, str]:
    """The phrase and the rule that make a whole sentence a proposal, empty where none does."""
    phrase = _of_item(said, sentence, led)
    if phrase:
        return phrase, "led" if phrase == led else "item"
    bare = _without_verb(said)
    return (bare, "bare") if bare else ("", "")


def _of_item(said: str, sentence: Sentence, led: str | None) -> str | None:
    """What makes an item of a list a proposal: the line above the list, or that it says what is to be."""
    if led and (sentence.is_item or sentence.span.start < _NEAR_START):
        return led
    if not sentence.is_item or words.NOT_SHALL.search(said):
        return None
    hit = words.SHALL.search(said) or words.SAYS_SO.search(said)
    return hit.group() if hit else None


def _without_verb(said: str) -> str | None:
    """The first word of a phrase like "Minst 2 plasser"."""
    is_short = len(said.split()) < _FEW_WORDS
    return said.split(maxsplit=1)[0] if is_short and words.BARE.match(said) else None


def _in_clauses(text: str, sentence: Sentence, number: int) -> Iterator[Asking]:
    before, rule_before = "", ""
    last = sentence.span.start
    for place, clause in enumerate(sentence.clauses):
        said = text[clause.start : clause.end]
        phrase, rule = _phrase(text, sentence, clause)
        refused, rule = rule == _REFUSED, rule.replace(_REFUSED, "")
        if not rule and before and _GOES_ON.match(said):
            phrase, rule = before, "goes-on"
        is_short = len(said.split()) < _FEW_BEFORE_COLON
        each = Asking(
            clause,
            phrase,
            rule,
            number,
            place,
            item=sentence.is_item,
            joint=text[last : clause.start],
            before=rule_before,
            refused=refused and not rule,
        )
        if rule and is_short and text[clause.end : clause.end + 1] == ":":
            yield replace(each, span=Span(clause.start, sentence.span.end))
            return
        yield each
        before, rule_before = phrase or before, rule
        last = clause.end


def _phrase(text: str, sentence: Sentence, clause: Span) -> tuple[str, str]:
    """The words of a clause that ask, and the rule that says so; empty where none does.

    Where words that ask stand there and a rule says that nobody asks, the rule is `_REFUSED`.
    """
    said = text[clause.start : min(clause.end, clause.start + _LONGEST)]
    asked = text[sentence.span.start : sentence.span.end].rstrip().endswith("?")
    first = words.IMPERATIVE.match(said)
    if first and _commands(said, first):
        return first.group(), "command"
    if asked:
        hint = words.HINTS.search(said)
        return (hint.group().strip(), "hint") if hint else ("", "")
    if _told_by_others(said):
        return "", _REFUSED
    refused = ""
    for name, pattern, holds in _KINDS:
        for hit in pattern.finditer(said):
            if _in_quotes(said, hit) or not holds(said, hit):
                refused = _REFUSED
                continue
            return hit.group(), name
    return "", refused


_OTHERS_SAY = re.compile(
    r"\b(?:noen|nokon|nokre|andre|enkelte|somme|mange|et mindretall|eit mindretal|et flertall|eit fleirtal|prest\w+|representanten \w+)"
    r"(?: (?!oss\b)[^\s,]+){0,6} (?:mener|meiner|mente|meinte|synes|synest|sa|peika på|pekte på|ville|vil|ønsker|ønskjer)\b",
    re.IGNORECASE,
)


def _told_by_others(said: str) -> bool:
    return _OTHERS_SAY.search(said) is not None


def _in_quotes(said: str, hit: re.Match[str]) -> bool:
    """Whether the words stand in a quotation, which tells what somebody else wrote."""
    return said.rfind("«", 0, hit.start()) > said.rfind("»", 0, hit.start())


def _commands(said: str, hit: re.Match[str]) -> bool:
    return len(said.split()) >= 2 and not re.match(r"\s+(?:vi|jeg|eg|me)\b", said[hit.end() :])


def _always(_said: str, _hit: re.Match[str]) -> bool:
    return True


_SENDERS_OWN = re.compile(
    r"(?:krev|forvent|forut|føres|legg|be[rd ]|anbefal|reknar|regner|vil |ville )", re.IGNORECASE
)


def _asks(said: str, hit: re.Match[str]) -> bool:
    """Whether the sender is the one who asks, not somebody it tells about."""
    before = said[: hit.start()]
    if _TURNED.match(said, hit.end()):
        return True
    close = " ".join(before.split()[-5:])
    if _last(OTHERS, close) > _last(OWN, close):
        return False
    if close.casefold().endswith(("som", "som er", "som ble", "slik", "som gjerne", "som heller")):
        return False
    if re.search(r"\bi dag\b", said, re.IGNORECASE) or re.match(
        r" (?:vi|me) ikkj?e\b", said[hit.end() :]
    ):
        return False
    if _PROPOSED.match(hit.group()) and (
        words.OTHERS_PAPER.search(before.rstrip()) or words.OTHERS_AFTER.match(said, hit.end())
    ):
        return False
    if _COSTS.match(said, hit.start()) or _SUPPOSES.match(said, hit.start()):
        return False
    if _ASKED_FOR.fullmatch(hit.group()):
        return True
    return _SENDERS_OWN.match(hit.group()) is None or _has_asker(said, hit)


_TURNED = re.compile(r" (?:vi|me|jeg|eg)\b(?! ikkj?e\b)")
"""Right after the verb: "Går departementet videre, forutsetter vi …" is the sender's own."""
_NAMED = re.compile(
    r"(?:[Oo]g |[Mm]en )?(?:Den norske \w+|[A-ZÆØÅ][\w-]+(?: (?:og |for |i |av )?[A-ZÆØÅ][\w-]+){1,5})$"
)
"""The whole subject is a name of several words, as bodies have: "Norsk Vann ber om …"."""
_PROPOSED = re.compile(
    r"(?:foreslår|føreslår|anbefal[ae]r|tilrår|krever?|ønsk(?:er|jer)|forutsetter|føreset)\b",
    re.IGNORECASE,
)
"""What papers do too, and whom the hearing comes from."""
_COSTS = re.compile(
    r"(?:krever|krev|kreves|krevje) (?:svært |veldig |ganske |for )?(?:mye|mykje|store?|stort|tid\b|ressurs|kapasitet|kompetanse|innsats|penger|pengar|ekstra|betydelig|omfattende|omfattande|god|tett|noe|noko|planlegging|samarbeid|minst|erfaring|lang)",
    re.IGNORECASE,
)
"""What a thing takes, not what the sender asks for."""
_SUPPOSES = re.compile(
    r"legg(?:er)? til grunn at(?![^.;]{0,160}\b(?:må|bør|skal|blir|vert|får|\w{3,}es|\w{3,}ast)\b)",
    re.IGNORECASE,
)
_ASKED_FOR = re.compile(
    r"(?:forutsettes|føresettast|forventes|anbefales|tilrås|tilrådes)", re.IGNORECASE
)
"""In the passive the sender asks without naming itself."""


def _last(pattern: re.Pattern[str], words: str) -> int:
    """Where the last of them begins, -1 where there is none."""
    return max((hit.start() for hit in pattern.finditer(words)), default=-1)


def _has_asker(said: str, hit: re.Match[str]) -> bool:
    """For "krever", "forventer", "ber": somebody like the sender must be the one who asks."""
    before = said[: hit.start()].strip(" .,:–-").casefold()
    if OWN.search(said[: hit.end() + 12]):
        return True
    if before in ("", "og", "men", "eller", "derfor", "difor", "subsidiært", "prinsipalt", "det"):
        return True
    named = said[: hit.start()].strip()
    return _NAMED.fullmatch(named) is not None or words.BODY.search(named) is not None


def _ought(said: str, hit: re.Match[str]) -> bool:
    return words.TOLD.search(said, 0, hit.start()) is None


def _must(said: str, hit: re.Match[str]) -> bool:
    if _ONE_SELF.search(said, max(0, hit.start() - 12), hit.start()):
        return False
    told = words.TOLD.search(said, 0, hit.start())
    return not (told or words.SUPPOSED.match(said, hit.start()) or words.NOT_NOW.search(said))


_ONE_SELF = re.compile(r"\b(?:jeg|eg|han|ho|hun)\s+$", re.IGNORECASE)
"""One person tells what it has to do; nobody is asked."""


def _needs(said: str, hit: re.Match[str]) -> bool:
    after = " ".join(said[hit.end() :].split()[:2])
    before = " ".join(said[: hit.start()].split()[-2:])
    return not re.search(r"\b(?:ikke|ikkje|ikkje|mest)\b", after + " " + before) and not re.search(
        r"\bsom\b", before
    )


def _misses(said: str, hit: re.Match[str]) -> bool:
    close = " ".join(said[: hit.start()].split()[-3:])
    if close.casefold().endswith("det som") or re.match(r",", said[hit.end() :]):
        return False
    return not OTHERS.search(close) or bool(OWN.search(close))


def _wishes(said: str, hit: re.Match[str]) -> bool:
    could = hit.group().casefold().startswith("kunne ")
    return not (could and words.SUBORDINATE.search(said, 0, hit.start()))


def _yields(said: str, _hit: re.Match[str]) -> bool:
    return words.CONDITION.search(said) is not None


_KINDS: tuple[tuple[str, re.Pattern[str], Callable[[str, re.Match[str]], bool]], ...] = (
    ("ought", words.OUGHT, _ought),
    ("asks", words.ASKS, _asks),
    ("must", words.MUST, _must),
    ("misses", words.MISSES, _misses),
    ("warns", words.WARNS, _always),
    ("needs", words.NEEDS, _needs),
    ("wishes", words.WISHES, _wishes),
    ("offers", words.OFFERS, _always),
    ("yields", words.YIELDS, _yields),
)
