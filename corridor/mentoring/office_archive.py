"""Office hours in the archive of one person, and what becomes of them when she leaves."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from corridor.mentoring.actions.office_hours.offer_hours import end_offered
from corridor.mentoring.actions.office_hours.sign_up import give_up
from corridor.mentoring.models import WAITS_FOR_TURN, AnswerToAll, OfficeHours, Turn
from corridor.mentoring.office_choices import HoursState, TurnState, Whom
from corridor.people.higher_contexts import Section

if TYPE_CHECKING:
    from corridor.people.models import Profile

HOLDS: Mapping[str, str] = {
    "mentoring.OfficeHours.mentor": "office_hours",
    "mentoring.Turn.profile": "office_turns",
}
WHEN = _("When")


def sections(profile: "Profile") -> Sequence[Section]:
    return [_offered(profile), _turns(profile), _answers(profile)]


def forget(profile: "Profile") -> None:
    """What she offers ends; her turns are free, and her questions go."""
    left_at = profile.account.departure.leaves_at
    end_offered(profile, now=left_at)
    open_turns = Turn.objects.filter(profile=profile, state__in=WAITS_FOR_TURN)
    for sitting_id in open_turns.order_by("sitting").values_list("sitting", flat=True):
        give_up(sitting_id, profile.pk, now=left_at)
    Turn.objects.filter(profile=profile).delete()
    OfficeHours.objects.filter(mentor=profile).delete()


def _offered(profile: "Profile") -> Section:
    rows = OfficeHours.objects.filter(mentor=profile).prefetch_related("sittings")
    return Section(
        key="office_hours",
        title=_("Office hours that you offered"),
        rows=[
            {
                "number": one.pk,
                "topic": one.topic,
                "where": one.where,
                "whom": one.whom,
                "state": one.state,
                "times": [sitting.starts_at for sitting in one.sittings.all()],
                "made_at": one.made_at,
                "ended_at": one.ended_at,
            }
            for one in rows.order_by("made_at", "pk")
        ],
        labels={
            "number": _("Number"),
            "topic": _("Topic"),
            "where": _("Where"),
            "whom": _("For whom"),
            "state": _("State"),
            "times": _("Times"),
            "made_at": _("Since"),
            "ended_at": _("Until"),
        },
        choices={"whom": dict(Whom.choices), "state": dict(HoursState.choices)},
    )


def _turns(profile: "Profile") -> Section:
    rows = Turn.objects.filter(profile=profile).select_related("sitting__hours__mentor")
    return Section(
        key="office_turns",
        title=_("Your turns at office hours"),
        rows=[
            {
                "mentor": one.sitting.hours.mentor.handle,
                "at": one.sitting.starts_at,
                "state": one.state,
                "question": one.question,
                "to_all": one.may_be_answered_to_all,
                "asked_at": one.asked_at,
            }
            for one in rows.order_by("asked_at", "pk")
        ],
        labels={
            "mentor": _("Mentor"),
            "at": WHEN,
            "state": _("State"),
            "question": _("Your question"),
            "to_all": _("May be answered to all"),
            "asked_at": _("Signed up"),
        },
        choices={"state": dict(TurnState.choices)},
    )


def _answers(profile: "Profile") -> Section:
    rows = AnswerToAll.objects.filter(turn__sitting__hours__mentor=profile).order_by("at", "pk")
    return Section(
        key="office_answers",
        title=_("What you answered to all at office hours"),
        rows=[{"at": one.at, "words": one.words} for one in rows],
        labels={"at": WHEN, "words": _("Words")},
    )
