"""Files of a post that is withheld move to where nothing is served to everybody, and back.

Whoever noted their address finds nothing there any more.
"""

import secrets
from functools import partial
from pathlib import PurePosixPath

from django.core.files.storage import default_storage
from django.db import transaction

from corridor.posts.choices import MediaState
from corridor.posts.models import Attachment, Post

FOLDER = "posts"
WITHHELD = f"{FOLDER}/withheld"


def seal_off_files(post: Post) -> None:
    """In the transaction in which it is withheld."""
    _move(post, away_from=FOLDER, to=WITHHELD)


def give_back_files(post: Post) -> None:
    """Under names that are new: whoever noted the old ones asks again."""
    _move(post, away_from=WITHHELD, to=FOLDER)


def is_sealed_off(attachment: Attachment) -> bool:
    return (attachment.file.name or "").startswith(f"{WITHHELD}/")


def _move(post: Post, *, away_from: str, to: str) -> None:
    rows = Attachment.objects.select_for_update().filter(post=post, state=MediaState.READY)
    for attachment in rows.order_by("pk"):
        name = secrets.token_hex(16)
        for file in (attachment.file, attachment.preview):
            path = PurePosixPath(file.name or "")
            if file.name and str(path.parent) == away_from:
                ending = path.name[len(name) :]
                file.name = _moved(str(path), f"{to}/{name}{ending}")
        attachment.save(update_fields=["file", "preview"])


def _moved(old: str, new: str) -> str:
    """Files have no transaction: the old one goes when this one is done."""
    try:
        with default_storage.open(old) as file:
            kept: str = default_storage.save(new, file)
    except FileNotFoundError:
        return old
    transaction.on_commit(partial(default_storage.delete, old))
    return kept
