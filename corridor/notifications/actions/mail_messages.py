"""A mail says that messages wait, and who wrote them: what they say is read here alone."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from corridor.conversations import actions as conversations
from corridor.conversations import queries as talk
from corridor.conversations.queries import WaitingMail
from corridor.notifications import queries
from corridor.notifications.mail_tokens import token_of
from corridor.people import letters
from corridor.people import queries as people
from corridor.people.letters import Button, Letter

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_NAMED = 5


def mail_messages(*, now: datetime) -> int:
    """How many mails went out. Of each conversation one, until she has read it."""
    return sum(_mail(waiting, now) for waiting in talk.waiting_for_mail(now=now))


def _mail(waiting: WaitingMail, now: datetime) -> bool:
    # Marked first, and whether she wants it or not: a mail too few is better than one a minute.
    conversations.note_mailed(waiting.memberships)
    profile = people.profile_here(waiting.profile_id)
    if profile is None or not queries.mail_wishes(waiting.profile_id).messages:
        return False
    apart = people.kept_from(profile, today=now.date()) | people.muted_by(profile, now=now)
    wrote, asking = _names(waiting.writer_ids, apart), _names(waiting.asking_ids, apart)
    if not wrote and not asking:
        return False
    letters.tell(_letter(profile, wrote, asking), to=profile.account.email)
    return True


def _names(ids: Sequence[int], apart: set[int]) -> Sequence[str]:
    wanted = [pk for pk in ids if pk not in apart][:MOST_NAMED]
    return [one.display_name for one in people.whole_profiles(wanted)]


def _letter(profile: "Profile", wrote: Sequence[str], asking: Sequence[str]) -> Letter:
    lines = [
        *(_("%(who)s wrote to you.") % {"who": who} for who in wrote),
        *(_("%(who)s asks to write to you.") % {"who": who} for who in asking),
    ]
    return Letter(
        subject=_("A message waits for you"),
        paragraphs=(*lines, _("What it says is not in this mail.")),
        button=Button(label=_("Read it"), url=letters.address_of_page("messages")),
        why=letters.to_member(profile.handle),
        unsubscribe_url=letters.address_of_page("notification-mail-end", token_of(profile.pk)),
    )
