"""Posts that somebody finds: of those she may read, her own, those with which she had to do, and
those for everybody by people who let theirs be found.

`algorithms.directory.words.is_found` is the definition; a test holds each database to it.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from corridor.algorithms.directory.words import in_order, words_asked
from corridor.algorithms.post_search import AskedPosts, Has, Is, Where
from corridor.kernel.compiled import CompiledPieces
from corridor.kernel.ids import first_id
from corridor.people import queries as people
from corridor.posts.choices import Addressing, Audience, Kind, MediaKind
from corridor.posts.models import Addressee, Attachment, Bookmark, Boost, Kudos, Poll, Post, Vote
from corridor.posts.queries.visibility import readable

_ASKING = {
    "sqlite": (
        "SELECT rowid FROM posts_searchwords WHERE posts_searchwords MATCH %s",
        ('"{word}"*', " "),
    ),
    "postgresql": (
        "SELECT post_id FROM posts_searchentry WHERE lexemes @@ %s::tsquery",
        ("'{word}':*", " & "),
    ),
}
"""Words are small ASCII letters and digits by then, so neither engine has anything to interpret."""


def posts_found(asked: AskedPosts, *, viewer_id: int, now: datetime) -> QuerySet[Post]:
    """Nothing where nothing was asked."""
    rows = readable(viewer_id, now=now)
    if asked.is_empty:
        return rows.none()
    rows = rows.filter(_findable(asked.where, viewer_id), _about_words(asked), _saying(asked))
    rows = rows.filter(_by(asked, viewer_id), _like(asked), _when(asked))
    return rows if asked.by else _by_nobody_muted(rows, viewer_id, now)


def newest_with_words(
    words: Sequence[str], *, viewer_id: int, now: datetime, piece: slice
) -> list[int]:
    """Numbers of what `posts_found` finds by words alone, as most people ask."""
    asked = words_asked(" ".join(words))
    if not asked:
        return []
    values = {"words": _question(asked), "viewer": viewer_id, "now": now}
    return [pk for (pk,) in _newest_with_words().piece(piece, values)]


@cache
def _newest_with_words() -> CompiledPieces:
    def build(words: str, viewer: int, now: datetime) -> QuerySet[Any, Any]:
        rows = readable(viewer, now=now).filter(_findable(Where.ALL, viewer))
        rows = _by_nobody_muted(rows.filter(pk__in=_answering(words)), viewer, now)
        return rows.order_by("-pk").values_list("pk")

    return CompiledPieces(build, words=str, viewer=int, now=datetime)


def _by_nobody_muted(rows: QuerySet[Post], viewer_id: int, now: datetime) -> QuerySet[Post]:
    return rows.exclude(author__in=people.muted(viewer_id, now=now))


def _findable(where: Where, viewer_id: int) -> Q:
    openly = Q(audience=Audience.PUBLIC, is_held=False, author__in=people.found_by_search())
    openly &= ~Q(kind=Kind.STORY) & ~Q(author__in=people.limited())
    openly &= ~Q(author__in=people.shielded())
    if where == Where.PUBLIC:
        return openly
    library = _had_to_do_with(viewer_id)
    return library if where == Where.LIBRARY else openly | library


def _had_to_do_with(viewer_id: int) -> Q:
    post = OuterRef("pk")
    named = Addressee.objects.filter(profile=viewer_id, why=Addressing.MENTION, post=post)
    deeds = (
        Kudos.objects.filter(profile=viewer_id, post=post),
        Bookmark.objects.filter(profile=viewer_id, post=post),
        Boost.objects.filter(booster=viewer_id, post=post),
        Vote.objects.filter(profile=viewer_id, option__poll__post=post),
        named,
    )
    found = Q(author=viewer_id) | Q(in_reply_to_author=viewer_id)
    for deed in deeds:
        found |= Q(Exists(deed.order_by()))
    return found


def _about_words(asked: AskedPosts) -> Q:
    words = words_asked(" ".join(asked.words))
    if asked.words and not words:
        return Q(pk__in=[])  # signs that no post is found by
    about = Q(pk__in=_with(words)) if words else Q()
    for written in asked.words_not:
        if without := words_asked(written):
            about &= ~Q(pk__in=_with(without))
    return about


def _saying(asked: AskedPosts) -> Q:
    """Phrases; their words narrow it first, by what is indexed."""
    said = Q()
    for phrase in asked.phrases:
        said &= _has_phrase(phrase)
    for phrase in asked.phrases_not:
        if words_asked(phrase):
            said &= ~_has_phrase(phrase)
    return said


def _has_phrase(phrase: str) -> Q:
    words = words_asked(phrase)
    if not words:
        return Q(pk__in=[])
    return Q(pk__in=_with(words)) & Q(search_entry__in_order__contains=in_order([phrase]))


def _with(words: Sequence[str]) -> RawSQL:
    return _answering(_question(words))


def _question(words: Sequence[str]) -> str:
    """In the language of the database."""
    one, between = _ASKING[connection.vendor][1]
    return between.join(one.format(word=word) for word in words)


def _answering(question: str) -> RawSQL:
    statement = _ASKING[connection.vendor][0]
    return RawSQL(statement, [question])  # noqa: S611 - a constant, and what is asked besides it


def _by(asked: AskedPosts, viewer_id: int) -> Q:
    found = Q()
    if asked.by:
        found &= _of_one(asked.by, viewer_id)
    if asked.by_not:
        found &= ~_of_one(asked.by_not, viewer_id)
    return found


def _of_one(handles: Sequence[str], viewer_id: int) -> Q:
    found = Q(author__in=people.with_handles(handles))
    return found | Q(author=viewer_id) if "me" in handles else found


def _like(asked: AskedPosts) -> Q:
    found = Q()
    for has in asked.has:
        found &= _HAVING[has]()
    for has in asked.has_not:
        found &= ~_HAVING[has]()
    for one in asked.are:
        found &= _BEING[one]
    for one in asked.are_not:
        found &= ~_BEING[one]
    return found & Q(language__istartswith=asked.language) if asked.language else found


def _attached(**facts: Any) -> Q:
    return Q(Exists(Attachment.objects.filter(post=OuterRef("pk"), **facts).order_by()))


_HAVING: Mapping[Has, Callable[[], Q]] = {
    Has.MEDIA: _attached,
    Has.IMAGE: lambda: _attached(kind__in=[MediaKind.IMAGE, MediaKind.MOVING]),
    Has.VIDEO: lambda: _attached(kind=MediaKind.VIDEO),
    Has.AUDIO: lambda: _attached(kind=MediaKind.AUDIO),
    Has.POLL: lambda: Q(Exists(Poll.objects.filter(post=OuterRef("pk")).order_by())),
}
_BEING = {
    Is.REPLY: Q(in_reply_to_author__isnull=False),
    Is.SENSITIVE: Q(is_sensitive=True) | ~Q(content_note=""),
}


def _when(asked: AskedPosts) -> Q:
    found = Q()
    if asked.since is not None:
        found &= Q(pk__gte=_first_of(asked.since))
    return found if asked.until is None else found & Q(pk__lt=_first_of(asked.until))


def _first_of(day: date) -> int:
    """Days are counted in UTC."""
    return first_id(datetime(day.year, day.month, day.day, tzinfo=UTC))
