"""Members of collective bodies: "Drammen kommune" answers for the line "Landets kommuner"."""

from __future__ import annotations

import re

from innspill.stages.register.core.municipalities import counties_named, municipalities_named
from innspill.stages.register.core.names import fold, in_bokmal
from innspill.stages.register.core.titles import has_own_voice

_COUNTY = "is a county municipality"
_MUNICIPALITY = "is a municipality"
_ALL = r"(?:(?:alle|landets|norske|de|dei) )*"
_LAND = r"(?: i (?:landet|norge|noreg))?"
_RULES: tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...] = (
    (
        re.compile(rf"^{_ALL}fylkeskommun(?:er|ar|ene|ane){_LAND}$"),
        re.compile(r"\bfylkeskommune\b"),
        _COUNTY,
    ),
    (
        re.compile(rf"^{_ALL}kommun(?:er|ar|ene|ane){_LAND}$"),
        re.compile(
            r"^(?!.*(?:forening|forbund|ombud|parti|\blag\b))(?:(?!(?:i|for|av)\b)\w+ ){1,3}kommune\b"
        ),
        _MUNICIPALITY,
    ),
    (
        re.compile(r"^(?:(?:de|dei) )?(?:fire )?(?:regionale helsef\w+|rhf\w*)(?: rhf)?$"),
        re.compile(r"^helse (?:sør øst|vest|midt norge|midt noreg|nord)(?: rhf)?$|\brhf$"),
        "is a regional health authority",
    ),
    (
        re.compile(rf"^{_ALL}(?:statsforvalt(?:ere|arar|erne|arane)|fylkesmenn(?:ene)?){_LAND}$"),
        re.compile(r"^(?:statsforvalt(?:eren|aren)|fylkesmannen)\b"),
        "is a county governor",
    ),
)
_PLURAL = re.compile(r"(?:ene|ane|er|ar)$")


def membership(name: str, line: str) -> str | None:
    """Why the sender `name` belongs to the collective line `line`, or None where it does not."""
    sender, collective = fold(name), fold(line)
    for of_line, of_sender, why in _RULES:
        if of_line.search(collective):
            of_it = of_sender.search(sender) and not has_own_voice(sender)
            return why if of_it or _is_known(name, why) else None
    stem = _PLURAL.sub("", in_bokmal(collective).split(" i ")[0])
    is_one = stem != collective and len(stem) > 5 and in_bokmal(sender).startswith(stem)
    return f"has the name of one of {line}" if is_one else None


def _is_known(name: str, why: str) -> bool:
    """Whether it is one of the 357 or the 14, in any of its names: "Voss herad", "Deanu gielda"."""
    if why == _MUNICIPALITY:
        return bool(municipalities_named(name))
    return why == _COUNTY and bool(counties_named(name))
