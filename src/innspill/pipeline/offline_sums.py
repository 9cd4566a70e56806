"""The two sums of the promises for one offline run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from innspill.pipeline.offline_values import Delivered, Shown
from innspill.stages.register.core.standing import SetAside
from innspill.stages.reports.core.values import Ledger


def ledger_of(
    delivered: Sequence[Delivered],
    responses: Sequence[Shown],
    set_aside: Sequence[tuple[int, SetAside]],
) -> Ledger:
    """Counts deliveries and responses, each by its own path, so that the sums can fail.

    A delivery with at least one registered response is registered; else it is set aside for
    the reason of the first thing in it. One that gave nothing at all is unprocessed.
    """
    registered = {each.delivery for each in responses}
    reasons: dict[int, str] = {}
    for delivery, each in set_aside:
        if delivery not in registered:
            reasons.setdefault(delivery, each.reason)
    states = Counter(
        each.state if each.registered.standing == "current" else each.registered.standing
        for each in responses
    )
    unprocessed = sum(
        number not in registered and number not in reasons
        for number in range(1, len(delivered) + 1)
    )
    return Ledger(
        deliveries=len(delivered),
        registered=len(registered),
        set_aside=tuple(sorted(Counter(reasons.values()).items())),
        unprocessed=unprocessed,
        responses=len(responses),
        published=states["published"],
        withheld=states["withheld"],
        waiting=states["waiting"],
        superseded=states["superseded"],
        withdrawn=states["withdrawn"],
    )
