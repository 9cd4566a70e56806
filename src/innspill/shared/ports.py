"""Ports: what the house needs from outside. Adapters fill them; `pipeline.wiring` joins the two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Protocol

from innspill.shared.values import Sha256

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Clock(Protocol):
    """Tells the time, in UTC. Tests and the demo can set it (INNSPILL_NOW)."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...


class ByteStore(Protocol):
    """Keeps bytes under their SHA-256: durable when `put` returns, never changed."""

    def put(self, data: bytes) -> Sha256:
        """Stores `data` durably and returns its SHA-256. Raises OSError where it cannot."""
        ...

    def get(self, sha256: Sha256) -> bytes:
        """The bytes stored under `sha256`, hashed anew. Raises KeyError where there are none, and
        ValueError where they are other ones.
        """
        ...

    def names(self) -> Iterable[Sha256]:
        """What bytes are stored under."""
        ...

    def strays(self) -> Iterable[str]:
        """The files that lie where no bytes should, half-written ones of a day ago too."""
        ...

    def settled(self, since: timedelta = timedelta(days=1)) -> Iterable[Sha256]:
        """What was last put a day (`since`) ago or longer, so that whoever put it has noted it."""
        ...

    def swept_at(self) -> datetime | None:
        """When it was last gone through for what nothing refers to."""
        ...

    def note_swept(self, now: datetime) -> None:
        """Notes that it was gone through."""
        ...

    def forget(self, sha256: Sha256) -> bool:
        """Deletes bytes that nothing refers to; False where somebody has put them again lately."""
        ...


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes with a mail."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail as it is handed to the server. `message_id` has no angle brackets."""

    to: str
    subject: str
    text: str
    message_id: str
    from_name: str = ""
    reply_to: str = ""
    answers: str = ""
    """The Message-ID of a mail that this one answers by itself: then nothing answers it back."""
    enclosures: Sequence[Enclosure] = ()
    leave: str = ""
    """Where its recipient leaves with one click, by a POST (RFC 8058)."""
    is_receipt: bool = False
    """It answers by itself a mail that came in, also one without a Message-ID to name."""


class Postman(Protocol):
    """Hands mails to a mail server."""

    def send(self, letter: Letter) -> None:
        """Returns when the server has taken it.

        Raises PostRefused where it never will (no such address), PostUnavailable where it may be
        tried again later.
        """
        ...


class Mailbox(Protocol):
    """A mailbox on a server that mails are fetched from."""

    def waiting(self) -> Iterator[tuple[str, bytes]]:
        """Each mail that lies there: its place, and its bytes exactly as the server holds them.

        Nothing is marked or moved by looking. Raises PostUnavailable where the server cannot be
        reached.
        """
        ...

    def put_away(self, place: str) -> None:
        """Moves a mail out of the way, after it is safely stored. Raises PostUnavailable."""
        ...


@dataclass(frozen=True, slots=True)
class UnitFound:
    """A unit of Enhetsregisteret that a name or number may mean.

    `likeness` is from 0 to 100; `ground` says in English how it was found. `parent` is the number
    of the unit that a sub-unit belongs to.
    """

    number: str
    name: str
    form: str = ""
    municipality: str = ""
    parent: str = ""
    ended: bool = False
    likeness: float = 100.0
    ground: str = ""


class UnitRegister(Protocol):
    """A local copy of Enhetsregisteret."""

    def named(self, name: str, *, most: int = 8) -> Sequence[UnitFound]:
        """The units that a name may mean, the likeliest first; empty where there is none."""
        ...

    def numbered(self, number: str) -> UnitFound | None:
        """The unit with this organisation number."""
        ...


class VirusScanner(Protocol):
    """Looks through bytes for what is known to do harm."""

    def virus_in(self, data: bytes) -> str | None:
        """The name of what was found, or None. Raises ScannerUnavailable where it cannot tell."""
        ...


class StampAuthority(Protocol):
    """Says when it saw something (RFC 3161)."""

    def stamp(self, data: bytes) -> tuple[bytes, datetime]:
        """The token over the SHA-256 of `data`, and its time. Raises StampUnavailable."""
        ...


class Embedder(Protocol):
    """Turns texts into vectors that lie near each other where the texts mean nearly the same."""

    @property
    def name(self) -> str:
        """Which model it is, for what comes of it."""
        ...

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """A row of length 1 for each text, in order; zeros where it knows none of the words."""
        ...


@dataclass(frozen=True, slots=True)
class ModelSaid:
    """An answer of a language model: the JSON in it, and the tokens that it says it took."""

    answer: object
    model: str
    tokens_in: int = 0
    tokens_out: int = 0


class LanguageModel(Protocol):
    """A language model that answers in JSON."""

    @property
    def name(self) -> str:
        """Which model is asked."""
        ...

    def ask(
        self, messages: Sequence[Mapping[str, str]], schema: Mapping[str, Any], *, most_tokens: int
    ) -> ModelSaid:
        """Asks by messages of a `role` and a `content`, for JSON of a schema, which it may not keep to.

        Raises ModelUnavailable where it does not answer, UnfitAnswer where what it says is no JSON.
        """
        ...
