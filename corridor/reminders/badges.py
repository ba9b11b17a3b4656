"""Badges that are about to run out, while there is time to renew them."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from corridor.algorithms.reminders.table import OF, Kind
from corridor.people import badge_words, letters
from corridor.people import queries as people
from corridor.people.actions import verifying
from corridor.people.letters import Button, Letter
from corridor.reminders.due import Due, only

if TYPE_CHECKING:
    from corridor.people.models import Badge

BEFORE = OF[Kind.RENEW_BADGE].after


def badges_that_run_out(*, now: datetime, about: int | None = None) -> Iterable[Due]:
    rows = people.badges_in_force(now=now).filter(
        expires_at__lte=now + BEFORE, reminded_at=None, profile__account__is_active=True
    )
    return [_due(badge) for badge in only(rows, about).select_related("profile__account")]


def _due(badge: "Badge") -> Due:
    return Due(
        kind=Kind.RENEW_BADGE,
        to=badge.profile_id,
        about=badge.pk,
        since=badge.granted_at,
        letter=partial(_letter, badge),
        mark=partial(verifying.note_renewal_reminder, badge.pk),
    )


def _letter(badge: "Badge") -> Letter:
    title = badge_words.title(badge.route, badge.shows)
    words = {"title": title, "date": date_format(badge.expires_at, "j F Y")}
    return Letter(
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
