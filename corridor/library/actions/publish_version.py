"""A version is published: its posts as one thread, and its page."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.text import slugify

from corridor.library.actions.keep_version import held_version
from corridor.library.models import Part, Tutorial, Version
from corridor.library.queries.composing import Problem, parts_of, problems
from corridor.library.wording import Place, answers_of, note_of, text_of
from corridor.people.letters import address_of_page
from corridor.posts import actions as posting
from corridor.posts import queries as posts
from corridor.posts.actions import Edit, NewPoll, NewPost
from corridor.posts.choices import Audience

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.posts.models import Post

POLLS_LAST = timedelta(days=7)
SHORTEST_POLL = timedelta(minutes=5)
LONGEST_SLUG = 70


class NotReady(Exception):
    """Something is missing, empty or too long; `problems` says what."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.problems = problems


@dataclass(frozen=True, kw_only=True)
class Allowed:
    """What lets words pass that may identify a patient."""

    kept_because: str
    was_read: bool


@transaction.atomic
def publish_version(
    *,
    version: Version,
    by: "Profile",
    now: datetime,
    kept_because: str = "",
    was_read: bool = False,
) -> Tutorial:
    """Each part is a reply to the one before; published ones are edited where words changed.

    `kept_because`: `posts.choices.WhyKept`. `was_read`: a second reader let all of it pass. Raises
    NotReady, NotYourTutorial, VersionIsPublished,
    or what `posts.publish_post` and `posts.edit_post` raise.
    """
    held = held_version(version, by=by)
    found = problems(held)
    if found:
        raise NotReady(found)
    tutorial = held.tutorial

    tutorial.slug = tutorial.slug or _free_slug(held.title, tutorial)
    parts = parts_of(held)
    _delete_left_out(held, parts, by, now)
    _publish(held, parts, now, Allowed(kept_because=kept_because, was_read=was_read))
    held.published_at = now
    held.save(update_fields=["published_at"])
    tutorial.first_post_id = parts[0].post_id
    tutorial.published = held.number
    tutorial.published_at = now
    tutorial.first_published_at = tutorial.first_published_at or now
    tutorial.save()
    return tutorial


def _publish(version: Version, parts: Sequence[Part], now: datetime, allowed: "Allowed") -> None:
    tutorial, by = version.tutorial, version.tutorial.author
    page = address_of_page("tutorial", tutorial.slug)
    above: int | None = None
    for number, part in enumerate(parts, start=1):
        text = text_of(part, Place(number=number, of=len(parts), page=page))
        post = _post_of(part, by, now)
        if post is None:
            new = replace(_new(part, text, version, above), **asdict(allowed))
            post = posting.publish_post(new, by=by, now=now)
            part.post_id = post.pk
            part.save(update_fields=["post"])
        else:
            said = Edit(text=text, language=version.language, **asdict(allowed))
            _edit(part, post, said, now)
        above = post.pk


def _new(part: Part, text: str, version: Version, above: int | None) -> NewPost:
    answers = answers_of(part)
    return NewPost(
        text=text,
        audience=Audience(version.tutorial.audience),
        language=version.language,
        content_note=note_of(part),
        in_reply_to=above,
        attachments=_attachments(part),
        poll=NewPoll(options=answers, lasts=POLLS_LAST) if answers else None,
    )


def _edit(part: Part, post: "Post", edit: Edit, now: datetime) -> None:
    """Nothing, where it says already what it should: those who passed it on hear of edits."""
    attachments = _attachments(part)
    has = [one.pk for one in post.attachments.order_by("position", "id")]
    if post.text == edit.text and has == attachments and post.language == edit.language:
        return
    question = posts.questions([post.pk], viewer_id=post.author_id, now=now).get(post.pk)
    poll = None
    if question is not None:
        closes_at = question.poll.closes_at or now
        poll = NewPoll(
            options=[option.title for option in question.options],
            lasts=max(closes_at - now, SHORTEST_POLL),
            is_multiple=question.poll.is_multiple,
            hides_totals=question.poll.hides_totals,
        )
    changed = Edit(
        text=edit.text,
        content_note=note_of(part),
        language=edit.language,
        attachments=attachments,
        poll=poll,
        kept_because=edit.kept_because,
        was_read=edit.was_read,
    )
    posting.edit_post(changed, post=post, by=post.author, now=now)


def _attachments(part: Part) -> list[int]:
    return [picture.attachment_id for picture in part.pictures.all()]


def _delete_left_out(version: Version, parts: Sequence[Part], by: "Profile", now: datetime) -> None:
    """From the end: nothing that stays replies to them."""
    kept = {part.post_id for part in parts}
    before = Part.objects.filter(version__tutorial=version.tutorial, post__isnull=False)
    left_out = before.exclude(version=version).order_by("-position", "-pk")
    for post_id in dict.fromkeys(left_out.values_list("post", flat=True)):
        post = posts.post_shown(post_id or 0, viewer_id=by.pk, now=now)
        if post is not None and post.pk not in kept:
            posting.delete_post(post=post, by=by, now=now)


def _post_of(part: Part, by: "Profile", now: datetime) -> "Post | None":
    if part.post_id is None:
        return None
    return posts.post_shown(part.post_id, viewer_id=by.pk, now=now)


def _free_slug(title: str, tutorial: Tutorial) -> str:
    slug = slugify(title)[:LONGEST_SLUG].strip("-") or "tutorial"
    taken = Tutorial.objects.filter(slug=slug).exclude(pk=tutorial.pk).exists()
    return f"{slug}-{tutorial.pk}" if taken or slug == "tutorial" else slug
