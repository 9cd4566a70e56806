"""The words that carry a stance in Norwegian consultation responses, bokmål and nynorsk.

Built on the list of guides/analysis.md §6, with words of our own for shortcomings. Each entry
is a pattern for one or more whole words, matched without regard to case.
"""

from __future__ import annotations

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


SUPPORT = _any(
    r"støtt(?:er|ar|et|es)", r"(?:kan|vil|å)(?: \w+){0,2} (?:støtte|støtta|stø)",
    r"stør", r"stødde", r"positivt?", r"positive", r"enige?", r"samde?", r"einige?",
    r"slutt(?:er|ar|et|a)? (?:seg|oss|meg) (?:\w+ ){0,2}(?:til|opp om)",
    r"still(?:er|ar) (?:seg|oss|meg) (?:\w+ ){0,3}bak", r"tilslutning", r"tilslutnad",
    r"tiltrer|tiltrår", r"velkommen", r"velkomment", r"velkomne", r"tilfredse?", r"fornøyde?", r"nøgde?", r"gode? (?:forslag|grep|tiltak|mål|framlegg|utkast)",
    r"godt (?:forslag|grep|tiltak|utkast|utgangspunkt|arbeid)", r"kloke? grep", r"bra", r"hensiktsmessige?", r"føremålstenlege?",
    r"fornuftige?", r"nyttige?", r"gledelig", r"gledeleg", r"roser", r"anerkjenner", r"deler (?:vurderingen|synet|målet)",
    r"delar (?:vurderinga|synet|målet)", r"dekkende", r"dekkjande", r"applauderer", r"heier på", r"går inn for",
)  # fmt: skip
OPPOSE = _any(
    r"(?<!ta )(?<!tar )(?<!tek )(?<!tok )(?<!tatt )(?<!teke )(?:imot|i mot)", r"advar(?:er|e) mot", r"åtvar(?:ar|e|er) mot", r"motsett?er (?:seg|oss)", r"motset (?:seg|oss)", r"avvis(?:er|e|ast|es)?", r"forkast\w*",
    r"uenige?", r"usamde?", r"ueinige?", r"fraråd\w*", r"frarå[rd]?", r"innvend\w*", r"kan (?:ikke|ikkje) aksepter\w*",
    r"unødvendige?", r"unødige?", r"må trekkes", r"bør trekkes", r"trekkes tilbake", r"trekkjast", r"skrotes", r"protester\w*",
    r"negative? til", r"negativt til", r"feil (?:vei|veg|løsning|løysing|grep)",
)  # fmt: skip
FLAT_NO = _any(r"(?:bør|må|krever at|krev at|ber om at|foreslår at|føreslår at|ønsker at|ønskjer at)[^.;?]{0,90}?\b(?:(?:tas|tatt|takast|takas) ut|strykes|strykast|fjernes|fjernast|droppes|droppast|skrinlegges|skrinleggast|utgå)", r"(?:bør|må|skal|kan|burde) (?:ikke|ikkje|ei) (?:gjennomføres|innføres|vedtas|velges|gjennomførast|innførast|vedtakast|vidareførast|videreføres|støttes|støttast|pålegges|påleggast)")  # fmt: skip
SHORTCOMING = _any(
    r"mangler|manglar", r"mangelfull\w*", r"utilstrekkelig\w*", r"utilstrekkeleg\w*", r"utilfredsstillende",
    r"savne[rt]?", r"sakna[r]?", r"saknar", r"uklar\w*", r"upresis\w*", r"urealistisk\w*", r"bekymr\w*", r"uro(?:a|et|ar)?",
    r"problematisk\w*", r"kritiske? til", r"uheldig\w*", r"skeptiske? til", r"tviler på", r"i tvil", r"usikker (?:på|om)", r"usikre på", r"tvilar på", r"still(?:er|ar) spørsmål (?:ved|til|om)", r"stiller oss spørrende",
    r"for (?:svak|lite|dårlig|dårleg|vag|generell|snever|knapp|stramm?|ambisiøs)\w*", r"ikke nevnt", r"ikkje nemnt", r"(?:ikke|ikkje) omtal\w*",
    r"vanskelige? å (?:gjennomføre|følge|oppfylle|forstå)", r"vanskeleg å (?:gjennomføre|følgje|oppfylle|forstå)",
)  # fmt: skip
RESERVATION = _any(
    r"men", r"forbehold", r"atterhald", r"foruts[ea]t\w*", r"føreset\w*", r"føresetnad\w*", r"under (?:den )?forutsetning\w*",
    r"forutsetning\w*", r"dersom", r"så lenge", r"så framt", r"såfremt", r"på (?:\w+ )?vilkår(?:et)?", r"imidlertid", r"likevel", r"med unntak",
    r"samtidig", r"unntatt", r"bortsett fra",
)  # fmt: skip
NEGATION = _any(
    r"ikke",
    r"ikkje",
    r"aldri",
    r"verken",
    r"verken",
    r"hverken",
    r"neppe",
    r"knapt",
    r"lite",
)
NO_OBJECTION = _any(
    r"(?:ingen|ikke noen|ikkje nokon|inga) (?:\w+ )?innvend\w+", r"intet å innvende", r"ikkje noko å innvende",
    r"(?:ikke|ikkje) (?:noe|noko) (?:imot|i mot)",
)  # fmt: skip
OTHERS = _any(
    r"(?:min|mi|mine|vår|våre) (?:kone|mann|nabo\w*|familie|foreldre|venner|vener|kollega\w*)", r"alle", r"medlemmene", r"medlemene",
    r"(?:et|eit) (?:stort )?(?:flertall|fleirtal|mindretall|mindretal)",
    r"(?:enkelte|noen|nokon|nokre|mange|andre|somme)(?= (?:\w+ ){0,2}(?:mener|meiner|hevder|hevdar|støtter|støttar|ønsker|ønskjer|frykter|fryktar|peker|peikar|tror|trur|vil ha|er (?:sv[æa]rt )?(?:for|mot|imot|enig\w*|uenig\w*|samd\w*|usamd\w*|positiv\w*|negativ\w*|skeptisk\w*))\b)",
    r"departementet", r"direktoratet", r"regjeringen?a?", r"utvalget", r"utvalet", r"fleirtalet", r"flertallet", r"mindretallet",
    r"mindretalet", r"kritikere", r"motstandere", r"tilhengere",
    r"høringsnotatet", r"høyringsnotatet", r"høringsinstansene",
)  # fmt: skip
"""Whoever may hold the view instead of the sender."""
OWN = _any(r"vi", r"jeg", r"eg", r"me", r"undertegnede", r"vår", r"vårt", r"våre", r"oss")
ADHERES = _any(
    r"(?:slutter|sluttar) (?:seg|oss|meg) (?:\w+ ){0,2}(?:til|opp om) (?:\w+ ){0,3}?(?:hørings|høyrings)?(?:uttalelse\w*|uttale\w*|svar\w*|innspill\w*|innspel\w*)",
    r"tiltrer (?:\w+ ){0,3}?(?:hørings|høyrings)?(?:uttalelse\w*|uttale\w*|svar\w*|innspill\w*)",
    r"(?:stiller|stiler|stillar) (?:seg|oss|meg) (?:\w+ ){0,3}bak (?:\w+ ){0,3}?(?:hørings|høyrings)?(?:uttalelse\w*|uttale\w*|svar\w*|innspill\w*|innspel\w*)",
)  # fmt: skip
"""Adhering to another's response says nothing by itself about what is heard."""

