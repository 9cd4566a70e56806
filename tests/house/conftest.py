"""What the house rules look at: the files that git keeps."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "src" / "innspill"


@cache
def kept_files() -> tuple[Path, ...]:
    """Every file that git tracks or would track."""
    command = ("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    out = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    found = (ROOT / name.decode() for name in out.split(b"\0") if name)
    return tuple(sorted(path for path in found if path.is_file()))


def python_files(*, migrations: bool = False) -> Iterator[Path]:
    """The package's own Python files."""
    for path in kept_files():
        wanted = migrations or "migrations" not in path.parts
        if path.suffix == ".py" and PACKAGE in path.parents and wanted:
            yield path


@cache
def tree_of(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def short(path: Path) -> str:
    """The path as people say it."""
    return str(path.relative_to(ROOT))
