"""The public pages of a hearing inside another page: the desk shows them before it is public."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import template
from django.template import Context
from django.template.loader import get_template, render_to_string
from django.template.loader_tags import BlockNode
from django.utils.safestring import SafeString
from django.utils.translation import override

from innspill.interfaces.portal import asked
from innspill.interfaces.portal.views.hearing import page_of_hearing
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.drafting.core.steps import steps_of
from innspill.stages.drafting.core.values import About
from innspill.stages.drafting.queries import DraftShown

register = template.Library()


@register.simple_tag(takes_context=True)
def hearing_preview(context: Context, hearing: ConsultationShown, language: str) -> SafeString:
    """The hearing page as the public will see it in `language`, whatever phase it is in."""
    request = context["request"]
    page: Any = get_template("portal/hearing.html")
    found = page.template
    block = next(
        node for node in found.nodelist.get_nodes_by_type(BlockNode) if node.name == "content"
    )
    with override(language):
        shown = Context({**page_of_hearing(request, hearing), "request": request})
        with shown.render_context.push_state(found), shown.bind_template(found):
            rendered: SafeString = block.nodelist.render(shown)
            return rendered


@register.simple_tag
def form_preview(hearing: ConsultationShown, language: Any, now: datetime) -> SafeString:
    """The web form, one step below the other, as somebody meets it who has said nothing yet."""
    steps = steps_of(hearing.definition)
    nothing = _nothing(hearing, language, now)
    with override(language):
        shown = asked.shown(hearing.definition, nothing, steps)
        return render_to_string(
            "portal/draft/preview.html",
            {
                "hearing": hearing,
                "definition": hearing.definition,
                "steps": shown,
                "count": len(steps),
                "empty_rows": range(asked.EMPTY_ROWS),
            },
        )


@register.filter
def in_tongue(text: Mapping[str, str], language: str) -> str:
    """A text in one language, or nothing where it is missing there."""
    return text.get(language, "")


def _nothing(hearing: ConsultationShown, language: Any, now: datetime) -> DraftShown:
    """A draft in which nothing is said."""
    return DraftShown(
        id=0,
        hearing=hearing,
        recipient_id=None,
        body_id=None,
        state="open",
        language=language,
        about=About(),
        no_remarks=False,
        about_revision=0,
        internal_deadline=None,
        begun_at=now,
        changed_at=now,
        changed_since_handed_in=False,
        delivery=None,
        receipts=(),
        answers={},
        notes=(),
        files=(),
    )
