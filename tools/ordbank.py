"""Makes the lists of words by kind from Norsk ordbank: python tools/ordbank.py FILE.

FILE is `nb_lemma_exc.json.gz` of the package spacy-lookups-data (1.0.5), whose word forms are
those of Norsk ordbank for bokmål (2005, of 27 June 2018), Språkbanken at Nasjonalbiblioteket, CC BY
4.0. The whole has 577,000 forms; kept are those that leave no doubt, without what their endings
or their last part tell.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "src/innspill/stages/analysis/core/themes/ordbank"
WORD = re.compile(r"[a-zæøåéèêôòóü]{2,}")
LONGEST_FORM, LONGEST_NOUN = 11, 10
"""Letters: longer adjectives and verbs are told by their endings, longer nouns by their last part."""


def main(file: Path) -> None:
    """Write the four lists into `FOLDER`."""
    tables = json.loads(gzip.decompress(file.read_bytes()))
    kinds: dict[str, set[str]] = defaultdict(set)
    for kind, forms in tables.items():
        for form in forms:
            if WORD.fullmatch(form):
                kinds[form].add(kind)
    short = {form: said for form, said in kinds.items() if len(form) <= LONGEST_FORM}
    lemmas = {lemma for forms in tables["noun"].values() for lemma in forms}
    nouns = (each for each in lemmas if kinds.get(each) == {"noun"} and len(each) <= LONGEST_NOUN)
    never = {form: said for form, said in short.items() if "noun" not in said}
    adverbs = {form for form in tables["adv"] if "noun" not in kinds.get(form, {"noun"})}
    _write("adjectives", (form for form, said in never.items() if said == {"adj"}))
    _write("others", adverbs.union(form for form, said in never.items() if said != {"adj"}))
    _write("nouns", _undivided(nouns))
    _write("either", (form for form, said in short.items() if "noun" in said and len(said) > 1))


def _undivided(nouns: Iterable[str]) -> set[str]:
    """The nouns without those whose last part is one: "plan" tells of "beredskapsplan"."""
    found: set[str] = set()
    for each in sorted(nouns, key=lambda noun: (len(noun), noun)):
        if not any(each[at:] in found for at in range(3, len(each) - 3)):
            found.add(each)
    return found


def _write(name: str, words: Iterable[str]) -> None:
    (FOLDER / f"{name}.txt").write_text("\n".join(sorted(words)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
