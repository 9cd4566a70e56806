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
    "utbrent", "utredet for", "henvist", "blodfortynn", "blodpropp", "emboli", "sepsis", "poliomy", "fastlege",
    "psykolog", "funksjonsneds", "funksjonshem", "funksjonsvari", "utviklingshem", "rullestol", "sykdom",
    "sjukdom", "downs", "cerebral", "dyslek", "lese- og skrivev", "spiseforst", "fibromyal", "migrene", "leddgikt",
    "revmati", "endometri", "lungebetenn", "hørselsh", "synshem", "svaksynt", "cellegift", "stråleb", "morfin",
    "selvmord", "sjølvmord", "selvskad", "panikkanf", "gangfunksjon", "blodtrykk", "lårhals", "cystisk",
    "spesialunderv", "tvangsinn", "svangerskap", "barnløs", "legeattest", "legeerklæring", "uføre", "ufør ",
    "covid", "muskelsy", "muskelsvi", "kreft", "operert", "operasjon", "allergi", "lider av", " lid av", "kronisk",
    "gravid", "innlagt", "treated for", "cancer", "diagnosed", "disabled", "illness", "depression", "anxiety",
    "pregnant", "behandlet for", "behandla for", "behandling for",
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
    ]
)
CAPITALS = re.compile(r"\b(?:ME|MS|ALS|CP|LAR|BUP|DPS|PPT|HIV|KOLS|PTSD|OCD)\b")
OTHER_STEMS = (
    "homofil", "lesbisk", "bifil", "skeiv", "transkvinne", "transmann", "transperson", "transkjønn", "kjønnsskift",
    "muslim", "frikirk", "pinsevenn", "pinsemenighet", "konvertitt", "ateist", "human-etiker", "humanetiker",
    "hijab", "jehovas", "katolikk", "katolsk", "buddhis", "samisk bakgrunn", "samisk slekt", "samisk familie",
    "skogfinn", "romani", " tater", "kurder", "flyktning", "refugee", "asylsøk", "papirløs", "forfulgt",
    "partimedlem", "medlem av", "medlem i ", "medlem siden", "meldte meg", "meldt meg", "meldte seg", "meldt seg",
    "tillitsvalgt", "fagforen", "fagforbund", "streiket", "straffedøm", " dømt", " domfelt", "dom på ", "dom for ",
    "fengs", " soner", " sonet", " soning", " anmeld", "politianmel", " sikte", " tiltalt", "forelegg", "førelegg",
    "promille", "fyllekjør", "bøtel", "ulovlig jakt", "bedrageri", "hærverk", "voldtatt", "voldtek", "incest",
    "overgrep", "besøksforbud", "voldsalarm", "adressesperre", "kode 6", "kode 7", "mishandl", "barnevern",
    "fosterhjem", "fosterheim", "omsorgsoverta", "bekymringsmeld", "beredskapshjem", "adopter", "sosialhjelp",
    "sosialstøna", "økonomisk stønad", "bostøtte", "arbeidsavklaring", "gjeldsordning", "betalingsanmerk",
    "barnefordeling", "narkoman", "rusbruk",
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
        "same",
        "samer",
        "nordsame",
        "sørsame",
        "lulesame",
        "kven",
        "kvener",
        "rom",
        "sikh",
        "stemte",
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
