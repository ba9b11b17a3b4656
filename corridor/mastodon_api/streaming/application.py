"""Server-sent events and sockets, as an ASGI application of its own.

https://docs.joinmastodon.org/methods/streaming/ and https://asgi.readthedocs.io/en/latest/specs/
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar
from urllib.parse import parse_qsl

from django.db import close_old_connections

from corridor.mastodon_api.callers import Caller, bearer
from corridor.mastodon_api.errors import ApiError
from corridor.mastodon_api.streaming.channels import Channel, channel_of, channel_of_path
from corridor.mastodon_api.streaming.hub import Hub
from corridor.mastodon_api.streaming.listeners import Message, check_list, check_scope

logger = logging.getLogger(__name__)

Known = TypeVar("Known")
Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]

PREFIX = "/api/v1/streaming"
HEARTBEAT = 15
"""Seconds after which a quiet stream says that it is there: proxies close what says nothing."""
MOST_WAITING = 500
"""Messages that wait for a reader; who is slower than that is dropped and comes back."""
SLOWEST = 30
"""Seconds in which a message must be taken; whoever is slower is dropped, too."""
MOST_CHANNELS = 50
LONGEST_WORDS = 4000
HEADERS = [
    (b"content-type", b"text/event-stream"),
    (b"cache-control", b"private, no-store"),
    (b"x-accel-buffering", b"no"),
    (b"access-control-allow-origin", b"*"),
]
FOR_BROWSERS = [
    (b"access-control-allow-origin", b"*"),
    (b"access-control-allow-headers", b"Authorization, Accept, Cache-Control"),
    (b"access-control-allow-methods", b"GET, OPTIONS"),
]
STILL_THERE = '{"stream":[],"event":"heartbeat","payload":""}'
"""On a socket; apps pass over events that they do not know."""
NOTHING = "undefined"
"""As Mastodon says it, and its apps expect it."""
REFUSED = 1008
"""https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1"""

hub = Hub()
database = ThreadPoolExecutor(max_workers=2, thread_name_prefix="database")


class Connection:
    """A listener whose messages wait until they are written."""

    def __init__(self, caller: Caller) -> None:
        self.caller = caller
        self.channels: dict[Channel, None] = {}
        self.waiting: asyncio.Queue[Message | None] = asyncio.Queue()
        self.is_closed = False

    def tell(self, message: Message) -> None:
        if self.waiting.qsize() >= MOST_WAITING:
            self.close()
        elif not self.is_closed:
            self.waiting.put_nowait(message)

    def close(self) -> None:
        if not self.is_closed:
            self.is_closed = True
            self.waiting.put_nowait(None)


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "http":
        await _http(scope, receive, send)
    elif scope["type"] == "websocket" and scope["path"].rstrip("/") == PREFIX:
        await _socket(scope, receive, send)
    elif scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": REFUSED})


async def _http(scope: Scope, receive: Receive, send: Send) -> None:
    path = scope["path"]
    if scope["method"] == "OPTIONS":
        await _answer(send, 204, b"", FOR_BROWSERS)
    elif path == f"{PREFIX}/health":
        await _answer(send, 200, b"OK", [(b"content-type", b"text/plain")])
    elif scope["method"] != "GET" or not path.startswith(f"{PREFIX}/"):
        await _refuse(send, ApiError(404, "Not found"))
    else:
        try:
            connection = await _admit(scope)
            channel = channel_of_path(path.removeprefix(PREFIX), _asked(scope))
            await _check(connection, channel)
        except ApiError as error:
            await _refuse(send, error)
        else:
            connection.channels[channel] = None
            await stream(connection, receive, send)


async def stream(connection: Connection, receive: Receive, send: Send) -> None:
    leaving = asyncio.ensure_future(_gone(receive, "http.disconnect"))
    hub.add(connection)
    taken = _in_time(send)
    try:
        await taken({"type": "http.response.start", "status": 200, "headers": HEADERS})
        # Whoever reads this hears of everything from now on.
        await taken({"type": "http.response.body", "body": b":)\n", "more_body": True})
        while (text := await _next(connection, leaving)) is not None:
            await taken({"type": "http.response.body", "body": text, "more_body": True})
        await taken({"type": "http.response.body", "body": b"", "more_body": False})
    except TimeoutError:
        logger.info("A stream was dropped: nobody took what was sent.")
    finally:
        hub.remove(connection)
        leaving.cancel()


def _in_time(send: Send) -> Send:
    """Raises TimeoutError where a message is not taken."""

    async def taken(message: dict[str, Any]) -> None:
        async with asyncio.timeout(SLOWEST):
            await send(message)

    return taken


async def _next(connection: Connection, leaving: "asyncio.Future[None]") -> bytes | None:
    """What is written next; None when it is over."""
    coming = asyncio.ensure_future(connection.waiting.get())
    either: set[asyncio.Future[Any]] = {coming, leaving}
    await asyncio.wait(either, timeout=HEARTBEAT, return_when=asyncio.FIRST_COMPLETED)
    if leaving.done():
        coming.cancel()
        return None
    if not coming.done():
        coming.cancel()
        return b":thump\n"
    message = coming.result()
    if message is None:
        return None
    return f"event: {message.event}\ndata: {message.payload or NOTHING}\n\n".encode()


async def _gone(receive: Receive, word: str) -> None:
    while (await receive())["type"] != word:
        pass


async def _socket(scope: Scope, receive: Receive, send: Send) -> None:
    await receive()  # websocket.connect
    try:
        connection = await _admit(scope)
        asked = _asked(scope)
        if "stream" in asked:
            await _subscribe(connection, asked)
    except ApiError:
        await send({"type": "websocket.close", "code": REFUSED})
        return
    subprotocol = next(iter(scope.get("subprotocols") or []), None)
    await send({"type": "websocket.accept", "subprotocol": subprotocol})
    await converse(connection, receive, send)


async def converse(connection: Connection, receive: Receive, send: Send) -> None:
    """On a socket that is open."""
    hub.add(connection)
    taken = _in_time(send)
    reading = asyncio.ensure_future(_read(connection, receive, taken))
    writing = asyncio.ensure_future(_write(connection, taken))
    try:
        await asyncio.wait({reading, writing}, return_when=asyncio.FIRST_COMPLETED)
        if not reading.done():
            with suppress(TimeoutError):
                await taken({"type": "websocket.close", "code": REFUSED})
    finally:
        hub.remove(connection)
        reading.cancel()
        writing.cancel()


async def _write(connection: Connection, taken: Send) -> None:
    with suppress(TimeoutError):
        while (text := await _next_words(connection)) is not None:
            await taken({"type": "websocket.send", "text": text})


async def _next_words(connection: Connection) -> str | None:
    """What is written next; None when it is over."""
    try:
        message = await asyncio.wait_for(connection.waiting.get(), HEARTBEAT)
    except TimeoutError:
        return STILL_THERE
    if message is None:
        return None
    said = {"stream": message.channel.words, "event": message.event}
    if message.payload:
        said["payload"] = message.payload
    return json.dumps(said, ensure_ascii=False)


async def _read(connection: Connection, receive: Receive, taken: Send) -> None:
    """Words of an app: subscribe and unsubscribe."""
    with suppress(TimeoutError):
        while (heard := await receive())["type"] != "websocket.disconnect":
            try:
                await _obey(connection, heard.get("text") or "")
            except ApiError as error:
                said = {"error": str(error.message), "status": error.status}
                await taken({"type": "websocket.send", "text": json.dumps(said)})


async def _obey(connection: Connection, text: str) -> None:
    """Raises ApiError."""
    said = understood(text)
    if said.get("type") == "subscribe":
        await _subscribe(connection, said)
    elif said.get("type") == "unsubscribe":
        over = channel_of(said.get("stream", ""), said)
        connection.channels = {one: None for one in connection.channels if one != over}
    else:
        raise ApiError(400, "Unknown message type")


def understood(text: str) -> dict[str, str]:
    """Raises ApiError."""
    try:
        words = json.loads(text[:LONGEST_WORDS])
    except (ValueError, RecursionError) as error:
        raise ApiError(400, "Could not parse the message") from error
    if not isinstance(words, dict):
        raise ApiError(400, "Could not parse the message")
    return {str(name): value for name, value in words.items() if isinstance(value, str)}


async def _subscribe(connection: Connection, said: dict[str, str]) -> None:
    """Raises ApiError."""
    channel = channel_of(said.get("stream", ""), said)
    await _check(connection, channel)
    if len(connection.channels) >= MOST_CHANNELS:
        raise ApiError(429, "Too many subscriptions")
    # Anew, never in place: another thread may be walking through it.
    connection.channels = {**connection.channels, channel: None}


async def _check(connection: Connection, channel: Channel) -> None:
    """Raises ApiError where she may not listen there."""
    check_scope(connection.caller, channel)
    if channel.name == "list":
        await _from_database(partial(check_list, connection.caller, channel))


async def _admit(scope: Scope) -> Connection:
    """Raises ApiError."""
    headers = {name.decode("latin-1"): value for name, value in scope["headers"]}
    token = bearer(headers.get("authorization", b"").decode("latin-1"))
    token = token or _asked(scope).get("access_token", "")
    token = token or next(iter(scope.get("subprotocols") or []), "")
    return Connection(await _from_database(partial(hub.admit, token)))


async def _from_database(ask: Callable[[], Known]) -> Known:
    def asked() -> Known:
        close_old_connections()
        try:
            return ask()
        finally:
            close_old_connections()

    return await asyncio.get_running_loop().run_in_executor(database, asked)


def _asked(scope: Scope) -> dict[str, str]:
    """Raises ApiError."""
    try:
        return dict(parse_qsl(scope["query_string"].decode("latin-1"), max_num_fields=20))
    except ValueError as error:
        raise ApiError(400, "Too many parameters") from error


async def _refuse(send: Send, error: ApiError) -> None:
    body = json.dumps({"error": str(error.message)}).encode()
    await _answer(send, error.status, body, [(b"content-type", b"application/json"), *FOR_BROWSERS])


async def _answer(send: Send, status: int, body: bytes, headers: list[tuple[bytes, bytes]]) -> None:
    length = (b"content-length", str(len(body)).encode())
    await send({"type": "http.response.start", "status": status, "headers": [*headers, length]})
    await send({"type": "http.response.body", "body": body})
