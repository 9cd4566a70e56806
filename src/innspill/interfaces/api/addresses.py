"""Where things are: whole addresses, and ids that hold wherever the server moves to."""

from __future__ import annotations

import re

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

BEGAN = 2026
"""The year that the names in `tag:` ids are said to be ours from (RFC 4151)."""


class Addresses:
    """Whole addresses as the public reaches them: by INNSPILL_ADDRESS, else as this request came."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        self.base = str(settings.PUBLIC_ADDRESS)
        if not self.base and request is not None:
            self.base = request.build_absolute_uri("/").rstrip("/")

    def of(self, name: str, *args: object) -> str:
        """The address of a page or file by the name of its route."""
        return f"{self.base}{reverse(name, args=args)}"

    def hearing(self, slug: str) -> str:
        """The hearing's page."""
        return self.of("portal:hearing", slug)

    def response(self, slug: str, number: int) -> str:
        """The page of a published response."""
        return self.of("portal:response", slug, number)


def tag(*names: object) -> str:
    """An id for a feed or an entry that never changes: `tag:host,2026:horinger/…`."""
    host = re.sub(r"[^\w.-]", "-", str(settings.ORIGIN))
    return f"tag:{host},{BEGAN}:{'/'.join(str(name) for name in names)}"
