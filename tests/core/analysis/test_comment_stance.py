"""The stance of a comment in its setting, and of a response as a whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from innspill.stages.analysis.core import learnt
from innspill.stages.analysis.core.analyse import comments_of, wholes_of
from innspill.stages.analysis.core.labelling import voices_of
from innspill.stages.analysis.core.learnt.linear import model
from innspill.stages.analysis.core.response_stance import together, whole
from innspill.stages.analysis.core.stances.features import Setting, of_stance
from innspill.stages.analysis.core.stances.learnt import comment_stance
from innspill.stages.analysis.core.stances.lexicon import GROUPS
from innspill.stages.analysis.core.stances.tones import sentence_tones
from tests.core.analysis.cases import answer, hearing, public

VOICES = voices_of(public(), hearing())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Forslaget er svært bra, og vi er glade for at det endelig kommer.", "supports"),
        ("Vi støtter målet, men det må følge penger med.", "reservations"),
        ("Vi savner en omtale av de små kommunene. Dette må inn i planen.", "reservations"),
        ("Vi fraråder sterkt at ordningen innføres.", "opposes"),
        ("Vi har ikkje teke stilling til dette punktet.", "no-stand"),
        ("Ingen merknader.", "no-comment"),
        ("Departementet mener at forslaget er godt. Det er vi ikke enige i.", "opposes"),
        ("Vi støtter mindretallet, som ikke vil innføre gebyret.", "opposes"),
        (
            "Flere medlemmer mente at planen er tung å lese, mens andre synes den er grei.",
            "neutral",
        ),
        ("Vi tiltrer høringssvaret fra Legeforeningen.", "neutral"),
    ],
)
def test_a_comment_has_the_stance_that_a_caseworker_would_read(text, value):
    assert comment_stance(text, Setting(), VOICES).value == value


def test_the_grounds_are_words_of_the_text():
    text = "Dei nye krava er altfor strenge, og det manglar pengar til opplæring."
    for ground in comment_stance(text, Setting(), VOICES).grounds:
        assert ground.split("«")[1].split("»")[0] in text


def test_one_rejection_beside_other_views_rejects_a_part_and_alone_the_whole():
    assert whole("r1", ["opposes"], []).stance.value == "opposes"
    assert whole("r1", ["reservations", "reservations", "opposes"], []).stance.value == (
        "reservations"
    )
    assert whole("r1", ["reservations", "opposes", "opposes"], []).stance.value == "opposes"


def test_a_rejection_that_is_denied_is_none():
    groups = [each.group for each in sentence_tones("Vi er ikkje imot dette.")[0]]
    assert "oppose" not in groups


@pytest.mark.parametrize(
    ("values", "value"),
    [
        (["supports", "neutral"], "supports"),
        (["supports", "opposes"], "reservations"),
        (["opposes", "opposes", "neutral"], "opposes"),
        (["no-stand", "neutral"], "no-stand"),
        (["neutral", "unclear"], "unclear"),
        ([], "no-comment"),
    ],
)
def test_several_comments_have_one_stance_together(values, value):
    assert together(values) == value


def test_a_response_opposes_when_most_of_it_does_and_little_supports():
    assert whole("1", ["opposes"] * 3 + ["reservations"], []).stance.value == "opposes"
    assert whole("1", ["opposes"] * 3 + ["supports"] * 3, []).stance.value == "reservations"
    assert whole("1", ["supports"] * 5 + ["reservations"], []).stance.value == "supports"


def test_a_response_of_ticks_alone_has_the_stance_of_its_answers():
    assert whole("1", [], ["supports", "supports"]).stance.value == "supports"
    assert whole("1", [], []).stance.value == "no-comment"


def test_every_response_has_a_whole_with_the_counts_that_it_rests_on():
    response = public(answer("Vi fraråder sterkt at ordningen innføres."))
    found = list(wholes_of([response], comments_of(response, hearing()), ()))
    assert [(each.response, each.stance.value) for each in found] == [("26/100-1", "opposes")]
    assert found[0].stance.grounds == ("opposes: 1",)


def test_what_is_learnt_is_small_and_plain_numbers():
    files = sorted(Path(learnt.__file__).parent.glob("*.json"))
    assert [each.stem for each in files] == ["asking", "division", "kind", "stance"]
    assert sum(each.stat().st_size for each in files) < 2_000_000
    for file in files:
        told = json.loads(file.read_text(encoding="utf-8"))
        assert all(len(row) == len(told["classes"]) for row in told["weights"].values())


def test_chances_add_up_whatever_the_features():
    for features in (["unheard of"], of_stance("Vi støtter forslaget.", Setting()), []):
        assert sum(model("stance").chances(features).values()) == pytest.approx(1)


def test_open_first_words_of_the_lexicon_are_long_enough_to_be_found():
    phrases = [
        each.split() for text in GROUPS.values() for each in text.replace("\n", " ").split(",")
    ]
    short = [each[0] for each in phrases if each and each[0].endswith("*") and len(each[0]) < 4]
    assert short == []
