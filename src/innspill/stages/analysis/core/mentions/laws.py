"""Laws, regulations, conventions and EU acts in a text, each with the paragraph it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from innspill.shared.values import Span
from innspill.stages.analysis.core.mentions.taken import Taken
from innspill.stages.analysis.core.values import Mention

SHORT_LAWS = {
    "pbl": "plan- og bygningsloven", "fvl": "forvaltningsloven", "forvl": "forvaltningsloven", "kml": "kulturminneloven",
    "nml": "naturmangfoldloven", "offl": "offentleglova", "opplæringsl": "opplæringslova", "oppl": "opplæringslova",
    "bhl": "barnehageloven", "barnehagel": "barnehageloven", "koml": "kommuneloven", "kommunel": "kommuneloven",
    "aml": "arbeidsmiljøloven", "popplyl": "personopplysningsloven", "pol": "personopplysningsloven",
    "pasrl": "pasient- og brukerrettighetsloven", "hol": "helse- og omsorgstjenesteloven", "hpl": "helsepersonelloven",
    "sphl": "spesialisthelsetjenesteloven", "bvl": "barnevernsloven", "ldl": "likestillings- og diskrimineringsloven",
    "tvl": "tvisteloven", "strl": "straffeloven", "strpl": "straffeprosessloven", "vrl": "vannressursloven",
    "sktl": "skatteloven", "mval": "merverdiavgiftsloven", "sktfvl": "skatteforvaltningsloven", "ftrl": "folketrygdloven", "utl": "utlendingsloven",
    "barnel": "barnelova", "friskolel": "friskolelova", "phvl": "psykisk helsevernloven", "husll": "husleieloven", "avhl": "avhendingslova",
    "folkehl": "folkehelseloven", "sotjl": "sosialtjenesteloven", "domstl": "domstolloven", "forsl": "forsikringsavtaleloven", "åvl": "åndsverkloven",
    "havressursl": "havressurslova", "akvakulturl": "akvakulturloven", "deltakerl": "deltakerloven", "asl": "aksjeloven", "grl": "Grunnloven", "mrl": "menneskerettsloven", "forurl": "forurensningsloven", "anskl": "anskaffelsesloven",
}  # fmt: skip
"""Short forms that jurists write, and what they stand for."""
_CODES = (
    "(?:LOV|FOR)-\\d{4}-\\d\\d-\\d\\d(?:-\\d+)?|TEK ?\\d{2}|TEK(?! [A-ZÆØÅ]{2})|SAK ?10|GDPR|PVF|NIS ?[12]?-?direktivet|NIS ?[12]|MDR|IVDR|DORA|CER|CRA|EMK|EHDS|eIDAS|"
    "(?:SP|ØSK|CRPD|CEDAW|CERD|FEF)(?= (?:§|art))|DAC ?[678]|EU-forordning(?:en|a)? (?:\\(EU\\) )?\\d{4}/\\d{2,4}|FNs urfolkserklæring|KI-forordningen|KI-forordninga|AI Act|AI-forordningen|Data Act|Cyber Resilience Act|Digital Services Act|FuelEU Maritime|FNs barnekonvensjon|BK|PSD2|CSRD|MiFID II|STCW|MARPOL|SOLAS|MLC(?: 2006)?|Schengen-?konvensjonen|EU-forordning(?:en|a)(?! om )|(?:ILO-konvensjon(?:en)?|ILO) (?:nr\\.? )?\\d{2,3}|EØS-avtal[ae]n?"
)
_NAMED = (
    r"(?:[Ff]orskrift(?:en|a)? til )?(?:[Pp]sykisk )?(?:(?:[Dd]en )?[Ee]uropeiske (?=\w+konvensjon))?(?:[A-ZÆØÅa-zæøå]{3,}-(?:, [a-zæøå]{3,}-)? (?:og|eller) )?(?!(?:nabolov|ulov|utlov|tillov))"
    r"[A-ZÆØÅa-zæøå][a-zæøåA-ZÆØÅ-]{2,40}?(?:lov(?:en|a|ens|as)?|forskrift(?:en|a|ene|ens)?|instruks(?:en)?|konvensjon(?:en|ens)?|forordning(?:en|ens|a)?|direktiv(?:ets?)|vedtekt(?:en|ene|a)|norm(?:en|a)(?: for villrein)?|avtale[nr]?)|[A-ZÆØÅa-zæøå][a-zæøå]{3,40}- ?(?:lov(?:en|a)|forskrift(?:en|a))|[Bb]yggteknisk forskrift|[Ii]nstruksen(?= punkt)|(?:[Ll]ov(?:en|a|ens|as)|[Ff]orskrift(?:en|a|ens))(?= §)|(?:[Ff]orordning(?:en|a)|[Dd]irektivet|[Kk]onvensjonen)s?(?= (?:art|fortale|vedlegg [IVX]))"
)
_STOP = (
    r"(?:artikkel|art|kapittel|kap|nr|jf|er|må|bør|har|skal|kan|som|gjelder|gjeld|gir|gjev|krever|krev|da|då|ved|regulerer|mangler|manglar|set|setter|sendes|sendast|"
    r"sier|seier|står|stiller|trer|fastset\w*|slår|ikke|ikkje|allerede|alt|også|òg|og at|der|hvor|når|blir|vert|ble|vart|vil|med(?! (?:nedsatt|nedsett|funksjons))|eller (?=\w+lov)|og (?=[\w-]+(?:lov|forskrift|forordning|direktiv|konvensjon))|på(?! (?:land|norsk|sjø|skip|vei|veg|jernbane|luft))|fra|frå|inneh\w+|det|dette|disse|desse|denne|og disse|og desse|folk|"
    r"særli?e?g|spesielt|særskilt|herunder|inkludert|samt|heller|kun|bare|berre|pålegg\w*|åpn[ea]r?|opnar|definer\w+|forutset\w*|føreset|inneber|innebærer|omfatt[ea]r|bestemmer|fastslår|"
    r"bygge?r|byggjer|trenger|treng|vedtas|endres|endrast|utvides|utvidast|oppheves|opphevast|brukes|brukast|får|burde|skulle|kunne|ville|hadde|kom|trådte|gjør|gjer|finnes|finst|fins|"
    r"innføres|innførast|angir|nevner|nemner|viser|tilsier|tillater|tillèt|forbyr|hindr[ea]r|sikr[ea]r|ivaretar|lyder|avgrens[ea]r|avgjør|verner|vernar|beskytter|legger|legg|tar|tek|"
    r"gjennomfører|hjemler|heimlar|presiser[ea]r|stemmer|eg|jeg|vi|me|de|dei|m)\b"
)
_OBJECT = rf"(?!{_STOP})[\wæøå-]+(?:,? (?!{_STOP})[\wæøå-]+){{0,7}}(?![\wæøå-])(?<! og)(?<! av)(?<! for)(?<! til)(?<! i)(?<! eller)(?<! om)"
_LONG = (
    r"(?:[Ll]ov(?:a|en)?|[Ff]orskrift(?:a|en)?) (?:(?:av )?\d{1,2}\.? ?\w* ?\d{4}(?: nr\.? ?\d+)? )?"
    rf"om {_OBJECT}(?: m\.?v\.| m\.m\.)?(?: \([a-zæøå-]{{3,40}}(?:lov(?:a|en)|forskrift(?:a|en))\))?|[Ii]nstruks(?:en)? for {_OBJECT}|"
    r"(?:[Ll]ov|[Ff]orskrift) (?:av )?\d{1,2}\. ?[a-z]{3,10} \d{4}(?: nr\.? ?\d+)?|"
    rf"(?:EU-|EUs )?[Ff]orordning(?:en|a)? om {_OBJECT}|(?:FNs |FN-|Europarådets |EUs )?[Kk]onvensjon(?:en)? (?:om|mot) {_OBJECT}(?: \([A-Z]{{3,8}}\))?"
)
_EU = r"(?:(?:[Ee]uropaparlaments- og )?(?:[Rr]åds|[Kk]ommisjons|[Gg]jennomførings)?(?:[Ff]orordning|[Dd]irektiv|[Rr]egulation|[Dd]irective) (?:\((?:EU|EF|EØF)\) )?(?:nr\.? )?(?:\d{4}/\d{1,4}|\d{1,4}/\d{4}|\d{2}/\d{1,4}(?=/E))(?:/E[UFØ]F?)?|\((?:EU|EF)\) (?:nr\.? )?\d{2,4}/\d{2,4})"
_NUMBERED = rf" (?:{_EU}|\((?:[A-Z]{{2,5}}, ?)?(?:{_EU}|(?:(?:EU|EF) )?(?:nr\.? )?\d{{4}}/\d{{2,4}}(?:/E[UFØ]F?)?)\))"
"""An EU act's number behind its name: "elmarkedsdirektivet (EU) 2019/944"."""
_RESOLUTION = (
    r"(?:kongelig resolusjon|kongeleg resolusjon|kgl\. ?res\.) (?:av )?\d{1,2}\. ?\w+ \d{4}"
)
_LETTER = r"(?: ?[a-hj-zæø](?!\w|\.\w))"
"""Of "§ 13 e"; "§ 13 i" goes on with a word more often than not."""
_SECTION = rf"\d{{1,3}}(?: ?[A-Z](?=[ -]?\d))?(?: ?[-–] ?\d{{1,3}})?{_LETTER}?"
_ONE = (
    rf"(?:§§? ?{_SECTION}|[Pp]aragraf(?:[ae]ne)? \d{{1,3}}(?:-\d{{1,3}})?|kap(?:ittel|itla|itlene|\.)? ?(?:\d{{1,3}}(?: ?[A-Z](?!\w))?|[IVX]{{1,5}}(?!\w))|"
    r"art(?:ikkel|iklene|iklane|\.)? ?\d{1,3}(?: ?\(\d\))?|(?:[Vv]edlegg|annex) [IVX]{1,4}|(?:fortale)?punkt \d[\d-]*(?:\.\d)?)"
)
_ANOTHER = (
    rf"{_SECTION}(?!\d)(?!\. ?ledd)(?! (?:prosent|meter|år|dager|dagar|millioner|millionar|kroner))"
)
_MORE = rf"(?: ?(?:,|og|til|–|eller) ?(?:§§? ?)?{_ANOTHER})"
_LISTED = rf"(?: ?(?:,|og|til|–|eller) ?{_ANOTHER})"
"""Where no law is named each sign begins a reference of its own: "§ 5 og § 6" are two."""
_ORDINAL = (
    "første|fyrste|andre|annet|anna|tredje|fjerde|femte|sjette|sjuende|sjuande|syvende|åttende|åttande|"
    "niende|niande|tiende|tiande|siste|nytt|[1-9]\\."
)
_TAIL = (
    rf"(?:,? (?:(?:(?:{_ORDINAL})(?:, (?:{_ORDINAL}))? (?:og|eller|til) )?(?:{_ORDINAL}) (?:ledd(?:et)?|leden|punktum|punkt|setning|alternativ|strekpunkt)|"
    r"nr\.? ?\d{1,2}(?: (?:og|til|eller) (?:nr\.? ?)?\d{1,2}(?!\d))?|(?:bokstav(?:ene|ane)?|litra) [a-zæøå](?!\w)(?:(?:, [a-hj-zæø](?!\w))? ?(?:og|til|eller|–|-) ?[a-hj-zæø](?!\w))?|"
    r"\(\d{1,2}\)(?:(?:,| og| til| eller) \(\d{1,2}\))*|pkt\.? ?\d[\d.]*(?<!\.)|punkt \d[\d.-]*(?<![.-])|punktum|flg\.?|ff\.))*"
)
_WHERE = rf"(?: ?,? ?(?:(?:jf|jfr|sml)\.? (?:også |òg )?|og (?=§))?{_ONE}{_MORE}{{0,4}}{_TAIL})"
_SHORT = "|".join(sorted(SHORT_LAWS, key=len, reverse=True))
SHORTENED = r"(?!(?i:inkl|sml|eksl))[A-ZÆØÅa-zæøå][a-zæøå]{1,8}l\.(?= ?§)"
"""As jurists shorten a law that is not in the list: "arbml. § 3"."""
_CALLED = r"(?: \([A-ZÆØÅa-zæøå]{2,10}\.?\)(?= ?(?:§|art|kap)))"
"""What a law is called for short, between its name and what is named of it: "(pbl.) § 12-7"."""
_OF_YEAR = r"(?: (?:av |frå |fra )?\(?(?:1[89]|20)\d\d\)?(?= (?:§|art|kap)))"
_LAW = re.compile(
    rf"(?<![\w-])(?:(?P<short>(?i:{_SHORT})(?:\.(?= ?§| ?kap| ?art)|(?= ?§))|{SHORTENED})|(?P<code>(?:{_CODES})(?=s?(?!\w))(?:{_NUMBERED})?)|(?P<eu>{_EU})|"
    rf"(?P<res>{_RESOLUTION})|(?P<long>(?:{_LONG})(?:{_NUMBERED})?)|(?P<named>{_NAMED})(?![\w-])(?:{_NUMBERED})?{_OF_YEAR}?)(?:{_CALLED})?(?P<where>{_WHERE}{{0,3}})",
)
_WITHIN = re.compile(
    rf"(?<![\w-]){_ONE}{_MORE}{{0,4}}{_TAIL},? i (?:den nye |ny |gjeldende |gjeldande )?(?:(?P<named>{_NAMED})|(?:{_CODES})|(?:{_LONG}))(?![\w-])"
)
"""A paragraph that names its law after it: "§ 4 i opplæringslova"."""
_BARE = re.compile(
    rf"(?<![\w-])(?:§§? ?\d{{1,3}}(?: ?[A-Z])?(?: ?[-–] ?\d{{1,3}}{_LETTER}?|{_LETTER}(?! \w+ (?:og|til)))|[Pp]aragraf(?:[ae]ne)? \d{{1,3}}-\d{{1,3}}|[Aa]rt(?:ikkel|iklene|iklane|\.) ?\d{{1,3}}(?: ?\(\d\))?|[Vv]edlegg [IVX]{{1,4}} (?:punkt|pkt\.?) ?\d+){_LISTED}{{0,3}}{_TAIL}"
)
_OF_HEARD = re.compile(
    rf"(?<![\w-])(?:§§? ?{_SECTION}|[Pp]aragraf(?:[ae]ne)? \d{{1,3}}(?:-\d{{1,3}})?){_LISTED}{{0,4}}{_TAIL}"
)
"""A paragraph alone: where a law is heard, it is one of what is heard."""
_NOT_YET = re.compile(
    r"\b(?:en|ein|ei|egen|eigen|dagens|nye?|(?:gi|gje|gir|gjev|gis|fastset\w*|vedta|ved)(?: nærmere| nærare)?) $",
    re.IGNORECASE,
)
"""Before "havbruksforskrift" or "forskrift om gebyr": one that there might be, none with this name."""
_INDEFINITE = re.compile(r"(?:lov|forskrift)(?:$| om )", re.IGNORECASE)
_NEAR = 24
"""Characters before a name that tell whether there is such a law."""
_GENERAL = re.compile(
    r"^(?:ny|denne|same|samme|selve|sjølve|egne?|særlov|grunnlov|lovlov|regel|rettslov|fullmakts|hjemmels|endrings|"
    r"ramme|rekke|leverandør|tilknytnings|databehandler|kontrakts|kjøps|leie|utbyggings|samarbeids|bruker|arbeids|medlems|partnerskaps|drifts|tariff|tjeneste|delegerings|"
    r"tid|kvalitets|vei|veg|gebyr|minste|uskrevne?|bransje|sosial|språk|reform|tids|service|fri)"
    r"(?:avtale[nr]?|instruks(?:en)?|norm(?:en|a)|vedtekt\w*|forordning(?:en|a)|forskrift(?:en|a|ene)?)$",
    re.IGNORECASE,
)
_ACCEPTED = re.compile(
    r"(?:lov(?:en|a|ens|as)?|forskrift(?:en|a|ene|ens)?|konvensjon(?:ens?)?)$|^(?:utrednings|utgreiings|statsforvalter|drifts)instruks|"
    r"^\w[\w-]{2,}forordning(?:ens?|a)$|direktivets?$|^kvalitetsnorm|^instruksen$|^forskrift$|villrein$|^(?:hoved|eøs-|grønlands|paris)avtale",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"byggteknisk forskrift|instruksen|lov(?:en|a|ens|as)|forskrift(?:en|a|ens)|(?:forordning(?:en|a)|direktivet|konvensjonen)s?",
    re.IGNORECASE,
)
"""What the pattern takes only where a paragraph or a point follows."""
_TOO_GENERAL = """
    lov loven lova lovens lovas forskrift forskrifta forskriften konvensjonen instruks
    instruksen direktivet tillov dispensasjonslov alvlov grunnlov lovlov lovforskrift
    enkeltlov særlov særlova særloven spesiallov lovendringslov nyloven nylova
    endringslov endringsloven endringslova hjemmelslov hjemmelsloven heimelslova rammelov rammeloven rammelova fullmaktslov fullmaktsloven fullmaktslova lovforskrifter
"""
_NO_LAW = frozenset(_TOO_GENERAL.split())


