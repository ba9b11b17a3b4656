"""A folder of results that is there whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

MATCHES = "matches.csv"
MATCHES_JSON = "matches.json"
UNMATCHED = "unmatched.csv"
CERTIFICATE = "certificate.json"
REPORT = "report.html"
OURS = frozenset({MATCHES, MATCHES_JSON, UNMATCHED, CERTIFICATE, REPORT})

Writer = Callable[[BinaryIO], None]


class FolderInUse(Exception):
    """``str`` says why nothing was written."""


def refuse_folder_in_use(folder: Path, *, force: bool) -> None:
    """Raises FolderInUse where something else than results of ours is or would be in the way."""
    if folder.exists() and not folder.is_dir():
        raise FolderInUse(_("%(path)s is a file, and a folder is needed.") % {"path": folder})
    if force or not folder.exists():
        return
    others = sorted(entry.name for entry in folder.iterdir() if entry.name not in OURS)
    if others:
        raise FolderInUse(
            _("%(path)s holds other things (%(others)s). Choose another folder, or add --force.")
            % {"path": folder, "others": ", ".join(others[:3])}
        )


def write_folder(folder: Path, writers: Mapping[str, Writer], *, force: bool = False) -> None:
    """Everything is written beside the folder first and then moved in. Raises FolderInUse."""
    refuse_folder_in_use(folder, force=force)
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for name, write in writers.items():
            with (fresh / name).open("wb") as stream:
                write(stream)
        fresh.chmod(0o755 & ~_umask())
        _move_in(fresh, folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _move_in(fresh: Path, folder: Path) -> None:
    if not folder.exists():
        fresh.rename(folder)
        return
    if any(entry.name not in OURS for entry in folder.iterdir()):
        for entry in sorted(fresh.iterdir()):
            entry.replace(folder / entry.name)
        return
    former = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    folder.rename(former / "former")
    fresh.rename(folder)
    shutil.rmtree(former)


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
