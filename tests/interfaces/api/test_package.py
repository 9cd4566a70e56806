"""One ZIP holds all that is public of a hearing, and can be checked without us."""

from __future__ import annotations

import hashlib
import json

import pytest
from django.test import Client

from innspill.pipeline import wiring
from innspill.shared import public_side
from innspill.shared.journal import actions as journal
from innspill.shared.journal import queries as checkpoints
from innspill.shared.journal import signing
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.actions.writing import as_json
from innspill.stages.consultations.core.definition import Paper, PaperFile
from innspill.stages.consultations.models import Consultation
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import actions, open_data
from tests.interfaces import scene
from tests.stages.conftest import NOW, Staff

from .addresses import body, unpacked

pytestmark = pytest.mark.django_db
REPORT, PAPER = b"a report", b"%PDF-1.7 a paper"


def package_of(client: Client, hearing: ConsultationShown) -> dict[str, bytes]:
    return unpacked(body(client.get(f"/api/v1/hearings/{hearing.slug}/all.zip")))


def test_every_file_has_its_sum_and_no_other_file_is_there(
    client: Client, published: ConsultationShown
) -> None:
    files = package_of(client, published)
    sums = dict(
        reversed(line.split("  ", 1)) for line in files.pop("SHA256SUMS").decode().splitlines()
    )
    assert sums == {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}


def test_every_published_response_is_there_for_programs_and_for_people(
    client: Client, published: ConsultationShown
) -> None:
    files = package_of(client, published)
    shown = list(open_data.responses(published.slug))
    for each in shown:
        data = json.loads(files[f"svar/{each.number:05d}.json"])
        text = files[f"svar/{each.number:05d}.txt"].decode()
        assert data["sha256"] == each.sha256
        said = [answer.text for answer in each.response.answers] + list(each.response.general)
        assert not [part for part in said if part not in text]
    assert len([name for name in files if name.startswith("svar/")]) == 2 * len(shown)
    for name, address in (("svar.csv", "responses.csv"), ("svar.jsonl", "responses.jsonl"),
                          ("sporsmal.csv", "answers.csv"), ("avgjort.csv", "decided.csv")):  # fmt: skip
        assert files[name] == body(client.get(f"/api/v1/hearings/{published.slug}/{address}"))
    assert "NLOD" in files["LESMEG.txt"].decode()
    assert "superseded_by:" in files["LESMEG.txt"].decode()


def test_papers_and_the_published_result_lie_in_it_under_names_of_ours(
    client: Client, published: ConsultationShown, staff: Staff
) -> None:
    store = wiring.store()
    paper = PaperFile(name="../../Høringsnotat (1).PDF", sha256=store.put(PAPER), size=len(PAPER))
    definition = published.definition.model_copy(
        update={"papers": (Paper(id="note", title={"nb": "Notat"}, files=(paper,)),)}
    )
    Consultation.objects.filter(pk=published.id).update(definition=as_json(definition))
    files = {"nn": {"report.docx": store.put(REPORT)}}
    actions.publish_result(published.id, content={"nn": {}}, files=files, by=staff.lead, now=NOW)
    found = package_of(client, published)
    assert found["resultat/nn/report.docx"] == REPORT
    assert found["dokumenter/01-horingsnotat-1.pdf"] == PAPER
    shown = consultations.shown(published.slug)
    assert shown is not None
    assert not [name for name in found if ".." in name or name.startswith("/")]


def test_equal_content_gives_equal_bytes_and_another_response_another_file(
    client: Client, published: ConsultationShown
) -> None:
    address = f"/api/v1/hearings/{published.slug}/all.zip"
    first = client.get(address)
    data = body(first)
    assert body(client.get(address)) == data
    scene.hand_in(
        published, "brev.txt", b"Granmo kommune\n\nVi er enige.\n", sender="Granmo kommune"
    )
    scene.work.run_until_idle()
    after = client.get(address, headers={"if-none-match": first["ETag"]})
    assert after.status_code == 200
    assert body(after) != data


def test_the_journal_s_signed_checkpoint_lies_in_it(
    client: Client, published: ConsultationShown
) -> None:
    journal.checkpoint("hour", NOW)
    latest = checkpoints.latest_checkpoint()
    assert latest is not None
    files = package_of(client, published)
    assert files["sjekkpunkt.txt"].decode() == latest.note
    assert files["nokkel.txt"].decode().strip() == signing.public_key()


def test_a_response_that_is_withdrawn_while_it_is_made_makes_it_be_made_anew(
    client: Client, published: ConsultationShown, staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    from innspill.interfaces.api import package as packing
    from innspill.shared.people.models import Owner
    from innspill.stages.register import queries as register

    owner = Owner.objects.get(name=published.owner)
    row = next(each for each in register.responses(published.slug, [owner])
               if each.name == "Tindvang kommune")  # fmt: skip

    class Late:
        """Writes the text of a response, and has the response withdrawn after it."""

        done = False

        def __call__(self, *given: object) -> str:
            text = original(*given)  # type: ignore[arg-type]
            if not self.done:
                self.done = True
                with public_side.beyond():  # somebody else does, at the desk
                    actions.withdraw(row.id, reason="now", by=staff.lead, now=NOW)
            return text

    original = packing.response_text
    monkeypatch.setattr(packing, "response_text", Late())
    files = package_of(client, published)
    assert f"svar/{row.number:05d}.json" not in files
    assert "Tindvang" not in b"".join(files.values()).decode("utf-8", "replace")
