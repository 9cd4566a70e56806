"""How the proof stands, for the desk: the last checkpoint and the last look through everything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from innspill.shared.journal import queries as journal
from innspill.shared.journal.queries import CheckpointShown, InspectionShown

STALE = timedelta(hours=36)
"""After this long without a look through everything, a night was missed."""


@dataclass(frozen=True, slots=True)
class ProofState:
    """The last checkpoint and the last inspection, None where there never was one."""

    checkpoint: CheckpointShown | None
    inspection: InspectionShown | None
    is_stale: bool
    """Whether the last inspection is too long ago."""

    @property
    def is_red(self) -> bool:
        """Whether somebody must act at once: something is wrong, or nobody has looked lately."""
        return self.is_stale or (self.inspection is not None and bool(self.inspection.faults))


def proof_state(now: datetime) -> ProofState:
    """How the proof stands now."""
    last = journal.last_inspection()
    is_stale = last is not None and now - last.at > STALE
    return ProofState(journal.latest_checkpoint(), last, is_stale)
