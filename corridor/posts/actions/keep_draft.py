"""Somebody stops in the middle of a post and goes on later, on whatever device."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.posts.actions.attach_media import free_attachments
from corridor.posts.actions.figures import figures_locked
from corridor.posts.models import Draft

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST = 100
LONGEST = 100_000
"""Characters of its JSON: a thread of many posts."""


class DraftTooLong(Exception):
    """More than anybody publishes at once."""


class TooManyDrafts(Exception):
    """A hundred are kept."""


class NotYourDraft(Exception):
    """Only its author may do that."""


@transaction.atomic
def keep_draft(
    words: Mapping[str, object],
    *,
    by: "Profile",
    now: datetime,
    attachments: Sequence[int] = (),
    draft: Draft | None = None,
) -> Draft:
    """In place of `draft`, or as a new one.

    Raises DraftTooLong, TooManyDrafts, NotYourDraft or UnknownAttachment.
    """
    if len(json.dumps(words)) > LONGEST:
        raise DraftTooLong
    pictures = free_attachments(attachments, by=by)
    figures_locked(by.pk)
    if draft is None and Draft.objects.filter(author=by).count() >= MOST:
        raise TooManyDrafts
    if draft is not None and not Draft.objects.filter(pk=draft.pk, author=by).exists():
        raise NotYourDraft

    kept = draft or Draft(author=by)
    kept.words = words
    kept.at = now
    kept.save()
    kept.attachments.set(pictures)
    return kept


def delete_draft(*, draft: Draft, by: "Profile") -> None:
    """Its pictures are deleted when nothing else uses them. Raises NotYourDraft."""
    gone, _ = Draft.objects.filter(pk=draft.pk, author=by).delete()
    if not gone:
        raise NotYourDraft
