"""`corridor prepare`: what must be there before anybody is served.

Fonts and icons, static files, tables, and for `--demo` a community to try things out with. What is
there already is left alone, and to find that out takes no time: `corridor serve --demo` asks at
each start.
"""

import argparse
import hashlib
import subprocess
import sys
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.cli.migrate import bring_up_to_date
from corridor.demo import command as demo
from corridor.web.management.commands import build_assets

NAME = "prepare"
HELP = gettext_lazy("Make ready what serving needs: fonts, icons, static files, the database.")
INTERRUPTED = 130


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--demo", action="store_true", help=_("and a demo community, where one is fitting")
    )


def run(args: argparse.Namespace) -> int:
    try:
        return _make_ready(with_demo=args.demo)
    except KeyboardInterrupt:
        return INTERRUPTED
    except DatabaseError as error:
        print(_("The database cannot be used: %(reason)s") % {"reason": error}, file=sys.stderr)
        return 1


def make_ready_where_needed(*, with_demo: bool) -> int:
    """By a process of its own: whoever serves should not hold what that loads."""
    words = ["--demo"] if with_demo else []
    try:
        if not _is_ready(with_demo=with_demo):
            command = [sys.executable, "-m", "corridor.cli.main", NAME, *words]
            return subprocess.run(command, check=False).returncode  # noqa: S603 - our own command
        if with_demo:
            demo.say_why_none()
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        connection.close()
    return 0


def _is_ready(*, with_demo: bool) -> bool:
    try:
        return (
            not _is_migration_missing()
            and build_assets.is_built()
            and _is_collected()
            and not (with_demo and demo.is_missing())
        )
    except DatabaseError:  # whoever makes it ready says why
        return False


def _make_ready(*, with_demo: bool) -> int:
    if _is_migration_missing():
        print(_("Bringing the database up to date ..."), flush=True)
        bring_up_to_date(verbosity=0)
    if not build_assets.is_built():
        call_command("build_assets")
    if not _is_collected():
        print(_("Gathering static files ..."), flush=True)
        call_command("collectstatic", interactive=False, verbosity=0)
        _gathered().write_text(_static_files())
    return demo.seed(is_optional=True) if with_demo else 0


def _is_collected() -> bool:
    return _gathered().exists() and _gathered().read_text() == _static_files()


def _gathered() -> Path:
    """Lies among what it is about, so that it goes when that goes."""
    return Path(settings.STATIC_ROOT) / "recipe"


def _static_files() -> str:
    """Changes whenever one of them does."""
    found = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            about = Path(storage.path(name)).stat()
            found.update(f"{name} {about.st_size} {about.st_mtime_ns}\n".encode())
    return found.hexdigest()


def _is_migration_missing() -> bool:
    """By their names: to load them all takes longer than to start."""
    there = {
        (app.label, path.stem)
        for app in apps.get_app_configs()
        for path in Path(app.path, "migrations").glob("[!_~]*.py")
    }
    return not there <= MigrationRecorder(connection).applied_migrations().keys()
