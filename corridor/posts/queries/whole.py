"""Posts with everything that belongs to them; not asked who is looking, so not for pages."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import Q, QuerySet

from corridor.kernel.compiled import CompiledObjects, CompiledRows, CompiledSeveral
from corridor.posts.choices import Addressing
from corridor.posts.models import Addressee, Attachment, PollOption, Post, TagUse


@dataclass(frozen=True, kw_only=True)
class WholePost:
    """What all readers of a post see alike."""

    post: Post
    """With its author."""
    attachments: Sequence[Attachment]
    options: Sequence[str]
    """Of its poll; none where it has none."""
    named: Sequence[tuple[int, str]]
    """Ids and handles."""
    tags: Sequence[str]

    @property
    def more_words(self) -> list[str]:
        """Besides its text: of its poll, and what its pictures show."""
        return [*self.options, *(one.alt for one in self.attachments)]


def whole_posts(ids: Iterable[int]) -> list[WholePost]:
    """Five queries, however many posts."""
    wanted = sorted(set(ids))
    attachments: dict[int, list[Attachment]] = defaultdict(list)
    for one in _attachments().objects(wanted):
        if one.post_id is not None:
            attachments[one.post_id].append(one)
    options, named, tags = (_grouped(ask().told(wanted)) for ask in (_options, _named, _tags))
    return [
        WholePost(
            post=post,
            attachments=attachments[post.pk],
            options=[title for (title,) in options[post.pk]],
            named=[(profile, handle) for profile, handle in named[post.pk]],
            tags=[name for (name,) in tags[post.pk]],
        )
        for post in _posts().objects(wanted)
    ]


def is_open(post_id: int) -> bool:
    """Whether it is for everybody."""
    post = Post.objects.filter(pk=post_id).first()
    return post is not None and post.is_open and not post.is_held


def attachment_at(path: str) -> Attachment | None:
    """The one whose file, or smaller picture, is kept there."""
    return Attachment.objects.filter(Q(file=path) | Q(preview=path)).order_by("pk").first()


def free_among(ids: Iterable[int], *, owner_id: int) -> list[int]:
    """Of pictures of hers those that are there and in no post."""
    found = Attachment.objects.filter(pk__in=list(ids), owner=owner_id, post=None)
    return list(found.order_by("position", "pk").values_list("pk", flat=True))


def is_there(post_id: int) -> bool:
    """It was not deleted."""
    return Post.objects.filter(pk=post_id).exists()


def answered_by(post_id: int, *, most: int) -> list[Post]:
    """What was said before it, oldest first: as much of that as is for everybody."""
    above: list[Post] = []
    here = Post.objects.filter(pk=post_id).first()
    while here is not None and here.in_reply_to_id is not None and len(above) < most:
        rows = Post.objects.filter(pk=here.in_reply_to_id, is_held=False)
        here = rows.select_related("author").first()
        if here is None or not here.is_open:
            break
        above.insert(0, here)
    return above


def _grouped(rows: Iterable[Sequence[Any]]) -> Mapping[int, list[Sequence[Any]]]:
    found: dict[int, list[Sequence[Any]]] = defaultdict(list)
    for post_id, *rest in rows:
        found[post_id].append(rest)
    return found


@cache
def _posts() -> CompiledSeveral[Post]:
    def build(ids: Sequence[int]) -> QuerySet[Post]:
        return Post.objects.filter(pk__in=ids).select_related("author").order_by("pk")

    return CompiledSeveral(CompiledObjects, build, int)


@cache
def _attachments() -> CompiledSeveral[Attachment]:
    def build(ids: Sequence[int]) -> QuerySet[Attachment]:
        return Attachment.objects.filter(post__in=ids)

    return CompiledSeveral(CompiledObjects, build, int)


def _rows(build: Callable[[Sequence[int]], QuerySet[Any, Any]]) -> CompiledSeveral[Any]:
    return CompiledSeveral(CompiledRows, build, int)


@cache
def _options() -> CompiledSeveral[Any]:
    def build(ids: Sequence[int]) -> QuerySet[Any, Any]:
        found = PollOption.objects.filter(poll__post__in=ids)
        return found.values_list("poll__post", "title")

    return _rows(build)


@cache
def _named() -> CompiledSeveral[Any]:
    def build(ids: Sequence[int]) -> QuerySet[Any, Any]:
        found = Addressee.objects.filter(post__in=ids, why=Addressing.MENTION)
        return found.values_list("post", "profile", "profile__handle")

    return _rows(build)


@cache
def _tags() -> CompiledSeveral[Any]:
    def build(ids: Sequence[int]) -> QuerySet[Any, Any]:
        return TagUse.objects.filter(post__in=ids).values_list("post", "tag__name")

    return _rows(build)
