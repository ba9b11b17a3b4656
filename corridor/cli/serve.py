"""`corridor serve`: the web server, on one port."""

import argparse
import errno
import os
import socket
import sys

from django.db import DatabaseError, connections
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from corridor.cli import purge

NAME = "serve"
LAST_PORT = 65_535
SUGGESTED = 8123
HELP = gettext_lazy("Serve Corridor on this computer.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1")
    # A text as a default is read like one that is typed, and refused in the same words.
    parser.add_argument("--port", type=port_number, default=os.environ.get("PORT", "8000"))
    parser.add_argument("--workers", type=int, default=1)


def port_number(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= len("65535") else 0
    if not 1 <= number <= LAST_PORT:
        message = _("“%(text)s” is no port; a number from 1 to %(last)d is expected, as in 8123")
        raise argparse.ArgumentTypeError(message % {"text": text, "last": LAST_PORT})
    return number


def run(args: argparse.Namespace) -> int:
    refusal = _refusal(args.host, args.port)
    if refusal:
        print(refusal, file=sys.stderr)
        return 1
    _complete_departures()
    address = f"http://localhost:{args.port}"
    print(_("Corridor is on %(address)s; Ctrl+C stops it.") % {"address": address}, flush=True)
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


def _complete_departures() -> None:
    """What `corridor purge` does; workers open connections of their own."""
    try:
        left, _unfinished = purge.purge()
    except DatabaseError:
        print(_("The database is not ready; `corridor migrate` makes it so."), file=sys.stderr)
    else:
        if left:
            print(purge.words_for(left), flush=True)
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
