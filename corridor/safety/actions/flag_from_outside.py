"""Somebody without an account says that something is wrong here.

What has to be said, and what is answered, is that of Article 16 of the Digital Services Act: why,
the exact address, name and mailbox but for one reason, and that it is said in good faith.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel.rate_limits import is_within_limit_of
from corridor.people import queries as people
from corridor.posts import queries as posts
from corridor.safety import outside_letters
from corridor.safety.actions.flag import (
    A_DAY,
    LONGEST_WORDS,
    TooManyFlags,
    WordsTooLong,
    gathered,
    hasten,
    hide_if_patient,
    person_as_flagged,
    post_as_flagged,
)
from corridor.safety.choices import Reason
from corridor.safety.models import A_PERSON, Flag, OutsideFlag

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.posts.models import Post
    from corridor.safety.models import Case

MAILS_A_DAY = 5
"""To one mailbox: nobody is flooded through us."""
FEWEST_SIGNS = 20
WAITS = timedelta(days=7)


class TooFewWords(Exception):
    """Nobody can look into it: too few words."""


class SayWhoYouAre(Exception):
    """Name and mailbox are needed, but where abuse of a child is told."""


class SayInGoodFaith(Exception):
    """She has to say that she believes it to be true."""


class ShownAlready(Exception):
    """It is with moderators."""


class GoneMeanwhile(Exception):
    """Nobody without an account reads it any more."""


@dataclass(frozen=True, kw_only=True)
class NewOutsideFlag:
    url: str
    reason: Reason
    words: str
    name: str = ""
    email: str = ""
    is_in_good_faith: bool = False
    is_abuse_of_a_child: bool = False
    """Then nobody has to say who she is."""


@transaction.atomic
def flag_from_outside(
    new: NewOutsideFlag, *, about: "Profile", post: "Post | None", now: datetime
) -> OutsideFlag:
    """It waits for the mailbox to be shown; without one it is with moderators at once.

    Raises TooFewWords, WordsTooLong, SayInGoodFaith, SayWhoYouAre or TooManyFlags.
    """
    _check(new)
    made = OutsideFlag(
        reason=Reason.LAW if new.is_abuse_of_a_child else new.reason,
        about_number=about.pk,
        post_number=post.pk if post else A_PERSON,
        at=now,
    )
    made.said = {
        "url": new.url,
        "words": new.words.strip(),
        "name": new.name.strip(),
        "email": new.email.strip(),
    }
    made.save()
    if new.email.strip():
        outside_letters.ask_to_show_mailbox(made)
    else:
        confirm_outside_flag(outside=made, now=now)
    return made


@transaction.atomic
def confirm_outside_flag(*, outside: OutsideFlag, now: datetime) -> Flag:
    """Raises ShownAlready or GoneMeanwhile."""
    held = OutsideFlag.objects.select_for_update().get(pk=outside.pk)
    if held.confirmed_at is not None:
        raise ShownAlready
    case = _case(held, now)

    flag = Flag(case=case, by=None, reason=held.reason, at=now)
    flag.said = {"words": held.said["words"], "rules": []}
    flag.save()
    hasten(case, Reason(held.reason), now=now)
    held.flag, held.confirmed_at = flag, now
    held.save(update_fields=["flag", "confirmed_at"])
    outside.flag, outside.confirmed_at = flag, now
    if held.said["email"]:
        outside_letters.confirm_receipt(held, due_at=case.due_at)
    return flag


def forget_outside_flags(*, now: datetime) -> int:
    """Those whose mailbox nobody showed, and those whose case is forgotten; how many."""
    unshown = OutsideFlag.objects.filter(confirmed_at=None, at__lte=now - WAITS)
    over = OutsideFlag.objects.filter(flag=None).exclude(confirmed_at=None)
    return sum(rows.delete()[0] for rows in (unshown, over))


def _case(held: OutsideFlag, now: datetime) -> "Case":
    reason = Reason(held.reason)
    if held.post_number == A_PERSON:
        person = people.profile_here(held.about_number)
        if person is None:
            raise GoneMeanwhile
        return gathered(reason, person_as_flagged(person), now=now)
    rows = posts.readable(None, now=now).filter(pk=held.post_number)
    post = rows.select_related("author").first()
    if post is None:
        raise GoneMeanwhile
    case = gathered(reason, post_as_flagged(post), now=now)
    hide_if_patient(reason, case, post, now=now)
    return case


def _check(new: NewOutsideFlag) -> None:
    if len(new.words.strip()) < FEWEST_SIGNS:
        raise TooFewWords
    if len(new.words) > LONGEST_WORDS:
        raise WordsTooLong
    if not new.is_in_good_faith:
        raise SayInGoodFaith
    has_said_who = bool(new.name.strip() and new.email.strip())
    if not has_said_who and not new.is_abuse_of_a_child:
        raise SayWhoYouAre
    mailbox = new.email.strip().lower()
    key = hashlib.sha256(mailbox.encode()).hexdigest()[:32]
    if mailbox and not is_within_limit_of(key, "outside", most=MAILS_A_DAY, seconds=A_DAY):
        raise TooManyFlags
