"""A made register of the size and kinds of Enhetsregisteret, and names as answers write them.

Nothing is taken from the register itself. What makes names hard to tell apart is kept: many of
the same few words, companies that differ in one word, places of business with the name of their
company, municipalities with hundreds of units under them, chains with a shop in each place.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from innspill.shared.organisation_number import is_organisation_number
from innspill.stages.register.core.municipalities import counties, full_name, municipalities

UNITS = 1_100_000


def _list(words: str) -> list[str]:
    return words.split()


_SURNAMES = _list("""hansen johansen olsen larsen andersen pedersen nilsen kristiansen jensen karlsen
johnsen pettersen eriksen berg haugen hagen johannessen andreassen jacobsen dahl jørgensen
halvorsen henriksen lund sørensen jakobsen moen gundersen iversen strand solberg svendsen eide
knutsen martinsen paulsen bakken kristoffersen mathisen lie amundsen nguyen rasmussen lunde
solheim berge moe nygård bakke kristensen fredriksen holm lien hauge christensen andresen nielsen
evensen knudsen sæther aas hanssen haugland myhre thomassen simonsen sivertsen danielsen berntsen
rønning arnesen sandvik næss antonsen haug ellingsen thorsen vik edvardsen birkeland isaksen
gulbrandsen ruud aasen strøm myklebust tangen ødegård eliassen helland bøe jenssen aune mikkelsen
tveit brekke abrahamsen madsen bråten skår øverby tømmervåg gjerde sætre ulvestad""")
_FIRST = _list("""nord sør øst vest ny gammel stor små inn ut øvre nedre midt fjord elve bjørke furu gran
sol måne hav sjø stein myr skog li ås hauge bø tun ek lauv rein elg ørne ravne ulve bjørne sand
tang kval sild torske fiske mølle kirke preste konge dronning bispe hammer jern sølv gull""")
_LAST = _list("""dal vik berg nes ås bø haug heim land moen mo stad sund strand vann vatn voll rud set
lia li fjell fjord øy øya holm holmen tun tangen bakken bakke sletta mark skog lund eid elv åsen
havn hamn bukta vågen neset foss fossen bru""")
_TRADES = _list("""bygg eiendom holding invest transport elektro rør maskin entreprenør regnskap
consulting rådgivning design media data it-drift renhold frisør bil auto verksted tak mur maling
snekkerservice anlegg landbruk gård fiskeri sjømat havbruk shipping marine offshore energi kraft
tannklinikk fysioterapi legesenter psykologpraksis optikk apotek trening idrett hotell restaurant
catering bakeri konditori kafe pub mat import eksport engros handel sport musikk kultur teater film
foto reklame trykkeri forlag arkitekter ingeniører oppmåling geologi kapital finans forsikring
utvikling service gruppen partner prosjekt utleie boligutvikling næringspark montasje sveis
""")
_CLUBS = _list("""idrettslag velforening jeger-_og_fiskerforening pensjonistforening historielag
sanitetsforening bygdekvinnelag skytterlag musikkorps mannskor båtforening vannverk menighet
helselag ungdomslag turlag hundeklubb sykkelklubb røde_kors bondelag utmarkslag grunneierlag
teaterlag næringsforening frivilligsentral bygdeutvalg""")
_CHAINS = _list("""Rema_1000 Kiwi Coop_Extra Meny Europris Apotek_1 Vitusapotek Boots_apotek Biltema
Elkjøp Byggmakker Montér Nille Mester_Grønn Esso Circle_K Peppes_Pizza Sats""")
_PARTS = _list("""skole barnehage ungdomsskole sykehjem hjemmetjeneste legevakt kulturskole bibliotek
brannvesen helsestasjon voksenopplæring dagsenter omsorgsbolig svømmehall""")
_WITHIN = _list("""Seksjon_for_vann_og_avløp Avdeling_for_helse_og_omsorg Enhet_for_digitalisering
Kommunalområde_oppvekst Seksjon_for_beredskap Stab_for_økonomi Virksomhet_helse""")
_BODIES = """Helsedirektoratet;Folkehelseinstituttet;Datatilsynet;Digitaliseringsdirektoratet;
Direktoratet for samfunnssikkerhet og beredskap;Nasjonal sikkerhetsmyndighet;Statens helsetilsyn;
Nasjonal kommunikasjonsmyndighet;Direktoratet for strålevern og atomsikkerhet;
Norges forskningsråd;Norges teknisk-naturvitenskapelige universitet;Universitetet i Bergen;
Universitetet i Oslo;Universitetet i Stavanger;Universitetet i Agder;Utdanningsdirektoratet;
Utlendingsdirektoratet;Statistisk sentralbyrå;Norges vassdrags- og energidirektorat;
Helse- og omsorgsdepartementet;Klima- og miljødepartementet;Kunnskapsdepartementet;
Statsforvalteren i Vestland;Statsforvalteren i Innlandet;Statsforvalteren i Nordland"""
_SYLLABLES = [
    f"{one}{two}" for one in "bdfghjklmnprstv" for two in _list("a e i o u ar en il or ys")
]
_SHORT = {
    "Digitaliseringsdirektoratet": "Digdir", "Folkehelseinstituttet": "FHI",
    "Helsedirektoratet": "Hdir", "Universitetet i Bergen": "UiB", "Universitetet i Oslo": "UiO",
    "Direktoratet for samfunnssikkerhet og beredskap": "DSB", "Utlendingsdirektoratet": "UDI",
    "Nasjonal sikkerhetsmyndighet": "NSM", "Nasjonal kommunikasjonsmyndighet": "Nkom",
    "Norges teknisk-naturvitenskapelige universitet": "NTNU", "Utdanningsdirektoratet": "Udir",
    "Statistisk sentralbyrå": "SSB", "Universitetet i Stavanger": "UiS",
    "Norges vassdrags- og energidirektorat": "NVE", "Universitetet i Agder": "UiA",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Made:
    """A unit of the made register."""

    number: str
    name: str
    form: str
    parent: str = ""
    place: str = ""


def register(units: int, seed: int) -> tuple[list[Made], list[Made]]:
    """Units and places of business, together about `units`, none of them a sole proprietor."""
    by_chance = Random(seed)
    numbers = _numbers()
    places = [place.name for place in municipalities()]
    places += [f"{one}{two}".capitalize() for one in _FIRST for two in _LAST]
    wholes = _public(numbers)
    municipal = [unit for unit in wholes if unit.form == "KOMM"]
    while len(wholes) < units * 0.66:
        wholes.append(_private(next(numbers), by_chance, places))
    parts: list[Made] = []
    companies = wholes[len(wholes) // 50 :]
    while len(wholes) + len(parts) < units:
        parts.append(_part(next(numbers), by_chance, municipal, companies, places))
    return wholes, parts


def write(units: list[Made], path: Path, *, persons: int = 0) -> None:
    """A file in the register's own shape, with `persons` sole proprietors among them."""
    numbers = _numbers(950_000_00)
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=1) as stream:
        stream.write("[")
        for at, unit in enumerate(units):
            stream.write(("," if at else "") + json.dumps(_fields(unit), ensure_ascii=False))
        for at in range(persons):
            person = Made(next(numbers), f"OLA {at} NORDMANN", "ENK")
            stream.write("," + json.dumps(_fields(person), ensure_ascii=False))
        stream.write("]")


