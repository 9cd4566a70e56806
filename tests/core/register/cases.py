"""A small hearing and responses built by hand, for the tests of the register."""

from __future__ import annotations

from datetime import UTC, datetime

from innspill.shared.values import Certainty, sha256_of
from innspill.stages.consultations.core.definition import Definition, Group, Member
from innspill.stages.reading.core.values import Answer, Passage, ResponseRead, Sender
from innspill.stages.register.core.values import Arrival

BODIES = (
    Group(
        name="Det offentlige",
        members=(
            Member(name="Landets kommuner", collective=True),
            Member(name="Landets fylkeskommuner", collective=True),
            Member(name="De regionale helseforetakene", collective=True),
            Member(name="Statsforvalterne", collective=True),
            Member(name="Kommunesektorens organisasjon"),
            Member(name="Folkehelseinstituttet"),
            Member(name="Norsk helsenett SF"),
            Member(name="Direktoratet for samfunnssikkerhet og beredskap"),
        ),
    ),
    Group(
        name="Forskning",
        members=(
            Member(name="Universitetet i Bergen"),
            Member(name="Universitetet i Oslo"),
            Member(name="Norges teknisk-naturvitenskapelige universitet"),
            Member(name="Senter for vannforskning", aliases=("Vannsenteret",)),
        ),
    ),
    Group(name="Brukere", members=(Member(name="Pasient- og brukerombudene", collective=True),)),
)


def hearing(*, one_each: bool = True) -> Definition:
    """A hearing with deadline on the last day of March 2026."""
    return Definition(
        schema="innspill/consultation/1",
        case_number="26/100",
        title={"nb": "Prøvehøring"},
        owner="Direktoratet for prøver",
        status="closed",
        deadline="2026-03-31",
        one_response_per="organisation" if one_each else "none",
        bodies=BODIES,
    )


def response(name: str | None, text: str = "Vi støtter planen.", **given: object) -> ResponseRead:
    """A letter from `name` that says `text`."""
    values: dict[str, object] = {
        "file": f"{name}.txt",
        "sha256": sha256_of(f"{name} {text}".encode()),
        "media_type": "text/plain",
        "consultation": "26/100",
        "kind": "letter",
        "sender": Sender(name, None, Certainty.CERTAIN if name else Certainty.UNSURE),
        "answers": (Answer("1", text=text),),
    }
    return ResponseRead(**(values | given))  # type: ignore[arg-type]


def saying(text: str) -> tuple[Passage, ...]:
    """`text` as what belongs to no question."""
    return (Passage(text, ()),)


def on(day: int, hour: int = 12, sender: str | None = None) -> Arrival:
    """Arrived in March 2026."""
    return Arrival(datetime(2026, 3, day, hour, tzinfo=UTC), "email", sender)
