"""Reads deliveries in a child process with limits, so that no file can take the house down.

PDFium ends its process on some files, and a hostile one can eat all time and memory. The child
(reading_worker.py) has a ceiling on memory, on CPU seconds and on wall time for each document, no
network, may write nothing and is given no environment, hence no secrets. It says which document it
is at: where it dies or is stopped, that document becomes unreadable with the code
"reader-stopped", and a new child reads the rest of the delivery. One child reads many deliveries,
so that a file costs a copy through a pipe and no start of Python. Beside deliveries it does the jobs of reading_jobs.py.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import pickle
import selectors
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, Self

from innspill.adapters.reading_frames import Frame, taken, written
from innspill.adapters.reading_jobs import Given, Job, Value, fault_read
from innspill.shared.errors import Unreadable
from innspill.shared.values import sha256_of
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.values import FileRead, ResponseRead

if TYPE_CHECKING:
    from innspill.stages.reading.core.responses import NamedBytes

_CHUNK = 1 << 20
_MOST_STOPS = 20
"""After so many stops in one delivery nothing more of it is tried."""
_VALUES = frozenset(("innspill.stages.reading.core.values", "innspill.shared.values"))
_PASSED_ON = ("PATH", "PYTHONPATH", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "SYSTEMROOT")
_ALONE = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "OMP_THREAD_LIMIT": "1"}
"""One child, one core: the workers share the machine between them."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost, and how many deliveries one child reads before a new one."""

    cpu_seconds: int = 10
    wall_seconds: float = 60.0
    memory_bytes: int = 512 << 20
    deliveries: int = 500


class ReadingChild:
    """Reads deliveries in a child process; started at the first one, to be closed at the end.

    May be used from several threads; deliveries are read one at a time.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._read = 0
        self._definition: Definition | None = None
        """The one that the child knows."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __del__(self) -> None:
        self.close()

    def read_delivery(
        self, files: Sequence[NamedBytes], definition: Definition
    ) -> tuple[ResponseRead, ...]:
        """What `core.responses.read_delivery` says of the files; never raises for what they hold."""
        stopped: dict[str, str] = {}
        with self._lock:
            while True:
                try:
                    return _only_values(self._ask(files, definition, stopped))
                except _StoppedError as error:
                    self._stop()
                    nowhere = error.path == "" or error.path in stopped
                    if nowhere or len(stopped) >= _MOST_STOPS:
                        return _all_stopped(files, definition, error.reason)
                    stopped[error.path] = error.reason
                except pickle.UnpicklingError:
                    self._stop()
                    return _all_stopped(files, definition, "The reader gave no sensible answer.")

    def do(self, job: Job[Value], files: Sequence[NamedBytes], given: Given) -> Value:
        """The value of a job on `files`.

        Raises BadInput where the job refuses what is in them, and Unreadable ("reader-stopped")
        where the child died or had to be stopped, or gave no such value.
        """
        with self._lock:
            try:
                talk = _Talk(self._started(), self._limits.wall_seconds)
                for name, data in files:
                    talk.say(Frame.NAME, name.encode("utf-8", "surrogatepass"))
                    talk.say(Frame.DATA, data)
                talk.say(Frame.JOB, json.dumps({"job": job.name, "given": given}).encode())
                kind, body = talk.outcome()
                self._read += 1
                if kind is Frame.ANSWER:
                    return job.read(body)
                raise fault_read(body)
            except _StoppedError as error:
                self._stop()
                raise Unreadable("reader-stopped", error.reason) from error
            except ValueError as error:
                self._stop()
                raise Unreadable("reader-stopped", "The reader gave no such value.") from error

    def close(self) -> None:
        """End the child."""
        with self._lock:
            self._stop()

    def _ask(
        self, files: Sequence[NamedBytes], definition: Definition, stopped: Mapping[str, str]
    ) -> bytes:
        """The child's answer. Raises `_StoppedError` with the document that it stopped at."""
        talk = _Talk(self._started(), self._limits.wall_seconds)
        if definition is not self._definition:
            talk.say(Frame.DEFINITION, definition.model_dump_json(by_alias=True).encode())
            self._definition = definition
        for name, data in files:
            talk.say(Frame.NAME, name.encode("utf-8", "surrogatepass"))
            talk.say(Frame.DATA, data)
        talk.say(Frame.READ, json.dumps(stopped).encode())
        answer = talk.answer()
        self._read += 1
        return answer

    def _started(self) -> subprocess.Popen[bytes]:
        if self._read >= self._limits.deliveries:
            self._stop()
        if self._process is None or self._process.poll() is not None:
            self._stop()
            limits = self._limits
            passed = {key: os.environ[key] for key in _PASSED_ON if key in os.environ}
            self._process = subprocess.Popen(  # noqa: S603 -- our own Python, our own module
                [
                    sys.executable, "-m", "innspill.adapters.reading_worker",
                    str(limits.cpu_seconds), str(limits.memory_bytes),
                ],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                env=passed | _ALONE,
            )  # fmt: skip
        return self._process

    def _stop(self) -> None:
        process, self._process, self._read, self._definition = self._process, None, 0, None
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        process.wait()


