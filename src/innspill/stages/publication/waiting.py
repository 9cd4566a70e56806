"""What waits for publication and why: for the desk and the steps. The portal may not import it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, Q

from innspill.shared.people.models import Owner
from innspill.shared.people.queries import name_of
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.filled import Wish
from innspill.stages.publication.core.letting_out import Category, category_of
from innspill.stages.publication.models import Clearance, Rendition, Screening
from innspill.stages.publication.standing_marks import (
    approving,
    is_cleared,
    reasons_of,
    shows_more,
    state_of,
)
from innspill.stages.publication.standing_wishes import said_wishes
from innspill.stages.register import queries as register
from innspill.stages.register.queries import ResponseRow


@dataclass(frozen=True, slots=True)
class WithholdingShown:
    """A span that is left out of the public copy: where, what kind, and on what ground."""

    place: str
    start: int
    end: int
    kind: str
    ground: str
    certainty: str


@dataclass(frozen=True, slots=True)
class ClearanceShown:
    """A person's word on publishing."""

    word: str
    ground: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PublicationShown:
    """Where a response stands on its way to the public, with every reason why it waits.

    `state` is "published", "withheld", "waiting", "superseded" or "withdrawn". `outcome` is
    "clean", "masked", "doubtful", or "" before screening.
    """

    response: ResponseRow
    state: str
    outcome: str
    reasons: tuple[str, ...]
    withholdings: tuple[WithholdingShown, ...]
    clearances: tuple[ClearanceShown, ...]
    published_at: datetime | None
    looked_at: str = ""
    """How it stands, for a form to carry: see `standing_marks.state_of`."""
    category: Category | None = None
    """The heading that it is counted under while it waits."""
    marks: int = 0
    """How many words of persons there are on single places."""


def waiting(owners: Collection[Owner], *, slug: str | None = None) -> list[PublicationShown]:
    """The current responses of these owners that are neither public nor withheld."""
    return [shown for shown in _of_owners(owners, slug) if shown.state == "waiting"]


def all_states(slug: str, owners: Collection[Owner]) -> list[PublicationShown]:
    """Every response of one hearing with its way to the public, in order of number."""
    return _of_owners(owners, slug)


def publication_of(slug: str, number: int, owners: Collection[Owner]) -> PublicationShown | None:
    """One response's way to the public; None where these owners may not see it."""
    row = register.response(slug, number, owners)
    return _shown([row])[0] if row else None


def of_responses(rows: list[ResponseRow]) -> list[PublicationShown]:
    """The way to the public of these responses, in their order."""
    return _shown(rows)


def state_of_each(consultation_id: int | None = None) -> dict[int, str]:
    """Of every response (of one hearing, or of all) where it stands."""
    renditions = Rendition.objects.filter(replaced_at=None)
    clearances = Clearance.objects.order_by("id")
    if consultation_id is not None:
        renditions = renditions.filter(consultation=consultation_id)
        clearances = clearances.filter(screening__response__consultation=consultation_id)
    public = set(renditions.values_list("response", flat=True))
    last_word = dict(clearances.values_list("screening__response", "word"))
    return {
        pk: _state(standing, pk in public, last_word.get(pk, ""))
        for pk, standing in register.standings(consultation_id).items()
    }


def unscreened() -> list[int]:
    """The responses whose present state nobody has screened: current ones and those on show."""
    public = set(Rendition.objects.filter(replaced_at=None).values_list("response", flat=True))
    done = set(Screening.objects.values_list("response", "state"))
    return [
        pk
        for pk, (state, standing) in register.states().items()
        if (standing == "current" or pk in public) and (pk, state) not in done
    ]


