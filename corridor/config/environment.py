"""Read what an installation sets through environment variables."""

import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


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


def words(name: str) -> list[str]:
    """A comma-separated list."""
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


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
