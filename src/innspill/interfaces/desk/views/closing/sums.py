"""The sums of the ledger as the page shows them: each number with a way to what it counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from innspill.interfaces.desk.deciding_forms import DECIDED, LEFT
from innspill.interfaces.ui import words
from innspill.stages.deciding.core.ledger import Gap
from innspill.stages.deciding.core.values import DecidingLedger
from innspill.stages.deciding.queries import ClosingShown, Completeness
from innspill.stages.publication.core.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Term:
    """One number of a sum, what it counts, where that is seen, and what it was at the finish."""

    count: int
    label: str
    address: str
    was: int | None = None

    @property
    def changed(self) -> bool:
        """Whether it is another number than when the hearing was finished."""
        return self.was is not None and self.was != self.count


@dataclass(frozen=True, slots=True)
class Sum:
    """A number and the numbers that it is the sum of."""

    name: str
    total: Term
    parts: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Hindrance:
    """What hinders the finish in a sentence, and where it is mended."""

    said: str
    do: str
    address: str


Counted = tuple[int, str, str]
"""A number, what it counts, where that is seen."""


def sums(slug: str, found: Completeness, finished: ClosingShown | None) -> list[Sum]:
    """The sums of the promises and those of the deciding, with those of the finish beside."""
    now = _all(slug, found.sums, found.deciding)
    if finished is None or finished.sums is None or finished.deciding is None:
        return [_sum(name, terms, None) for name, terms in now]
    was = dict(_all(slug, finished.sums, finished.deciding))
    return [_sum(name, terms, was[name]) for name, terms in now]


def _sum(name: str, terms: list[Counted], was: list[Counted] | None) -> Sum:
    before = {label: count for count, label, _ in was or ()}
    shown = [
        Term(count, label, address, before.get(label, 0) if was is not None else None)
        for count, label, address in terms
    ]
    if was:
        # What the sum is of has its word in one or in several, which may have been another then.
        shown[0] = replace(shown[0], was=was[0][0])
    return Sum(name, shown[0], tuple(shown[1:]))


def _all(slug: str, sums: Ledger, deciding: DecidingLedger) -> list[tuple[str, list[Counted]]]:
    return [
        (gettext("Leveranser"), list(_deliveries(slug, sums))),
        (gettext("Registrerte svar"), list(_responses(slug, sums))),
        (gettext("Publiserte svar"), list(_divided(slug, deciding))),
        (gettext("Merknader"), list(_comments(slug, deciding))),
        (gettext("Vurdert som"), list(_outcomes(slug, deciding))),
        (gettext("Vurdert hvordan"), list(_ways(slug, deciding))),
    ]


def _to(name: str, slug: str, fragment: str = "", **asked: str) -> str:
    address = reverse(f"desk:{name}", args=[slug])
    return f"{address}{'?' + urlencode(asked) if asked else ''}{'#' + fragment if fragment else ''}"


def _inbox(slug: str, **asked: str) -> str:
    return f"{reverse('desk:inbox')}?{urlencode({'horing': slug, **asked})}"


def _deliveries(slug: str, sums: Ledger) -> Iterator[Counted]:
    yield sums.deliveries, ngettext("leveranse", "leveranser", sums.deliveries), _inbox(slug)
    yield sums.registered, gettext("registrert"), _inbox(slug, tilstand="registered")
    for reason, count in sums.set_aside:
        said = gettext("satt til side: %(why)s") % {"why": words.word(reason, "set_aside").lower()}
        yield count, said, _inbox(slug, grunn=reason)
    yield sums.unprocessed, gettext("ikke behandlet ennå"), _inbox(slug, tilstand="new")


def _responses(slug: str, sums: Ledger) -> Iterator[Counted]:
    yield (
        sums.responses,
        ngettext("registrert svar", "registrerte svar", sums.responses),
        _to("hearing", slug, "register"),
    )
    for state, said in (
        ("published", gettext("publisert")),
        ("withheld", gettext("holdt tilbake")),
        ("waiting", gettext("venter")),
        ("superseded", gettext("erstattet")),
        ("withdrawn", gettext("trukket")),
    ):
        yield getattr(sums, state), said, _to("hearing", slug, "register", publisering=state)


def _divided(slug: str, deciding: DecidingLedger) -> Iterator[Counted]:
    yield (
        deciding.responses,
        ngettext("publisert svar", "publiserte svar", deciding.responses),
        _to("hearing", slug, "register", publisering="published"),
    )
    done, left = _to("analysis", slug, "svar", svar="ferdig"), _to("analysis", slug, "svar", svar="igjen")  # fmt: skip
    yield deciding.divided, gettext("gått gjennom"), done
    yield deciding.undivided, gettext("ikke gått gjennom"), left


def _comments(slug: str, deciding: DecidingLedger) -> Iterator[Counted]:
    yield (
        deciding.comments,
        ngettext("merknad", "merknader", deciding.comments),
        _to("deciding-list", slug),
    )
    yield deciding.decided, gettext("vurdert"), _to("deciding-list", slug, utfall=DECIDED)
    yield deciding.left, gettext("står igjen"), _to("deciding-list", slug, utfall=LEFT)


def _outcomes(slug: str, deciding: DecidingLedger) -> Iterator[Counted]:
    yield deciding.decided, gettext("vurdert"), _to("deciding-list", slug, utfall=DECIDED)
    for outcome, count in deciding.outcomes:
        said = words.word(outcome, "outcome").lower()
        yield count, said, _to("deciding-list", slug, utfall=outcome)


def _ways(slug: str, deciding: DecidingLedger) -> Iterator[Counted]:
    alone = deciding.own - deciding.in_bulk
    yield deciding.decided, gettext("vurdert"), _to("ledger-comments", slug)
    yield alone, gettext("for seg"), _to("ledger-comments", slug, hvordan="alone")
    yield (
        deciding.in_bulk,
        gettext("tatt til orientering under ett"),
        _to("ledger-comments", slug, hvordan="in-bulk"),
    )
    yield (
        deciding.inherited,
        gettext("sammen med like merknader eller temaet"),
        _to("ledger-comments", slug, hvordan="inherited"),
    )


def hindrances(slug: str, gaps: Iterable[Gap]) -> list[Hindrance]:
    """What hinders the finish, in plain words, with where each is mended."""
    return [_hindrance(slug, gap) for gap in gaps]


def _hindrance(slug: str, gap: Gap) -> Hindrance:
    said, do, address = {
        "unopened": lambda: (
            gettext("Høringen er et utkast."), gettext("Publiser den"), _to("setup-check", slug)
        ),
        "open": lambda: (
            gettext("Høringen er åpen for innspill."), gettext("Se fristen"), _to("setup-deadlines", slug)
        ),
        "unprocessed": lambda: (
            ngettext(
                "%(count)d leveranse er ikke behandlet ennå.",
                "%(count)d leveranser er ikke behandlet ennå.", gap.count,
            ),
            gettext("Se i mottaket"), _inbox(slug, tilstand="new"),
        ),
        "unpublished": lambda: (
            ngettext(
                "%(count)d svar venter på publisering.", "%(count)d svar venter på publisering.",
                gap.count,
            ),
            gettext("Publiser eller hold tilbake"),
            f"{reverse('desk:publishing')}?{urlencode({'horing': slug})}",
        ),
        "undivided": lambda: (
            ngettext(
                "%(count)d svar er ikke gått gjennom.", "%(count)d svar er ikke gått gjennom.",
                gap.count,
            ),
            gettext("Gå gjennom"), _to("analysis", slug, "svar", svar="igjen"),
        ),
        "left": lambda: (
            ngettext(
                "%(count)d merknad er ikke vurdert.", "%(count)d merknader er ikke vurdert.",
                gap.count,
            ),
            gettext("Vurder det som står igjen"), _to("deciding-list", slug, utfall=LEFT),
        ),
        "second-reader": lambda: (
            ngettext(
                "%(count)d vurdering venter på kvalitetssikring.",
                "%(count)d vurderinger venter på kvalitetssikring.", gap.count,
            ),
            gettext("Se hvilke"), _to("ledger-comments", slug, hvordan="waiting"),
        ),
        "sums": lambda: (
            gettext("Regnskapet går ikke opp. Vent til alt er lest, og si ellers fra til drift."),
            gettext("Se registeret"), _to("hearing", slug),
        ),
    }[gap.code]()  # fmt: skip
    return Hindrance(said % {"count": gap.count} if "%(count)d" in said else said, do, address)
