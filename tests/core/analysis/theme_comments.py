"""Comments of a made hearing about a land-use plan: five subjects, both forms of Norwegian."""

from __future__ import annotations

from random import Random

SUBJECTS = {
    "hytter": (
        "hyttene i Lauvdalen",
        "nye hytter",
        "hytteutbyggingen",
        "villreinen i Lauvdalen",
        "hytteområdet",
    ),
    "parkering": (
        "parkering ved sentrum",
        "parkeringsplassene",
        "parkeringskravet",
        "sykkelparkering",
        "parkeringsplasser for bil",
    ),
    "flom": ("flom i elva", "overvannet", "flomfaren ved elva", "flomsikring", "overvann og flom"),
    "skole": (
        "skolen på Kirkebø",
        "elevene ved skolen",
        "skolebygget",
        "ny skole",
        "skolens elever",
    ),
    "støy": (
        "støyen fra havna",
        "støygrensen",
        "støy om natta",
        "støyskjerming",
        "støy fra datasenteret",
    ),
}
_SAYINGS = (
    "Vi er bekymret for {} og ber kommunen vurdere {} på nytt.",
    "Planen sier for lite om {}, og {} må omtales bedre.",
    "Når det gjelder {}, savner vi en vurdering av {}.",
    "Det er bra at {} er med, men {} trenger mer plass i planen.",
    "Laget krever at {} utredes sammen med {} før vedtak.",
    "Kommunen bør ta {} mer på alvor enn {} i dag tilsier.",
)


def comments(each: int = 12, seed: int = 3) -> tuple[list[str], list[str]]:
    """`each` different comments of every subject, and the subject of each."""
    chance = Random(seed)
    texts, subjects = [], []
    for subject, words in SUBJECTS.items():
        said: set[str] = set()
        while len(said) < each:
            one, other = chance.sample(words, 2)
            said.add(chance.choice(_SAYINGS).format(one, other))
        texts += sorted(said)
        subjects += [subject] * each
    return texts, subjects
