"""The kinds that a letter says it is of: how sure, on what grounds, and from where it is read."""

from __future__ import annotations

import pytest

from innspill.shared.values import Certainty, Origin
from innspill.stages.reading.core.values import Answer, Block, Passage
from innspill.stages.register.core.kinds import (
    counted,
    in_words,
    kinds_of,
    main_kind,
    with_senders,
)
from innspill.stages.register.core.values import KindFound, Match
from tests.core.register.cases import response, saying

WATER, LIVES = "Vannet i dalen er godt.", "Vi holder til i Granmo."
PROCESS, NOTHING = "Saken behandles i møte.", "Vi har ingen merknader."
LATER, NO_STAND = "Svar fra oss kommer senere.", "Vi tar ikke stilling til forslaget."
PART = "Vi tar ikke stilling til kapittel 3."
ADDS = "Tillegg til tidligere innsendt svar."
EARLIER, MORE = "Vi viser til vårt tidligere svar.", "Vi vil supplere dette."
DECIDED = "Kommunestyret vedtok 12. mars følgende høringsuttalelse."
TOLD, ASKED = "says that an answer will come", "asks for more time"
NONE, STAND = "says that it has no remarks", "says that it takes no stand"


def told(*paragraphs: str) -> list[tuple[str, str, str]]:
    return [(each.code, each.certainty.value, each.ground) for each in in_words(paragraphs)]


@pytest.mark.parametrize(
    ("letter", "kind"),
    [
        ((LATER,), ("will-come", "certain", TOLD)), ((LATER, WATER), ("will-come", "likely", TOLD)),
        (("Vi ber om utsatt frist.",), ("will-come", "certain", ASKED)),
        ((LATER, "Vi ber om utsatt frist."), ("will-come", "certain", ASKED)),
        ((LATER, PROCESS, PROCESS), ("will-come", "certain", TOLD)),
        ((LATER, NOTHING), ("will-come", "certain", TOLD)),
        ((PROCESS, LATER, NOTHING, WATER), ("will-come", "likely", TOLD)),
        ((LATER, WATER, LIVES), None), ((LATER, "Vi støtter planen."), None),
        ((NOTHING,), ("no-remarks", "certain", NONE)), ((NOTHING, WATER), None),
        ((NOTHING, NOTHING), ("no-remarks", "certain", NONE)),
        (("Kommunestyret har behandlet saken og har ingen merknader.",), ("no-remarks", "certain", NONE)),
        (("Kommunestyret har behandlet saken og har mange merknader.",), None),
        (("Rørene i hele kommunen er gamle nå, og krav 4 er så langt herfra for dyrt, og har ingen merknader.",),
         None),
        (("Saken er lagt fram for de fire ungdomsrådene i byene våre, og har ingen merknader.",),
         ("no-remarks", "certain", NONE)),
        ((NOTHING, NO_STAND), ("no-stand", "certain", STAND)),
        ((NO_STAND,), ("no-stand", "certain", STAND)), ((NO_STAND, WATER), ("no-stand", "likely", STAND)),
        ((NO_STAND, WATER, LIVES), ("no-stand", "likely", STAND)), ((NO_STAND, WATER, LIVES, WATER), None),
        ((NO_STAND, PROCESS, NOTHING, NO_STAND, PROCESS), ("no-stand", "certain", STAND)),
        ((NO_STAND, NOTHING, WATER, PROCESS, LIVES), ("no-stand", "likely", STAND)),
        ((NO_STAND, "Rørene er viktige."), None), ((PART,), ("no-stand", "certain", STAND)),
        ((PART, PROCESS), ("no-stand", "certain", STAND)), ((PART, WATER), None),
        ((NO_STAND, PART, WATER), None), (("Vi tar ikke stilling til dette, men rørene er gode.",), None),
        (("Men vi tar ikke stilling til dette.",), ("no-stand", "certain", STAND)),
        (("Vi kan ikke avstå fra å avgi uttalelse.",), None),
        (("Ikke alle kommuner har gode vannverk, og Granmo avstår fra å avgi uttalelse.",),
         ("no-stand", "certain", STAND)),
    ],
)  # fmt: skip
def test_what_a_short_letter_is_as_a_whole(letter, kind):
    assert told(*letter) == ([kind] if kind else [])


def test_a_short_letter_has_ten_sentences_courtesies_apart():
    assert told(LATER, *[PROCESS] * 9) == [("will-come", "certain", TOLD)]
    assert told(LATER, *[PROCESS] * 10) == []
    assert told("Hei", LATER, *[PROCESS] * 9, "Med hilsen Kari Aas") == [
        ("will-come", "certain", TOLD)
    ]


