"""Messages that lie unread for days, though a mail told of them at once."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from corridor.algorithms.reminders.table import OF, Kind
from corridor.conversations import queries as talk
from corridor.notifications import queries
from corridor.people import letters
from corridor.people import queries as people
from corridor.people.letters import Button, Letter
from corridor.reminders.due import Due
from corridor.reminders.wording import WORDS

if TYPE_CHECKING:
    from corridor.people.models import Profile


def messages_to_read(*, now: datetime, about: int | None = None) -> Iterable[Due]:
    """Not to whoever wants no mail about messages, nor of people whom she keeps away from."""
    before = now - OF[Kind.READ_MESSAGE].after
    for one in talk.long_unread(before=before, now=now, membership_id=about):
        reader = people.profile_here(one.profile_id)
        if reader is None or not queries.mail_wishes(reader.pk).messages:
            continue
        apart = people.kept_from(reader, today=now.date()) | people.muted_by(reader, now=now)
        writers = list(people.whole_profiles(set(one.writer_ids) - apart))
        if writers:
            yield Due(
                kind=Kind.READ_MESSAGE,
                to=reader.pk,
                about=one.membership_id,
                since=one.since,
                letter=partial(_letter, writers, reader=reader),
            )


def _letter(writers: "Sequence[Profile]", *, reader: "Profile") -> Letter:
    return Letter(
        subject=_("%(name)s wrote to you some days ago") % {"name": writers[0].display_name},
        paragraphs=(
            _("You have not read it yet. What it says is not in this mail."),
            _("A line such as when you get to it is an answer, too."),
        ),
        button=Button(
            label=WORDS[Kind.READ_MESSAGE].press, url=letters.address_of_page("messages")
        ),
        why=letters.to_member(reader.handle),
    )
