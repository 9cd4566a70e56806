"""The lists made of comments: measures, requirements, what respondents miss."""

from __future__ import annotations

import pytest

from innspill.stages.analysis.core.comments import points
from innspill.stages.analysis.core.mentions import known_of, mentions_of
from innspill.stages.analysis.core.proposals import proposals
from innspill.stages.analysis.core.registers import (
    Said,
    measure_key,
    measures_of,
    missing_of,
    requirements_of,
)
from innspill.stages.analysis.core.registers.measures import rows_in
from innspill.stages.consultations.core.definition import Chapter, Paper
from tests.core.analysis.cases import hearing

KNOWN = known_of(hearing())


def said(text: str, *senders: str) -> Said:
    return Said(text, tuple(proposals(text)), mentions_of(text, KNOWN), senders)


def with_annex(*passages: str):
    annex = Chapter(
        id="A",
        kind="annex",
        title={"nb": "Tiltak"},
        passages=tuple({"nb": each} for each in passages),
    )
    measure = Chapter(id="3.3", kind="measure", title={"nb": "Beredskapsplan"})
    paper = Paper(id="p", title={"nb": "Notat"}, chapters=(annex, measure))
    return hearing().model_copy(update={"papers": (paper,)})


def test_the_register_begins_with_the_hearings_own_measures_and_grows_with_what_is_proposed():
    definition = with_annex(
        "Tiltak | Ansvarlig | Relevant for | Beskrivelse\nFelles kurs | KS | kommuner | To timer"
    )
    found = measures_of(
        definition,
        [
            said("Tiltak: Vaktordning\nAnsvarlig: NHN\nRelevant for: alle\nBeskrivelse: Døgnvakt"),
            said("Helsedirektoratet bør lage en nasjonal hvitliste."),
            said("Felles kurs | KS | kommuner | Vi vil ha flere"),
        ],
    )
    assert [(each.name, each.responsible, each.from_hearing, each.comments) for each in found] == [
        ("Felles kurs", "KS", True, (2,)),
        ("3.3 Beredskapsplan", "", True, ()),
        ("Vaktordning", "NHN", False, (0,)),
        ("nasjonal hvitliste", "Helsedirektoratet", False, (1,)),
    ]
    assert (found[2].relevant_for, found[2].description) == ("alle", "Døgnvakt")


def test_fields_that_stand_as_paragraphs_of_a_letter_are_one_measure_and_each_makes_a_point():
    paragraphs = [
        "2) Tiltak: Vaktordning",
        "Ansvarlig: KS",
        "Relevant for: kommuner",
        "Tiltak: Kurs",
        "Ansvarlig: NHN",
    ]
    assert all(point.is_remark for each in paragraphs for point in points(each))
    found = measures_of(
        hearing(), [*(said(each, "a") for each in paragraphs), said("Målgruppe: alle", "b")]
    )
    assert [(each.name, each.responsible, each.relevant_for, each.comments) for each in found] == [
        ("Vaktordning", "KS", "kommuner", (0, 1, 2)),
        ("Kurs", "NHN", "", (3, 4)),
    ]


def test_what_two_propose_in_the_same_words_is_one_measure_and_a_wish_for_the_text_is_none():
    found = measures_of(
        hearing(),
        [said("Vi foreslår en vaktordning."), said("Vi ønsker en vaktordning."), said("Vi savner en omtale av Nødnett.")],
    )  # fmt: skip
    assert [(each.name, each.comments) for each in found] == [("vaktordning", (0, 1))]


def test_what_should_not_be_made_is_no_measure():
    asked = ["Det bør ikke innføres et nytt gebyr.", "Det bør etableres et felles vaktsenter."]
    found = measures_of(hearing(), [said(each) for each in asked])
    assert [(each.name, each.comments) for each in found] == [("felles vaktsenter", (1,))]


def test_a_new_thing_whose_word_looks_definite_is_a_measure():
    found = measures_of(hearing(), [said("Kommunen bør bygge en skøytebane.")])
    assert [each.name for each in found] == ["skøytebane"]


@pytest.mark.parametrize(
    "text",
    [
        "En egen nasjonal beredskapsplan vil vi ikke anbefale.",
        "Me kan ikkje tilrå at det vert innført nye rapporteringskrav.",
        "Planen må utarbeides sammen med kommunene.",
        "Det trengs en frist for dette.",
    ],
)
def test_what_is_advised_against_or_there_already_is_no_measure(text: str):
    assert not measures_of(hearing(), [said(text)])


