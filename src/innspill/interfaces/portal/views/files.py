"""The public files of a response, to be taken home."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from innspill.interfaces.portal.views.hearing import hearing_or_404
from innspill.interfaces.portal.views.response import taken_down
from innspill.interfaces.ui.downloads import attachment
from innspill.pipeline import wiring
from innspill.stages.publication import files


@require_safe
def public_file(request: HttpRequest, slug: str, number: int, name: str) -> HttpResponse:
    """One file as it was built, as long as its copy is public; where it was, that it is gone.

    Whoever has it already is told that it is the same, but only while it is still public.
    """
    hearing = hearing_or_404(slug)
    found = files.public_file(hearing.slug, number, name)
    if found is None:
        return taken_down(request, hearing, number)
    etag = f'"{found.sha256}"'
    kept = get_conditional_response(request, etag=etag)
    if isinstance(kept, HttpResponseNotModified):
        answer: HttpResponse = kept
    else:
        try:
            data = files.bytes_of(found, wiring.store())
        except (KeyError, ValueError) as error:
            raise Http404 from error
        answer = attachment(data, found.name, found.media_type)
    answer["ETag"] = etag
    answer["Cache-Control"] = "public, no-cache"
    # What is in it stands on the page; names of private persons are in neither.
    answer["X-Robots-Tag"] = "noindex"
    return answer
