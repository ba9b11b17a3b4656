"""The web server as `corridor serve` starts it, around an application that does nothing:
what is left of a request's cost when the reading lane costs nothing.

    python benchmarks/empty_lane.py PORT
"""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

BODY = b"[]"
HEADERS = [("Content-Type", "application/json"), ("Content-Length", str(len(BODY)))]


def nothing(variables: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    del variables
    start_response("200 OK", HEADERS)
    return [BODY]


def serve(port: int) -> None:
    Granian(
        "benchmarks.empty_lane:nothing",
        address="127.0.0.1",
        port=port,
        interface=Interfaces.WSGI,
        workers=2,
        blocking_threads=4,
        backpressure=64,
        websockets=False,
        log_level=LogLevels.warning,
    ).serve()


if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).parents[1])
    serve(int(sys.argv[1]))
