"""Markup, formulas, templates and line ends in every field of a hearing and a draft stay text."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from innspill.pipeline import wiring
from innspill.shared.post.models import Mail
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.core.definition import Definition, Paper, PaperFile
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.drafting import actions
from tests.conftest import SAMPLES
from tests.stages.conftest import NOW, Staff

from .test_drafts import first_step, write
from .test_web_form import begin, draft_of, say_who

pytestmark = pytest.mark.django_db
EVIL = """<img src=x onerror=alert(1)>"'{{7*7}}{navn.__class__}#panic("x")\\u{41}"""
RAW = "<img src=x"
FILE = 'x"\r\nSet-Cookie: a=b\r\n../../<img src=x onerror=alert(1)>.html'


def _evil(value: Any, key: str = "") -> Any:
    """`value` with the words before every text that people read."""
    if isinstance(value, dict):
        texts = value.keys() <= {"nb", "nn", "en"} and value
        return {k: f"{EVIL} {v}" if texts and v else _evil(v, k) for k, v in value.items()}
    if isinstance(value, list):
        return [_evil(each, key) for each in value]
    return f"{EVIL} {value}" if key in {"name", "place", "word"} and value else value


@pytest.fixture
def hostile(staff: Staff) -> ConsultationShown:
    """A hearing whose every text holds the words."""
    shown = load(SAMPLES / "lekeplasser" / "consultation.yaml")
    told = _evil(shown.model_dump(mode="json", by_alias=True, exclude_unset=True))
    file = PaperFile(name=FILE, sha256=wiring.store().put(b"<script>alert(1)</script>"), size=9)
    own = {"case_number": "26/666", "status": "open", "opens": "2026-03-01",
           "deadline": "2026-09-01", "owner": staff.lead.memberships.get().owner.name}  # fmt: skip
    definition = Definition.model_validate(told | own)
    papers = (*definition.papers, Paper(id="onde", title={"nb": EVIL}, files=(file,)))
    return consultations.load(definition.model_copy(update={"papers": papers}), now=NOW)


def _pages(client: Client, *addresses: str) -> None:
    shown = 0
    for address in addresses:
        for language in ("nb", "en"):
            answer = client.get(address, {"lang": language})
            assert answer.status_code == 200, (address, answer.status_code)
            page = answer.content.decode()
            assert RAW not in page, address
            assert "49{navn" not in page, address
            shown += "&lt;img src=x" in page
    assert shown, "the words are there, as text"


def test_no_page_of_the_portal_takes_words_for_markup(
    client: Client, hostile: ConsultationShown
) -> None:
    here = f"/horinger/{hostile.slug}/"
    _pages(client, "/", here, f"{here}svar-inn/", f"{here}svar-inn/filer/")
    who = begin(client, hostile)
    say_who(client, who)
    base = who.removesuffix("avsender/")
    draft = draft_of(base)
    actions.save_about(
        draft.id, senders=draft.about.senders, contact=EVIL[:200], email="a@b.example",
        supports=EVIL[:200], comment=EVIL, based_on=draft.about_revision, by=EVIL, now=NOW,
    )  # fmt: skip
    step = first_step(client, base)
    write(client, step, EVIL)
    write(client, step, f"{EVIL} igjen")
    for kind in ("comment", "proposal"):
        actions.add_note(draft.id, "1", kind=kind, text=EVIL, by=EVIL, now=NOW)  # type: ignore[arg-type]
    file = SimpleUploadedFile("<img src=x onerror=alert(1)>.pdf", b"%PDF-1")
    client.post(step, {"do": "upload", "q1-revision": "2", "q1-file": file})
    _pages(
        client, step, f"{base}oversikt/", f"{base}avsender/", f"{base}se-over/",
        f"{base}samarbeid/", f"{base}historikk/1/",
    )  # fmt: skip
    client.post(f"{base}se-over/", {"began": ""})
    _pages(client, f"{base}kvittering/")


def test_files_and_mails_take_words_for_words(client: Client, hostile: ConsultationShown) -> None:
    base = begin(client, hostile).removesuffix("avsender/")
    say_who(client, f"{base}avsender/")
    write(client, first_step(client, base), EVIL)
    for ending in ("pdf", "docx"):
        assert client.get(f"{base}utkast.{ending}").status_code == 200
    client.post(f"{base}samarbeid/", {"do": "send", "to": "a@b.example\r\nBcc: c@d.example"})
    client.post(f"{base}samarbeid/", {"do": "send", "to": "a@b.example"})
    (mail,) = Mail.objects.all()
    assert "\n" not in mail.subject
    assert "{navn.__class__}" in mail.subject


def test_the_file_of_a_paper_is_a_download_under_a_plain_name(
    client: Client, hostile: ConsultationShown
) -> None:
    digest = hostile.definition.papers[-1].files[0].sha256
    answer = client.get(f"/horinger/{hostile.slug}/dokument/{digest}/")
    assert "Set-Cookie" not in answer.headers
    assert "\n" not in answer["Content-Disposition"]
    assert answer["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer["Content-Security-Policy"]
    packed = client.get(f"/horinger/{hostile.slug}/intern-horing.zip")
    with zipfile.ZipFile(io.BytesIO(packed.content)) as package:
        for name in package.namelist():
            assert ".." not in name
            assert not name.startswith("/")


def test_no_page_of_the_desk_takes_words_for_markup(
    client: Client, hostile: ConsultationShown, staff: Staff
) -> None:
    client.force_login(staff.lead)
    desk = f"/saksbehandling/horinger/{hostile.slug}/"
    setup = ("", "om/", "kontakt/", "frist/", "ordliste/", "dokumenter/", "dokumenter/onde/",
             "sporsmal/", "sporsmal/1/", "forhandsvisning/", "forhandsvisning/skjema/",
             "kontroll/", "forlengelser/", "logg/")  # fmt: skip
    _pages(
        client, "/saksbehandling/", desk, f"{desk}instanser/", f"{desk}instanser/grupper/",
        f"{desk}instanser/brev/invitation/", *(f"{desk}oppsett/{page}" for page in setup),
    )  # fmt: skip
