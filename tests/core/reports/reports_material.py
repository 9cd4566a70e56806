"""A small hearing and responses to it, for the tests of reports; and arbitrary ones."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from innspill.shared.values import Certainty, Span
from innspill.stages.analysis.core.values import (
    Analysis,
    AnswerStance,
    CommentFound,
    DuplicateGroup,
    Proposal,
    Stance,
)
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.publication.core.values import PublicAnswer, PublicResponse
from innspill.stages.register.core.values import Match
from innspill.stages.reports.core.values import Decided, Ledger, Reported, ReportInput

YES_NO = [
    {"id": "yes", "text": {"nb": "Ja", "nn": "Ja", "en": "Yes"}, "effect": "supports"},
    {"id": "no", "text": {"nb": "Nei", "nn": "Nei", "en": "No"}, "effect": "criticises"},
    {
        "id": "none",
        "text": {"nb": "Har ingen kommentar", "nn": "Har ingen kommentar", "en": "No comment"},
    },
]
DEFINITION = Definition.model_validate(
    {
        "schema": "innspill/consultation/1",
        "case_number": "24/17",
        "title": {"nb": "Plan for nødnett", "nn": "Plan for naudnett", "en": "Emergency network"},
        "owner": "Direktoratet for prøver",
        "status": "closed",
        "opens": "2024-03-01",
        "deadline": "2024-06-01",
        "questions": [
            {"id": "1", "text": {"nb": "Er målene riktige?"}, "choices": YES_NO},
            {"id": "2", "text": {"nb": "Har dere andre innspill?"}},
        ],
        "bodies": [
            {
                "name": "Kommuner",
                "members": [
                    {"name": "Landets kommuner", "collective": True},
                    {"name": "Kommunenes forbund"},
                ],
            },
            {
                "name": "Foreninger",
                "translations": {"nn": "Foreiningar", "en": "Associations"},
                "members": [{"name": "Legelaget", "aliases": ["DNL"]}, {"name": "Pasientlaget"}],
            },
        ],
    }
)


def sender(name: str, group: str | None, body: str | None, via: Any) -> Match:
    return Match(name, "organisation", body, group, via, Certainty.CERTAIN)


def answer(question: str, *ticks: str, choice: str | None = None, **fields: Any) -> PublicAnswer:
    settled = choice or (ticks[0] if len(ticks) == 1 else None)
    fields = {"text": "", "no_comment": False} | fields
    return PublicAnswer(question=question, ticks=ticks, choice=settled, **fields)


def response(number: int, *senders: Match, answers: Any = (), **fields: Any) -> Reported:
    state = fields.pop("state", "published")
    names = tuple(each.name for each in senders)
    known: dict[str, Any] = {
        "private": False, "kind": "form", "language": "nb", "received": "2024-05-30",
        "late": False, "footnotes": (), "general": (), "withheld": 0,
    }  # fmt: skip
    public = PublicResponse(
        reference=f"24/17-{number}",
        name=", ".join(names),
        senders=names,
        group=senders[0].group,
        via=senders[0].via,
        answers=tuple(answers),
        **(known | fields),
    )
    return Reported(public, state, senders)


def comment(reference: str, text: str, question: str | None = "1", **fields: Any) -> CommentFound:
    stance = Stance(fields.pop("stance", "neutral"), Certainty.LIKELY, ("ord",))
    known: dict[str, Any] = {"paragraph": None, "is_remark": True, "proposals": ()}
    return CommentFound(
        response=reference, question=question, span=Span(0, len(text)), text=text, stance=stance,
        **(known | fields),
    )  # fmt: skip


def proposal(text: str, phrase: str) -> Proposal:
    return Proposal(Span(0, len(text)), phrase)


def report(*responses: Reported, **fields: Any) -> ReportInput:
    states = [each.state for each in responses if each.public.standing == "current"]
    others = [each.public.standing for each in responses]
    ledger = Ledger(
        deliveries=len(responses), registered=len(responses), set_aside=(), unprocessed=0,
        responses=len(responses), published=states.count("published"),
        withheld=states.count("withheld"), waiting=states.count("waiting"),
        superseded=others.count("superseded"), withdrawn=others.count("withdrawn"),
    )  # fmt: skip
    known: dict[str, Any] = {
        "definition": DEFINITION, "language": "nb", "decided": (), "ledger": ledger,
        "made_at": datetime(2024, 6, 3, 22, 30, tzinfo=UTC), "analysis": Analysis((), (), ()),
    }  # fmt: skip
    return ReportInput(responses=responses, **(known | fields))


TEXTS = st.text(alphabet="Æøå abc,.\n=<&>", max_size=30)
ANSWERS = st.lists(
    st.builds(
        PublicAnswer,
        question=st.sampled_from(["1", "2", "77"]),
        ticks=st.lists(st.sampled_from(["yes", "no", "none", "odd"]), unique=True).map(tuple),
        choice=st.sampled_from([None, "yes", "no", "none", "odd"]),
        text=TEXTS,
        no_comment=st.booleans(),
    ),
    max_size=4,
).map(tuple)
GROUPS = st.sampled_from([None, "Kommuner", "Foreninger", "Ukjent gruppe"])
VIAS = st.sampled_from(["invited", "member", "open"])
SENDERS = st.builds(
    sender,
    st.sampled_from(["Legelaget", "Liten kommune", "Stor kommune", "Kari"]),
    GROUPS,
    st.sampled_from([None, "Landets kommuner", "Legelaget", "Fremmed"]),
    VIAS,
)


@st.composite
def responses(draw: Any) -> Reported:
    """Any response at all, also one that contradicts itself."""
    matches = draw(st.lists(SENDERS, max_size=3).map(tuple))
    public = PublicResponse(
        reference=f"24/17-{draw(st.integers(1, 30))}",
        name=draw(TEXTS),
        senders=tuple(each.name for each in matches),
        group=draw(GROUPS),
        via=draw(VIAS),
        private=draw(st.booleans()),
        kind="form",
        language="nb",
        received=draw(st.sampled_from([None, "2024-05-30"])),
        late=draw(st.sampled_from([None, True, False])),
        answers=draw(ANSWERS),
        footnotes=(),
        general=(),
        withheld=0,
        supports=draw(st.sampled_from([None, "Legelaget"])),
        standing=draw(st.sampled_from(["current", "current", "superseded", "withdrawn"])),
    )
    known = draw(st.booleans())
    state = draw(st.sampled_from(["published", "waiting", "withheld"]))
    return Reported(public, state, matches if known else ())


REPORTS = st.builds(
    lambda given, language: report(*given, language=language),
    st.lists(responses(), max_size=25),
    st.sampled_from(["nb", "nn", "en"]),
)


def full_report(language: str = "nb", **fields: Any) -> ReportInput:
    """One of everything: a joint one, a member, a late one, a contradictory and a waiting one."""
    legelaget = sender("Legelaget", "Foreninger", "Legelaget", "invited")
    liten = sender("Liten kommune", "Kommuner", "Landets kommuner", "member")
    stor = sender("Stor kommune", "Kommuner", "Landets kommuner", "member")
    private = sender("Privatperson", None, None, "open")
    text = "Vi foreslår at nødnettet prøves hvert år."
    given = (
        response(1, legelaget, answers=[answer("1", "yes", text=text), answer("2", text="=1+1")]),
        response(2, liten, stor, answers=[answer("1", "yes", "no")], late=True),
        response(3, private, answers=[answer("1", "no", text="Nei takk")], private=True),
        response(4, sender("Øyfirma AS", None, None, "open"), state="waiting",
                 answers=[answer("1", "no", text="Hemmelig tekst")]),
        response(5, legelaget, standing="superseded", answers=[answer("1", "no")]),
        response(6, sender("Pasientlaget", "Foreninger", "Pasientlaget", "invited"),
                 answers=[answer("1", no_comment=True)], supports="Legelaget", late=None),
    )  # fmt: skip
    found = (
        comment("24/17-1", text, stance="supports", proposals=(proposal(text, "foreslår"),)),
        comment("24/17-1", "=1+1", "2"),
        comment("24/17-3", "Nei takk", stance="opposes"),
        comment("24/17-4", "Hemmelig tekst", proposals=(proposal("Hemmelig tekst", "bør"),)),
    )
    stances = (
        AnswerStance("24/17-1", "1", Stance("supports", Certainty.CERTAIN)),
        AnswerStance("24/17-3", "1", Stance("opposes", Certainty.CERTAIN)),
    )
    near = (DuplicateGroup(("24/17-1", "24/17-3", "24/17-5"), "near", 0.9),)
    decided = (Decided(0, "followed", "Prøves fra 2025."),)
    known = {"analysis": Analysis(found, stances, near), "decided": decided}
    return report(*given, language=language, **(known | fields))
