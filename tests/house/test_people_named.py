"""Whoever is named at the desk is named by `people.name_of`: the full name where it is known."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from .conftest import python_files, short, tree_of

PEOPLE = {"by", "settled_by", "undone_by"}


def _named_otherwise(path: Path) -> Iterator[int]:
    """Lines in which a person's row becomes a text, or the user name is read past the person."""
    for node in ast.walk(tree_of(path)):
        said: ast.expr | None = None
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "str" and node.args:
            said = node.args[0]
        elif isinstance(node, ast.Constant) and str(node.value).endswith("__username"):
            yield node.lineno
        if isinstance(said, ast.Attribute) and said.attr in PEOPLE:
            yield said.lineno


def test_no_person_is_named_but_by_the_one_function() -> None:
    found = [
        f"{short(path)}:{line}"
        for path in python_files()
        # A table's own `__str__` is for who develops, never for a page.
        if path.name != "models.py"
        for line in _named_otherwise(path)
    ]
    assert not found
