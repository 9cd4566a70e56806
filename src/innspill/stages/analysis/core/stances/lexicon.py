"""Words that colour a sentence, by the tone that they give it.

Patterns are words as `words_of` gives them (lower case, nynorsk spelt as bokmål where that is a
matter of spelling), parted by commas. `*` ends the beginning of a word, `_` is any one word or
none, `0` a number.
"""

from __future__ import annotations

PRAISE = """
glad for, glad over, glad* at, er glade, med glede, gleder oss, gledelig*, tilfreds*, fornøyd*, nøgd*, bra, veldig bra, godt,
god, gode, godt grep, utmerket, utmerka, kjempebra, kjempefin*, flott, flotte, fint, fine, fin, supert, strålende, topp, kult, halleluja, kjekt, endelig,
på tide, på høg tid, på høy tid, på overtid, velkommen, velkomne, velkomment, roser, rose, ros, berømme*, honnør, skryt, treffer,
treffende, midt i blinken, gull, det beste, beste som, beste i, viktigste, riktig grep, rett grep, riktig retning, rett retning,
rett vei, riktig vei, klokt, kloke, klok, fremskritt, framskritt, framsteg, steg fram, nyttig*, verdifull*, helt nødvendig, er nødvendig, lovende, greit,
grei, greie, ok, kjør på, sett i gang, set i gang, gå i gang, bygg den, bygg der, bygg høyt, heier, heie, heiar, hyller, applauder*, er for, er vi for, er jeg for, vi for,
ja takk, gjerne, enig, enige, einig, samd, deler, delar, støtt*, stør, stødd*, slutter oss til, slutter seg til, sluttar seg til, sluttar oss til, stiller seg bak,
stiller oss bak, stille seg bak, tilslutning, tilslutnad, anerkjenner, kan leve med, leve med, stemmer godt, stemmer med, dekkende, dekkjande, gjenkjennelig,
kjenner oss igjen, kjenner oss att, passende, rimelig, rimeleg, hensiktsmessig*, føremålstenl*, fornuftig*, aksepterer, aksepterar, godtar, godtek, på lag med, på linje med, på line med, trenger den, trengs, trengst,
gjennomarbeid*, gjennomtenkt, ryddig, ryddige, oversiktlig, presist, presise, lettlest, leselig*, velskrevet, ærlig, prisverdig, positiv, positive, positivt, gode erfaringer, stor effekt, størst effekt,
står som den står, slik det står, går bra, gir effekt, løsningen, beste, imøteser, ønsker velkommen, hilser velkommen, hilser, et gode, skryter, sårt tiltrengt, etterlengtet, etterlyst, styrke, styrker, styrkje*, bedre enn, en styrke,
et viktig, viktig at, viktig tiltak, viktig og, svært viktig, avgjørende, i tråd med, treng, vi vil ha, jeg vil ha, ønsker denne, anbefaler at forslaget, bør vedtas, kan stå, kan bli, takk for, betryggende, modig, modige, tydelig og
"""
REJECT = """
innsigelse, innsigelser, fremmer innsigelse, går imot, går vi imot, gå imot, går _ imot, er imot, sterkt imot, helt imot, på det sterkeste, fraråd*, frarår, advarer mot, advarer sterkt, åtvare, åtvarar, åtvarer,
kan ikke tilrå*, kan ikke anbefale*, kan ikke akseptere*, kan ikke støtte*, kan ikke forsvare*, kan ikke leve med, ikke leve med, kan ikke gå med, ikke vil anbefale*, vil ikke anbefale*, vil vi ikke anbefale*, godtar ikke, godtek ikke, aksepterer ikke, støtter ikke, støttar ikke, stør ikke,
ønsker ikke, ønskjer ikke, vil ikke ha, vi vil ikke, jeg vil ikke, deler ikke, delar ikke, nei til, sier nei, seie nei, si nei, nei takk, klart nei, tas ut, ta ut, ta det ut, ta den ut, takast ut, teken ut, ut av planen, ut av forslaget, ut av loven, utgå, strykes, stryk, strykast, strykes helt, fjernes, fjern, fjernast,
droppes, dropp, droppe, droppast, skrotes, skrot, skrinlegg*, forkast*, avvis*, uaktuelt, vekk, bort med, tull, tøys, humbug, vås, vanvidd, galskap, latterlig, meningsløs*, meiningslaus*, i bosset, søpla, feilgrep, overgrep, feil medisin, feil vei å gå, ikke opp til, hører ikke til, høyrer ikke til, la det være, la den være,
behold, trengs ikke, trengst ikke, trenger ikke, treng ikke, trenger vi ikke, finnes allerede, finst alt, finst allereie, finnes fra før, lei av, skeptisk*, motsetter, motset, protesterer, protesterar, uakseptabel*, uforsvarlig*, ikke behov for, ikke nødvendig, unødvendig, unødvendige, overflødig*,
bør ikke innføres, bør ikke vedtas, bør ikke gjennomføres, bør ikke lovfestes, bør ikke innførast, bør ikke vedtakast, bør trekkes, trekk forslaget, trekke forslaget, ikke vedtas, prinsipalt, ingen saklig, går for langt, for langt, stans, skal bestå, står fast ved, bevares som, forbudet bør ikke
"""
NO_FAULT = """
ingen innvend*, ikke _ innvend*, ikke imot, ikke mot, ikke _ imot, ikke noe imot, intet imot, intet å bemerke, ingen problemer med, ingenting å si på,
ikke noe å utsette, ingenting å utsette, gjør ikke noe, ikke uenig*, ikke usamd*, ikke innsigelse, ingen innsigelse*, har ikke innsigelse, ikke urimelig, ikke nei til, ikke redd*,
ingen motforestill*, ikke innvending*, uten innvend*, ingen merknad til at, ikke motforest*, ingen vesentlige innvend*, fritar
"""
OPPOSE = """
gikk imot, går mot, er mot, imot, kan ikke slutte, ikke tilrå*, aksepterar ikke, støtta ikke, vil ikke, er nei, tas helt ut, tatt ut, tek ut, utgår,
går ut, gå ut, helt feil, galt, gale, direkte galt, feil vei, feil retning, feil løsning, feil verktøy, feilslått, overkjør*, tullete, idiot*, bosset,
søppel, skandale, hårreisende, hårreisande, fra før, allerede har, lunkne, lunken, uenig, uenige, advarer, advare, advarar, protest*, motsett*,
motset*, ødelegg*, øydelegg*, nok hytter, unødvendig*, bør ikke, skal ikke, må ikke, burde ikke, bør _ ikke, skal _ ikke, trekkes, trekkes tilbake,
hører ikke, høyrer ikke, ikke bort, beholde, beholdes, oppretthold*, la stå, få den ikke, ikke hjemme, hører hjemme, stå i fred, i fred, mister vi,
mister, uansvarlig, uakseptabelt, uforsvarlig, uforståelig, uforståeleg, uholdbar*, utilrådelig, helt unødvendig, overivrig, formynder*, umyndiggjør*,
mistillit, mistenkeliggjør*, grovt, inngrep i, krenk*, i strid med, strider mot, bryter med, lovstridig, grunnlovsstridig, ulovlig, usaklig,
ikke saklig, tyngre enn, verre, verst, skadelig, skadeleg, skader, skade, undergrav*, svekker, svekke, motvirk*, virker mot, virkar mot, nytter ikke,
hjelper ikke, fører ikke, ikke riktig bruk, sløsing, bortkastet, bortkasta, pengebruk, symbolpolitikk, byråkrati, detaljstyring, overstyring,
klart imot, ønsker å beholde, holde fast ved, gjeldende rett er tilstrekkelig, dagens regler, er nok, er tilstrekkelig, tilstrekkelig i dag, klager,
klage på, bestrides, bestrid*, avslå*, stopp, stoppes, stanses, utsettes, utsett, legges bort, legg bort, kast
"""
FAULT = """
mangler, mangel*, savner, savne*, sakn*, bekymr*, uro*, uklar*, upresis*, urealist*, utilstrekkel*, for lite, for lav*, for få, for svak*, for snever*, for vag*, for generel*, for streng*, for høy*, for høg*, for kort*, for sent, for seint, for stor*, for mye, for mange,
altfor, alt for, ikke nevnt, ikke omtalt, ikke beskrevet, ikke skildra, ikke vurdert, ikke utredet, ikke drøftet, ikke tatt med, ikke med, ikke nok, ikke godt nok, ikke tilstrekkelig, ikke realistisk*, ikke dekkende, ikke riktig, ikke rett, knapt, glemt, glemte, gløymd*, uteglemt, oversett, problematisk, problem, uheldig, urimelig, urimeleg, undrer, undrer oss, undres, undrande, merkelig,
merkeleg, rart, underlig, synd, dessverre, skuffe*, vanskelig*, krevende, krevjande, kostbart, kostar, dyrt, tvil, tviler, tvilar, usikker*, risiko, risikerer, frykter, fryktar, redd for, redde for, faren for, fare for, stiller spørsmål, stiller oss spørrende, uferdig, ufullstendig*, svakhet*, svak, svake, dårlig*, dårleg*, kritikk, kritisk*, uro, utydelig, tvetydig, skjønnsmessig, misvisende, feil, utdatert, foreldet, udokumentert,
følger ikke, ikke en krone, ingen penger, hvem betaler, hvem skal betale, hvem, hvorfor, hvordan, overser, undervurder*, overvurder*, ensidig, naiv*, tynn, tynt, mangelfull*, inkonsekvent, selvmotsig*, forskjellsbeh*, urettferdig*, rammer, utenfor, utenforskap, belast*, byrde, merarbeid, underfinansi*, ufinansi*, underkompens*
"""
ASK = """
bør, må, burde, ber om, ber kommunen, ber departementet, ber vi, ber derfor, vi ber, krever, kreves, krav om, foreslår, foreslås, ønsker at, ønsker en, ønsker et, ønskes, oppfordrer, anbefaler, anbefales, råder, tilrår, tilrår at, forvent*, trenger, trengs, etterlys*, etterspør, ønskelig, ønskeleg, skulle gjerne, gjerne sett, vil være en fordel, hadde vært en fordel, kunne med fordel,
med fordel, presiser*, klargjør*, avklar*, tydeliggjør*, utred*, inntas, tas inn, inn i, ta inn, endres, justeres, omformuler*, tilføy*, føy til, legg til, legges inn, suppler*, få inn, kom med, lag en, lag et, sørg for, husk, gi oss, hva med, kan ikke, kunne ikke, er det mulig
"""
CONDITION = """
men, forutsatt, forutsetning, forutsetter, under forutsetning, vilkår, betinget, dersom, hvis, så lenge, så framt, såfremt, forbehold, forbeholdt, unntak, med mindre, imidlertid, likevel, derimot, samtidig, dog, unntatt, bortsett fra, men bare, subsidiært, prinsipalt, en forutsetning, først når, først må, før det
"""
NO_STAND = """
ikke stilling, ikke _ stilling, ikke standpunkt, ikke tatt stilling, ingen formening*, ikke noen formening, ingen mening, ikke _ mening om, ikke greie på, ikke peiling, ikke vår sak, ikke vårt bord, ikke vårt område, sin sak, ingen synspunkt*, ikke synspunkt*,
avgir ikke, delte meninger, delte synspunkter, er delt, delt på midten, ikke fagkunnskap, ikke kompetanse til, ikke forutsetninger for, ikke kapasitet til, vet ikke hva, vet jeg ikke, avstår, avstår fra, overlater til, overlater det til, overlater vurderingen, uttaler oss ikke, uttaler seg ikke, ikke grunnlag for å, ikke grunnlag for å mene, har ikke vurdert, ikke gått inn i, ikke felles standpunkt,
ikke noe felles, ikke enes, ikke blitt enige, ikke noe forhold til, går ikke inn på, utenfor vårt, utenfor vår, utenfor _ ansvarsområde, ikke noe syn på, uten å ta stilling, verken for eller mot, har ikke behandlet, sak for andre
"""
INFORM = """
viser til, gjør oppmerksom, gjer merksam, minner om, kan nevnes, vil nevne, nevner at, opplyser, bekrefter, orienter*, til orientering, til informasjon, gjeldende versjon, gjeldende er, så vidt vi vet, ansvarlig, ansvarleg, relevant for, beskrivelse, skildring, tiltak 0, stiller gjerne, bidrar gjerne, gjerne bidra, kan gjerne, bistå, ber om et møte, ber om møte, gjerne møte, stille til, følge saken,
til slutt, forresten, for øvrig, vi nevner, vi presiserer, presiserer at, det er riktig at, har erfaring, god erfaring, erfaring med, hos oss, i vår, vi har, vi er, ligger, består av, i dag, årlig, siden 0, pr 0, uttalelse fra, uttalelsen fra, høringsuttalelsen fra, høringssvaret fra, innspill til, merknader om, svaret fra, brevet fra, innspillet fra
"""
GROUPS = {
    "praise": PRAISE, "no-fault": NO_FAULT, "reject": REJECT, "oppose": OPPOSE, "fault": FAULT, "ask": ASK,
    "condition": CONDITION, "no-stand": NO_STAND, "inform": INFORM,
}  # fmt: skip
_NEGATIONS = "ikke aldri ingen verken hverken neppe uten intet ingenting knapt lite"
NEGATIONS = frozenset(_NEGATIONS.split())
