"""What says that there is nothing to say: one answer, or a whole letter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from innspill.stages.reading.core.answers.letter_lines import has_verb
from innspill.stages.reading.core.answers.name_words import CAP

_WHO = (
    r"(?:(?:vi|me|jeg|eg|mii|we|kommunen|fylkeskommunen|etaten|direktoratet|foreningen|foreininga|"
    r"rådet|utvalget|utvalet|styret|organisasjonen|bydelen|avdelingen|administrasjonen|"
    r"kommunestyret|formannskapet|[\wæøåáčđŋšŧž.&'-]+(?:\s[\wæøåáčđŋšŧž.&'-]+){0,7}?)\s+)?"
)
_NONE = (
    r"(?:ingen|inga|ingenting|ikke\s+(?:noen|noe)|ikkje\s+(?:nokon|noko|nokre)|ikke|ikkje|uten|utan|"
    r"no|none|not\s+any)"
)
_MORE = (
    r"(?:(?:spesielle|særskilte|særlege|særlige|ytterligere|ytterlegare|andre|vesentlige|vesentlege|"
    r"konkrete|egne|eigne|further|other|additional|specific|particular|flere|fleire)\s+)?"
)
_THING = (
    r"(?:innspill|innspel|kommentar(?:er|ar)?|merknad(?:er|ar)?|bemerkning(?:er)?|anmerkning(?:er)?|"
    r"synspunkt(?:er)?|tilbakemelding(?:er|ar)?|noe\s+å\s+bemerke|noko\s+å\s+merke|"
    r"noe\s+å\s+tilføye|comments?|remarks?|feedback|input|observations?)"
)
_BUT = (
    r"(?:men|bortsett|unntatt|utenom|utover|utanom|at|but|except|beyond|other\s+than|likevel|dog)"
)
# What it is about may follow, but nothing that takes it back: "Ingen merknader til kapittel 3".
_WHERE = (
    rf"(?:\s+(?:til|på|om|ved|her|å|utover\s+dette|i|fra|frå|to|on|for|at\s+this|as|regarding|"
    rf"knyttet|knytt)\b(?:(?!\b{_BUT}\b)[^.,;:!?\n]){{0,110}})?"
)
_HAVE = (
    r"(?:har|hev|have|has|hadde|ser|finner|finn|kommer\s+med|kjem\s+med|avgir|gir|gjev|leverer|sender)"
    r"\s+(?:derfor\s+|difor\s+|på\s+det(?:te)?\s+nåværende\s+tidspunkt\s+|for\s+øvrig\s+|elles\s+)?"
)
_REST = r"(?:(?!\b(?:men|but|og\s+støtter)\b)[^.;:!?\n]){0,80}"
_TO_ANSWER = (
    r"(?:svare|uttale|avgi|avgje|gi|gje|behandle|handsame|utarbeide|komme|kome|prioritere|sette|"
    r"setje|delta|respondere|lese|kommentere|sende|levere)"
)
_NOT_ANSWERING = (
    r"(?:(?:finner|finn|ser)\s+(?:ikke|ikkje)\s+(?:grunn|grunnlag|behov|behovet|grunnlag)\s+(?:til|for)\s+"
    r"(?:å\s+)?(?:avgi|avgje|gi|gje|uttale|komme|kome|sende|svare|kommentere|høringssvar|uttalelse|"
    r"merknader|eigen|egen)\w*(?:(?!\b(?:men|but)\b)[^.;:!?\n]){0,80}|"
    r"(?:avstår|avstår\s+derfor|avstår\s+difor)\s+(?:fra|frå)\s+å\s+"
    + _TO_ANSWER
    + r"\b"
    + _REST
    + r"|"
    r"(?:har|hadde)\s+(?:dessverre\s+|diverre\s+)?(?:ikke|ikkje)\s+(?:kapasitet|anledning|høve|mulighet|"
    r"ressurser|ressursar)\s+til\s+å\s+" + _TO_ANSWER + r"\b" + _REST + r"|"
    r"(?:ønsker|ønskjer|vil|kommer|kjem)\s+(?:derfor\s+|difor\s+)?(?:ikke|ikkje)\s+(?:til\s+)?(?:å\s+)?"
    r"(?:avgi|avgje|gi|gje|uttale|komme\s+med|kome\s+med|inngi|levere|sende)\b[^.;:!?\n]{0,80}|"
    r"(?:avgir|avgjev|gir|gjev|sender|leverer)\s+(?:normalt\s+|derfor\s+|difor\s+)?(?:ikke|ikkje)\s+"
    r"(?:egne?\s+|eiga\s+|noen\s+|noka\s+)?(?:hørings|høyrings)?(?:svar|uttalelser?|uttaler?|fråsegn(?:er)?|"
    r"innspill|innspel)\b[^.;:!?\n]{0,60}|"
    r"(?:tar|tek)\s+(?:saken|saka|høringen|høyringa|høringsnotatet|forslaget|framlegget|det)\s+til\s+"
    r"(?:orientering|etterretning|vitende)[^.;:!?\n]{0,40})"
)
_HAS_NONE = rf"(?:{_HAVE}{_NONE}\s+{_MORE}{_THING}{_WHERE}|{_NOT_ANSWERING})"
_WHOLE = re.compile(
    rf"\s*(?:(?:{_WHO}{_HAS_NONE}|{_NONE}\s+{_MORE}{_THING}{_WHERE}|{_NOT_ANSWERING}))\s*[.!]?\s*",
    re.IGNORECASE,
)
_STAND = re.compile(
    r"\b(?:støtt\w*|stør|enige?|einige?|samde?|positive?t?|slutt[ae]r|uenige?|ueinige?|imot|mot)\b"
    r"[^.;!?\n]{0,120}\b(?:og|and)\b",
    re.IGNORECASE,
)
"""Says where they stand before it says that there is nothing more: "støtter planen og har ingen …"."""
_SAMI = re.compile(
    r"\s*(?:mis\s+)?(?:eai\s+leat|ii\s+leat|eat\s+leat|ii\s+makkárge|ii\s+mihkkege)"
    r"(?:\s+(?:mearkkašu\w+|kommeantt?ár\w+|cealkámuš\w+|mihkkege|makkárge))*"
    r"(?:\s+[\wáčđŋšŧž]+){0,4}\s*[.!]?\s*",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"\s*[(\[]?(?:ingen|inga|none|nothing|n\s?/\s?a|na|i\s?/\s?a|ingenting|nil|blank(?:t)?|tom(?:t)?|"
    r"ikke\s+(?:aktuelt|relevant|besvart|svart|utfylt|kommentert|kommentar)|"
    r"ikkje\s+(?:aktuelt|relevant|svart|utfylt|kommentar)|"
    r"not\s+(?:applicable|relevant)|ubesvart|ikke\s+noe|ikkje\s+noko|intet|inkje|nei\s*,?\s*ingen)"
    r"[)\]]?\s*[.!]?\s*|\s*[-–—_./*]{1,5}\s*",
    re.IGNORECASE,
)
_NO_STAND = re.compile(
    r"(?<!\w)(?:tar|tek|tatt|teke|take|takes)\s+(?:derfor\s+|difor\s+|her\s+)?(?:ikke|ikkje|no)\s+"
    r"(?:(?:noe|noko|selv|sjølv)\s+)?(?:stilling|standpunkt|position|stand)(?!\w)",
    re.IGNORECASE,
)
_WILL_COME = re.compile(
    r"(?:(?:uttalelse|uttaling|uttale|fråsegn|høringssvar|høyringssvar|svar|innspill|innspel|vedtak|"
    r"behandling|saksprotokoll)(?:en|et|a)?\s+(?:vil\s+(?:bli|verte)|blir|vert)\s+"
    r"(?:ettersendt|ettersend|sendt\s+(?:over\s+)?(?:senere|når|etter|så\s+snart)|oversendt\s+(?:når|etter|"
    r"så\s+snart)|send\s+(?:seinare|når|etter))|(?<!\w)ettersend(?:er|es|ast|t)?(?!\w)|"
    r"(?:ber|bed|søker|søkjer|ønsker|ønskjer|anmoder)\s+(?:(?:derfor|difor|med\s+dette|herved|vi|me)\s+){0,2}"
    r"(?:om\s+)?(?:å\s+få\s+)?(?:en\s+|ei\s+|noe\s+)?(?:utsatt|utsett|forlenget|forlenga|utsettelse|utsetjing|"
    r"fristutsettelse|forlengelse)(?!\w)|"
    r"(?:kommer|kjem)\s+(?:tilbake|attende)\s+(?:med|til)\s+(?:en\s+|eit\s+|et\s+|ei\s+)?(?:endelig\s+|"
    r"endeleg\s+)?(?:hørings|høyrings)?(?:svar|uttalelse|uttale|fråsegn)|"
    r"(?:response|comments)\s+will\s+(?:follow|be\s+(?:sent|submitted)\s+later)|"
    r"(?:request|ask\s+for)\s+an\s+extension)",
    re.IGNORECASE,
)
# What a courtesy is about; a clause of its own after it is no courtesy.
_FREE = (
    r"(?:(?!\b(?:og|men|and|but)\s+(?:vi|me|we|har|have|hev|mener|meiner|ønsker|ønskjer|støtter|støttar|"
    r"vil|ber|bed|er|slutter|sluttar|gir|gjev|kan|finner|finn|avstår|tar|tek|foreslår|føreslår|sier|"
    r"would|support)\b)(?:[^.!?\n]|\.(?=\s?[\da-zæøå]))){0,200}"
)
_ASIDE = re.compile(
    r"\s*(?:(?:vi|me|jeg|eg|we|det|kommunen)?\s*(?:viser|syner|vises|visast|refer(?:s|ring)?)\s+(?:her\s+)?"
    r"(?:til|to)\b" + _FREE + r"|(?:vi|me|jeg|eg)?\s*takker?\s+for\b" + _FREE + "|"
    r"takk\s+for\b"
    + _FREE
    + r"|thank\s+you\b"
    + _FREE
    + r"|hei\b[^.!?\n]{0,40}|kjære\b[^.!?\n]{0,60}|"
    r"(?:kommunen|vi|me)\s+har\s+(?:mottatt|motteke|lest|lese|gått\s+gjennom|behandlet|behandla)\b"
    r"(?:(?!\bog\s+har\b)[^.,;!?\n]){0,140}|(?:ha|lykke\s+til)\b[^.!?\n]{0,40}|med\s+(?:vennlig\s+)?hilsen[^\n]{0,80}|"
    r"(?:mvh|hilsen|helsing|venleg\s+helsing|vennlig\s+hilsen)\b[^\n]{0,80}|to\s+whom\b[^\n]{0,60}|"
    r"(?:saken|saka)\s+(?:er|ble|blei|vart)\s+(?:behandlet|behandla|lagt\s+fram)\b[^.,;!?\n]{0,120})"
    r"\s*[.!?,:]?\s*",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])|\n+")
_LEAD = re.compile(
    rf"^(?:vi|me|kommunen|{CAP}(?:\s+\w+){{0,4}})\s+(?:viser|syner)\s+til\b[^.!?\n]{{0,160}}?"
    r"(?:,|\s)\s*(?:og|men)\s+(?=(?:har|hev|vi|me|finner|finn|avstår|tar|tek)\b)",
    re.IGNORECASE,
)
_LONGEST = 400
_MOST_SENTENCES = 12
_FEW = 3
_SHORT_HEADING = 60
_REFERENCE = re.compile(
    r"(?:vår|deres|dykkar|your|our)\s+(?:ref|dato|saksb)|^\s*(?:dato|date|tlf|telefon|saksbehandler|"
    r"saksnr|arkiv\w*|org\.?\s?nr|postboks|e-post|www)\b|^\s*\S+@\S+\s*$|(?:^|,)\s*\d{4}\s+[A-ZÆØÅ]",
    re.IGNORECASE,
)


def says_nothing(text: str) -> bool:
    """Whether `text` as a whole is "Ingen innspill", "Uten merknad", "No comments" or the like."""
    if len(text) > _LONGEST or _STAND.search(text):
        return False
    return any(pattern.fullmatch(text) for pattern in (_WHOLE, _BARE, _SAMI))


def about_answering(passages: Sequence[str]) -> tuple[str, ...]:
    """What a letter, given as the paragraphs before its closing, says about answering itself.

    `no-remarks` where one sentence says so and all else is courtesy: what it answers, thanks.
    `takes-no-stand` where that is what it says, or nearly all. `response-will-come` where a short
    letter says that the answer itself follows.
    """
    sentences = sentences_of(passages)
    if not 0 < len(sentences) <= _MOST_SENTENCES:
        return ()
    said = [_LEAD.sub("Vi ", each) for each in sentences if not is_courtesy(each)]
    nothing = [says_nothing(each) for each in said]
    coming = [bool(_WILL_COME.search(each)) for each in said]
    no_stand = [bool(_NO_STAND.search(each)) for each in said]
    all_about = all(any(each) for each in zip(nothing, coming, no_stand, strict=True))
    flags = (
        ("no-remarks", any(nothing) and all(nothing)),
        ("takes-no-stand", any(no_stand) and (all_about or len(said) <= _FEW)),
        ("response-will-come", any(coming)),
    )
    return tuple(flag for flag, raised in flags if raised)


def sentences_of(passages: Sequence[str]) -> list[str]:
    """The sentences of a letter, without its headings, addresses and reference lines."""
    found: list[str] = []
    for passage in passages:
        if len(found) > _MOST_SENTENCES:
            break
        parts = [each.strip() for each in _SENTENCES.split(passage[: _LONGEST * 5])]
        found += [each for each in parts if each and (says_nothing(each) or is_sentence(each))]
    return found


def is_courtesy(sentence: str) -> bool:
    """Whether `sentence` only says what it answers, that it was read, or thanks."""
    return bool(_ASIDE.fullmatch(sentence))


def is_sentence(line: str) -> bool:
    """Whether `line` is a sentence, and no heading, address or reference."""
    if _REFERENCE.search(line):
        return False
    return line[-1] in ".!?:" or (len(line) > _SHORT_HEADING and has_verb(line))