def test_a_table_that_was_read_cell_by_cell_gives_its_rows():
    head = ("Tiltak", "Ansvarlig", "Relevant for", "Beskrivelse")
    rows = ("Nasjonalt beskyttelsesprogram", "Norsk helsenett SF", "Alle", "Varsling | hendelser",
            "Normen", "Direktoratet for e-helse", "Kommuner", "Bransjenorm")  # fmt: skip
    found = measures_of(with_annex("Innledning.", *head, *rows), [])
    assert [(each.name, each.responsible, each.relevant_for, each.description) for each in found][:2] == [
        ("Nasjonalt beskyttelsesprogram", "Norsk helsenett SF", "Alle", "Varsling / hendelser"),
        ("Normen", "Direktoratet for e-helse", "Kommuner", "Bransjenorm"),
    ]  # fmt: skip
    # Where a cell is missing, nobody can tell whose it was.
    assert [each.name for each in measures_of(with_annex(*head, *rows[:-1]), [])] == [
        "3.3 Beredskapsplan"
    ]


@pytest.mark.parametrize(
    ("text", "relevant", "description"),
    [
        (
            "Tiltak: Felles vakt. Ansvarlig: Fjordvik. Gjelder for: små vannverk. Innhold: Døgnvakt.",
            "små vannverk", "Døgnvakt",
        ),
        (
            "Navn: Deling av nett. Ansvarleg: Fjordvik. Gjeld: byar. Går ut på at hver sone kobles fra.",
            "byar", "hver sone kobles fra",
        ),
    ],
)  # fmt: skip
def test_each_field_of_a_measure_ends_where_the_next_begins(
    text: str, relevant: str, description: str
) -> None:
    (row,) = rows_in(text)
    assert (row.responsible, row.relevant_for, row.description) == (
        "Fjordvik", relevant, description,
    )  # fmt: skip


def test_an_annex_row_and_the_same_words_stand_once():
    definition = with_annex(
        "Tiltak | Ansvarlig | Relevant for | Beskrivelse\n"
        "5.1 Nasjonal hvitliste | Helsedirektoratet | alle | Liste over tjenester\n"
        "Beredskapsplan | KS | kommuner | Mal for plan"
    )
    found = measures_of(
        definition,
        [
            said("Tiltak: hvitliste\nAnsvarlig: NHN"),
            said("Helsedirektoratet bør lage en nasjonal hvitliste."),
            said("Tiltak 4 Beredskapsplan | KS | kommuner | Flere"),
        ],
    )
    assert [(each.name, each.responsible, each.comments) for each in found] == [
        ("5.1 Nasjonal hvitliste", "Helsedirektoratet", (0, 1)),
        ("Beredskapsplan", "KS", (2,)),
    ]


def test_a_name_that_is_nothing_but_a_number_or_an_article_is_still_a_name():
    assert [measure_key(each) for each in ("1", "Ny", "2 nye sentre", "A 3", "112-knapp")] == [
        "1",
        "ny",
        "2 nye sentre",
        "a 3",
        "112 knapp",
    ]


def test_a_requirement_has_the_law_or_the_body_that_sets_it():
    text = "Etter sivilbeskyttelsesloven § 14 må kommunen ha plan. NSM krever tofaktor. Vi må øve."
    found = requirements_of([said(text)])
    assert [(text[each.span.start : each.span.end], each.set_by) for each in found] == [
        (
            "Etter sivilbeskyttelsesloven § 14 må kommunen ha plan.",
            ("sivilbeskyttelsesloven § 14",),
        ),
        ("NSM krever tofaktor.", ("Nasjonal sikkerhetsmyndighet",)),
    ]


def test_the_real_answers_missing_initiatives_are_named():
    comments = [
        said("Kun NIS1 nevnes, vi er kjent med at NIS2 er på vei."),
        said("DigiViken og de andre regionale nettverkene er ikke nevnt."),
        said("Storelv kommune savner omtale av DigiViken.", "Storelv kommune"),
        said("Vi er godt fornøyd med Normen."),
    ]
    assert [(each.name, each.comments) for each in missing_of(comments)] == [
        ("DigiViken", (1, 2)),
        ("NIS2", (0,)),
    ]
