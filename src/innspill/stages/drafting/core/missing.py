"""What must be there before a response is handed in, and what is only worth a hint."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from innspill.shared.email_address import is_email_address
from innspill.shared.organisation_number import bare_number, is_organisation_number
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.drafting.core.steps import asked, beside
from innspill.stages.drafting.core.values import About, Content

MustCode = Literal["sender", "organisation"]
HintCode = Literal[
    "nothing-said", "unanswered", "beside", "no-email", "email-wrong", "number-wrong", "no-remarks-and-answers",
    "open-proposals",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Must:
    """Something without which nothing can be handed in."""

    code: MustCode


@dataclass(frozen=True, slots=True)
class Hint:
    """Something to look at before handing in; `questions` says where, `named` which name."""

    code: HintCode
    questions: tuple[str, ...] = ()
    named: str = ""


def missing(definition: Definition, about: About) -> tuple[Must, ...]:
    """What must be there: a sender's name. Answers may be empty: that is an answer too.

    Where the hearing takes one response per organisation, it is the organisation's name.
    """
    first = about.senders[0] if about.senders else None
    if first is not None and first.name.strip():
        return ()
    person = first is not None and first.kind == "person"
    per_organisation = definition.one_response_per == "organisation" and not person
    return (Must("organisation" if per_organisation else "sender"),)


def hints(
    definition: Definition,
    about: About,
    contents: Mapping[str, Content],
    *,
    no_remarks: bool = False,
    files_at: Collection[str] = (),
    proposals_at: Collection[str] = (),
) -> tuple[Hint, ...]:
    """What the review page points out, and does not insist on."""
    answered = {name for name, content in contents.items() if not content.is_empty}
    answered |= set(files_at) - {""}
    says = bool(answered or about.comment.strip() or "" in files_at)
    found: list[Hint] = []
    if no_remarks and says:
        found.append(Hint("no-remarks-and-answers"))
    if not no_remarks and not about.supports.strip():
        left = tuple(q.id for q in asked(definition, contents) if q.id not in answered)
        if not says:
            found.append(Hint("nothing-said"))
        elif left:
            found.append(Hint("unanswered", left))
    moot = tuple(question.id for question in beside(definition, contents))
    found += [Hint("beside", moot)] if moot else []
    found += [
        Hint("number-wrong", named=sender.name)
        for sender in about.senders
        if sender.number and not is_organisation_number(bare_number(sender.number))
    ]
    if not about.email.strip():
        found.append(Hint("no-email"))
    elif not is_email_address(about.email.strip()):
        found.append(Hint("email-wrong", named=about.email))
    if proposals_at:
        found.append(Hint("open-proposals", tuple(dict.fromkeys(proposals_at))))
    return tuple(found)
