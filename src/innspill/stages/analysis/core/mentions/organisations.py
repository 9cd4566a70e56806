"""Organisations in a text: names that are known, and what the shape of a name tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from innspill.shared.values import Span
from innspill.shared.words import either, parties
from innspill.stages.analysis.core.mentions.known import Known, is_short_form
from innspill.stages.analysis.core.mentions.taken import Taken
from innspill.stages.analysis.core.values import Mention

_CAP = r"[A-ZÆØÅ][\wæøåé'-]*"
_NAME = rf"{_CAP}(?: (?:{_CAP}|og(?= {_CAP})|&(?= {_CAP})|i(?= {_CAP}))){{0,4}}"
_ENDINGS = (
    r"kommune|fylkeskommune|AS|ASA|SA|HF|RHF|SF|IKS|KF|ANS|BA|kommunes? eldreråd|eldreråd|ungdomsråd|elevråd|sokneråd|menighetsråd|menighet|bondelag|Bondelag|"
    r"idrettslag|IL|båtforening|velforening|vel|grendelag|utmarkslag|bygdelag|grunneigarlag|grunneierlag|hytteeigarlag|hytteeierforening|hytteforening|næringsforening|Næringsforening|jeger- og fiskerforening|"
    r"skole|skule|barneskole|barneskule|ungdomsskole|ungdomsskule|videregående skole|vidaregåande skule|friskole|montessoriskole|barnehage|barnehager|oppvekstsenter|oppvekstsenter|læringssenter|folkehøgskole|folkehøgskule|kulturskole|kulturskule|forlag|opplæringssenter|skolefritidsordning|SFO|elevråd|sykehus|sjukehus|sykehjem|legesenter|legekontor|legevakt|apotek|museum|kyrkje|kirke|vassverk|vannverk|kraftlag|"
    r"Senterparti|Arbeiderparti|Høgre|Høyre|Venstre|SV|Sp|FrP|Blad|Avis|Avisa|Hotell|Fjellstove|Camping|Settefisk|RA|FAU|formannskap|kommunestyre|brannvesen|IKT IKS|RHF|universitet|høgskole|høgskule|høyskole|rehab|hytteeigarlag|foreldreutvalg|foreldreråd|kommunale foreldreutvalg|tingrett|lagmannsrett|"
    r"[Ll]andsforbund|[Ff]orbund|[Ff]orening|foreining|[Ss]tiftelse|stifting|[Bb]ymisjon|politidistrikt|fylkesting|fylkesråd|bystyre|regionråd|bydel|[Mm]ontessorisk(?:ol|ul)e|[Ss]teinerskole|[Ss]teinerskule|[Ff]riskule|privatskole|"
    r"[Ff]iskarlag|[Ff]iskerlag|[Kk]ystfiskarlag|[Hh]avn|sanitetsforening|helselag|regionkontor|tannklinikk|helsestasjon|krisesenter|asylmottak|bibliotek|fengsel|statsadvokatembeter|bispedømmeråd|bispedømme|[Ss]tudentparlament|studentsamskipnad|"
    r"[Ss]tudentorganisasjon|[Nn]æringsråd|[Ss]ykehus|[Kk]ulturråd|[Ii]drettskrets|bedriftshelsetjeneste|AB|Ltd|GmbH|Holding|[Ii]ndustripark|bu- og omsorgssenter|bo- og omsorgssenter|omsorgssenter|helsehus|sjukeheim|sykeheim|[Tt]idende|frivilligsentral|fjellstyre|jordlag|grunneierlag|reinbeitedistrikt|siida"
)
_WITH_ENDING = re.compile(
    rf"(?<![\w-])(?!(?:Nei|Ja|Jo|Så|Da|Vil|Kan|Er) vel)(?!(?:{either(parties.SHORT)}) og ){_NAME} (?:{_ENDINGS})(?: (?:AS|SA|HF|IKS))?(?:s)?(?![\w-])"
)
_CAPITALS = re.compile(
    r"(?<![\w-])(?:[A-ZÆØÅ]{2,} ){1,3}(?:KOMMUNE|SOKNERÅD|VEL|BÅTFORENING|FYLKESKOMMUNE|SKOLE|SKULE|BONDELAG|IDRETTSLAG|ELDRERÅD)(?!\w)"
)
_OF_PLACE = re.compile(
    rf"(?<![\w-])(?:[Ss]tatsforval[ta]+(?:eren|aren|erne|arane)|[Uu]niversitetet|[Hh]øg?y?skolen|[Hh]øgskulen|[Ff]ylkesmannen|[Bb]ispen|[Bb]iskopen|[Tt]annhelsetjenesten|[Nn]aturvernforbundet|[Ss]tiftelsen {_CAP}|[Ss]kulen|[Ss]kolen|[Gg]rendeskulen)"
    rf" (?:i|på) {_CAP}(?: (?:og|{_CAP})(?= {_CAP}|[ ,.;:)]|$))*(?: {_CAP})?"
)
_AT_SCHOOL = re.compile(
    rf"(?<![\w-])(?:[Ee]levrådet|[Ff]oreldrerådet|[Ff]oreldrearbeidsutvalget|FAU|[Ss]amarbeidsutvalget|[Ff]oreldra|[Ff]oreldrene|[A-ZÆØÅa-zæøå]{{3,}}(?:rådet|utvalget|utvalet|klubben|laget)(?= ved)) (?:ved|på|i) {_NAME}(?: (?:{_ENDINGS}))?(?![\w-])"
)
_BRANCH = re.compile(
    r"(?<![\w-])(?:(?:[A-ZÆØÅ][a-zæøå]+forbundet|NSF|NAV|Nav|Delta) (?!(?:Det|Den|Vi|I|For|Som|Når|Dersom)\b)|(?:BUP|DPS|PPT) (?:i )?)[A-ZÆØÅ][a-zæøå]{2,}(?![\w-])"
)
"""What a union or a service calls its branch: "Fagforbundet Fjordvik", "BUP i Fjordvik"."""
_SCHOOL = re.compile(
    r"(?<![\w-])(?!Ungdoms|Barne|Grunn|Videreg|Vidareg|Fri|Nær|Privat|Hele|Heile|Døgn|Internasjonale|Hver)[A-ZÆØÅ][a-zæøå]{2,}(?:skolen|skulen)(?=s?(?![\w-]))"
)
_NATIONAL = re.compile(
    r"(?<![\w-])(?:Norsk|Norges|Noregs|Norske|Den norske|Det norske|Landsforeningen|Landslaget|Landsforbundet|Foreningen|Stiftelsen|Interesseorganisasjonen)"
    r" (?:(?:for |og |- og )?[\w-]+ ){0,3}?[\w-]*(?:[Ff]orening|foreining|forbund|lag|landsforbund|[Ii]ndustri|akademi|forum|kammer|allianse|eiendom|studentorganisasjon|journalistlag|idrettsforbund|kulturskoleråd|institutt|senter|råd|organisasjon|selskap|union|fond|samband|museum|byrå|direktorat|tilsyn|nettverk|forskningsråd|helsenett)(?=s?(?![\w-]))"
)
_LOCAL = re.compile(
    rf"(?<![\w-])[A-ZÆØÅ][a-zæøå]{{3,}}(?:forbundet|foreningen|foreininga|foreninga|laget|organisasjonen|rådet|unionen) i {_CAP}(?: og {_CAP})?"
)
_MINISTRY = re.compile(
    r"(?<![\w-])[A-ZÆØÅ][a-zæøå]+s?-(?:, [a-zæøå]+-)? og [a-zæøå]+(?:departementet|direktoratet)"
)
_UNIT = re.compile(
    r"(?<![\w-])(?:(?:[Nn]asjonalt|[Rr]egionalt|[Dd]et) )?(?:[A-ZÆØÅ][a-zæøå]*)?(?<=[A-Za-zæøå])?(?:[Ss]enter|[Ii]nstitutt|[Ff]akultet(?:et)?|[Uu]tvalg?|utval|utvalg|[Rr]åd|[Kk]ompetansesenter|Rådet|Ombodet|Ombudet|Direktoratet|Foreningen|Foreininga|Forbundet|Landsforeningen|Landsforeininga|Organisasjonen)"
    r" for (?:[a-zæøå]+(?:isk|ig) )?[a-zæøå-]+(?:, (?!kan|må|bør|har|er|som|vil|skal|og)[a-zæøå-]+)?(?: og (?!vil|er|har|bør|må|kan)[a-zæøå-]+)?(?: med (?:nedsatt )?funksjons[a-zæøå]+)?"
)
_FACULTY = re.compile(
    r"(?<![\w-])(?:Det [a-zæøå-]{4,}(?: og [a-zæøå-]{4,})?|[A-ZÆØÅ][a-zæøå]+isk) fakultet(?:et)?(?![\w-])"
)
_HOSPITAL = re.compile(
    rf"(?<![\w-])(?:Helse (?:Bergen|Stavanger|Førde|Fonna|Nord-Trøndelag|Møre og Romsdal)|(?:Sykehuset|Sjukehuset|Universitetssykehuset) (?:i )?{_CAP})(?: (?:HF|RHF))?(?![\w-])"
)
_GOVERNOR = re.compile(r"(?<![\w-])[Ss]tatsforval(?:teren|taren|terne|tarane)s?(?![\w-])")
_ONE_WORD = re.compile(
    r"(?<![\w-])(?P<name>(?:[A-ZÆØÅ][\wæøå-]*?|)(?:direktoratet|tilsynet|departementet|foreningen|foreninga|foreininga|forbundet|"
    r"instituttet|banken|etaten|vesenet|nemnda|ombudet|ombodet|kommisjonen|rådet|laget|unionen|organisasjonen|stiftelsen|museet|styret|kontoret|hagen|senteret|nettverket|partiet|vernet|advokaten|administrasjonen|inspeksjonen|sykehuset|sjukehuset|heimen|kassen|sentralen|samanslutninga|sammenslutningen))s?(?![\w-])"
)
_GENERIC_AS_TEXT = """direktoratet tilsynet departementet foreningen foreninga foreininga forbundet instituttet verket banken etaten
    kommunestyret styret rådet laget nettverket organisasjonen stiftelsen museet kontoret barnehagen hagen senteret selskapet utvalget partiet
    lovverket planverket regelverket avtaleverket styreverket kartverket oppdraget forslaget framlegget grunnlaget kunnskapsgrunnlaget plangrunnlaget
    vedlaget underlaget opplaget gjennomslaget utslaget nedslaget anlegget hjelpetilsynet bystyret rammeverket hovedstyret landsstyret driftsstyret samarbeidsrådet
    tiltaksverket fagforeningen fagforbundene arbeidslaget elevrådet foreldrerådet avslaget overslaget anslaget beslaget bidraget språkverket treverket byverket dataverket bolverket
    beiteforslaget delforslaget lovforslaget planforslaget hovedforslaget endringsforslaget høringsforslaget rundskrivet innslaget påslaget tilslaget omslaget oppslaget slaget legekontoret servicekontoret
    fylkeskontoret hjemmekontoret kompetansesenteret legesenteret responssenteret kjøpesenteret helsesenteret datasenteret sentralstyret samskapet fellesskapet husstyret planstyret fotverket håndverket handverket tilsynsverket
    klimapåslaget legetilsynet landbrukskontoret skolekontoret skulekontoret klokkelaget tilleggslaget mellomlaget formannskapet nærmiljøet foretakstilsynet kraftselskapet driftsselskapet mannskapet vennelaget arbeidsgiverforeningen
    området uteområdet hovudstyret idrettslaget soknerådet medlemsforeningen lokalforeningen hovedorganisasjonen arbeidstakerorganisasjonen profesjonsforeningen interesseorganisasjonen brukerorganisasjonen barnevernet personvernet jordvernet naturvernet vernet kulturvernet sykehuset sjukehuset lokalsykehuset lokalsjukehuset universitetssykehuset storsykehuset advokaten administrasjonen skoleadministrasjonen kommuneadministrasjonen sentraladministrasjonen inspeksjonen miljøvernet strålevernet strandvernet nabovernet bevernet brannvernet arbeidsvernet forvaltningen"""
_GENERIC = frozenset(_GENERIC_AS_TEXT.split())
_WORD = re.compile(r"[^\s,;:()«»\"!?]+")
_LONGEST_WORD = 60


def organisations_in(text: str, known: Known) -> Iterator[Mention]:
    """The organisations that `text` names, in order; the longest name where several overlap."""
    found = [*_known(text, known), *_shaped(text)]
    found += list(_by_short_form(text, found))
    found.sort(key=lambda each: (-(each[1] - each[0]), each[0]))
    taken = Taken(text)
    kept = [each for each in found if taken.take(Span(each[0], each[1]))]
    for start, end, name, number in sorted(kept):
        yield Mention("organisation", Span(start, end), name, number or known.number_of(name))


def _by_short_form(
    text: str, found: list[tuple[int, int, str, str]]
) -> Iterator[tuple[int, int, str, str]]:
    """Where the text says what letters a body goes by, "Fjordvik næringsforening (FNF)": each of them."""
    given = {
        hit[1]: (name, number)
        for _, end, name, number in found
        if (hit := _IN_BRACKETS.match(text, end))
    }
    for hit in _LETTERS.finditer(text) if given else ():
        if hit.group() in given:
            yield (*hit.span(), *given[hit.group()])


_LETTERS = re.compile(r"(?<!\w)[A-ZÆØÅ][\wæøå]{1,7}(?!\w)")
_IN_BRACKETS = re.compile(r" \(([A-ZÆØÅ][\wæøå]{1,7})\)")


def _known(text: str, known: Known) -> Iterator[tuple[int, int, str, str]]:
    words = [(hit.start(), hit.group()) for hit in _WORD.finditer(text)]
    for at, (start, said) in enumerate(words):
        for first in _as_names(said):
            for name, body in known.beginning(first):
                end = _reaches(words, at, name)
                if end is not None and _is_named(said, name):
                    yield start, end, body.name, body.number
                    break


def _as_names(said: str) -> Iterator[str]:
    """The word as names are kept; without a genitive s, a compound's end and closing marks."""
    if len(said) > _LONGEST_WORD:
        return
    bare = said.rstrip(".'’»")
    forms = [bare]
    if bare.endswith("s"):
        forms.append(bare[:-1].rstrip("'’"))
    head, dash, rest = bare.partition("-")
    if dash and is_short_form(head) and rest[:1].islower():
        forms.append(head)
    for each in forms:
        yield each if is_short_form(each) else each.casefold()


