"""What is held about somebody's meetings and reviews: for her own archive, and when she leaves."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from corridor.mentoring.actions.meetings.call_off import close_meetings
from corridor.mentoring.meeting_choices import Area, MeetingState, Occasion, Side, Way
from corridor.mentoring.models import (
    WAITING,
    AgendaItem,
    CalendarWishes,
    ContactCheck,
    DaysOff,
    Meeting,
    MeetingNote,
    ScaleAnswers,
    Survey,
)
from corridor.people.choices import Kind
from corridor.people.higher_contexts import Section

if TYPE_CHECKING:
    from corridor.people.models import Profile

HOLDS: Mapping[str, str] = {
    "mentoring.CalendarWishes.profile": "calendar",
    "mentoring.DaysOff.profile": "days_off",
}


def sections(profile: "Profile") -> Sequence[Section]:
    return [
        _meetings(profile),
        _agenda(profile),
        _notes(profile),
        _surveys(profile),
        _scales(profile),
        _contact(profile),
        _calendar(profile),
        _days_off(profile),
    ]


def forget(profile: "Profile") -> None:
    """Meetings to come do not take place. What she wrote or said for herself goes; what is shared
    stays with the other.
    """
    left_at = profile.account.departure.leaves_at
    waiting = Meeting.objects.filter(_with(profile), state__in=WAITING).order_by()
    for relationship_id in sorted(set(waiting.values_list("relationship", flat=True))):
        close_meetings(relationship_id=relationship_id, now=left_at)
    MeetingNote.objects.filter(_hers(profile, "meeting__relationship", "owner")).delete()
    Survey.objects.filter(_hers(profile, "relationship", "side")).delete()
    CalendarWishes.objects.filter(profile=profile).delete()
    DaysOff.objects.filter(profile=profile).delete()
    for meeting in Meeting.objects.filter(_with(profile)).order_by("pk"):
        meeting.where = ""  # it may be her number
        meeting.save(update_fields=["sealed_where"])


def _with(profile: "Profile", way: str = "relationship") -> Q:
    return Q(**{f"{way}__mentor": profile}) | Q(**{f"{way}__mentee": profile})


def _hers(profile: "Profile", way: str, side: str) -> Q:
    return Q(**{f"{way}__mentor": profile, side: Side.MENTOR}) | Q(
        **{f"{way}__mentee": profile, side: Side.MENTEE}
    )


def _meetings(profile: "Profile") -> Section:
    rows = Meeting.objects.filter(_with(profile)).select_related("log")
    rows = rows.prefetch_related("absences").order_by("made_at", "pk")
    return Section(
        key="meetings",
        title=_("Your meetings"),
        rows=[_meeting(one) for one in rows.iterator(chunk_size=500)],
        labels={
            "number": _("Number"),
            "relationship": _("Relationship"),
            "state": _("State"),
            "role": _("Role"),
            "starts_at": _("When"),
            "minutes": _("Minutes"),
            "way": _("How"),
            "where": _("Where"),
            "minutes_held": _("Minutes it took"),
            "absent": _("Who is said not to have come"),
            "topic": _("What it was about"),
            "next_step": _("Next step"),
        },
        choices={
            "state": dict(MeetingState.choices),
            "role": dict(Kind.choices),
            "way": dict(Way.choices),
        },
    )


def _meeting(one: Meeting) -> Mapping[str, Any]:
    log = getattr(one, "log", None)
    absent = [said.side for said in one.absences.all() if said.denied_at is None]
    return {
        "number": one.pk,
        "relationship": one.relationship_id,
        "state": one.state,
        "role": one.role,
        "starts_at": one.starts_at,
        "minutes": one.minutes,
        "way": one.way,
        "where": one.where,
        "minutes_held": log.minutes if log else None,
        "absent": ", ".join(absent),
        **(log.words if log else {"topic": "", "next_step": ""}),
    }


def _agenda(profile: "Profile") -> Section:
    rows = AgendaItem.objects.filter(_with(profile)).order_by("added_at", "pk")
    return Section(
        key="agenda",
        title=_("Agendas of your meetings"),
        rows=[
            {
                "relationship": one.relationship_id,
                "by": one.side,
                "words": one.words,
                "added_at": one.added_at,
                "done_at": one.done_at,
            }
            for one in rows.iterator(chunk_size=500)
        ],
        labels={
            "relationship": _("Relationship"),
            "by": _("Who brought it up"),
            "words": _("What"),
            "added_at": _("Added"),
            "done_at": _("Done"),
        },
        choices={"by": dict(Side.choices)},
    )


def _notes(profile: "Profile") -> Section:
    shared = Q(owner="") & _with(profile, "meeting__relationship")
    own = _hers(profile, "meeting__relationship", "owner")
    rows: QuerySet[MeetingNote] = MeetingNote.objects.filter(shared | own).order_by("pk")
    return Section(
        key="meeting_notes",
        title=_("Notes on your meetings"),
        rows=[
            {
                "meeting": one.meeting_id,
                "is_shared": not one.owner,
                "words": one.words,
                "changed_at": one.changed_at,
            }
            for one in rows.iterator(chunk_size=500)
        ],
        labels={
            "meeting": _("Meeting"),
            "is_shared": _("Shared with the other"),
            "words": _("Words"),
            "changed_at": _("Changed"),
        },
    )


def _surveys(profile: "Profile") -> Section:
    rows = Survey.objects.filter(_hers(profile, "relationship", "side")).order_by("asked_at", "pk")
    return Section(
        key="surveys",
        title=_("How you said it goes"),
        rows=[
            {
                "relationship": one.relationship_id,
                "meeting": one.meeting_id,
                "occasion": one.occasion,
                "asked_at": one.asked_at,
                "answered_at": one.answered_at,
                "answer": _in_words(one),
            }
            for one in rows.iterator(chunk_size=500)
        ],
        labels={
            "relationship": _("Relationship"),
            "meeting": _("Meeting"),
            "occasion": _("When"),
            "asked_at": _("Asked"),
            "answered_at": _("Answered"),
            "answer": _("Your answer"),
        },
        choices={"occasion": dict(Occasion.choices)},
    )


def _in_words(survey: Survey) -> str:
    if survey.answered_at is None:
        return ""
    answers = survey.answers
    if survey.occasion == Occasion.PULSE:
        return str(answers["rating"])
    lines = [
        f"{one['words'] or Area(one['area']).label}: {one['weight']}, {one['rating']}"
        for one in answers["areas"]
    ]
    return "; ".join(filter(None, [*lines, answers["words"]]))


def _scales(profile: "Profile") -> Section:
    rows = ScaleAnswers.objects.filter(_hers(profile, "survey__relationship", "survey__side"))
    rows = rows.select_related("instrument", "survey").prefetch_related("instrument__items")
    return Section(
        key="scales",
        title=_("Your answers to published scales"),
        rows=[
            {
                "relationship": one.survey.relationship_id,
                "scale": str(one.instrument),
                "source": one.instrument.source,
                "item": item.words,
                "answer": number,
            }
            for one in rows.order_by("pk")
            for item, number in zip(one.instrument.items.all(), one.numbers, strict=True)
        ],
        labels={
            "relationship": _("Relationship"),
            "scale": _("Scale"),
            "source": _("Source"),
            "item": _("Item"),
            "answer": _("Your answer"),
        },
    )


def _contact(profile: "Profile") -> Section:
    rows = ContactCheck.objects.filter(_hers(profile, "relationship", "side"))
    return Section(
        key="contact_checks",
        title=_("Whether you were in touch"),
        rows=[
            {
                "relationship": one.relationship_id,
                "asked_at": one.asked_at,
                "is_in_touch": one.is_in_touch,
            }
            for one in rows.order_by("asked_at", "pk")
        ],
        labels={
            "relationship": _("Relationship"),
            "asked_at": _("Asked"),
            "is_in_touch": _("In touch"),
        },
    )


def _calendar(profile: "Profile") -> Section:
    rows = CalendarWishes.objects.filter(profile=profile).order_by("pk")
    return Section(
        key="calendar",
        title=_("Your calendar"),
        rows=[{"has_feed": one.feed_digest is not None} for one in rows],
        labels={"has_feed": _("Has a feed")},
    )


def _days_off(profile: "Profile") -> Section:
    rows = DaysOff.objects.filter(profile=profile).order_by("starts_on", "pk")
    return Section(
        key="days_off",
        title=_("Days on which you do not meet"),
        rows=[{"starts_on": one.starts_on, "ends_on": one.ends_on} for one in rows],
        labels={"starts_on": _("From"), "ends_on": _("To")},
    )
