"""The words for what analysis says, and for what people say about it."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Words = Mapping[str, Promise | str]

STANCE: Words = {
    "supports": _("Støtter"),
    "reservations": _("Støtter med forbehold"),
    "opposes": _("Støtter ikke"),
    "neutral": _("Nøytral"),
    "no-stand": _("Tar ikke stilling"),
    "no-comment": _("Ingen merknad"),
    "unclear": _("Uklart"),
}
REMAINDER: Words = {
    "": _("Merknad"),
    "greeting": _("Hilsen"),
    "reference": _("Referanselinje"),
    "sender": _("Om avsenderen"),
    "quote": _("Sitat av høringen"),
    "heading": _("Overskrift"),
    "signature": _("Underskrift"),
    "nothing": _("Har ingen merknad"),
    "stray": _("Annet uten innhold"),
}
"""What a piece of an answer is; the first one makes a point, the others make none."""
LABEL_KIND: Words = {
    "stance": _("Holdning"),
    "proposal": _("Forslag"),
    "link": _("Sted i høringen"),
    "mention": _("Navn og begrep"),
    "theme": _("Tema"),
}
MENTION_KIND: Words = {
    "organisation": _("Organisasjon"),
    "law": _("Lov eller paragraf"),
    "programme": _("Program eller standard"),
    "abbreviation": _("Forkortelse"),
    "statement": _("Svaret til en annen"),
}
WORD_ON_SPAN: Words = {
    "yes": _("Stemmer"),
    "no": _("Stemmer ikke"),
    "changed": _("Rettet"),
    "added": _("Lagt til"),
}
"""What a person says of a proposal or a name."""
PASSAGES: Words = {
    "exact": _("Samme tekst"),
    "near": _("Nesten samme tekst"),
    "part": _("Deler av teksten er den samme"),
}
THEME_VERB: Words = {
    "made": _("laget temaet"),
    "renamed": _("ga temaet nytt navn"),
    "merged": _("slo temaet sammen med et annet"),
    "unmerged": _("lot temaet stå for seg selv igjen"),
    "split": _("delte temaet"),
    "moved": _("flyttet merknader hit"),
    "removed": _("tok bort temaet"),
    "restored": _("tok temaet inn igjen"),
    "put-under": _("flyttet temaet under et annet, eller ut igjen"),
}
"""What a person did to a theme, after their name."""
WEIGHT: Words = {
    "most": _("de fleste"),
    "many": _("mange"),
    "several": _("flere"),
    "few": _("enkelte"),
}
PLACE: Words = {
    "question": _("Spørsmål"),
    "chapter": _("Kapittel"),
    "annex": pgettext_lazy("del av dokumentet", "Vedlegg"),
    "focus-area": _("Innsatsområde"),
    "section": _("Paragraf"),
    "goal": _("Mål"),
    "measure": _("Tiltak"),
}
"""What part of the hearing a comment is about; its number comes after the word."""
GROUND: Words = {
    "about": _("spørsmålet handler om dette"),
    "under": _("står under dette spørsmålet"),
    "heading": _("står under overskriften %(words)s"),
    "named": _("nevner %(words)s"),
    "after": _("merknaden foran handler om dette"),
    "words": _("bruker ordene %(words)s"),
    "ticked": _("krysset av for %(words)s"),
    "ticked-both": _("krysset av for både %(words)s"),
    "said": _("sier det med ord"),
    "adheres": _("viser til andres svar: %(words)s"),
    "": _("bygger på ordene %(words)s"),
}
"""Why the machine suggests something, by the codes of `core/grounds.py`; words of the text alone last."""
ANALYSIS: Mapping[str, Words] = {
    "remainder": REMAINDER,
    "label_kind": LABEL_KIND,
    "mention_kind": MENTION_KIND,
    "word_on_span": WORD_ON_SPAN,
    "passages": PASSAGES,
    "theme_verb": THEME_VERB,
    "weight": WEIGHT,
    "part": PLACE,
    "ground": GROUND,
}
"""The tables by the names that the pages ask for them by."""
