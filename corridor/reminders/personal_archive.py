"""What came to somebody by itself, and what she said about it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from corridor.people.higher_contexts import HigherContext, Section
from corridor.reminders.models import ReminderWishes, SentReminder, SwitchedOff
from corridor.reminders.wording import WORDS

if TYPE_CHECKING:
    from corridor.people.models import Profile

KINDS = {kind: words.title for kind, words in WORDS.items()}


def archive(profile: "Profile") -> Sequence[Section]:
    return [_wishes(profile), _off(profile), _sent(profile)]


def _wishes(profile: "Profile") -> Section:
    return Section(
        key="reminders",
        title=_("Reminders"),
        rows=[
            {"wants_none": one.wants_none, "quiet_until": one.quiet_until}
            for one in ReminderWishes.objects.filter(profile=profile)
        ],
        labels={"wants_none": _("Wants none"), "quiet_until": _("None before")},
    )


def _off(profile: "Profile") -> Section:
    return Section(
        key="reminders_off",
        title=_("Reminders that you switched off"),
        rows=[
            {"kind": one.kind, "is_one_thing": one.about is not None, "at": one.at}
            for one in SwitchedOff.objects.filter(profile=profile).order_by("pk")
        ],
        labels={"kind": _("Kind"), "is_one_thing": _("About one thing only"), "at": _("When")},
        choices={"kind": KINDS},
    )


def _sent(profile: "Profile") -> Section:
    rows = SentReminder.objects.filter(profile=profile).prefetch_related("answers")
    return Section(
        key="reminders_sent",
        title=_("Reminders that came to you"),
        rows=[
            {
                "kind": one.kind,
                "at": one.at,
                "answers": [str(answer.get_answer_display()) for answer in one.answers.all()],
            }
            for one in rows.order_by("pk")
        ],
        labels={"kind": _("Kind"), "at": _("When"), "answers": _("What you answered")},
        choices={"kind": KINDS},
    )


def forget(profile: "Profile", handle: str) -> None:
    """All of it goes with her."""
    del handle
    SentReminder.objects.filter(profile=profile).delete()
    SwitchedOff.objects.filter(profile=profile).delete()
    ReminderWishes.objects.filter(profile=profile).delete()


ABOUT_PEOPLE = HigherContext(
    archive=archive,
    works_with=lambda _profile: frozenset(),
    forget=forget,
    holds={
        "reminders.ReminderWishes.profile": "reminders",
        "reminders.SwitchedOff.profile": "reminders_off",
        "reminders.SentReminder.profile": "reminders_sent",
    },
    excuses={},
)