def adding(sentence: str, sure: str) -> tuple[str, str, str]:
    return ("addition", sure, f"adds to an earlier response: {sentence}")


@pytest.mark.parametrize(
    ("letter", "kind"),
    [
        ((ADDS,), adding(ADDS, "certain")), ((WATER, ADDS), adding(ADDS, "certain")),
        ((WATER, WATER, ADDS), adding(ADDS, "likely")), ((*[WATER] * 5, ADDS), adding(ADDS, "likely")),
        ((*[WATER] * 6, ADDS), None), ((WATER, ADDS, "Tilleggsuttalelse om rør."), adding(ADDS, "certain")),
        (("Tilleggsuttalelse til Høringsbrev av 3. mars.",), None),
        ((EARLIER, MORE), adding(MORE, "likely")), ((WATER, EARLIER, MORE), adding(MORE, "likely")),
        (("Vi viser til vårt tidligere svar og vil supplere dette.",),
         adding("Vi viser til vårt tidligere svar og vil supplere dette.", "likely")),
        ((EARLIER, WATER, MORE), None), ((MORE, EARLIER), None),
        ((EARLIER, "Vi vil ikke supplere dette."), None), ((ADDS, "Dette erstatter det vi sendte."), None),
        ((ADDS, *[WATER] * 5, "Dette erstatter det vi sendte."), adding(ADDS, "certain")),
    ],
)  # fmt: skip
def test_an_addition_is_found_in_the_opening(letter, kind):
    assert told(*letter) == ([kind] if kind else [])


def deciding(sentence: str) -> tuple[str, str, str]:
    return ("council-decision", "likely", f"a council decided on it: {sentence}")


def pending(sentence: str) -> tuple[str, str, str]:
    return ("preliminary", "likely", f"a council is still to decide: {sentence}")


@pytest.mark.parametrize(
    ("letter", "kinds"),
    [
        ((DECIDED,), [deciding(DECIDED)]), ((WATER, DECIDED), [deciding(DECIDED)]),
        ((*[WATER] * 5, "Saksprotokoll"), [deciding("Saksprotokoll")]),
        ((*[WATER] * 6, "Saksprotokoll"), []),
        (("Vi vedtok følgende høringsuttalelse.",), []), (("Kommunestyret vedtok planen.",), []),
        (("Kommunestyret skal ha vedtatt høringsuttalelsen.",), []),
        (("Kommunestyret har ikke vedtatt høringsuttalelsen.",), []),
        (("Kommunestyret vedtok høringsuttalelsen, som ikke skal bli endret.",),
         [deciding("Kommunestyret vedtok høringsuttalelsen, som ikke skal bli endret.")]),
        (("Saksprotokoll, ikke politisk behandlet.",), [pending("Saksprotokoll, ikke politisk behandlet.")]),
        # A protocol stands, even where its decision tells what shall be.
        (("Saksprotokoll om det kommunestyret skal ha vedtatt som svar.",),
         [deciding("Saksprotokoll om det kommunestyret skal ha vedtatt som svar.")]),
        ((*[WATER] * 5, "Foreløpig svar"), [pending("Foreløpig svar")]),
        ((*[WATER] * 6, "Foreløpig svar"), []), (("Dette er ikke et foreløpig svar.",), []),
        ((DECIDED, "Foreløpig svar"), [deciding(DECIDED)]),
        ((DECIDED, ADDS), [adding(ADDS, "certain"), deciding(DECIDED)]),
        (("Foreløpig svar", ADDS), [adding(ADDS, "certain"), pending("Foreløpig svar")]),
    ],
)  # fmt: skip
def test_what_a_council_decided_or_is_to_decide(letter, kinds):
    assert told(*letter) == kinds


def test_a_denial_holds_for_what_comes_shortly_after_it():
    near, far = ("Det er uten {} tilleggsuttalelse".format("x" * long) for long in (19, 20))
    assert told(near) == []
    assert told(far) == [adding(far, "certain")]
    assert told("Ikke en tilleggsuttalelse") == []
    assert told("Vi ber dere sende en tilleggsuttalelse") == []


