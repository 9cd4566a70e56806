"""Labelled questions for the search: short texts in bokmål and nynorsk, what must be found, what not.

SEEN were looked at while the rules were made; HELD_OUT were written before the first run and are
only reported. Each question names the texts that must be found and some that must not.
"""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "a": "Kommunen mangler en oppdatert beredskapsplan for drikkevannet.",
    "b": "Kommunane må få vite kva helsetenester som skal prioriterast i ei krise.",
    "c": "Helsetjenestene i kommunene trenger flere årsverk.",
    "d": "Vi støtter planleggingen av nye vannverk, men kostnadene er for høye.",
    "e": "Skulane og barnehagane treng trygge leikeplassar nær bustadene.",
    "f": "Skolen er bygdas viktigste møteplass, og barnehagen må bestå.",
    "g": "Innbyggjarane er uroa for forureininga frå avlaupsanlegget.",
    "h": "Forurensningen fra avløpsanlegget rammer fisken i fjorden.",
    "i": "Sikkerheten ved driftssentralen er ikke god nok.",
    "j": "Tryggleiken til dei tilsette må stå først.",
    "k": "Departementet bør presisere hvem som har ansvaret for tilsynet.",
    "l": "Mattilsynet fører tilsyn med vannkvaliteten.",
    "m": "Vassverka treng støtte til nye vasskjelder.",
    "n": "Vannkildene må sikres mot sabotasje og tørke.",
    "o": "Dataangrep mot styringssystemer er en reell trussel.",
    "p": "Datatilsynet minner om personvernet når målere leses av.",
    "q": "Frivillige lag og organisasjoner stiller gjerne opp i dugnad.",
    "r": "Frivilligheita i bygdene er stor, men ho treng rettleiing.",
    "s": "Vi ber om veiledning og opplæring av driftsoperatørene.",
    "t": "Fristen er for kort, og høringsnotatet for langt.",
    "u": "Høyringsnotatet er grundig, og fristen passar oss godt.",
    "v": "Fylkeskommunen vil samordne eit regionalt samarbeid om laboratorium.",
    "w": "Økonomiske virkemidler må følge med nye krav.",
    "x": "Dei økonomiske verkemidla må aukast for små kommunar.",
}

SEEN: list[tuple[str, str, str]] = [
    ("beredskap", "a", "iw"), ("plan", "ad", "eq"), ("beredskapsplanar", "a", "d"),
    ("helsetenester", "bc", "d"), ("helsetjeneste", "bc", "d"), ("kommuner", "abcx", "e"),
    ("kommunar", "abcx", "g"), ("skole", "ef", "s"), ("skulen", "ef", "n"), ("barnehage", "ef", "a"),
    ("forurensning", "gh", "i"), ("forureining", "gh", "i"), ("avløp", "gh", "t"),
    ("avlaupet", "gh", "t"), ("trygghet", "j", "i"), ("tryggleik", "j", "i"),
    ("tilsyn", "klp", "d"), ("vannkilde", "mn", "l"), ("vasskjelde", "mn", "l"),
    ("vann", "adlmn", "c"), ("veiledning", "rs", "t"), ("rettleiing", "rs", "t"),
    ("høring", "tu", "s"), ("høyringsnotat", "tu", "k"), ("virkemiddel", "wx", "k"),
    ("beredskpasplan", "a", "d"), ("helsetjneste", "bc", "d"), ("barnehager -bygd", "e", "f"),
    ('"nye vannverk"', "d", "m"), ('"fristen er for kort"', "t", "u"), ("notat", "tu", "s"),
    ("drift", "is", "k"),
]  # fmt: skip
HELD_OUT: list[tuple[str, str, str]] = [
    ("kostnad", "d", "w"), ("kostnadar", "d", "w"), ("årsverk", "c", "d"), ("lekeplasser", "e", "f"),
    ("lekeplass", "e", "f"), ("innbyggere", "g", "a"), ("innbygger", "g", "h"), ("ansvar", "k", "i"),
    ("dataangrep", "o", "p"), ("data", "op", "v"), ("angrep", "o", "n"), ("styring", "o", "k"),
    ("system", "o", "v"), ("personvern", "p", "j"), ("frivillighet", "r", "k"),
    ("frivillig", "qr", "k"), ("organisasjon", "q", "v"), ("opplæringa", "s", "v"),
    ("samarbeidet", "v", "q"), ("laboratorier", "v", "h"), ("fylke", "v", "k"),
    ("fylkeskommune", "v", "a"), ("økonomisk", "wx", "k"), ("verkemiddel", "wx", "k"),
    ("krav", "w", "l"), ("vannkvalitet", "l", "n"), ("vasskvalitet", "l", "n"),
    ("forurensing", "gh", "i"), ("deprtement", "k", "l"), ("sikkerhet", "i", "j"),
    ("frist -kort", "u", "t"), ('"regionalt samarbeid"', "v", "q"), ("sabotsje", "n", "m"),
    ("vannverk", "dm", "l"), ("boliger", "e", "f"), ("mattilsyn", "l", "k"),
]  # fmt: skip
