"""One chapter of the form: its questions, saved whole with every button that is pressed."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from innspill.interfaces.portal import asked
from innspill.interfaces.portal.asked import StepShown
from innspill.interfaces.portal.views.drafts import going, notes, saving
from innspill.interfaces.portal.views.drafts.door import (
    WRITERS,
    At,
    at_the_draft,
    here_of,
    show,
)
from innspill.interfaces.ui.forms import whole
from innspill.stages.drafting.core.steps import Step


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_draft()
def chapter(request: HttpRequest, at: At, key: str) -> HttpResponse:
    """The questions of one step; a colleague says their name first."""
    step = next((one for one in at.steps if one.key == key and one.kind == "questions"), None)
    if step is None:
        raise Http404
    if at.needs_name:
        return redirect("portal:draft-name", at.token)
    if request.method == "POST":
        return _sent(request, at, step)
    return _page(request, at, step)


def _page(request: HttpRequest, at: At, step: Step) -> HttpResponse:
    everything = asked.shown(at.definition, at.draft, at.steps)
    here = next(one for one in everything if one.step == step)
    rows = request.GET.get("rader", "")
    context: dict[str, object] = {
        "step": step,
        "asked": here.asked,
        "everything": everything,
        "rows_for": rows,
        "empty_rows": range(asked.EMPTY_ROWS if not rows else asked.EMPTY_ROWS + 3),
        "is_last": step.number == len(at.steps) - 1,
    }
    template = "portal/draft/chapter.html" if at.may_write else "portal/draft/chapter_read.html"
    return show(request, at, template, context)


def _sent(request: HttpRequest, at: At, step: Step) -> HttpResponse:
    """Saves all that the page holds, then does what the button says."""
    everything = asked.shown(at.definition, at.draft, at.steps)
    shown = next(one for one in everything if one.step == step)
    if at.role in WRITERS and not at.may_write and saving.has_news(request, shown):
        return show(request, at, "portal/draft/closed.html", status=409)
    saving.save_step(request, at, shown)
    notes.add_sent(request, at, shown)
    do, _, what = request.POST.get("do", "").partition(":")
    here = here_of(request, reverse("portal:draft-step", args=[at.token, step.key]))
    if do in {"take", "dismiss"}:
        key = notes.settle(request, at, whole(what), take=do == "take")
        return redirect(f"{here}#{key}" if key else here)
    if do == "drop":
        return redirect(f"{here}#{saving.drop_file(at, whole(what))}")
    if do in {"row", "untick", "upload", "note"}:
        return redirect(_same(here, do, what, shown))
    return going.onward(request, at, here=here, step=step)


def _same(here: str, do: str, key: str, shown: StepShown) -> str:
    """The same page, at the question that the button stood in."""
    known = any(one.key == key for one in shown.asked)
    if not known:
        return here
    if do == "row":
        return going.asking(here, f"rader={key}#{key}")
    return f"{here}#{key}"
