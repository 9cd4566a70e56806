"""The words of the package for internal hearings, in the three languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PackageWords:
    """Names of the package's files, and what it says of itself."""

    readme: str
    questions: str
    form: str
    papers: str
    title: str
    told: str
    how: str
    contents: str
    of_questions: str
    of_form: str
    of_papers: str
    from_paper: str
    own_words: str
    internal: str


_NB = PackageWords(
    readme="LES-MEG.txt",
    questions="sporsmal",
    form="horingssvarskjema",
    papers="horingsdokumenter",
    title="Spørsmålene i høringen",
    told="Pakken er laget for deg som skal hente inn innspill fra flere hos dere før dere svarer.",
    how="Send spørsmålene til dem som skal bidra, samle det de skriver, og svar på en av disse "
    "måtene: på nettsiden, eller med skjemaet som ligger her. Bare ett svar sendes inn.",
    contents="Dette ligger i pakken",
    of_questions="spørsmålene, med det høringsdokumentet sier om hvert av dem",
    of_form="skjemaet som sendes inn, for Word og som ren tekst",
    of_papers="høringsdokumentene",
    from_paper="Fra høringsdokumentet",
    own_words="Innspill",
    internal="Arket er til bruk internt. Send inn skjemaet, ikke dette arket.",
)
_NN = PackageWords(
    readme="LES-MEG.txt",
    questions="sporsmal",
    form="hoyringssvarskjema",
    papers="hoyringsdokument",
    title="Spørsmåla i høyringa",
    told="Pakken er laga for deg som skal hente inn innspel frå fleire hos dykk før de svarer.",
    how="Send spørsmåla til dei som skal bidra, samle det dei skriv, og svar på ein av desse "
    "måtane: på nettsida, eller med skjemaet som ligg her. Berre eitt svar blir sendt inn.",
    contents="Dette ligg i pakken",
    of_questions="spørsmåla, med det høyringsdokumentet seier om kvart av dei",
    of_form="skjemaet som blir sendt inn, for Word og som rein tekst",
    of_papers="høyringsdokumenta",
    from_paper="Frå høyringsdokumentet",
    own_words="Innspel",
    internal="Arket er til bruk internt. Send inn skjemaet, ikkje dette arket.",
)
_EN = PackageWords(
    readme="README.txt",
    questions="questions",
    form="response-form",
    papers="consultation-papers",
    title="The questions of the consultation",
    told="This package is for you who gather input from several people before you answer.",
    how="Send the questions to those who are to contribute, gather what they write, and answer in "
    "one of two ways: on the web page, or with the form in this package. Send one response only.",
    contents="In this package",
    of_questions="the questions, with what the consultation paper says about each of them",
    of_form="the form to send in, for Word and as plain text",
    of_papers="the consultation papers",
    from_paper="From the consultation paper",
    own_words="Input",
    internal="This sheet is for internal use. Send in the form, not this sheet.",
)


def package_words_in(language: str) -> PackageWords:
    """The words in `language`, or in bokmål where there are none."""
    return {"nb": _NB, "nn": _NN, "en": _EN}.get(language, _NB)
