"""Responses and comments that say the same, as the latest comparison found them."""

from __future__ import annotations

from collections.abc import Collection

from innspill.shared.people.models import Owner
from innspill.shared.values import Span
from innspill.stages.analysis.models import Comparison
from innspill.stages.analysis.queries.rows import (
    CommentRow,
    DuplicatesShown,
    PassagesShown,
    Said,
)
from innspill.stages.analysis.queries.standing import shown, standing
from innspill.stages.consultations import queries as consultations


def duplicates(consultation_id: int) -> list[DuplicatesShown]:
    """The groups of copies that the latest comparison found."""
    last = Comparison.objects.filter(consultation=consultation_id).last()
    return [
        DuplicatesShown(tuple(group["responses"]), group["kind"], group["similarity"])
        for group in (last.groups if last else ())
    ]


def passages(slug: str, owners: Collection[Owner]) -> list[PassagesShown]:
    """The groups of comments that say the same, those of most senders first.

    Comments that do not stand any more, since a person divided them otherwise, are left out.
    """
    hearing = consultations.shown_to(slug, owners)
    return all_passages(hearing.id) if hearing else []


def all_passages(consultation_id: int) -> list[PassagesShown]:
    """The groups of comments of one hearing that say the same, for the later stages."""
    last = Comparison.objects.filter(consultation=consultation_id).last()
    groups = last.passages if last else []
    wanted = {member["fingerprint"] for group in groups for member in group["members"]}
    if not wanted:
        return []
    rows = standing(run__rendition__consultation=consultation_id, is_remark=True)
    if len(wanted) < 400:
        rows = rows.filter(fingerprint__in=wanted)
    by_print: dict[str, CommentRow] = {}
    for row in shown(rows):
        by_print.setdefault(row.fingerprint, row)
    found = [
        PassagesShown(
            kind=group["kind"],
            similarity=group["similarity"],
            members=tuple(
                Said(
                    by_print[each["fingerprint"]],
                    tuple(Span(start, end) for start, end in each["own"]),
                )
                for each in group["members"]
                if each["fingerprint"] in by_print
            ),
        )
        for group in groups
    ]
    kept = [group for group in found if len(group.members) > 1]
    return sorted(kept, key=lambda group: -group.senders)


def like_groups(consultation_id: int) -> list[tuple[str, ...]]:
    """The fingerprints of each group of comments that say the same, those too that stand no more."""
    last = Comparison.objects.filter(consultation=consultation_id).values_list(
        "passages", flat=True
    )
    return [
        tuple(member["fingerprint"] for member in group["members"])
        for group in last.order_by("id").last() or ()
    ]
