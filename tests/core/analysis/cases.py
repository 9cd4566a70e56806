"""A small hearing and public responses built by hand, for the tests of the analysis."""

from __future__ import annotations

from innspill.stages.consultations.core.definition import (
    Choice,
    Definition,
    Group,
    Member,
    Question,
)
from innspill.stages.publication.core.values import PublicAnswer, PublicResponse

YES = Choice(id="yes", text={"nb": "Ja"}, effect="supports")
NO = Choice(id="no", text={"nb": "Nei"}, effect="criticises")
NONE = Choice(id="none", text={"nb": "Har ingen kommentar"}, effect="neutral")


def hearing() -> Definition:
    """Two questions: in the first Ja supports, in the second it criticises; a third without ticks."""
    turned = (
        YES.model_copy(update={"effect": "criticises"}),
        NO.model_copy(update={"effect": "supports"}),
        NONE,
    )
    return Definition(
        schema="innspill/consultation/1",
        case_number="26/100",
        title={"nb": "Prøvehøring"},
        owner="Direktoratet for prøver",
        status="closed",
        questions=(
            Question(
                id="1", text={"nb": "Er målene i kapittel 4 dekkende?"}, choices=(YES, NO, NONE)
            ),
            Question(id="2", text={"nb": "Er det mangler i beskrivelsen?"}, choices=turned),
            Question(id="3", text={"nb": "Andre innspill"}),
        ),
        bodies=(Group(name="Alle", members=(Member(name="KS"), Member(name="Vannforbundet"))),),
    )


def public(
    *answers: PublicAnswer,
    name: str = "Lier kommune",
    number: int = 1,
    general: tuple[str, ...] = (),
) -> PublicResponse:
    """The public copy of a letter from `name`."""
    return PublicResponse(
        reference=f"26/100-{number}", name=name, senders=(name,), group=None, via="open",
        private=False, kind="letter", language="nb", received=None, late=None, answers=answers,
        footnotes=(), general=general, withheld=0,
    )  # fmt: skip


def answer(
    text: str = "", *ticks: str, question: str = "1", no_comment: bool = False
) -> PublicAnswer:
    """An answer with a text and ticks."""
    choice = ticks[0] if len(ticks) == 1 else None
    return PublicAnswer(question, ticks, choice, text, no_comment)
