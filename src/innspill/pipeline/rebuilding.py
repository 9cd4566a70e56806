"""Public files follow public copies: each copy's files are built, read again, and frozen.

What could not be built for sure is frozen as refused, with the reason: it is never tried in a
half-hearted way, and never published.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime

from django.conf import settings

from innspill.adapters.reading_jobs import CHECK, PAGES, PAPER
from innspill.adapters.rebuilding import Built
from innspill.pipeline import wiring
from innspill.shared.errors import Unreadable
from innspill.shared.values import Sha256
from innspill.stages.publication import actions
from innspill.stages.publication.core.rebuilding.values import NOT_PAGES, Made, Secrets
from innspill.stages.publication.rebuilding import PagesWanted, ToRebuild, due, to_rebuild

__all__ = ["due", "made_of", "rebuild"]
_OURS = "fil.pdf"


def rebuild(rendition: int, *, now: datetime) -> None:
    """Builds the files of one public copy, outside any transaction, and has them frozen."""
    wanted = to_rebuild(rendition, base=str(settings.PUBLIC_ADDRESS or ""))
    actions.freeze_files(rendition, list(made_of(wanted)), store=wiring.store(), now=now)


def made_of(wanted: ToRebuild) -> Iterator[Made]:
    """Every file of the copy: first the copy as a paper, then what was sent as pages."""
    try:
        built = wiring.builder().do(PAPER, [(_OURS, b"")], {"paper": wanted.paper})
    except Unreadable:
        built = Built(refused="stopped")
    yield _checked(0, wanted.name, built, wanted.secrets, "")
    for pages in wanted.pages:
        built = _pages(pages)
        if built.refused != NOT_PAGES:
            source = pages.source
            secrets = source.secrets if source else wanted.secrets
            wording = source.wording if source else ""
            yield _checked(pages.position, pages.name, built, secrets, wording)


def _pages(pages: PagesWanted) -> Built:
    try:
        data = wiring.store().get(Sha256(pages.sha256))
    except (KeyError, ValueError):
        return Built(refused="lost")
    if pages.source is None:
        return Built(refused="not-placed")
    given = {"source": asdict(pages.source), "cover": asdict(pages.cover)}
    try:
        return wiring.builder().do(PAGES, [(pages.item_name, data)], given)
    except Unreadable:
        return Built(refused="stopped")


def _checked(position: int, name: str, built: Built, secrets: Secrets, wording: str) -> Made:
    """The file once it is read again and nothing is found in it; any doubt refuses it."""
    if built.refused:
        return Made(position, name, None, built.refused)
    try:
        data = built.bytes()
        given = {"secrets": asdict(secrets), "wording": wording, "pixels": position > 0}
        fault = wiring.builder().do(CHECK, [(_OURS, data)], given)
    except (Unreadable, ValueError):
        return Made(position, name, None, "stopped")
    return Made(position, name, None, fault) if fault else Made(position, name, data)
