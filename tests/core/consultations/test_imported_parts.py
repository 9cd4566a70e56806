"""What an import finds beside the questions: their kinds, target groups and glossary."""

from __future__ import annotations

import pytest

from innspill.stages.consultations.core.choices import choices_from
from innspill.stages.consultations.core.imported_parts import (
    glossary_of,
    kind_of,
    target_groups_of,
)
from innspill.stages.consultations.core.lines import Line
from innspill.stages.consultations.core.page import read_page

COLUMNS = "Ved utdypning, angi tiltak, ansvarlig, relevant for, beskrivelse:"


@pytest.mark.parametrize(
    ("words", "guidance", "kind"),
    [
        (["Ja", "Nei", "Har ingen kommentar"], "", "choice"),
        (["Ja", "Nei"], COLUMNS, "choice"),
        (["Helt enig", "Litt enig", "Nøytral", "Litt uenig", "Helt uenig"], "", "scale"),
        (["1", "2", "3", "4", "5"], "", "scale"),
        ([], "", "text"),
        ([], "Utdyp gjerne i feltet under.", "text"),
        ([], COLUMNS, "measures"),
    ],
)
def test_the_kind_of_a_question_is_seen_from_its_boxes_and_guidance(
    words: list[str], guidance: str, kind: str
) -> None:
    assert kind_of(choices_from(words, "Hva mener dere?", "nb"), guidance) == kind


def page(heading: str, *items: str) -> list[Line]:
    lines = [Line("Høring om lek", kind="heading", level=1), Line("Innledning.")]
    return [*lines, Line(heading, kind="heading", level=2), *(Line(item) for item in items)]


def test_listed_target_groups_are_found_and_told_ones_are_not() -> None:
    listed = read_page(page("Målgrupper for høring", "• Kommuner;", "• Skoler og barnehager."))
    assert [(one.id, one.name) for one in target_groups_of(listed, "nb")] == [
        ("kommuner", {"nb": "Kommuner"}), ("skoler-og-barnehager", {"nb": "Skoler og barnehager"}),
    ]  # fmt: skip
    assert target_groups_of(read_page(page("Målgruppe", "Alle som leker.")), "nb") == ()


def test_a_glossary_is_found_under_its_heading() -> None:
    items = ("ROS: risiko og sårbarhet", "NIS2 – et direktiv om sikre nett", "Bare en setning.")
    terms = glossary_of(read_page(page("Ordliste", *items)), "nb")
    assert [(one.word, one.explanation["nb"]) for one in terms] == [
        ("ROS", "risiko og sårbarhet"), ("NIS2", "et direktiv om sikre nett"),
    ]  # fmt: skip
    assert glossary_of(read_page(page("Om saken", *items)), "nb") == ()
