"""What the web server starts, and how: pages and streams."""

import argparse
from dataclasses import dataclass
from typing import Any

PAGES = "serve --only web"
STREAMS = "serve --only streaming"
WORKER = "serve --only worker"
PATIENCE = 20
"""Seconds that a process has to finish what it began."""


@dataclass(frozen=True, kw_only=True)
class Part:
    words: str
    """How it would be started alone."""
    target: str
    interface: str
    host: str
    port: int
    options: dict[str, Any]


def pages(args: argparse.Namespace) -> Part:
    return Part(
        words=PAGES,
        target="corridor.config.wsgi:application",
        interface="wsgi",
        host=args.host,
        port=args.port,
        options={
            "workers": args.workers,
            "blocking_threads": 4,
            "backpressure": 64,
            "websockets": False,
            "workers_kill_timeout": PATIENCE,
        },
    )


def streams(args: argparse.Namespace) -> Part:
    """One process that holds many connections open."""
    return Part(
        words=STREAMS,
        target="corridor.config.asgi:application",
        interface="asginl",
        host=args.host,
        port=args.streaming_port,
        options={
            "workers": 1,
            "backpressure": 10_000,
            "websockets": True,
            "workers_kill_timeout": 2,  # streams have no end of their own
        },
    )
