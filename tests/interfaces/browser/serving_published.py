"""The server that a journalist looks at: the demo's hearings, and the real one with its response.

Tells the receipt of the last response handed in, and the slug of the real hearing or null.
"""

from __future__ import annotations

from typing import Any

from tests.interfaces.browser.serving import AFTER_THE_DEADLINE, serve


def _fill() -> dict[str, Any]:
    from innspill.pipeline import demo, work
    from innspill.stages.consultations import queries
    from tests.interfaces import scene

    demo.fill(progress=lambda *_: None)
    real = _load_real()
    sample = queries.shown("25-1734")
    assert sample is not None
    said = "Vi slutter oss til målene i planen, og savner en beredskapsplan for strøm.\n".encode()
    receipt = scene.hand_in(sample, "svar.txt", said, sender="Nordre Land kommune", days=3)
    work.run_until_idle()
    return {"real": real, "receipt": dict(receipt.content)}


def _load_real() -> str | None:
    """The real hearing with its real response, published; None where its seeds are not here."""
    from innspill.pipeline import work
    from innspill.pipeline.importing import import_files
    from innspill.stages.consultations import actions
    from tests.conftest import SHARED
    from tests.interfaces import scene
    from tests.stages.conftest import NOW

    seeds = sorted((SHARED / "seeds").glob("*.txt"))
    if len(seeds) != 2:
        return None
    definition = import_files(seeds[1], seeds[0])
    by_itself = definition.model_copy(update={"publish_without_a_person": "clean"})
    hearing = actions.load(by_itself, now=NOW)
    scene.hand_in(hearing, "horingssvar.txt", seeds[0].read_bytes(), sender="Drammen kommune")
    work.run_until_idle()
    return hearing.slug


if __name__ == "__main__":
    serve(_fill, **AFTER_THE_DEADLINE)
