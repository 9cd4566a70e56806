"""The political parties, as they are written after a name, a council's motion or a place.

A new party goes to `LETTERS`; to `SHORT` too where its short form is no single letter.
"""

from __future__ import annotations

SHORT = ("Ap", "FrP", "KrF", "MDG", "SV", "Sp")
"""Short forms that tell a party wherever they stand."""
LETTERS = frozenset({*SHORT, "A", "H", "INP", "PF", "PP", "R", "V"})
"""All short forms: those of one letter tell a party only in brackets or behind a name."""
NAMES = ("Høyre", "Rødt", "Venstre")
"""Names that are everyday words; the others end in "-parti" and are known by that."""
