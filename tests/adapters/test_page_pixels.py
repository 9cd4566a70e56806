"""Pages as pixels: no red pixel of a secret is left, however the page lies, and the words are there."""

from __future__ import annotations

import io

import numpy as np
import pikepdf
import pypdfium2
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from innspill.adapters import rebuilding
from innspill.adapters.page_pixels import WHITE, made_anew
from innspill.adapters.page_words import DPI, pages_of
from innspill.adapters.programs import tools_at_hand
from innspill.stages.publication.core.rebuilding.judging import Verdict, judge
from innspill.stages.publication.core.rebuilding.sheets import Cover
from innspill.stages.publication.core.rebuilding.values import PDF, PageWord, Secrets, Source
from tests.adapters.painted_pages import NAME, PUBLIC, SECRET, WAYS, changed

TOOLS = tools_at_hand(begins=lambda _: None, more_time=lambda _: None)
SPOKEN = f"{SECRET[:2]} {SECRET[2:5]} {SECRET[5:]}"
SHOWN = f"{PUBLIC}, ring [sladdet] eller [sladdet] før fristen."
COVER = Cover(
    "nb", "Svar fra Fjordvik kommune", "Fjordvik kommune", "26/1-1", (), "Svar", withheld=True
)
SOURCE = Source(
    "a.pdf", f"{SHOWN} {SHOWN} {SHOWN}", "", Secrets((SPOKEN, NAME), (), (), SHOWN), private=False
)


def in_colours(data: bytes) -> np.ndarray:
    page = pypdfium2.PdfDocument(data)[0]
    return np.array(page.render(scale=DPI / 72, rev_byteorder=True).to_numpy())[:, :, :3]


def red_in(picture: np.ndarray) -> int:
    red, green, blue = (picture[:, :, at].astype(int) for at in range(3))
    return int(((red > green + 60) & (red > blue + 60)).sum())


@pytest.mark.parametrize("way", WAYS)
def test_no_red_pixel_of_a_secret_is_left(way: str) -> None:
    data = changed(WAYS[way])
    (page,) = pages_of(data, PDF, TOOLS)
    painted = in_colours(data)
    assert painted.shape[:2] == page.grey.shape
    assert red_in(painted) > 500
    judged = judge(page.words, SOURCE)
    assert judged.all_placed
    words = list(zip(page.words, judged.verdicts, strict=True))
    left = made_anew(painted, words)
    assert red_in(left) == 0
    for word, verdict in words:
        if verdict is Verdict.SHOWN and word.text.isalpha():
            assert left[word.top : word.bottom, word.left : word.right].min() < 120, word.text


@pytest.mark.parametrize("way", ["plain", "turned by 90", "cropped and turned", "enlarged"])
def test_what_was_built_says_the_public_words_and_no_others(way: str) -> None:
    built = rebuilding.pages_built("a.pdf", changed(WAYS[way]), SOURCE, COVER, TOOLS)
    assert built.refused == ""
    text = " ".join(pypdfium2.PdfDocument(built.bytes())[1].get_textpage().get_text_range().split())
    assert "støtter planen om trygt vann" in text
    assert "[sladdet]" in text
    for secret in (SECRET, SPOKEN, NAME):
        assert secret not in text
    assert rebuilding.check(built.bytes(), SOURCE.secrets, "", TOOLS, pixels=True) == ""


def test_a_secret_that_is_not_on_the_pages_refuses_the_file() -> None:
    lost = Source("a.pdf", SOURCE.text, "", Secrets(("Storgata 5",), (), (), SHOWN), private=False)
    built = rebuilding.pages_built("a.pdf", changed(WAYS["plain"]), lost, COVER, TOOLS)
    assert built.refused == "not-placed"


def test_a_page_without_the_public_text_refuses_the_file() -> None:
    other = Source("a.pdf", "Helt andre ord enn dem som er der", "", Secrets(), private=False)
    built = rebuilding.pages_built("a.pdf", changed(WAYS["plain"]), other, COVER, TOOLS)
    assert built.refused == "too-little-found"


def test_a_file_that_is_no_file_of_pages_is_none_of_these() -> None:
    built = rebuilding.pages_built(
        "a.txt", b"Hei", Source("a.txt", "Hei", "", Secrets(), False), COVER, TOOLS
    )
    assert built.refused == "not-pages"


def test_too_many_pages_are_refused() -> None:
    def many(pdf: pikepdf.Pdf) -> None:
        for _ in range(60):
            pdf.pages.append(pdf.pages[0])

    built = rebuilding.pages_built("a.pdf", changed(many), SOURCE, COVER, TOOLS)
    assert built.refused == "too-many-pages"


def scanned(data: bytes) -> bytes:
    out = io.BytesIO()
    picture = pypdfium2.PdfDocument(data)[0].render(scale=200 / 72).to_pil()
    picture.save(out, "PNG", dpi=(200, 200))
    return out.getvalue()


