"""The public responses of a hearing, and their comments, held against each other for copies."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from innspill.shared.errors import Conflict
from innspill.shared.journal import actions as journal
from innspill.stages.analysis.core.analyse import copies_among, passages_among
from innspill.stages.analysis.models import Comparison
from innspill.stages.analysis.queries.standing import standing
from innspill.stages.analysis.queries.waiting import states
from innspill.stages.publication import queries as publication


@transaction.atomic
def compare_next(consultation_id: int, *, now: datetime) -> None:
    """Holds the public responses of one hearing, and their comments, against each other.

    Claims the state of the hearing under a unique constraint. Raises Conflict where somebody else
    was first, so that it is looked at again: meanwhile more may have come.
    """
    made_from = states(consultation_id)[consultation_id]
    responses = [public for _, public in publication.renditions_of(consultation_id)]
    groups = copies_among(responses)
    found = [
        {"responses": list(group.responses), "kind": group.kind, "similarity": group.similarity}
        for group in groups
    ]
    passages = _passages(consultation_id)
    try:
        with transaction.atomic():
            Comparison.objects.create(
                consultation_id=consultation_id,
                made_from=made_from,
                groups=found,
                passages=passages,
                at=now,
            )
    except IntegrityError as error:
        raise Conflict(f"hearing {consultation_id} is compared already") from error
    journal.write(
        "compared",
        f"consultation {consultation_id}",
        actor=journal.SYSTEM,
        detail={"responses": len(responses), "groups": len(groups), "passages": len(passages)},
        at=now,
    )


def _passages(consultation_id: int) -> list[dict[str, object]]:
    rows = list(
        standing(run__rendition__consultation=consultation_id, is_remark=True).values_list(
            "fingerprint", "text", "run__rendition__number"
        )
    )
    groups = passages_among([text for _, text, _ in rows], [str(number) for _, _, number in rows])
    return [
        {
            "kind": group.kind,
            "similarity": group.similarity,
            "members": [
                {
                    "fingerprint": rows[member][0],
                    "own": [
                        [span.start, span.end] for span in (group.own[at] if group.own else ())
                    ],
                }
                for at, member in enumerate(group.members)
            ],
        }
        for group in groups
    ]
