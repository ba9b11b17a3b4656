"""A server as in production, loaded over HTTP; what is counted is the CPU time it took.

CPU time hardly changes when others use the machine as well, as requests a second do.
"""

import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

TICKS = os.sysconf("SC_CLK_TCK")
WRK = shutil.which("wrk")
CONNECTIONS = 4
EMPTY_VIEW = "/api/v1/trends/links"
MAP = re.compile(r"[0-9a-f]+-[0-9a-f]+ ")
"""How a line begins that tells what is mapped there."""
Headers = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Load:
    requests: int
    seconds: float
    server_ms: float
    """CPU of all processes of the server for a request, in milliseconds."""
    database_ms: float
    """CPU of PostgreSQL's processes for this database."""

    @property
    def per_second(self) -> float:
        return self.requests / self.seconds


class Memory(NamedTuple):
    """Megabytes."""

    own: float
    of_database: float
    """Of SQLite's file, which the kernel gives to others when it needs to."""


@dataclass(frozen=True, kw_only=True)
class Server:
    port: int
    process: subprocess.Popen[bytes]
    database: str = ""

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def serving(database: str = "", **environment: str) -> Iterator[Server]:
    port = free_port()
    code = "import sys; from corridor.cli.main import main; sys.exit(main())"
    serve = ["-c", code, "serve", "--workers", "2", "--port", str(port)]
    with _running(serve, port, {**environment, "PORT": str(port)}) as process:
        yield Server(port=port, process=process, database=database)


@contextmanager
def serving_nothing() -> Iterator[Server]:
    """The web server alone."""
    port = free_port()
    with _running([str(Path(__file__).with_name("empty_lane.py")), str(port)], port, {}) as process:
        yield Server(port=port, process=process)


def free_port() -> int:
    """The one after it is free, too: a server tells live there what is new."""
    while True:
        with socket.socket() as probe, socket.socket() as after, suppress(OSError):
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
            after.bind(("127.0.0.1", port + 1))
            return port


@contextmanager
def _running(
    words: Sequence[str], port: int, environment: Mapping[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, *words],
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait_for(port)
        yield process
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_for(port: int) -> None:
    for _ in range(3000):
        try:
            said = get(f"http://127.0.0.1:{port}/api/v1/instance/rules", {})
        except OSError:
            time.sleep(0.1)
        else:
            assert said[0] == 200, said
            return
    raise TimeoutError


def get(url: str, headers: Headers) -> tuple[int, dict[str, str], bytes]:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=30)
    connection.request("GET", f"{parts.path}?{parts.query}", headers=dict(headers))
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


def load(server: Server, path: str, headers: Headers, *, seconds: float) -> Load:
    url = f"{server.base}{path}"
    for _ in range(30):  # each worker and each thread has its connection
        get(url, headers)
    before, database = cpu(server), cpu_of_postgresql(server.database)
    began = time.perf_counter()
    requests = _wrk(url, headers, seconds) if WRK else _python(url, headers, seconds)
    took = time.perf_counter() - began
    return Load(
        requests=requests,
        seconds=took,
        server_ms=1e3 * (cpu(server) - before) / requests,
        database_ms=1e3 * (cpu_of_postgresql(server.database) - database) / requests,
    )


def _wrk(url: str, headers: Headers, seconds: float) -> int:
    said = [f"-H{name}: {value}" for name, value in headers.items()]
    command = [str(WRK), "-t1", f"-c{CONNECTIONS}", f"-d{max(1, round(seconds))}s", *said, url]
    told = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    assert "Non-2xx" not in told.stdout or "304" in url, told.stdout
    found = re.search(r"(\d+) requests in", told.stdout)
    assert found is not None, told.stdout
    return int(found[1])


def _python(url: str, headers: Headers, seconds: float) -> int:
    ends = time.perf_counter() + seconds
    counts: list[int] = []

    def ask() -> None:
        parts, count = urlsplit(url), 0
        connection = http.client.HTTPConnection(parts.netloc, timeout=30)
        while time.perf_counter() < ends:
            connection.request("GET", f"{parts.path}?{parts.query}", headers=dict(headers))
            connection.getresponse().read()
            count += 1
        counts.append(count)

    asking = [threading.Thread(target=ask) for _ in range(CONNECTIONS)]
    for one in asking:
        one.start()
    for one in asking:
        one.join()
    return sum(counts)


def cpu(server: Server) -> float:
    return sum(_seconds(pid) for pid in _tree(server.process.pid))


def cpu_of_postgresql(database: str) -> float:
    if not database:
        return 0
    pids = [int(one.name) for one in Path("/proc").iterdir() if one.name.isdigit()]
    return sum(_seconds(pid) for pid in pids if f" {database} " in _command(pid))


def _command(pid: int) -> str:
    try:
        line = (Path("/proc") / str(pid) / "cmdline").read_bytes()
    except OSError:
        return ""
    text = line.replace(b"\0", b" ").decode(errors="replace")
    return text if text.startswith("postgres:") else ""


def _tree(pid: int) -> Sequence[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(one for child in children for one in _tree(int(child)))]


def _seconds(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory(server: Server) -> Memory:
    """With what processes share counted once (PSS)."""
    kilobytes = {True: 0, False: 0}
    for pid in _tree(server.process.pid):
        is_of_database = False
        for line in Path(f"/proc/{pid}/smaps").read_text().splitlines():
            if line.startswith("Pss:"):
                kilobytes[is_of_database] += int(line.split()[1])
            elif MAP.match(line):
                is_of_database = ".sqlite3" in line
    return Memory(own=kilobytes[False] / 1024, of_database=kilobytes[True] / 1024)
