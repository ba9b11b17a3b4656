"""An app cannot ask its owner why words stay that might identify a patient. It is told what they
are, and whoever sends the same once more within an hour means it.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeVar

from django.conf import settings
from django.core.cache import cache

from corridor.mastodon_api.callers import Caller
from corridor.posts import actions as posting
from corridor.posts.choices import WhyKept

AN_HOUR = 60 * 60
Words = TypeVar("Words", posting.NewPost, posting.Edit, posting.Description)


@contextmanager
def kept_if_sent_again(words: Words, caller: Caller) -> Iterator[Words]:
    """Around publishing. Raises MayIdentifyPatient the first time, and always what may not stay."""
    key = _key(words, caller)
    is_meant = cache.get(key) is not None
    try:
        yield replace(words, kept_because=WhyKept.SENT_AGAIN) if is_meant else words
    except posting.MayIdentifyPatient as refusal:
        if not refusal.is_final:
            cache.set(key, 1, timeout=AN_HOUR)
        raise


def _key(words: posting.NewPost | posting.Edit | posting.Description, caller: Caller) -> str:
    """Nobody reads in the cache what somebody was about to say."""
    if isinstance(words, posting.Description):
        same = f"{words.attachment}:{words.alt}"
    else:
        pictures = ",".join(map(str, words.attachments))
        same = f"{words.text}:{words.content_note}:{pictures}"
    said = f"{settings.SECRET_KEY}:{caller.viewer_id}:{same}"
    return f"sent-again:{hashlib.sha256(said.encode()).hexdigest()}"
