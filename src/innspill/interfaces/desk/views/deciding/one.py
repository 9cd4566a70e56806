"""One comment, like group or theme: what is said of it, what was decided, and the form that decides."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from innspill.interfaces.desk.access import Desk, at_the_desk, back
from innspill.interfaces.desk.deciding_forms import WordForm, initial_of
from innspill.interfaces.desk.refusals import in_words
from innspill.interfaces.desk.views.deciding import members, onward
from innspill.interfaces.desk.views.deciding.room import DecidingRoom, passage_of
from innspill.interfaces.desk.views.together.beside import beside as colleagues_on
from innspill.interfaces.ui.forms import whole
from innspill.pipeline import wiring
from innspill.shared.errors import BadInput
from innspill.stages.analysis.queries import CommentRow
from innspill.stages.deciding import actions
from innspill.stages.deciding import queries as deciding
from innspill.stages.deciding.core.values import Decided, Target
from innspill.stages.deciding.queries import TargetShown


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page decides on, and where the person is."""

    request: HttpRequest
    room: DecidingRoom
    target: Target
    comment: CommentRow | None = None
    """The comment, or one of the like ones; None of a theme."""
    filled: Mapping[str, Any] = field(default_factory=dict)
    """What a button has filled in, over what was typed."""

    @property
    def themes(self) -> Collection[int]:
        """The themes that a comment inherits from."""
        return self.comment.stood_in if self.comment and self.target.scope == "comment" else ()

    @property
    def shown(self) -> TargetShown:
        """The target as it stands now."""
        return deciding.target_shown(self.room.hearing.id, self.target, self.themes)

    @property
    def seen(self) -> int | None:
        """The disposition that the form was shown with."""
        return whole(self.request.POST.get("seen", "")) or None


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def comment(request: HttpRequest, desk: Desk, slug: str, comment_id: int) -> HttpResponse:
    """One comment with all that bears on it; POST does what the button asks."""
    room = DecidingRoom(desk, slug)
    row = room.comment_or_404(comment_id)
    return _answer(Asked(request, room, Target("comment", row.fingerprint), row))


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def like(request: HttpRequest, desk: Desk, slug: str, comment_id: int) -> HttpResponse:
    """All comments that say the same as this one, decided on once."""
    room = DecidingRoom(desk, slug)
    row = room.comment_or_404(comment_id)
    group = deciding.like_group(slug, desk.owners, row.fingerprint)
    if group is None:
        return redirect(reverse("desk:decide-comment", args=[slug, comment_id]))
    key = min(each.comment.fingerprint for each in group.members)
    return _answer(Asked(request, room, Target("like", key), row))


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def theme(request: HttpRequest, desk: Desk, slug: str, theme_id: int) -> HttpResponse:
    """A theme decided on once, with those of its comments that go their own way."""
    room = DecidingRoom(desk, slug)
    if theme_id not in room.themes:
        raise Http404
    return _answer(Asked(request, room, Target("theme", str(theme_id))))


def _answer(asked: Asked) -> HttpResponse:
    if asked.request.method != "POST":
        return page(asked)
    for name, act in _VERBS.items():
        if name in asked.request.POST:
            return act(asked)
    raise BadInput("there is nothing here that can be judged")


def page(asked: Asked, form: WordForm | None = None, *, status: int = 200) -> HttpResponse:
    """The page as it stands now, with the form as it was typed where there is one."""
    room, held = asked.room, deciding.Held(asked.room.hearing.id)
    themes, standing = asked.themes, held.standing
    shown = deciding.target_shown(room.hearing.id, asked.target, themes, standing)
    said = deciding.versions(
        room.hearing.slug, room.desk.owners, asked.target, themes, standing=standing
    )
    context = room.context(asked.target.scope) | {
        "may": room.may_write(asked.request),
        "target": asked.target,
        "shown": shown,
        "form": form or room.form(initial=_beginning(asked, shown)),
        "history": room.said_of(said),
        "last": deciding.last_said_by(room.hearing.id, room.desk.user.pk),
        "standard": [each for each in room.reasons if not each.now.gone],
        "query": asked.request.GET.urlencode(),
        "here": asked.request.get_full_path(),
        "is_refused": form is not None and bool(form.errors),
        **_around(asked, held),
        **colleagues_on(
            asked.request,
            room.desk,
            room.hearing,
            asked.target,
            [asked.comment] if asked.comment else [],
        ),
    }
    return render(asked.request, "desk/deciding/one.html", context, status=status)


