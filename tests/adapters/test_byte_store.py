"""Bytes are stored whole or not at all, under their own name, and never changed."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from innspill.adapters.byte_store import FolderByteStore
from innspill.shared.values import sha256_of

DATA = b"What was sent, exactly as it was sent.\r\n\x00\xff"


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.fixture
def store(tmp_path: Path) -> FolderByteStore:
    return FolderByteStore(tmp_path / "bytes")


@pytest.mark.parametrize("data", [b"", DATA, bytes(range(256)) * 20_000])
def test_what_is_stored_comes_back_byte_for_byte(store: FolderByteStore, data: bytes) -> None:
    assert store.get(store.put(data)) == data


def test_a_stored_file_is_named_by_its_digest_and_read_only(store: FolderByteStore) -> None:
    sha256 = store.put(DATA)
    (found,) = files_in(store.folder)
    assert found.name == sha256 == sha256_of(DATA)
    assert stat.S_IMODE(found.stat().st_mode) == 0o400


def test_the_same_bytes_twice_are_one_file(store: FolderByteStore) -> None:
    assert store.put(DATA) == store.put(DATA)
    assert len(files_in(store.folder)) == 1


def test_bytes_that_were_damaged_are_not_handed_out(store: FolderByteStore) -> None:
    sha256 = store.put(DATA)
    (found,) = files_in(store.folder)
    found.chmod(0o600)
    found.write_bytes(DATA[:-1])
    with pytest.raises(ValueError, match="damaged"):
        store.get(sha256)


def test_bytes_that_were_damaged_are_mended_when_they_come_again(store: FolderByteStore) -> None:
    sha256 = store.put(DATA)
    (found,) = files_in(store.folder)
    found.chmod(0o600)
    found.write_bytes(b"")
    store.put(DATA)
    assert store.get(sha256) == DATA


def test_what_was_never_stored_is_a_key_error(store: FolderByteStore) -> None:
    with pytest.raises(KeyError):
        store.get(sha256_of(DATA))


FULL_DISK = """
import sys
import threading
from pathlib import Path
from innspill.adapters.byte_store import FolderByteStore
try:
    FolderByteStore(Path(sys.argv[1])).put(b"x" * 300_000)
except OSError as error:
    print("refused", error.errno)
"""


def test_a_full_disk_is_an_error_and_leaves_no_half_file(store: FolderByteStore) -> None:
    """A limit on file size acts as a full disk does: the first write is short, the next refused."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(store.folder)],
        preexec_fn=limit, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.startswith("refused")
    assert files_in(store.folder) == []


def _long_ago(store: FolderByteStore) -> None:
    for path in files_in(store.folder):
        os.utime(path, (0, 0))


def test_bytes_that_were_put_long_ago_are_forgotten(store: FolderByteStore) -> None:
    sha256 = store.put(DATA)
    assert list(store.settled()) == []
    _long_ago(store)
    assert list(store.settled()) == [sha256]
    assert store.forget(sha256)
    assert files_in(store.folder) == []


def test_bytes_that_come_again_are_not_forgotten(store: FolderByteStore) -> None:
    sha256 = store.put(DATA)
    _long_ago(store)
    listed = list(store.settled())
    store.put(DATA)
    assert [store.forget(each) for each in listed] == [False]
    assert store.get(sha256) == DATA


def test_bytes_that_were_moved_aside_by_one_who_died_are_there(store: FolderByteStore) -> None:
    sha256 = store.put(DATA)
    _long_ago(store)
    (place,) = files_in(store.folder)
    place.rename(f"{place}.0.aside")
    assert store.get(sha256) == DATA
    assert list(store.settled()) == [sha256]
    assert store.put(DATA) == sha256
    assert place.read_bytes() == DATA
    store.forget(sha256)
    assert store.get(sha256) == DATA, "the fresh ones stay, whatever lay aside"


def test_putting_and_forgetting_at_once_loses_nothing(store: FolderByteStore) -> None:
    """Two forget as fast as they can what others put; what was put is always there afterwards."""
    sha256 = store.put(DATA)
    stop = threading.Event()

    def forgets() -> None:
        while not stop.is_set():
            store.forget(sha256)

    forgetters = [threading.Thread(target=forgets) for _ in range(2)]
    for forgetter in forgetters:
        forgetter.start()
    try:
        for _ in range(200):
            with contextlib.suppress(FileNotFoundError):
                os.utime(store._place(sha256), (0, 0))
            store.put(DATA)
            assert store.get(sha256) == DATA
    finally:
        stop.set()
        for forgetter in forgetters:
            forgetter.join()
