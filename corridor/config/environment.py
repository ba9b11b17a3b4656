"""Read what an installation sets through environment variables."""

import os
import secrets
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
    path = keep_in / "secret_key"
    try:
        mine_alone = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode=0o600)
    except FileExistsError:
        return path.read_text()
    key = secrets.token_urlsafe(50)
    with os.fdopen(mine_alone, "w") as file:
        file.write(key)
    return key