def _around(asked: Asked, held: deciding.Held) -> dict[str, object]:
    """What the page has beside the form: of a comment its neighbours, else its members."""
    room, row = asked.room, asked.comment
    if asked.target.scope == "theme":
        return members.of_theme(asked.request, room, int(asked.target.key))
    if row is None:
        return {}
    if asked.target.scope == "like":
        return members.of_like(room, row)
    decided = deciding.with_dispositions(room.hearing.id, [row], held.standing)[0]
    wanted = room.filter_of(asked.request).asked_for
    return {
        "one": room.shown([row])[0],
        "decided": decided,
        "beside": deciding.neighbours(
            room.hearing.slug, room.desk.owners, row.id, wanted, held=held
        ),
        "suggested": members.suggestions(room, row, held),
        "above": room.themes,
    }


def _beginning(asked: Asked, shown: TargetShown) -> dict[str, Any]:
    """What the form begins with: the word of the target itself; the passage that it is about."""
    held = initial_of(shown.word)
    places = [place for place in (asked.comment.links if asked.comment else ()) if place]
    for place in places:
        text = passage_of(asked.room.hearing.definition, place)
        if text:
            held |= {"place": place, "old": text}
            break
    return held


def _typed(asked: Asked) -> WordForm:
    """The form as it was sent, with what a button has filled in."""
    data = asked.request.POST.copy()
    for name, value in asked.filled.items():
        data[name] = str(value)
    return asked.room.form(data)


def _filled(asked: Asked, **filled: Any) -> HttpResponse:
    """The page with the form as it is typed and something filled in: nothing is decided by it."""
    form = _typed(replace(asked, filled=filled))
    form.errors.clear()
    return page(asked, form)


def _save(asked: Asked) -> HttpResponse:
    form = _typed(asked)
    if not form.is_valid():
        return page(asked, form, status=422)
    try:
        return _decided(asked, form, **form.said)
    except BadInput as error:
        form.add_error(None, in_words(error))
        return page(asked, form, status=422)


def _again(asked: Asked) -> HttpResponse:
    """What this person said last, said again; another outcome where one is chosen."""
    last = deciding.last_said_by(asked.room.hearing.id, asked.room.desk.user.pk)
    if last is None:
        raise BadInput("nothing was said before", todo="Decide on one comment first.")
    outcome = asked.request.POST.get("outcome") or last.outcome
    return _decided(
        asked, _typed(asked), outcome=outcome, reason=last.reason, responsible=last.responsible,
        standard_reason=last.standard_reason,
    )  # fmt: skip


def _decided(asked: Asked, form: WordForm | None, **said: Any) -> HttpResponse:
    room = asked.room
    leads_to = _onward(asked)
    done = actions.decide(
        room.hearing.id, {asked.target: asked.seen}, **said, by=room.desk.user,
        now=wiring.clock().now(),
    )  # fmt: skip
    if done.lost:
        return _met(asked, form)
    _leave(asked)
    _tell_of(asked)
    return redirect(leads_to)


def _tell_of(asked: Asked) -> None:
    """That it is saved; of a group or theme by its name, and how many do not follow what was said."""
    if asked.target.scope == "comment":
        messages.success(asked.request, gettext("Vurderingen er lagret."))
        return
    said = gettext("Vurderingen av «%(name)s» er lagret.")
    messages.success(asked.request, said % {"name": _called(asked)})
    others, all_of_them = members.going_their_own_way(asked.room.hearing.id, asked.target)
    if others:
        said = ngettext(
            "%(others)d av %(all)d merknad følger den ikke: den er vurdert for seg eller sammen med andre.",
            "%(others)d av %(all)d merknader følger den ikke: de er vurdert for seg eller sammen med andre.",
            all_of_them,
        )
        messages.info(asked.request, said % {"others": others, "all": all_of_them})


def _called(asked: Asked) -> str:
    """The theme's name; of like comments how they begin."""
    if asked.comment is None:
        return asked.room.themes[int(asked.target.key)]
    return Truncator(" ".join(asked.comment.text.split())).chars(80)


