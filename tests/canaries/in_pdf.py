"""PDFs with a canary in every place that a page does not show, and an earlier revision inside."""

# ruff: noqa: E731 - markup is told as it stands in the file

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.core.reading.blocks.pdf_files import Extra, pdf, sticky_note, stream, text_field, written
from tests.core.reading.blocks.scan_files import DPI, Paper, saved

from .planting import Canaries, jpeg


def pdf_with_canaries(sender: str, nest: Canaries) -> bytes:
    """The document."""
    w = lambda place: nest.word(f"PDF: {place}")
    control, mail = nest.control("PDF"), nest.email("PDF: address")
    unseen = (
        f"BT /F 11 Tf 3 Tr 72 500 Td ({w('invisible text')}) Tj ET\n"
        "BT 0 Tr ET\n"
        f"BT /F 11 Tf 72 -400 Td ({w('text outside the page')}) Tj ET\n"
        f"BT /F 11 Tf 72 830 Td ({w('text outside the crop box')}) Tj ET\n"
        f"1 1 1 rg BT /F 11 Tf 72 480 Td ({w('white text')}) Tj ET 0 g\n"
        f"/OC /Layer BDC BT /F 11 Tf 72 460 Td ({w('hidden layer')}) Tj ET EMC\n"
        f"BT /F 0.01 Tf 72 440 Td ({w('text too small to see')}) Tj ET\n"
    )
    covered = f"BT /F 11 Tf 72 400 Td ({w('text under a picture')}) Tj ET\n0 g 60 390 300 30 re f\n"
    made = pdf(
        [
            (72, 760, 11, sender),
            (72, 730, 11, f"Vi mener at {control} må med i planen."),
            (72, 700, 11, f"Skriv til {mail} om dette."),
        ],
        drawing=unseen + covered,
        fields=[sticky_note(w("note")), text_field(72, 300, w("name of a field"), nest.email("PDF: address in a field"))],
        extra=Extra(
            page="/MediaBox [0 0 595 842] /CropBox [0 0 595 800]",
            resources="/Properties << /Layer 100 0 R >>",
            catalog="/OCProperties << /OCGs [100 0 R] /D << /OFF [100 0 R] >> >>",
            objects={100: f"<< /Type /OCG /Name ({w('name of a layer')}) >>"},
        ),
    )  # fmt: skip
    return _with_the_rest(made, nest)


def _with_the_rest(made: bytes, nest: Canaries) -> bytes:
    """What pikepdf can add: properties, outline, files, actions, names, labels, alt texts."""
    w = lambda place: nest.word(f"PDF: {place}")
    with pikepdf.open(io.BytesIO(made)) as document:
        for field in ("Title", "Author", "Subject", "Keywords", "Creator"):
            document.docinfo[Name(f"/{field}")] = String(w(f"{field.lower()} of the document"))
        xmp = (
            "<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
            "<rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/' rdf:about=''>"
            f"<dc:source>{w('XMP')}</dc:source></rdf:Description></rdf:RDF></x:xmpmeta>"
        )
        root, page = document.Root, document.pages[0]
        root.Metadata = document.make_stream(xmp.encode(), Type=Name.Metadata, Subtype=Name.XML)
        with document.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(w("outline"), 0))
        document.attachments[f"{w('name of an enclosed file')}.txt"] = w("enclosed file").encode()
        script = Dictionary(S=Name.JavaScript, JS=String(w("script")))
        root.OpenAction = document.make_indirect(script)
        root.Names.Dests = Dictionary(
            Names=Array([String(w("named place")), Array([page.obj, Name.Fit])])
        )
        root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(w("label of a page")))]))
        link = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=Array([72, 690, 200, 712]),
            Contents=String(w("words on a link")),
            A=Dictionary(S=Name.URI, URI=String(f"https://{w('address of a link')}.example")),
        )  # fmt: skip
        page.obj.Annots.append(document.make_indirect(link))
        page.obj.Thumb = document.make_stream(jpeg(w("thumbnail")), Width=8, Height=8)
        page.obj.PieceInfo = Dictionary(X=Dictionary(Private=String(w("what a program kept"))))
        figure = Dictionary(
            Type=Name.StructElem, S=Name.Figure, Alt=String(w("alt text")),
            ActualText=String(w("text instead of a picture")), T=String(w("title of an element")),
        )  # fmt: skip
        root.StructTreeRoot = document.make_indirect(
            Dictionary(Type=Name.StructTreeRoot, K=document.make_indirect(figure))
        )
        saved = io.BytesIO()
        document.save(saved)
    return saved.getvalue()


def scanned_pdf(sender: str, nest: Canaries) -> bytes:
    """A page as a scanner makes it: a painted picture, and what the scanner tells of itself."""
    w = lambda place: nest.word(f"Scan: {place}")
    paper = Paper(1300, 700).write(90, 80, sender)
    paper.write(90, 180, f"Vi mener at {nest.control('scan', 'kontrollmerke')} er viktig i planen.")
    paper.write(90, 240, f"Ring {nest.phone('Scan: painted phone')} om dette.")
    # No mail address: a sign that is misread as a letter makes it a word like another, which only
    # a person sees (one misread as another sign is found: core/contact_details).
    made = saved(
        paper.picture, "PDF", resolution=DPI, title=w("title"), author=w("author"),
        subject=w("subject"), keywords=w("keywords"), creator=w("program"), producer=w("scanner"),
    )  # fmt: skip
    with pikepdf.open(io.BytesIO(made)) as document:
        page = document.pages[0].obj
        page.Thumb = document.make_stream(jpeg(w("thumbnail")), Width=8, Height=8)
        changed = io.BytesIO()
        document.save(changed)
    return changed.getvalue()


def revised_pdf(sender: str, nest: Canaries) -> bytes:
    """A PDF whose first revision said something else, which still lies in it."""
    before = nest.word("PDF: earlier revision")
    made = pdf([(72, 760, 11, sender), (72, 730, 11, f"Utkast {before} her.")])
    content = stream(
        written("F", 72, 760, sender),
        written("F", 72, 730, f"Vi mener at {nest.control('revised PDF')} bor med i planen."),
    )
    at = len(made)
    changed = f"5 0 obj\n{content}\nendobj\n".encode("cp1252")
    start = made.rindex(b"startxref")
    previous = int(made[start:].split()[1])
    table = f"xref\n5 1\n{at:010} 00000 n \ntrailer << /Size 6 /Root 1 0 R /Prev {previous} >>\n"
    return made + changed + f"{table}startxref\n{at + len(changed)}\n%%EOF\n".encode()
