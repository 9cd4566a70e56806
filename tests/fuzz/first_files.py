"""Files to begin from that no sample is: small, and with as much of their format as may be."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.filled import to_bytes
from innspill.stages.consultations.core.plain_form import build_text
from tests.core.consultations.forms import FILLED
from tests.core.reading.blocks import pdf_files
from tests.core.reading.blocks.open_document import NAMESPACES, odt

from . import outlook_files
from .first_other import other_files
from .first_pictures import pictures
from .first_tables import tables

sys.path.append(str(Path(__file__).resolve().parent.parent.parent / "benchmarks"))

from word_kinds import KINDS
from word_ticks import TECHNIQUES

_CHANGES = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>bort</text:p>'
    "</text:deletion></text:changed-region></text:tracked-changes>"
)
_OPEN_TEXT = _CHANGES + (
    '<text:h text:outline-level="1">Svar</text:h><text:p>1) Mangler?<text:s text:c="3"/>☒ Ja'
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>Note.</text:p></text:note-body></text:note>"
    '<text:change text:change-id="c1"/><office:annotation><text:p>Merk</text:p>'
    "</office:annotation></text:p><text:list><text:list-item><text:p>punkt</text:p></text:list-item>"
    '</text:list><text:p><field:fieldmark-start text:name="q1" field:type="'
    'vnd.oasis.opendocument.field.FORMCHECKBOX"><field:param field:name="Checkbox_Checked" '
    'field:value="true"/></field:fieldmark-start><field:fieldmark-end/> Ja '
    '<loext:content-control loext:checkbox="true" loext:checked="true">☒</loext:content-control> Nei'
    '</text:p><table:table><table:table-row><table:table-cell table:number-columns-repeated="2" '
    'table:number-rows-spanned="2"><text:p>a</text:p></table:table-cell><table:covered-table-cell/>'
    "</table:table-row></table:table><text:p><draw:frame><draw:text-box><text:p>Boks</text:p>"
    "</draw:text-box></draw:frame></text:p>"
)
_RICH_TEXT = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Calibri;}{\f1\fcharset2 Wingdings;}}"
    rb"{\stylesheet{\s1\b heading 1;}}{\*\listtable{\list{\listlevel\levelnfc0\levelstartat11"
    rb"{\leveltext\'02\'00);}{\levelnumbers\'01;}}\listid7}}{\*\listoverridetable{\listoverride"
    rb"\listid7\ls1}}{\header Topp\par}{\pard\s1\ls1\ilvl0{\listtext 11)\tab}Mangler?\par}"
    rb"{\field{\*\fldinst FORMCHECKBOX {\*\formfield{\fftype1\ffres1\ffdefres0{\*\ffname q1}}}}"
    rb"{\fldrslt}} Ja {\f1\'fe} Nei\par\u229?{\deleted bort}{\v skjult}{\super\chftn}{\footnote"
    rb"\pard{\chftn} note\par}\trowd\clmgf\cellx99\clmrg\cellx200 a\cell b\cell\row"
    rb"{\*\annotation{\*\atnref 1}merknad}{\shp{\*\shpinst{\shptxt boks\par}}}\strike nei\par}"
)


def made_files(definition: Definition) -> Iterator[bytes]:
    """One file after the other, of every kind there is a parser for; tables answer `definition`."""
    yield from (technique.form() for technique in TECHNIQUES)
    yield from (kind.document for kind in KINDS)
    yield outlook_files.message()
    yield outlook_files.package()
    yield odt(_OPEN_TEXT)
    yield (
        f'<office:document {NAMESPACES} office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:body><office:text>{_OPEN_TEXT}</office:text></office:body></office:document>"
    ).encode()
    yield _RICH_TEXT
    yield to_bytes(FILLED)
    yield build_text(definition, "nb", FILLED).encode()
    yield from _pages()
    yield from tables(definition)
    yield from pictures()
    yield from other_files(TECHNIQUES[0].form())


def _pages() -> Iterator[bytes]:
    yield pdf_files.pdf([(72, 700, 11, "1) Mangler det noe?"), (72, 680, 11, "Vi er enige.")])
    fields = [
        pdf_files.checkbox(72, 640, "q1", ticked=True),
        pdf_files.text_field(72, 600, "svar", "Ja, mye"),
        pdf_files.sticky_note("Merk"),
    ]
    drawing = pdf_files.square(60, 690, crossed=True) + pdf_files.square(60, 660)
    yield pdf_files.pdf([(72, 692, 11, "Ja"), (72, 662, 11, "Nei")], drawing=drawing, fields=fields)
