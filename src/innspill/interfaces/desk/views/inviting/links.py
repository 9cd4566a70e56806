"""Where the links in letters begin."""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def base_of(request: HttpRequest) -> str:
    """The public address (INNSPILL_ADDRESS), else the one that the desk is read at."""
    return str(settings.PUBLIC_ADDRESS) or f"{request.scheme}://{request.get_host()}"


def is_only_here(request: HttpRequest) -> bool:
    """Whether links would lead to this machine alone, which nobody else can open."""
    host = base_of(request).partition("://")[2].partition("/")[0]
    name = host.rpartition(":")[0] if ":" in host and not host.endswith("]") else host
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False