def _reaches(words: list[tuple[int, str]], at: int, name: tuple[str, ...]) -> int | None:
    """Where the name that begins at word `at` ends in the text, None where it does not stand there."""
    if at + len(name) > len(words):
        return None
    for offset, word in enumerate(name):
        said = words[at + offset][1]
        if word not in _as_names(said):
            return None
    start, said = words[at + len(name) - 1]
    last = name[-1]
    return start + (len(last) if said.casefold().startswith(last.casefold()) else len(said))


def _is_named(said: str, name: tuple[str, ...]) -> bool:
    """A single ordinary word is a name only with a capital; "forsvaret" is a defence."""
    return len(name) > 1 or said[:1].isupper() or is_short_form(name[0]) or "-" in name[0]


def _shaped(text: str) -> Iterator[tuple[int, int, str, str]]:
    for pattern in (
        _WITH_ENDING,
        _CAPITALS,
        _OF_PLACE,
        _AT_SCHOOL,
        _BRANCH,
        _NATIONAL,
        _LOCAL,
        _SCHOOL,
        _MINISTRY,
        _UNIT,
        _FACULTY,
        _HOSPITAL,
        _GOVERNOR,
    ):
        for hit in pattern.finditer(text):
            start, end = _without_first(text, hit.start(), hit.end())
            if pattern is _WITH_ENDING and (two := _TWO.match(text, start, end)):
                start = two.end()
            if pattern is _WITH_ENDING and " " not in text[start:end].strip():
                continue
            if pattern is _UNIT and not text[start:end][:1].isupper():
                continue
            if text[end - 1] == "s" and pattern is _GOVERNOR:
                end -= 1
            yield start, end, " ".join(text[start:end].split()), ""
    for hit in _ONE_WORD.finditer(text):
        name = hit["name"]
        if name[:1].isupper() and not _is_thing(name.casefold()):
            yield hit.start(), hit.end("name"), name, ""


