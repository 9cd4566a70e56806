"""docs/roles.md is true of the portal and open data: address × where a response stands × who asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, reverse

from innspill.interfaces.api import urls as api
from innspill.interfaces.portal import urls as portal
from innspill.pipeline import work
from innspill.shared.people.models import Owner
from innspill.stages.consultations.models import Consultation
from innspill.stages.publication import actions
from innspill.stages.publication.models import PublicFile
from innspill.stages.register import queries as register
from tests.canaries.planting import made_up
from tests.conftest import ROOT
from tests.interfaces import scene
from tests.interfaces.api.addresses import body, unpacked
from tests.stages.conftest import NOW, PASSWORD, ROLES, home_at, undone

pytestmark = pytest.mark.django_db
STATES = ("published", "superseded", "waiting", "withheld", "withdrawn", "of a draft")
PEOPLE = ("the public", "respondent", *ROLES, "stranger")
LINES = [
    (address, dict(zip(STATES, answers.split(" | "), strict=True)))
    for address, answers in re.findall(
        r"^\| `((?:portal|api):[\w-]+)` \| ((?:(?:yes|no)(?: \| )?){6}) \|$",
        (ROOT / "docs" / "roles.md").read_text("utf-8"),
        re.MULTILINE,
    )
]
OWN = {"receipt", "receipt-file", "receipt-paper"}
ENDINGS = {"ending": "json", "question_id": "1", "digest": "0" * 64, "name": "vassdragsetaten"}


@dataclass(frozen=True)
class Case:
    """A response in every state: its hearing, number and the word that it alone says."""

    slug: str
    draft: str
    numbers: dict[str, int]
    words: dict[str, str]
    respondent: Client
    receipt: int


@pytest.fixture(scope="module")
def case(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Case]:
    """Built once; nothing that is asked changes it."""
    with home_at(tmp_path_factory.mktemp("home")), undone(django_db_blocker):
        yield _built()


def _built() -> Case:
    from django.core.files.uploadedfile import SimpleUploadedFile

    made = scene.build()
    hearing, lead = made.hearing, made.staff.lead
    senders = {"published": "Vassdragsetaten", "superseded": "Norsk målerforum",
               "waiting": "Ingen vet", "withheld": "Beredskapsskolen",
               "withdrawn": "Norges hyttelag"}  # fmt: skip
    words = {state: made_up(f"state {state}") for state in STATES}
    for at, (state, sender) in enumerate(senders.items()):
        form = _form(hearing, sender, words[state])
        scene.hand_in(
            hearing, f"{state}.docx", form, sender=sender if state != "waiting" else "", days=at
        )
    work.run_until_idle()
    later = _form(hearing, senders["superseded"], made_up("later"))
    scene.hand_in(hearing, "later.docx", later, sender=senders["superseded"], days=9)
    work.run_until_idle()
    rows = register.responses(hearing.slug, [Owner.objects.get(name=hearing.owner)])
    numbers = {state: at for at, state in enumerate(senders, start=1)}
    by_number = {row.number: row.id for row in rows}
    actions.withhold(by_number[numbers["withheld"]], reason="offl. § 13", by=lead, now=NOW)
    actions.withdraw(by_number[numbers["withdrawn"]], reason="", by=lead, now=NOW)
    draft = made.open_hearing
    form = _form(draft, "Lia vel", words["of a draft"])
    scene.hand_in(draft, "draft.docx", form, sender="Lia vel")
    respondent = Client()
    page = f"/horinger/{draft.slug}/svar-inn/filer/"
    key = respondent.get(page).context["form"]["key"].value()
    answer = respondent.post(page, {"key": key, "sender": "Lia vel", "email": "",
                             "documents": SimpleUploadedFile("a.txt", b"Lia vel\n\nJa.")})  # fmt: skip
    assert answer.status_code == 302, answer.content
    receipt = int(answer["Location"].split("/")[-2])
    work.run_until_idle()
    # The hearing is a draft only afterwards, so that it has responses at all.
    Consultation.objects.filter(pk=draft.id).update(status="draft")
    numbers["of a draft"] = 1
    return Case(hearing.slug, draft.slug, numbers, words, respondent, receipt)


def _form(hearing: Any, sender: str, word: str) -> bytes:
    """The hearing's form with this word as the answer to its first question."""
    from innspill.stages.consultations.core.filled import (
        AnswerGiven,
        FilledForm,
        Offered,
        SenderGiven,
    )
    from innspill.stages.consultations.core.word_form import build_form

    first = hearing.definition.questions[0]
    offered = tuple(Offered(id=c.id, text=c.text["nb"], ticked=not at)
                    for at, c in enumerate(first.choices))  # fmt: skip
    answer = AnswerGiven(question=first.id, asked=first.text["nb"], text=f"Vi mener {word}.",
                         offered=offered)  # fmt: skip
    filled = FilledForm(case_number=hearing.case_number, title="", answers=(answer,),
                        senders=(SenderGiven(name=sender),) if sender != "Ingen vet" else ())  # fmt: skip
    return build_form(hearing.definition, "nb", filled)


def _client(case: Case, who: str) -> Client:
    if who == "respondent":
        return case.respondent
    client = Client()
    if who != "the public":
        assert client.login(username=who, password=PASSWORD)
    return client


