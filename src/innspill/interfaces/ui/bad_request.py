"""The answer to what no browser sends. Django's own looks at the form again, and fails again."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """A page in words, whatever the body of the request is."""
    return render(request, "400.html", status=400)
