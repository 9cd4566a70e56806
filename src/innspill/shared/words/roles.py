"""What people are to a body or in a text: offices, work, and how private persons are told of.

Stems in bokmål and nynorsk; who uses them says what may stand before and which endings follow. A word
goes to the one group that it belongs to, and all that read that group know it.
"""

from __future__ import annotations

from innspill.shared.words import listed

MAYORS = listed("minister ordfører ordførar rådmann")
"""Who holds an office for the public."""
OFFICIALS = listed("direktør lege prest rektor rådgivar rådgiver sjef")
"""Who works in a body and may speak for it."""
BOARD = listed("formann kasserar kasserer kontakt leder leiar medlem representant sekretær")
"""Who is chosen in an association."""
EXPERTS = listed(
    "advokat arkitekt forfattar forfatter forskar forsker ingeniør konsulent koordinator planleggar "
    "planlegger professor referent saksbehandler sakshandsamar"
)
"""Whose work it is to write, plan and prepare."""
CALLINGS = listed(
    "eier eigar journalist kunstnar kunstner meister mester tillitsvald tillitsvalgt trenar trener verge verje"
)
"""Who answers for something of their own, or for others: they sign, and are told of too."""
CRAFTS = listed(
    "arbeidar arbeider gartnar gartner jegar jeger montør skipper stipendiat vara varamann"
)
"""Who has a trade or stands in for somebody, and speaks for nobody else."""
PRIVATE = listed(
    "ansatt bonde brukar bruker elev fiskar fisker forelder gardbrukar grunneigar grunneier innbyggjar "
    "innbygger lærar lærer lærling nabo pasient sjåfør student tilsett"
)
"""Who is told of as anybody: neighbour, patient, pupil."""
