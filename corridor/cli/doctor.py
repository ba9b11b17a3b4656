"""`corridor doctor`: is this installation set up? A sentence about each thing that can be wrong."""

import argparse
from collections.abc import Callable, Iterator
from datetime import timedelta
from secrets import token_hex

import httpx
from django.conf import settings
from django.core.cache import cache
from django.core.checks import ERROR, run_checks
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.mail import get_connection, send_mail
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from PIL import Image
from redis import RedisError

from corridor.posts import finders

NAME = "doctor"
HELP = gettext_lazy("Check settings, database, cache, media folder and mail.")


TOO_LONG = timedelta(hours=1)
SOON = 5
"""Seconds."""


class Wrong(Exception):
    """The sentence is its only argument."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--mail-to", metavar="ADDRESS", help=_("send a mail there"))


def run(args: argparse.Namespace) -> int:
    wrong = 0
    for check in _checks(args.mail_to):
        try:
            print(_("fine   %(says)s") % {"says": check()})
        except Wrong as found:
            wrong += 1
            print(_("WRONG  %(says)s") % {"says": found})
    return 1 if wrong else 0


def _checks(mail_to: str | None) -> Iterator[Callable[[], str]]:
    yield from (_settings, _address, _database, _migrations, _cache, _media, _worker, _streaming)
    yield _desk
    yield _pictures
    yield _mail_server
    if mail_to:
        yield lambda: _mail(mail_to)


def _pictures() -> str:
    """Nothing is wrong without them: authors are asked to look themselves."""
    try:
        seen = finders.look(Image.new("RGB", (64, 64)))
    except (finders.ModelIsAnother, finders.NetFailed) as failed:
        raise Wrong(
            _("Pictures cannot be looked at: install requirements/ocr.txt and faces.txt anew.")
        ) from failed
    if seen.faces is None and seen.written is None:
        return _("Nobody looks for faces and writing in pictures: authors are asked to.")
    if seen.faces is None:
        return _("Pictures are looked at for writing, not for faces.")
    if seen.written is None:
        return _("Pictures are looked at for faces, not for writing.")
    return _("Pictures are looked at for faces and writing.")


def _settings() -> str:
    found = [str(one.msg) for one in run_checks() if one.level >= ERROR]
    if found:
        raise Wrong(_("Settings: %(first)s") % {"first": found[0]})
    if settings.DEBUG and settings.PUBLIC_URL.startswith("https"):
        raise Wrong(_("DEBUG is on, on a server that others reach: it shows them what fails."))
    return _("The settings can be read.")


def _address() -> str:
    url = settings.PUBLIC_URL
    if url.startswith("https://"):
        return _("People reach it at %(url)s.") % {"url": url}
    if "//localhost" in url or "//127.0.0.1" in url:
        return _("PUBLIC_URL is %(url)s: only this computer reaches it.") % {"url": url}
    raise Wrong(_("PUBLIC_URL is %(url)s, without https: passwords travel open.") % {"url": url})


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        raise Wrong(_("The database does not answer: %(error)s") % {"error": error}) from error
    return _("The database answers (%(vendor)s).") % {"vendor": connection.vendor}


def _migrations() -> str:
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        raise Wrong(_("Whether the database is up to date cannot be seen.")) from error
    if missing:
        says = _("The database lacks %(count)d changes; `corridor migrate` makes them.")
        raise Wrong(says % {"count": len(missing)})
    return _("The database is up to date.")


def _cache() -> str:
    key, word = f"doctor:{token_hex(4)}", token_hex(4)
    try:
        cache.set(key, word, timeout=10)
        is_kept = cache.get(key) == word
    except (OSError, RedisError) as error:
        raise Wrong(_("The cache does not answer: %(error)s") % {"error": error}) from error
    if not is_kept:
        raise Wrong(_("The cache forgets what it is told."))
    if settings.REDIS_URL:
        return _("The cache answers.")
    return _("Each process has a cache of its own; with several, set REDIS_URL.")


def _media() -> str:
    name = f"doctor-{token_hex(4)}"
    try:
        kept = default_storage.save(name, ContentFile(b"here"))
        default_storage.delete(kept)
    except OSError as error:
        raise Wrong(
            _("The media folder cannot be written: %(error)s") % {"error": error}
        ) from error
    return _("The media folder can be written.")


def _worker() -> str:
    from corridor.background import tasks_kept  # noqa: PLC0415 - help needs no site

    now = timezone.now()
    try:
        living = tasks_kept.living_workers(now=now)
        since = tasks_kept.waiting_since(now=now)
    except DatabaseError as error:
        raise Wrong(_("Whether a worker runs cannot be seen.")) from error
    if living and (since is None or now - since < TOO_LONG):
        return _("A worker runs.")
    if living:
        raise Wrong(_("A worker runs, but something has waited for it for an hour."))
    if since is None:
        return _("No worker runs now, and nothing waits for one; `corridor serve` starts one.")
    raise Wrong(_("No worker runs, and mails wait for one; `corridor serve` starts it."))


def _streaming() -> str:
    """As apps reach it, through whatever stands in front."""
    live = f"http{settings.STREAMING_URL.removeprefix('ws')}/api/v1/streaming/health"
    if _answers(live):
        return _("Apps are told live what is new.")
    if not _answers(f"{settings.PUBLIC_URL}/health"):
        return _("Nothing is served now; `corridor serve` starts it.")
    says = _("Pages are served, but nothing is told live: %(url)s does not answer.")
    raise Wrong(says % {"url": live})


def _answers(url: str) -> bool:
    try:
        return httpx.get(url, timeout=SOON).text == "OK"
    except (httpx.HTTPError, httpx.InvalidURL):
        return False


def _desk() -> str:
    from corridor.safety import queries  # noqa: PLC0415 - the help needs no site

    try:
        found = queries.verify()
    except DatabaseError as error:
        raise Wrong(_("The log of the moderators' desk cannot be read.")) from error
    if found.broken_at is not None:
        raise Wrong(
            _("Log of the moderators' desk: line %(number)d is not as it was written.")
            % {"number": found.broken_at}
        )
    if not settings.DESK_SECOND_STEP and settings.PUBLIC_URL.startswith("https"):
        raise Wrong(
            _("DESK_SECOND_STEP is off: a password alone opens what people say in confidence.")
        )
    said = {"number": found.entries, "digest": found.last_digest[:16] or "-"}
    return _("Log of the moderators' desk: %(number)d lines, the last is %(digest)s") % said


def _mail_server() -> str:
    if not settings.EMAIL_HOST and settings.PUBLIC_URL.startswith("https"):
        raise Wrong(_("No EMAIL_HOST: nobody gets a mail, so nobody can join."))
    if not settings.EMAIL_HOST:
        return _("No EMAIL_HOST: mails are written to the terminal, nobody gets one.")
    try:
        with get_connection():
            pass
    except OSError as error:  # what smtplib raises is one, too
        says = _("The mail server %(host)s does not take us: %(error)s")
        raise Wrong(says % {"host": settings.EMAIL_HOST, "error": error}) from error
    return _("The mail server %(host)s takes us.") % {"host": settings.EMAIL_HOST}


def _mail(address: str) -> str:
    try:
        send_mail(
            _("Mail from Corridor arrives"),
            _("Somebody ran `corridor doctor` to see whether it does."),
            None,
            [address],
        )
    except OSError as error:
        says = _("No mail went to %(address)s: %(error)s")
        raise Wrong(says % {"address": address, "error": error}) from error
    return _("A mail to %(address)s is on its way.") % {"address": address}
