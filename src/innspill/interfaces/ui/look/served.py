"""Where the look's files are, and the view that answers there."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from innspill.interfaces.ui.look.reading import Look

A_YEAR = "public, max-age=31536000, immutable"


def look() -> Look | None:
    """The look of this server, where its operator has set one."""
    found: Look | None = settings.LOOK
    return found


def address_of(name: str) -> str:
    """The address of a file of the look: "" where it has none of that name."""
    found = look()
    digest = found.digests.get(name) if found else None
    return reverse("portal:look-file", args=[digest, name]) if digest else ""


def addresses() -> dict[str, Any]:
    """What pages need of the look: the address of its sheet and logos; nothing without one."""
    found = look()
    if found is None:
        return {}
    logos = {
        name.partition(".")[0].replace("-", "_"): address_of(name)
        for name in found.files
        if name.startswith("logo")
    }
    return {
        "name": found.name,
        "css": address_of("theme.css"),
        "alternative": found.alternative,
        **logos,
    }


@require_safe
def look_file(_request: HttpRequest, digest: str, name: str) -> HttpResponse:
    """The stylesheet or a logo, for a year: the address changes when the file does.

    A page from before the look was changed asks by the old address: it gets what is now, for now.
    """
    found = look()
    if found is None or name not in found.files:
        raise Http404
    kind, data = found.files[name]
    response = HttpResponse(data, content_type=kind)
    response["Cache-Control"] = A_YEAR if found.digests[name] == digest else "no-cache"
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response
