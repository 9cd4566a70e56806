"""The words of reports in bokmål, nynorsk and English."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Every text of a report in one language."""

    not_invited: str
    joint_groups: str
    members_of: str
    total: str
    private_person: str


NB = Words(
    not_invited="Ikke invitert",
    joint_groups="Felles svar fra flere grupper",
    members_of="{group}: medlemmer",
    total="I alt",
    private_person="Privatperson",
)
NN = Words(
    not_invited="Ikkje invitert",
    joint_groups="Felles svar frå fleire grupper",
    members_of="{group}: medlemmer",
    total="I alt",
    private_person="Privatperson",
)
EN = Words(
    not_invited="Not invited",
    joint_groups="Joint responses across groups",
    members_of="{group}: members",
    total="Total",
    private_person="Private person",
)


def words_in(language: str) -> Words:
    """The words of `language`; bokmål where it is none of the three."""
    return {"nb": NB, "nn": NN, "en": EN}.get(language, NB)