def test_a_long_sentence_is_cut_in_the_grounds():
    whole = "Tilleggsuttalelse om " + "r" * 69
    assert len(whole) == 90
    assert told(whole) == [adding(whole, "certain")]
    assert told(whole + "s") == [adding(whole[:89] + "…", "certain")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"> {ADDS}\n{WATER}", False), (f"  > {ADDS}\n{WATER}", False), (f"{WATER}\n{ADDS}", True),
        (f"«{ADDS}» skrev de.", False), (f"“{ADDS}” skrev de.", False), (f'"{ADDS}" skrev de.', False),
        (f"{WATER}\n-----Opprinnelig melding-----\n{ADDS}", False),
        (f"-----Original Message-----\n{ADDS}", False), (f"Fra: Kari\nDato: 3. mars\n{ADDS}", False),
        (f"Frå: Kari\nSent: 3. mars\n{WATER}\n{ADDS}", False), (f"Fra: Kari\n{ADDS}", True),
        (f"-\n–\n:\n...\n\n \n{ADDS}", True), (f"Er det greit? {ADDS}", True), ("", False), ("-", False),
    ],
)  # fmt: skip
def test_only_what_stands_in_a_letter_s_own_sentences_counts(text, found):
    assert [kind[0] for kind in told(*[WATER] * 3, text)] == (["addition"] if found else [])


def test_what_follows_a_letter_is_no_part_of_it():
    for follows in (
        "-----Original Message-----\nHei",
        "Fra: Kari\nSendt: 3. mars\n\nVannet er vått.",
    ):
        assert told(f"{LATER}\n{follows}") == [("will-come", "certain", TOLD)]


def test_signs_alone_are_no_sentences():
    assert told("-\n–\n:\n...", WATER, ADDS) == [adding(ADDS, "certain")]
    assert told("«Et ord.»", WATER, ADDS) == [adding(ADDS, "likely")]


def test_the_mail_around_it_is_read_first_then_the_letter_then_its_answers():
    cover, own, answers = (f"Foreløpig svar fra {who}" for who in ("Moen", "Lier", "Granmo"))
    read = response("x", answers, cover=cover, unplaced=saying(own))
    assert [kind.ground for kind in kinds_of(read, (), None)] == [pending(cover)[2]]
    read = response("x", answers, unplaced=saying(own))
    assert [kind.ground for kind in kinds_of(read, (), None)] == [pending(own)[2]]
    read = response("x", answers, unplaced=())
    assert [kind.ground for kind in kinds_of(read, (), None)] == [pending(answers)[2]]


def test_a_passage_counts_where_some_of_it_is_not_quoted():
    blocks = (Block("b1", "paragraph", "Moen."), Block("b2", "quoted", ADDS))
    both, quoted = (
        Passage(ADDS, tuple(Origin(block, 0, 4) for block in of)) for of in (("b1", "b2"), ("b2",))
    )
    for passage, codes in ((both, ["addition"]), (quoted, [])):
        read = response("x", answers=(), blocks=blocks, unplaced=(passage,))
        assert [kind.code for kind in kinds_of(read, (), None)] == codes


def test_no_remarks_hold_only_where_no_answer_says_more():
    none = (KindFound("no-remarks", Certainty.CERTAIN, NONE),)
    for text, kinds in (("", none), ("  ", none), (NOTHING, none), ("Krav 4 er for dyrt.", ())):
        read = response("x", answers=(Answer("1", text=text),), flags=("no-remarks",))
        assert kinds_of(read, (), None) == kinds
    read = response("x", ADDS, flags=("no-remarks",))
    assert [kind.code for kind in kinds_of(read, (), None)] == ["addition"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (ADDS, ["addition"]), (DECIDED, ["council-decision"]), ("Foreløpig svar", ["preliminary"]),
        (LATER, []), (NOTHING, []), (NO_STAND, []),
    ],
)  # fmt: skip
def test_beside_a_tick_only_what_is_no_whole_letter_counts(text, codes):
    read = response("x", answers=(Answer("1", ticks=("ja",)), Answer("2")), unplaced=saying(text))
    assert [kind.code for kind in kinds_of(read, (), None)] == codes


def match(name: str, kind: str = "organisation", *grounds: str) -> Match:
    return Match(name, kind, None, None, "open", Certainty.LIKELY, grounds)  # type: ignore[arg-type]


LAKE, ELF = match("Vannlaget"), match("Elvelaget")


