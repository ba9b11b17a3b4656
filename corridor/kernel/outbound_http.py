"""The one door through which the server asks other servers: nothing inside is reached by it.

Addresses come from people, so they are hostile: only https to the public internet, on the
usual port, to the address that was checked, without redirects, little and quickly.
"""

import ipaddress
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    import httpx

SECONDS = 8.0
MOST_BYTES = 1_000_000
AGENT = "Corridor"
OK = 200


class NotReached(Exception):
    """The other server refused, failed, was too slow or said too much."""


class AddressNotAllowed(NotReached):
    """It is no https address of the public internet."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    code: int
    text: str


def fetch(url: str, *, accept: str = "text/html") -> Answer:
    """Raises NotReached."""
    return _ask("GET", url, {"Accept": accept})


def post(url: str, *, body: bytes, headers: Mapping[str, str]) -> Answer:
    """Raises NotReached."""
    return _ask("POST", url, headers, body)


def check_address(url: str) -> None:
    """Whether it may be asked at all, as far as it says so itself. Raises AddressNotAllowed."""
    _host(url)


def _ask(method: str, url: str, headers: Mapping[str, str], body: bytes | None = None) -> Answer:
    import httpx  # noqa: PLC0415 - most processes never ask anybody

    host = _host(url)
    address = _public_address(host)
    transport = httpx.HTTPTransport(retries=0)
    try:
        with httpx.Client(transport=transport, timeout=SECONDS, follow_redirects=False) as client:
            request = client.build_request(
                method,
                httpx.URL(url).copy_with(host=address),
                headers={
                    **headers,
                    "Host": host,
                    "Accept-Encoding": "identity",
                    "User-Agent": AGENT,
                },
                content=body,
                extensions={"sni_hostname": host},
            )
            return _read(client, request)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise NotReached(type(error).__name__) from error


def _read(client: "httpx.Client", request: "httpx.Request") -> Answer:
    response = client.send(request, stream=True)
    try:
        body = b""
        for chunk in response.iter_bytes():
            body += chunk
            if len(body) > MOST_BYTES:
                raise NotReached("too much")
        return Answer(
            code=response.status_code, text=body.decode(response.encoding or "utf-8", "replace")
        )
    finally:
        response.close()


def _host(url: str) -> str:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise AddressNotAllowed(url) from error
    if parts.scheme != "https" or not parts.hostname or port not in {None, 443}:
        raise AddressNotAllowed(url)
    if parts.username or parts.password:
        raise AddressNotAllowed(url)
    return parts.hostname


def _public_address(host: str) -> str:
    """The address that is asked is the one that was checked: a name may change in between."""
    try:
        found = socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)
    except OSError as error:
        raise NotReached("no such host") from error
    addresses = [str(entry[4][0]) for entry in found]
    for address in addresses:
        if not ipaddress.ip_address(address).is_global:
            raise AddressNotAllowed(host)
    return addresses[0]
