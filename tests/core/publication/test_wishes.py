"""What a sender wishes: nothing in the public copy tells who it is, and the counts stay."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

import pytest

from innspill.stages.publication.core.render import Rendered, render
from innspill.stages.publication.core.wishes import (
    ASKS_NOT_TO_BE_PUBLISHED,
    WISH_TAKEN_BACK,
    is_unnamed,
    lets_out,
    unnamed,
    unnamed_in,
    wish_reason,
    without_names,
)
from innspill.stages.reading.core.values import Footnote, ResponseRead
from innspill.stages.register.core.standing import register
from innspill.stages.register.core.values import Registered
from tests.core.register.cases import hearing, on, response, saying


def shown(read: ResponseRead, wish: str | None = "anonymous") -> Rendered:
    return render(register_one(read), hearing(), wish=wish)


def register_one(read: ResponseRead) -> Registered:
    return register(hearing(), [(read, on(9))])[0]


def everything(rendered: Rendered) -> str:
    return json.dumps(asdict(rendered.public), ensure_ascii=False)


@pytest.mark.parametrize(
    ("name", "text", "secrets"),
    [
        ("Lier kommune", "Lier kommune støtter planen. LIER KOMMUNE", ("Lier", "LIER")),
        ("Lier kommune", "Som Lier ser det, er Liers skoler viktige.", ("Lier",)),
        ("Fjordvik kommune", "Vi i fjordvik og Fjordvikmodellen.", ("fjordvik", "Fjordvik")),
        ("Fjordvik kommune", "Se www.fjordvik.kommune.no/plan.", ("fjordvik",)),
        ("Fjordvik kommune", "Skriv til postmottak@fjordvik.kommune.no.", ("fjordvik",)),
        ("Sølvøy Vekst AS", "Se solvoy-vekst.no, eller sølvøyvekst.no", ("solvoy", "sølvøy")),
        (
            "Indre Fjell Avfallsselskap",
            "Indre Fjell Avfallsselskap (INFAS) mener. INFAS vil, og IFA sier det samme.",
            ("INFAS", "IFA", "Indre", "Fjell", "Avfallsselskap"),
        ),
        ("Havnes vannverk IKS", "Havnes vannverk (HVV) mener. HVV vil.", ("HVV", "Havnes")),
        ("Den norske jegerforening", "Jegerforeningen mener.", ("Jegerforening",)),
        ("Indre\nFjell lag", "Indre  \n Fjell lag er enig.", ("Indre", "Fjell")),
    ],
)
def test_a_body_without_a_name_is_told_by_nothing_in_its_texts(name, text, secrets):
    read = response(
        name, text, unplaced=saying(f"Hilsen\n{name}"), footnotes=(Footnote("1", f"{name}."),)
    )
    copy = shown(read)
    told = everything(copy)
    assert not [secret for secret in secrets if secret in told], told
    assert name not in told
    assert copy.public.withheld > 0


@pytest.mark.parametrize("where", ["paragraphs", "answer"])
def test_who_signs_for_a_body_without_a_name_is_not_told(where):
    letter = ["Vi støtter planen.", "Med hilsen", "Stig Tollefsen", "daglig leder"]
    text = "\n".join(letter) if where == "answer" else "Ja."
    paragraphs = [each for line in letter for each in saying(line)] if where == "paragraphs" else []
    read = response("Lier kommune", text, unplaced=tuple(paragraphs))
    assert "Tollefsen" in everything(shown(read, wish="none"))
    unnamed_one = shown(read)
    assert "Tollefsen" not in everything(unnamed_one)
    assert "daglig leder" in everything(unnamed_one)
    assert not unnamed_one.doubts


def test_what_anybody_may_say_stands_though_a_name_has_the_same_common_words():
    told = shown(response("Lier kommune", "Norske kommuner er små. Se regjeringen.no.")).public
    assert told.answers[0].text == "Norske kommuner er små. Se regjeringen.no."


def test_what_stands_in_brackets_is_no_short_name_of_a_sender_that_is_on_no_list():
    text = "Målene (kapittel 4) er gode, og kapittel 5 [se vedlegg] likeså."
    for name in ("Lier kommune", "Hytteforeningen Øvre Sagvann"):
        assert shown(response(name, text)).public.answers[0].text == text


def test_the_name_is_stable_the_group_is_counted_and_the_rest_that_tells_is_left_out():
    read = response("Lier kommune", "Vi støtter planen.")
    copy = shown(read).public
    number = copy.reference.rpartition("-")[2]
    assert (copy.name, copy.senders) == (f"Anonym {number}", (f"Anonym {number}",))
    assert copy.group == "Det offentlige"
    assert (copy.anonymous, copy.private, copy.via, copy.supports) == (True, False, "", None)
    assert (copy.receipt, copy.journal_line, copy.adds_to, copy.numbers) == (None, None, None, ())


def test_the_form_s_own_wish_holds_where_nobody_said_another():
    read = replace(response("Lier kommune", "Ja."), wish="anonymous")
    assert shown(read, None).public.name.startswith("Anonym ")
    assert shown(read, "none").public.name == "Lier kommune"
    assert shown(replace(read, wish="not-on-web"), None).public.name == "Lier kommune"


def test_a_private_person_stands_as_before():
    copy = shown(response("Kari Nordmann", "Hilsen Kari Nordmann")).public
    assert (copy.name, copy.private) == ("Privatperson", True)
    assert "Nordmann" not in str(copy)


def test_counts_keep_the_group_and_lose_the_names():
    entry = register_one(response("Lier kommune", "Ja."))
    (sender,) = without_names(entry.senders, entry.reference)
    assert sender.name == unnamed(entry.reference)
    assert (sender.group, sender.body, sender.number) == (entry.senders[0].group, None, "")


@pytest.mark.parametrize(
    ("said", "wish", "out"),
    [
        ("none", "none", True),
        ("none", "anonymous", True),
        ("none", "not-on-web", False),
        ("anonymous", "none", False),
        ("anonymous", "not-on-web", False),
        ("anonymous", "anonymous", True),
        ("not-on-web", "not-on-web", True),
        ("not-on-web", "anonymous", True),
        ("not-on-web", "none", True),
    ],
)
def test_a_lead_s_word_holds_as_long_as_no_more_is_shown_than_it_let_out(said, wish, out):
    assert lets_out(wish, said=said) is out


@pytest.mark.parametrize(
    ("form", "wish", "reason"),
    [
        ("none", "none", ""),
        ("none", "anonymous", ""),
        ("anonymous", "anonymous", ""),
        ("none", "not-on-web", ASKS_NOT_TO_BE_PUBLISHED),
        ("not-on-web", "not-on-web", ASKS_NOT_TO_BE_PUBLISHED),
        ("not-on-web", "anonymous", ""),
        ("anonymous", "none", WISH_TAKEN_BACK),
        ("not-on-web", "none", WISH_TAKEN_BACK),
    ],
)
def test_what_waits_for_a_lead_because_of_a_wish(form, wish, reason):
    assert wish_reason(wish, form=form) == reason


@pytest.mark.parametrize(("name", "is_it"), [("Anonym 17", True), ("Anonyme alkoholikere", False)])
def test_an_unnamed_sender_is_told_from_a_body(name, is_it):
    assert is_unnamed(name) is is_it


def test_who_stays_without_a_name_is_called_so_in_the_language_of_a_document() -> None:
    assert unnamed_in("en", unnamed("22/448-7")) == "Anonymous 7"
    assert unnamed_in("nn", unnamed("22/448-7")) == "Anonym 7"
    assert unnamed_in("en", "Anonym kommune") == "Anonym kommune"
