"""What the parts of a trial have to tell."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.soak.senders import Answer, Browser, Sent, hand_in


@dataclass
class Told:
    """Figures, faults by kind, and what was acknowledged."""

    figures: list[tuple[str, object]] = field(default_factory=list)
    faults: dict[str, list[str]] = field(default_factory=dict)
    acknowledged: list[Sent] = field(default_factory=list)

    def fault(self, kind: str, what: str = "", *, when: bool = True) -> None:
        """Notes that a kind was looked for, and where it is there."""
        found = self.faults.setdefault(kind, [])
        if when:
            found.append(what or "yes")


def refused(told: Told, kind: str, answer: Answer, sent: Sent) -> None:
    """While a fault lasts the answer is a clear 503, never an acknowledgement."""
    told.fault(f"{kind}: false acknowledgements", sent.name, when=bool(answer.number))
    told.fault(f"{kind}: other answers than 503", f"{answer.status}", when=answer.status != 503)
    clear = "ingenting er mottatt" in answer.body and "retry-after" in answer.headers
    told.fault(f"{kind}: 503 that do not say what to do", answer.body[:200],
               when=answer.status == 503 and not clear)  # fmt: skip


def taken_later(told: Told, kind: str, browser: Browser, waiting: list[Sent]) -> None:
    """When the fault is over, everything that was refused is taken when it is sent again."""
    for sent in waiting:
        tries = iter(range(20))
        hand_in(browser, sent, until=lambda t=tries: next(t, None) is None, pause=0.5)  # type: ignore[misc]
        told.fault(f"{kind}: not taken afterwards", sent.name, when=not sent.number)
        if sent.number:
            told.acknowledged.append(sent)
