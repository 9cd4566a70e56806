"""Letters to those who are invited: a template with a few fields, filled in for one recipient."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from innspill.shared.errors import BadInput
from innspill.stages.invitations.core import letters_en, letters_nb, letters_nn

Kind = Literal["invitation", "reminder", "change", "granted", "refused"]
FIELDS = (
    "navn", "instans", "horing", "saksnummer", "eier", "frist", "gammel_frist", "lenke", "side",
    "epost", "kontakt", "begrunnelse",
)  # fmt: skip
"""What a template may name between braces. Nothing else is filled in, and nothing is computed."""
_WORDS = {"nb": letters_nb, "nn": letters_nn, "en": letters_en}
_FIELD = re.compile(r"\{(\w+)\}")
_LONGEST_SUBJECT, _LONGEST = 200, 20_000


@dataclass(frozen=True, slots=True)
class Template:
    """Subject and text of a letter, with fields between braces."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What a hearing has, so that a template does not tell of what it has not."""

    has_form: bool = True
    takes_mail: bool = False
    has_contact: bool = False
    has_deadline: bool = True


def template(kind: Kind, language: str, facts: Facts) -> Template:
    """Our own template of this kind: plain words, and every way to answer that there is."""
    words = _WORDS.get(language, letters_nb)
    parts: list[str] = [*words.OPENING[kind]]
    if kind != "refused":
        parts.append("\n".join(_ways(words.WAYS, facts)))
        parts.append(words.NO_REMARKS)
    if facts.has_contact:
        parts.append(words.CONTACT)
    parts.append(words.REGARDS)
    said = [part for part in parts if facts.has_deadline or "{frist}" not in part]
    return Template(words.SUBJECT[kind], "\n\n".join(said) + "\n")


def _ways(ways: Mapping[str, str], facts: Facts) -> list[str]:
    shown = {"heading": True, "web": True, "word": facts.has_form, "mail": facts.takes_mail,
             "share": True}  # fmt: skip
    return [said for way, said in ways.items() if shown[way]]


def check(letter: Template, *, needs_link: bool = True) -> None:
    """Raises BadInput, naming the field, where a template cannot be sent as it is."""
    if not letter.subject.strip() or not letter.text.strip():
        raise BadInput("the letter needs a subject and a text")
    if len(letter.text) > _LONGEST or len(letter.subject) > _LONGEST_SUBJECT:
        raise BadInput("the letter is too long", todo="Shorten it.")
    unknown = [
        name for name in _FIELD.findall(f"{letter.subject} {letter.text}") if name not in FIELDS
    ]
    if unknown:
        raise BadInput(
            "there is no such field", where="{" + unknown[0] + "}",
            todo=f"Use one of: {', '.join('{' + name + '}' for name in FIELDS)}.",
        )  # fmt: skip
    if needs_link and "{lenke}" not in letter.text:
        raise BadInput(
            "the personal link is missing", where="{lenke}", todo="Put it into the text."
        )


def fill(letter: Template, values: Mapping[str, str]) -> Template:
    """The letter with its fields filled in, each once: braces in a value stay what they are."""

    def value(found: re.Match[str]) -> str:
        return values.get(found[1], "")

    subject = " ".join(_FIELD.sub(value, letter.subject).split())
    text = _FIELD.sub(value, letter.text).replace("\r\n", "\n").replace("\r", "\n")
    return Template(subject, text)
