"""Pairs of bokmål and nynorsk that one word of a question should find both of.

Bokmål is what both are led to, word parts first and endings after them. It is a search's table and
no dictionary: two words that it makes one by mistake cost a hit too many, never a page.
"""

from __future__ import annotations

WHOLE = {
    "ikkje": "ikke", "korleis": "hvordan", "kva": "hva", "kven": "hvem", "kvifor": "hvorfor",
    "noko": "noe", "nokon": "noen", "meir": "mer", "fleire": "flere", "mykje": "mye",
    "berre": "bare", "heile": "hele", "eigen": "egen", "eige": "eget",
    "eigne": "egne", "einskild": "enkelt", "einskilde": "enkelte", "mogleg": "mulig",
    "moglege": "mulige", "umogleg": "umulig", "naudsynt": "nødvendig", "naudsynte": "nødvendige",
    "trong": "behov", "røynsle": "erfaring", "røynsler": "erfaringer",
    "føresegn": "bestemmelse", "føresegner": "bestemmelser", "føresegnene": "bestemmelsene",
    "born": "barn", "borna": "barna", "vatn": "vann", "vatnet": "vannet",
    "byen": "by", "byene": "by", "byer": "by", "byar": "by", "byane": "by", "medan": "mens", "dersom": "hvis", "verksemd": "virksomhet", "verksemder": "virksomheter",
    "skjønar": "forstår", "tilhøve": "forhold", "tilhøva": "forholdene", "vilkåra": "vilkårene",
    "framlegg": "forslag", "framlegget": "forslaget", "auke": "økning",
    "auka": "økt", "aukar": "øker", "minka": "redusert", "leiing": "ledelse", "leiinga": "ledelsen",
    "utgreiing": "utredning", "utgreiinga": "utredningen", "veg": "vei",
    "vegen": "veien", "vegar": "veier", "vegane": "veiene", "heim": "hjem", "heimen": "hjemmet",
    "lèt": "lar", "lyt": "må", "støtta": "støtter",
    "stønad": "støtte", "stønaden": "støtten", "høve": "anledning", "åleine": "alene",
    "lågare": "lavere", "låg": "lav", "låge": "lave", "høgare": "høyere",
    "høg": "høy", "høge": "høye", "høgt": "høyt", "gonger": "ganger", "gong": "gang",
}  # fmt: skip
"""Words that no rule leads to their pair."""

PARTS = (
    ("tenest", "tjenest"), ("høyring", "høring"), ("sjukdom", "sykdom"), ("sjuke", "syke"),
    ("sjuk", "syk"), ("mjølk", "melk"), ("skule", "skole"), ("skular", "skoler"), ("skulan", "skolan"), ("kyrkj", "kirk"), ("kjeld", "kild"),
    ("forureining", "forurensning"), ("forureina", "forurenset"), ("reins", "rens"),
    ("avlaup", "avløp"), ("utlaup", "utløp"), ("rettleiing", "veiledning"),
    ("rettleiar", "veileder"), ("rettlei", "veiled"), ("løysing", "løsning"), ("løys", "løs"),
    ("medverknad", "medvirkning"), ("verknad", "virkning"), ("verkemid", "virkemid"),
    ("samverk", "samvirk"), ("medverk", "medvirk"), ("berekraft", "bærekraft"),
    ("verksemd", "virksomhet"), ("moglegheit", "mulighet"), ("tilbod", "tilbud"), ("forbod", "forbud"), ("påbod", "påbud"), ("vidare", "videre"),
    ("samanheng", "sammenheng"), ("saman", "sammen"), ("eigar", "eier"), ("eigedom", "eiendom"),
    ("drikkevatn", "drikkevann"), ("råvatn", "råvann"), ("overvatn", "overvann"),
    ("vassverk", "vannverk"), ("vassforsyning", "vannforsyning"), ("vasskvalitet", "vannkvalitet"),
    ("vasskjelde", "vannkilde"), ("vasskilde", "vannkilde"), ("vassdirektiv", "vanndirektiv"),
    ("vassbehandling", "vannbehandling"), ("vassleidning", "vannledning"), ("vassmangel", "vannmangel"),
    ("leidning", "ledning"), ("einin", "enhe"), ("tryggje", "trygge"),
    ("samarbeidd", "samarbeidet"), ("framtid", "fremtid"), ("framleis", "fortsatt"),
    ("ansvarleg", "ansvarlig"), ("vurderinga", "vurderingen"), ("yrkje", "yrke"),
    ("innbyggjar", "innbygger"), ("heimel", "hjemmel"),
    ("heims", "hjems"), ("heimeb", "hjemmeb"), ("heimet", "hjemmet"), ("arbeidslaus", "arbeidsløs"),
    ("laus", "løs"), ("byggje", "bygge"), ("handsam", "behandl"), ("arbeidsgjevar", "arbeidsgiver"),
    ("gjevar", "giver"), ("lovgjev", "lovgiv"), ("rådgjev", "rådgiv"), ("styresmakt", "myndighet"),
    ("styrkje", "styrke"), ("truleg", "trolig"),
    ("tilgjengeleg", "tilgjengelig"), ("øydelegg", "ødelegg"),
    ("utviklinga", "utviklingen"), ("regjeringa", "regjeringen"), ("høgsk", "høysk"),
)  # fmt: skip
"""Parts of words, wherever they stand in one; longer ones before what they hold."""

ENDINGS = (
    ("leikane", "hetene"), ("leikar", "heter"), ("leiken", "heten"), ("leik", "het"),
    ("heita", "heten"), ("heitene", "hetene"), ("heiter", "heter"), ("heit", "het"),
    ("semda", "somheten"), ("semd", "somhet"), ("legare", "ligere"), ("legast", "ligst"),
    ("lege", "lige"), ("leg", "lig"), ("kjer", "ker"), ("kje", "ke"),
    ("gje", "ge"), ("kjast", "kes"),
)  # fmt: skip
"""Endings of words that are another one in bokmål."""
