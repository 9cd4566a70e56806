"""Every stage has the same doors: queries read, actions write, nobody else touches its tables."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from .conftest import PACKAGE, python_files, short, tree_of

STAGES = PACKAGE / "stages"
WRITES = {
    "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "delete", "save",
}  # fmt: skip
PUBLIC_FACES = ("portal", "api")


def _calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            yield node


def _is_write(call: ast.Call) -> bool:
    if not isinstance(call.func, ast.Attribute):
        return False
    on_objects = ".objects" in ast.unparse(call.func.value)
    return call.func.attr in WRITES or (call.func.attr == "update" and on_objects)


def _may_write(path: Path) -> bool:
    return path.stem == "actions" or "actions" in path.parts or "core" in path.parts


def test_only_actions_write_tables() -> None:
    written = [
        f"{short(path)}:{call.lineno}"
        for path in python_files()
        if not _may_write(path)
        for call in _calls(path)
        if _is_write(call)
        and "store" not in ast.unparse(call.func)
        # A form's or a workbook's own save writes no table, nor does a folder made in a mailbox.
        and not ast.unparse(call.func).endswith(
            ("document.save", "form.save", "workbook.save", "folder.create")
        )
    ]
    assert not written


def _imports(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, node.lineno
            for name in node.names:
                yield f"{node.module}.{name.name}", node.lineno
        elif isinstance(node, ast.Import):
            for name in node.names:
                yield name.name, node.lineno


def _foreign_models(path: Path) -> Iterator[str]:
    stage = path.relative_to(STAGES).parts[0] if STAGES in path.parents else None
    for module, line in _imports(path):
        parts = module.split(".")
        if parts[:2] == ["innspill", "stages"] and parts[3:4] == ["models"] and parts[2] != stage:
            yield f"{short(path)}:{line} {module}"


def test_a_stage_s_tables_are_imported_by_that_stage_alone() -> None:
    assert not [found for path in python_files() for found in _foreign_models(path)]


def test_nothing_is_done_by_signals_or_in_save() -> None:
    found = []
    for path in python_files():
        text = path.read_text(encoding="utf-8")
        if "@receiver" in text or "Signal(" in text or "def save(self" in text:
            found.append(short(path))
    assert not found


def test_every_stage_has_the_same_doors() -> None:
    doors = {"__init__.py", "core", "models.py", "apps.py", "migrations"}
    for stage in sorted(path for path in STAGES.iterdir() if (path / "__init__.py").exists()):
        names = {path.name for path in stage.iterdir()}
        assert doors <= names, stage.name
        assert {"queries.py", "queries"} & names, stage.name
        assert {"actions.py", "actions"} & names, stage.name


def test_the_rooms_behind_actions_are_entered_by_that_door_alone() -> None:
    rooms = {
        f"innspill.stages.{path.parent.parent.name}.actions.{path.stem}"
        for path in STAGES.glob("*/actions/*.py")
    }
    assert not [
        f"{short(path)}:{line} {module}"
        for path in python_files()
        if "actions" not in path.parts
        for module, line in _imports(path)
        if module in rooms
    ]


def test_a_failure_is_caught_only_at_the_named_edges() -> None:
    edges = {"pipeline/work.py", "pipeline/mail_in.py", "interfaces/cli/main.py", "stages/reading/core/files.py",
             "adapters/reading_child.py",
             # Libraries that a body installs itself: what they raise is what they like.
             "adapters/embeddings.py", "interfaces/cli/mails.py",
             "stages/intake/actions/recording.py"}  # fmt: skip
    caught = [
        f"{short(path)}:{node.lineno}"
        for path in python_files()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
        and str(path.relative_to(PACKAGE)) not in edges
    ]
    assert not caught
