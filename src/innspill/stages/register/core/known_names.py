"""What bodies are called besides their name: short forms, former names, the other languages.

Names are folded as `names.fold` does. Years are the first in which the new name, or the new
body, holds (1 January, or in the course of it). What is not sure is not here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

SHORT_NAMES = {
    "ahus": "akershus universitetssykehus",
    "aho": "arkitektur og designhøgskolen i oslo",
    "aid": "arbeids og inkluderingsdepartementet",
    "bfd": "barne og familiedepartementet",
    "bufdir": "barne ungdoms og familiedirektoratet",
    "dfd": "digitaliserings og forvaltningsdepartementet",
    "dfø": "direktoratet for forvaltning og økonomistyring",
    "dibk": "direktoratet for byggkvalitet",
    "difi": "direktoratet for forvaltning og ikt",
    "digdir": "digitaliseringsdirektoratet",
    "dmp": "direktoratet for medisinske produkter",
    "dsa": "direktoratet for strålevern og atomsikkerhet",
    "dsb": "direktoratet for samfunnssikkerhet og beredskap",
    "farmaceutene": "norsk farmaceutisk forening",
    "ffo": "funksjonshemmedes fellesorganisasjon",
    "fhi": "folkehelseinstituttet",
    "forskningsrådet": "norges forskningsråd",
    "fysioterapeutforbundet": "norsk fysioterapeutforbund",
    "hdir": "helsedirektoratet",
    "helsetilsynet": "statens helsetilsyn",
    "hk dir": "direktoratet for høyere utdanning og kompetanse",
    "hod": "helse og omsorgsdepartementet",
    "hvl": "høgskulen på vestlandet",
    "imdi": "integrerings og mangfoldsdirektoratet",
    "kdd": "kommunal og distriktsdepartementet",
    "kld": "klima og miljødepartementet",
    "kmd": "kommunal og moderniseringsdepartementet",
    "ks": "kommunesektorens organisasjon",
    "ldo": "likestillings og diskrimineringsombudet",
    "legeforeningen": "den norske legeforening",
    "legemiddelverket": "statens legemiddelverk",
    "lmd": "landbruks og matdepartementet",
    "lo": "landsorganisasjonen i norge",
    "nfd": "nærings og fiskeridepartementet",
    "nhh": "norges handelshøyskole",
    "nhn": "norsk helsenett",
    "nho": "næringslivets hovedorganisasjon",
    "nih": "norges idrettshøgskole",
    "nkom": "nasjonal kommunikasjonsmyndighet",
    "nmbu": "norges miljø og biovitenskapelige universitet",
    "npe": "norsk pasientskadeerstatning",
    "nsf": "norsk sykepleierforbund",
    "nsm": "nasjonal sikkerhetsmyndighet",
    "ntnu": "norges teknisk naturvitenskapelige universitet",
    "nve": "norges vassdrags og energidirektorat",
    "ous": "oslo universitetssykehus",
    "pasientforeningen": "norsk pasientforening",
    "pod": "politidirektoratet",
    "psykologforeningen": "norsk psykologforening",
    "slv": "statens legemiddelverk",
    "spekter": "arbeidsgiverforeningen spekter",
    "ssb": "statistisk sentralbyrå",
    "sykepleierforbundet": "norsk sykepleierforbund",
    "tannlegeforeningen": "den norske tannlegeforening",
    "udi": "utlendingsdirektoratet",
    "udir": "utdanningsdirektoratet",
    "uia": "universitetet i agder",
    "uib": "universitetet i bergen",
    "uio": "universitetet i oslo",
    "uis": "universitetet i stavanger",
    "uit": "universitetet i tromsø",
    "une": "utlendingsnemnda",
    "unn": "universitetssykehuset nord norge",
    "usn": "universitetet i sørøst norge",
    "virke": "hovedorganisasjonen virke",
    "ys": "yrkesorganisasjonenes sentralforbund",
}
"""What Norwegian public bodies and large associations are called for short."""

_SAME = (
    ("universitetet i tromsø", "universitetet i tromsø norges arktiske universitet",
     "uit norges arktiske universitet"),
    ("oslomet", "oslomet storbyuniversitetet"),
    ("sametinget", "sámediggi", "saemiedigkie", "sámedigge"),
    ("direktoratet for samfunnssikkerhet og beredskap",
     "direktoratet for samfunnstryggleik og beredskap"),
    ("direktoratet for strålevern og atomsikkerhet",
     "direktoratet for strålevern og atomtryggleik"),
    ("utenriksdepartementet", "utanriksdepartementet"),
    ("statsministerens kontor", "statsministarens kontor"),
    ("forbrukerrådet", "forbrukarrådet"), ("forbrukertilsynet", "forbrukartilsynet"),
    ("barneombudet", "barneombodet"), ("sivilombudet", "sivilombodet"),
    ("likestillings og diskrimineringsombudet", "likestillings og diskrimineringsombodet"),
    ("høgskulen på vestlandet", "høgskolen på vestlandet"),
    ("høgskulen i volda", "høgskolen i volda"),
    ("norges forskningsråd", "noregs forskingsråd"),
    ("arkitektur og designhøgskolen i oslo", "arkitektur og designhøgskulen i oslo"),
    ("kommunesektorens organisasjon", "ks kommunesektorens organisasjon"),
)  # fmt: skip
"""The same body in another language, or as it writes itself."""


@dataclass(frozen=True, slots=True)
class Succession:
    """A body that has had another name, or whose tasks another body has had, since a year.

    Only what was "renamed" is the same body: what was "merged" or "divided" had, in its years,
    the one it went into beside it.
    """

    old: str
    new: str
    since: int
    how: Literal["renamed", "merged", "divided"] = "renamed"


_RENAMED = """
direktoratet for forvaltning og ikt>digitaliseringsdirektoratet 2020
statens strålevern>direktoratet for strålevern og atomsikkerhet 2019
statens legemiddelverk>direktoratet for medisinske produkter 2024
post og teletilsynet>nasjonal kommunikasjonsmyndighet 2015
sivilombudsmannen>sivilombudet 2021
kommunal og moderniseringsdepartementet>kommunal og distriktsdepartementet 2022
olje og energidepartementet>energidepartementet 2024
kulturdepartementet>kultur og likestillingsdepartementet 2022
arbeids og sosialdepartementet>arbeids og inkluderingsdepartementet 2022
barne og likestillingsdepartementet>barne og familiedepartementet 2019
høgskolen i oslo og akershus>oslomet storbyuniversitetet 2018
høgskolen i sørøst norge>universitetet i sørøst norge 2018
høgskolen i innlandet>universitetet i innlandet 2024
fylkesmannen i agder>statsforvalteren i agder 2021
fylkesmannen i innlandet>statsforvalteren i innlandet 2021
fylkesmannen i møre og romsdal>statsforvalteren i møre og romsdal 2021
fylkesmannen i nordland>statsforvalteren i nordland 2021
fylkesmannen i oslo og viken>statsforvalteren i oslo og viken 2021
fylkesmannen i rogaland>statsforvalteren i rogaland 2021
fylkesmannen i troms og finnmark>statsforvalteren i troms og finnmark 2021
fylkesmannen i trøndelag>statsforvalteren i trøndelag 2021
fylkesmannen i vestfold og telemark>statsforvalteren i vestfold og telemark 2021
fylkesmannen i vestland>statsforvalteren i vestland 2021
statsforvalteren i oslo og viken>statsforvalteren i østfold buskerud oslo og akershus 2024
"""
_MERGED = """
direktoratet for e helse>helsedirektoratet 2024
kompetanse norge>direktoratet for høyere utdanning og kompetanse 2021
universitetet i nordland>nord universitet 2016
høgskolen i bergen>høgskulen på vestlandet 2017
høgskolen stord haugesund>høgskulen på vestlandet 2017
høgskulen i sogn og fjordane>høgskulen på vestlandet 2017
helse sør rhf>helse sør øst rhf 2007
helse øst rhf>helse sør øst rhf 2007
helse sunnmøre hf>helse møre og romsdal hf 2011
helse nordmøre og romsdal hf>helse møre og romsdal hf 2011
fylkesmannen i hordaland>statsforvalteren i vestland 2021
fylkesmannen i sogn og fjordane>statsforvalteren i vestland 2021
fylkesmannen i hedmark>statsforvalteren i innlandet 2021
fylkesmannen i oppland>statsforvalteren i innlandet 2021
fylkesmannen i sør trøndelag>statsforvalteren i trøndelag 2021
fylkesmannen i nord trøndelag>statsforvalteren i trøndelag 2021
sør trøndelag fylkeskommune>trøndelag fylkeskommune 2018
nord trøndelag fylkeskommune>trøndelag fylkeskommune 2018
hordaland fylkeskommune>vestland fylkeskommune 2020
sogn og fjordane fylkeskommune>vestland fylkeskommune 2020
hedmark fylkeskommune>innlandet fylkeskommune 2020
oppland fylkeskommune>innlandet fylkeskommune 2020
aust agder fylkeskommune>agder fylkeskommune 2020
vest agder fylkeskommune>agder fylkeskommune 2020
"""
_DIVIDED = """
viken fylkeskommune>østfold fylkeskommune|akershus fylkeskommune|buskerud fylkeskommune 2024
vestfold og telemark fylkeskommune>vestfold fylkeskommune|telemark fylkeskommune 2024
troms og finnmark fylkeskommune>troms fylkeskommune|finnmark fylkeskommune 2024
"""
_MUNICIPALITIES_MERGED = """
2017: Andebu, Stokke > Sandefjord
2018: Hof > Holmestrand; Lardal > Larvik; Tjøme, Nøtterøy > Færder; Rissa, Leksvik > Indre Fosen
2020: Re > Tønsberg; Rygge > Moss; Askim, Spydeberg, Trøgstad, Hobøl, Eidsberg > Indre Østfold;
 Rømskog > Aurskog-Høland; Røyken, Hurum > Asker; Skedsmo, Fet, Sørum > Lillestrøm;
 Ski, Oppegård > Nordre Follo; Nedre Eiker, Svelvik > Drammen; Sauherad > Midt-Telemark;
 Finnøy, Rennesøy > Stavanger; Forsand > Sandnes; Songdalen, Søgne > Kristiansand;
 Mandal, Marnardal > Lindesnes; Audnedal > Lyngdal; Odda, Jondal > Ullensvang; Granvin > Voss;
 Fusa > Bjørnafjorden; Fjell, Sund > Øygarden; Lindås, Meland, Radøy > Alver;
 Flora, Vågsøy > Kinn; Førde, Gaular, Jølster, Naustdal > Sunnfjord;
 Leikanger, Balestrand > Sogndal; Selje, Eid > Stad; Skodje, Ørskog, Sandøy > Ålesund;
 Midsund, Nesset > Molde; Norddal, Stordal > Fjord; Eide, Fræna > Hustadvika;
 Hornindal > Volda; Orkdal, Agdenes, Meldal > Orkland; Hemne, Halsa > Heim; Klæbu > Trondheim;
 Roan > Åfjord; Bjugn > Ørland; Verran > Steinkjer; Fosnes, Namdalseid > Namsos;
 Vikna, Nærøy > Nærøysund; Ballangen > Narvik; Skånland > Tjeldsund;
 Berg, Lenvik, Torsken, Tranøy > Senja; Kvalsund > Hammerfest
