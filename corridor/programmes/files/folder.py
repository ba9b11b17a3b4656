"""A folder of results that is there whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, suppress
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


class NotWritten(Exception):
    """``str`` says why; the folder is as it was."""


class FolderInUse(NotWritten):
    """Something else than results of ours is or would be in the way."""


def refuse_folder_in_use(folder: Path, *, force: bool) -> None:
    """Raises FolderInUse."""
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
    """Everything is written beside the folder first and then moved in. Raises NotWritten."""
    refuse_folder_in_use(folder, force=force)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh = _beside(folder)
        try:
            _write(fresh, writers)
            _move_in(fresh, folder)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    except OSError as error:
        text = _("Nothing was written to %(path)s: %(reason)s.")
        reason = error.strerror or type(error).__name__
        raise NotWritten(text % {"path": folder, "reason": reason}) from error


def _beside(folder: Path) -> Path:
    return Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))


def _write(fresh: Path, writers: Mapping[str, Writer]) -> None:
    for name, write in writers.items():
        with (fresh / name).open("wb") as stream:
            write(stream)
    fresh.chmod(0o755 & ~_umask())


def _move_in(fresh: Path, folder: Path) -> None:
    """The results of before are kept until the new ones stand in their place."""
    if not folder.exists():
        fresh.rename(folder)
        return
    former = _beside(folder)
    try:
        _move_all(_exchange(fresh, folder, former))
    except BaseException:
        with suppress(OSError):
            former.rmdir()  # not where something could not be put back
        raise
    shutil.rmtree(former, ignore_errors=True)


def _exchange(fresh: Path, folder: Path, former: Path) -> list[tuple[Path, Path]]:
    """The whole folder at once where it holds nothing else, else file by file."""
    present = [entry.name for entry in folder.iterdir()]
    if OURS.issuperset(present):
        return [(folder, former / folder.name), (fresh, folder)]
    return [
        *((folder / name, former / name) for name in sorted(OURS.intersection(present))),
        *((entry, folder / entry.name) for entry in sorted(fresh.iterdir())),
    ]


def _move_all(moves: Sequence[tuple[Path, Path]]) -> None:
    """Where one fails, those before it are taken back."""
    with ExitStack() as moved:
        for path, target in moves:
            path.rename(target)
            moved.callback(target.rename, path)
        moved.pop_all()


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
