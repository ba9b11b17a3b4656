"""Tutorials as readers find them: whoever may read the first post may read the page."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, Prefetch, Q, QuerySet

from corridor.library.models import Part, Tutorial, Version
from corridor.library.queries.references import ListedReference, references_in
from corridor.library.wording import answers_of
from corridor.posts import markup
from corridor.posts import queries as posts
from corridor.posts.choices import Audience
from corridor.posts.queries import Question


@dataclass(frozen=True, kw_only=True)
class ReadPart:
    part: Part
    number: int
    html: str
    question: Question | None
    """The poll of its post, where that is there for the reader."""
    answers: Sequence[str]
    """What the poll asked, where there is none any more."""
    is_covered: bool


@dataclass(frozen=True, kw_only=True)
class ReadTutorial:
    tutorial: Tutorial
    version: Version
    parts: Sequence[ReadPart]
    references: Sequence[ListedReference]
    is_newest: bool


def tutorials(viewer_id: int | None, *, now: datetime) -> QuerySet[Tutorial]:
    """What the page of all tutorials lists: newest first, without what is quiet or for few."""
    rows = _readable(viewer_id, now=now).filter(audience=Audience.PUBLIC)
    return _with_version(rows).order_by("-first_published_at", "-pk")


def tutorials_by(author_id: int, *, viewer_id: int | None, now: datetime) -> QuerySet[Tutorial]:
    rows = _readable(viewer_id, now=now).filter(author=author_id)
    return _with_version(rows).order_by("-first_published_at", "-pk")


def tutorial(slug: str, *, viewer_id: int | None, now: datetime) -> Tutorial | None:
    rows = _readable(viewer_id, now=now).filter(slug=slug)
    return rows.select_related("author").first()


def versions_of(tutorial: Tutorial) -> list[Version]:
    """Published ones, newest first, of a tutorial that somebody may read."""
    rows = Version.objects.filter(tutorial=tutorial, published_at__isnull=False)
    return list(rows.order_by("-number"))


def version_read(
    tutorial: Tutorial, number: int, *, viewer_id: int | None, now: datetime
) -> ReadTutorial | None:
    """Of a tutorial that she may read; parts whose post is gone are gone."""
    version = Version.objects.filter(
        tutorial=tutorial, number=number, published_at__isnull=False
    ).first()
    if version is None:
        return None
    rows = Part.objects.filter(version=version, post__in=_shown(viewer_id, now))
    parts = list(rows.order_by("position", "pk").prefetch_related("pictures__attachment"))
    asked = posts.questions(
        [part.post_id for part in parts if part.post_id and part.answers.strip()],
        viewer_id=viewer_id,
        now=now,
    )
    return ReadTutorial(
        tutorial=tutorial,
        version=version,
        parts=_read(parts, asked),
        references=references_in(part.text for part in parts),
        is_newest=version.number == tutorial.published,
    )


def answers_open(post_ids: Collection[int], *, viewer_id: int | None, now: datetime) -> set[int]:
    """Those of these posts that are the answer of a tutorial and that she need not guess any more.

    As on the page of the tutorial: she voted, the poll is over, or she wrote it.
    """
    published = Part.objects.filter(version__published_at__isnull=False)
    answers = published.filter(post__in=post_ids, is_reveal=True).order_by("version__number", "pk")
    newest = dict(answers.values_list("post", "version"))
    if not newest:
        return set()
    rows = Part.objects.filter(version__in=set(newest.values()), post__isnull=False)
    parts = list(rows.order_by("version", "position", "pk"))
    asked = posts.questions(
        [part.post_id for part in parts if part.post_id and part.answers.strip()],
        viewer_id=viewer_id,
        now=now,
    )
    covered = {
        part.post_id
        for version in set(newest.values())
        for part, is_covered in _covered([one for one in parts if one.version_id == version], asked)
        if is_covered
    }
    return set(newest) - covered


def _read(parts: Sequence[Part], asked: dict[int, Question]) -> list[ReadPart]:
    return [
        ReadPart(
            part=part,
            number=number,
            html=markup.html(part.text, {}),
            question=asked.get(part.post_id or 0),
            answers=answers_of(part),
            is_covered=is_covered,
        )
        for number, (part, is_covered) in enumerate(_covered(parts, asked), start=1)
    ]


def _covered(parts: Sequence[Part], asked: Mapping[int, Question]) -> Iterator[tuple[Part, bool]]:
    """An answer is covered by the nearest poll above it."""
    is_open = False
    for part in parts:
        yield part, part.is_reveal and is_open
        question = asked.get(part.post_id or 0)
        if question is not None:
            is_open = not (question.is_over or question.is_own or question.chosen)


def _readable(viewer_id: int | None, *, now: datetime) -> QuerySet[Tutorial]:
    return Tutorial.objects.filter(
        posts.may_read(viewer_id, now=now, post="first_post__"),
        Q(published__gt=0, first_post__isnull=False),
    )


def _shown(viewer_id: int | None, now: datetime) -> QuerySet[Any]:
    return posts.readable(viewer_id, now=now).values("pk")


def _with_version(rows: QuerySet[Tutorial]) -> QuerySet[Tutorial]:
    shown = Version.objects.filter(number=F("tutorial__published")).order_by("number")
    return rows.select_related("author").prefetch_related(
        Prefetch("versions", queryset=shown, to_attr="shown")
    )