def rescreenable() -> list[int]:
    """The screenings of what is not on show whose hearing lets out something else than it did then."""
    rules = consultations.letting_out()
    hearings = register.hearings_of_each()
    shown = Q(rendition__isnull=False, rendition__replaced_at=None)
    rows = Screening.objects.exclude(shown).order_by("id")
    stale = [
        (pk, response, state)
        for pk, response, state, rule in rows.values_list("pk", "response", "state", "let_out")
        if rule != rules[hearings[response]]
    ]
    if not stale:
        return []
    states = register.states()
    held = state_of_each()
    return [
        pk for pk, response, state in stale
        if states[response][0] == state and held[response] not in ("withheld", "withdrawn")
    ]  # fmt: skip


def publishable() -> list[int]:
    """The screenings of present states that may be published and are not."""
    states = register.states()
    held = state_of_each()
    # A copy that was taken down does not count: a lead who approves again wants it back.
    shown = Q(rendition__isnull=False, rendition__replaced_at=None)
    rows = [
        row
        for row in Screening.objects.exclude(shown).prefetch_related("clearances", "marks")
        if row.state == states[row.response_id][0]
        and held[row.response_id] not in ("withheld", "withdrawn")
    ]
    said = said_wishes([row.response_id for row in rows])
    return [row.pk for row in rows if is_cleared(row, _wish_at(row, said))]


def _of_owners(owners: Collection[Owner], slug: str | None) -> list[PublicationShown]:
    return _shown(register.responses_of(owners, slug=slug))


def _shown(rows: list[ResponseRow]) -> list[PublicationShown]:
    ids = [row.id for row in rows]
    screened = Screening.objects.filter(response__in=ids).order_by("id")
    screened = screened.prefetch_related(
        "withholdings",
        "marks",
        Prefetch("clearances", queryset=Clearance.objects.select_related("by").order_by("id")),
    )
    screenings: dict[int, list[Screening]] = {}
    for screening in screened:
        screenings.setdefault(screening.response_id, []).append(screening)
    public = dict(
        Rendition.objects.filter(response__in=ids, replaced_at=None).values_list(
            "response", "published_at"
        )
    )
    said = said_wishes(ids)
    return [_one(row, screenings.get(row.id, []), public.get(row.id), said) for row in rows]


def _one(
    row: ResponseRow,
    screenings: list[Screening],
    published_at: datetime | None,
    said: Mapping[int, Wish],
) -> PublicationShown:
    clearances = [word for screening in screenings for word in screening.clearances.all()]
    last = screenings[-1] if screenings else None
    wish = _wish_at(last, said) if last else "none"
    spans = last.withholdings.all() if last else ()
    state = _state(
        row.standing, published_at is not None, clearances[-1].word if clearances else ""
    )
    return PublicationShown(
        response=row,
        state=state,
        outcome=last.outcome if last else "",
        reasons=reasons_of(last, wish) if last else (),
        withholdings=tuple(
            WithholdingShown(w.place, w.start, w.end, w.kind, w.ground, w.certainty) for w in spans
        ),
        clearances=tuple(
            ClearanceShown(word.word, word.ground, word.reason, name_of(word.by), word.at)
            for word in clearances
        ),
        published_at=published_at,
        looked_at=state_of(last, wish) if last else "",
        category=_category(last, wish) if state == "waiting" else None,
        marks=len(last.marks.all()) if last else 0,
    )


def _wish_at(screening: Screening, said: Mapping[int, Wish]) -> Wish:
    """The wish that stands for a response; for an older version what took its place may say more."""
    return said.get(screening.response_id, screening.wish)  # type: ignore[arg-type]


def _category(screening: Screening | None, wish: Wish) -> Category:
    if screening is None:
        return "unscreened"
    if is_cleared(screening, wish):
        return "cleared"
    return category_of(
        screened=True,
        reasons=reasons_of(screening, wish),
        shows_more=shows_more(screening, 0),
        approvals=len(approving(screening, wish)),
    )


def _state(standing: str, is_public: bool, last_word: str) -> str:
    if standing != "current":
        return standing
    if is_public:
        return "published"
    return "withheld" if last_word == Clearance.Word.WITHHOLD else "waiting"
