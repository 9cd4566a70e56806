"""The hearing held while something is decided: one after the other, by who may, until it is finished."""

from __future__ import annotations

from innspill.shared.errors import BadInput
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.actions.writing import locked
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.deciding.queries.closings import is_finished


def hold(consultation_id: int, by: User) -> ConsultationShown:
    """The hearing, locked until the transaction ends, so that two are decided one after the other.

    Raises NotAllowed for who is no caseworker of its owner, BadInput where its deciding is finished.
    """
    require(by, consultations.by_id(consultation_id).owner_id, Role.CASEWORKER)
    locked(consultation_id, by, Role.CASEWORKER)
    if is_finished(consultation_id):
        raise BadInput("the deciding of this hearing is finished", todo="Open it again first.")
    return consultations.by_id(consultation_id)
