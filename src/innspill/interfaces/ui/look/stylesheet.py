"""The look as one stylesheet: values for variables that the pages' own sheets use already."""

from __future__ import annotations

from collections.abc import Mapping

from innspill.interfaces.ui.look.colours import LIGHT, Scheme, shades

_ON_DARK = "@media (prefers-color-scheme: dark)"
_EVERYWHERE = ':root, [data-color-scheme="light"]'
_AUTO = ':root[data-color-scheme="auto"]'


def stylesheet(colours: Mapping[Scheme, tuple[str, str]], *, logo_needs_ground: bool) -> str:
    """The sheet for the main and the second colour of each scheme.

    It stands after all others and in no layer, so that its values are those that hold.
    """
    parts = []
    for scheme, (main, second) in colours.items():
        values = {
            f"--ds-color-accent-{name}": value for name, value in shades(main, scheme).items()
        }
        values |= {"--theme-line": second, "--bar-chosen": second}
        lines = "".join(f"  {name}: {value};\n" for name, value in values.items())
        selector = _EVERYWHERE if scheme is LIGHT else _AUTO
        block = f"{selector} {{\n{lines}}}\n"
        parts.append(block if scheme is LIGHT else f"{_ON_DARK} {{\n{block}}}\n")
    parts.append(".site-header { border-block-end-color: var(--theme-line); }\n")
    if logo_needs_ground:
        # Most logos are drawn for paper: black letters would be gone on a dark page.
        ground = ".site-logo { background: #ffffff; padding: 0.375rem 0.625rem; }"
        parts.append(f"{_ON_DARK} {{\n{ground}\n}}\n")
    return "".join(parts)
