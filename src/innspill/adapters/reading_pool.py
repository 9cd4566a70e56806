"""Several reading children at once: many deliveries in, their responses out in the same order."""

from __future__ import annotations

import os
import queue
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from innspill.adapters.reading_child import Limits, ReadingChild
from innspill.stages.reading.core.responses import ReadDelivery
from innspill.stages.reading.core.values import ResponseRead

Delivery = TypeVar("Delivery")
Responses = tuple[ResponseRead, ...]
_AHEAD = 4
"""For each child so many deliveries are under way, so that memory does not grow with the folder."""


def cores() -> int:
    """How many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def read_all(
    deliveries: Iterable[Delivery],
    read: Callable[[ReadDelivery, Delivery], Responses],
    *,
    workers: int | None = None,
    limits: Limits | None = None,
) -> Iterator[tuple[Delivery, Responses]]:
    """Each of `deliveries` with what `read` makes of it, in their order.

    `read` is given one child's `read_delivery`, and is called from several threads at once; what
    it raises is raised here in its turn. `workers` children read side by side, as many as there
    are cores unless told otherwise.
    """
    children = [ReadingChild(limits) for _ in range(max(1, workers or cores()))]
    idle: queue.SimpleQueue[ReadingChild] = queue.SimpleQueue()
    for child in children:
        idle.put(child)

    def read_one(delivery: Delivery) -> Responses:
        child = idle.get()
        try:
            return read(child.read_delivery, delivery)
        finally:
            idle.put(child)

    threads = ThreadPoolExecutor(len(children), thread_name_prefix="reading")
    under_way: deque[tuple[Delivery, Future[Responses]]] = deque()
    try:
        for delivery in deliveries:
            under_way.append((delivery, threads.submit(read_one, delivery)))
            if len(under_way) >= _AHEAD * len(children):
                first, future = under_way.popleft()
                yield first, future.result()
        while under_way:
            first, future = under_way.popleft()
            yield first, future.result()
    finally:
        threads.shutdown(wait=True, cancel_futures=True)
        for child in children:
            child.close()