NO_STAND = _any(
    r"(?:tar|tek|har) (?:ikke|ikkje) (?:stilling|standpunkt|noe standpunkt|noko standpunkt)(?: til)?",
    r"(?:ikke|ikkje) (?:å )?(?:ta|tatt|teke|tatt noe|teke noko) (?:stilling|standpunkt)",
    r"(?:har|hev) (?:ingen|inga) (?:mening|meining|formening|synspunkt\w*)", r"(?:avgir|avgjev|gir|gjev) (?:ikke|ikkje) uttal\w+",
    r"(?:har|hev) (?:ikke|ikkje) (?:grunnlag|føresetnad\w*|forutsetning\w*|fagkunnskap|kapasitet) (?:for|til) å", r"avstår fra å (?:mene|uttale)",
)  # fmt: skip
"""The sender says that it takes no stand."""
HOLDERS = re.compile(
    r"(?<!\w)(?:(?:et |eit )?(?:flertall|fleirtal|mindretall|mindretal)\w*|enkelte|noen|nokre|nokon|"
    r"mange|flere|fleire|andre|somme|medlemm?ene|begge syn)\b[^.!?]{0,60}?\b(?:mener|meiner|mente|meinte|synes|synest|syntes|støtter|støttar|ønsk\w+|"
    r"frykt\w+|tror|trur|vil ha|er (?:uenig|usamd|enig|samd|einig|ueinig)\w*)",
    re.IGNORECASE,
)
"""Somebody else who holds a view, in a sentence that reports it."""
MINORITY = re.compile(r"(?: \w+){0,2}? (?:mindretall?et\w*|dissens\w*)\b", re.IGNORECASE)
"""Right after a word of support: whoever is with the minority is against what is heard."""
BOTH_VIEWS = re.compile(
    r"\bbegge syn|\b(?:svarene|svara|synene|syna) (?:spriker|sprikar)\b", re.IGNORECASE
)
"""The sender passes on views that differ."""
EMPTY_NOT = _any(r"ikke (?:bare|minst)", r"ikkje (?:berre|minst)")
"""A "not" that negates nothing."""
