"""Words to make forms of: questions in both written norms, choices, and what people answer."""

from __future__ import annotations

TOPICS = (
    ("brøyting av gangveier", "brøyting av gangvegar"),
    ("skoleskyss i distriktene", "skuleskyss i distrikta"),
    ("digital sikkerhet i vannverkene", "digital tryggleik i vassverka"),
    ("lokale ferjeruter", "lokale ferjeruter"),
    ("åpningstider på bibliotekene", "opningstider på biblioteka"),
    ("rensing av avløpsvann", "reinsing av avløpsvatn"),
    ("støtte til frivillige lag", "støtte til frivillige lag"),
    ("opplæring av vikarer", "opplæring av vikarar"),
    ("varsling ved flom", "varsling ved flaum"),
    ("vern av strandsonen", "vern av strandsona"),
    ("felles innkjøp av utstyr", "felles innkjøp av utstyr"),
    ("barnehager i små kommuner", "barnehagar i små kommunar"),
    ("utleie av idrettshaller", "utleige av idrettshallar"),
    ("parkering ved stasjonene", "parkering ved stasjonane"),
    ("mottak av hageavfall", "mottak av hageavfall"),
    ("kartlegging av skredfare", "kartlegging av skredfare"),
)
ASKED = (
    ("Er beskrivelsen av {a} (kapittel {n}) dekkende for situasjonen slik dere kjenner den? Utdyp gjerne.",
     "Er skildringa av {a} (kapittel {n}) dekkjande for situasjonen slik de kjenner han? Utdjup gjerne."),
    ("Mangler det noe i oversikten over {a} (vedlegg {l}), eller er noe feil gjengitt?",
     "Manglar det noko i oversikta over {a} (vedlegg {l}), eller er noko gjengitt feil?"),
    ("Er tiltakene for {a} realistiske å gjennomføre innen fristen?",
     "Er tiltaka for {a} realistiske å gjennomføre innan fristen?"),
    ("Støtter dere forslaget om {a}, slik det er omtalt i punkt {n}?",
     "Støttar de forslaget om {a}, slik det er omtalt i punkt {n}?"),
    ("Bør kommunene få ansvaret for {a} fra neste år?",
     "Bør kommunane få ansvaret for {a} frå neste år?"),
    ("Hvor enig er dere i at {a} skal prioriteres høyere enn i dag?",
     "Kor einige er de i at {a} skal prioriterast høgare enn i dag?"),
)  # fmt: skip
OPEN = (
    ("Tilbakemelding på innsatsområde {n}: {A}", "Tilbakemelding på innsatsområde {n}: {A}"),
    ("Hvordan bør {a} finansieres i årene framover?", "Korleis bør {a} finansierast i åra framover?"),
    ("Hvilke konsekvenser får forslagene om {a} for dere?",
     "Kva for konsekvensar får forslaga om {a} for dykk?"),
    ("Andre innspill om {a} og tilgrensende tema", "Andre innspel om {a} og tilgrensande tema"),
)  # fmt: skip
CHOICES: tuple[tuple[tuple[str, str, str], ...], ...] = (
    (("yes", "Ja", "Ja"), ("no", "Nei", "Nei"),
     ("none", "Har ingen kommentar", "Har ingen kommentar")),
    (("yes", "Ja", "Ja"), ("partly", "Ja, delvis", "Ja, delvis"), ("no", "Nei", "Nei"),
     ("unknown", "Vet ikke", "Veit ikkje")),
    (("c1", "Helt uenig", "Heilt ueinig"), ("c2", "Litt uenig", "Litt ueinig"),
     ("c3", "Verken enig eller uenig", "Verken einig eller ueinig"),
     ("c4", "Litt enig", "Litt einig"), ("c5", "Helt enig", "Heilt einig")),
    (("s1", "1 (i svært liten grad)", "1 (i svært liten grad)"), ("s2", "2", "2"), ("s3", "3", "3"),
     ("s4", "4", "4"), ("s5", "5 (i svært stor grad)", "5 (i svært stor grad)")),
    (("for", "Vi støtter forslaget slik det er", "Vi støttar forslaget slik det er"),
     ("changes", "Vi støtter forslaget med endringer", "Vi støttar forslaget med endringar"),
     ("against", "Vi støtter ikke forslaget", "Vi støttar ikkje forslaget")),
)  # fmt: skip
HEAD = (
    "Svarskjema: Gode lokale tjenester",
    "Kryss av for hvert spørsmål og skriv det dere vil legge til. Fristen er 12. mars 2026.",
    "Direktoratet for lokale tjenester ber om svar på spørsmålene under.",
)
HEAD_EDITED = (
    "Svarskjema: Gode lokale tjenester",
    "Kryss av for hvert spørsmål og skriv det dere vil legge til. Fristen er 19. april 2026.",
    "Direktoratet for lokale tenester ber om svar på spørsmåla under.",
)
TAIL = ("Med vennlig hilsen", "Kari Aas", "kommunedirektør")
SAID = (
    "Kommunen har for få folk til å følge dette opp alene.",
    "Vi mener at {a} må sees i sammenheng med budsjettet.",
    "Dette gjelder særlig de minste stedene langs kysten.",
    "Ordningen bør evalueres etter tre år.",
    "Tallene på side 14 stemmer ikke med våre egne.",
    "Det er positivt at {a} er tatt med.",
    "Vi viser også til vårt svar på spørsmål 2.",
    "Forslaget koster oss rundt 2,5 millioner kroner i året.",
    "Samarbeidet med nabokommunene fungerer godt i dag.",
    "Kapittel 3 er uklart på dette punktet.",
    "Innbyggerne etterspør tydeligere informasjon.",
    "Fristen i utkastet er for kort, etter vårt syn.",
    "Her trengs statlige midler, f.eks. gjennom en tilskuddsordning.",
    "Erfaringene fra 2019 tilsier noe annet.",
)
ABBREVIATED = {
    "kommunene": "komm.", "innsatsområde": "innsatsomr.", "beskrivelsen": "beskr.",
    "forslaget": "forsl.", "(kapittel": "(kap.", "tiltakene": "tilt.", "tilgrensende": "tilgr.",
    "prioriteres": "prior.", "konsekvenser": "kons.",
}  # fmt: skip
SWAPS = {
    "dekkende": "god nok", "noe": "noe viktig", "realistiske": "mulige", "forslaget": "forslagene",
    "situasjonen": "hverdagen", "ansvaret": "hovedansvaret", "årene": "åra", "konsekvenser": "følger",
    "finansieres": "betales", "fristen": "tidsfristen", "oversikten": "listen", "dere": "kommunen",
}  # fmt: skip
