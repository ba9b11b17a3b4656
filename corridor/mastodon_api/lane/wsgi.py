"""The reading lane: answers what apps ask most, in front of Django, as Django would.

It asks the same of the database as the ordinary views (`reads`), on Django's connection of the
thread, and joins the same texts. Whatever it does not know, or what is refused, goes to the
ordinary view.
"""

import gzip
import logging
import re
import time
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from threading import Lock, local
from typing import Any, NamedTuple

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection, connections
from django.http import HttpRequest

from corridor.kernel.compiled import CannotBeCompiled
from corridor.mastodon_api import answers, paging, rates, reads
from corridor.mastodon_api.entities import rows
from corridor.mastodon_api.lane.addresses import Asked, NotForTheLane, asked_of
from corridor.mastodon_api.lane.headers import SHORT, Headers, Learned, kind_of, kind_of_answer
from corridor.mastodon_api.lane.readers import Reader, reader_of
from corridor.mastodon_api.unchanged import mark_of

logger = logging.getLogger(__name__)

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]
MARK = re.compile(r'W/"[0-9a-f]{8}-[0-9a-f]+"\Z')
OK, NOT_MODIFIED = 200, 304
STATUS_LINES = {OK: "200 OK", NOT_MODIFIED: "304 Not Modified"}
MOST_REMEMBERED = 20_000
SECONDS = 300
"""What ends by the clock, such as a mute, is noticed so late at most where nothing is written."""
ENDS = b'"expires_at":"'
"""Posts and polls that end change by the clock."""


class Answer(NamedTuple):
    status: int
    headers: Headers
    body: bytes


class ReadingLane:
    """One request after another where the database is a file: nothing is waited for there, and
    threads that want Python at the same time only interrupt each other, at each row of SQLite.
    """

    def __init__(self, django: Application) -> None:
        self.django = django
        self.learned = Learned()
        self.marks: dict[tuple[Any, ...], tuple[Any, ...]] = {}
        """Of answers: who asked what, then the answer's mark and the state of the database."""
        self.turn = Lock() if connection.vendor == "sqlite" else nullcontext()
        self.own = local()

    def __call__(self, variables: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        if variables["REQUEST_METHOD"] != "GET":
            return self.django(variables, start_response)
        try:
            asked = asked_of(variables)
        except NotForTheLane:
            return self.django(variables, start_response)
        try:
            with self.turn:
                answer = self._answer(variables, asked)
        except NotForTheLane:
            return self.django(variables, self._listening(variables, start_response))
        except (DatabaseError, CannotBeCompiled):
            logger.exception("The reading lane could not answer; the ordinary view does.")
            return self.django(variables, start_response)
        start_response(STATUS_LINES[answer.status], answer.headers)
        return [answer.body]

    def _answer(self, variables: Environ, asked: Asked) -> Answer:
        """Raises NotForTheLane."""
        database = self._database()
        has = variables.get("HTTP_IF_NONE_MATCH", "")
        if has and not MARK.match(has):
            raise NotForTheLane
        reader = reader_of(variables, asked.read, database, is_stamped=bool(has))
        database.health_check_done = True  # it has just answered
        who_and_what = (reader.viewer_id, variables["PATH_INFO"], variables["QUERY_STRING"])
        state = (reader.stamp, int(reader.now.timestamp()) // SECONDS)
        if reader.stamp and self.marks.get(who_and_what) == (has, state):
            return self._finished(variables, reader, b"", [("ETag", has)], NOT_MODIFIED)
        wanted = reads.found(asked.read, asked.piece, reader, asked.named, database)
        body = _text(asked, reader, wanted).encode()
        mark = mark_of(body)
        if reader.stamp and ENDS not in body:
            self._remember(who_and_what, (mark, state))
        if has == mark:
            return self._finished(variables, reader, b"", [("ETag", mark)], NOT_MODIFIED)
        return self._finished(variables, reader, body, [("ETag", mark), *_links(asked, wanted)], OK)

    def _database(self) -> Any:
        """Django's connection of this thread, open, which Django finds by a longer way."""
        try:
            database = self.own.database
        except AttributeError:
            database = self.own.database = connections[DEFAULT_DB_ALIAS]
        if database.in_atomic_block:  # of a test: between requests there is none
            return database
        is_over = database.close_at is not None and time.monotonic() >= database.close_at
        if is_over or database.errors_occurred or not database.autocommit:
            database.close_if_unusable_or_obsolete()
        if database.connection is None:
            database.ensure_connection()
        return database

    def _remember(self, who_and_what: tuple[Any, ...], found: tuple[Any, ...]) -> None:
        if len(self.marks) >= MOST_REMEMBERED:
            self.marks.clear()
        self.marks[who_and_what] = found

    def _finished(
        self, variables: Environ, reader: Reader, body: bytes, own: Headers, status: int
    ) -> Answer:
        learned = self.learned.get(kind_of(variables, status, len(body)))
        if learned is None:
            raise NotForTheLane
        rate = _rate(variables, reader)
        if rate.is_over:
            raise NotForTheLane
        headers = [*learned, *own, *rate.headers().items()]
        if len(body) >= SHORT and "gzip" in variables.get("HTTP_ACCEPT_ENCODING", ""):
            body = gzip.compress(body, 1, mtime=0)
            headers.append(("Content-Encoding", "gzip"))
        if status == OK:
            headers.append(("Content-Length", str(len(body))))
        return Answer(status=status, headers=headers, body=body)

    def _listening(
        self, variables: Environ, start_response: Callable[..., Any]
    ) -> Callable[..., Any]:
        """What the ordinary view says besides is known from then on."""

        def start(line: str, headers: Headers, *rest: Any) -> Any:
            status = int(line[:3])
            if status in STATUS_LINES:
                self.learned.learn(kind_of_answer(variables, status, headers), headers)
            return start_response(line, headers, *rest)

        return start


def _text(asked: Asked, reader: Reader, wanted: list[rows.Row]) -> str:
    """Raises NotForTheLane where a text has to be made first, or what was named is not there."""
    read = asked.read
    if not read.are_whole(wanted) or (read.names and not wanted):
        raise NotForTheLane
    if read.text is rows.account:
        return rows.account(wanted[0])
    if reader.filters or any(row[rows.MORE] for row in wanted):
        texts = answers.texts_of(read, wanted, reader)
    else:
        texts = [read.text(row) for row in wanted]
    return f"[{','.join(texts)}]" if read.by else texts[0]


def _links(asked: Asked, wanted: list[rows.Row]) -> Headers:
    if not wanted or not asked.read.by:
        return []
    ids = [rows.number(row) for row in wanted]
    return [("Link", paging.links(asked.path, asked.pairs, ids, limit=asked.piece.limit))]


def _rate(variables: Environ, reader: Reader) -> rates.Rate:
    if reader.viewer_id is not None:
        return rates.count_member(reader.viewer_id, now=reader.now)
    request = HttpRequest()
    request.META = variables
    return rates.count_visitor(request, now=reader.now)
