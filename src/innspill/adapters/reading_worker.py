"""The reading child's own side: takes files on standard input, gives values, within limits.

Run as `python -m innspill.adapters.reading_worker CPU_SECONDS MEMORY_BYTES`.
"""

from __future__ import annotations

import json
import os
import pickle
import sys
from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO

from innspill.adapters.confinement import close_network, limit_cpu, limit_memory
from innspill.adapters.programs import tools_at_hand
from innspill.adapters.reading_frames import Frame, taken, written
from innspill.adapters.reading_jobs import fault_written, job_called
from innspill.adapters.reading_work import done
from innspill.shared.errors import BadInput, Unreadable
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.answers import language
from innspill.stages.reading.core.responses import NamedBytes, read_delivery
from innspill.stages.reading.core.values import ResponseRead


class Worker:
    """Reads one delivery after the other, saying what it is at."""

    def __init__(self, source: BinaryIO, target: BinaryIO, cpu_seconds: int) -> None:
        self._source = source
        self._target = target
        self._cpu_seconds = cpu_seconds
        self._left: dict[str, str] = {}
        """The paths that stopped a reader before, and why: they are left unread."""
        self._tools = tools_at_hand(begins=self._begins, more_time=self._more_time)

    def serve(self) -> None:
        """Read deliveries until the parent closes the line."""
        definition: Definition | None = None
        names: list[str] = []
        files: list[NamedBytes] = []
        try:
            while True:
                kind, body = taken(self._exactly)
                if kind is Frame.DEFINITION:
                    definition = Definition.model_validate_json(body)
                elif kind is Frame.NAME:
                    names.append(body.decode("utf-8", "surrogatepass"))
                elif kind is Frame.DATA:
                    files.append((names[-1], body))
                elif kind is Frame.READ and definition is not None:
                    self._left = json.loads(body)
                    self._answer(read_delivery(files, definition, self._tools))
                    names, files = [], []
                elif kind is Frame.JOB:
                    self._do(json.loads(body), files)
                    names, files = [], []
        except EOFError:
            return

    def _do(self, asked: Mapping[str, Any], files: Sequence[NamedBytes]) -> None:
        job = job_called(asked["job"])
        self._left = {}
        self._begins(files[0][0])
        self._more_time(max(0, job.cpu_seconds - self._cpu_seconds))
        try:
            value = done(job, files, asked["given"], self._tools)
        except BadInput as error:
            self._say(Frame.FAULT, fault_written(error))
        else:
            self._say(Frame.ANSWER, value)

    def _begins(self, path: str) -> None:
        self._say(Frame.BEGINS, path.encode("utf-8", "surrogatepass"))
        limit_cpu(self._cpu_seconds)
        if path in self._left:
            raise Unreadable("reader-stopped", self._left[path])

    def _more_time(self, seconds: float) -> None:
        self._say(Frame.MORE_TIME, str(seconds).encode())
        limit_cpu(self._cpu_seconds + seconds)

    def _answer(self, responses: tuple[ResponseRead, ...]) -> None:
        self._say(Frame.ANSWER, pickle.dumps(responses, protocol=5))

    def _say(self, kind: Frame, body: bytes) -> None:
        self._target.write(written(kind, body))
        self._target.write(body)
        self._target.flush()

    def _exactly(self, size: int) -> bytes:
        data = self._source.read(size)
        if len(data) < size:
            raise EOFError
        return data


def main(cpu_seconds: int, memory_bytes: int) -> None:
    """Confine this process and serve."""
    # Libraries that print must not speak into the answer.
    target = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 -- a descriptor is wanted
        os.dup2(nowhere.fileno(), 1)
    worker = Worker(sys.stdin.buffer, target, cpu_seconds)
    language.make_ready()
    close_network()
    limit_memory(memory_bytes)
    worker.serve()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
