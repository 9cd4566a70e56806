"""Whom a request comes from: the other end of the line, or whom a proxy that we know asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Network = IPv4Network | IPv6Network
Address = IPv4Address | IPv6Address
_MOST_HOPS = 20


@dataclass(frozen=True, slots=True)
class Client:
    """The address that a request is counted under; whether it is one sender's own."""

    address: str
    is_known: bool


def networks_of(listed: Sequence[str]) -> tuple[Network, ...]:
    """The networks of a setting such as "127.0.0.1, 10.0.0.0/8". Raises ValueError."""
    return tuple(ip_network(each.strip(), strict=False) for each in listed if each.strip())


def client_of(environ: Mapping[str, object], proxies: Sequence[Network]) -> Client:
    """Who sent a request. X-Forwarded-For is believed from `proxies` alone, from its end on.

    Not known is who comes from this machine, or, where no proxies are named, says that one brought
    them: everybody would have that address. IPv6 is counted by /64, which is one household's.
    """
    near = _address(str(environ.get("REMOTE_ADDR", "")))
    forwarded = str(environ.get("HTTP_X_FORWARDED_FOR", ""))
    if near is None:
        return Client("", is_known=False)
    if not _among(near, proxies):
        # Where the proxies are named, whoever comes past them with such a header has written it.
        is_behind_one = bool(forwarded) and not proxies
        return Client(_counted(near), is_known=not (near.is_loopback or is_behind_one))
    for hop in reversed(forwarded.split(",")[-_MOST_HOPS:]):
        far = _address(hop.strip())
        if far is None:
            break
        near = far
        if not _among(far, proxies):
            return Client(_counted(far), is_known=True)
    return Client(_counted(near), is_known=False)


def _address(text: str) -> Address | None:
    try:
        found = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found


def _among(address: Address, networks: Sequence[Network]) -> bool:
    return any(address in network for network in networks)


def _counted(address: Address) -> str:
    if isinstance(address, IPv6Address):
        return str(ip_network((address, 64), strict=False))
    return str(address)
