"""What the project's papers say is true."""

from __future__ import annotations

import re
import tomllib

import pytest
from django.apps import apps
from django.utils import translation

from innspill.interfaces.ui.words import FLAG

from .conftest import PACKAGE, ROOT, kept_files, python_files, short

GLOSSARY = ROOT / "docs" / "glossary.md"
OWN_APPS = {path.parent.name for path in PACKAGE.glob("*/*/models.py")}


def _glossary_words() -> dict[str, str]:
    rows = re.findall(
        r"^\| ((?:`\w+`(?:, )?)+) \| ([^|]+) \| ([^|]+) \|$", GLOSSARY.read_text(), re.MULTILINE
    )
    return {word: place for words, place, _ in rows for word in re.findall(r"`(\w+)`", words)}


def test_every_table_is_in_the_glossary() -> None:
    tables = {m.__name__ for m in apps.get_models() if m.__module__.startswith("innspill.")}
    missing = tables - set(_glossary_words())
    assert not missing


def test_every_code_word_has_one_line_in_the_glossary() -> None:
    firsts = re.findall(r"^\| (`[^|]+`) \|", GLOSSARY.read_text(), re.MULTILINE)
    words = [word for first in firsts for word in re.findall(r"`(\w+)`", first)]
    assert words
    assert len(words) == len(set(words))


def test_every_code_word_of_the_glossary_is_in_the_code() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in python_files())
    absent = [word for word in _glossary_words() if not re.search(rf"\b(class|def) {word}\b", code)]
    coming = set(
        re.findall(r"`(\w+)`", GLOSSARY.read_text().partition("## Not yet in the code")[2])
    )
    assert not set(absent) - coming
    assert not coming - set(absent), "built now: take it out of the list of what is to come"


def test_decisions_have_one_number_each() -> None:
    numbers = [path.name[:4] for path in (ROOT / "docs" / "decisions").glob("[0-9]*.md")]
    assert numbers
    assert len(numbers) == len(set(numbers))


def test_the_changelog_starts_with_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    first = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert first is not None
    assert first.group(1) == version


def test_every_setting_of_an_operator_is_explained() -> None:
    text = (PACKAGE / "config" / "settings.py").read_text()
    explained, code = text.split('"""', 2)[1:]
    assert set(re.findall(r"INNSPILL_\w+", code)) <= set(re.findall(r"INNSPILL_\w+", explained))


@pytest.mark.parametrize("paper", ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"])
def test_every_make_target_and_file_that_a_paper_names_exists(paper: str) -> None:
    text = (ROOT / paper).read_text()
    targets = set(re.findall(r"^(\w[\w-]*):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"`make (\w+)", text)) <= targets
    named = re.findall(r"`((?:src|docs|tests|tools|samples|benchmarks)/[\w./-]+)`", text)
    linked = re.findall(r"\]\(((?!https?:)[\w./-]+)\)", text)
    assert not [name for name in {*named, *linked} if not (ROOT / name).exists()]


def test_nothing_kept_names_a_registry_or_a_machine() -> None:
    hosts = ["py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com",
             "/ro" + "ot/", "/wo" + "rk/", "farm" + "-studio"]  # fmt: skip
    texts = (p for p in kept_files() if p.suffix not in {".png", ".docx", ".pdf", ".zip", ".eml"})
    found = []
    for path in texts:
        text = path.read_bytes().decode("utf-8", "replace")
        found += [f"{short(path)}: {host}" for host in hosts if host in text]
    assert not found


def test_every_locked_package_has_a_hash() -> None:
    for lock in (*ROOT.glob("requirements*.lock"), ROOT / "tools" / "node-wheel.lock"):
        packages = re.findall(
            r"^[\w.\-\[\]]+==.*?(?=^\S|\Z)", lock.read_text(), re.MULTILINE | re.DOTALL
        )
        assert packages
        assert all("--hash=sha256:" in package for package in packages), lock.name


def test_the_page_for_caseworkers_explains_every_flag_with_its_words() -> None:
    text = (ROOT / "docs" / "lesing.md").read_text(encoding="utf-8")
    explained = dict(re.findall(r"^\| `([\w-]+)` \| ([^|]+) \| [^|]+ \|$", text, re.MULTILINE))
    with translation.override("nb"):
        assert explained == {code: str(said) for code, said in FLAG.items()}


def test_the_page_for_caseworkers_names_every_kind_of_file_that_is_read() -> None:
    text = (ROOT / "docs" / "lesing.md").read_text(encoding="utf-8")
    endings = (".docx", ".docm", ".odt", ".rtf", ".doc", ".png", ".jpg", ".tiff", ".heic", ".eml",
               ".msg", ".mbox", ".html", ".txt", ".md", ".zip", ".xlsx", ".csv")  # fmt: skip
    assert not [ending for ending in endings if ending not in text]
