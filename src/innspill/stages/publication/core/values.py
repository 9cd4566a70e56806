"""What publication hands on: frozen public copies, and what was left out of them and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from innspill.shared.values import Certainty

WithholdingKind = Literal[
    "national-id", "phone", "email", "address", "account", "birth-date", "plate", "name", "health",
    "special", "signature", "other",
]  # fmt: skip
MASK = "[sladdet]"
"""Of fixed width, so that its length tells nothing about what stood there."""
PRIVATE = "Privatperson"
"""What a private person is called: practice is that private respondents stand unnamed."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Personal data found in a text, with the legal ground for leaving it out.

    `doubtful` findings keep the whole response from being published until a person looks.
    """

    start: int
    end: int
    kind: WithholdingKind
    ground: str
    certainty: Certainty
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class PublicAnswer:
    """An answer as the public may see it."""

    question: str
    ticks: tuple[str, ...]
    choice: str | None
    text: str
    no_comment: bool
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicResponse:
    """The public copy of one response: nothing else of it is ever shown."""

    reference: str
    name: str
    senders: tuple[str, ...]
    group: str | None
    via: str
    private: bool
    kind: str
    language: str | None
    received: str | None
    """The day of receipt, ISO 8601."""
    late: bool | None
    answers: tuple[PublicAnswer, ...]
    footnotes: tuple[tuple[str, str], ...]
    general: tuple[str, ...]
    """Paragraphs that belong to no question."""
    withheld: int
    """How many spans were left out."""
    supports: str | None = None
    no_remarks: bool = False
    """Whether they said outright that they have no remarks."""
    standing: str = "current"
    numbers: tuple[str, ...] = ()
    """The organisation number of each of `senders`, "" for who has none; never a person's."""
    kinds: tuple[str, ...] = ()
    """What kinds of response it is: codes of `register.core.kinds`."""
    receipt: int | None = None
    """The number of the receipt that its sender has."""
    journal_line: int | None = None
    """Which line of the journal says that it was received."""
    adds_to: int | None = None
    """The number of the response that it is an addition to."""
    anonymous: bool = False
    """Whether it stands without a name since its sender wishes so."""
    attachments: tuple[int, ...] = ()
    """Where in `general` each attachment begins; they come last there."""

    def number_of(self, place: int) -> str:
        """The organisation number of the sender at `place`, where it is known."""
        return self.numbers[place] if place < len(self.numbers) else ""

    @property
    def general_of_its_own(self) -> tuple[str, ...]:
        """The paragraphs that belong to no question and to no attachment."""
        return self.general[: self.attachments[0]] if self.attachments else self.general

    @property
    def attached(self) -> tuple[tuple[str, ...], ...]:
        """The paragraphs of each attachment, in order."""
        ends = (*self.attachments[1:], len(self.general))
        return tuple(
            self.general[start:end] for start, end in zip(self.attachments, ends, strict=False)
        )
