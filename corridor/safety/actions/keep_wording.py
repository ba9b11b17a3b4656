"""Words that moderators begin a message with are changed: another version of them."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.text import slugify

from corridor.safety import log, policies
from corridor.safety.actions.claim_case import NoteIsEmpty, NoteTooLong, NotYourCase
from corridor.safety.choices import Deed
from corridor.safety.given_wordings import GIVEN
from corridor.safety.models import Wording
from corridor.safety.models.wordings import LONGEST_TITLE, LONGEST_WORDS

if TYPE_CHECKING:
    from corridor.people.models import Profile


@dataclass(frozen=True, kw_only=True)
class NewWording:
    title: str
    text: str
    code: str = ""
    """Of the one that it takes the place of; empty for a new one."""
    is_offered: bool = True


@transaction.atomic
def keep_wording(new: NewWording, *, by: "Profile", now: datetime) -> Wording:
    """Decisions made with an earlier version go on naming that.

    Raises NotYourCase, NoteIsEmpty or NoteTooLong.
    """
    if not policies.keeps_wordings(by):
        raise NotYourCase
    title, text = new.title.strip(), new.text.strip()
    if not title or not text:
        raise NoteIsEmpty
    if len(title) > LONGEST_TITLE or len(text) > LONGEST_WORDS:
        raise NoteTooLong
    code = new.code or _free_code(title)
    # Held, so that two who change it at once make two versions.
    earlier = list(Wording.objects.select_for_update().filter(code=code).order_by("-version")[:1])
    made = Wording.objects.create(
        code=code,
        version=earlier[0].version + 1 if earlier else 1,
        title=title,
        text=text,
        is_offered=new.is_offered,
        by=by,
        at=now,
    )
    log.note(Deed.WORDED, by=by.pk, at=now, details=f"{code} {made.version}")
    return made


def _free_code(title: str) -> str:
    code = slugify(title)[:30] or "wording"
    taken = set(GIVEN) | set(
        Wording.objects.filter(code__startswith=code).values_list("code", flat=True)
    )
    number, free = 1, code
    while free in taken:
        number += 1
        free = f"{code}-{number}"
    return free
