"""Read what an installation sets through environment variables."""

import json
import os
import re
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def flag(name: str, *, default: bool) -> bool:
    """Raises ValueError on anything that is neither yes nor no."""
    word = os.environ.get(name, "").strip().lower()
    if word in {"1", "true", "yes", "on"}:
        return True
    if word in {"0", "false", "no", "off"}:
        return False
    if word:
        raise ValueError(f"{name} is {word!r}; expected yes or no.")
    return default


def number(name: str, *, default: int) -> int:
    """Raises ValueError on anything that is not a whole number from 0."""
    word = os.environ.get(name, "").strip()
    if not word:
        return default
    if not (word.isascii() and word.isdigit()):
        raise ValueError(f"{name} is {word!r}; expected a whole number.")
    return int(word)


def choice(name: str, *, among: Sequence[str], default: str) -> str:
    """Raises ValueError on anything else."""
    word = os.environ.get(name, "").strip().lower() or default
    if word not in among:
        raise ValueError(f"{name} is {word!r}; expected one of {', '.join(among)}.")
    return word


def words(name: str) -> list[str]:
    """A comma-separated list."""
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


def sentences(text: str) -> list[str]:
    """With semicolons between."""
    return [part.strip() for part in text.split(";") if part.strip()]


def streaming_url(public: str, *, port: str) -> str:
    """On this computer a port of its own; elsewhere a proxy leads there from the same address."""
    socket = f"ws{public.removeprefix('http')}"
    host = urlsplit(public).hostname or ""
    return f"ws://{host}:{port}" if host in {"localhost", "127.0.0.1"} else socket


def sign_ins_elsewhere() -> dict[str, Any]:
    """What allauth wants to know of ORCID and of institutions; raises ValueError."""
    providers: dict[str, Any] = {"openid_connect": {"APPS": _institutions()}}
    client, secret = os.environ.get("ORCID_CLIENT_ID"), os.environ.get("ORCID_CLIENT_SECRET")
    if bool(client) != bool(secret):
        raise ValueError("ORCID_CLIENT_ID and ORCID_CLIENT_SECRET go together.")
    domain = "sandbox.orcid.org" if flag("ORCID_SANDBOX", default=False) else "orcid.org"
    orcid = {"name": "ORCID", "client_id": client, "secret": secret}
    return providers | {"orcid": {"BASE_DOMAIN": domain, "APPS": [orcid] if client else []}}


def _institutions() -> list[dict[str, Any]]:
    try:
        given = json.loads(os.environ.get("OPENID_PROVIDERS") or "[]")
        return [_institution(**entry) for entry in given]
    except (TypeError, json.JSONDecodeError) as wrong:
        raise ValueError(
            "OPENID_PROVIDERS is a JSON list of objects with id, name, server, client_id, secret."
        ) from wrong


def _institution(*, id: str, name: str, server: str, client_id: str, secret: str) -> dict[str, Any]:  # noqa: A002 - what operators write
    if not re.fullmatch(r"[a-z0-9-]+", id) or id == "orcid":
        raise ValueError(
            f"OPENID_PROVIDERS: {id!r} is no id; use small letters, digits and dashes."
        )
    if not server.startswith("https://"):
        raise ValueError(f"OPENID_PROVIDERS: the server of {id} must begin with https://.")
    return {
        "provider_id": id,
        "name": name,
        "client_id": client_id,
        "secret": secret,
        "settings": {"server_url": server.rstrip("/"), "oauth_pkce_enabled": True},
    }


def data_dir(checkout: Path) -> Path:
    """DATA_DIR; else var/ of a checkout, or the person's own data where there is none."""
    given = os.environ.get("DATA_DIR")
    if given:
        return Path(given).resolve()
    if (checkout / "manage.py").exists():
        return checkout / "var"
    return Path.home() / ".local" / "share" / "corridor"


def secret_key(keep_in: Path) -> str:
    """SECRET_KEY, or else one made at the first start and kept for the next."""
    given = os.environ.get("SECRET_KEY")
    if given:
        return given
    return _kept(keep_in / "secret_key", make=lambda: secrets.token_urlsafe(50))


def encryption_keys(keep_in: Path) -> list[str]:
    """ENCRYPTION_KEYS, newest first, or else one made at the first start and kept."""
    return words("ENCRYPTION_KEYS") or [
        _kept(keep_in / "encryption_key", make=lambda: secrets.token_urlsafe(48))
    ]


def push_key(keep_in: Path) -> str:
    """VAPID_PRIVATE_KEY, or else one made at the first start and kept."""
    return os.environ.get("VAPID_PRIVATE_KEY") or _kept(keep_in / "push_key", make=new_push_key)


def new_push_key() -> str:
    """A private number of the curve P-256, as RFC 8292 has it."""
    number = ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value
    return urlsafe_b64encode(number.to_bytes(32, "big")).decode().rstrip("=")


def public_push_key(private: str) -> str:
    """What apps and browsers are told. Raises ValueError."""
    padded = private + "=" * (-len(private) % 4)
    key = ec.derive_private_key(int.from_bytes(urlsafe_b64decode(padded), "big"), ec.SECP256R1())
    point = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return urlsafe_b64encode(point).decode().rstrip("=")


def _kept(path: Path, *, make: Callable[[], str]) -> str:
    """Written whole and then given its name, so that processes that start together agree."""
    if not path.exists():
        own = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
        with os.fdopen(os.open(own, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w") as file:
            file.write(make())
        with suppress(FileExistsError):  # another process was first
            path.hardlink_to(own)
        own.unlink()
    return path.read_text()


def help_lines(text: str) -> list[tuple[str, str, str, str]]:
    """`GB|Staff support|Extension 1234|https://trust.example/support; ...`"""
    lines = [line.strip() for line in text.split(";")]
    found = [tuple(part.strip() for part in line.split("|")) for line in lines if line]
    for line in found:
        if len(line) != len(("country", "name", "how", "address")) or not line[3].startswith(
            "https://"
        ):
            raise ValueError(
                f"HELP_LINES is not country|name|how|https://address: {'|'.join(line)}"
            )
    return [(country.upper(), words, how, url) for country, words, how, url in found]
