"""The mails that remind colleagues of comments they were given. Never about what anybody wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from innspill.shared.days import day_in_words
from innspill.stages.consultations.core.definition import Definition, Language, chosen
from innspill.stages.deciding.core.assigned import Occasion


@dataclass(frozen=True, slots=True)
class LetterText:
    """What a letter says."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Reminded:
    """What an assignment is told by: how many are left of how many, the due day, and the unit it is with."""

    left: int
    comments: int
    due: date
    unit: str = ""
    """Another unit, where it is no colleague of this desk: then who gave it away is told."""


def reminder(definition: Definition, occasion: Occasion, said: Reminded, link: str) -> LetterText:
    """Says how many comments are left and when they are due, in the hearing's language."""
    title, language = _title(definition)
    words = _WORDS[language]
    one = said.comments == 1
    facts = {
        "title": title, "left": said.left, "comments": said.comments,
        "due": day_in_words(said.due, language), "link": link, "unit": _one_line(said.unit),
        "owner": definition.owner,
    }  # fmt: skip
    whose = "unit" if said.unit else "you"
    lines = (
        words[f"{whose}-one" if one else f"{whose}"],
        words[occasion],
        words["link"] if link else words["desk"],
        words["why"],
    )
    subject = words[f"{occasion}-subject"].format(**facts)
    return LetterText(subject, "\n\n".join(line.format(**facts) for line in lines) + "\n")


def _title(definition: Definition) -> tuple[str, Language]:
    """The hearing's title and the language that it is written in."""
    title, language = chosen(definition.title, "nb")
    return _one_line(title), language if language in _WORDS else "nb"  # type: ignore[return-value]


def _one_line(text: str) -> str:
    return " ".join(text.split())


_WORDS: Mapping[Language, Mapping[str, str]] = {
    "nb": {
        "soon-subject": "Frist {due}: merknader å vurdere i «{title}»",
        "over-subject": "Fristen er ute: merknader å vurdere i «{title}»",
        "you": "Du har fått {comments} merknader å vurdere i høringen «{title}». {left} gjenstår.",
        "you-one": "Du har fått 1 merknad å vurdere i høringen «{title}». Den gjenstår.",
        "unit": (
            "{unit} har fått {comments} merknader å vurdere i høringen «{title}». {left} gjenstår."
            " Du får påminnelsen fordi det var du som fordelte dem."
        ),
        "unit-one": (
            "{unit} har fått 1 merknad å vurdere i høringen «{title}». Den gjenstår."
            " Du får påminnelsen fordi det var du som fordelte den."
        ),
        "soon": "Fristen er {due}.",
        "over": "Fristen var {due}.",
        "link": "Se hva som gjenstår: {link}",
        "desk": "Logg inn og åpne «Gjenstår» i høringen for å se dem.",
        "why": "Meldingen er sendt automatisk for {owner}. Du får den én gang før fristen og én gang etter.",
    },
    "nn": {
        "soon-subject": "Frist {due}: merknader å vurdere i «{title}»",
        "over-subject": "Fristen er ute: merknader å vurdere i «{title}»",
        "you": "Du har fått {comments} merknader å vurdere i høyringa «{title}». {left} står att.",
        "you-one": "Du har fått 1 merknad å vurdere i høyringa «{title}». Han står att.",
        "unit": (
            "{unit} har fått {comments} merknader å vurdere i høyringa «{title}». {left} står att."
            " Du får påminninga fordi det var du som fordelte dei."
        ),
        "unit-one": (
            "{unit} har fått 1 merknad å vurdere i høyringa «{title}». Han står att."
            " Du får påminninga fordi det var du som fordelte han."
        ),
        "soon": "Fristen er {due}.",
        "over": "Fristen var {due}.",
        "link": "Sjå kva som står att: {link}",
        "desk": "Logg inn og opne «Står att» i høyringa for å sjå dei.",
        "why": "Meldinga er send automatisk for {owner}. Du får henne éin gong før fristen og éin gong etter.",
    },
    "en": {
        "soon-subject": "Due {due}: comments to decide in “{title}”",
        "over-subject": "Overdue: comments to decide in “{title}”",
        "you": "You were given {comments} comments to decide in “{title}”. {left} are left.",
        "you-one": "You were given 1 comment to decide in “{title}”. It is left.",
        "unit": (
            "{unit} was given {comments} comments to decide in “{title}”. {left} are left."
            " You are reminded because you gave them away."
        ),
        "unit-one": (
            "{unit} was given 1 comment to decide in “{title}”. It is left."
            " You are reminded because you gave it away."
        ),
        "soon": "They are due on {due}.",
        "over": "They were due on {due}.",
        "link": "See what is left: {link}",
        "desk": "Sign in and open “Left” in the consultation to see them.",
        "why": "Sent automatically for {owner}, once before the due day and once after it.",
    },
}