def _fields(unit: Made) -> dict[str, object]:
    address = {"land": "Norge", "landkode": "NO", "postnummer": "3008", "poststed": "DRAMMEN"}
    fields: dict[str, object] = {
        "organisasjonsnummer": unit.number, "navn": unit.name.upper(),
        "organisasjonsform": {"kode": unit.form, "beskrivelse": unit.form},
        "registreringsdatoEnhetsregisteret": "1995-02-20", "antallAnsatte": 3,
        "naeringskode1": {"kode": "84.110", "beskrivelse": "Generell offentlig administrasjon"},
        "forretningsadresse": {**address, "adresse": ["Storgata 1"], "kommune": unit.place.upper()},
        "konkurs": False, "underAvvikling": False, "maalform": "Bokmål",
    }  # fmt: skip
    return fields | ({"overordnetEnhet": unit.parent} if unit.parent else {})


def _numbers(start: int = 800_000_00) -> Iterator[str]:
    for eight in range(start, start + 20_000_000):
        for check in range(10):
            if is_organisation_number(f"{eight}{check}"):
                yield f"{eight}{check}"
                break


def _public(numbers: Iterator[str]) -> list[Made]:
    found = [Made(next(numbers), full_name(m), "KOMM", place=m.name) for m in municipalities()]
    found += [
        Made(next(numbers), f"{county.name} fylkeskommune", "FYLK")
        for county in counties()
        if county.name != "Oslo"
    ]
    bodies = [" ".join(name.split()) for name in _BODIES.split(";")]
    return found + [Made(next(numbers), name, "ORGL") for name in bodies]


