"""Public files: built anew, read again, frozen; gone in the moment that the copy is."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse

from innspill.pipeline import forgetting, rebuilding, wiring
from innspill.shared.errors import BadInput, NotAllowed, Unreadable
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import actions, files
from innspill.stages.publication import rebuilding as wanted
from innspill.stages.publication.models import PublicFile, Rendition
from innspill.stages.register import queries as register
from tests.stages.conftest import NOW, HandIn, Staff

pytestmark = pytest.mark.django_db
WorkOn = Callable[[], int]
PDF = "strandoy_skjema.pdf"


def text_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def built(slug: str, number: int = 1) -> dict[str, bytes]:
    return {
        shown.name: files.bytes_of(shown, wiring.store())
        for shown in files.files_of(slug, number).built
    }


def test_a_published_response_becomes_a_paper_with_a_name_of_our_making(
    hand_in: HandIn, work_on: WorkOn, hearing: ConsultationShown
) -> None:
    hand_in("fjordvik-kommune.docx")
    work_on()
    ((name, data),) = built(hearing.slug).items()
    assert name == "25-1734-svar-1.pdf"
    assert "Svar fra Fjordvik kommune" in text_of(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert str(pdf.Root.Lang) in {"nb", "nb-NO"}
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.docinfo.Title) == "Svar fra Fjordvik kommune"
        assert b"pdfuaid:part" in pdf.Root.Metadata.read_bytes()


def test_a_pdf_is_given_out_as_pixels_of_what_is_published(
    hand_in: HandIn, work_on: WorkOn, hearing: ConsultationShown
) -> None:
    hand_in(PDF)
    work_on()
    made = built(hearing.slug)
    assert list(made) == ["25-1734-svar-1.pdf", "25-1734-svar-1-original.pdf"]
    original = made["25-1734-svar-1-original.pdf"]
    assert "Strandøy kommune" in text_of(original)
    with pikepdf.open(io.BytesIO(original)) as pdf:
        assert not {"/AcroForm", "/Names", "/OpenAction", "/AA"} & set(pdf.Root.keys())
        assert not any("/Annots" in page for page in pdf.pages)
        assert sum(len(page.get_images()) for page in pdf.pages) == len(pdf.pages) - 1


def test_an_attachment_has_a_heading_of_its_own_and_never_its_sender_s_name(
    hand_in: HandIn, work_on: WorkOn, hearing: ConsultationShown, client: Client
) -> None:
    hand_in("svar.eml", mail_with_attachment())
    work_on()
    (copy,) = Rendition.objects.filter(replaced_at=None)
    assert copy.content["attachments"]
    page = client.get(f"/horinger/{hearing.slug}/svar/{copy.number}/").content.decode()
    assert "Vedlegg 1" in page
    assert "Rørene er fra 1971." in page
    for text in (page, *map(text_of, built(hearing.slug).values())):
        assert "hemmelig-navn" not in text
    assert "Vedlegg 1" in text_of(built(hearing.slug)["25-1734-svar-1.pdf"])


def test_a_file_is_gone_in_the_moment_that_its_copy_is_taken_down(
    hand_in: HandIn, work_on: WorkOn, hearing: ConsultationShown, staff: Staff, client: Client
) -> None:
    hand_in("fjordvik-kommune.docx")
    work_on()
    (shown,) = files.files_of(hearing.slug, 1).built
    address = f"/horinger/{hearing.slug}/svar/1/fil/{shown.name}"
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == f'attachment; filename="{shown.name}"'
    assert (answer["X-Content-Type-Options"], answer["Content-Type"]) == (
        "nosniff", "application/pdf",
    )  # fmt: skip
    assert "sandbox" in answer["Content-Security-Policy"]
    again = client.get(address, headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304
    assert client.get(address.replace(shown.name, "annet.pdf")).status_code == 404
    (row,) = register.of_consultation(hearing.id)
    actions.withhold(row.id, reason="offl. § 13", by=staff.lead, now=NOW)
    assert client.get(address).status_code == 410
    assert client.get(address, headers={"if-none-match": answer["ETag"]}).status_code == 410
    assert not files.files_of(hearing.slug, 1).built


def test_bytes_of_what_is_public_are_kept_and_those_of_what_was_taken_down_may_go(
    hand_in: HandIn, work_on: WorkOn, hearing: ConsultationShown, staff: Staff
) -> None:
    hand_in("fjordvik-kommune.docx")
    work_on()
    (shown,) = files.files_of(hearing.slug, 1).built
    assert shown.sha256 in forgetting.referred_to()
    (row,) = register.of_consultation(hearing.id)
    actions.withhold(row.id, reason="offl. § 13", by=staff.lead, now=NOW)
    assert shown.sha256 not in forgetting.referred_to()


def test_what_the_builder_stops_at_is_not_published_and_the_desk_is_told(
    hand_in: HandIn, work_on: WorkOn, staff: Staff, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stopping:
        def do(self, *_: object) -> object:
            raise Unreadable("reader-stopped", "It took too long.")

    monkeypatch.setattr(wiring, "builder", Stopping)
    hand_in(PDF)
    work_on()
    (copy,) = Rendition.objects.all()
    slug = copy.consultation.slug
    assert not files.files_of(slug, 1).built
    ((row, refused),) = wanted.refused([copy.consultation.owner])
    assert (row.number, [file.reason for file in refused]) == (1, ["stopped", "stopped"])
    page = client.get(f"/horinger/{slug}/svar/1/").content.decode()
    assert "En fil vises ikke her" in page
    client.force_login(staff.caseworker)
    assert (
        "stanset eller brukte for lang tid"
        in client.get(reverse("desk:publishing")).content.decode()
    )


@pytest.mark.parametrize("fault", ["left-over", "unlike", "not-read-again"])
def test_what_the_second_reading_doubts_is_not_published(
    fault: str, hand_in: HandIn, work_on: WorkOn, hearing: ConsultationShown,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    real = wiring.builder()

    class Doubting:
        def do(self, job: object, given_files: object, given: object) -> object:
            if getattr(job, "name", "") == "check":
                return fault
            return real.do(job, given_files, given)  # type: ignore[arg-type]

    monkeypatch.setattr(wiring, "builder", Doubting)
    hand_in("fjordvik-kommune.docx")
    work_on()
    (row,) = PublicFile.objects.all()
    assert (row.state, row.reason, row.sha256, row.size) == ("refused", fault, "", 0)


def test_a_file_lost_from_the_store_is_refused(
    hand_in: HandIn, work_on: WorkOn, hearing: ConsultationShown, home: Path
) -> None:
    hand_in(PDF)
    work_on()
    (copy,) = Rendition.objects.all()
    material = wanted.to_rebuild(copy.pk, base="")
    (pages,) = material.pages
    wiring.store().path_of(pages.sha256).unlink()  # type: ignore[attr-defined]
    assert [made.refused for made in rebuilding.made_of(material)] == ["", "lost"]


def mail_with_attachment() -> bytes:
    from email.message import EmailMessage

    mail = EmailMessage()
    mail["From"] = "Fjordvik kommune <postmottak@fjordvik.kommune.no>"
    mail["Subject"] = "Høringssvar 25/1734 fra Fjordvik kommune"
    mail["Date"] = (NOW - timedelta(days=20)).strftime("%a, %d %b %Y %H:%M:%S +0000")
    mail.set_content(
        "Høringssvar fra Fjordvik kommune\n\nVi støtter planen, og mener at den bør gjelde alle "
        "vannverk, også de små. Vi vil peke på at mange vannverk mangler folk til å følge opp "
        "det som står i planen, og at staten må bidra med penger til det. Vi ber om at fristen "
        "for å gjennomføre tiltakene blir satt til 2030, og at kommunene får være med på arbeidet."
        "\n\nVennlig hilsen\nFjordvik kommune\n"
    )
    mail.add_attachment(
        "Oversikt over ledningsnettet\n\nRørene er fra 1971.\n".encode(),
        maintype="text", subtype="plain", filename="hemmelig-navn.txt",
    )  # fmt: skip
    return mail.as_bytes()


def test_a_lead_has_what_was_refused_built_once_more(
    hand_in: HandIn,
    work_on: WorkOn,
    hearing: ConsultationShown,
    staff: Staff,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Broken:
        def do(self, *_: object) -> object:
            raise Unreadable("reader-stopped", "It took too long.")

    hand_in("fjordvik-kommune.docx")
    with monkeypatch.context() as broken:
        broken.setattr(wiring, "builder", Broken)
        work_on()
    assert files.files_of(hearing.slug, 1).some_refused
    public = Rendition.objects.select_related("consultation__owner").get()
    response, owners = public.response_id, [public.consultation.owner]
    with pytest.raises(NotAllowed):
        actions.try_again(response, by=staff.caseworker, now=NOW)
    assert wanted.due() == []
    later = NOW + timedelta(hours=1)
    assert actions.try_again(response, by=staff.lead, now=later) == 1
    (copy,) = wanted.due()
    rebuilding.rebuild(copy, now=later + timedelta(minutes=1))
    shown = files.files_of(hearing.slug, 1)
    assert [each.name for each in shown.built] == ["25-1734-svar-1.pdf"]
    assert not shown.some_refused
    assert not wanted.refused(owners)
    assert wanted.due() == []
    assert PublicFile.objects.count() == 2, "the refused one stays to be seen"
    with pytest.raises(BadInput, match="no file"):
        actions.try_again(response, by=staff.lead, now=later)
