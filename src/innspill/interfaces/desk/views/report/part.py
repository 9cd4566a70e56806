"""One part of a report: its text, what it rests on, its versions, and what the machine says now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.refusals import in_words
from innspill.interfaces.desk.views.report.room import Room
from innspill.interfaces.desk.views.report.shown import Sources, difference, plainly
from innspill.interfaces.ui.forms import whole as number_in
from innspill.shared.errors import BadInput
from innspill.stages.reports.core.edited.arranging import whole
from innspill.stages.reports.core.edited.comparing import Difference
from innspill.stages.reports.core.edited.merging import Merged, merged
from innspill.stages.reports.core.edited.notation import read, written
from innspill.stages.reports.core.edited.stored import as_json, from_json
from innspill.stages.reports.core.edited.values import Kept, TextShown
from innspill.stages.reports.core.parts.values import Block
from innspill.stages.reports.texts import actions
from innspill.stages.reports.texts import queries as texts

_SALT = "innspill.desk.part"
_A_WEEK = 7 * 86_400


@dataclass(frozen=True, slots=True)
class _Base:
    """What a person had before them when they began to write."""

    blocks: tuple[Block, ...]
    machine: tuple[Block, ...]
    seen: int

    def sealed(self, room: Room, key: str) -> str:
        """As a signed text that the page of this part carries until the text is saved."""
        held = [as_json(self.blocks), as_json(self.machine), self.seen]
        return signing.dumps(held, salt=_salt(room, key), compress=True)

    @classmethod
    def unsealed(cls, text: str, room: Room, key: str) -> _Base:
        """Raises BadInput where the page was changed or is old, or another part's."""
        try:
            blocks, machine, seen = signing.loads(text, salt=_salt(room, key), max_age=_A_WEEK)
        except signing.BadSignature as error:
            raise BadInput("the page is too old", todo="Open the part anew.") from error
        return cls(from_json(blocks), from_json(machine), seen)


def _salt(room: Room, key: str) -> str:
    return f"{_SALT}.{room.hearing.id}.{room.kind}.{room.language}.{key}"


@dataclass(frozen=True, slots=True)
class _Version:
    """A version on the page, and what it says otherwise than what stands."""

    text: TextShown
    paragraphs: list[str]
    difference: list[Difference]


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def part(  # noqa: PLR0917 - the parts of an address
    request: HttpRequest, desk: Desk, slug: str, report_kind: str, language: str, part_key: str
) -> HttpResponse:
    """One part; POST saves, gives back, keeps, takes in what is new, or chooses a version."""
    room = Room(desk, slug, report_kind, language)
    if request.method != "POST":
        return _page(request, room, part_key)
    act = _ACTS.get(request.POST.get("gjor", ""))
    if act is None:
        raise BadInput("there is nothing to do with the part", todo="Choose one of those shown.")
    room.require_writer()
    room.machines(part_key)
    try:
        act(request, room, part_key)
    except BadInput as error:
        return _page(
            request, room, part_key, typed=request.POST.get("tekst"), fault=in_words(error)
        )
    return redirect("desk:report-part", slug, report_kind, language, part_key)


def _page(
    request: HttpRequest, room: Room, key: str, typed: str | None = None, fault: str = ""
) -> HttpResponse:
    stands, machine = room.part(key), room.machines(key)
    blocks, now = whole(stands), whole(machine)
    history = texts.history(room.hearing.id, room.of(key))
    seen = max((each.id for each in history), default=0)
    text = room.standing.get(key)
    base = request.POST.get("grunnlag", "") if typed is not None else ""
    context = room.context() | {
        "part": stands,
        "is_own": key.startswith("own:"),
        "by": text,
        "text": typed if typed is not None else written(blocks),
        "fault": fault,
        "base": base or _Base(blocks, now, seen).sealed(room, key),
        "seen": seen,
        "beside": [_version(each, blocks) for each in history if _is_open(each)],
        "versions": [_version(each, blocks) for each in history],
        "resting": Sources(room.hearing.id, room.hearing.slug, blocks).resting(blocks),
    }
    if text is not None and stands.differs:
        new = merged(text.machine, text.blocks, now)
        context |= {
            "machine_difference": difference(text.machine, now),
            "own_difference": difference(text.blocks, new.blocks),
            "clashes": [(plainly(each.mine), plainly(each.theirs)) for each in new.clashes],
        }
    return render(request, "desk/report/part.html", context, status=422 if fault else 200)


