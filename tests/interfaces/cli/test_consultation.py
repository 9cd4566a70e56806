"""`innspill consultation` and `innspill form` on files of our own and on bad ones."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from innspill.interfaces.cli.main import run
from innspill.stages.consultations.core.files import load

PAGE = """<!DOCTYPE html><html lang="no"><body><header><a>Etaten</a></header>
<nav><ul><li>Tema</li></ul></nav><main><h1>Råd om skoleveier</h1>
<p>Status: På høring</p><p>Høringsfrist: 04.05.2026</p><p>Saksnummer: 26/77</p>
<p>Veietaten sender rådene på høring.</p>
<h2>Høringsinstanser</h2><p><strong>Kommuner</strong></p><ul><li>Landets kommuner</li></ul>
<p><strong>Foreninger</strong></p><ul><li>Foreldreforeningen</li><li>KS</li></ul>
</main><footer><h2>Om nettstedet</h2><p>Personvern</p></footer></body></html>"""
FORM = """Svarskjema om skoleveier

1) Er rådene gode nok?

☐ Ja ☐ Nei

2) Andre innspill
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "side.html"
    path.write_text(PAGE)
    return path


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "skjema.txt"
    path.write_text(FORM)
    return path


def test_a_page_and_a_form_become_a_file_that_checks(
    page: Path, form: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "h.yaml"
    assert run(["consultation", "import", str(page), "--form", str(form), "-o", str(out)]) == 0
    definition = load(out)
    assert [question.id for question in definition.questions] == ["1", "2"]
    assert [(group.name, len(group.members)) for group in definition.bodies] == [
        ("Kommuner", 1), ("Foreninger", 2),
    ]  # fmt: skip
    assert [section.heading for section in definition.sections] == []
    capsys.readouterr()
    assert run(["consultation", "check", str(out)]) == 0
    told = capsys.readouterr()
    assert "nynorsk is missing" in told.out
    assert told.out.splitlines()[-1].startswith(f"{out}: valid, 26/77 Råd om skoleveier")
    assert told.err == ""


def test_the_form_made_from_a_definition_gives_its_questions_back(
    page: Path, form: Path, tmp_path: Path
) -> None:
    first, made, second = tmp_path / "1.yaml", tmp_path / "f.docx", tmp_path / "2.yaml"
    assert run(["consultation", "import", str(page), "--form", str(form), "-o", str(first)]) == 0
    assert run(["form", str(first), "--lang", "nb", "-o", str(made)]) == 0
    assert run(["consultation", "import", str(page), "--form", str(made), "-o", str(second)]) == 0
    assert load(first).questions == load(second).questions


def _damaged(folder: Path) -> Path:
    path = folder / "skadet.docx"
    path.write_bytes(b"PK\x03\x04" + b"\x00" * 300)
    return path


def _unknown(folder: Path) -> Path:
    path = folder / "bilde.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    return path


def _without_questions(folder: Path) -> Path:
    path = folder / "brev.txt"
    path.write_text("Hei, her er et brev.\n")
    return path


def _empty(folder: Path) -> Path:
    path = folder / "tom.docx"
    path.write_bytes(b"")
    return path


@pytest.mark.parametrize(
    "make", [_damaged, _unknown, _without_questions, _empty, lambda folder: folder / "borte.docx",
             lambda folder: folder]
)  # fmt: skip
def test_a_form_that_is_none_is_told_in_one_line_and_nothing_is_written(
    make, page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "ut" / "h.yaml"
    out.parent.mkdir()
    bad = make(tmp_path)
    assert run(["consultation", "import", str(page), "--form", str(bad), "-o", str(out)]) == 2
    told = capsys.readouterr()
    assert told.err.startswith(f"innspill: {bad}: ")
    assert told.err.count("\n") == 1
    assert list(out.parent.iterdir()) == []


def test_a_page_that_cannot_be_read_or_a_folder_that_is_missing_is_told(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["consultation", "import", str(tmp_path / "x.html"), "-o", "h.yaml"]) == 2
    assert "there is no such file. Check the path." in capsys.readouterr().err
    assert run(["consultation", "import", str(page), "-o", str(tmp_path / "borte/h.yaml")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_a_file_of_another_version_says_which_is_read_and_which_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "h.yaml"
    path.write_text("schema: innspill/consultation/9\n")
    for command in (["consultation", "check", str(path)], ["form", str(path), "-o", "f.docx"]):
        assert run(command) == 2
        told = capsys.readouterr().err
        assert "reads schema innspill/consultation/1" in told
        assert "innspill/consultation/9" in told


def test_case_number_and_owner_may_be_given_where_the_page_has_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, out = tmp_path / "side.txt", tmp_path / "h.yaml"
    page.write_text("Råd om skoleveier\n\nVi spør om dette.\n\n 1. Er rådene gode?\n")
    assert run(["consultation", "import", str(page), "-o", str(out)]) == 2
    assert "--case-number" in capsys.readouterr().err
    given = ["--case-number", "26/8", "--owner", "Veietaten"]
    assert run(["consultation", "import", str(page), "-o", str(out), *given]) == 0
    assert (load(out).case_number, load(out).owner) == ("26/8", "Veietaten")


def test_a_hearing_begins_from_a_template_with_a_sound_deadline(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "ny.yaml"
    given = ["--case-number", "27/1", "--owner", "Etat for lek", "--opens", "2027-05-03"]
    assert run(["consultation", "new", "--template", "strategi", *given, "-o", str(out)]) == 0
    begun = load(out)
    assert (begun.status, begun.deadline) == ("draft", date(2027, 8, 24))
    assert run(["consultation", "check", str(out)]) == 0
    told = capsys.readouterr().out
    assert "should: contact: nobody is named" in told
    assert "must" not in told


def test_a_copy_is_a_draft_that_must_get_its_deadline(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "en.yaml", tmp_path / "to.yaml"
    given = ["--owner", "Etat for lek", "-o", str(first)]
    assert run(["consultation", "new", "--template", "lov", "--case-number", "27/1", *given]) == 0
    copied = ["--copy", str(first), "--case-number", "27/2", "-o", str(second)]
    assert run(["consultation", "new", *copied]) == 0
    assert (load(second).case_number, load(second).owner) == ("27/2", "Etat for lek")
    assert run(["consultation", "check", str(second)]) == 0
    told = capsys.readouterr().out
    assert "must: deadline: there is none" in told
    assert "of which must be put right: 1" in told


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([], "Give either --template or --copy."),
        (["--template", "lov"], "Give the owner with --owner."),
        (["--template", "lov", "--copy", "x.yaml"], "Give either --template or --copy."),
    ],
)
def test_a_hearing_that_begins_from_nothing_is_bad_input(
    given: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "ny.yaml"
    assert run(["consultation", "new", *given, "--case-number", "1", "-o", str(out)]) == 2
    assert told in capsys.readouterr().err
    assert not out.exists()