"""
"""Those that went whole into one other, and whose name no other municipality has now."""


@cache
def successions() -> tuple[Succession, ...]:
    """All of them."""
    found = [*_read(_RENAMED, "renamed"), *_read(_MERGED, "merged"), *_read(_DIVIDED, "divided")]
    for year, rest in _years(_MUNICIPALITIES_MERGED):
        for entry in rest.split(";"):
            olds, new = entry.split(">")
            for old in olds.split(","):
                before, after = f"{_plain(old)} kommune", f"{_plain(new)} kommune"
                found.append(Succession(before, after, year, "merged"))
    return tuple(found)


def same_names(folded: str) -> frozenset[str]:
    """The other folded names of the very same body: short, in another language, before or after."""
    known = {folded}
    for _ in range(2):  # a short form of a former name is two steps away
        known |= {other for name in known for other in _beside().get(name, ())}
    return frozenset(known - {folded})


def later(folded: str) -> tuple[Succession, ...]:
    """What came after a body that is gone; empty where it is none."""
    return tuple(each for each in successions() if each.old == folded)


@cache
def _beside() -> dict[str, frozenset[str]]:
    groups = [*_SAME, *SHORT_NAMES.items()]
    groups += [(each.old, each.new) for each in successions() if each.how == "renamed"]
    found: dict[str, set[str]] = {}
    for group in groups:
        for name in group:
            found.setdefault(name, set()).update(other for other in group if other != name)
    return {name: frozenset(others) for name, others in found.items()}


def _read(written: str, how: Literal["renamed", "merged", "divided"]) -> list[Succession]:
    found = []
    for line in written.strip().splitlines():
        names, year = line.rsplit(" ", 1)
        old, news = names.split(">")
        found += [Succession(old, new, int(year), how) for new in news.split("|")]
    return found


def _years(written: str) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for line in written.strip().splitlines():
        head, colon, rest = line.partition(":")
        if colon and head.isdigit():
            found.append((int(head), rest))
        else:
            found[-1] = (found[-1][0], f"{found[-1][1]} {line}")
    return [(year, rest.strip(" ;")) for year, rest in found]


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").split())
