"""A language model behind an OpenAI-compatible endpoint, such as a llama.cpp, vLLM or Ollama of one's own.

No proxy of the environment is used and no redirect followed: what is sent goes to the address of the
settings and nowhere else. The key is in no message of ours.
"""

from __future__ import annotations

import ipaddress
import json
import ssl
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Any, Final
from urllib.parse import urlsplit

from innspill.shared.errors import BadInput, ModelUnavailable, UnfitAnswer
from innspill.shared.ports import ModelSaid

_AGAIN: Final = frozenset({429, 500, 502, 503, 504})
_TRIES: Final = 4
_LONGEST_WAIT: Final = 60.0
_LONGEST_ANSWER: Final = 4 << 20
_LONGEST_QUESTION: Final = 2 << 20
_CHUNK: Final = 1 << 16
_REST: Final = 60.0
"""Seconds that a model which does not answer is left alone, so that the worker's other steps go on."""
_NAME: Final = 80


@dataclass(frozen=True, slots=True)
class ModelServer:
    """Where the model answers. `key` is never shown."""

    secure: bool
    host: str
    port: int
    path: str
    key: str = field(default="", repr=False)

    @property
    def named(self) -> str:
        """The address without the key."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.secure else 'http'}://{host}:{self.port}{self.path}"

    @property
    def is_here(self) -> bool:
        """Whether it is this machine, so that nothing leaves it."""
        return _is_loopback(self.host)


def model_server_of(address: str, key: str = "") -> ModelServer:
    """The server at `https://host/v1`. Raises BadInput for an address that cannot be used.

    A key goes over plain http to this machine alone.
    """
    try:
        parts = urlsplit(address.strip().rstrip("/"))
        port = parts.port
    except ValueError as error:
        raise _no_address(str(error)) from error
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise _no_address("no address such as http://localhost:8080/v1")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise _no_address("give the address alone, the key in INNSPILL_MODEL_KEY_FILE")
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise _no_address("the key has characters that no key has")
    secure = parts.scheme == "https"
    if key and not secure and not _is_loopback(parts.hostname):
        raise _no_address("a key is sent over https alone")
    return ModelServer(secure, parts.hostname, port or (443 if secure else 80), parts.path, key)


class OpenAiCompatible:
    """Asks the chat endpoint of a server for JSON, one question at a time."""

    def __init__(
        self,
        server: ModelServer,
        name: str,
        *,
        seconds: float = 120.0,
        rest: float = _REST,
        wait: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.server, self._name = server, name
        self._seconds, self._rest, self._wait, self._clock = seconds, rest, wait, clock
        self._rests_until, self._why = 0.0, ""
        self._takes_schema = True
        self._tls = ssl.create_default_context() if server.secure else None

    @property
    def name(self) -> str:
        """Which model is asked."""
        return self._name

    def ask(
        self, messages: Sequence[Mapping[str, str]], schema: Mapping[str, Any], *, most_tokens: int
    ) -> ModelSaid:
        """Asks; the answer is JSON, whether or not it keeps to the schema.

        Tries again, later each time, where the server is busy or away for a moment. Raises
        ModelUnavailable and UnfitAnswer.
        """
        if self._clock() < self._rests_until:
            raise ModelUnavailable(self._why)
        asked: dict[str, Any] = {
            "model": self._name,
            "messages": [dict(message) for message in messages],
            "temperature": 0,
            "max_tokens": most_tokens,
            "stream": False,
        }
        if self._takes_schema:
            asked["response_format"] = {
                "type": "json_schema",
                "json_schema": {"name": "answer", "strict": True, "schema": dict(schema)},
            }
        status, body = self._patiently("/chat/completions", asked)
        if status in {400, 422} and self._takes_schema:
            # Some servers know no schema: the answer is held against it by us in any case.
            self._takes_schema = False
            return self.ask(messages, schema, most_tokens=most_tokens)
        if status != 200:
            raise self._unavailable(f"it says {status}")
        return _said(body, self._name)

    def models(self) -> list[str]:
        """The names of the models that the server has: for `innspill doctor`. Raises ModelUnavailable."""
        status, body = self._once("GET", "/models", None)[:2]
        if status != 200:
            raise self._unavailable(f"it says {status}")
        found = _json(body)
        rows = found.get("data") if isinstance(found, dict) else None
        ids = [row.get("id") for row in rows or () if isinstance(row, dict)]
        return [_plain(each) for each in ids if isinstance(each, str)]

    def _patiently(self, path: str, asked: Mapping[str, Any]) -> tuple[int, bytes]:
        data = json.dumps(asked, ensure_ascii=False).encode("utf-8", "replace")
        if len(data) > _LONGEST_QUESTION:
            raise UnfitAnswer("the question is too long to be sent")
        for turn in range(_TRIES):
            status, body, later = self._once("POST", path, data, last=turn + 1 == _TRIES)
            if status not in _AGAIN or turn + 1 == _TRIES:
                break
            self._wait(min(later if later is not None else 2.0**turn, _LONGEST_WAIT))
        return status, body

    def _once(
        self, verb: str, path: str, data: bytes | None, *, last: bool = True
    ) -> tuple[int, bytes, float | None]:
        """Status, body and the seconds that it asks us to wait; 503 where the line broke and there is a
        next time. Time that is over has no next time: it has been long.
        """
        until = self._clock() + self._seconds
        line = self._line()
        try:
            line.request(verb, self.server.path + path, body=data, headers=self._headers())
            answer = line.getresponse()
            body = self._whole(answer, line, until)
            return answer.status, body, _seconds(answer.getheader("Retry-After"))
        except TimeoutError as error:
            raise self._unavailable("it did not answer in time") from error
        except (OSError, HTTPException) as error:
            if last or isinstance(error, ssl.SSLError):
                raise self._unavailable(_words(error)) from error
            return 503, b"", None
        finally:
            line.close()

    def _line(self) -> HTTPConnection:
        host, port = self.server.host, self.server.port
        if self._tls is not None:
            return HTTPSConnection(host, port, timeout=self._seconds, context=self._tls)
        return HTTPConnection(host, port, timeout=self._seconds)

    def _headers(self) -> dict[str, str]:
        found = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.server.key:
            found["Authorization"] = f"Bearer {self.server.key}"
        return found

    def _whole(self, answer: HTTPResponse, line: HTTPConnection, until: float) -> bytes:
        """The body; a server that lets it drip does not hold us longer than one that is silent."""
        body = bytearray()
        while True:
            left = until - self._clock()
            if left <= 0:
                raise TimeoutError
            if line.sock is not None:
                line.sock.settimeout(left)
            part = answer.read1(_CHUNK)
            if not part:
                return bytes(body)
            body += part
            if len(body) > _LONGEST_ANSWER:
                raise UnfitAnswer("the answer is longer than any that we asked for")

    def _unavailable(self, said: str) -> ModelUnavailable:
        self._rests_until = self._clock() + self._rest
        self._why = f"{self.server.named}: {said}"
        return ModelUnavailable(self._why)


def _said(body: bytes, name: str) -> ModelSaid:
    found = _json(body)
    try:
        choice = found["choices"][0]
        content = choice["message"]["content"]
    except (KeyError, IndexError, TypeError) as error:
        raise UnfitAnswer("the answer has no message") from error
    if not isinstance(content, str):
        raise UnfitAnswer("the answer has no text")
    if choice.get("finish_reason") == "length":
        raise UnfitAnswer("the answer was cut off")
    used = found.get("usage")
    answered = found.get("model")
    return ModelSaid(
        answer=_json(_without_fence(content).encode()),
        model=_plain(answered) if isinstance(answered, str) and answered else name,
        tokens_in=_count(used, "prompt_tokens"),
        tokens_out=_count(used, "completion_tokens"),
    )


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise UnfitAnswer("the answer is no JSON") from error


def _without_fence(content: str) -> str:
    """The text inside a code fence, which small models put around what they were asked for."""
    plain = content.strip()
    if plain.startswith("```") and plain.endswith("```") and "\n" in plain:
        return plain.partition("\n")[2].removesuffix("```")
    return plain


def _count(used: object, name: str) -> int:
    number = used.get(name) if isinstance(used, dict) else None
    return number if isinstance(number, int) and 0 <= number < 1 << 30 else 0


def _seconds(said: str | None) -> float | None:
    return float(said) if said and said.isdecimal() and len(said) < 6 else None


def _plain(name: str) -> str:
    return "".join(letter for letter in name if letter.isprintable())[:_NAME]


def _words(error: Exception) -> str:
    return " ".join(str(getattr(error, "strerror", "") or type(error).__name__).split())


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _no_address(why: str) -> BadInput:
    return BadInput(why, where="INNSPILL_MODEL")
