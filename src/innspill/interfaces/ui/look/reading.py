"""theme.toml: read and checked, so that what cannot be read by everybody is said before the start.

name = "Eksempeldirektoratet"     # stands where "Innspill" does else

[colours]
main = "#00627a"                  # links, buttons, the line under the header
main_dark = "#63c3da"             # on dark pages; made of main where it is not given
second = "#b3261e"                # the line and the bars; main where it is not given
second_dark = "#ff8a80"

[logo]
file = "logo.svg"                 # SVG without script, or PNG; in this folder
file_dark = "logo-dark.svg"       # on dark pages; else the logo gets a white ground there
alternative = "Eksempeldirektoratet"
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from innspill.interfaces.ui.look.colours import (
    CONTROL,
    DARK,
    LIGHT,
    TEXT,
    Scheme,
    contrast,
    is_colour,
    strengthened,
)
from innspill.interfaces.ui.look.logo import Logo, LogoRefused, logo_of
from innspill.interfaces.ui.look.stylesheet import stylesheet

FILE = "theme.toml"
_KNOWN = {
    "": {"name", "colours", "logo"},
    "colours": {"main", "main_dark", "second", "second_dark"},
    "logo": {"file", "file_dark", "alternative"},
}
_LONGEST = 120


class LookRefused(ValueError):
    """A look that cannot be used, with one sentence that says what and what to do."""


@dataclass(frozen=True)
class Look:
    """The look of an owner. Colours hold against what they stand on in both schemes."""

    name: str
    main: str
    main_dark: str
    second: str
    second_dark: str
    logo: Logo | None = None
    logo_dark: Logo | None = None
    alternative: str = ""

    @cached_property
    def css(self) -> bytes:
        """The one stylesheet of it."""
        return stylesheet(
            {LIGHT: (self.main, self.second), DARK: (self.main_dark, self.second_dark)},
            logo_needs_ground=self.logo is not None and self.logo_dark is None,
        ).encode()

    @cached_property
    def files(self) -> dict[str, tuple[str, bytes]]:
        """All that is served, by name: what kind it is, and its bytes."""
        logos = {"logo": self.logo, "logo-dark": self.logo_dark}
        kinds = {"svg": "image/svg+xml", "png": "image/png"}
        found = {f"{name}.{logo.kind}": logo for name, logo in logos.items() if logo}
        shown = {name: (kinds[logo.kind], logo.data) for name, logo in found.items()}
        return {"theme.css": ("text/css; charset=utf-8", self.css), **shown}

    @cached_property
    def digests(self) -> dict[str, str]:
        """What stands in the address of each file, so that browsers may keep it for a year."""
        return {
            name: hashlib.sha256(data).hexdigest()[:12] for name, (_, data) in self.files.items()
        }


def look_in(folder: Path) -> Look:
    """The look in a folder. Raises LookRefused."""
    path = folder / FILE
    if not path.is_file():
        raise LookRefused(f"there is no file {str(path)!r}.")
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LookRefused(f"{path} is no TOML: {error}.") from error
    _only_known(given, "")
    colours, logo = _table(given, "colours"), _table(given, "logo")
    main = _colour(colours, "main") or _refuse_without_main()
    main_dark = _colour(colours, "main_dark") or strengthened(
        main, DARK.ink, TEXT, DARK.paper, DARK.quiet
    )
    second = _colour(colours, "second") or main
    second_dark = _colour(colours, "second_dark") or (
        strengthened(second, DARK.ink, CONTROL, DARK.paper, DARK.track)
        if "second" in colours
        else main_dark
    )
    for scheme, key, colour in ((LIGHT, "main", main), (DARK, "main_dark", main_dark)):
        _holds(key, colour, scheme, TEXT, scheme.paper, scheme.quiet)
    for scheme, key, colour in ((LIGHT, "second", second), (DARK, "second_dark", second_dark)):
        _holds(key, colour, scheme, CONTROL, scheme.paper, scheme.track)
    alternative = _text(logo, "logo.alternative", logo.get("alternative", ""))
    if logo and not alternative:
        raise LookRefused(
            "logo.alternative is missing: write what the logo says, for those who do not see it."
        )
    return Look(
        _text(given, "name", given.get("name", "")), main, main_dark, second, second_dark,
        _logo(folder, logo, "file"), _logo(folder, logo, "file_dark"), alternative,
    )  # fmt: skip


def _refuse_without_main() -> str:
    raise LookRefused('colours.main is missing: give a colour such as "#00627a".')


def _table(given: Mapping[str, Any], name: str) -> dict[str, Any]:
    found = given.get(name, {})
    if not isinstance(found, dict):
        raise LookRefused(f"[{name}] is no table.")
    _only_known(found, name)
    return found


def _only_known(given: Mapping[str, Any], name: str) -> None:
    # A misspelt word would be a colour that is silently not there.
    unknown = sorted(set(given) - _KNOWN[name])
    if unknown:
        known = ", ".join(sorted(_KNOWN[name]))
        where = f" in [{name}]" if name else ""
        raise LookRefused(f"{unknown[0]!r}{where} is not known: there are {known}.")


def _text(_given: Mapping[str, Any], key: str, found: object) -> str:
    if not isinstance(found, str) or len(found) > _LONGEST or not (found + "x").isprintable():
        raise LookRefused(f"{key} is no text of at most {_LONGEST} letters.")
    return found.strip()


def _colour(given: Mapping[str, Any], key: str) -> str:
    if key not in given:
        return ""
    found = str(given[key]).strip().lower()
    if not is_colour(found):
        raise LookRefused(f'colours.{key}: {found!r} is no colour such as "#00627a".')
    return found


def _holds(key: str, colour: str, scheme: Scheme, least: float, *grounds: str) -> None:
    """Refuses a colour that cannot be read, with one that can be."""
    ground = min(grounds, key=lambda each: contrast(colour, each))
    ratio = contrast(colour, ground)
    if ratio >= least:
        return
    better = strengthened(colour, scheme.ink, least, *grounds)
    told = "darker" if not scheme.is_dark else "lighter"
    raise LookRefused(
        f"colours.{key}: {colour} against {ground} on {scheme.name} pages has contrast "
        f"{int(ratio * 100) / 100}:1, and at least {least:g}:1 is needed: "
        f"choose a {told} one, such as {better}."
    )


def _logo(folder: Path, given: Mapping[str, Any], key: str) -> Logo | None:
    if key not in given:
        if key == "file" and given:
            raise LookRefused("logo.file is missing: name the file in the theme's folder.")
        return None
    name = _text(given, f"logo.{key}", given[key])
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise LookRefused(f"logo.{key}: {name!r} lies outside the theme's folder.")
    try:
        return logo_of(path)
    except LogoRefused as error:
        raise LookRefused(f"logo.{key}: {name!r} cannot be shown: {error}.") from error
