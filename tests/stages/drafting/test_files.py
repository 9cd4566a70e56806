"""Attachments: bytes first, names made safe, and a clear word about what is not taken."""

from __future__ import annotations

import pytest
from pytest_django.fixtures import Settings

from innspill.pipeline import wiring
from innspill.shared.values import Sha256
from innspill.stages.drafting import actions
from innspill.stages.drafting.core.refusals import Refused
from tests.stages.drafting.conftest import Writing

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n%vedtak\n"


def attach(
    writing: Writing, name: str = "vedtak.pdf", data: bytes = PDF, question: str = ""
) -> int:
    return actions.add_file(
        writing.id, name=name, data=data, question=question, store=wiring.store(),
        now=writing.tick(),
    )  # fmt: skip


def refusal(writing: Writing, name: str, data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        attach(writing, name, data)
    return refused.value.code


def test_the_bytes_are_kept_and_the_file_is_listed(writing: Writing) -> None:
    attach(writing, question="1")
    (file,) = writing.shown.files
    assert (file.name, file.question, file.size) == ("vedtak.pdf", "1", len(PDF))
    assert wiring.store().get(Sha256(file.sha256)) == PDF


def test_the_same_file_twice_is_one_file(writing: Writing) -> None:
    assert attach(writing) == attach(writing)
    assert len(writing.shown.files) == 1


def test_a_file_that_is_removed_is_no_longer_listed(writing: Writing) -> None:
    actions.remove_file(writing.id, attach(writing), now=writing.tick())
    assert not writing.shown.files
    with pytest.raises(Refused):
        actions.remove_file(writing.id, 99, now=writing.now)


def test_a_name_keeps_nothing_that_a_browser_obeys(writing: Writing) -> None:
    attach(writing, "\x1b[31mvedtak\u202efdp.\r\nX: 1.pdf")
    assert writing.shown.files[0].name == "[31mvedtakfdp. X: 1.pdf"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("svar.exe", b"MZ\x90"),
        ("svar.pdf", b"MZ\x90\x00"),
        ("svar.pdf.js", b"alert(1)"),
        ("svar.html", b"<!doctype html><p>Hei<script>alert(1)</script>"),
        ("svar.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"),
        ("svar", b"#!/bin/sh\nrm -rf /\n"),
    ],
)
def test_what_runs_when_it_is_opened_is_no_document(
    writing: Writing, name: str, data: bytes
) -> None:
    assert refusal(writing, name, data) == "a-program"
    assert not writing.shown.files


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("svar.html", b"<!doctype html><p>Vi er enige.</p>"),
        ("notat.txt", b"<script> er et ord i teksten, ikke et program"),
        ("svar.docm", b"PK\x03\x04"),
    ],
)
def test_documents_are_taken_whatever_they_are_about(
    writing: Writing, name: str, data: bytes
) -> None:
    assert attach(writing, name, b"Om " + data if name.endswith("txt") else data)


def test_an_empty_file_and_one_too_large_are_refused_in_words(
    writing: Writing, settings: Settings
) -> None:
    settings.UPLOAD_LIMIT = 2_000_000
    assert refusal(writing, "tom.pdf", b"") == "empty-file"
    assert refusal(writing, "stor.pdf", b"x" * 2_000_001) == "too-large"


def test_there_is_room_for_twenty(writing: Writing) -> None:
    for number in range(20):
        attach(writing, f"{number}.pdf")
    assert refusal(writing, "enda en.pdf", PDF) == "too-many-files"
    assert len(writing.shown.files) == 20
