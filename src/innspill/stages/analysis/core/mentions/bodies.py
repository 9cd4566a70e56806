"""Public bodies and large organisations that hearings speak of, by their names and short forms.

"number|name|other names …"; "-" for a number that is not known for sure. A line that begins with "*" has
several bodies, each with one name. Each number passes the check digit of organisation
numbers. Sixteen were looked up in public files of the bodies themselves; the rest are from one public list.
"""

from __future__ import annotations

_BODIES = """
972417777|Statsministerens kontor|SMK
972417807|Finansdepartementet
972417831|Justis- og beredskapsdepartementet|Justisdepartementet
972417920|Utenriksdepartementet
972417823|Forsvarsdepartementet
983887406|Helse- og omsorgsdepartementet|Helsedepartementet|HOD
972417858|Kommunal- og distriktsdepartementet|KDD
872417842|Kunnskapsdepartementet
972417882|Klima- og miljødepartementet|KLD
912660680|Nærings- og fiskeridepartementet
983887457|Arbeids- og inkluderingsdepartementet
972417793|Barne- og familiedepartementet
972417866|Kultur- og likestillingsdepartementet|Kulturdepartementet
972417874|Landbruks- og matdepartementet
972417904|Samferdselsdepartementet
977161630|Energidepartementet|Olje- og energidepartementet
-|Digitaliserings- og forvaltningsdepartementet|DFD
983544622|Helsedirektoratet|Hdir
-|Direktoratet for e-helse|e-helsedirektoratet|Ehelse
983744516|Folkehelseinstituttet|FHI
974761394|Statens helsetilsyn|Helsetilsynet
-|Statens legemiddelverk|Legemiddelverket|SLV
-|Direktoratet for medisinske produkter|DMP
994598759|Norsk helsenett SF|Norsk helsenett|NHN|Norsk Helsenett
974761467|Datatilsynet
974760983|Direktoratet for samfunnssikkerhet og beredskap|Direktoratet for samfunnstryggleik og beredskap|DSB
-|Nasjonal sikkerhetsmyndighet|NSM|Nasjonal tryggingsmyndigheit
991825827|Digitaliseringsdirektoratet|Digdir|DigDir
-|Direktoratet for strålevern og atomsikkerhet|DSA
974446871|Nasjonal kommunikasjonsmyndighet|Nkom|NKOM
971032146|Kommunesektorens organisasjon|KS
-|Politiets sikkerhetstjeneste|Politiets tryggingsteneste|PST
-|Etterretningstjenesten|E-tjenesten
-|Nasjonalt cybersikkerhetssenter|NCSC
*|HelseCERT|KraftCERT|EkomCERT|NorCERT|KommuneCSIRT|Kommune-CSIRT
-|NorSIS|Norsk senter for informasjonssikring
-|Helfo|HELFO
986252932|Direktoratet for forvaltning og økonomistyring|DFØ
970018131|Utdanningsdirektoratet|Udir|UDIR
974788985|Direktoratet for høyere utdanning og kompetanse|HK-dir
-|Norsk organ for kvalitet i utdanningen|NOKUT
971527765|Barneombudet
-|Sivilombudet|Sivilombodet
-|Likestillings- og diskrimineringsombudet|LDO
871033382|Forbrukerrådet
-|Forbrukertilsynet
974760886|Medietilsynet
974760843|Riksrevisjonen
-|Stortinget
-|Regjeringen|Regjeringa
986128433|Barne-, ungdoms- og familiedirektoratet|Bufdir
987879696|Integrerings- og mangfoldsdirektoratet|IMDi
974760746|Utlendingsdirektoratet|UDI
889640782|Arbeids- og velferdsdirektoratet|Nav|NAV
974761211|Arbeidstilsynet
982531950|Politidirektoratet|POD
-|Kripos|KRIPOS
-|Økokrim|ØKOKRIM
-|Politiet
986105174|Forsvaret
-|Heimevernet
-|Sivilforsvaret
-|Forsvarets operative hovedkvarter|FOH
974761076|Skatteetaten
974761343|Tolletaten
971040238|Kartverket|Statens kartverk
974760673|Brønnøysundregistrene
840747972|Finanstilsynet
974761246|Konkurransetilsynet
981105516|Luftfartstilsynet
-|Språkrådet
-|Arkivverket|Riksarkivet
-|Nasjonalbiblioteket
971526920|Statistisk sentralbyrå|SSB
970205039|Norges vassdrags- og energidirektorat|NVE|Noregs vassdrags- og energidirektorat
971032081|Statens vegvesen|SVV|Vegvesenet
-|Vegdirektoratet
916810962|Jernbanedirektoratet
-|Bane NOR
-|Avinor
-|Nye Veier
985399077|Mattilsynet
999601391|Miljødirektoratet
974760819|Riksantikvaren
874783242|Kystverket
971203420|Fiskeridirektoratet
974761262|Sjøfartsdirektoratet
981544315|Landbruksdirektoratet
971278374|Statsbygg
942114184|Husbanken
-|Enova
-|Statnett
-|Statkraft
-|Direktoratet for mineralforvaltning|DMF
-|Direktoratet for byggkvalitet|DiBK
-|Norges geologiske undersøkelse|NGU
971274042|Meteorologisk institutt|Norsk klimaservicesenter
-|Havforskningsinstituttet|Havforskingsinstituttet
-|Norsk institutt for naturforskning|NINA
-|Norsk institutt for bioøkonomi|NIBIO
-|Norsk institutt for vannforskning|NIVA
-|Norsk institutt for by- og regionforskning|NIBR
-|Transportøkonomisk institutt|TØI
-|Forsvarets forskningsinstitutt|FFI
-|SINTEF|Sintef
-|Norges forskningsråd|Forskningsrådet|Forskingsrådet
-|Sametinget|Sámediggi
*|Innovasjon Norge|Innovasjon Noreg|Siva
*|Opplysningsvesenets fond|Ovf|Den norske kirke
974767880|Norges teknisk-naturvitenskapelige universitet|NTNU
-|Universitetet i Oslo|UiO
-|Universitetet i Bergen|UiB
-|Universitetet i Tromsø|UiT
-|Universitetet i Agder|UiA
-|Universitetet i Stavanger|UiS
*|OsloMet|Nord universitet|Universitetet i Sørøst-Norge|USN|NMBU|VID|NTH
*|Helse Sør-Øst|Helse Vest|Helse Nord|Helse Midt-Norge|Helse Sør-Øst RHF|Helse Vest RHF|Helse Nord RHF|Helse Midt-Norge RHF
*|Sykehusinnkjøp|Sykehusinnkjøp HF|Sykehuspartner|Sykehuspartner HF|Sykehuset Innlandet|Sykehuset Innlandet HF
*|Oslo universitetssykehus|OUS|Ahus|UNN|St. Olavs hospital|St. Olav|Haukeland|Ullevål|Rikshospitalet|Sunnaas
-|Den norske legeforening|Legeforeningen|Legeforeininga|Allmennlegeforeningen|Overlegeforeningen
-|Den norske tannlegeforening|Tannlegeforeningen|NTF
-|Norsk sykepleierforbund|Norsk Sykepleierforbund|Sykepleierforbundet|NSF
*|Fagforbundet|Utdanningsforbundet|Delta|Skolenes landsforbund|Lektorlaget|Skolelederforbundet
*|LO|NHO|YS|Unio|Akademikerne|Virke|Spekter|Abelia|Melanor|IKT-Norge|Finans Norge|Tekna|NITO
*|Apotekforeningen|Kreftforeningen|Pasientforeningen|Nasjonalforeningen for folkehelsen
-|Funksjonshemmedes fellesorganisasjon|FFO|SAFO|Norges Handikapforbund|Norsk Folkehjelp|Røde Kors|Redd Barna
*|Naturvernforbundet|Bondelaget|Norges Bondelag|Norsk Bonde- og Småbrukarlag|Turistforeningen|DNT
-|foreldrerådets arbeidsutvalg|FAU
-|Foreldreutvalget for grunnopplæringen|FUG|FUB|Elevorganisasjonen|Private barnehagers landsforbund|PBL
-|Foreningen kommunal informasjonssikkerhet|KiNS|Foreningen KiNS
*|LNK|Landssamanslutninga av nynorskkommunar|Noregs Mållag|NRRL
*|EU|FN|EFTA|ENISA|OECD|WHO|NATO|Nato|UNICEF|Unesco|EU-domstolen|EU-kommisjonen|Nordisk ministerråd|Høyesterett|EMD
*|Arbeiderpartiet|Ap|Senterpartiet|Sp|SV|Sosialistisk Venstreparti|FrP|Frp|Fremskrittspartiet|KrF|Krf|MDG|Miljøpartiet De Grønne|Rødt
*|Statped|Riksadvokaten|Domstoladministrasjonen|Generaladvokaten|Regjeringsadvokaten|Trygderetten|Skattedirektoratet|Kriminalomsorgsdirektoratet|Diskrimineringsnemnda|Norges Bank|Helse Bergen|Helse Førde|Helse Fonna
*|NIFU|NOVA|Nordlandsforskning|NORCE|Fafo|Forskerforbundet|Kunnskapssenter for utdanning|Norsk Lektorlag|Steinerskoleforbundet|Montessori Norge|Kristne Friskolers Forbund|Norske Fag- og Friskolers Landsforbund|ICJ Norge
*|Norsk studentorganisasjon|Press – Redd Barna Ungdom|Barn og unges kommuner|Barnevakten|Voksne for Barn|Stine Sofies Stiftelse|UNICEF Norge|Unicef Norge|Redd Barna|Landsrådet for Norges barne- og ungdomsorganisasjoner|LNU|Ungdom og Fritid
*|Mental Helse|Mental Helse Ungdom|ADHD Norge|Autismeforeningen|Dysleksi Norge|Norsk psykologforening|Norges Blindeforbund|Norges Døveforbund|Unge funksjonshemmede|Frelsesarmeen|Kirkens Bymisjon|Blå Kors|Amnesty International Norge
*|Norsk Industri|NHO Reiseliv|NHO Service og Handel|Hovedorganisasjonen Virke|Finans Norge|Regnskap Norge|Norsk Journalistlag|Norsk Redaktørforening|Den norske Forleggerforening|Forleggerforeningen|Den norske Revisorforening|Huseierne|OBOS|Norges Rederiforbund
*|Sjømat Norge|Norges sjømatråd|Norges Fiskarlag|Noregs Fiskarlag|Norges Kystfiskarlag|Pelagisk Forening|Fiskebåt|Norges Skogeierforbund|Norges Bygdeungdomslag|Bellona|WWF|Greenpeace|Zero|Natur og Ungdom
*|Statens naturoppsyn|SNO|Reguleringsmyndigheten for energi|RME|Statskog|Finnmarkseiendommen|FeFo|Forsvarsbygg|Statens innkrevingssentral|Statens sivilrettsforvaltning|Lånekassen|Namsmannen|Forliksrådet|Folkeregisteret|Vinmonopolet|Entur|Kulturtanken|Norges idrettsforbund|Husleietvistutvalget|HTU|Eldreombudet|Eldreombodet
*|Verdens helseorganisasjon|Verdas helseorganisasjon|ILO|Europarådet|Europol|Frontex|Norad|Statens pensjonskasse|Pensjonstrygden|Norsk pasientskadeerstatning|NPE|Statens undersøkelseskommisjon|Ukom|Pasient- og brukerombudet|Norges institusjon for menneskerettigheter|NIM
*|Landssamanslutninga av norske vindkraftkommunar|Landssammenslutninga av norske vindkraftkommuner|LNVK|Landssamanslutninga av vasskraftkommunar|LVK|Fornybar Norge|Distriktsenergi|Norske Reindriftsamers Landsforbund|NRL|Norsk Sau og Geit|NSG|Norges Jeger- og Fiskerforbund|NJFF|Norsk Friluftsliv|Norges Hytteforbund|Leieboerforeningen|Jussbuss|Gatejuristen|Seniornett|Pensjonistforbundet
*|Airbnb|Booking.com|Facebook|Meta|Finn.no|Multiconsult|Norconsult|Rambøll|Sweco|Asplan Viak|Cowi|COWI|Menon Economics|Oslo Economics|Vista Analyse|Telemarksforsking|Møreforsking|Hydro|Norsk Hydro|Equinor|Rema|Kiwi|Joker
*|Telenor|Telia|Microsoft|Google|Apple|Amazon|Posten|NRK|VG|Coop|Vy|Ruter|Skyss
"""


def bodies() -> list[tuple[str, str, tuple[str, ...]]]:
    """Number, name and all names of each body."""
    found: list[tuple[str, str, tuple[str, ...]]] = []
    for line in _BODIES.strip().splitlines():
        number, *names = line.split("|")
        if number == "*":
            found += [("", name, (name,)) for name in names]
            continue
        found.append(("" if number == "-" else number, names[0], tuple(names)))
    return found
