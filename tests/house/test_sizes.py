"""Files and functions stay short enough to be read at a sitting."""

from __future__ import annotations

import ast

from .conftest import kept_files, python_files, short, tree_of

LONGEST_FILE = 400
LONGEST_FUNCTION = 60
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "lib"}


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    watched = (path for path in kept_files() if path.suffix in {".py", ".html", ".css", ".sh"})
    lengths = {short(path): len(path.read_text("utf-8").splitlines()) for path in watched}
    too_long = {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE}
    assert not too_long


def test_no_function_is_longer_than_sixty_lines() -> None:
    too_long = [
        f"{short(path)}:{node.lineno} {node.name}"
        for path in python_files()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]
    assert not too_long


def test_no_module_has_a_name_that_says_nothing() -> None:
    named = [
        short(path)
        for path in python_files()
        if FORBIDDEN_NAMES & {path.stem, *path.relative_to(path.anchor).parts[-3:-1]}
    ]
    assert not named
