"""The letters to subscribers: please confirm, and what is new in a hearing. Plain text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from innspill.shared.days import day_in_words
from innspill.stages.consultations.core.definition import Definition, Language, in_language


@dataclass(frozen=True, slots=True)
class LetterText:
    """What a letter says."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """A new response: its number and whom it is from, "" for a private person."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class News:
    """What is new in a hearing. `named` are the first of the new responses."""

    responses: int = 0
    named: tuple[Told, ...] = ()
    deadline: date | None = None
    phase: str = ""
    has_result: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.responses or self.deadline or self.phase or self.has_result)


@dataclass(frozen=True, slots=True)
class Links:
    """Where the links of a letter lead."""

    hearing: str
    subscription: str


def confirm_letter(definition: Definition, language: Language, links: Links) -> LetterText:
    """Asks whoever has the address whether they want to be told; nothing comes before they say so."""
    words, title = _WORDS[language], _title(definition, language)
    return LetterText(
        words["confirm-subject"].format(title=title),
        words["confirm"].format(
            title=title,
            hearing=_in(language, links.hearing),
            link=_in(language, links.subscription),
            owner=definition.owner,
        ),
    )


def news_letter(definition: Definition, language: Language, news: News, links: Links) -> LetterText:
    """Tells what is new, with a link to the hearing and one to leave."""
    words, title = _WORDS[language], _title(definition, language)
    told = "\n".join(_told(news, words, language, links))
    text = words["news"].format(
        title=title, told=told, hearing=_in(language, links.hearing),
        link=_in(language, links.subscription), owner=definition.owner,
    )  # fmt: skip
    return LetterText(words["news-subject"].format(title=title), text)


def _told(news: News, words: Mapping[str, str], language: Language, links: Links) -> Iterator[str]:
    if news.deadline is not None:
        yield words["deadline"].format(day=day_in_words(news.deadline, language))
    if news.phase in _PHASES[language]:
        yield _PHASES[language][news.phase]
    if news.has_result:
        yield words["result"].format(link=_in(language, f"{links.hearing}resultat/"))
    if news.responses:
        one = news.responses == 1
        yield words["response" if one else "responses"].format(many=news.responses)
        for each in news.named:
            name = _one_line(each.name) or words["private"]
            yield f"- {name}: {_in(language, f'{links.hearing}svar/{each.number}/')}"
        if news.responses > len(news.named):
            yield words["more"].format(link=_in(language, links.hearing))


def _in(language: Language, address: str) -> str:
    """The page in the language of the letter, whatever the reader's browser prefers."""
    return f"{address}?lang={language}"


def _title(definition: Definition, language: Language) -> str:
    return _one_line(in_language(definition.title, language))


def _one_line(text: str) -> str:
    return " ".join(text.split())


_PHASES: Mapping[Language, Mapping[str, str]] = {
    "nb": {
        "open": "Høringen er åpen for svar.",
        "closed": "Fristen for å svare er ute.",
        "assessment": "Svarene er under behandling.",
        "finished": "Høringen er ferdig behandlet.",
    },
    "nn": {
        "open": "Høyringa er open for svar.",
        "closed": "Fristen for å svare er ute.",
        "assessment": "Svara er under behandling.",
        "finished": "Høyringa er ferdig behandla.",
    },
    "en": {
        "open": "The consultation is open for responses.",
        "closed": "The deadline for responses has passed.",
        "assessment": "The responses are being assessed.",
        "finished": "The consultation is completed.",
    },
}
_WORDS: Mapping[Language, Mapping[str, str]] = {
    "nb": {
        "confirm-subject": "Bekreft at du vil ha e-post om: {title}",
        "confirm": (
            "Noen har bedt om at denne adressen får e-post når noe skjer i denne høringen:\n\n"
            "{title}\n{hearing}\n\n"
            "Var det deg? Åpne lenken, og bekreft:\n\n{link}\n\n"
            "Var det ikke deg, trenger du ikke gjøre noe. Du får ikke flere e-poster, og adressen "
            "slettes etter sju dager.\n\nHilsen {owner}\n"
        ),
        "news-subject": "Nytt i høringen: {title}",
        "news": (
            "{title}\n\n{told}\n\nHøringen: {hearing}\n\n"
            "Vil du ikke ha flere e-poster om denne høringen? Slutt her:\n{link}\n\nHilsen {owner}\n"
        ),
        "deadline": "Fristen er flyttet til {day}.",
        "result": "Resultatet av høringen er publisert: {link}",
        "response": "Ett nytt svar er publisert:",
        "responses": "{many} nye svar er publisert:",
        "more": "Du finner resten her: {link}",
        "private": "Privatperson",
    },
    "nn": {
        "confirm-subject": "Stadfest at du vil ha e-post om: {title}",
        "confirm": (
            "Nokon har bede om at denne adressa får e-post når noko skjer i denne høyringa:\n\n"
            "{title}\n{hearing}\n\n"
            "Var det deg? Opne lenkja, og stadfest:\n\n{link}\n\n"
            "Var det ikkje deg, treng du ikkje gjere noko. Du får ikkje fleire e-postar, og adressa "
            "blir sletta etter sju dagar.\n\nHelsing {owner}\n"
        ),
        "news-subject": "Nytt i høyringa: {title}",
        "news": (
            "{title}\n\n{told}\n\nHøyringa: {hearing}\n\n"
            "Vil du ikkje ha fleire e-postar om denne høyringa? Slutt her:\n{link}\n\nHelsing {owner}\n"
        ),
        "deadline": "Fristen er flytta til {day}.",
        "result": "Resultatet av høyringa er publisert: {link}",
        "response": "Eitt nytt svar er publisert:",
        "responses": "{many} nye svar er publiserte:",
        "more": "Du finn resten her: {link}",
        "private": "Privatperson",
    },
    "en": {
        "confirm-subject": "Please confirm that you want mail about: {title}",
        "confirm": (
            "Somebody has asked that this address be told by e-mail of what happens in this "
            "consultation:\n\n{title}\n{hearing}\n\n"
            "Was it you? Open the link and confirm:\n\n{link}\n\n"
            "If it was not you, there is nothing to do. You get no more mails, and the address is "
            "deleted after seven days.\n\nRegards, {owner}\n"
        ),
        "news-subject": "News in the consultation: {title}",
        "news": (
            "{title}\n\n{told}\n\nThe consultation: {hearing}\n\n"
            "No more mails about this consultation? Leave here:\n{link}\n\nRegards, {owner}\n"
        ),
        "deadline": "The deadline is moved to {day}.",
        "result": "The result of the consultation is published: {link}",
        "response": "One new response is published:",
        "responses": "{many} new responses are published:",
        "more": "You find the others here: {link}",
        "private": "Private person",
    },
}
