"""Words of consultations that belong together: who writes of "kurs" writes of "kompetanse".

Made by hand from the subjects that public hearings are about, in bokmål; `bridged` brings nynorsk
to the same keys. A line is a family; a word may be in several.
"""

from __future__ import annotations

from functools import cache

from innspill.stages.reading.core.answers.bridge import bridged

_FAMILIES = """
kompetanse opplæring utdanning kurs undervisning grunnutdanning videregående studieplass studium læreplan etterutdanning lærling pensum student universitet høgskole skolering holdning kultur bevissthet phishing passord helsefagarbeider undervise utdanne spesialisering læringsmål
planverk øvelse øvingar øve beredskapsplan beredskap scenario fullskala trening bortfall nedetid krise kriseplan reserveløsning papirrutine evaluering
etterlevelse oppfølging tilsyn kontroll avvik revisjon krav tilsynsmetodikk egenkontroll egenrapportering selvrapportering modenhet statsforvalter tilsynsmyndighet
teknologi verdikjede leverandør leverandørkrav sky skytjeneste anskaffelse innkjøp avtale kvante utstyr sbom programvare kontrakt
virksomhet liten små fastlege legekontor legesenter tannlege veiledning veiledningstjeneste mindre frittstående sikkerhetspakke
virkemiddel nasjonal felles norm helsecert cert varsel videreutvikle
utfordring trussel sårbarhet risiko angrep innsider trusselbilde gjeld utdatert utfordringsbilde
mål målbilde indikator ambisjon målbar
tiltak oversikt tabell ansvarlig nr
initiativ initiativer prosjekt program pågående omtale
parkering bil p-plass garasje bildeling elbil sykkelparkering parkeringskjeller
lek uteareal lekeplass lekeareal takterrasse sandkasse
overvann flom nedbør klimapåslag skred fordrøyning bekk stormflo springflo kvikkleire
sjø strand strandsone naust brygge kyst kyststi ålegras badeplass svaberg fjæra
hytte fritidsbolig villrein fjell hyttefelt løype beite vinter bom
jordvern jord matjord dyrka landbruk bonde gård dekar omdisponering skole omsorgsbolig åker eng melk
sykkelvei gangvei trafikk fortau gående syklist kjørebane riksvei rv skolevei kryss undergang avkjørsel
kulturmiljø kulturminne verneverdig bevaring fredning antikvarisk bygningsvern trehus riksantikvar
naturmiljø naturmangfold art fugl biotop myr økologisk vern
støy lyd desibel nattestøy larm
næring datasenter kai havn båthavn småbåt landstrøm kraft industri arbeidsplass kjølevann spillvarme overskuddsvarme båtplass
rekkefølgekrav utbyggingsavtale brukstillatelse igangsettingstillatelse vannledning kapasitet avløp
utnyttingsgrad bya bra tomt utnytting
bolig blokk etasje høyde leilighet utbygger møteplass løkke lund bro
gebyr bot sanksjon straff overtredelse tvangsmulkt
mobiltelefon telefon mobil smartklokke skoletid inndragning forbud friminutt
skjerm skjermbruk nettbrett barnehage småbarn
læremiddel app godkjenning lærebok lisens skoleeier pc
ikrafttredelse tidspunkt overgang iverksetting overgangsordning trinnvis
økonomi kostnad penger finansiering budsjett midler tilskudd merutgift bevilgning øremerket årsverk administrativ konsekvens
personvern samtykke personopplysning databehandler registrert gdpr sporing
bakgrunn utredning kunnskapsgrunnlag forskning statistikk
gjeldende rett hjemmel lovverk forarbeid presisering
barnekonvensjon medvirkning elev elevråd medbestemmelse
helse pasient sykehus lege sykepleier omsorg
miljø klima utslipp forurensning avfall energi
eierskap ansvar rolle samordning organisering
språk begrep definisjon målform nynorsk samisk
"""


@cache
def families() -> dict[str, tuple[int, ...]]:
    """For each word, by its common key, the numbers of the families that it is in."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(_FAMILIES.strip().splitlines()):
        for word in line.split():
            found.setdefault(bridged(word), []).append(number)
    return {word: tuple(dict.fromkeys(numbers)) for word, numbers in found.items()}
