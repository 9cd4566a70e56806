"""Where a secret can hide in a file as sent: none of it is in what is built."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Iterator

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from innspill.adapters import rebuilding
from innspill.stages.publication.core.rebuilding.values import Secrets, Source
from tests.adapters.painted_pages import changed
from tests.adapters.test_page_pixels import COVER, NAME, SHOWN, SOURCE, SPOKEN, TOOLS

CANARY = "Kanarifugl"
BIRD = f"{CANARY} 01010100050"


def _metadata(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = BIRD
    pdf.docinfo["/Author"] = BIRD


def _xmp(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata = pdf.make_stream(f"<x:xmpmeta>{BIRD}</x:xmpmeta>".encode())


def _comment(pdf: pikepdf.Pdf) -> None:
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Text, Rect=[50, 50, 70, 70], Contents=String(BIRD)
    )
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])


def _free_text(pdf: pikepdf.Pdf) -> None:
    """A comment that is drawn on the page."""
    look = pdf.make_stream(
        f"BT /F 12 Tf 1 0 0 1 5 5 Tm ({BIRD}) Tj ET".encode(),
        Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 200, 30],
        Resources=Dictionary(Font=Dictionary(F=_font())),
    )  # fmt: skip
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.FreeText, Rect=[50, 20, 250, 50], Contents=String(BIRD), F=4,
        AP=Dictionary(N=look),
    )  # fmt: skip
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])


def _field(pdf: pikepdf.Pdf) -> None:
    look = pdf.make_stream(
        f"BT /F 12 Tf 1 0 0 1 5 5 Tm ({BIRD}) Tj ET".encode(),
        Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 200, 30],
        Resources=Dictionary(Font=Dictionary(F=_font())),
    )  # fmt: skip
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("navn"), V=String(BIRD),
            Rect=[50, 20, 250, 50], F=4, AP=Dictionary(N=look),
        )
    )  # fmt: skip
    pdf.pages[0].Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


def _outline(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(BIRD, 0))


def _embedded(pdf: pikepdf.Pdf) -> None:
    pdf.attachments[f"{CANARY}.txt"] = pikepdf.AttachedFileSpec(
        pdf, BIRD.encode(), filename=f"{CANARY}.txt"
    )


def _script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{BIRD}')"))


def _link(pdf: pikepdf.Pdf) -> None:
    action = Dictionary(S=Name.URI, URI=String(f"https://example.org/{CANARY}"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 400, 300], A=action)
    pdf.pages[0].Annots = Array([pdf.make_indirect(link)])


def _unseen(pdf: pikepdf.Pdf) -> None:
    _written(pdf, f"BT 3 Tr /Fx 12 Tf 1 0 0 1 40 20 Tm ({BIRD}) Tj ET")


def _white(pdf: pikepdf.Pdf) -> None:
    _written(pdf, f"BT 1 1 1 rg /Fx 12 Tf 1 0 0 1 40 20 Tm ({BIRD}) Tj ET")


def _outside(pdf: pikepdf.Pdf) -> None:
    _written(pdf, f"BT /Fx 12 Tf 1 0 0 1 40 -200 Tm ({BIRD}) Tj ET")


def _plain_words(pdf: pikepdf.Pdf) -> None:
    """Words that stand on the page and that nobody let through."""
    _written(pdf, f"BT /Fx 12 Tf 1 0 0 1 40 20 Tm ({BIRD}) Tj ET")


def _letters_apart(pdf: pikepdf.Pdf) -> None:
    drawn = "".join(f"1 0 0 1 {40 + 9 * at} 20 Tm ({letter}) Tj " for at, letter in enumerate(BIRD))
    _written(pdf, f"BT /Fx 12 Tf {drawn} ET")


def _thumbnail(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Thumb = pdf.make_stream(BIRD.encode())


def _marked(pdf: pikepdf.Pdf) -> None:
    """Other words for what is drawn."""
    _written(pdf, f"/Span << /ActualText ({BIRD}) /Alt ({BIRD}) >> BDC EMC")


def _font() -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def _written(pdf: pikepdf.Pdf, drawing: str) -> None:
    page = pdf.pages[0]
    page.contents_add(b"q", prepend=True)
    page.contents_add(f"Q {drawing}".encode())
    if Name.Font not in page.Resources:
        page.Resources.Font = Dictionary()
    page.Resources.Font.Fx = _font()


PLACES: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "metadata": _metadata, "xmp": _xmp, "comment": _comment, "drawn comment": _free_text,
    "form field": _field, "outline": _outline, "embedded file": _embedded, "script": _script,
    "link": _link, "unseen text": _unseen, "white text": _white, "outside the page": _outside,
    "words nobody let through": _plain_words, "letters apart": _letters_apart,
    "thumbnail": _thumbnail, "other words": _marked,
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_what_hides_in_a_file_is_not_in_what_is_built(place: str) -> None:
    built = rebuilding.pages_built("a.pdf", changed(PLACES[place]), SOURCE, COVER, TOOLS)
    assert built.refused == ""
    assert_nothing(built.bytes())
    assert rebuilding.check(built.bytes(), _all_secrets(), "", TOOLS, pixels=True) == ""


def test_an_old_revision_is_not_in_what_is_built() -> None:
    plain = changed(lambda _: None)
    older = plain + b"\n9999 0 obj\n(" + BIRD.encode() + b")\nendobj\n"
    built = rebuilding.pages_built("a.pdf", older + plain, SOURCE, COVER, TOOLS)
    if not built.refused:
        assert_nothing(built.bytes())


@pytest.mark.parametrize("place", ["metadata", "xmp", "comment", "outline", "embedded file", "link",
                                   "white text", "words nobody let through", "form field"])  # fmt: skip
def test_the_second_reading_finds_what_a_file_hides(place: str) -> None:
    """Were it left in, it would be seen: the same file as sent is not clean."""
    assert rebuilding.check(changed(PLACES[place]), _all_secrets(), "", TOOLS, pixels=True) != ""


def _all_secrets() -> Secrets:
    return Secrets((SPOKEN, NAME), (), (BIRD,), SHOWN)


def assert_nothing(data: bytes) -> None:
    """Nothing of the secrets stands in the file: every object, string and stream, unpacked."""
    for text in everything_in(data):
        plain = re.sub(r"\s", "", text).casefold()
        for secret in (CANARY, NAME, "91234567", "01010100050"):
            assert secret.casefold() not in plain


def everything_in(data: bytes) -> Iterator[str]:
    """All that the file holds, by another program than ours."""
    yield data.decode("latin-1")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for found in pdf.objects:
            if isinstance(found, pikepdf.Stream):
                packed = found.get("/Subtype") == Name.Image
                raw = found.read_bytes() if not packed else zlib.decompress(found.read_raw_bytes())
                yield raw.decode("latin-1")
                yield raw.decode("utf-16-be", "replace")
            else:
                yield found.unparse(resolved=True).decode("latin-1")
    document = rebuilding.pypdfium2.PdfDocument(data)
    for page in document:
        yield page.get_textpage().get_text_range()


def test_a_reading_that_is_not_of_the_file_gives_nothing_away() -> None:
    """A copy that says other words than the file: nothing but those words can come over."""
    source = Source("a.pdf", SOURCE.text + " " + "ekstra " * 2, "", SOURCE.secrets, private=True)
    built = rebuilding.pages_built("a.pdf", changed(_plain_words), source, COVER, TOOLS)
    if not built.refused:
        assert_nothing(built.bytes())
