"""Where a comment speaks of what another body answered: "vi slutter oss til uttalelsen fra KS"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from innspill.stages.analysis.core.mentions.known import Known
from innspill.stages.analysis.core.values import Mention

_RESPONSE = (
    r"(?:hørings|høyrings)?(?:uttalelsen?e?|uttalen?|fråsegna?|svar(?:et)?|innspill(?:et|ene)?|"
    r"innspel(?:et|a)?|merknad(?:ene|ane)|vurdering(?:en|a|ene|ane)|synspunkt(?:ene|a)?)"
)
_LEADS_TO = re.compile(
    rf"(?:\b{_RESPONSE}(?:\s+\w+){{0,3}}?\s+(?:fra|frå|til|av)|"
    r"\bslutt(?:er|ar)\s+(?:seg|oss|meg)\s+(?:(?:fullt\s+ut|også|òg|helt|heilt)\s+)?(?:til|opp\s+om))"
    r"(?:\s+(?:den|det|dei|de))?\s+$",
    re.IGNORECASE,
)
"""Right before the name of a body."""
_FOLLOWS = re.compile(rf"(?:s|'s?|’s?)?\s+(?:(?:sin|sitt|sine|si)\s+)?{_RESPONSE}\b", re.IGNORECASE)
"""Right after it: "KS sitt høringssvar", "Helsetilsynets uttalelse"."""
_BEFORE = 80


def statements_in(text: str, bodies: Iterable[Mention], known: Known) -> Iterator[Mention]:
    """The `bodies` named in `text` whose answer is spoken of, but for the sender's own."""
    own = {body.name for names in known.layers[0].values() for _, body in names}
    for each in bodies:
        before = text[max(0, each.span.start - _BEFORE) : each.span.start]
        spoken = _LEADS_TO.search(before) or _FOLLOWS.match(text, each.span.end)
        if spoken and each.name not in own:
            yield Mention("statement", each.span, each.name, each.number)
