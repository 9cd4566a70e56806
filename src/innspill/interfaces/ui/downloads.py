"""Files to take home: always as attachments that no browser may run or guess the type of."""

from __future__ import annotations

import base64
import hashlib
import re

from django.http import HttpResponse
from django.utils.http import content_disposition_header


def attachment(
    data: bytes, name: str, media_type: str = "application/octet-stream"
) -> HttpResponse:
    """`data` as a file called `name`: nosniff, and sandboxed should it be opened in place."""
    response = HttpResponse(data, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def lone_page(data: bytes) -> HttpResponse:
    """A page that we made to stand alone, shown in place: its own style, and nothing else.

    The style is known by its digest; scripts, pictures from elsewhere and forms have no way in.
    """
    style = re.search(rb"<style>(.*?)</style>", data, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style[1] if style else b"").digest()).decode()
    response = HttpResponse(data, content_type="text/html; charset=utf-8")
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'; sandbox allow-top-navigation-by-user-activation"
    )
    return response
