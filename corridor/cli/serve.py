"""`corridor serve`: pages, and what happens in the background.

Two kinds of processes, started and ended together; `--only` starts one, where each has a
machine or a unit of its own.
"""

import argparse
import errno
import os
import signal
import socket
import sys
import threading

from django.db import DatabaseError, connections
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.cli.children import Children, end_with

NAME = "serve"
LAST_PORT = 65_535
SUGGESTED = 8123
HELP = gettext_lazy("Serve Corridor on this computer.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1")
    # A text as a default is read like one that is typed, and refused in the same words.
    parser.add_argument("--port", type=port_number, default=os.environ.get("PORT") or "8000")
    parser.add_argument("--workers", type=int, default=1, help=_("processes for pages"))
    parser.add_argument(
        "--threads", type=int, default=2, help=_("things the worker does at the same time")
    )
    parser.add_argument("--only", choices=["web", "worker"], help=_("start this part alone"))
    parser.add_argument("--with", dest="parent", type=int, help=argparse.SUPPRESS)


def port_number(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= len("65535") else 0
    if not 1 <= number <= LAST_PORT:
        message = _("“%(text)s” is no port; a number from 1 to %(last)d is expected, as in 8123")
        raise argparse.ArgumentTypeError(message % {"text": text, "last": LAST_PORT})
    return number


def run(args: argparse.Namespace) -> int:
    if args.parent:
        end_with(args.parent)
    parts = {"web": _web, "worker": _worker}
    return parts.get(args.only, _everything)(args)


def _everything(args: argparse.Namespace) -> int:
    refusal = _refusal(args.host, args.port)
    if refusal:
        print(refusal, file=sys.stderr)
        return 1
    _check_database()
    children = Children(os.environ | {"PORT": str(args.port)})
    where = ("--host", args.host, "--port", str(args.port))
    children.start("serve", "--only", "web", *where, "--workers", str(args.workers))
    children.start("serve", "--only", "worker", "--threads", str(args.threads))
    address = f"http://localhost:{args.port}"
    print(_("Corridor is on %(address)s; Ctrl+C stops it.") % {"address": address}, flush=True)
    return children.wait()


def _web(args: argparse.Namespace) -> int:
    from granian import Granian  # noqa: PLC0415 - a worker needs no web server
    from granian.constants import Interfaces  # noqa: PLC0415
    from granian.log import LogLevels  # noqa: PLC0415

    refusal = _refusal(args.host, args.port)
    if refusal:
        print(refusal, file=sys.stderr)
        return 1
    server = Granian(
        "corridor.config.wsgi:application",
        address=args.host,
        port=args.port,
        interface=Interfaces.WSGI,
        workers=args.workers,
        blocking_threads=4,
        backpressure=64,
        websockets=False,
        log_level=LogLevels.warning,
    )
    server.serve()
    return 0


def _worker(args: argparse.Namespace) -> int:
    from corridor.background.worker import Worker  # noqa: PLC0415 - help needs no site

    worker = Worker(threads=max(1, args.threads))
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: worker.stop())
    # Waiting for a thread inside a thread would keep signals waiting, too.
    running = threading.Thread(target=worker.run)
    running.start()
    while running.is_alive():
        running.join(timeout=0.5)
    return 0


def _check_database() -> None:
    from corridor.background.tasks_kept import living_workers  # noqa: PLC0415 - help needs no site

    try:
        living_workers(now=timezone.now())
    except DatabaseError:
        print(_("The database is not ready; `corridor migrate` makes it so."), file=sys.stderr)
    connections.close_all()


def _refusal(host: str, port: int) -> str:
    """Why nothing can listen there, as a sentence; empty if something can."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return _("Port %(port)d is in use; choose another: PORT=%(other)d make run.") % {
                    "port": port,
                    "other": SUGGESTED if port != SUGGESTED else SUGGESTED + 1,
                }
            return _("Cannot listen on %(host)s, port %(port)d: %(reason)s.") % {
                "host": host,
                "port": port,
                "reason": error.strerror,
            }
    return ""
