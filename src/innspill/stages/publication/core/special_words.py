"""Words for what GDPR art. 9 and 10 guard: stems that stand anywhere in a word, and whole words.

Bokmål, nynorsk and a few in English, written down by the authors of this program. All in lower case.
"""

from __future__ import annotations

import re

HEALTH_STEMS = (
    "diagnos", "adhd", "autis", "asperger", "diabet", "depres", "deprimert", "bipolar", "schizo", "psykose",
    "psykisk", "psykiatri", "epilep", "demens", "alzheimer", "parkinson", "multippel", "astma", "hepatitt",
    "infarkt", "hjertesvikt", "hjertefeil", "hjartefeil", "hjerneslag", "hjerneblødn", "sykemeld",
    "sjukmeld", "sykmeld", "rusmis", "rusavheng", "rusfri", "alkoholi", "dialyse", "nyresyk", "nyresvikt",
    "utbrent", " utredet for", "henvist til ps", "henvist til sp", "henvist til dps", "henvist til bup", "ble henvist", "blei henvist", "vart tilvist", "blodfortynn", "blodpropp", "emboli", "sepsis", "poliomy", "fastlege",
    "psykolog", "funksjonsneds", "funksjonshem", "funksjonsvari", "utviklingshem", "rullestol", "sykdom",
    "sjukdom", "downs", "cerebral", "dyslek", "lese- og skrivev", "spiseforst", "fibromyal", "migrene", "leddgikt",
    "revmati", "endometri", "lungebetenn", "hørselsh", "synshem", "svaksynt", "cellegift", "stråleb", "morfin",
    "selvmord", "sjølvmord", "selvskad", "panikkanf", "gangfunksjon", "blodtrykk", "lårhals", "cystisk",
    "spesialunderv", "tvangsinn", "svangerskap", "barnløs", "legeattest", "legeerklæring", "uføre", "ufør ",
    "covid", "muskelsy", "muskelsvi", "kreft", "operert", "operasjon", "allergi", "lider av", " lid av", "kronisk",
    "gravid", "innlagt", "treated for", "cancer", "diagnosed", "disabled", "illness", "depression", "anxiety",
    "pregnant", "behandlet for", "behandla for", "behandling for",
    "påkjørt", "påkøyr", "beinbrudd", "beinbrot", "hoftebr", "hofteop", "kneop", "protese", "rullator", "krykke",
    "høreapparat", "høyreapparat", "hjertestans", "hjartestans", "hjertesyk", "hjartesjuk", "hjartesvikt",
    "hjerneskad", "hjernerys", "hodeskad", "hovudskad", "nakkeskad", "ryggskad", "ryggproblem", "prolaps",
    "beinskjør", "benskjør", "osteopor", "svulst", "leukemi", "lymfom", "metasta", "insulin", "sukkersy",
    "sukkersju", "lungesy", "lungesju", "emfysem", "bronkitt", "psoriasis", "cøliaki", "laktoseint", "crohn",
    "ulcerøs", "stomi ", "inkontin", "kateter", "prostata", "spontanab", "dødfødt", "dødfødd", "prematur",
    "anoreksi", "bulimi", "tvangslid", "traumatis", "posttraum", "psykot", "sammenbrudd", "samanbrot", "utbrend",
    "søvnproblem", "søvnløs", "sjukemeld", "uførhet", "trygda for", "nedsatt syn", "nedsett syn", "nedsatt hørsel",
    "nedsett høyrsel", "tunghør", "tunghøyr", "døvblind", "synsned", "grå stær", "grøn stær", "grønn stær",
    "glaukom", "makuladeg", "øyesykd", "øyesjukd", "augesjuk", "lammelse", "amput", "parese", "spastisk",
    "skoliose", "ryggmarg", "muskeldys", "muskelsju", "utmattel", "me-syk", "me-sjuk", "borrelio", "tuberkul",
    "blodforgift", "hjernehinne", "epilep", "besvim", "hukommelsess", "huntington", "dyskalk", "språkvansk",
    "lærevansk", "hydrocef", "pacemaker", "bypass", "åreforkalk", "kolesterol", "afasi", "ta livet av seg",
    "tok livet av seg", "suicid", "sjølvskad", "alkoholprob", "avrusn", "overdose", "metadon", "subutex",
    "innlagd", "sykehusinnl", "sjukehusinnl", "intensivavd", "pleietreng", "hjelpetreng", "pleiepeng",
    "hjelpestøn", "grunnstøn", "handikap", "handicap", "bevegelseshem", "rørslehem", "skrøpel", "sengeligg",
    "palliativ", "smerter", "svimmel", "psykiat", "psykologhj", "rusproblem", "sykeleie", "sjukeleie", "hjertebank",
    "fallskad", "brannskad", "hørselsned", "høyrselsh", "høyrselsned", "synet svikt", "hjernesl", "hjartefl",
    "hjertefl", "migrene", "nyretransp", "transplant", "blodsykd", "blodsjukd", "genfeil", "medfødt", "medfødd",
    "forflytningsh", "ergoterap", "fysioterap", "hjelpeløs", "langtidssy", "langtidssju", "sjukefråv",
    "angstanf", "angstlid", "sosial angst", "lungetransp", "tourett", "aldersdem", "ammetåke", "fødselsdep",
    "skolevegr", "skulevegr", "konsentrasjonsvansk", "atferdsvansk", "åtferdsvansk", "hyperaktiv", " utreda for",
    " utgreidd for", " utgreia for", " utredning for", "overstimul", "høysensitiv", "nedsmelt", "magesmert", "vondt i ",
    "vond i ", "magevondt", "hodepine", "hovudverk", "hovudpine", "antidepres", "sovemedisin", "sovetablett", "ritalin",
    "hundebitt", "bitt av", "biten av", "beten av", "forbrenning", "forfrys", "keisersn", "født for tidl",
    "fødd for tidl", "hører dårl", "høyrer dårl", "ser dårl", "går dårl", "ser nesten ik", "rusavh", "alkoholis",
    "long covid", "senfølg", "seinfølg", "senskad", "seinskad", "vil ikke leve", "vil ikkje leve", "ikke orke å leve",
    "livslyst", "lidelse", "syndrom", "ambulanse", "legevakt", "barseldep", "fosterdiagn", "sovet dårl", "sover dårl",
    "får ikke sove", "får ikkje sove", "fått sove", "sover ikke", "søv ikkje", "søv dårl", "sove om natt", "medisiner",
    "hjerteprob", "hjarteprob", "pusteprob", "pustevansk", "pusteplag", "lungeprob", "nakkesleng", "whiplash", "fallulyk",
    "traume", "terapeut", "i terapi", "sykdommen", "sjukdommen", "legen sa", "legen min", "høyt blod", "høgt blod",
    "besvær", "hjelpemid", "medikament", "kjemoterapi", "hospits", "på institusjon", "talevansk", "stamming",
    "nerveskad", "nervesm", "epikrise", "sykejourn", "smittet av", "smitta av", "hiv-", "hepatit", "immunsv", "immundemp",
    "blodsukk", "cochlea", "implantat", "epipen", "hørselapp", "hørsels", "høyrsels", "hvit stokk", "kvit stokk",
    "førerhund", "førarhund", "servicehund", "påkjørs", "knekt ", "tannskad", "føflekk", "celleforandr",
    "strupehode", "bukspytt", "skjoldbruskkj", "stoffskift", "lavt stoffsk", "hofteledd", "kunstig kne", "kneprotese",
    "senil", "utviklingsforst", "tilknytningsf", "spastis", "nevrolog", "onkolog", "kardiolog",
    "nedsatt førl", "bundet til seng", "oksygenapp", "pustemaskin", "respirator", "dosett", "blåresept", "blå resept",
    "fibrose", "avvenning", "ser nesten i", "ligger våken", "ligg vaken", "får panikk", "panikkang", "sein i utv",
    "sen i utv", "tok sitt eget liv", "tok livet sitt", "spesielle behov", "særskilde behov", "særlige behov",
    "store vanskar", "store vansker", "vegrer seg", "vegrar seg", "drikker for my", "drikk for my", "drakk for my",
    "drakk seg", "rehabiliteringsopph", "opptrening", "hjerteflim", "hjarteflim",
)  # fmt: skip
HEALTH_WORDS = frozenset(
    [
        "angst",
        "kols",
        "hiv",
        "slag",
        "ufør",
        "abort",
        "aborten",
        "ptsd",
        "ocd",
        "pasient",
        "blind",
        "døv",
        "syk",
        "sjuk",
        "medisin",
        "medisiner",
        "drypp",
        "polio",
        "artrose",
        "tourettes",
        "tourette",
        "dement",
        "lammet",
        "lamma",
        "sjuke",
        "gikt",
        "eksem",
        "brokk",
        "brakk",
        "braut",
        "brukket",
        "brekt",
        "avrusa",
        "tungpusten",
        "ustø",
        "senskade",
        "senskader",
        "seinskade",
        "seinskadar",
        "helseplager",
        "helseplagar",
        "add",
    ]
)
_SENSES = (
    r"(?:øy[ae](?:t|ne|ene)?|øynene|aug[ao]|auget|augene|syn(?:et)?|høyrsel(?:en)?|hørsel(?:en)?|hels[aei]n?|rygg(?:en)?|"
    r"kne(?:et|a|ne|rne)?|hoft[ae]n?|bein(?:a|et)?|føtene|føttene|hjert[ea]t?|hjart[ea]t?|lung(?:ene|a)|minnet|nerv(?:ene|ane)|"
    r"hukommelsen|skuldr?[ea]n?|nakke(?:n)?)"
)
PHRASES = re.compile(
    rf"\b{_SENSES}(?: (?:min|mi|mitt|mine|hans|hennes|hennar|til \w{{2,20}}))?"
    r" (?:er|var|ble|blei|vart|blir|har|sviktet|svikta|svikter|sviktar|skranter|skrantar|held|holder|vil|kan)"
    r"(?: (?:blitt|blitte|vorte|vore|vært|så|nå|no|ganske|ikke|ikkje|heilt|helt)){0,3}"
    r" ?(?:dårl\w+|vond\w*|svak\w*|svekk\w+|borte|ødel\w+|øydel\w+|slitt?\w*|lenger|lengre|lenger|"
    r"det (?:de|dei|han|hun|ho|det) (?:ein gong |en gang )?var|som før|på topp|god|bra|med)\b"
    rf"|\b(?:dårl\w+|vond\w*|nedsatt|nedsett|svekk\w+|mista|mistet|mister|mistar|vondt i|skadd?e?|skadet) {_SENSES}\b"
    r"|\bdårl(?:ig|eg)e?(?: \w+)? til b[ei]{1,2}ns\b|\bdårl(?:ig|eg) (?:helse|psyke)\b"
    r"|\b(?:ble|blei|vart|vorte|blitt|er|kom) (?:\w+ )?(?:skad[da]e?t?|til skade|kjørt ned|køyrd? ned|på sykehus\w*|på sjukehus\w*)\b"
    r"|\b(?:skadet|skada|skadde|slo|slått|forslo|forbrent|brente) (?:seg|meg)\b"
    r"|\baldri (?:\w+ )?(?:blitt|vorte|vart|ble|blei) (?:\w+ )?(?:seg|meg) s[jelø]+lv? igjen\b"
    r"|\b(?:lå|låg|ligger|ligg|havnet|hamna|havna)(?: \w+){0,2} på (?:sykehus|sjukehus|intensiv|sykehjem|sjukeheim)\w*"
    r"|\b(?:bor|bur|budde|bodde|kom|kjem|fikk|fekk|får|venter|ventar|måtte|lagt|lagd|kjørt|køyrd|er)(?: \w+){0,3} (?:på|inn på|til|plass på) "
    r"(?:sykehjem|sjukeheim|sykehus|sjukehus|aldersheim|gamlehjem|omsorgsbolig|akutten|avgift\w*|avrus\w*)\w*"
    r"|\b(?:klarer|klarar|kan|greier|greiar|orker|orkar|makter|maktar) (?:\w+ )?ik(?:ke|kje) (?:å )?(?:\w+ )?(?:gå|stå|spise|ete|sove|puste|stelle)\b(?! (?:god|fr[aå]|inn|med|ned|opp|over|til|ut|videre|vidare|i|ved|bak|på akkord|utenom|tom|åpen|open)\b)"
    r"|\b(?:knakk|knekte|knekk|brakk|braut|brekte|forstuet|forstua|vrei|vrikk\w+|slo ut|slo|skar|kutta|kuttet|mistet|mista|miste)(?: \w+)? "
    r"(?:arm|bein|ankel|ankl|hånd|hand|tenn|tann|fot|ribb|ribein|krage|hoft|nakke|finger|fingr|kjeve|skulder|førlig|førleg|livsl)\w*"
    r"|\b(?:jeg|eg|ho|hun|han|mor\w*|far\w*|bestemor\w*|bestefar\w*|mannen|kona)(?: \w+){0,2} (?:falt|datt|ramla|ramlet|snubla|snublet) (?:over|på|og|ned|i trapp\w*)\b"
    r"|\b(?:falt|datt|ramla|ramlet) (?:\w+ )?(?:i|ned) trapp\w*"
    r"|\b(?:han|hun|ho|eg|jeg|mor|far|mamma|pappa|kona|mannen|sønnen|dattera|datteren|bestemor|bestefar|faren|moren|broren"
    r"|søsteren|min|mi|vår)(?: \w+)? (?:er|var|ble|blei|vart|har vært|har vore) (?:\w+ )?(?:dårl(?:ig|eg)|skral|svak|sengeliggende|pleietrengende)\b(?! til å)"
    r"|\b(?:tåler|toler|tåla) ik(?:ke|kje) (?:pollen|støv|lukt|gluten|melk|mjølk|nøtter|egg|lyd|lys)\w*"
    r"|\b(?:slutta|sluttet|nekta|nektet|nekter|nektar) å (?:ete|spise|gå på sk\w+|prate|snakke)\b"
    r"|\b(?:døde|døydde|dør|døyr|plages?|plaga|plaget|sliter|slit|slet|slitt|slite|lider|lid|leid)(?: \w+){0,2} (?:av|med|under)(?: \w+){0,2} "
    r"(?:\w*sy[kg]\w*|\w*sjuk\w*|\w*helse\w*|nerv\w+|angst\w*|søvn\w*|rygg\w*|kne|pust\w*|kreft\w*|tungsinn|depre\w+|rus|alkohol\w*|hodepine|hovudverk\w*)"
)
"""What is told of somebody's body in plain words."""
CAPITALS = re.compile(r"\b(?:ME|MS|ALS|CP|LAR|BUP|DPS|PPT|HIV|KOLS|PTSD|OCD)\b")
OTHER_STEMS = (
    "homofil", "lesbisk", "bifil", "skeiv", "transkvinne", "transmann", "transperson", "transkjønn", "kjønnsskift",
    "muslim", "frikirk", "pinsevenn", "pinsemenighet", "konvertitt", "konverterte", "konvertert til", "ateist", "human-etiker", "humanetiker",
    "hijab", "jehovas", "katolikk", "katolsk", "buddhis", "samisk bakgrunn", "samisk slekt", "samisk familie",
    "skogfinn", "romani", "romfolk", " er rom.", " er rom,", " som rom ", " er kven.", " er kven,", " er kven og", " som kven ", " en kven ",
    " ein kven ", "kvensk", " tater", "kurder", "flyktning", "refugee", "endelig avslag", "endeleg avslag", "levd på gata", "bodd på gata", "budd på gata", "asylsøk", "papirløs", "forfulgt",
    "partimedlem", "medlem av", "medlem i ", "medlem siden", "meldte meg", "meldt meg", "meldte seg", "meldt seg",
    "tillitsvalgt", "fagforen", "fagforbund", "streiket", "straffedøm", " dømt", " domfelt", "dom på ", "dom for ",
    "fengs", " soner en", " soner dom", "han soner", "min soner", "mi sonar", "vår soner", "bror soner", " soner i feng", " soner ferdig", "hun soner", "ho sonar", "han sonar", "jeg soner", "eg sonar", " soner for", " sonet", " soning", " anmeld", "politianmel", " sikte", " tiltalt", "forelegg", "førelegg",
    "promille", "fyllekjør", "bøtel", "ulovlig jakt", "bedrageri", "hærverk", "voldtatt", "voldtek", "incest",
    "overgrep", "besøksforbud", "voldsalarm", "adressesperre", "kode 6", "kode 7", "mishandl", "barnevern",
    "fosterhjem", "fosterheim", "omsorgsoverta", "bekymringsmeld", "beredskapshjem", "adopter", "sosialhjelp",
    "sosialstøna", "økonomisk stønad", "bostøtte", "arbeidsavklaring", "gjeldsordning", "betalingsanmerk",
    "barnefordeling", "narkoman", "rusbruk", "stemte på ", "stemmer på ", "stemt på ", "røysta på ", "stemte ap", "stemte sv",
    "stemte høyre", "stemte frp", "stemte sp", "stemte rødt", "stemte venstre", "stemte krf", " er same.", " er same,", " er same og", " er same sj", " en same ", " som same,", " som same.",
)  # fmt: skip
OTHER_WORDS = frozenset(
    [
        "kristen",
        "kristne",
        "jøde",
        "jøder",
        "jødisk",
        "hindu",
        "katolikk",
        "samer",
        "nordsame",
        "sørsame",
        "lulesame",
        "kvener",
        "sikh",
        "dommen",
        "tyveri",
        "vold",
        "volden",
        "aap",
        "mobbet",
        "mobba",
        "mobbes",
        "dømt",
        "siktet",
        "tiltalt",
    ]
)
