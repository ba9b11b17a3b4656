"""`corridor serve`: pages, what happens in the background, and what apps are told live.

Three kinds of processes, started and ended together; `--only` starts one, where each has a
machine or a unit of its own. Together they are forked from one process that has loaded
everything, so that they share what they do not change.
"""

import argparse
import errno
import os
import signal
import socket
import sys
import threading
from dataclasses import dataclass
from importlib import import_module
from typing import Any, NoReturn

from django.conf import settings
from django.db import DatabaseError, connections
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.cli.children import Children
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
    parts = {"web": _web, "worker": _worker, "streaming": _streaming}
    return parts.get(args.only, _everything)(args)


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
    children = Children()
    children.start("serve --only web", _web, args)
    children.start("serve --only worker", _worker, args)
    if _refusal(args.host, args.streaming_port):
        says = _("Port %(port)d is in use: nothing is told live. STREAMING_PORT chooses another.")
        print(says % {"port": args.streaming_port}, file=sys.stderr)
    else:
        children.start("serve --only streaming", _streaming, args)
    address = f"http://localhost:{args.port}"
    settings.SERVED_AT.write_text(address)
    print(_("Corridor is on %(address)s; Ctrl+C stops it.") % {"address": address}, flush=True)
    return children.wait()


def _begin_anew(args: argparse.Namespace) -> NoReturn:
    """With the settings of the installation, which read the ports from the environment."""
    words = ["serve", "--forking", "--host", args.host, "--port", str(args.port)]
    words += ["--streaming-port", str(args.streaming_port)]
    words += ["--workers", str(args.workers), "--threads", str(args.threads)]
    words += ["--demo"] if args.demo else []
    ports = {"PORT": str(args.port), "STREAMING_PORT": str(args.streaming_port)}
    # One heap for all threads of a process: several would each keep what they once needed.
    os.environ.setdefault("MALLOC_ARENA_MAX", "1")
    command = [sys.executable, "-m", "corridor.cli.main", *words]
    sys.stdout.flush()
    os.execve(sys.executable, command, os.environ | ports)  # noqa: S606 - our own command


def _make_ready() -> int:
    preparing = import_module("corridor.config.preparing")  # which stands above us
    return int(preparing.make_ready_where_needed(with_demo=True))


def _web(args: argparse.Namespace) -> int:
    how = Serving(
        target="corridor.config.wsgi:application",
        interface="wsgi",
        options={
            "workers": args.workers,
            "blocking_threads": 4,
            "backpressure": 64,
            "websockets": False,
        },
    )
    return _serve(how, args.host, args.port)


def _streaming(args: argparse.Namespace) -> int:
    """One process that holds many connections open."""
    how = Serving(
        target="corridor.config.asgi:application",
        interface="asginl",
        options={
            "workers": 1,
            "backpressure": 10_000,
            "websockets": True,
            "workers_kill_timeout": 2,  # streams have no end of their own
        },
    )
    return _serve(how, args.host, args.streaming_port)


@dataclass(frozen=True, kw_only=True)
class Serving:
    target: str
    interface: str
    options: dict[str, Any]


def _serve(how: Serving, host: str, port: int) -> int:
    from granian import Granian  # noqa: PLC0415 - a worker needs no web server
    from granian.constants import Interfaces  # noqa: PLC0415
    from granian.log import LogLevels  # noqa: PLC0415

    refusal = _refusal(host, port)
    if refusal:
        print(refusal, file=sys.stderr)
        return 1
    preload()  # where it is a part alone
    server = Granian(
        how.target,
        address=host,
        port=port,
        interface=Interfaces(how.interface),
        log_level=LogLevels.warning,
        **how.options,
    )
    server.serve()
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
