"""What an action refuses is said in the reader's language at the desk."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation

import innspill
from innspill.interfaces.desk.refusals import in_words, of_import
from innspill.pipeline.received import arrivals_in
from innspill.shared.errors import BadInput
from innspill.stages.consultations import actions
from tests.interfaces.desk.conftest import SignIn
from tests.interfaces.desk.setup_pages import address, draft
from tests.stages.conftest import NOW, Staff

STAGES = Path(innspill.__file__).parent / "stages"
AT_THE_DESK = (
    *sorted((STAGES / "consultations" / "actions").glob("*.py")),
    *sorted((STAGES / "invitations" / "actions").glob("*.py")),
    *sorted((STAGES / "analysis" / "actions").glob("*.py")),
    *sorted((STAGES / "deciding" / "actions").glob("*.py")),
    *sorted((STAGES / "publication" / "actions").glob("*.py")),
)
ONLY_A_FORGED_FORM = {"'x' is no outcome", "'inherits' is no outcome"}
"""What no page offers."""


def _refusals() -> Iterator[BadInput]:
    for path in AT_THE_DESK:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "BadInput":
                todo = next((each.value for each in node.keywords if each.arg == "todo"), None)
                yield BadInput(_written(node.args[0]), todo=_written(todo) if todo else "")


def _written(node: ast.expr) -> str:
    """The sentence with something in its gaps."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else _gap(part)
            for part in node.values
        )
    return ""


def _gap(part: ast.expr) -> str:
    named = ast.unparse(part)
    return (
        "2026-06-01" if "day" in named or "isoformat" in named else "'x'" if "!r" in named else "x"
    )


def test_every_refusal_of_an_action_has_words_of_its_own() -> None:
    found = list(_refusals())
    assert len(found) > 15
    with translation.override("nb"):
        english = {str(each) for each in found if "bare på engelsk" in in_words(each)}
    assert not {each for each in english if each.split(". ")[0] not in ONLY_A_FORGED_FORM}


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_refusal_is_met_in_the_language_of_the_page(
    staff: Staff, signed_in: SignIn, language: str
) -> None:
    shown = draft(staff)
    client: Client = signed_in(staff.lead)
    actions.publish(shown.hearing.id, at=None, by=staff.lead, now=NOW)
    client.cookies["django_language"] = language
    with translation.override(language):
        said = in_words(BadInput("nothing is changed"))
    page = client.post(
        address("kontroll/"), {"note_nb": "Rettet.", "note_nn": "Retta."}, follow=True
    ).content.decode()
    assert said in page
    assert "nothing is changed" not in page


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("file,received_at\na.docx,i går", "linje 2: «i går» er ikke et tidspunkt"),
        ("navn\na.docx", "linje 1: kolonnen file mangler"),
        ("file,sender\na.docx", "linje 2: linjen har ikke like mange felt"),
        ("file,sender\na.docx,A\na.docx,B", "linje 3: 'a.docx' står der to ganger"),
        ("file,sender\n,A", "linje 2: navnet på filen mangler"),
    ],
)
def test_why_an_import_stopped_is_said_with_the_line(text: str, said: str) -> None:
    with pytest.raises(BadInput) as refused:
        arrivals_in(text, Path("svar.zip/received.csv"), "Europe/Oslo")
    with translation.override("nb"):
        assert said in of_import(str(refused.value))


def test_every_way_an_archive_can_be_wrong_has_words() -> None:
    source = STAGES / "reading" / "core" / "collected.py"
    wrong = [node for node in ast.walk(ast.parse(source.read_text()))
             if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_wrong"]  # fmt: skip
    assert len(wrong) >= 5
    with translation.override("nb"):
        for node in wrong:
            what = _written(node.args[0]).replace("has a x", "has a received.csv")
            problem = str(BadInput(what, where="svar.zip", todo=_written(node.args[2])))
            assert "bare på engelsk" not in of_import(problem), problem