def test_each_kind_that_senders_make_has_its_grounds():
    read = response("x", WATER, on_behalf_of=("Vannlaget", "Elvelaget"))
    part = match("Vannlaget, avdeling nord", "organisation", "other", "is a part of Vannlaget")
    assert kinds_of(read, (part, ELF), "KS") == (
        KindFound("adherence", Certainty.CERTAIN, "adheres to KS"),
        KindFound("joint", Certainty.CERTAIN, "names several senders"),
        KindFound("on-behalf", Certainty.CERTAIN, "on its behalf: Vannlaget, Elvelaget"),
        KindFound("sub-unit", Certainty.LIKELY, "is a part of Vannlaget"),
    )
    assert kinds_of(response("x", WATER), (match("Ola", "person", "one", "two"),), "") == (
        KindFound("person", Certainty.LIKELY, "one"),
    )
    assert kinds_of(response("x", WATER), (match("Ola", "person"),), None) == (
        KindFound("person", Certainty.LIKELY, ""),
    )
    assert kinds_of(response("x", WATER), (LAKE,), None) == ()


@pytest.mark.parametrize(
    ("name", "is_part"),
    [
        ("Vannlaget v/Kari Aas", False), ("Vannlaget v/ Kari Aas", False), ("Vannlaget, Kari Aas", False),
        ("Vannlaget – Kari Aas", False), ("Vannlaget - Kari Aas", False), ("Vannlaget v/ Vegard", False),
        ("Vannlaget v/ Vegard N. M. Aas", False), ("Vannlaget, v/ Vegard N. M. Aas", False),
        ("Vannlaget ved Vegard N. M. Aas", False), ("Vannlaget, Vegard N. M. Aas", False),
        ("Vannlaget v/avdeling nord", True), ("Vannlaget, avdeling nord", True), ("Vannlaget nord", True),
        ("Vannlaget, ", True), (", Kari Aas", True),
    ],
)  # fmt: skip
def test_a_person_at_a_body_is_no_part_of_it(name, is_part):
    found = kinds_of(
        response("x", WATER), (match(name, "organisation", "is a part of Vannlaget"),), None
    )
    assert [kind.code for kind in found] == (["sub-unit"] if is_part else [])


def test_kinds_stand_in_one_order_whatever_they_were_found_by():
    read = response("x", f"{DECIDED} {ADDS}", on_behalf_of=("Elvelaget",))
    person = match("Ola", "person", "is a part of Vannlaget", "is a given name")
    found = kinds_of(read, (person, ELF), "KS")
    assert [kind.code for kind in found] == [
        "addition", "adherence", "joint", "on-behalf", "sub-unit", "council-decision", "person",
    ]  # fmt: skip


def test_a_settled_sender_leaves_what_a_person_said_and_adds_only_what_is_new():
    by_hand = KindFound("joint", Certainty.CERTAIN, "", "Kari")
    by_rule = KindFound("sub-unit", Certainty.UNSURE, "is a part of Elvelaget")
    text = KindFound("preliminary", Certainty.LIKELY, "x")
    part = match("Vannlaget, avdeling nord", "organisation", "is a part of Vannlaget")
    found = with_senders(
        iter((by_hand, by_rule, text)), response("x", on_behalf_of=("Moen",)), (part, ELF)
    )
    assert found == (
        by_hand,
        text,
        KindFound("sub-unit", Certainty.LIKELY, "is a part of Vannlaget"),
    )
    assert with_senders((text,), response("x", on_behalf_of=("Moen",)), (LAKE,)) == (text,)


@pytest.mark.parametrize(
    ("codes", "counted_under"),
    [
        ((), "answer"), (("joint",), "answer"), (("adherence",), "adherence"),
        (("adherence", "no-stand"), "no-stand"), (("no-stand", "no-remarks"), "no-remarks"),
        (("no-remarks", "addition"), "addition"), (("addition", "will-come"), "will-come"),
    ],
)  # fmt: skip
def test_a_response_is_counted_under_the_first_of_its_kinds(codes, counted_under):
    assert main_kind(iter(codes)) == counted_under


def test_answers_are_counted_first_and_every_kind_in_its_order():
    each = [
        ("person", "person"), ("adherence", "preliminary"), ("no-stand", "council-decision"),
        ("no-remarks", "sub-unit"), ("addition", "on-behalf"), ("will-come", "joint", "person"), (),
    ]  # fmt: skip
    found = counted(iter(each))
    assert found.of == 7
    assert found.main == (
        ("answer", 2), ("will-come", 1), ("addition", 1), ("no-remarks", 1), ("no-stand", 1),
        ("adherence", 1),
    )  # fmt: skip
    assert found.beside == (
        ("joint", 1), ("on-behalf", 1), ("sub-unit", 1), ("council-decision", 1), ("preliminary", 1),
        ("person", 2),
    )  # fmt: skip
    assert (counted([()]).main, counted([()]).beside) == ((("answer", 1),), ())
