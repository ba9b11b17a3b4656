"""Those whose badge is about to run out are told, once, while there is time to renew it."""

from datetime import datetime, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from corridor.people import badge_words, letters, queries
from corridor.people.letters import Button, Letter
from corridor.people.models import Badge

BEFORE = timedelta(days=30)


def remind_of_renewal(*, now: datetime) -> int:
    """How many mails went out."""
    due = (
        queries.badges_in_force(now=now)
        .filter(expires_at__lte=now + BEFORE, reminded_at=None, profile__account__is_active=True)
        .select_related("profile__account")
    )
    for badge in due:
        _remind(badge, now)
    return len(due)


def _remind(badge: Badge, now: datetime) -> None:
    """Marked first: a mail too few is better than one every day."""
    badge.reminded_at = now
    badge.save(update_fields=["reminded_at"])
    title = badge_words.title(badge.route, badge.shows)
    words = {"title": title, "date": date_format(badge.expires_at, "j F Y")}
    letter = Letter(
        subject=_("A badge of yours runs out on %(date)s") % words,
        paragraphs=(
            _(
                "%(title)s: it is shown until %(date)s. People move on, so badges run out; showing"
                " it again takes a minute or two."
            )
            % words,
        ),
        button=Button(label=_("Renew it"), url=letters.address_of_page("verification")),
        why=letters.to_member(badge.profile.handle),
    )
    letters.tell(letter, to=badge.profile.account.email)
