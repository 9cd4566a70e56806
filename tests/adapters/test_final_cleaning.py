"""The file of a decision that everybody may fetch: nothing in it that nobody meant to publish."""

from __future__ import annotations

import io
import zipfile

import pikepdf
import pypdfium2
import pytest
from docx import Document

from innspill.adapters.libreoffice import libreoffice
from innspill.pipeline import wiring
from innspill.shared.errors import BadInput
from innspill.stages.reports.core.final_cleaning import cleaned

SAID = "Forskriften trer i kraft 1. januar."
SECRET = ("Ola Saksbehandler", "Ikke si dette til noen")


def _word() -> bytes:
    document = Document()
    document.core_properties.author = SECRET[0]
    document.core_properties.last_modified_by = SECRET[0]
    document.add_heading("Vedtak", 1)
    paragraph = document.add_paragraph(SAID)
    document.add_comment(paragraph.runs, text=SECRET[1], author=SECRET[0], initials="OS")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def pdf_of(**changed: str) -> bytes:
    """One page of our own making with an author, a remark and an attachment, or a bare one."""
    with pypdfium2.PdfDocument.new() as empty:
        empty.new_page(595, 842)
        raw = io.BytesIO()
        empty.save(raw)
    with pikepdf.open(raw) as pdf:
        pdf.pages[0].Contents = pdf.make_stream(
            b"BT /F1 14 Tf 70 700 Td (Vedtaket er fattet.) Tj ET"
        )
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)  # fmt: skip
        pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        if changed:
            pdf.docinfo["/Author"] = changed["author"]
            remark = pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[10, 10, 30, 30],
                Contents=changed["remark"],
            )  # fmt: skip
            link = pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[70, 690, 200, 720],
                A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://lovdata.no/"),
            )  # fmt: skip
            pdf.pages[0].Annots = pdf.make_indirect(
                pikepdf.Array([pdf.make_indirect(remark), pdf.make_indirect(link)])
            )
            pdf.attachments["notat.txt"] = changed["remark"].encode()
        written = io.BytesIO()
        pdf.save(written)
    return written.getvalue()


def _text(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(page.get_textpage().get_text_range() for page in document)


def _all_in(pdf: bytes) -> str:
    """Every string and stream, unpacked by another library than the one that wrote it."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        raw = io.BytesIO()
        opened.save(raw, stream_decode_level=pikepdf.StreamDecodeLevel.all, object_stream_mode=pikepdf.ObjectStreamMode.disable)  # fmt: skip
        unpacked = raw.getvalue()
        said = " ".join(str(each) for each in opened.objects if isinstance(each, pikepdf.String | pikepdf.Dictionary))  # fmt: skip
    return said + unpacked.decode("latin-1") + unpacked.decode("utf-16-be", "replace")


def test_a_word_file_becomes_a_pdf_with_tags_and_without_author_and_comments() -> None:
    if libreoffice() is None:
        pytest.skip("LibreOffice is not installed")
    made = wiring.cleaned_final("vedtak.docx", _word())
    assert (made.ending, made.made_anew) == ("pdf", True)
    assert set(made.carried) == {"author", "comments"}
    assert SAID in _text(made.bytes())
    assert not [each for each in SECRET if each in _all_in(made.bytes())]
    with pikepdf.open(io.BytesIO(made.bytes())) as opened:
        assert opened.Root.MarkInfo.Marked


def test_a_pdf_loses_its_author_remarks_and_attachments_and_keeps_page_and_links() -> None:
    made = cleaned("vedtak.pdf", pdf_of(author=SECRET[0], remark=SECRET[1]), None)
    assert set(made.carried) == {"author", "comments", "attachments"}
    assert "Vedtaket er fattet." in _text(made.bytes())
    everything = _all_in(made.bytes())
    assert not [each for each in SECRET if each in everything]
    assert "https://lovdata.no/" in everything


def test_a_pdf_that_carries_nothing_is_shown_as_it_is() -> None:
    data = pdf_of()
    made = cleaned("vedtak.pdf", data, None)
    assert (made.bytes(), made.carried, made.made_anew) == (data, (), False)


def test_an_author_in_the_xml_of_a_pdf_is_found_too() -> None:
    with pikepdf.open(io.BytesIO(pdf_of())) as pdf:
        with pdf.open_metadata() as metadata:
            metadata["dc:creator"] = [SECRET[0]]
        written = io.BytesIO()
        pdf.save(written)
    made = cleaned("vedtak.pdf", written.getvalue(), None)
    assert made.carried == ("author",)
    assert SECRET[0] not in _all_in(made.bytes())


def test_tracked_changes_are_for_a_person_to_settle() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_word())) as package, zipfile.ZipFile(written, "w") as changed:
        for entry in package.infolist():
            held = package.read(entry)
            if entry.filename == "word/document.xml":
                held = held.replace(b"<w:p>", b'<w:p><w:del w:id="9" w:author="O"/>', 1)
            changed.writestr(entry, held)
    with pytest.raises(BadInput, match="has tracked changes"):
        cleaned("vedtak.docx", written.getvalue(), None)


@pytest.mark.parametrize("data", [b"PK\x03\x04 not at all", b"%PDF-1.7 nor this"])
def test_what_cannot_be_opened_is_refused(data: bytes) -> None:
    name = "vedtak.pdf" if data.startswith(b"%PDF") else "vedtak.odt"
    with pytest.raises(BadInput, match="damaged"):
        wiring.cleaned_final(name, data)


def test_without_libreoffice_a_word_file_is_refused() -> None:
    with pytest.raises(BadInput, match="cannot be made a PDF"):
        cleaned("vedtak.docx", _word(), None)
