"""What makes no point of its own, told by how it is written.

`rules` holds a sentence against the others, one after the other. Each of them knows one thing:
`nothing` says that there is no comment, `courtesies` are what letters begin and end with,
`references` what stands beside and above a text, `senders` who writes and how the answer came to
be, `bare_lines` lines without a verb. A new wording goes into the group of the same kind there,
or becomes a group with a word on what it is for.
"""

from innspill.stages.analysis.core.remainder.bare_lines import is_bare_line
from innspill.stages.analysis.core.remainder.nothing import goes_on, is_nothing
from innspill.stages.analysis.core.remainder.rules import remainder_by_rule
from innspill.stages.analysis.core.remainder.senders import tells_who

__all__ = ["goes_on", "is_bare_line", "is_nothing", "remainder_by_rule", "tells_who"]
