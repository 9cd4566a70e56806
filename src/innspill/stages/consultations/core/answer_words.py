"""The words of an answer on paper, in the three languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """What the paper says besides what the form says."""

    kind: str
    page: str
    of: str
    ticked: str
    unanswered: str
    together: str
    no_remarks: str
    supports: str
    number: str
    received: str
    more: str
    replaced: str

    def for_layout(self) -> dict[str, str]:
        """Those words that the layout itself sets."""
        return {
            "page": self.page, "of": self.of, "ticked": self.ticked,
            "unanswered": self.unanswered, "replaced": self.replaced, "more": self.more,
        }  # fmt: skip


_NB = AnswerWords(
    kind="Høringssvar",
    page="Side",
    of="av",
    ticked="krysset av",
    unanswered="Ikke besvart",
    together="Svarer sammen med",
    no_remarks="Avsenderen har ingen merknader.",
    supports="Avsenderen støtter svaret fra {name}.",
    number="Kvitteringsnummer",
    received="Mottatt",
    more="Andre merknader",
    replaced="Noen tegn finnes ikke i skriften her og står med navnet sitt i hakeparentes. Svaret er tatt vare på slik det ble skrevet.",
)
_NN = AnswerWords(
    kind="Høyringssvar",
    page="Side",
    of="av",
    ticked="kryssa av",
    unanswered="Ikkje svart på",
    together="Svarar saman med",
    no_remarks="Avsendaren har ingen merknader.",
    supports="Avsendaren støttar svaret frå {name}.",
    number="Kvitteringsnummer",
    received="Motteke",
    more="Andre merknader",
    replaced="Nokre teikn finst ikkje i skrifta her og står med namnet sitt i hakeparentes. Svaret er teke vare på slik det vart skrive.",
)
_EN = AnswerWords(
    kind="Response",
    page="Page",
    of="of",
    ticked="ticked",
    unanswered="Not answered",
    together="Answers together with",
    no_remarks="The sender has no comments.",
    supports="The sender supports the response of {name}.",
    number="Receipt number",
    received="Received",
    more="Other comments",
    replaced="Some characters are not in the font used here and stand with their name in brackets. The response is kept as it was written.",
)


def answer_words_in(language: str) -> AnswerWords:
    """The words in `language`, or in bokmål where there are none."""
    return {"nb": _NB, "nn": _NN, "en": _EN}.get(language, _NB)
