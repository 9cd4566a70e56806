"""Reads files in a child process with limits, so that no file can take the house down.

PDFium ends its process on some files, and a hostile one can eat all time and memory. The child
has a ceiling on memory, on CPU seconds per file and on wall time per file; it may write nothing
and is given no environment, hence no secrets. Where it dies or is stopped, the file becomes a
`FileRead` with the code "reader-stopped", and the next file gets a new child. One child reads many
files, so that a file costs a copy through a pipe and no start of Python.
"""

from __future__ import annotations

import contextlib
import io
import os
import pickle
import selectors
import struct
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from types import TracebackType
from typing import IO, Any, Self

from innspill.shared.values import sha256_of
from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.formats.sniff import sniff
from innspill.stages.reading.core.values import FileRead

_LENGTH = struct.Struct(">QI")
"""Before each file: the size of its bytes and of its name. Before each answer: its size and 0."""
_CHUNK = 1 << 20
_LARGEST_ANSWER = 1 << 29
_VALUES = frozenset(("innspill.stages.reading.core.values", "innspill.shared.values"))
_PASSED_ON = ("PATH", "PYTHONPATH", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "SYSTEMROOT")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost, and how many files one child reads before a new one is started."""

    cpu_seconds: int = 60
    wall_seconds: float = 120.0
    memory_bytes: int = 2 << 30
    files: int = 1_000


class ReadingChild:
    """Reads files in a child process; started at the first file, to be closed at the end.

    May be used from several threads; files are read one at a time.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._files_read = 0

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

    def read_file(self, name: str, data: bytes) -> tuple[FileRead, ...]:
        """What `innspill.stages.reading.core.files.read_file` says of the file; never raises."""
        with self._lock:
            try:
                answer = self._ask(name, data)
                return _only_values(answer)
            except _StoppedError as error:
                self._stop()
                return (_stopped(name, data, str(error)),)
            except (OSError, EOFError, pickle.UnpicklingError, struct.error):
                self._stop()
                return (_stopped(name, data, "The reader stopped while it read the file."),)

    def close(self) -> None:
        """End the child."""
        with self._lock:
            self._stop()

    def _ask(self, name: str, data: bytes) -> bytes:
        process = self._started()
        if process.stdin is None or process.stdout is None:
            raise EOFError
        title = name.encode("utf-8", "surrogatepass")
        for part in (_LENGTH.pack(len(data), len(title)), title, data):
            process.stdin.write(part)
        process.stdin.flush()
        deadline = time.monotonic() + self._limits.wall_seconds
        size, _ = _LENGTH.unpack(_receive(process.stdout, _LENGTH.size, deadline))
        if size > _LARGEST_ANSWER:
            raise _StoppedError("The reader gave more than can be taken in.")
        self._files_read += 1
        return _receive(process.stdout, size, deadline)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._files_read >= self._limits.files:
            self._stop()
        if self._process is None or self._process.poll() is not None:
            self._stop()
            limits = self._limits
            self._process = subprocess.Popen(  # noqa: S603 -- our own Python, our own module
                [
                    sys.executable, "-m", "innspill.adapters.reading_child",
                    str(limits.cpu_seconds), str(limits.memory_bytes),
                ],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                env={key: os.environ[key] for key in _PASSED_ON if key in os.environ},
            )  # fmt: skip
        return self._process

    def _stop(self) -> None:
        process, self._process, self._files_read = self._process, None, 0
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        process.wait()


class _StoppedError(Exception):
    """The child had to be stopped; the text says why."""


def _receive(stream: IO[bytes], size: int, deadline: float) -> bytes:
    """`size` bytes of the child's answer. Raises `EOFError` where it died, or at the deadline."""
    parts: list[bytes] = []
    with selectors.DefaultSelector() as selector:
        selector.register(stream, selectors.EVENT_READ)
        while size:
            left = deadline - time.monotonic()
            if left <= 0 or not selector.select(left):
                raise _StoppedError("Reading the file took too long and was stopped.")
            part = os.read(stream.fileno(), min(size, _CHUNK))
            if not part:
                raise EOFError
            parts.append(part)
            size -= len(part)
    return b"".join(parts)


def _stopped(name: str, data: bytes, reason: str) -> FileRead:
    media_type = sniff(data).media_type
    return FileRead(name, sha256_of(data), len(data), media_type, None, reason, "reader-stopped")


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


def _only_values(answer: bytes) -> tuple[FileRead, ...]:
    found = _ValuesOnly(io.BytesIO(answer)).load()
    if not isinstance(found, tuple) or not all(isinstance(item, FileRead) for item in found):
        raise pickle.UnpicklingError("the reader gave something else than files read")
    return found


def _serve(cpu_seconds: int, memory_bytes: int) -> None:
    """The child: read files from standard input until it ends."""
    source = sys.stdin.buffer
    # Libraries that print must not speak into the answer.
    target = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 -- a descriptor is wanted
        os.dup2(nowhere.fileno(), 1)
    _limit_memory(memory_bytes)
    while head := source.read(_LENGTH.size):
        size, title_size = _LENGTH.unpack(head)
        name = source.read(title_size).decode("utf-8", "surrogatepass")
        data = source.read(size)
        _limit_cpu(cpu_seconds)
        answer = pickle.dumps(read_file(name, data), protocol=5)
        target.write(_LENGTH.pack(len(answer), 0))
        target.write(answer)
        target.flush()


def _limit_memory(memory_bytes: int) -> None:
    """Memory up to a ceiling, no file written, no core dump. Without `resource` (Windows): none."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in (
        (resource.RLIMIT_AS, memory_bytes), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0),
    ):  # fmt: skip
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


def _limit_cpu(seconds: int) -> None:
    """CPU time for the next file: what was used so far and `seconds` more."""
    try:
        import resource
    except ImportError:
        return
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + seconds + 1, hard))


if __name__ == "__main__":
    _serve(int(sys.argv[1]), int(sys.argv[2]))
