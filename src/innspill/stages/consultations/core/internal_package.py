"""A package for those who hold a hearing among themselves before they answer.

The questions with the passages they are about as .docx, .pdf and .md, the form that is sent in,
and the papers. The same definition and files give the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence

from innspill.stages.consultations.core.definition import Definition, in_language
from innspill.stages.consultations.core.form_outline import facts, shown
from innspill.stages.consultations.core.package_words import package_words_in
from innspill.stages.consultations.core.plain_form import build_text
from innspill.stages.consultations.core.question_sheet import as_markdown, as_pdf, as_word
from innspill.stages.consultations.core.word_form import build_form

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')
_LONGEST_NAME = 120


def build(definition: Definition, language: str, files: Sequence[tuple[str, bytes]]) -> bytes:
    """The package as a .zip; `files` are the papers' files: name and bytes."""
    words = package_words_in(language)
    members = [
        (words.readme, _readme(definition, language, bool(files)).encode()),
        (f"{words.questions}.docx", as_word(definition, language)),
        (f"{words.questions}.pdf", as_pdf(definition, language)),
        (f"{words.questions}.md", as_markdown(definition, language).encode()),
        (f"{words.form}.docx", build_form(definition, language)),
        (f"{words.form}.txt", build_text(definition, language).encode()),
    ]
    taken: set[str] = set()
    for name, data in files:
        members.append((f"{words.papers}/{_own_name(name, taken)}", data))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, data)
    return packed.getvalue()


def _own_name(name: str, taken: set[str]) -> str:
    """`name` without folders and signs that some program cannot write, and not `taken` yet."""
    plain = _UNSAFE.sub("_", name.replace("\\", "/").rpartition("/")[2]).strip(" .") or "fil"
    stem, dot, ending = plain.rpartition(".")
    stem, ending = (stem, dot + ending[:10]) if dot and stem else (plain, "")
    made, number = f"{stem[:_LONGEST_NAME]}{ending}", 2
    while made.casefold() in taken:
        made, number = f"{stem[:_LONGEST_NAME]} ({number}){ending}", number + 1
    taken.add(made.casefold())
    return made


def _readme(definition: Definition, language: str, has_papers: bool) -> str:
    words = package_words_in(language)
    lines = [shown(in_language(definition.title, language)), ""]
    lines += [f"{label}: {shown(value)}" for label, value in facts(definition, language)]
    lines += ["", words.told, words.how, "", f"{words.contents}:", ""]
    lines.append(f"- {words.questions}.docx, .pdf, .md: {words.of_questions}")
    lines.append(f"- {words.form}.docx, .txt: {words.of_form}")
    if has_papers:
        lines.append(f"- {words.papers}/: {words.of_papers}")
    # Programs of Windows show the lines of a text file only where they end in both signs.
    return "\r\n".join(lines) + "\r\n"
