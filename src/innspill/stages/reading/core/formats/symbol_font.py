"""What the letters of symbol fonts look like: a byte in the font Symbol is a Greek letter or a sign.

Sources: the Symbol encoding (Adobe), and the Wingdings layout for the few signs that people write
with: arrows, bullets, faces. Tick boxes among them are told in `characters`.
"""

from __future__ import annotations

_SYMBOL_FROM_SPACE = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾"
    "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_SYMBOL_FROM_A0 = (
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"
    "⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uf8ff〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)
_SYMBOL = dict(enumerate(_SYMBOL_FROM_SPACE, start=0x20)) | dict(
    enumerate(_SYMBOL_FROM_A0, start=0xA0)
)
_WINGDINGS = {
    0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x76: "❖", 0x9F: "•", 0xA7: "▪",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨",
}  # fmt: skip
_LOOKS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def symbol_text(font: str, code: int) -> str:
    """How character `code` of the symbol font `font` looks; the character itself if unknown."""
    looks = _LOOKS.get(font.strip().lower())
    if looks is not None and code & 0xFF00 in (0, 0xF000):
        return looks.get(code & 0xFF, chr(code))
    return chr(code)
