"""Nynorsk words and other spellings, by the bokmål lemma under which they are counted.

Made by hand: no stemmer can tell that "framlegg" and "forslag" are the same. Only words that
mean one thing in texts about public matters.
"""

from __future__ import annotations

_TABLE = """
virksomhet verksemd verksemda verksemder verksemdene
kompetanse kompetansen
sikkerhet tryggleik tryggleiken sikkerheit sikkerheita
helsetjeneste helseteneste helsetenesta helsetenester helsetenestene
tjeneste teneste tenesta tenester tenestene
forskrift føresegn
bestemmelse føresegn føresegna føresegner føresegnene
bolig bustad bustaden bustader bustadene
boligområde bustadområde bustadområdet
vei veg vegen vegar vegane
sykkelvei sykkelveg sykkelvegen
gang gangveg
skolevei skuleveg skulevegen
skole skule skulen skular skulane
barnehage barnehagar barnehagane
elev elevar elevane
lærer lærar læraren lærarar lærarane
støy støyen
vann vatn vatnet
vannforsyning vassforsyning vassforsyninga
overvann overvatn overvatnet
avløp avlaup
flom flaum flaumen flaumar
skred ras skreda
byggegrense byggjegrense byggjegrensa byggjegrenser byggegrensa
bygge byggje byggjer bygd
byggeforbud byggjeforbod byggjeforbodet
forbud forbod forbodet
tillatelse løyve løyvet
tillate tillèt
søknad søknaden søknader
utbygging utbygginga
hytte hytta hytter hyttene
hytteeier hytteeigar hytteeigarar
eier eigar eigaren eigarar eigarane
grunneier grunneigar grunneigaren grunneigarar grunneigarane
innbygger innbyggjar innbyggjaren innbyggjarar innbyggjarane
myndighet styresmakt styresmakta styresmakter styresmaktene myndigheit myndigheiter
ansvar ansvaret
rolle rolla roller rollene
finansiering finansieringa
penge pengar penger pengane pengene
kostnad kostnadar kostnadane kostnader
ressurs ressursar ressursane
økonomi økonomien
leverandør leverandørar leverandørane
anskaffelse innkjøp innkjøpet anskaffing anskaffingar
avtale avtala avtalar avtalane
øvelse øving øvinga øvingar øvingane øvelsar
opplæring opplæringa
utdanning utdanninga
beredskap beredskapen
beredskapsplan beredskapsplanar
krav krava
tilsyn tilsynet
lov lova lovar lovene
lovverk lovverket
rett retten rettar rettane rettigheit rettigheiter rettighet
plikt plikta pliktar
vedtak vedtaket vedtaka
klage klaga klagar
personvern personvernet
pasient pasientar pasientane
bruker brukar brukaren brukarar brukarane
pårørende pårørande
behandling handsaming handsaminga behandlinga
saksbehandling sakshandsaming sakshandsaminga
begrep omgrep omgrepet omgrepa
beskrivelse omtale skildring skildringa beskriving beskrivinga
språk språket
tiltak tiltaket tiltaka
målsetting målsetjing målsetjinga
målsetning målsetjing
samarbeid samarbeidet
samordning samordninga
samfunn samfunnet samfunna
næring næringa næringar
næringsliv næringslivet
arbeidsplass arbeidsplassar arbeidsplassane
landbruk landbruket
jordbruk jordbruket
jordvern jordvernet
matjord matjorda
villrein villreinen
natur naturen
naturmangfold naturmangfald naturmangfaldet
miljø miljøet
klima klimaet
strandsone strandsona
sjø sjøen
båt båten båtar båtane
småbåthavn småbåthamn småbåthamna
havn hamn hamna hamner
brygge bryggje bryggja
parkering parkeringa
parkeringsplass parkeringsplassar
lekeplass leikeplass leikeplassen leikeplassar
lekeareal leikeareal
uteareal utearealet
barn barna borna born
ungdom ungdommen ungdomar
eldre eldste
kulturminne kulturminnet kulturminna
kulturmiljø kulturmiljøet
høyde høgd høgda høgder
etasje etasjar etasjane
utnytting utnyttinga utnyttelse
utnyttingsgrad utnyttelsesgrad
rekkefølgekrav rekkjefølgjekrav rekkjefølgjekrava
rekkefølge rekkjefølgje
medvirkning medverknad medverknaden
innflytelse innverknad
konsekvens konsekvensar konsekvensane
konsekvensutredning konsekvensutgreiing konsekvensutgreiinga
utredning utgreiing utgreiinga utgreiingar
vurdering vurderinga vurderingar
undersøkelse undersøking undersøkinga undersøkingar
erfaring erfaringar
oppfølging oppfølginga
gjennomføring gjennomføringa
forvaltning forvalting forvaltinga
fylkeskommune fylkeskommunen fylkeskommunar
kommune kommunen kommunar kommunane
statsforvalter statsforvaltar statsforvaltaren
departement departementet
direktorat direktoratet
trussel trugsmål trugsmålet trusselen
trusselbilde trugsmålsbilete trusselbilete
risiko risikoen
sårbarhet sårbarheit
hendelse hending hendinga hendingar hendingane hendelsar
sikkerhetshendelse tryggingshending tryggingshendingar
bortfall bortfallet
utstyr utstyret
utfordring utfordringa utfordringar utfordringane
forebygging førebygging førebygginga
forebygge førebyggje førebyggjer
forsvarlig forsvarleg
digital digitale digitalt
nasjonal nasjonale nasjonalt
mangel mangle mangler manglar mangla mangelen manglane
kvalitet kvaliteten
kvinne kvinner kvinnene
arbeidsgiver arbeidsgivar arbeidsgivaren arbeidsgivarar
arbeidstaker arbeidstakar arbeidstakaren arbeidstakarar
kjøpe kjøp
selskap selskapet selskapa
frist fristen fristar
tid tida tiden
skjema skjemaet
informasjon informasjonen opplysing opplysinga
opplysning opplysingar opplysingane
veileder rettleiar rettleiaren rettleiarar
veiledning rettleiing rettleiinga
forhåndsvarsel førehandsvarsel
forsinkelse forseinking forseinkingar
mulighet moglegheit moglegheita moglegheiter høve
nødvendig naudsynt naudsynte nødvendige
offentlig offentleg offentlege offentlige
kommunal kommunale kommunalt
trygg trygge trygt
farlig farleg farlege farlige
"""


def _read() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _TABLE.split("\n"):
        said = line.split()
        for variant in said[1:]:
            found.setdefault(variant, said[0])
    return found


BOKMAL_OF = _read()