_THING = re.compile(r"(?:grunnlaget|forslaget|området|innslaget|dagsenteret)$")
"""What ends like a body and is none."""


def _is_thing(word: str) -> bool:
    return word in _GENERIC or _THING.search(word) is not None


_FIRST = re.compile(
    r"(?:For|I|Vi|Det(?! [a-zæøå-]{4,}(?: og [a-zæøå-]{4,})? fakultet| norske)|At|Da|Når|Og|Men|Som|Til|På|Ved|Fra|Dette|Også|Både|Hos|Etter|Om|Av|Med|Der|Her|Vårt|Styret|Kommunen|Dersom|Hvis|Er|Var|Har|Skal|Kjære|Hei|Arealdel for|Den(?! norske| Norske)|De|En|Et|Under|Mot|Ny|NY|Nye|Nær|Hver|Kvar|Ein|Ei|Eit|Alle|Mange|Noen|Nokre|Ingen|Små|Store|Frittstående|Ingen|Egen|Eigen|Denne|Hvilken|Vår|En|Liten|Stor|Min|Mi|Mitt|Enhver|Per|Både|MERKNADER FRA|HØRINGSUTTALELSE FRA|HØRINGSSVAR FRA|UTTALELSE FRA|INNSPILL FRA|Rektor|Leder|Eldrerådet i|Hilsen|Helsing|Mellom|Til|Fra|Frå|Mot) "
)


_TWO = re.compile(rf"(?:{_CAP}(?: {_CAP})+|{_CAP}(?:en|et)) og (?={_CAP} )")
"""Another body before the one whose ending tells: "Helse Bergen og Vestre Viken HF"."""


def _without_first(text: str, start: int, end: int) -> tuple[int, int]:
    """A sentence's first word has a capital without being a part of the name."""
    while hit := _FIRST.match(text, start, end):
        start = hit.end()
    return start, end
