"""The look of an owner: what is refused and how it is said, and what pages have of it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from innspill.interfaces.ui.look.colours import DARK, LIGHT, TEXT, Scheme, contrast, mixed, shades
from innspill.interfaces.ui.look.logo import LogoRefused, logo_of
from innspill.interfaces.ui.look.reading import Look, LookRefused, look_in
from tests.conftest import ROOT, SAMPLES

SURFACES = ("background-default", "background-tinted", "surface-default", "surface-tinted")
DEEPER = ("surface-hover", "surface-active")
BASES = ("base-default", "base-hover", "base-active")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(30)


def folder_of(home: Path, text: str, logo: str | bytes = "") -> Path:
    (home / "theme.toml").write_text(text)
    data = logo.encode() if isinstance(logo, str) else logo
    (home / "logo.svg").write_bytes(data)
    return home


def refusal_of(home: Path, text: str, logo: str | bytes = "") -> str:
    with pytest.raises(LookRefused) as refused:
        look_in(folder_of(home, text, logo))
    return str(refused.value)


def test_contrast_is_counted_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#767676", "#ffffff") >= TEXT


def colours_that_hold(scheme: Scheme) -> Iterator[str]:
    for red in range(0, 256, 36):
        for green in range(0, 256, 36):
            for blue in range(0, 256, 51):
                colour = f"#{red:02x}{green:02x}{blue:02x}"
                if min(contrast(colour, scheme.paper), contrast(colour, scheme.quiet)) >= TEXT:
                    yield colour


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_whatever_colour_is_taken_all_text_on_its_shades_can_be_read(scheme: Scheme) -> None:
    wrong, tried = [], 0
    for colour in colours_that_hold(scheme):
        made, tried = shades(colour, scheme), tried + 1
        pairs = [("text-subtle", each) for each in SURFACES]
        pairs += [("text-default", each) for each in (*SURFACES, *DEEPER)]
        pairs += [
            (f"base-contrast-{each}", base) for each in ("default", "subtle") for base in BASES
        ]
        wrong += [(colour, *pair) for pair in pairs if contrast(*(made[p] for p in pair)) < TEXT]
    assert tried > 100
    assert not wrong


@pytest.mark.parametrize(
    ("colours", "told"),
    [
        ('main = "#ff9900"', "colours.main: #ff9900 against #f3f3f4 on light pages has contrast 1.93:1"),
        ('main = "#00627a"\nmain_dark = "#00627a"', "colours.main_dark: #00627a against #1e2022 on dark"),
        ('main = "#00627a"\nsecond = "#ffcc00"', "at least 3:1 is needed"),
        ('main = "#00627a"\nsecond = "#b3261e"\nsecond_dark = "#602020"', "choose a lighter one, such as #"),
        ('main = "teal"', "'teal' is no colour such as"),
        ('main = "#00627a"\nmein_dark = "#fff"', "'mein_dark' in [colours] is not known"),
        ("", "colours.main is missing"),
    ],
)  # fmt: skip
def test_colours_that_not_everybody_can_read_are_refused(
    tmp_path: Path, colours: str, told: str
) -> None:
    assert told in refusal_of(tmp_path, f"[colours]\n{colours}\n")


def test_the_colour_that_a_refusal_proposes_is_taken(tmp_path: Path) -> None:
    said = refusal_of(tmp_path, '[colours]\nmain = "#ff9900"\n')
    better = said.rpartition("such as ")[2].rstrip(".")
    assert look_in(folder_of(tmp_path, f'[colours]\nmain = "{better}"\n')).main == better


def test_dark_pages_get_a_lighter_shade_where_none_is_given(tmp_path: Path) -> None:
    found = look_in(folder_of(tmp_path, '[colours]\nmain = "#00627a"\n'))
    assert contrast(found.main_dark, DARK.paper) >= TEXT
    assert mixed(found.main, "#ffffff", 0.0) == found.main


def test_the_server_does_not_start_with_colours_that_cannot_be_read(tmp_path: Path) -> None:
    folder_of(tmp_path, '[colours]\nmain = "#ffcc00"\n')
    command = [sys.executable, "-m", "innspill.interfaces.cli.main", "doctor"]
    settings = {"INNSPILL_HOME": str(tmp_path / "home"), "INNSPILL_THEME": str(tmp_path)}
    source = str(ROOT / "src")
    ended = subprocess.run(
        command, env={**settings, "PYTHONPATH": source, "PATH": ""}, capture_output=True, text=True, check=False
    )  # fmt: skip
    assert ended.returncode != 0
    assert "INNSPILL_THEME: colours.main: #ffcc00" in ended.stderr
    assert "Traceback" not in ended.stderr


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'
)


@pytest.mark.parametrize(
    ("attributes", "inside"),
    [
        ("", "<script>alert(1)</script>"),
        ("", "<SCRIPT/>"),
        ('onload="alert(1)"', ""),
        ("", '<g onClick="x()"/>'),
        ("", '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'),
        ("", '<image href="https://example.org/x.png"/>'),
        ("", '<use href="https://example.org/x.svg#a"/>'),
        ("", '<use xlink:href="data:image/svg+xml;base64,AAAA"/>'),
        ("", '<a href="javascript:alert(1)"><path d="M0 0"/></a>'),
        ("", '<path d="M0 0" style="fill:url(https://example.org/x)"/>'),
        ("", '<path d="M0 0" fill="url( \'//example.org\' )"/>'),
        ("", "<style>@import 'https://example.org/x.css';</style>"),
        ("", "<style>g{fill:\\75rl(//example.org)}</style>"),
        ("", "<style><![CDATA[g{fill:url(//example.org)}]]></style>"),
        ("", '<set attributeName="href" to="javascript:x"/>'),
        ('xml:base="https://example.org/"', ""),
        ("", "<?xml-stylesheet href='x.css'?>"),
    ],
)
def test_a_drawing_that_can_do_more_than_be_seen_is_refused(
    tmp_path: Path, attributes: str, inside: str
) -> None:
    path = tmp_path / "logo.svg"
    path.write_text(SVG.format(attributes, inside))
    with pytest.raises(LogoRefused):
        logo_of(path)


@pytest.mark.parametrize(
    "before",
    ["<?xml-stylesheet href='x.css'?>", '<!DOCTYPE svg [<!ENTITY a "b">]>', "GIF89a", "<html>"],
)
def test_nothing_may_stand_before_a_drawing(tmp_path: Path, before: str) -> None:
    path = tmp_path / "logo.svg"
    path.write_text(before + SVG.format("", "<g/>"))
    with pytest.raises(LogoRefused):
        logo_of(path)


def test_plain_drawings_and_png_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "logo.svg"
    inside = '<defs><linearGradient id="a"/></defs><!-- b --><path d="M0 0" fill="url(#a)"/><use href="#a"/>'
    path.write_text(SVG.format('viewBox="0 0 9 9"', inside))
    assert logo_of(path).kind == "svg"
    path.write_bytes(PNG)
    assert logo_of(path).kind == "png"


@pytest.mark.parametrize(
    ("logo", "told"),
    [
        ('file = "logo.svg"', "logo.alternative is missing"),
        ('alternative = "Oss"', "logo.file is missing"),
        ('file = "../logo.svg"\nalternative = "Oss"', "lies outside the theme's folder"),
        ('file = "annen.svg"\nalternative = "Oss"', "there is no such file"),
        ('file = "logo.svg"\nalternative = "Oss"', "it has <script>"),
    ],
)
def test_a_logo_that_cannot_be_shown_is_refused(tmp_path: Path, logo: str, told: str) -> None:
    text = f'[colours]\nmain = "#00627a"\n[logo]\n{logo}\n'
    assert told in refusal_of(tmp_path, text, SVG.format("", "<script/>"))


@pytest.fixture
def dressed(settings: object) -> Look:
    """The look of the sample, set."""
    settings.LOOK = look_in(SAMPLES / "theme")  # type: ignore[attr-defined]
    return settings.LOOK  # type: ignore[attr-defined, no-any-return]


@pytest.mark.django_db
def test_pages_have_the_look_and_its_files_keep_for_a_year(client: Client, dressed: Look) -> None:
    shown = client.get("/").content.decode()
    assert 'alt="Eksempeldirektoratet"' in shown
    assert "– Eksempeldirektoratet</title>" in shown
    assert "style=" not in shown
    for name, digest in dressed.digests.items():
        address = f"/utseende/{digest}/{name}"
        assert address in shown
        got = client.get(address)
        assert got.content == dressed.files[name][1]
        assert got["Cache-Control"] == "public, max-age=31536000, immutable"
        assert got["X-Content-Type-Options"] == "nosniff"
        assert client.get(f"/utseende/gammel/{name}")["Cache-Control"] == "no-cache"
    assert client.get("/utseende/gammel/theme.toml").status_code == 404


@pytest.mark.django_db
def test_without_a_look_nothing_is_changed(client: Client) -> None:
    shown = client.get("/").content.decode()
    assert "utseende" not in shown
    assert "<strong>Innspill</strong>" in shown
    assert client.get("/utseende/x/theme.css").status_code == 404
