"""`corridor serve`: pages, what happens in the background, and what apps are told live.

Started and ended together; `--only` starts one, where each has a machine or a unit of its own.
Together, processes for pages and for streams are forked from one that has loaded everything, so
that they share what they do not change; that one watches over them and does what happens in the
background.
"""

import argparse
import errno
import os
import signal
import socket
import sys
import threading
from importlib import import_module
from typing import NoReturn

from django.conf import settings
from django.db import DatabaseError, connections
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.cli import parts
from corridor.cli.preloading import preload

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
    parser.add_argument(
        "--streaming-port",
        type=port_number,
        default=os.environ.get("STREAMING_PORT") or None,
        help=_("where apps hear what is new; otherwise the port after --port"),
    )
    parser.add_argument(
        "--only", choices=["web", "worker", "streaming"], help=_("start this part alone")
    )
    parser.add_argument(
        "--demo",
        action="store_true",
        help=_("first make ready what is missing, with a demo where one is fitting"),
    )
    parser.add_argument("--forking", action="store_true", help=argparse.SUPPRESS)


def port_number(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= len("65535") else 0
    if not 1 <= number <= LAST_PORT:
        message = _("“%(text)s” is no port; a number from 1 to %(last)d is expected, as in 8123")
        raise argparse.ArgumentTypeError(message % {"text": text, "last": LAST_PORT})
    return number


def run(args: argparse.Namespace) -> int:
    args.streaming_port = args.streaming_port or args.port % LAST_PORT + 1
    ways = {"web": _web, "worker": _worker, "streaming": _streaming}
    return ways.get(args.only, _everything)(args)


def _everything(args: argparse.Namespace) -> int:
    refusal = _refusal(args.host, args.port)
    if refusal:
        print(refusal, file=sys.stderr)
        return 1
    if not args.forking:
        _begin_anew(args)
    if args.demo and (status := _make_ready()):
        return status
    preload()
    return _serve_together(args)


def _serve_together(args: argparse.Namespace) -> int:
    from corridor.cli.together import serve_together  # noqa: PLC0415 - help needs no site

    _check_database()
    served = [parts.pages(args)]
    if _refusal(args.host, args.streaming_port):
        says = _("Port %(port)d is in use: nothing is told live. STREAMING_PORT chooses another.")
        print(says % {"port": args.streaming_port}, file=sys.stderr)
    else:
        served.append(parts.streams(args))
    address = f"http://localhost:{args.port}"
    settings.SERVED_AT.write_text(address)
    print(_("Corridor is on %(address)s; Ctrl+C stops it.") % {"address": address}, flush=True)
    return serve_together(served, threads=max(1, args.threads))


def _begin_anew(args: argparse.Namespace) -> NoReturn:
    """With the settings of the installation, which read the ports from the environment."""
    words = ["serve", "--forking", "--host", args.host, "--port", str(args.port)]
    words += ["--streaming-port", str(args.streaming_port)]
    words += ["--workers", str(args.workers), "--threads", str(args.threads)]
    words += ["--demo"] if args.demo else []
    ports = {"PORT": str(args.port), "STREAMING_PORT": str(args.streaming_port)}
    # A heap for each thread, and for no more of them than the processes have at work: what one asks
    # for would otherwise fill gaps in what is shared, and all around each gap would be copied.
    os.environ.setdefault("MALLOC_ARENA_MAX", "8")
    command = [sys.executable, "-m", "corridor.cli.main", *words]
    sys.stdout.flush()
    os.execve(sys.executable, command, os.environ | ports)  # noqa: S606 - our own command


def _make_ready() -> int:
    preparing = import_module("corridor.config.preparing")  # which stands above us
    return int(preparing.make_ready_where_needed(with_demo=True))


def _web(args: argparse.Namespace) -> int:
    return _serve_alone(parts.pages(args))


def _streaming(args: argparse.Namespace) -> int:
    return _serve_alone(parts.streams(args))


def _serve_alone(part: parts.Part) -> int:
    from corridor.cli.together import serve_alone  # noqa: PLC0415 - a worker needs no web server

    refusal = _refusal(part.host, part.port)
    if refusal:
        print(refusal, file=sys.stderr)
        return 1
    preload()
    serve_alone(part)
    return 0


def _worker(args: argparse.Namespace) -> int:
    from corridor.background.worker import Worker  # noqa: PLC0415 - help needs no site

    _check_database()
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
    from corridor.background.tasks_kept import living_workers  # noqa: PLC0415 - the worker alone

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
