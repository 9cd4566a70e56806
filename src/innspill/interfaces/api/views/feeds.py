"""News about a hearing, about all of them, and about what one body has said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext, override

from innspill.interfaces.api.addresses import Addresses, tag
from innspill.interfaces.api.answering import open_data, when_changed
from innspill.interfaces.api.asking import hearing_or_404, known_to
from innspill.interfaces.api.atom import MEDIA_TYPE, Entry, Feed, as_atom
from innspill.pipeline import wiring
from innspill.shared.journal import queries as journal
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import chosen
from innspill.stages.consultations.queries import ConsultationRow, ConsultationShown
from innspill.stages.publication import open_data as public
from innspill.stages.publication.open_data import News

LATEST = 100
"""How many responses a feed tells of."""
LANGUAGE = "nb"
"""A feed is kept and passed on by programs: it has one language, whoever asks."""


@open_data
def of_hearing(request: HttpRequest, slug: str) -> HttpResponse:
    """New responses, phases, changes and the result of one hearing."""
    known_to(request, ())
    shown = hearing_or_404(slug)
    at = Addresses(request)
    title, language = chosen(shown.title, LANGUAGE)
    with override(LANGUAGE):
        feed = Feed(
            id=tag("horinger", slug),
            title=title,
            author=shown.owner,
            address=at.of("api:feed", slug),
            page=at.hearing(slug),
            entries=[
                *_turns(shown, at),
                *_phases(shown, at),
                *_changes(shown, at),
                *_result(shown, public.results_published().get(slug), at),
                *(_response(news, at) for news in public.news(LATEST, slug=slug)),
            ],
            language=language,
        )
        return _answered(request, feed)


@open_data
def of_all(request: HttpRequest) -> HttpResponse:
    """What opens and closes, new responses and results, of all hearings."""
    known_to(request, ())
    at = Addresses(request)
    results = public.results_published()
    with override(LANGUAGE):
        entries = [_response(news, at, of_all=True) for news in public.news(LATEST)]
        for row in consultations.listed():
            entries += [*_turns(row, at), *_result(row, results.get(row.slug), at)]
        feed = Feed(
            id=tag("horinger"),
            title=gettext("Høringer"),
            author="Innspill",
            address=at.of("api:feed-of-all"),
            page=at.of("portal:front"),
            entries=entries,
        )
        return _answered(request, feed)


@open_data
def of_body(request: HttpRequest, name: str) -> HttpResponse:
    """What one body has answered, in all hearings; private persons have no such feed."""
    known_to(request, ())
    found = public.news(LATEST, body=name)
    if not found:
        raise Http404
    called = next(
        sender for sender in public.named(found[0].senders) if public.address_name(sender) == name
    )
    at = Addresses(request)
    with override(LANGUAGE):
        feed = Feed(
            id=tag("instanser", name),
            title=gettext("Høringssvar fra %(name)s") % {"name": called},
            author=called,
            address=at.of("api:feed-of-body", name),
            page=at.of("portal:front"),
            entries=[_response(news, at, of_all=True) for news in found],
        )
        return _answered(request, feed)


def _answered(request: HttpRequest, feed: Feed) -> HttpResponse:
    data = as_atom(feed)

    def make() -> HttpResponse:
        response = HttpResponse(data, content_type=MEDIA_TYPE)
        response["Content-Language"] = feed.language
        return response

    return when_changed(request, data.decode(), make)


def _response(news: News, at: Addresses, *, of_all: bool = False) -> Entry:
    if news.private or not news.name:
        title = gettext("Høringssvar %(number)d, fra en privatperson") % {"number": news.number}
    else:
        title = gettext("Høringssvar fra %(name)s") % {"name": news.name}
    hearing, language = chosen(news.title, LANGUAGE)
    return Entry(
        id=tag("horinger", news.slug, "svar", news.number),
        title=f"{title} – {hearing}" if of_all else title,
        at=news.published_at,
        address=at.response(news.slug, news.number),
        summary=gettext("Svaret %(reference)s er publisert.") % {"reference": news.reference},
        language=language if of_all else LANGUAGE,
    )


def _turns(row: ConsultationRow, at: Addresses) -> Iterator[Entry]:
    """That it opened, and that its deadline passed."""
    now = wiring.clock().now()
    title, language = chosen(row.title, LANGUAGE)
    opened = row.opens_at
    if opened is not None and opened <= now:
        yield Entry(
            id=tag("horinger", row.slug, "apnet"),
            title=gettext("Åpnet: %(title)s") % {"title": title},
            at=opened,
            address=at.hearing(row.slug),
            summary=gettext("Høringen er åpen. Alle kan svare."),
            language=language,
        )
    if row.deadline_at is not None and row.is_past(now):
        yield Entry(
            # With its deadline, since another one may be set later.
            id=tag("horinger", row.slug, "frist", row.deadline_at.date().isoformat()),
            title=gettext("Fristen er ute: %(title)s") % {"title": title},
            at=row.deadline_at,
            address=at.hearing(row.slug),
            summary=gettext("Fristen for å svare er ute."),
            language=language,
        )


def _phases(shown: ConsultationShown, at: Addresses) -> Iterator[Entry]:
    """That the work with the responses began, and that it is done."""
    said = {
        "assessment": gettext("Svarene er under behandling."),
        "finished": gettext("Høringen er ferdig behandlet."),
    }
    for line in journal.about(f"consultation {shown.id}"):
        phase = str(line.detail.get("to"))
        if line.verb == "phase-switched" and phase in said:
            yield Entry(
                id=tag("horinger", shown.slug, phase, int(line.at.timestamp())),
                title=said[phase],
                at=line.at,
                address=at.hearing(shown.slug),
                summary=said[phase],
            )


def _changes(shown: ConsultationShown, at: Addresses) -> Iterator[Entry]:
    for edition in consultations.editions(shown.slug):
        if edition.before is not None:
            note, language = chosen(edition.note, LANGUAGE)
            yield Entry(
                id=tag("horinger", shown.slug, "endring", edition.number),
                title=gettext("Høringen er endret"),
                at=edition.at,
                address=at.hearing(shown.slug),
                summary=note,
                language=language,
            )


def _result(row: ConsultationRow, published_at: datetime | None, at: Addresses) -> Iterator[Entry]:
    if published_at is not None:
        title, language = chosen(row.title, LANGUAGE)
        yield Entry(
            id=tag("horinger", row.slug, "resultat", int(published_at.timestamp())),
            title=gettext("Resultatet er klart: %(title)s") % {"title": title},
            at=published_at,
            address=at.of("portal:result", row.slug),
            summary=gettext("Resultatet av høringen er publisert."),
            language=language,
        )
