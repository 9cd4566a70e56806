"""What each pattern of `kind_words` finds in a sentence, in three languages, and what it passes by."""

from __future__ import annotations

import re

import pytest

from innspill.stages.register.core import kind_words as words

SAID = {
    "EXTENSION": """
Vi ber om å få utsatt frist|Me søkjer om utsetjing|Vi håper på noe lengre frist|Vi anmoder om fristforlengelse
Eg vonar på forlenging|We request an extension|We ask for more time|We apply for an extension
Kan vi få sende svar etter fristen?|Får me levere seinare|Could we submit our answer later|Vi trenger mer tid
Me treng to veker|We need two more weeks|Vi håper å få sende inn vårt svar etter møtet
- Vi ber om utlevering av kart|Vi ønsker en frist|Vi trenger penger""",
    "WILL_COME": """
Svaret vil bli ettersendt|Fråsegna vert oversend|Uttalelsen fra Granmo vil da bli sendt så snart vi kan
Vedtaket oversendes når det foreligger|Høringssvar fra oss kommer senere|Fråsegn kjem deretter
Svaret følger i løpet av uka|Vi kommer tilbake med vårt svar|Me kjem attende til saka med innspel
Vi planlegger å avgi uttalelse innen fristen|Me tek sikte på å levere svar etter møtet|Vi ettersender vårt svar
Vi sender uttalelse innen mai|Uttalelsen vil foreligge i mai|Fråsegna vil ligge føre
Our response will be submitted|Comments will follow|We will respond by May
- Svaret sendes|Vi sender svar|Svaret kommer""",
    "PROCESS": """
Saken er til behandling|Saka er under handsaming|Det er ferie|Mvh Ola|Dear Sir|Dessverre|Unfortunately|Vi skriver
Kjære alle|- Vannet er godt""",
    "STANCE": """
Vi støtter dette|Me meiner det|Vi går inn for dette|Det er for strengt|Det er for kort|Vi saknar tal|We welcome it
We should|Gamle rør|Det er viktigere|- Vi bor her|Vi bødde""",
    "REQUESTS": """
Departementet bes sende|Vi ber dere se|Vi bed om at|Please send|- Please find attached|Vi ber om tid""",
    "NO_STAND": """
Vi tar ikke stilling|Me tek ikkje standpunkt|We do not take a position|takes no stand|Me avstår difor frå å gje svar
Vi har valgt å ikke ta stilling|Vi avstår fra å mene noe|The court refrains from commenting
- Vi tar stilling|Vi tar ikke lett på dette""",
    "PART_ONLY": """
tar ikke stilling til hvem|tek ikkje standpunkt til kor|no position on chapter 3|tar ikke stilling til punkt 3
- tar ikke stilling til forslaget""",
    "BUT": "men|Likevel|imidlertid|but|however|- og|menn",
    "ADDITION": """
Tilleggsfråsegn|Tillegg til vårt svar|I tillegg til vår tidligere avgitte uttalelse|Vi ettersender vedlegg 3
Vedlegg 2 manglet|Bilaget vart gløymt|Det manglet vedlegg|Jeg glemte å legge ved kartet
Det skulle ha ligget ved|Addendum to our response|Annex 2 was missing|Supplerande merknader
- i tillegg til rensing|Et vedlegg""",
    "EARLIER": """
tidligere svar|førre innspel|Vi viser til høringssvar sendt 4. mars|Syner til fråsegna vår av 4|Vi viser til vårt brev
We sent our response|previously submitted response|- Vi viser til brevet""",
    "ADDS": "Vi vil supplere|føye til|leggje til|to add|et lite tillegg|an addendum|- Vi sender|to address",
    "REPLACES": """
Dette erstatter|erstattast|se bort fra|ser helt bort fra|sjå heilt vekk frå|i staden|revidert utgave|Vi trekker vårt svar|This supersedes
instead of|- Dette er nytt""",
    "PROTOCOL": """
Saksprotokoll|Særutskrift|Melding om politisk vedtak|Det ble enstemmig vedtatt|Samrøystes vedteke|Vedtak i bystyret
Kommunestyrets vedtak i saken|- En saksprotokoll""",
    "PRELIMINARY": """
Førebels fråsegn|Foreløpig administrativ uttalelse|Interim response|Administrativt høringssvar|Saksfremlegg
Administrasjonens forslag|Forbehold om politisk behandling|Føresetnad av kommunestyret|Rådmannens innstilling
subject to final approval|Endelig vedtak kommer|Fylkesrådmannens forslag til uttalelse|Forslag til vedtak
- Endelig svar|Vi tar forbehold""",
    "DECIDED": "vedtok|Vedteke|fattet|adopted|gjorde|- vedta",
    "UNDECIDED": "ikke politisk behandlet|ikkje vore handsama politisk|- ikke behandlet",
    "NEGATION": "ikke|ikkje|aldri|uten|utan|not|never|without|- nå",
    "NOT_YET": "skal|dersom|when|vert|- har",
    "IN_COUNCIL": """
kommunestyret|bystyret|formannskapet|Fylkestinget|fylkesutvalet|Hovedutvalget|hovudutvalet|byrådet|fylkesrådet
herredsstyret|heradsstyret|bydelsutvalget|Utvalg for teknikk|utvalet for miljø|county council|- styret""",
    "ABOUT_THIS": """
høringen|høyringa|uttalelse|fråsegn|svaret|slikt|følgende|følgjande|vedtaket|innstilling|response|consultation
saken|saka|- sakene""",
}  # fmt: skip
"""What each finds; after "- ", what it does not."""


def cases() -> list[tuple[str, str, bool]]:
    found = []
    for name, written in SAID.items():
        there, _, not_there = written.replace("\n-", "|-").replace("\n", "|").partition("|- ")
        found += [(name, said, True) for said in there.split("|") if said]
        found += [(name, said, False) for said in not_there.split("|") if said]
    return found


@pytest.mark.parametrize(("name", "said", "is_it"), cases())
def test_a_pattern_finds_what_it_is_for(name: str, said: str, is_it: bool) -> None:
    for written in (said, said.upper(), f"{said}."):
        assert (getattr(words, name).search(written) is not None) is is_it


def test_every_pattern_has_what_it_finds_and_what_it_does_not() -> None:
    patterns = {name for name, each in vars(words).items() if isinstance(each, re.Pattern)}
    assert patterns == SAID.keys()
    for name in SAID:
        assert {is_it for of, _, is_it in cases() if of == name} == {True, False}, name