def _is_open(each: TextShown) -> bool:
    return not each.stands and not each.settled


def _version(each: TextShown, stands: tuple[Block, ...]) -> _Version:
    return _Version(each, plainly(each.blocks), difference(stands, each.blocks))


def _save(request: HttpRequest, room: Room, key: str) -> None:
    base = _Base.unsealed(request.POST.get("grunnlag", ""), room, key)
    blocks = read(request.POST.get("tekst", ""), base.blocks, base.machine, room.language)
    _written(request, room, key, blocks, base.machine, base.seen)


def _keep(request: HttpRequest, room: Room, key: str) -> None:
    text = room.standing.get(key)
    if text is None:
        raise BadInput("nobody has written in the part", todo="Look at it again.")
    now = whole(room.machines(key))
    _written(request, room, key, text.blocks, now, number_in(request.POST.get("sett", "")))


def _take_new(request: HttpRequest, room: Room, key: str) -> None:
    text = room.standing.get(key)
    if text is None:
        raise BadInput("nobody has written in the part", todo="Look at it again.")
    now = whole(room.machines(key))
    new: Merged = merged(text.machine, text.blocks, now)
    _written(request, room, key, new.blocks, now, number_in(request.POST.get("sett", "")))
    if new.clashes:
        sentence = ngettext(
            "Ett sted har både du og maskinen endret. Der står din tekst.",
            "%(count)d steder har både du og maskinen endret. Der står din tekst.",
            len(new.clashes),
        )
        messages.warning(request, sentence % {"count": len(new.clashes)})


def _choose(request: HttpRequest, room: Room, key: str) -> None:
    wanted = number_in(request.POST.get("versjon", ""))
    history = texts.history(room.hearing.id, room.of(key))
    found = next((each for each in history if each.id == wanted and not each.back), None)
    if found is None:
        raise Http404
    seen = number_in(request.POST.get("sett", ""))
    _written(request, room, key, found.blocks, found.machine, seen)


def _stand_by(request: HttpRequest, room: Room, key: str) -> None:
    """What stands is kept by somebody who has seen what was written beside it."""
    text = room.standing.get(key)
    if text is None:
        _give_back(request, room, key)
        return
    seen = number_in(request.POST.get("sett", ""))
    _written(request, room, key, text.blocks, text.machine, seen)


def _give_back(request: HttpRequest, room: Room, key: str) -> None:
    actions.give_back(
        room.hearing.id, room.of(key), seen=number_in(request.POST.get("sett", "")),
        by=room.desk.user, now=room.now,
    )  # fmt: skip
    messages.success(request, gettext("Maskinen skriver delen igjen. Teksten din er i versjonene."))


def _written(  # noqa: PLR0917 - what is written, and where
    request: HttpRequest, room: Room, key: str, blocks: Any, machine: Any, seen: int
) -> None:
    kept: Kept = actions.write_part(
        room.hearing.id, room.of(key), blocks, machine=machine, seen=seen,
        by=room.desk.user, now=room.now,
    )  # fmt: skip
    if kept.stands:
        messages.success(request, gettext("Teksten er lagret."))
    else:
        sentence = gettext(
            "Noen andre skrev i denne delen samtidig. Deres tekst står, og din er tatt vare på"
            " ved siden av. Velg under hvilken som skal stå."
        )
        messages.warning(request, sentence)


_ACTS: Mapping[str, Callable[[HttpRequest, Room, str], None]] = {
    "lagre": _save, "tilbake": _give_back, "behold": _keep, "ta-inn": _take_new,
    "bruk": _choose, "la-sta": _stand_by,
}  # fmt: skip
