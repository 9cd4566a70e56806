"""Files to take home: always as attachments that no browser may run or guess the type of."""

from __future__ import annotations

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
