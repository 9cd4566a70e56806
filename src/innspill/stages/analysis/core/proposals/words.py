"""The words that ask for something in Norwegian consultation responses, bokmål and nynorsk.

Each pattern is for one or more whole words, matched without regard to case. They are of kinds,
because what tells whether somebody asks is different for each.
"""

from __future__ import annotations

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?![\w-])", re.IGNORECASE)


_NOT = r"(?:ikke|ikkje|ei|aldri)"
_DONE = (
    r"(?:vært|vore|hjulpet|hjelpt|hjulpe|gitt|gjeve|løst|løyst|stått|gått|nevnt|nemnt|gjort|sett|ønsket|"
    r"ønskt|foretrukket|tatt|teke|lagt|fått|ha|vere|være|forenklet|likt|bedt|trengt|trunge|satt|hatt|brukt|"
    r"delt|kommet|kome|ligget|lege|stå|ligge|si|seie|se|sjå|komme|få|passa|passet|hjelpe|bli|løse|løyse|spart|byggast|bygges)"
)

_ALSO = r"(?:(?:gjerne|helst|også|òg|heller|derfor|difor|likevel|imidlertid|bare|berre|til slutt|dessuten|her|vi|jeg|eg|me) ){0,2}"

ASKS = _any(
    r"foreslår|føreslår|foreslå|føreslå|foreslås|føreslåast",
    r"(?:ber|bed|be|bes)(?: (?!seg )[\w.§-]+){0,5}? om(?: at)?", r"(?:ber|bed) (?:kommunen|direktoratet|departementet|dykk|dere|dei|[A-ZÆØÅ]\w+(?:- og \w+)?) \w+", r"(?:kommunen|direktoratet|departementet) bes", r"bes (?:\w+ )?(?!om\b|til\b)\w+(?:et|dt?|nt?)(?: ut| inn| opp| bort)?(?=$|[.,])", r"(?:ønskes|ønskast)(?! velkomm?en)",
    r"anmoder?(?: om)?", r"oppfordrer|oppfordrar|oppmod(?:ar|er)|oppfordre|oppmode", r"henstill(?:er|e)?|hemstill(?:er|e)?",
    r"anbefaler|anbefalar|anbefale|anbefales", r"tilrår|tilråder|tilrå|tilrås",
    r"(?:rår|råder|rår vi|råder vi) (?:til|kommunen|[A-ZÆØÅ]\w+)", r"krever|krev|krevje|kreves",
    r"forutsetter|føreset|forutsettes|forutset|legg(?:er)? til grunn at|minner om at det må", r"forventer|forventar|(?:håper|håpar|vonar|ventar|venter) (?:at|(?:noen|nokon|dere|de|kommunen) \w+)",
    r"reknar med at|regner med at",
    rf"(?:ønsker|ønskjer|ønskar|ønske|ønskje)(?: \w+){{0,2}}? (?:at|å se|å sjå|oss|en|et|ein|eit|ei|flere|fleire|mer|meir|svar|{_NOT} at)",
    rf"(?:vil|ynskjer|ville) {_ALSO}(?:at|ha|ha inn|be|tilrå|anbefale|foreslå|føreslå|oppfordre|oppmode|se at)",
    r"ta(?:r)? til orde for|tek til orde for", r"ser (?:\w+ )?(?:gjerne|helst)|helst ser|ser fram til|ser frem til",
    r"insisterer|forlanger|imøteser|utfordr(?:er|ar) (?:\w+ ){1,3}til|(?<!vi )(?<!me )(?:oppfordres|oppmodast|bes|anmodes|oppfordrast) (?:til|om|å|\w+e\b)", r"(?:et|eit) ønske om", r"(?:gjer|gjør|kjem med|kommer med|fremmer|fremjar|gjorde) (?:framlegg|forslag) om|set(?:ter)? fram (?:framlegg|forslag) om",
)  # fmt: skip
"""Verbs with which the sender asks; others may be their subject."""
MISSES = _any(
    r"savner|savnes|savne|saknar|sakner|sakna|saknast|savna", r"etterlyser|etterlyse|etterlyses",
    r"mangler|manglar", r"(?:er|vert|ble|vart) (?:heller |òg |også )?(?:ikke|ikkje) (?:tatt|teke|teken|tekne|tekne) med",
    r"(?:er|vert|ble|vart) (?:heller |òg |også )?(?:utelatt|utelaten|utelatne|glemt|gløymt|gløymde|uteglemt)",
    r"fortjener|fortener", r"(?:hører|høyrer)(?: \w+){0,2} (?:hjemme|heime)",
)  # fmt: skip
WARNS = _any(r"skal (?:ikke|ikkje)(?! (?:måtte|bli|være|vere|ha|kunne))")
OUGHT = _any(r"bør", r"burde", r"børe", r"burte")
TOLD = _any(
    r"(?:departementet|regjeringa|regjeringen|høringsnotatet|høyringsnotatet|lovutvalget|lovutvalet|flertallet|fleirtalet|mindretallet|mindretalet)(?: (?:her|selv|sjølv|også|òg))? (?:mener|meiner|skriver|skriv|vurderer|påpeker|peker på|peikar på|fremhever|framhevar|argumenterer|legger til grunn|legg til grunn|antar|vurderte|konkluderer)",
    r"(?:departementets|regjeringens|flertallets) (?:vurdering|syn|oppfatning|utgangspunkt) er",
    r"(?:er|var) (?:\w+ )?(?:enige?|einige?|samde?) i at|(?:støtter|støttar|støtte|positive?t?|bra|fint|flott|glade? for|tilfredse? med|tilfreds med) (?:[a-zæøå]+ ){0,4}?(?:om )?at",
    r"(?:ikke|ikkje) (?:\w+ ){0,2}?(?:overbevist|overbeviste|overtydd|overtydde|enige?|einige?|samde?|uenige?|ueinige?|usamde?) (?:om |i )?at",
    r"(?:stilling til|i tvil om|usikre? på|uvisst|uklart|uavklart|spør(?:re|r|s|smål(?:et)?)?|vet ikke|veit ikkje)[^.]{0,30}? (?:om|kor|hvor|hvorvidt|kven|hvem|når|hva|kva|hvilken|hvilke)",
)
"""Before "bør": whose view it is that something should be so, or that it is open; nobody asks."""
MUST = _any(r"må", r"lyt", r"MÅ")
SHALL = _any(r"skal")
NOT_SHALL = re.compile(
    r"\b(?:som|der|at|hvem|kven|når|hva|kva|hvis|dersom|hvordan|korleis|om|vi|me|jeg|eg|dere|de som|fordi|planen|direktoratet|seier|sier|hvor|kor|skal vi|skal det|om lag)\b",
    re.IGNORECASE,
)
BARE = re.compile(
    r"(?:minst|høgst|høyst|maks|maksimalt) \S+ \S+|(?:ingen|ikke en|ikkje ein|ikke et|ikkje eit) [^.]{3,80}(?:uten|utan|før) ",
    re.IGNORECASE,
)
"""A phrase without a verb that asks: "Minst 2 plasser"."""
_SENDERS = (
    r"(?i:[\w-]*(?:kommune|kommunen|direktoratet|direktøren|formannskapet|(?:same|fylkes|ungdoms|lands)tinget|aksjonen|alliansen|unionen|kammeret|stiftelsen|stiftinga|styret|rådet|laget|foreininga|foreningen|foreninga|forbundet|embetet|tilsynet|sykehuset|sjukehuset|foretaket|føretaket|selskapet|velet|vellet|utvalget|utvalet|klubben|senteret|universitetet|høgskolen|høyskolen|høgskulen|instituttet|nemnda|ombudet|samarbeidet|nettverket|skolen|skulen|barnehagen|partiet|fraksjonen|gruppa|gruppen|avdelingen|avdelinga|organisasjonen|statsforvalteren|statsforvaltaren|biskopen|laget|elevrådet|FAU|leiaren|lederen|sameiet|grunneierne|grunneigarane|foreldrene|foreldra|elevene|elevane|tillitsvalgte|medlemmene|medlemene))",
    r"[A-ZÆØÅ]{2,}[\w-]*",
    r"[A-ZÆØÅ][\wæøå]+ (?:AS|SA|HF|RHF|IKS|vel|kommune)",
    r"[Uu]nderteg?i?k?nede|[Uu]nderteikna",
)  # fmt: skip
BODY = re.compile(rf"(?<![\w-])(?:{'|'.join(_SENDERS)})(?![\w-])")
"""Who may be the sender, told of in the third person."""
SAYS_SO = re.compile(
    r"\b(?:(?!deres\b|elles\b|alles\b|fin(?:nes|nast)\b|gl[eø][my]\w*es\b|fases\b)[a-zæøå]{3,}(?:es|ast)|vert|blir|betaler|betalar|varslar|varsler)\b"
)
"""A verb of the present with which an item of a list of demands says what is to be."""
LEAD = _any(
    r"ønsker|ønskje|ønske|innspill til|innspel til|krav|alternativ\w*|forslag|framlegg|dette|følgende|følgjande|vilkår|avtale om|vedtak"
)
TELLS_OF = re.compile(
    r"\b(?:utfordring|problem|årsak|grunne?r|begrunnelse|grunngjeving|erfaring|røynsle|ulempe|konsekvens|følger|eksempel|døme)\w*:?$",
    re.IGNORECASE,
)
"""What a line leads into that is told and not asked for."""
NEEDS = _any(
    r"(?:det|her|der|òg|også|difor|derfor|da|då|nå|no) (?:trengs|trengst|treng|trenger)|(?:trengs|trengst) (?:det|her|en|ein|et|eit|ei)",
    r"(?:trengs|trengst|må til)(?=[.!]?$)", r"(?:trenger|treng) (?:minst )?\d+", r"(?:trenger|treng)(?: (?:difor|derfor|også|òg|nå|no|heller|først|minst|snarere))? (?:en|ein|et|eit|ei|tilgang til|flere|fleire|mer|meir|plass)",
    r"behov for (?:en|ein|et|eit|ei|å|nasjonal\w*|felles|tydelig\w*|klar\w*|flere|fleire|mer|meir|bedre|betre|større|sterkere|sterkare|styrket|styrka|økt|økte|auka|nye|ny|nytt|presisering\w*|avklaring\w*|veiledning|rettleiing|avgrensing|regulering)",
    r"(?:er|blir|vil være|vil vere|vert) (?:\w+ )?(?:viktig|avgjørende|avgjerande|vesentlig|nødvendig|naudsynt|ønskelig|ønskeleg|på tide|lurt|klokt)(?: \w+)? (?:at|med|å|om)",
    r"(?:ser|finner|finn|anser|holder|mener|meiner) (?:det )?(?:\w+ )?(?:som |er )?(?:nødvendig|naudsynt|ønskelig|ønskjeleg|avgjørende|avgjerande|hensiktsmessig|føremålstenleg|formålstjenlig) (?:at|å)",
    r"(?:være|vere|er) å foretrekke|er nærliggende|er nærliggjande",
)  # fmt: skip
WISHES = _any(
    r"kan med fordel|kunne med fordel|kan gjerne|kan godt|kan like gjerne|kan være lurt|kan vere lurt|gjerne kan|godt kan|kunne gjerne|like gjerne kan",
    rf"(?:kunne|ville) (?:[\w-]+ ){{0,6}}?{_DONE}", r"skulle (?:\w+ )?(?:vært|vore)", r"(?:skulle|hadde) (?:\w+ )?(?:gjerne|helst|ønske\w*|ynskje)|helst skulle|hadde (?:\w+ )?(?:ønsket|ønskt|ønska)",
    r"hadde (?:[\w-]+ ){0,2}?(?:vært|vore|gjort seg|hjulpet|hjelpt|hjulpe|holdt|halde)(?! (?:inne|der|her|i|på|til|med|borte|hos|ute|nede))",
    r"(?:fint|bra|flott|greit) om (?:dere|de|kommunen|noen|nokon|det|vi|me|man|ein|direktoratet)|fordel om|føremon om|ønskelig om|ønskeleg om|glad om|takknemlig(?:e)? (?:om|for)|setter pris på om",
    r"(?<!ikke )(?<!ikkje )kan (?:(?!ikk)\w+ )?(?:nevnes|nemnast|føres opp|utvides|utvidast|tilføyes|lages|lagast|vurderes|vurderast|byggjast|byggast|presiseres|presiserast|aukast|økes|leggast|leggjast|legges|flyttes|flyttast|gjerast|gjøres til|nyttast|brukes|brukast|samles|samlast|begrenses|avgrenses|avgrensast|strykes|strykast|sløyfes|utelates|suppleres|supplerast|tydeliggjøres|tydeleggjerast|klargjøres|erstattes|erstattast|fjernes|fjernast|justeres|justerast|omformuleres|løysast|løses|innføres|innførast|åpnes|opnast)",
    r"det minste (?:dere|de|du|man|ein|kommunen|staten) kan gj(?:øre|ere)", r"kan (?:\w+ )?(?:være|vere) (?:et sted|ein stad|finansieringskilde|en løsning|ei løysing|formålstjenlig|aktuelt)",
)  # fmt: skip
HINTS = _any(
    r"(?:hva|kva|ka) med (?:å|en|et|ei|ein|eit|det|de|den|at|noe|noko)", r"(?:hvorfor|kvifor|koffor) (?:\w+ )?(?:ikke|ikkje)",
    r"(?:kan|kunne) (?:\w+ ){0,3}?(?:ikke|ikkje)(?! (?:se|sjå|være|vere))", r"kan (?:noen|nokon|dere|de|ungdomsrådet|kommunen|direktoratet|det)",
    r"kunne (?:det|dere|de|man|ein|vi|me)", r"har (?:dere|de) tenkt på(?! at)|er det mulig å|går det an å|går det ikkje an|bør ikke|bør ikkje|burde ikke",
)  # fmt: skip
"""In a question these ask for what they ask about."""
OFFERS = _any(
    r"(?:nytt|nye) (?:tiltak|mål|punkt|ledd|avsnitt)(?: i [^:]{1,40}| \d[\d.]*)?:", r"(?:forslag|framlegg) til (?:ny(?:tt|e)? |endra |endret )?(?:tekst|ordlyd|formulering|mål|tiltak|punkt|ledd|føresegn|bestemmelse|tittel)",
    r"(?:mitt|vårt) (?:forslag|framlegg|krav|råd)(?: er)?|(?:forslaget|framlegget|kravet|rådet) (?:vårt|mitt)",
    r"(?:prinsipalt|subsidiært|subsidiert|sekundært)(?=:| at| må| bør| går| ber| krev| foresl)",
    r"forutsetning (?:er|av) at|føresetnad(?:en)? (?:er|av|om) at|forutsatt at|gitt at|under føresetnad av|forutsetning av at|vilkår om|forbehold om at",
    r"(?:bør|må|skal|kan) (?:\w+ )?(?:lyde|lyda)|heller (?:lyder|lyde)|ordlyd(?:en)?:",
    r"skal med(?=$|[.,]| i )|inn i (?:planen|teksten|kapittel|tabellen|bestemmelsen|føresegnene)|vekk med|bort med|ut med|: vekk",
    r"(?:skal|bør|må) (?:utgå|gå ut)|alternativt(?: kan| kunne|,? at| må)|forutsetning (?:\w+ )?at|føresetnad at|(?:krav|vilkår)(?:et)? (?:er|om) at",
    r"(?:bedre|betre|annen|anna|alternativ) (?:løsning|løysing|måte|regulering|modell) (?:\w+ ){0,2}?(?:er|være|vere|vore) (?:å|at|om)",
    r"(?:kan|vil|kunne) (?:ikke|ikkje) (?:støtte|stø|godta|akseptere|tilrå|slutte oss til)[^.;]{1,80} (?:uten|utan) at",
    r"ny(?:tt|e)? (?:første|fyrste|andre|annet|anna|tredje|fjerde|femte|siste|\d\.) (?:ledd|punktum|setning)(?: i [^:]{1,40})?:|ny bokstav \w:",
    r"er (?:mer |meir )?(?:realistisk|eit minimum|et minimum|minimum)(?=[.!]?$)",
    r"skal (?:bort|opp|ut|inn)|går ut av planen|(?:kan|skal) ikkj?e skje før", r"er i overkant|er (?:heilt )?for lavt",
)  # fmt: skip
YIELDS = _any(
    r"(?:innsigelse|innsigelsen|motsegn|motsegna|motsegn til|godta|godtar|godtek|akseptere|aksepterer|aksepterar|gå med på|leve med|støtte|stø)",
)  # fmt: skip
"""With a condition beside it, what the sender would want instead of objecting."""
OTHERS_PAPER = re.compile(
    r"(?<![\w-])(?:kapit\w+|planen|\w*notatet|utkastet|\w*veileder\w*|\w*rettleiar\w*|\w*forskrift\w*|\w*lov(?:en|a)?|\w*direktiv\w*|\w*standard\w*|§ ?[\d-]+|artikkel|rundskriv\w*|konvensjon\w*)(?: [\d./-]+\w*)?$",
    re.IGNORECASE,
)
"""Right before "krever" and "foreslår": a paper that does so, not the sender."""
OTHERS_AFTER = re.compile(r" (?:dere|de|dei|departementet|direktoratet|regjeringen|regjeringa)\b")
"""Right after "foreslår": who is said to propose."""
SUBORDINATE = re.compile(
    r"\b(?:enn|hvis|som|at|dersom|når|fordi|ikke|ikkje|skal|å)(?: \w+){0,3} ?$", re.IGNORECASE
)
"""Right before "kunne": that it tells what may be so, and asks for nothing."""
CONDITION = _any(
    r"dersom",
    r"hvis",
    r"så lenge",
    r"forutsatt at",
    r"om",
    r"inntil",
    r"såfremt",
    r"berre om",
    r"bare hvis",
)