def _private(number: str, by_chance: Random, places: list[str]) -> Made:
    pick = by_chance.choice
    place, surname, trade = pick(places), pick(_SURNAMES).capitalize(), pick(_TRADES).capitalize()
    shapes: list[tuple[float, Callable[[], tuple[str, str]]]] = [
        (0.17, lambda: (f"{surname} {trade} AS", "AS")),
        (0.15, lambda: (f"{place} {trade} AS", "AS")),
        (0.08, lambda: (f"{surname} & {pick(_SURNAMES).capitalize()} {trade} AS", "AS")),
        (0.08, lambda: (f"{place} {trade} {pick(_TRADES).capitalize()} AS", "AS")),
        (0.20, lambda: (f"{_brand(by_chance)} {pick(['', trade])} AS".replace("  ", " "), "AS")),
        (0.06, lambda: (f"{surname} Holding {by_chance.randint(1, 9)} AS", "AS")),
        (0.05, lambda: (f"{pick(_FIRST).capitalize()}{surname.lower()} {trade} AS", "AS")),
        (0.16, lambda: (f"{place} {pick(_CLUBS).replace('_', ' ')}", "FLI")),
        (0.06, lambda: (f"Borettslaget {place}{pick(['', ' I', ' II', ' Nord'])}", "BRL")),
        (0.07, lambda: (f"Sameiet {place}veien {by_chance.randint(1, 99)}", "ESEK")),
        (0.04, lambda: (f"Stiftelsen {place} {trade.lower()}", "STI")),
        (0.08, lambda: (f"{pick(_FIRST).capitalize()}{pick(_TRADES)} {place} AS", "AS")),
    ]
    chosen = by_chance.choices(shapes, [weight for weight, _ in shapes])[0][1]
    name, form = chosen()
    return Made(number, name, form, place=place)


def _brand(by_chance: Random) -> str:
    """A word that few or no others have, as half of all words in the register are."""
    syllables = by_chance.choices(_SYLLABLES, k=by_chance.choice([2, 3, 3, 4]))
    return "".join(syllables).capitalize()


def _part(
    number: str, by_chance: Random, municipal: list[Made], companies: list[Made], places: list[str]
) -> Made:
    pick = by_chance.choice
    kind = by_chance.random()
    if kind < 0.6:
        whole = pick(companies)
        return Made(number, whole.name, "BEDR", whole.number, whole.place)
    if kind < 0.75:
        name = f"{pick(_CHAINS).replace('_', ' ')} {pick(places)}"
        return Made(number, name, "BEDR", pick(companies).number)
    whole = pick(municipal)
    part = f"{pick(places)} {pick(_PARTS)}"
    name = f"{whole.name} avd {part}" if kind < 0.85 else part
    return Made(number, name, "BEDR", whole.number, whole.place)


def asked(kind: str, unit: Made, by_chance: Random) -> str:
    """The name of `unit` as an answer may write it."""
    return _KINDS[kind](unit, by_chance)


def fits(kind: str, unit: Made) -> bool:
    """Whether the name of `unit` can be written in that way at all."""
    if kind == "short form":
        return unit.name in _SHORT
    if kind == "missing company form":
        return unit.name.endswith(" AS")
    if kind == "without diacritics":
        return any(sign in unit.name.lower() for sign in "æøå")
    if kind in {"v/ section", "letterhead", "address first"}:
        return unit.form in {"KOMM", "FYLK", "ORGL"}
    if kind == "place of business":
        return unit.form == "BEDR" and " avd " in unit.name
    return len(unit.name.split()) > 1