class _StoppedError(Exception):
    """The child died or had to be stopped at `path` (empty: at none of the documents)."""

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(reason)


class _Talk:
    """One question to the child and its answer, with an eye on the clock."""

    def __init__(self, process: subprocess.Popen[bytes], wall_seconds: float) -> None:
        if process.stdin is None or process.stdout is None:
            raise ValueError("the child was started without pipes")
        self._to: IO[bytes] = process.stdin
        self._from: IO[bytes] = process.stdout
        self._wall_seconds = wall_seconds
        self._deadline = time.monotonic() + wall_seconds
        self._at = ""

    def say(self, kind: Frame, body: bytes) -> None:
        """Send a frame."""
        try:
            self._to.write(written(kind, body))
            self._to.write(body)
            self._to.flush()
        except OSError as error:
            raise _StoppedError(self._at, "The reader stopped before it read the file.") from error

    def answer(self) -> bytes:
        """The answer, once the child has gone through all documents."""
        return self.outcome()[1]

    def outcome(self) -> tuple[Frame, bytes]:
        """What the child ends with: an answer, or a fault."""
        while True:
            try:
                kind, body = taken(self._exactly)
            except (EOFError, OSError, ValueError) as error:
                reason = "The reader stopped while it read the file."
                raise _StoppedError(self._at, reason) from error
            if kind in {Frame.ANSWER, Frame.FAULT}:
                return kind, body
            self._deadline = time.monotonic() + self._wall_seconds
            if kind is Frame.BEGINS:
                self._at = body.decode("utf-8", "surrogatepass")
            elif kind is Frame.MORE_TIME:
                self._deadline += float(body)

    def _exactly(self, size: int) -> bytes:
        parts: list[bytes] = []
        with selectors.DefaultSelector() as selector:
            selector.register(self._from, selectors.EVENT_READ)
            while size:
                left = self._deadline - time.monotonic()
                if left <= 0 or not selector.select(left):
                    reason = "Reading the file took too long and was stopped."
                    raise _StoppedError(self._at, reason)
                part = os.read(self._from.fileno(), min(size, _CHUNK))
                if not part:
                    raise EOFError
                parts.append(part)
                size -= len(part)
        return b"".join(parts)


def _all_stopped(
    files: Sequence[NamedBytes], definition: Definition, reason: str
) -> tuple[ResponseRead, ...]:
    """Every file of the delivery as unreadable: nothing can be said of any of them."""
    from innspill.stages.reading.core.formats.sniff import sniff
    from innspill.stages.reading.core.responses import read_responses

    failed = [
        FileRead(
            name, sha256_of(data), len(data), sniff(data).media_type, None, reason, "reader-stopped"
        )
        for name, data in files
    ]
    return read_responses(failed, definition)


class _ValuesOnly(pickle.Unpickler):
    """Unpickles our own values and nothing else.

    The child handles strangers' bytes, so its answer is not believed either: a pickle that names
    any other class, or any function, is refused, which leaves nothing in it that could run.
    """

    def find_class(self, module_name: str, global_name: str) -> Any:
        """The class of one of our values."""
        if module_name not in _VALUES or "." in global_name:
            raise pickle.UnpicklingError(f"{module_name}.{global_name} is no value of reading")
        found = super().find_class(module_name, global_name)
        if not isinstance(found, type) or found.__module__ != module_name:
            raise pickle.UnpicklingError(f"{module_name}.{global_name} is no value of reading")
        return found


def _only_values(answer: bytes) -> tuple[ResponseRead, ...]:
    """The responses in a child's answer. Raises UnpicklingError where it holds anything else."""
    try:
        found = _ValuesOnly(io.BytesIO(answer)).load()
    except (EOFError, ValueError, TypeError, AttributeError, IndexError, KeyError) as error:
        raise pickle.UnpicklingError(str(error)) from error
    if not isinstance(found, tuple) or not all(isinstance(item, ResponseRead) for item in found):
        raise pickle.UnpicklingError("the reader gave something else than responses read")
    return found
