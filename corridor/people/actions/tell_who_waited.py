"""Those who wanted to be told that a mentor has room again are told, once."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from corridor.people import letters
from corridor.people.actions.await_mentor import has_room
from corridor.people.letters import Button, Letter
from corridor.people.models import Awaiting, Profile
from corridor.people.queries.relations import kept_from


@transaction.atomic
def tell_who_waited(*, mentor_id: int, now: datetime) -> int:
    """How many are told; nobody while she is full, away or not listed.

    Nobody waits any longer afterwards.
    """
    waiting = Awaiting.objects.filter(mentor=mentor_id)
    if not waiting.exists():
        return 0
    mentor = Profile.objects.get(pk=mentor_id)
    if not has_room(mentor, today=now.date()):
        return 0

    told = list(waiting.select_for_update().select_related("by__account").order_by("at", "pk"))
    waiting.delete()
    to_tell = [one.by for one in told if _may_be_told(one.by, mentor, now.date())]
    for person in to_tell:
        _tell(person, mentor)
    return len(to_tell)


def tell_of_returns(*, now: datetime) -> int:
    """Days away end by themselves: once a day for all who are waited for. How many are told."""
    awaited = Awaiting.objects.order_by("mentor").values_list("mentor", flat=True).distinct()
    return sum(tell_who_waited(mentor_id=mentor, now=now) for mentor in list(awaited))


def _may_be_told(person: Profile, mentor: Profile, today: date) -> bool:
    """Whoever was kept apart from her since, or is shut out, hears nothing."""
    return person.account.is_active and mentor.pk not in kept_from(person, today=today)


def _tell(person: Profile, mentor: Profile) -> None:
    letters.tell(_letter(person, mentor), to=person.account.email)


def _letter(person: Profile, mentor: Profile) -> Letter:
    name = {"name": mentor.display_name}
    return Letter(
        subject=_("%(name)s has room again") % name,
        paragraphs=(
            _("You wanted to be told when %(name)s can take somebody on again. That is so now.")
            % name,
            _(
                "You are told this once. If the place is gone by the time you look, you can ask to"
                " be told again."
            ),
        ),
        button=Button(label=_("Profile"), url=letters.address_of_page("profile", mentor.handle)),
        why=letters.to_member(person.handle),
    )
