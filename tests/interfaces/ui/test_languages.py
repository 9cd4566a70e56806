"""The three languages of the screens."""

from __future__ import annotations

import importlib.util
from types import ModuleType

import pytest
from django.test import Client

from innspill.interfaces.ui.words import STEP
from innspill.pipeline.steps import STEPS
from innspill.stages.consultations import actions
from innspill.stages.consultations.core.definition import chosen
from innspill.stages.consultations.core.files import load
from tests.conftest import ROOT, SAMPLES
from tests.stages.conftest import NOW


@pytest.fixture(scope="module")
def messages() -> ModuleType:
    spec = importlib.util.spec_from_file_location("messages", ROOT / "tools" / "messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", ["nn", "en"])
def test_every_sentence_of_the_screens_is_translated(messages: ModuleType, language: str) -> None:
    assert messages.missing(language) == []


@pytest.mark.parametrize("language", ["nn", "en"])
def test_translations_keep_the_places_for_values(messages: ModuleType, language: str) -> None:
    kept = messages.translated(language)
    assert not [(message.id, wrong) for message in kept for wrong in message.check(kept)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "title"), [("nb", "Høringer"), ("nn", "Høyringar"), ("en", "Consultations")]
)
def test_an_address_can_carry_its_language_and_it_is_remembered(
    client: Client, language: str, title: str
) -> None:
    first = client.get(f"/?lang={language}").content.decode()
    assert f'<html lang="{language}"' in first
    assert f"<h1>{title}</h1>" in first
    assert f'<html lang="{language}"' in client.get("/").content.decode()


def test_every_step_has_words_for_the_front_page() -> None:
    assert {step.name for step in STEPS} == STEP.keys()


@pytest.mark.django_db
def test_a_language_we_have_not_is_no_language(client: Client) -> None:
    answer = client.get("/?lang=%2e%2e/de", headers={"accept-language": "nb"})
    assert '<html lang="nb"' in answer.content.decode()
    assert not answer.cookies


@pytest.mark.django_db
def test_a_text_that_is_not_in_the_page_s_language_says_which_it_is_in(client: Client) -> None:
    definition = load(SAMPLES / "lekeplasser" / "consultation.yaml")
    only = definition.model_copy(update={"title": {"nb": "Bare på bokmål"}})
    slug = actions.load(only, now=NOW).slug
    page = client.get(f"/horinger/{slug}/?lang=en").content.decode()
    assert '<h1><span lang="nb">Bare på bokmål</span></h1>' in page


def test_a_text_falls_back_in_a_fixed_order() -> None:
    assert chosen({"nn": "ja", "en": "yes"}, "nb") == ("ja", "nn")
    assert chosen({"nb": "", "en": "yes"}, "nb") == ("yes", "en")
    assert chosen({}, "nb") == ("", "nb")
