"""Names in what bodies write: who met, voted, sits in a group, and is named once more."""

import pytest

from innspill.stages.publication.core.personal_data import find
from tests.core.length import costs_its_length


def named(text: str) -> list[str]:
    """The names that a person is asked about in a body's text."""
    found = find(text, private=False)
    assert all(each.doubtful for each in found if each.kind == "name")
    return [text[each.start : each.end] for each in found if each.kind == "name"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Til stede: Kari Moen, Siobhan Quill, Q. Ekornes\nForfall: Odd Lie",
         ["Kari Moen", "Siobhan Quill", "Q. Ekornes", "Odd Lie"]),
        ("Frammøtte:\n- Kari Moen, leder\n- Bjarte Kvisle\n- Xela Ytterhorn (vara)\n\nSak 3 gjaldt veien.",
         ["Kari Moen", "Bjarte Kvisle", "Xela Ytterhorn"]),
        ("Møtt: Kari Moen; Odd Lie; Xela Ytterhorn\nSkrivar: Odd Lie", ["Kari Moen", "Odd Lie", "Xela Ytterhorn", "Odd Lie"]),
        ("Navneliste:\nAbrahamsen, Jorunn\nDang, Minh Anh\nHaile, Senait",
         ["Abrahamsen, Jorunn", "Dang, Minh Anh", "Haile, Senait"]),
        ("Styret: Jorunn Moen, Voss; Astri Bolstad, Kvam.", ["Jorunn Moen", "Astri Bolstad"]),
        ("Leder: Kari Moen, tlf. 911 22 304\nKasserer: Odd Lie\n", ["Kari Moen", "Odd Lie"]),
        ("Møtte: Østby, Hoff og Amundsen.", ["Østby", "Hoff", "Amundsen"]),
        ("Til stede var Kari Moen (1A), Nguyen Thi Hoa (2B), Odd Lie og stipendiat Zeynep Demir.",
         ["Kari Moen", "Nguyen Thi Hoa", "Odd Lie", "Zeynep Demir"]),
        ("Present: Margaret Hollis, Tobias Engh and Siobhan Kelly. We ask for a quay.",
         ["Margaret Hollis", "Tobias Engh", "Siobhan Kelly"]),
    ],
)  # fmt: skip
def test_who_met_or_sits_in_a_group_is_asked_about(text, names):
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kari Moen leste forslaget. Moen var uenig.", ["Kari Moen", "Moen"]),
        ("Møtte: Østby, Hoff og Amundsen.\n\nHoff la ved tall.", ["Østby", "Hoff", "Amundsen", "Hoff"]),
        ("Kari Moen eier jord på Moen, ved Moen skole. Moen skole er gammel.", ["Kari Moen"]),
    ],
)  # fmt: skip
def test_who_was_named_is_asked_about_again_but_not_the_place_of_that_name(text, names):
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Til stede: Tove Hansås (H), Jon Nygård (Ap), Mette Solbu, SV",
        "Fra administrasjonen møtte: kommunalsjef Gro Hellerud",
        "Til stede: Statens vegvesen, Bane NOR og Nordre Land kommune",
        "Deltakere: plansjef Knut Hegg, Marit Drabløs, kommunelege",
        "Forfall: ingen",
        "Forfall: Ingen",
        "Medlemmer i foreningen: 214",
        "Vi skal verne Kvitknatten, Storhø og Raudberget.",
    ],
)
def test_offices_parties_bodies_and_places_in_rolls_are_left(text):
    assert named(text) == []


def test_what_minutes_say_of_who_moved_and_voted_is_no_doubt_about_health():
    text = "Som møteleder ble valgt Kari Moen. Odd Lie stemte mot."
    assert {each.kind for each in find(text, private=False)} == {"name"}


@pytest.mark.parametrize(
    "piece",
    ["Til stede:\n", "Til stede: Kari Moen, ", "Leder: Kari\n", "Leder: ", "Kari Moen, ", "Kari og ", "Bøe, Kari\n",
     "Møtte: Kari\n\n", "Kari Moen (", "Johs. ", "møtte a ", "Forfall: Kari;", "X.Y. "],
)  # fmt: skip
def test_hostile_rolls_cost_no_more_than_their_length(piece):
    assert costs_its_length(lambda text: find(text, private=False), piece)