def test_a_scan_is_given_out_as_the_words_that_were_recognised_without_numbers_and_addresses() -> (
    None
):
    if TOOLS.recogniser is None:
        pytest.skip("no recogniser here")
    scan = scanned(changed(WAYS["plain"]))
    source = Source("a.pdf", f"{SOURCE.text} {SECRET}", "", Secrets(), private=False)
    built = rebuilding.pages_built("a.pdf", scan, source, COVER, TOOLS)
    assert built.refused == ""
    text = pypdfium2.PdfDocument(built.bytes())[1].get_textpage().get_text_range()
    assert "planen" in text
    assert NAME not in text
    assert rebuilding.check(built.bytes(), SOURCE.secrets, "", TOOLS, pixels=True) == ""


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 40), st.integers(1, 20), st.integers(1, 9),
                          st.sampled_from(list(Verdict))), max_size=12))  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_nothing_stands_outside_shown_words_and_nothing_inside_others(
    boxes: list[tuple[int, int, int, int, Verdict]],
) -> None:
    page = np.zeros((60, 90), np.uint8)
    words = [
        (PageWord("x", left, top, left + wide, top + high, line), verdict)
        for line, (left, top, wide, high, verdict) in enumerate(boxes)
    ]
    made = made_anew(page, words)
    may = np.zeros_like(page, bool)
    for word, verdict in words:
        if verdict is Verdict.SHOWN:
            may[max(0, word.top - 1) : word.bottom + 1, max(0, word.left - 1) : word.right + 1] = (
                True
            )
    for word, verdict in words:
        if verdict is not Verdict.SHOWN:
            may[word.top : word.bottom, word.left : word.right] = False
    assert not (made == 0)[~may].any()
    assert WHITE == 255


def test_pixels_that_say_other_than_the_letters_refuse_the_file() -> None:
    """A file whose letters are called "Kommunen støtter" and look like something else."""
    if TOOLS.recogniser is None:
        pytest.skip("no recogniser here")
    words = ["Kommunen", "støtter", "forslaget", "om", "vegen", "langs", "fjorden", "under", "gaten",
             "nummer", "skolen", "brygga", "kjenner"]  # fmt: skip
    public = " ".join(f"{index}" for index in range(90))
    drawn = typst.compile(
        f"#set page(width: 400pt, height: 300pt)\n#set text(size: 16pt)\n{' '.join(words)}".encode(),
        format="pdf",
    )
    built = rebuilding.pages_built(
        "a.pdf", drawn, Source("a.pdf", " ".join(words), "", Secrets(), private=False), COVER, TOOLS
    )
    assert built.refused == ""
    secrets = Secrets((), (), (), public)
    assert rebuilding.check(built.bytes(), secrets, "", TOOLS, pixels=True) == "unlike"


def test_words_on_top_of_a_picture_stay_out() -> None:
    """A picture over part of the page: what it shows nobody has read."""

    def pictured(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        picture = pdf.make_stream(
            b"\xff" * 3, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=1, Height=1,
            ColorSpace=pikepdf.Name.DeviceRGB, BitsPerComponent=8,
        )  # fmt: skip
        page.Resources.XObject = pikepdf.Dictionary(P=picture)
        page.contents_add(b"q", prepend=True)
        page.contents_add(b"Q q 150 0 0 60 40 195 cm /P Do Q")

    (page,) = pages_of(changed(pictured), PDF, TOOLS)
    assert not page.recognised
    assert 0 < sum(not word.sure for word in page.words) < len(page.words) / 2
    verdicts = judge(page.words, SOURCE).verdicts
    assert all(
        verdict is not Verdict.SHOWN
        for word, verdict in zip(page.words, verdicts, strict=True)
        if not word.sure
    )


def test_one_sentence_of_pixels_that_its_letters_do_not_tell_refuses_the_file() -> None:
    """A font may call its letters what it likes: here for one line among many honest ones."""
    if TOOLS.recogniser is None:
        pytest.skip("no recogniser here")
    honest = (
        "Kommunen arbeider lenge med beredskap for vannforsyningen sin og driften ved fjorden. "
        "Direktoratet beskriver hvordan kommuner skal samarbeide gjennom planen. "
        "Kostnadene dekkes gjennom rammetilskuddet til kommunene hvert eneste budsjett. "
    )
    shown = f"{honest}Naboen stjal pengene"
    drawn = typst.compile(
        f"#set page(width: 500pt, height: 300pt)\n#set text(size: 14pt)\n{shown}".encode(),
        format="pdf",
    )
    source = Source("a.pdf", shown, "", Secrets(), private=False)
    built = rebuilding.pages_built("a.pdf", drawn, source, COVER, TOOLS).bytes()
    told = {
        public: rebuilding.check(built, Secrets((), (), (), public), "", TOOLS, pixels=True)
        for public in (honest, shown)
    }
    assert told == {honest: "unlike", shown: ""}
