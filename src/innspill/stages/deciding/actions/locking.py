"""What was decided is locked while the deciding of its hearing is finished."""

from __future__ import annotations

from innspill.shared.errors import BadInput
from innspill.stages.consultations import actions as consultations
from innspill.stages.deciding.queries.closings import is_finished


def refuse_finished(consultation_id: int) -> None:
    """Called first by whoever writes what was decided, in its transaction.

    Waits for a finish that is under way. Raises BadInput where the deciding is finished.
    """
    consultations.hold(consultation_id)
    if is_finished(consultation_id):
        raise BadInput(
            "the deciding of this hearing is finished", todo="A lead opens it again, with a reason."
        )
