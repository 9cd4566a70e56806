"""Every address of open data, filled in, and all that a stranger can fetch from them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from django.test import Client

from innspill.interfaces.api.places import PLACES
from innspill.stages.consultations.queries import ConsultationShown

ENGINES = ("/robots.txt", "/sitemap.xml", "/sitemap/sider.xml", "/api/", "/api/openapi.json")


def filled(path: str, hearing: ConsultationShown, *, number: int = 1, name: str = "") -> str:
    """The address with what stands in braces filled in."""
    values = {"slug": hearing.slug, "number": str(number), "name": name or "tindvang-kommune"}
    return re.sub(r"\{(\w+)\}", lambda found: values[found[1]], path)


def every(hearing: ConsultationShown) -> list[str]:
    """Every address about the hearing or about all, lists for search engines too."""
    about = [filled(place.path, hearing) for place in PLACES]
    return [*about, *ENGINES, f"/sitemap/horinger/{hearing.slug}.xml"]


def body(response: object) -> bytes:
    """The bytes of an answer, streamed or not."""
    if getattr(response, "streaming", False):
        return b"".join(response.streaming_content)  # type: ignore[attr-defined]
    return bytes(response.content)  # type: ignore[attr-defined]


def unpacked(data: bytes) -> dict[str, bytes]:
    """The files of a ZIP."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def everything(client: Client, hearing: ConsultationShown) -> Iterator[tuple[str, str]]:
    """All that the addresses give, as text, each file of a ZIP by itself; also single responses."""
    numbers = [f"/api/v1/hearings/{hearing.slug}/responses/{n}.json" for n in range(1, 12)]
    for address in [*every(hearing), *numbers]:
        response = client.get(address)
        data = body(response)
        yield f"{address} (headers)", str(response.headers)
        if address.endswith(".zip") and response.status_code == 200:
            for name, inside in unpacked(data).items():
                yield f"{address}!{name}", name + inside.decode("utf-8", "replace")
        else:
            yield address, data.decode()
