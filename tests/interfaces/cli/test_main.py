"""The command line starts fast, and says what is wrong in one line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from innspill.interfaces.cli import main as cli
from innspill.shared.errors import BadInput


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from innspill.interfaces.cli.main import main; main()"]
    return subprocess.run(
        [*command, *arguments],
        capture_output=True, text=True, check=False, env=os.environ | environment,
    )  # fmt: skip


def test_help_imports_no_command_and_no_django() -> None:
    code = (
        "import sys; from innspill.interfaces.cli.main import run; run(['--help']);"
        "heavy = [m for m in sys.modules if m.split('.')[0] in ('django', 'docx', 'lxml', 'yaml')"
        " or m.startswith('innspill.stages')]; assert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_line_in_the_list_is_what_the_command_itself_says() -> None:
    context = click.Context(cli.innspill)
    for name, place in cli.COMMANDS.items():
        command = cli.innspill.get_command(context, name)
        assert command is not None
        assert command.get_short_help_str(limit=120), name
        assert len(place.does) < 80
        assert place.does.endswith(".")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("analyze",), "No such command 'analyze'"),
        (("consultation", "check"), "Missing argument 'FILE'"),
        (("form", "h.yaml", "--lang", "se", "-o", "f.docx"), "'se' is not one of 'nb', 'nn', 'en'"),
        (("consultation", "check", "finnes-ikke.yaml"), "finnes-ikke.yaml: there is no such file"),
    ],
)
def test_wrong_input_is_one_line_on_stderr_and_exit_code_2(
    arguments: tuple[str, ...], told: str
) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("innspill: ")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


BROKEN = (
    "import sys; import click; from innspill.interfaces.cli import main as cli;"
    "cli.innspill.add_command(click.Command('broken', callback=lambda: 1 / 0));"
    "cli.COMMANDS['broken'] = cli.Place('__main__:broken', 'x');"
    "broken = cli.innspill.commands['broken']; sys.argv = ['innspill', 'broken']; cli.main()"
)


def test_the_unexpected_is_one_line_and_exit_code_1() -> None:
    done = subprocess.run(
        [sys.executable, "-c", BROKEN], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "ZeroDivisionError: division by zero" in done.stderr


def test_developers_may_see_where_it_happened() -> None:
    done = subprocess.run(
        [sys.executable, "-c", BROKEN],
        capture_output=True, text=True, check=False, env=os.environ | {"INNSPILL_DEBUG": "1"},
    )  # fmt: skip
    assert done.returncode == 1
    assert "Traceback" in done.stderr


def test_a_fault_of_many_lines_is_told_on_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise BadInput("one\nthing", where="h.yaml", todo="Mend\nit.")

    monkeypatch.setattr(cli.innspill, "main", refuse)
    assert cli.run([]) == 2
    assert capsys.readouterr().err == "innspill: h.yaml: one thing. Mend it.\n"


def test_a_reader_that_stops_listening_is_no_fault(tmp_path: Path) -> None:
    del tmp_path
    script = "from innspill.interfaces.cli.main import main; main()"
    done = subprocess.run(
        ["bash", "-c", f'"{sys.executable}" -c "{script}" --help | head -1'],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
