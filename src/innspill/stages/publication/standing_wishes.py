"""How the sender of a response wishes it to be published: for this stage's doors.

Portal and api may not import it.
"""

from __future__ import annotations

from collections.abc import Collection

from innspill.stages.consultations.core.filled import Wish
from innspill.stages.publication.models import Screening
from innspill.stages.publication.models import Wish as WishRow
from innspill.stages.reading import queries as reading
from innspill.stages.register import pointing
from innspill.stages.register.queries import ResponseRow


def wish_of(row: ResponseRow, *, form: Wish | None = None) -> Wish:
    """The wish that stands: what was told a person last, else what the form said (`form`, if known).

    What took the place of a response speaks for it too: nobody gets a name back from an old version.
    """
    said = said_wishes([row.id]).get(row.id)
    own = said or form or form_wish(row)
    if own != "none":
        return own
    newer = pointing.newer_of(row.id)
    return wish_of(newer) if newer is not None else own


def form_wish(row: ResponseRow) -> Wish:
    """What the sender wished in the form, by the screening where there is one."""
    last = Screening.objects.filter(response=row.id).values_list("wish", flat=True).last()
    return last or reading.by_id(row.reading_id).read.wish  # type: ignore[return-value]


def said_wishes(responses: Collection[int]) -> dict[int, Wish]:
    """Of those of these responses about which a person was told a wish, the last one."""
    rows = WishRow.objects.filter(response__in=responses).order_by("id")
    pairs = rows.values_list("response", "wish")
    return {response: wish for response, wish in pairs}  # type: ignore[misc]  # noqa: C416