_GENITIVE = re.compile(r"(?<=lova|oven|ivet|onen|ngen|ften)s$")


def laws_in(text: str, *, law_is_heard: bool = False) -> Iterator[Mention]:
    """The laws that `text` names, each with its whole reference as written.

    Where a law is heard, "§ 6" alone is its paragraph; in a plan it is a rule of the plan.
    """
    taken = Taken(text)
    for hit in _WITHIN.finditer(text):
        if (hit["named"] is None or _is_law(hit["named"])) and taken.take(Span(*hit.span())):
            yield _law(text, Span(*hit.span()))
    for hit in _LAW.finditer(text):
        if (hit["named"] and not _is_law(hit["named"])) or not _is_there(text, hit):
            continue
        span = Span(hit.start(), hit.start() + len(_GENITIVE.sub("", hit.group().rstrip(" ,"))))
        if taken.take(span):
            short = SHORT_LAWS.get((hit["short"] or "").rstrip(".").casefold(), "")
            yield _law(text, span, short)
    for bare in (_BARE, _OF_HEARD) if law_is_heard else (_BARE,):
        for hit in bare.finditer(text):
            if taken.take(Span(*hit.span())):
                yield _law(text, Span(*hit.span()))


def _law(text: str, span: Span, name: str = "") -> Mention:
    return Mention("law", span, name or text[span.start : span.end])


def _is_there(text: str, hit: re.Match[str]) -> bool:
    """Whether it is a law that there is, not one that somebody would have."""
    name = hit["named"] or hit["long"]
    if hit["where"] or not name or not _INDEFINITE.search(name):
        return True
    return not _NOT_YET.search(text, max(0, hit.start() - _NEAR), hit.start())


def _is_law(said: str) -> bool:
    last = said.replace("- ", "-").rsplit(maxsplit=1)[-1]
    if _ALONE.fullmatch(said):
        return True
    if said.casefold() in _NO_LAW or last.casefold() in _NO_LAW:
        return False
    return _ACCEPTED.search(last) is not None and not _GENERAL.search(last)
