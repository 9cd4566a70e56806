"""Verbs as commands, in bokmål and nynorsk: what a clause may begin with that tells somebody to act."""

from __future__ import annotations

_COMMANDS = """
ansett auk avgrens avklar avlys avsett avslutt avvikle avvis begrens begrunn begynn begynne
behald behold belys beskriv beskytt bestem betal bevar bevilg bevilge bind bruk bygd bygg byrje
byt bytt definer dekk del drop dropp drøft effektiviser endre erstatt etabler evaluer fastset
fastsett fest fiks finansier finn fjern flytt forbedre forbetre forby fordel forenkl forenkle
forklar forkort forleng forlenge forplikt forsterk fortell fortett fortset fortsett fyll få
følg føy gi gje gjeninnfør gjennomfør gjenopprett gjenåpne gjer gjør grav grunngi hald hent hev
hindre hjelp hogg hold hugs husk hør høyr informer inkluder innfør innhent invester inviter
involver juster kall kartlegg kast kjøp kjør klargjør koble kom kopier kople krev kutt køyr la
lag lat legg lei les let lever lovfest lukk lytt lån lær løft lønn løs løys løyv merk mjuk mål
møt ned nekt nemn nevn nytt offentleggjer offentliggjør omtal opne oppdater oppgi opphev
oppheve opplys opprett oppretthald oppretthold ordna ordne pass planlegg plant plasser presiser
prioriter prøv prøve pålegg påse raus reduser registrer regn reguler reis rekn respekter rett
ring riv rydd rydde rygg samarbeid samle samordn sats sei sel selg send senk set sett si sikr
sikre skaff skap skil skill skjerm skjerp skriv skrot skyv slepp slett slipp slutt slå snakk
snekre snu spander spar spesifiser spre spreng spør stans start stav steng still stol stopp
stram stryk stryke styrk styrke støtt suppler svar syt søk sørg ta tak tegn teikn tenk test
tett tilbakefør tilby tildel tillat tilpass tilrettelegg tilset tilsett trekk tydeleggjer
tydeliggjør undersøk undersøke unngå unnta utarbeid utelat utform utgrei utgreie utlys utnytt
utred utset utsett utvid vedta vel velg vent ver vern verna vis vurder vær åpne øk øremerk
"""
COMMANDS = frozenset(_COMMANDS.split())
