"""What a process that reads strangers' files may not do: reach the network, write, eat the machine.

The network is closed by a seccomp filter (Linux): it needs no right, is inherited by programs that
the process starts, and cannot be taken off again. Only local sockets can be made, which LibreOffice
needs for itself.
"""

from __future__ import annotations

import contextlib
import ctypes
import platform
import struct
import sys
import time
from dataclasses import dataclass

_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
_LOCAL = 1  # AF_UNIX
_ALLOW, _KILL_PROCESS, _ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
_NO_PERMISSION, _NO_SUCH_CALL = 13, 38
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER_AT, _ARCHITECTURE_AT, _FIRST_ARGUMENT_AT = 0, 4, 16
_IO_URING_SETUP = 425
_OTHER_CALLS = 0x40000000
"""From this number on stand the calls of x32, which would slip past a filter for x86-64."""
LARGEST_FILE = 256 << 20
"""What a program that helps to read may write at most, once it lifts its own limit."""


@dataclass(frozen=True, slots=True)
class _Machine:
    architecture: int
    socket: int


_MACHINES = {
    "x86_64": _Machine(0xC000003E, 41),
    "aarch64": _Machine(0xC00000B7, 198),
}


def close_network() -> bool:
    """From now on this process and those it starts can make no socket but local ones.

    False where the machine cannot do that (not Linux, or a processor without a filter here).
    """
    machine = _MACHINES.get(platform.machine())
    if sys.platform != "linux" or machine is None:
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    program = _filter_for(machine)
    code = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code))
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    return bool(libc.prctl(_SET_SECCOMP, _FILTER, header, 0, 0) == 0)


def _filter_for(machine: _Machine) -> bytes:
    """The filter as instructions of the kernel's packet filter (linux/filter.h, seccomp(2))."""

    def step(code: int, value: int, yes: int = 0, no: int = 0) -> bytes:
        return struct.pack("HBBI", code, yes, no, value)

    return b"".join(
        (
            step(_LOAD, _ARCHITECTURE_AT),
            step(_EQUAL, machine.architecture, 1, 0),
            step(_RETURN, _KILL_PROCESS),
            step(_LOAD, _NUMBER_AT),
            step(_AT_LEAST, _OTHER_CALLS, 5, 0),
            step(_EQUAL, _IO_URING_SETUP, 4, 0),
            step(_EQUAL, machine.socket, 0, 2),
            step(_LOAD, _FIRST_ARGUMENT_AT),
            step(_EQUAL, _LOCAL, 0, 2),
            step(_RETURN, _ALLOW),
            step(_RETURN, _ERRNO | _NO_SUCH_CALL),
            step(_RETURN, _ERRNO | _NO_PERMISSION),
        )
    )


def limit_memory(memory_bytes: int) -> None:
    """At most so much memory of its own, no file written, no core dump.

    Memory of its own is what is written to (RLIMIT_DATA): the libraries' code, which is mapped
    and shared, does not count. Without `resource` (Windows) there are no limits.
    """
    try:
        import resource
    except ImportError:
        return
    _lower(resource.RLIMIT_DATA, memory_bytes)
    _lower(resource.RLIMIT_CORE, 0, 0)
    # A program that helps to read may lift this one for itself, up to LARGEST_FILE.
    _lower(resource.RLIMIT_FSIZE, 0, LARGEST_FILE)


def _lower(kind: int, soft: int, hard: int | None = None) -> None:
    """Lowers one limit of this process; without `hard`, programs it starts may lift it again."""
    import resource

    allowed = resource.getrlimit(kind)[1]
    lowest = [limit for limit in (hard, allowed) if limit not in (None, resource.RLIM_INFINITY)]
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(kind, (soft, min(lowest, default=resource.RLIM_INFINITY)))


def limit_cpu(seconds: float) -> None:
    """CPU time from now on: at most `seconds` more, then the process is ended."""
    try:
        import resource
    except ImportError:
        return
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    with contextlib.suppress(ValueError, OSError):
        soft = int(time.process_time() + seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
