"""Files of pictures, sound and video go once no row names them."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Exists, ManyToOneRel, OuterRef, QuerySet

from corridor.posts.models import Attachment

KEPT = timedelta(days=1)


def forget_files(attachments: Iterable[Attachment]) -> None:
    """Files have no transaction: they are deleted when this one is done."""
    for attachment in attachments:
        for file in (attachment.file, attachment.preview):
            if file.name:
                transaction.on_commit(partial(default_storage.delete, file.name))


@transaction.atomic
def remove_unused_media(*, now: datetime) -> int:
    """What was sent a day ago and goes with no post, draft, scheduled post or tutorial."""
    return remove_unused(Attachment.objects.filter(at__lte=now - KEPT))


def remove_unused(attachments: QuerySet[Attachment]) -> int:
    """Of these, in a transaction; what was deleted and may come back uses its own."""
    unused = attachments.filter(post=None)
    for named_by in Attachment._meta.get_fields(include_hidden=True):
        # Contexts above name attachments too, by keys that are not known here.
        if isinstance(named_by, ManyToOneRel):
            rows = named_by.related_model._base_manager
            unused = unused.exclude(Exists(rows.filter(**{named_by.field.name: OuterRef("pk")})))
    found = list(unused.select_for_update(skip_locked=True).order_by("pk"))
    forget_files(found)
    Attachment.objects.filter(pk__in=[one.pk for one in found]).delete()
    return len(found)