def _slip(name: str, by_chance: Random) -> str:
    words = name.split()
    long = [at for at, word in enumerate(words) if len(word) > 4] or [0]
    at = by_chance.choice(long)
    word = words[at]
    place = by_chance.randrange(1, max(2, len(word) - 1))
    letter = by_chance.choice("abdefgiklmnoprstuvy")
    ways = [
        word[:place] + word[place + 1 :],
        word[:place] + letter + word[place:],
        word[:place] + letter + word[place + 1 :],
        word[:place] + word[place : place + 2][::-1] + word[place + 2 :],
    ]
    words[at] = by_chance.choice(ways)
    return " ".join(words)


def _plain(unit: Made, by_chance: Random) -> str:
    table = by_chance.choice([("ae", "o", "a"), ("ae", "oe", "aa")])
    for sign, plain in zip("æøå", table, strict=True):
        unit_name = unit.name.replace(sign, plain).replace(sign.upper(), plain.capitalize())
        unit = Made(unit.number, unit_name, unit.form)
    return unit.name


def _letterhead(unit: Made, by_chance: Random) -> str:
    within = by_chance.choice(_WITHIN).replace("_", " ")
    return (
        f"{unit.name} {within} Postboks {by_chance.randint(1, 999)} "
        f"{by_chance.randint(1000, 9990)} {by_chance.choice(_LAST).upper()} Telefon 32 04 00 00"
    )


_KINDS: dict[str, Callable[[Made, Random], str]] = {
    "exact": lambda unit, _: unit.name,
    "upper case": lambda unit, _: unit.name.upper(),
    "short form": lambda unit, _: _SHORT[unit.name],
    "missing company form": lambda unit, _: unit.name.removesuffix(" AS"),
    "inverted": lambda unit, _: " ".join([*unit.name.split()[1:], unit.name.split()[0]]),
    "slip of the pen": lambda unit, by_chance: _slip(unit.name, by_chance),
    "without diacritics": _plain,
    "place of business": lambda unit, _: ", ".join(reversed(unit.name.split(" avd "))),
    "v/ section": lambda unit, by_chance: (
        f"{unit.name} v/ {by_chance.choice(_WITHIN).replace('_', ' ').lower()}"
    ),
    "letterhead": _letterhead,
}


def _split(unit: Made, by_chance: Random) -> str:
    words = unit.name.split()
    at = max(range(len(words)), key=lambda place: len(words[place]))
    place = by_chance.randrange(2, max(3, len(words[at]) - 2))
    words[at] = f"{words[at][:place]} {words[at][place:]}"
    return " ".join(words)


def _left_out(unit: Made, by_chance: Random) -> str:
    words = unit.name.split()
    del words[by_chance.randrange(len(words))]
    return " ".join(words)


_HELD_OUT: dict[str, Callable[[Made, Random], str]] = {
    "two slips": lambda unit, by_chance: _slip(_slip(unit.name, by_chance), by_chance),
    "joined words": lambda unit, _: unit.name.replace(" ", "", 1),
    "split word": _split,
    "a word left out": _left_out,
    "address first": lambda unit, by_chance: (
        f"Postboks {by_chance.randint(1, 999)}, 3008 Drammen\n{unit.name}\nTelefon 32 04 00 00"
    ),
}
SEEN = tuple(_KINDS)
HELD_OUT = tuple(_HELD_OUT)
"""Kinds of writing that were only counted, never looked at while the search was made."""
_KINDS |= _HELD_OUT


def absent(by_chance: Random) -> str:
    """A name that no unit of the register has."""
    made = "".join(by_chance.choice("bdfgklmnprstv") + by_chance.choice("aeiouy") for _ in "1234")
    place = by_chance.choice(_FIRST).capitalize() + by_chance.choice(_LAST)
    kinds = ("Foreningen for", "Aksjonen mot", "Fellesrådet for", "Nettverket")
    return f"{by_chance.choice(kinds)} {made} {by_chance.choice(_CLUBS).replace('_', ' ')} {place}"
