"""A hearing is begun in five ways; a wrong file is said in one sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from innspill.stages.consultations.core.definition import Paper, PaperFile
from innspill.stages.consultations.core.files import dumps
from innspill.stages.consultations.core.word_form import build_form
from innspill.stages.consultations.queries import ConsultationShown
from tests.interfaces.desk.conftest import SignIn
from tests.interfaces.desk.setup_pages import definition, now_is
from tests.stages.conftest import Staff

NEW = "/saksbehandling/horinger/ny/"


@pytest.fixture
def client(staff: Staff, signed_in: SignIn) -> Client:
    return signed_in(staff.caseworker)


def _owner(staff: Staff) -> str:
    return str(staff.caseworker.memberships.get().owner_id)


def _begin(client: Client, staff: Staff, way: str, **given: Any) -> Any:
    template = {"template": "forskrift"} | given
    return client.post(NEW, {"way": way, "owner": _owner(staff), **template})


def _file(name: str, data: bytes | str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data.encode() if isinstance(data, str) else data)


def test_from_scratch(client: Client, staff: Staff) -> None:
    answer = _begin(client, staff, "tom", case_number="26/1", title="Ny høring")
    assert answer.url == "/saksbehandling/horinger/26-1/oppsett/"
    assert now_is("26-1").definition.title == {"nb": "Ny høring"}
    assert client.get(answer.url).status_code == 200
    assert client.get("/horinger/26-1/").status_code == 404


def test_from_a_template(client: Client, staff: Staff) -> None:
    _begin(client, staff, "mal", case_number="26/1")
    begun = now_is("26-1").definition
    assert begun.questions
    assert all(set(question.text) == {"nb", "nn", "en"} for question in begun.questions)


def test_as_a_copy(client: Client, staff: Staff, arrived: ConsultationShown) -> None:
    _begin(client, staff, "kopi", case_number="26/1", earlier=arrived.slug)
    copy = now_is("26-1").definition
    assert len(copy.questions) == len(arrived.definition.questions)
    assert (copy.deadline, copy.status) == (None, "draft")


def test_from_a_definition(client: Client, staff: Staff) -> None:
    _begin(client, staff, "definisjon", definition=_file("h.yaml", dumps(definition())))
    assert len(now_is().definition.questions) == len(definition().questions)


def test_from_page_and_form(client: Client, staff: Staff) -> None:
    page = (
        "Høring\n\nForslag til ny plan\n\nDirektoratet for vann sender med dette et forslag på høring.\n\n"
        "Slik svarer du\n\nAlle høringssvar skal merkes med sak 26/99.\n\n"
        "Høringsfristen er 9. september 2026.\n"
    )
    form = build_form(definition(), "nb")
    answer = _begin(
        client, staff, "import", page=_file("side.txt", page), form_file=_file("s.docx", form)
    )
    assert answer.status_code == 302, answer.content.decode()[:2000]
    read = now_is("26-99").definition
    assert [one.text["nb"] for one in read.questions] == [
        one.text["nb"] for one in definition().questions
    ]


@pytest.mark.parametrize(
    ("way", "given", "said"),
    [
        ("tom", {"title": "Uten nummer"}, "Saksnummer: skriv nummeret i arkivet."),
        ("tom", {"case_number": "25/1734", "title": "Samme"}, "er brukt på en annen høring"),
        ("kopi", {"case_number": "26/1"}, "velg hvilken du vil kopiere"),
        ("import", {}, "Høringsside: velg filen"),
        ("import", {"page": _file("tom.txt", "")}, "filen er tom"),
        ("import", {"page": _file("x.docx", b"PK\x03\x04rot")}, "Høringsside: filen kan ikke leses"),
        ("import", {"page": _file("side.txt", "Bare litt tekst.")}, "Saksnummer: siden sier ikke"),
        ("definisjon", {"definition": _file("x.yaml", "a: [")}, "Definisjon: filen kan ikke brukes"),
        ("definisjon", {"definition": _file("x.yaml", b"\xff\xfe\x00")}, "filen er ikke tekst"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_sentence_and_the_rest_stays(
    client: Client, staff: Staff, way: str, given: dict[str, Any], said: str
) -> None:
    for value in given.values():
        if isinstance(value, SimpleUploadedFile):
            value.seek(0)
    answer = _begin(client, staff, way, **({"title": "Det jeg skrev"} | given))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert given.get("title", "Det jeg skrev") in page


def test_a_form_without_questions_is_pointed_out(
    client: Client, staff: Staff, samples_folder: Path
) -> None:
    del samples_folder
    page = "Høring\n\nForslag til ny plan\n\nAlle svar skal merkes med sak 26/99.\n"
    answer = _begin(
        client, staff, "import",
        page=_file("side.txt", page), form_file=_file("skjema.txt", "Ingen spørsmål her."),
    )  # fmt: skip
    assert "Svarskjema: vi fant ingen spørsmål" in answer.content.decode()


def test_a_file_of_two_hundred_megabytes_is_too_large(
    client: Client, staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("innspill.interfaces.desk.setup_forms.beginning.LARGEST", 1000)
    answer = _begin(client, staff, "import", page=_file("stor.txt", "x" * 1001))
    assert answer.status_code == 422
    assert "Filen er for stor" in answer.content.decode()


def test_each_way_is_a_card_that_leads_to_its_own_fields(client: Client) -> None:
    cards = client.get(NEW).content.decode()
    assert [f"?way={way}" in cards for way in ("tom", "mal", "kopi", "import", "definisjon")] == (
        [True] * 5
    )
    fields = {"mal": "template", "kopi": "earlier", "import": "page", "definisjon": "definition"}
    for way, own in fields.items():
        page = client.get(NEW, {"way": way}).content.decode()
        assert [f'name="{name}"' in page for name in fields.values()] == [
            name == own for name in fields.values()
        ]
    assert client.post(NEW, {"title": "Uten måte"}).content.decode().count("?way=") == 5


def test_a_state_body_says_so_at_once(client: Client, staff: Staff) -> None:
    _begin(client, staff, "tom", case_number="26/1", title="Ny høring", state_body="on")
    assert now_is("26-1").definition.state_body


def test_readers_begin_no_hearing(staff: Staff, signed_in: SignIn) -> None:
    assert signed_in(staff.reader).get(NEW).status_code == 403


def test_a_definition_cannot_name_bytes_that_lie_in_the_house(client: Client, staff: Staff) -> None:
    secret = "ab" * 32
    named = PaperFile(name="svar.docx", sha256=secret, size=1)
    papers = tuple(
        paper.model_copy(update={"files": (named,)})
        for paper in (Paper(id="plan", title={"nb": "Plan"}),)
    )
    given = definition().model_copy(update={"papers": papers})
    answer = _begin(client, staff, "definisjon", definition=_file("h.yaml", dumps(given)))
    assert answer.status_code == 302
    (kept,) = now_is().definition.papers
    assert (kept.id, kept.files) == ("plan", ())