def _shows(client: Client, name: str, slug: str, number: int, word: str) -> bool:
    """Whether the answer of an address says the word, or leads to the response's page."""
    given = {"slug": slug, "number": number, "ending": "json", "question_id": "1"}
    if name == "portal:search":
        answer = client.get(reverse(name), {"sok": word})
        return f"/horinger/{slug}/svar/{number}/" in answer.content.decode()
    if name == "portal:public-file":
        return any(_gets(client, slug, number, file) for file in _files_ever(slug, number))
    wanted = next(p for n, p in _patterns() if n == name)
    address = reverse(name, kwargs={key: given[key] for key in wanted})
    answer = client.get(address)
    if answer.status_code != 200:
        return False
    data = body(answer)
    if name == "api:package":
        data = b"".join(unpacked(data).values())
    text = data.decode("utf-8", "replace")
    return word in text or f"/horinger/{slug}/svar/{number}/" in text


def _files_ever(slug: str, number: int) -> list[str]:
    """The names of the files that were ever built of a response, on show or not."""
    rows = PublicFile.objects.filter(
        rendition__consultation__slug=slug, rendition__number=number, state=PublicFile.State.BUILT
    )
    return sorted(set(rows.values_list("name", flat=True))) or ["svar.pdf"]


def _gets(client: Client, slug: str, number: int, file: str) -> bool:
    answer = client.get(reverse("portal:public-file", args=[slug, number, file]))
    return answer.status_code == 200 and body(answer).startswith(b"%PDF")


def _patterns() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every address of the portal and of open data by its name, and what it is filled in with."""

    def below(patterns: list[Any], space: str, given: tuple[str, ...]) -> Iterator[Any]:
        for pattern in patterns:
            own = (*given, *pattern.pattern.converters)
            if isinstance(pattern, URLResolver):
                yield from below(pattern.url_patterns, space, own)
            elif isinstance(pattern, URLPattern) and pattern.name:
                yield f"{space}:{pattern.name}", own

    yield from below(portal.urlpatterns, "portal", ())
    yield from below(api.urlpatterns, "api", ())


@pytest.mark.parametrize("who", PEOPLE)
def test_each_line_of_the_table_is_true_for(case: Case, who: str) -> None:
    client = _client(case, who)
    assert len(LINES) > 10
    wrong = [
        f"{address}, {state}"
        for address, answers in LINES
        for state in STATES
        if _shows(
            client, address, case.draft if state == "of a draft" else case.slug,
            case.numbers[state], case.words[state],
        ) != (answers[state] == "yes")
    ]  # fmt: skip
    assert not wrong, "; ".join(wrong)


@pytest.mark.parametrize("who", PEOPLE)
def test_no_address_of_a_draft_is_there_for(case: Case, who: str) -> None:
    client = _client(case, who)
    tried = 0
    for name, wanted in _patterns():
        if "slug" not in wanted or (who == "respondent" and name.partition(":")[2] in OWN):
            continue
        given = {**ENDINGS, "slug": case.draft, "number": case.receipt}
        address = reverse(name, kwargs={key: given[key] for key in wanted})
        assert client.get(address).status_code == 404, address
        tried += 1
    assert tried >= 19


@pytest.mark.parametrize("who", PEOPLE)
def test_what_is_somebody_s_own_is_there_for_nobody_else(case: Case, who: str) -> None:
    client = _client(case, who)
    Consultation.objects.filter(slug=case.draft).update(status="open")
    for name, wanted in _patterns():
        short = name.partition(":")[2]
        if short in OWN:
            address = reverse(name, kwargs={"slug": case.draft, "number": case.receipt})
            expected = 200 if who == "respondent" else 404
            assert client.get(address).status_code == expected, address
        elif "token" in wanted:
            given = {"token": "x" * 43, "key": "1", "number": 1, "ending": "docx", "question_id": "1",
                     "file_id": 1}  # fmt: skip
            address = reverse(name, kwargs={key: given[key] for key in wanted})
            # Of a subscription anybody sees one page, so that it tells nobody whether there is one.
            alike = {200} if short in {"subscription", "leave"} else {404, 405}
            assert client.get(address).status_code in alike, address


def test_every_file_to_take_home_is_an_attachment_that_no_browser_runs(
    case: Case, client: Client
) -> None:
    downloads = []
    for name, wanted in _patterns():
        if "token" in wanted:
            continue
        for ending in ("json", "csv", "jsonl"):
            given = {**ENDINGS, "slug": case.slug, "number": 1, "ending": ending, "size": 1,
                     "position": 1}  # fmt: skip
            if any(key not in given for key in wanted):
                continue
            answer = client.get(reverse(name, kwargs={key: given[key] for key in wanted}))
            assert answer.get("X-Content-Type-Options") == "nosniff", name
            assert answer.get("Content-Security-Policy"), name
            if answer.has_header("Content-Disposition"):
                downloads.append(name)
                assert answer["Content-Disposition"].startswith("attachment"), name
                assert "sandbox" in answer["Content-Security-Policy"], name
    assert {"portal:form", "portal:plain-form", "portal:internal", "portal:verifier",
            "api:package", "api:responses"} <= set(downloads)  # fmt: skip
