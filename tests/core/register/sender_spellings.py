"""Names of senders as answers write them, each with the line of the seed hearing it answers for.

The lines are the 43 of the hearing on digital security in health (2022). "-" is no line: a body
that was not invited, or one that only resembles an invited one. "?" before a line: it may be
right, but only a person can say so. Half of the spellings, by their hash, were looked at while
the rules were made; the other half was only counted.
"""

from __future__ import annotations

from hashlib import sha256

from innspill.stages.consultations.core.definition import Definition, Group, Member

COLLECTIVE = {
    "Pasient- og brukerombudene", "De regionale helseforetakene", "Landets kommuner",
    "Landets fylkeskommuner", "Statsforvalterne",
}  # fmt: skip
LINES = """
Funksjonshemmedes fellesforbund; Kreftforeningen; Nasjonalforeningen for folkehelsen;
Norsk pasientforening; Pasient- og brukerombudene; Personskadeforbundet;
Samarbeidsforumet av funksjonshemmedes organisasjoner; De regionale helseforetakene;
Kommunesektorens organisasjon; Landets kommuner; Landets fylkeskommuner; Statsforvalterne;
Norsk helsenett SF; Folkehelseinstituttet; Helsedirektoratet; Statens legemiddelverk;
Statens helsetilsyn; Datatilsynet; Direktoratet for samfunnssikkerhet og beredskap;
Nasjonal sikkerhetsmyndighet; NorSIS; Direktoratet for strålevern og atomsikkerhet;
Digitaliseringsdirektoratet; Nasjonal kommunikasjonsmyndighet; Fagforbundet;
Yrkesorganisasjonens sentralforbund; Apotekforeningen; Den norske legeforening;
Den norske tannlegeforening; Norsk farmaceutisk forening; Norsk fysioterapeutforbund;
Norsk psykologforening; Norsk sykepleierforbund; Nasjonalt senter for e-helseforskning; SINTEF;
Norges forskningsråd; Norges teknisk-naturvitenskapelige universitet; Universitetet i Bergen;
Universitetet i Oslo; Universitetet i Tromsø; Abelia; IKT-Norge; Melanor
"""
SPELLINGS = """
Landets kommuner: Drammen kommune | DRAMMEN KOMMUNE | Kommunedirektøren i Drammen |
 Drammen kommune v/ seksjon for digitalisering | Kommunedirektøren i Bærum kommune |
 Rådmannen i Nord-Fron | Ordføreren i Lillestrøm | Byrådsavdeling for helse, Bergen kommune |
 Oslo kommune, Helseetaten | Oslo kommune Helseetaten | Trondheim kommune | Tråanten tjïelte |
 Kárášjoga gielda | Guovdageainnu suohkan | Kautokeino kommune | Karasjok kommune |
 KÁRÁŠJOHKA - KARASJOK KOMMUNE | Deanu gielda | Porsanger kommune | Tromso kommune |
 Alesund kommune | Aalesund kommune | Nord Odal kommune | Nord-Odal Kommune | Voss herad |
 Kvam herad | Ullensvang kommune | Bjornafjorden kommune | Baerum kommune | Ås kommune |
 Hå kommune | Stavanger kommune v/Kari Nordmann | Avdeling for helse og omsorg, Asker kommune |
 Sandnes kommune - Helse og velferd | Evje og Hornnes kommune | Nore og Uvdal kommune |
 Kommunedirektøren i Kristiansand | Formannskapet i Lier | Kommunestyret i Modum |
 Bystyret i Drammen | Heradsstyret i Voss | Ordføraren i Stad | Indre Østfold kommune |
 Nordre-Follo kommune | Gáivuona suohkan | Hamarøy kommune | Sør-Varanger kommune |
 Fredrikstad kommune, Enhet for IKT | Virksomhet helse og mestring, Halden kommune |
 Bodø kommune | Bodo kommune | Midt-Telemark kommune | Midt Telemark kommune | Utsira kommune
?Landets kommuner: Drammen | Bergen | Herøy kommune | Våler kommune | Drammen kommune v/ eldrerådet |
 Fjell skole, Drammen kommune | Ungdomsrådet, Asker kommune
Landets fylkeskommuner: Vestland fylkeskommune | VESTLAND FYLKESKOMMUNE | Viken fylkeskommune |
 Fylkeskommunedirektøren i Vestland | Fylkesrådmannen i Innlandet | Fylkesrådet i Nordland |
 Møre og Romsdal fylkeskommune | More og Romsdal fylkeskommune | Troms og Finnmark fylkeskommune |
 Trøndelag fylkeskommune, avdeling for tannhelse | Romssa fylkkasuohkan |
 Agder fylkeskommune v/ seksjon for samferdsel | Fylkesordføreren i Rogaland
Statsforvalterne: Statsforvalteren i Innlandet | Statsforvaltaren i Vestland |
 STATSFORVALTEREN I OSLO OG VIKEN | Fylkesmannen i Nordland | Statsforvalteren i Trøndelag
De regionale helseforetakene: Helse Vest RHF | Helse Sør-Øst RHF | HELSE NORD RHF | Helse Midt-Norge |
 Helse Midt-Noreg RHF | Helse Sør-Øst
Pasient- og brukerombudene: Pasient- og brukerombudet i Nordland | Pasient- og brukerombudet i Agder |
 Pasient- og brukarombodet i Vestland
Kommunesektorens organisasjon: KS | Kommunesektorens organisasjon (KS) | KS - Kommunesektorens organisasjon
Norsk helsenett SF: Norsk helsenett | Norsk Helsenett SF | NORSK HELSENETT SF | NHN | Norsk Helsenett (NHN)
Folkehelseinstituttet: Folkehelseinstituttet | FHI | Folkehelseinstituttet (FHI)
Helsedirektoratet: Helsedirektoratet | HELSEDIREKTORATET | Hdir | Direktøren i Helsedirektoratet
Statens legemiddelverk: Statens legemiddelverk | Legemiddelverket | SLV |
 Direktoratet for medisinske produkter | DMP
Statens helsetilsyn: Statens helsetilsyn | Helsetilsynet
Datatilsynet: Datatilsynet | DATATILSYNET | Direktøren i Datatilsynet
Direktoratet for samfunnssikkerhet og beredskap: DSB |
 Direktoratet for samfunnssikkerhet og beredskap (DSB) | Direktoratet for samfunnstryggleik og beredskap
Nasjonal sikkerhetsmyndighet: NSM | Nasjonal sikkerhetsmyndighet (NSM) | NASJONAL SIKKERHETSMYNDIGHET
NorSIS: NorSIS | NORSIS | Norsis
Direktoratet for strålevern og atomsikkerhet: DSA | Direktoratet for strålevern og atomtryggleik |
 Statens strålevern
Digitaliseringsdirektoratet: Digdir | Digitaliseringsdirektoratet (Digdir) | Difi
Nasjonal kommunikasjonsmyndighet: Nkom | NKOM | Nasjonal kommunikasjonsmyndighet (Nkom)
Fagforbundet: Fagforbundet | FAGFORBUNDET
Yrkesorganisasjonens sentralforbund: YS | Yrkesorganisasjonenes Sentralforbund
Den norske legeforening: Legeforeningen | Den norske legeforening | Den norske legeforening (Legeforeningen)
Den norske tannlegeforening: Tannlegeforeningen | Den norske tannlegeforening (NTF)
Norsk farmaceutisk forening: Farmaceutene | Norsk Farmaceutisk Forening
Norsk fysioterapeutforbund: Norsk Fysioterapeutforbund | Fysioterapeutforbundet
Norsk psykologforening: Psykologforeningen | Norsk Psykologforening
Norsk sykepleierforbund: NSF | Norsk Sykepleierforbund (NSF) | Sykepleierforbundet |
 Norsk sjukepleiarforbund | Forbundsleder i Norsk sykepleierforbund
Kreftforeningen: Kreftforeningen | Kreftforeininga | På vegne av styret i Kreftforeningen |
 Generalsekretæren i Kreftforeningen
Norsk pasientforening: Norsk Pasientforening | Styret i Norsk pasientforening
Personskadeforbundet: Personskadeforbundet | PERSONSKADEFORBUNDET
Nasjonalforeningen for folkehelsen: Nasjonalforeningen for folkehelsen | NASJONALFORENINGEN FOR FOLKEHELSEN
Funksjonshemmedes fellesforbund: Funksjonshemmedes Fellesforbund
Samarbeidsforumet av funksjonshemmedes organisasjoner: SAFO |
 Samarbeidsforumet av funksjonshemmedes organisasjoner (SAFO)
Apotekforeningen: Apotekforeningen | APOTEKFORENINGEN
Norges forskningsråd: Forskningsrådet | Noregs forskingsråd | Norges forskningsråd
Norges teknisk-naturvitenskapelige universitet: NTNU | Norges teknisk-naturvitenskapelige universitet (NTNU) |
 Rektor ved NTNU
Universitetet i Bergen: UiB | Universitetet i Bergen | UNIVERSITETET I BERGEN |
 Rektor ved Universitetet i Bergen
Universitetet i Oslo: UiO | Universitetet i Oslo (UiO)
Universitetet i Tromsø: UiT | UiT Norges arktiske universitet | Universitetet i Tromsø – Norges arktiske universitet
SINTEF: SINTEF | Sintef
Nasjonalt senter for e-helseforskning: Nasjonalt senter for e-helseforskning | NSE
Abelia: Abelia | ABELIA
IKT-Norge: IKT Norge | IKT-Norge | IKT-NORGE
Melanor: Melanor | MELANOR
?Universitetet i Oslo: Universitetet i Oslo, Institutt for informatikk | Universitet i Oslo
?Universitetet i Bergen: Universitet i Bergen | Det medisinske fakultet, Universitetet i Bergen
?Helsedirektoratet: Helsedirektorate
?Datatilsynet: Datatilsynett
-: Direktoratet for e-helse | Helse Bergen HF | Barneombudet | Pensjonistforeningen i Drammen kommune | Eldrerådet i Drammen kommune |
 Universitetet i Agder | Universitetet i Stavanger | Kommunal- og distriktsdepartementet | Mattilsynet |
 Fagforbundet avdeling Drammen | Norsk Radiografforbund | Sametinget | Sámediggi | Den norske kirke |
 Helsetjenestens driftsorganisasjon | Oslo universitetssykehus HF | Drammen Eiendom KF |
 Drammen kirkelige fellesråd | Bergen Bygg AS | Lillestrøm Næringsforening | Norsk Forening for Ernæring |
 Kommunal Landspensjonskasse | Kommunerevisjonen IKS | Kreftregisteret | Norges Blindeforbund |
 Sykehuspartner HF | Legeforeningen i Vestland | Direktoratet for byggkvalitet | Statens vegvesen |
 Norsk Tannpleierforening | Personvernkommisjonen | NITO | Tekna | Oslo Apotek AS | Drammensbadet KF |
 Universitetssykehuset Nord-Norge HF | Tromsø Næringsforening | Statens pensjonskasse | Ullensvang Ungdomsråd
"""


def split() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """(spelling, line) that were looked at, and those that were held out."""
    halves: tuple[list[tuple[str, str]], list[tuple[str, str]]] = ([], [])
    for entry in SPELLINGS.replace("\n ", " ").strip().splitlines():
        line, names = entry.split(": ", 1)
        for name in (each.strip() for each in names.split("|")):
            halves[sha256(name.encode()).digest()[0] % 2].append((name, line))
    return halves


def seed_hearing() -> Definition:
    """The seed hearing's lines, in one group."""
    names = [" ".join(line.split()) for line in LINES.strip().split(";")]
    members = tuple(Member(name=name, collective=name in COLLECTIVE) for name in names)
    return Definition(
        schema="innspill/consultation/1",
        case_number="22/448",
        title={"nb": "Digital sikkerhet"},
        owner="Direktoratet for e-helse",
        status="closed",
        deadline="2022-10-14",
        one_response_per="organisation",
        bodies=(Group(name="Alle", members=members),),
    )
