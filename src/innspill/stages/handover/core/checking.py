"""Checking a package: is everything on its list there, unchanged, and nothing else?"""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib
from typing import Any

from innspill.shared.errors import BadInput
from innspill.shared.values import sha256_of
from innspill.stages.handover.core.package import MANIFEST, SUMS
from innspill.stages.handover.core.values import Fault

LINE = re.compile(r"([0-9a-f]{64})  (.+)")


def check_package(data: bytes) -> tuple[Fault, ...]:
    """What is wrong with the package `data`; nothing where all is as listed.

    Both lists are held against the files. Raises BadInput where `data` is no ZIP.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            contents, faults = _unpacked(archive)
    except zipfile.BadZipFile as error:
        raise BadInput(
            f"this is not a ZIP file ({error})", todo="Give the package as it was made."
        ) from error
    return (*faults, *_against_sums(contents), *_against_manifest(contents))


def _unpacked(archive: zipfile.ZipFile) -> tuple[dict[str, bytes], list[Fault]]:
    contents: dict[str, bytes] = {}
    faults = []
    for entry in archive.infolist():
        if entry.filename in contents:
            faults.append(Fault(entry.filename, "stands in the package twice"))
            continue
        try:
            contents[entry.filename] = archive.read(entry)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError) as error:
            contents[entry.filename] = b""
            faults.append(Fault(entry.filename, f"cannot be read: {error}"))
    return contents, faults


def _against_sums(contents: dict[str, bytes]) -> list[Fault]:
    if SUMS not in contents:
        return [Fault(SUMS, "is missing")]
    listed: dict[str, str] = {}
    faults = []
    for line in contents[SUMS].decode("utf-8", "replace").splitlines():
        found = LINE.fullmatch(line)
        if found is None:
            faults.append(Fault(SUMS, f"has a line that is no checksum: {line[:80]}"))
        else:
            listed[found[2]] = found[1]
    for path, digest in listed.items():
        faults.extend(_held_against(contents, path, digest))
    faults.extend(
        Fault(path, "is not on the list") for path in contents if path not in {*listed, SUMS}
    )
    return faults


def _held_against(contents: dict[str, bytes], path: str, digest: object) -> list[Fault]:
    if path not in contents:
        return [Fault(path, "is missing")]
    if sha256_of(contents[path]) != digest:
        return [Fault(path, "is changed: its SHA-256 is another")]
    return []


def _against_manifest(contents: dict[str, bytes]) -> list[Fault]:
    if MANIFEST not in contents:
        return [Fault(MANIFEST, "is missing")]
    try:
        manifest: dict[str, Any] = json.loads(contents[MANIFEST])
        files = [(str(line["path"]), line["sha256"], line["size"]) for line in manifest["files"]]
        arrived = {str(line["path"]) for line in manifest["originals"]}
    except (ValueError, KeyError, TypeError):
        return [Fault(MANIFEST, "cannot be read as a manifest")]
    faults = [fault for path, digest, _ in files for fault in _held_against(contents, path, digest)]
    listed = {path for path, _, _ in files}
    unlisted = set(contents) - listed - {MANIFEST, SUMS}
    faults.extend(Fault(path, f"is not in {MANIFEST}") for path in sorted(unlisted))
    faults.extend(
        Fault(path, f"has another size than {MANIFEST} says")
        for path, _, size in files
        if path in contents and len(contents[path]) != size
    )
    faults.extend(Fault(path, "arrived but is missing") for path in sorted(arrived - listed))
    return faults
