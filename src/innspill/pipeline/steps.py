"""The journey of a response, on one page.

Something arrives and is stored (`intake.actions.receive`: through the portal, or a folder). Then
each step asks for what the steps before it have done and it has not, and does it:

    switch → import → sift → read → register → redate → withdraw → screen → rescreen → publish → rebuild → analyse → compare → group → suggest (a model, if one is set)

and beside that: index (the search) · pack (the ZIP of each hearing) · report (those that were asked for) · word → reply (letters back)
· receipt → send → returned (mails) · answer → tell → unreached → let-go (subscribers) · remind (colleagues)
· forget (drafts that nobody handed in)
· clear (texts of old mails) · sweep (bytes that nothing refers to) · checkpoint → stamp (proofs)

People come in between: they settle flags and senders, approve or withhold what is doubtful, judge
suggestions and decide on comments. Each such word makes a step's work wait again. When they ask
for it, a report is made; a lead publishes it, and it is handed over with all the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from innspill.pipeline import (
    asking,
    forgetting,
    importing_responses,
    indexing,
    packing,
    proving,
    rebuilding,
    receipt_mails,
    reminding,
    returned_mails,
    sifting,
    telling,
    wiring,
)
from innspill.shared.journal import queries as journal
from innspill.shared.post import actions as post_actions
from innspill.shared.post import queries as post
from innspill.stages.analysis import actions as analysis_actions
from innspill.stages.analysis import queries as analysis
from innspill.stages.consultations import actions as consultation_actions
from innspill.stages.consultations import queries as consultations
from innspill.stages.drafting import actions as drafting_actions
from innspill.stages.drafting import queries as drafting
from innspill.stages.intake import queries as intake
from innspill.stages.publication import actions as publication_actions
from innspill.stages.publication import waiting as publication
from innspill.stages.reading import actions as reading_actions
from innspill.stages.register import actions as register_actions
from innspill.stages.register import queries as register
from innspill.stages.reports import actions as report_actions
from innspill.stages.reports import queries as reports
from innspill.stages.reports.replying import actions as reply_actions
from innspill.stages.reports.replying import queries as replying


class Action(Protocol):
    """Does one thing that waits, given its row number."""

    def __call__(self, thing: int, /, *, now: datetime) -> object:
        """Does it, at the moment `now`."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `name`, what waits for it (row numbers, in order), and how one of them is done.

    `of` says what the row numbers count: imports, deliveries, responses, screenings, copies, hearings,
    drafts, letters, mails, orders, subscriptions, assignments, askings, days or checkpoints.
    """

    name: str
    of: str
    pending: Callable[[], list[int]]
    do: Action

    def things(self) -> list[int]:
        """What waits, but for what met a mishap and waits for a person."""
        left_alone = journal.left_alone(self.name)
        return [thing for thing in self.pending() if thing not in left_alone]

    def waiting(self) -> int:
        """How many wait, the ones with a mishap too."""
        return len(self.pending())


def _to_switch() -> list[int]:
    return consultations.to_switch(wiring.clock().now())


def _read(delivery: int, *, now: datetime) -> None:
    reading_actions.read_next(
        delivery, read_delivery=wiring.reader(), store=wiring.store(), now=now
    )


def _register(delivery: int, *, now: datetime) -> None:
    register_actions.register_next(delivery, store=wiring.store(), now=now, units=wiring.units())


def _group(hearing: int, *, now: datetime) -> None:
    analysis_actions.group_next(hearing, now=now, embedder=wiring.embedder())


def _write_back(reply: int, *, now: datetime) -> None:
    reply_actions.write_next(reply, store=wiring.store(), now=now)


def _to_send() -> list[int]:
    return post.to_send(wiring.clock().now())


def _send(mail: int, *, now: datetime) -> None:
    post_actions.send_next(mail, postman=wiring.postman(), store=wiring.store(), now=now)


def _look_through(delivery: int, *, now: datetime) -> None:
    returned_mails.look_through(delivery, store=wiring.store(), now=now)


def _report(order: int, *, now: datetime) -> None:
    report_actions.make_next(order, now=now, store=wiring.store(), writer=wiring.report_writer())


def _abandoned() -> list[int]:
    return drafting.abandoned(wiring.clock().now())


def _to_clear() -> list[int]:
    return post.to_clear(wiring.clock().now())


def _clear(_oldest: int, *, now: datetime) -> None:
    post_actions.clear(now=now)


STEPS: tuple[Step, ...] = (
    Step("switch", "hearings", _to_switch, consultation_actions.switch_next),
    Step("import", "imports", intake.unfinished_imports, importing_responses.go_on),
    Step("sift", "deliveries", intake.unsifted, sifting.sift),
    Step("read", "deliveries", intake.unread, _read),
    Step("register", "deliveries", intake.unregistered, _register),
    Step("redate", "responses", register.misdated, register_actions.redate),
    Step("withdraw", "responses", register.taken_back, publication_actions.follow_taken_back),
    Step("screen", "responses", publication.unscreened, publication_actions.screen_next),
    Step("rescreen", "screenings", publication.rescreenable, publication_actions.rescreen_next),
    Step("publish", "screenings", publication.publishable, publication_actions.publish_next),
    Step("rebuild", "copies", rebuilding.due, rebuilding.rebuild),
    Step("analyse", "copies", analysis.unanalysed, analysis_actions.analyse_next),
    Step("compare", "hearings", analysis.uncompared, analysis_actions.compare_next),
    Step("group", "hearings", analysis.ungrouped, _group),
    Step("suggest", "askings", asking.due, asking.go_on),
    Step("index", "copies", indexing.due, indexing.bring_up),
    Step("pack", "hearings", packing.due, packing.pack),
    Step("report", "orders", reports.unmade, _report),
    # Beside the journey:
    Step("receipt", "drafts", receipt_mails.due, receipt_mails.mail_receipt),
    Step("word", "hearings", replying.to_freeze, reply_actions.freeze_next),
    Step("reply", "letters", replying.to_write, _write_back),
    Step("send", "mails", _to_send, _send),
    Step("returned", "deliveries", returned_mails.unseen, _look_through),
    Step("answer", "subscriptions", telling.wanted, telling.answer),
    Step("tell", "subscriptions", telling.due, telling.tell),
    Step("remind", "assignments", reminding.due, reminding.remind),
    Step("unreached", "subscriptions", telling.returned, telling.end_returned),
    Step("let-go", "subscriptions", telling.to_let_go, telling.let_go),
    Step("forget", "hearings", _abandoned, drafting_actions.forget_abandoned),
    Step("clear", "mails", _to_clear, _clear),
    Step("sweep", "days", forgetting.unswept, forgetting.sweep),
    Step("checkpoint", "checkpoints", proving.due, proving.make_checkpoint),
    Step("stamp", "checkpoints", proving.unstamped, proving.stamp),
)