def _leave(asked: Asked) -> None:
    """Lets go of the claim that opening the form took: it is saved."""
    room = asked.room
    actions.release(room.hearing.id, [asked.target], by=room.desk.user, now=wiring.clock().now())


def _met(asked: Asked, form: WordForm | None) -> HttpResponse:
    """Somebody else came first: both texts are shown, and the form has what was typed."""
    said = gettext(
        "Noen andre vurderte dette mens du skrev. Begge tekstene er tatt vare på. Velg mellom dem."
    )
    messages.warning(asked.request, said, extra_tags="warning")
    return page(asked, form, status=409)


def _onward(asked: Asked) -> str:
    """Where saving leads: to the next that is left, else to what it was one of."""
    if asked.comment is None or asked.target.scope != "comment":
        return onward.after_many(asked.room, asked.target)
    return onward.after_comment(asked.request, asked.room, asked.comment)


def _standard(asked: Asked) -> HttpResponse:
    number = whole(asked.request.POST.get("standard", ""))
    for each in asked.room.reasons:
        if each.id == number:
            return _filled(asked, reason=each.now.text)
    raise BadInput("there is no such standard reason")


def _use(asked: Asked) -> HttpResponse:
    """A suggested reason put into the form, to be read and changed."""
    number = whole(asked.request.POST["use"])
    said = deciding.dispositions(asked.room.hearing.id, {number}).get(number)
    if said is None:
        raise BadInput("some of these comments are not there any more")
    chosen = {} if asked.request.POST.get("outcome") else {"outcome": said.outcome}
    return _filled(asked, reason=said.reason, standard=said.standard_reason or "", **chosen)


def _passage(asked: Asked) -> HttpResponse:
    place = asked.request.POST.get("place", "")
    text = passage_of(asked.room.hearing.definition, place)
    if not text:
        sentence = gettext("Stedet har ingen tekst i oppsettet. Lim inn stykket som skal endres.")
        messages.info(asked.request, sentence)
        return _filled(asked)
    return _filled(asked, old=text)


def _open(asked: Asked) -> HttpResponse:
    """Open again: a comment inherits nothing then, and a group or theme gives nothing."""
    return _taken_back(asked, "open", gettext("Vurderingen er tatt tilbake."))


def _inherits(asked: Asked) -> HttpResponse:
    return _taken_back(asked, "inherits", gettext("Merknaden følger gruppen eller temaet igjen."))


def _taken_back(asked: Asked, outcome: str, sentence: str) -> HttpResponse:
    done = actions.decide(
        asked.room.hearing.id, {asked.target: asked.seen}, outcome=outcome, reason="",
        by=asked.room.desk.user, now=wiring.clock().now(),
    )  # fmt: skip
    if done.lost:
        return _met(asked, None)
    _leave(asked)
    messages.success(asked.request, sentence)
    return redirect(back(asked.request, asked.request.get_full_path()))


def _prefer(asked: Asked) -> HttpResponse:
    number = _waiting(asked, "prefer")
    done: Decided = actions.prefer(
        number, seen=asked.seen, by=asked.room.desk.user, now=wiring.clock().now()
    )
    if done.lost:
        return _met(asked, None)
    messages.success(asked.request, gettext("Denne vurderingen gjelder nå."))
    return redirect(asked.request.get_full_path())


def _let_go(asked: Asked) -> HttpResponse:
    number = _waiting(asked, "let_go")
    actions.let_go(number, by=asked.room.desk.user, now=wiring.clock().now())
    messages.success(asked.request, gettext("Den andres vurdering står. Den du lot gå, er i historikken."))  # fmt: skip
    return redirect(asked.request.get_full_path())


def _waiting(asked: Asked, name: str) -> int:
    """A word that waits on this very target. Raises BadInput."""
    number = whole(asked.request.POST[name])
    if number not in {each.id for each in asked.shown.waiting}:
        raise BadInput("this word does not wait any more")
    return number


_VERBS: Mapping[str, Callable[[Asked], HttpResponse]] = {
    "again": _again,
    "fill_standard": _standard,
    "use": _use,
    "fill_passage": _passage,
    "open": _open,
    "inherits": _inherits,
    "prefer": _prefer,
    "let_go": _let_go,
    "save": _save,
}
"""What a form may ask for, by the name of its button."""
