"""The language model, asked over a real socket by the protocol of OpenAI's API."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

import environ
import pytest
from django.core.exceptions import ImproperlyConfigured

from innspill.adapters.language_model import OpenAiCompatible, model_server_of
from innspill.config.language_model import model_of
from innspill.shared.errors import BadInput, ModelUnavailable, UnfitAnswer
from tests.model_server import Server, running

MESSAGES = (
    {"role": "system", "content": "Svar."},
    {"role": "user", "content": 'DATA 1\n{"comments": []}\nEND 1'},
)
SCHEMA = {"type": "object"}


class Asker:
    """A model that waits for nothing, and tells how long it would have waited."""

    def __init__(self, server: Server, key: str = "", **how: Any) -> None:
        self.waits: list[float] = []
        self.model = OpenAiCompatible(
            model_server_of(server.address, key), "tiny", wait=self.waits.append, **how
        )

    def ask(self) -> Any:
        return self.model.ask(MESSAGES, SCHEMA, most_tokens=500)


def test_a_good_answer_comes_with_the_model_and_the_tokens_that_it_took() -> None:
    with running() as server:
        said = Asker(server, "hemmelig").ask()
    assert (said.answer, said.model) == ({"comments": []}, "tiny-1")
    assert (said.tokens_in, said.tokens_out) == (100, 20)
    (asked,) = server.asked
    assert asked["path"] == "/v1/chat/completions"
    assert asked["messages"] == list(MESSAGES)
    assert asked["response_format"]["json_schema"]["schema"] == SCHEMA
    assert (asked["temperature"], asked["max_tokens"]) == (0, 500)
    assert server.keys == ["Bearer hemmelig"]


def test_a_busy_server_is_asked_again_later_each_time_or_when_it_says() -> None:
    with running() as server:
        server.statuses = [429, 503, 500]
        asker = Asker(server)
        assert asker.ask().model == "tiny-1"
        assert asker.waits == [1.0, 2.0, 4.0]
        server.statuses, server.retry_after = [429], "7"
        asker.ask()
        assert asker.waits[3:] == [7.0]
        server.statuses, server.retry_after = [429], "999"
        asker.ask()
        assert asker.waits[4:] == [60.0]


def test_a_server_that_stays_away_is_left_alone_for_a_while() -> None:
    now = [0.0]
    with running() as server:
        server.statuses = [503] * 4
        asker = Asker(server, clock=lambda: now[0])
        with pytest.raises(ModelUnavailable, match="503"):
            asker.ask()
        with pytest.raises(ModelUnavailable, match="503"):
            asker.ask()
        assert len(server.asked) == 4, "the second time nothing was sent"
        now[0] = 61.0
        assert asker.ask().model == "tiny-1"


@pytest.mark.parametrize("status", [401, 403, 404, 302])
def test_a_refusal_is_final_and_no_redirect_is_followed(status: int) -> None:
    with running() as server:
        server.statuses = [status]
        with pytest.raises(ModelUnavailable, match=str(status)):
            Asker(server).ask()
        assert len(server.asked) == 1


def test_a_server_that_hangs_or_lets_its_answer_drip_holds_nobody() -> None:
    with running() as server:
        server.hangs = 1.5
        with pytest.raises(ModelUnavailable, match="in time"):
            Asker(server, seconds=0.2).ask()
        assert len(server.asked) == 1, "what took long is not asked again at once"
        server.hangs, server.drips = 0.0, True
        with pytest.raises(ModelUnavailable, match="in time"):
            Asker(server, seconds=0.3).ask()


def test_nobody_there_is_said_without_a_word_of_what_was_asked() -> None:
    with running() as server:
        asker = Asker(server, "hemmelig")
    with pytest.raises(ModelUnavailable) as told:
        asker.ask()
    assert asker.waits == [1.0, 2.0, 4.0]
    assert "hemmelig" not in f"{told.value} {asker.model.server!r}"


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"<html>", "no JSON"),
        (b"[]", "no message"),
        (b'{"choices": []}', "no message"),
        (b'{"choices": [{"message": {"content": null}}]}', "no text"),
        (b'{"choices": [{"message": {"content": "{\\"comments\\": ["}}]}', "no JSON"),
        (b'{"choices": [{"message": {"content": "Gjerne!"}}]}', "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b"x" * (5 << 20), "longer"),
    ],
)
def test_what_is_no_answer_is_told_apart_from_no_answer(raw: bytes, why: str) -> None:
    with running() as server:
        server.raw = raw
        with pytest.raises(UnfitAnswer, match=why):
            Asker(server).ask()


def test_an_answer_that_was_cut_off_is_none_and_a_fence_is_no_part_of_it() -> None:
    with running() as server:
        server.answers = lambda _: '```json\n{"comments": [1]}\n```'
        assert Asker(server).ask().answer == {"comments": [1]}
        server.finish = "length"
        with pytest.raises(UnfitAnswer, match="cut off"):
            Asker(server).ask()


def test_a_server_that_knows_no_schemas_is_asked_without() -> None:
    with running() as server:
        server.knows_schemas = False
        asker = Asker(server)
        asker.ask()
        asker.ask()
    assert ["response_format" in asked for asked in server.asked] == [True, False, False]


def test_the_environment_s_proxies_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    with running() as server:
        assert Asker(server).ask().model == "tiny-1"


def test_it_tells_which_models_it_has() -> None:
    with running() as server:
        assert Asker(server).model.models() == ["tiny"]


def test_neither_key_nor_question_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with running() as server:
        server.statuses = [500]
        Asker(server, "hemmelig").ask()
    assert "hemmelig" not in caplog.text
    assert "comments" not in caplog.text


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("localhost:8080", ""),
        ("ftp://localhost/", ""),
        ("http://", ""),
        ("http://localhost:99999/v1", ""),
        ("https://user:secret@host/v1", ""),
        ("https://host/v1?key=secret", ""),
        ("http://host.example/v1", "secret"),
        ("https://host.example/v1", "sec\r\nret"),
    ],
)
def test_an_address_that_would_leak_or_leads_nowhere_is_refused(address: str, key: str) -> None:
    with pytest.raises(BadInput, match="INNSPILL_MODEL") as told:
        model_server_of(address, key)
    assert "secret" not in str(told.value)


def test_a_key_goes_to_this_machine_without_encryption_and_to_others_with_it() -> None:
    assert model_server_of("http://localhost:8080/v1", "k").is_here
    assert model_server_of("http://[::1]:8080/v1/", "k").named == "http://[::1]:8080/v1"
    assert not model_server_of("https://host.example/v1", "k").is_here
    assert model_server_of("http://host.example/v1").port == 80


def settings_with(monkeypatch: pytest.MonkeyPatch, **given: str) -> Any:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    return model_of(environ.Env())


def test_it_is_off_until_it_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings_with(monkeypatch)[0] is None


def test_the_key_comes_from_a_file_and_stays_out_of_every_message(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kept = tmp_path / "key"
    kept.write_text("hemmelig\n")
    here = {"INNSPILL_MODEL": "https://host.example/v1", "INNSPILL_MODEL_KEY_FILE": str(kept)}
    with pytest.raises(ImproperlyConfigured, match="INNSPILL_MODEL_NAME"):
        settings_with(monkeypatch, **here)
    server, name, price = settings_with(
        monkeypatch, INNSPILL_MODEL_NAME="stor-3", INNSPILL_MODEL_PRICE="1/2 NOK"
    )
    assert (server.key, name, price.currency) == ("hemmelig", "stor-3", "NOK")
    assert "hemmelig" not in repr(server)
    kept.write_bytes(b"hemmelig\xff")
    with pytest.raises(ImproperlyConfigured) as told:
        settings_with(monkeypatch)
    assert "hemmelig" not in str(told.value)
    assert json.dumps(str(told.value.__cause__)) == '"None"'
