"""Once a day a mail tells what waits for an answer; nothing new is no mail."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corridor.notifications import queries
from corridor.notifications.choices import OF_CONTACTS, OF_MESSAGES, Kind
from corridor.notifications.mail_tokens import token_of
from corridor.notifications.models import MailWishes, Notification
from corridor.notifications.wording import sentence
from corridor.people import letters
from corridor.people import queries as people
from corridor.people.letters import Button, Letter
from corridor.safety import queries as folders

if TYPE_CHECKING:
    from corridor.people.models import Profile

OLDEST = timedelta(days=3)
MOST_TOLD = 10
CONTACTS = (*OF_CONTACTS, Kind.LIKED, Kind.QUESTION)
MENTIONS = (Kind.MENTION, Kind.REPLY_WAITING)
NOTES = (Kind.NOTE_SHOWN, Kind.NOTE_ANSWERED, Kind.QUESTIONED)
"""Whoever may answer a note first is written to at once, by `mail_note`."""


def mail_digests(*, now: datetime) -> int:
    """How many mails went out."""
    recent = Notification.objects.filter(at__gt=now - OLDEST)
    kinds = [*MENTIONS, *NOTES, *OF_MESSAGES, *CONTACTS, Kind.FOLLOW_REQUEST, Kind.FLAG_ANSWERED]
    recent = recent.filter(kind__in=kinds)
    waiting = recent.order_by().values_list("recipient", flat=True).distinct()
    return sum(_mail(pk, now) for pk in sorted(waiting))


def _mail(recipient_id: int, now: datetime) -> bool:
    profile = people.profile_here(recipient_id)
    wishes = queries.mail_wishes(recipient_id)
    news = [] if profile is None else _news(wishes, now)
    if profile is None or not news:
        return False
    # Marked first: a mail too few is better than one every day.
    MailWishes.objects.update_or_create(profile_id=recipient_id, defaults={"told_to": news[0].pk})
    letters.tell(_letter(profile, news), to=profile.account.email)
    return True


def _news(wishes: MailWishes, now: datetime) -> list[Notification]:
    """What she wants by mail, and has neither seen nor been mailed; newest first."""
    kinds = [*(MENTIONS if wishes.mentions else ())]
    if wishes.follow_requests:
        kinds.append(Kind.FOLLOW_REQUEST)
    if wishes.flags:
        kinds.append(Kind.FLAG_ANSWERED)
    if wishes.notes:
        kinds += NOTES
    if wishes.messages_daily:
        kinds += OF_MESSAGES
    if wishes.contacts:
        kinds += CONTACTS
    seen = max(wishes.told_to, queries.read_to(wishes.profile_id))
    rows = queries.notifications(wishes.profile_id, now=now, is_apart=None, with_desk=True)
    asking = folders.message_requests(wishes.profile_id, now=now).order_by().values("post")
    rows = rows.filter(Q(is_apart=False) | Q(post__in=asking))
    rows = rows.filter(kind__in=kinds, pk__gt=seen, at__gt=now - OLDEST)
    return list(rows.select_related("by", "post").order_by("-pk"))


def _line(one: Notification) -> str:
    who = one.by.display_name
    if one.is_apart:
        return _("%(who)s asks to write to you") % {"who": who}
    return sentence(one, who=who)


def _letter(profile: "Profile", news: Sequence[Notification]) -> Letter:
    """Names only: what was said is read where it is known who reads."""
    count = len(news)
    lines = [f"{_line(one)}." for one in news[:MOST_TOLD]]
    if count > MOST_TOLD:
        more = count - MOST_TOLD
        lines.append(ngettext("And %d more.", "And %d more.", more) % more)
    return Letter(
        subject=ngettext("%d thing waits for you", "%d things wait for you", count) % count,
        paragraphs=tuple(lines),
        button=Button(label=_("See them"), url=letters.address_of_page("notifications")),
        why=letters.to_member(profile.handle),
        unsubscribe_url=letters.address_of_page("notification-mail-end", token_of(profile.pk)),
    )
