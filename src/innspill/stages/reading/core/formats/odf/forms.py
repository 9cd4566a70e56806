"""Form controls and form fields of an OpenDocument file, and the tick or value that they keep."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from innspill.stages.reading.core.formats.odf.names import (
    FIELD,
    FORM,
    LOEXT,
    TEXT,
    XML_ID,
    all_text,
    count,
)

_ON = frozenset(("true", "checked"))
_MOST_ENTRIES = 100_000


@dataclass(frozen=True, slots=True)
class ControlValue:
    """What a form control shows: its tick (None where it is no tick box) and its words."""

    ticked: bool | None
    text: str
    name: str | None


def controls_of(root: etree._Element) -> dict[str, etree._Element]:
    """The form controls in `root` by their ids."""
    found: dict[str, etree._Element] = {}
    for form in root.iter(FORM + "form"):
        for element in form:
            for name in (XML_ID, FORM + "id"):
                control_id = element.get(name)
                if control_id:
                    found.setdefault(control_id, element)
    return found


def control_value(element: etree._Element) -> ControlValue | None:
    """What the form control `element` shows; None where it shows nothing of its own."""
    kind = etree.QName(element).localname
    name, label = element.get(FORM + "name"), element.get(FORM + "label") or ""
    if kind == "checkbox":
        state = element.get(FORM + "current-state") or element.get(FORM + "state")
        return ControlValue(state in _ON, label, name)
    if kind == "radio":
        state = element.get(FORM + "current-selected") or element.get(FORM + "selected")
        return ControlValue(state in _ON, label, name)
    if kind in ("hidden", "password", "file", "image-frame"):
        return None
    if kind == "listbox":
        return ControlValue(None, _chosen(element), name)
    value = element.get(FORM + "current-value") or element.get(FORM + "value")
    if not value:
        value = "\n".join(all_text(part) for part in element.iterchildren(TEXT + "p"))
    return ControlValue(None, value or label, name)


def _chosen(listbox: etree._Element) -> str:
    """The entries of a list that are chosen."""
    options = list(listbox.iterchildren(FORM + "option"))
    for state in ("current-selected", "selected"):
        texts = [o.get(FORM + "label") or "" for o in options if o.get(FORM + state) == "true"]
        if texts:
            return ", ".join(texts)
    return ""


@dataclass(frozen=True, slots=True)
class FormField:
    """A form field as Word has them: its name, its tick (None: no tick box), its chosen entry."""

    name: str | None = None
    ticked: bool | None = None
    chosen: str | None = None


def read_form_field(mark: etree._Element) -> FormField:
    """The form field that begins with, or is, the element `mark`."""
    kind = (mark.get(FIELD + "type") or "").rpartition(".")[2]
    name = mark.get(TEXT + "name")
    if name is not None and name.startswith("__Fieldmark__"):
        name = None
    values: dict[str, list[str]] = {}
    for parameter in mark.iterchildren(FIELD + "param"):
        key = parameter.get(FIELD + "name") or ""
        values.setdefault(key, []).append(parameter.get(FIELD + "value") or "")
    if kind == "FORMCHECKBOX":
        return FormField(name, ticked=values.get("Checkbox_Checked", [""])[-1] in ("true", "1"))
    if kind == "FORMDROPDOWN":
        entries = values.get("Dropdown_ListEntry", [])
        at = count(values.get("Dropdown_Selected", ["0"])[-1], 0, _MOST_ENTRIES)
        return FormField(name, chosen=entries[at] if at < len(entries) else "")
    return FormField(name)


def paired_fields(root: etree._Element) -> dict[etree._Element, bool]:
    """The field beginnings in `root` that have an end, and whether a command comes first."""
    found: dict[etree._Element, bool] = {}
    open_fields: list[list[etree._Element]] = []
    start, separator, end = (FIELD + f"fieldmark-{n}" for n in ("start", "separator", "end"))
    for element in root.iter(start, separator, end):
        if element.tag == start:
            open_fields.append([element])
        elif open_fields and element.tag == separator:
            open_fields[-1].append(element)
        elif open_fields:
            begin, *separators = open_fields.pop()
            found[begin] = bool(separators)
    return found


@dataclass(frozen=True, slots=True)
class ContentControl:
    """A content control: its name, whether it shows only its prompt, and its tick if it is one."""

    name: str | None
    prompt: bool
    ticked: bool | None
    glyphs: dict[str, bool]


def read_content_control(element: etree._Element) -> ContentControl:
    """What the content control `element` says of itself."""
    name = element.get(LOEXT + "tag") or element.get(LOEXT + "alias")
    prompt = element.get(LOEXT + "showing-place-holder") == "true"
    if element.get(LOEXT + "checkbox") != "true":
        return ContentControl(name, prompt, None, {})
    ticked = element.get(LOEXT + "checked") == "true"
    shown = (element.get(LOEXT + "unchecked-state"), element.get(LOEXT + "checked-state"))
    glyphs: dict[str, bool] = {}
    if shown[0] != shown[1]:
        glyphs = {glyph: bool(at) for at, glyph in enumerate(shown) if glyph and len(glyph) == 1}
    return ContentControl(name, prompt, ticked, glyphs)