_COMMANDS = """
avgrens begrens behold behald bruk bygg bytt byt definer del dropp fiks finn fjern flytt forenkle fortell
forkort forklar føy følg gi gje gjør gjer gjennomfør hold hald husk hugs hør høyr inkluder innfør
kopier koble krev kutt la lag legg let lær lytt løft lønn
merk nevn nemn ned offentliggjør offentleggjer opprett omtal oppdater plant plasser pålegg presiser prioriter prøv
rett rydd rediger reduser registrer rekn riv samle samordn sats send senk set sett sikre skill
skjerm skjerp skriv skrot slett slipp slepp slå slutt snakk snu sørg spar spre spreng start stopp still stram
stryk styrk syt søk ta teikn tegn tenk tillat trekk undersøk unngå utsett utvid utred utgrei
vurder auk avklar inviter involver oppretthold
spesifiser tydeliggjør tydeleggjer ring
ansett avlys avvikle avvis begynn begrunn belys beskytt bestem betal byrje drøft effektiviser erstatt etabler
fastsett finansier forby forenkl forleng fortett gjeninnfør gjenåpne innhent kartlegg klargjør kjøp lat lei lovfest
opphev planlegg pålegg reguler rett sikr skaff suppler tett tilbakefør tilby tildel tilpass tilrettelegg tilset tilsett
unnta utarbeid utelat utform utlys velg øremerk åpne opne gløym glem stans steng bevar bevilg vedta vern verna utnytt informer løys juster
"""
_IMPERATIVES = _COMMANDS.split()
_AFTER = r"få (?:en|ein|ei|et|på|inn|det|dei|dem)|regn (?:det|ut|med)|se til|sjå til at|spør (?:dei|dem|oss først|[A-ZÆØÅ]\w+)|skriv inn|ver snill|vær så snill|kom (?:og|heller)|svar på|bevar|åpne for|opne for|mål (?:det|i|heller)|øk(?! \d)|kall(?! \d)"
_VERBS = "|".join(_IMPERATIVES)
IMPERATIVE = re.compile(
    r"(?:(?:og|men|eller|OG|så|nei|ja|derfor|difor|heller|dernest|helst|så da|vær så snill og|ver så snill og)\s+)?"
    rf"(?:(?:ikke|ikkje)\s+(?:{_VERBS})|{_VERBS}|{_AFTER})"
    r"(?=\s+(?!(?:er|var|blir|har|der!?|gjerne|den!|ca|folk|på [\d,]+)(?:\W|$))[\w«\"])",
    re.IGNORECASE,
)
"""What a sentence or clause begins with that tells somebody to do something."""
ROW_FIELD = re.compile(r"(?:nytt )?tiltak\s*(?:nr\.? ?\d+)?\s*:\s*(?=\S)", re.IGNORECASE)
NOT_NOW = _any(
    r"i dag", r"allerede i dag", r"alt i dag", r"allereie", r"hvert år velge", r"i praksis", r"som (?:\w+ )?må(?! \w{3,}(?:es|ast)\b)",
    r"når (?:\w+ ){0,4}må", r"hvor mye \w+ må", r"fordi (?:\w+ ){0,3}må", r"slik at (?:\w+ ){0,3}må",
    r"(?:eller|ellers|elles|då|da) må (?:vi|me|jeg|eg|bilene)", r"bety(?:r)? at", r"anten må", r"må (?:\w+ )?(?:forholde|forhalde) seg", r"(?:fremfor|framfor|i stedet for|i staden for|fører til|innebærer|inneber|gjør|gjer|urimelig|rimelig) at", r"(?:uten|utan) at (?:\w+ ){0,4}må",
    r"for å \w+ (?:\w+ ){0,9}må", r"(?:^\W*|må (?:\w+ )?)etter (?:\S+ ){0,2}(?:§|\w+lov(?:en|a)\b|\w+forskrift\w*)", r"følger av|følgjer av|betyr det", r"oppfyller|oppfyll kravet", r"må (?:en|ein|man) ha", r"seier at", r"sier at",
    r"etter (?:loven|lova|forskriften|forskrifta|gjeldende \w+|gjeldande \w+|dagens \w+)|ifølge|ifølgje|må (?:allerede|alt|ofte|fortsatt|framleis|fremdeles|stadig)|ofte må",
    r"slik (?:vi|me|eg|jeg) (?:forstår|leser|les|tolker|tolkar|ser)|(?:opplever|erfarer|erfarar|oppdager|frykter|fryktar|vet|veit|risikerer|risikerar|medfører|inneber|innebærer|gjør|gjer|resulterer i|konsekvensen (?:er|blir|vert)|fører til) at (?:\w+ ){0,4}må",
    r"(?:hvis|dersom|om) (?:forslaget|framlegget|kravet|loven|lova) (?:\w+ ){0,3}(?:går gjennom|går igjennom|vedtas|blir vedtatt|vert vedteke|blir vedteke)|(?:mange|noen|nokre|enkelte|flere|fleire) [a-zæøå]+ må",
    r"må (?:vi|me|jeg|eg)|(?:ser|skjønner|skjønar|forstår) (?:\w+ ){0,2}at (?:\w+ ){0,4}må|(?:minner|minnar|viser|syner) (?:\w+ )?(?:om|til) at (?:\w+ ){0,8}må",
)  # fmt: skip
"""Beside "må": that it tells what is so, not what should be."""
SUPPOSED = _any(
    r"må (?:\w+ )?(?:antas|sies|seiast|innrømmes|innrømme|forventes|påregnes|(?:regnes|reknast)(?= (?:med|å)\b)|ses|sees|sjåast|forstås|forståast|vel|nok|jo|ha vært|ha vore|tro|tru|medgi|minne om|erkjenne)"
)
