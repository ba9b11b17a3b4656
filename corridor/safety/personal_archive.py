"""What safety holds about one person, for her own archive."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corridor.people.higher_contexts import HigherContext, Section
from corridor.safety.choices import HeldAnswer, HeldKind, Measure, Queue, Reason, SurgeLevel
from corridor.safety.models import (
    Appeal,
    Correspondence,
    Decision,
    DeskMessage,
    Flag,
    Held,
    Moderator,
    Surge,
)
from corridor.safety.readings_archive import cards_read, readings, right_to_read

if TYPE_CHECKING:
    from corridor.people.models import Profile

DESK = "Work of the desk is told without the names of moderators."
COUNTED = "Made from posts, for some hours or as a mean; the posts themselves are exported."
FLAGGED = "What others say of her in confidence; she learns what was decided, never who flagged."


def archive(profile: "Profile") -> Sequence[Section]:
    return [
        _flags(profile),
        _decisions(profile),
        _mail(profile),
        _rights(profile),
        _held(profile),
        readings(profile),
        right_to_read(profile),
        cards_read(profile),
        _surges(profile),
    ]


def _flags(profile: "Profile") -> Section:
    rows = Flag.objects.filter(by=profile).order_by("pk")
    return Section(
        key="flags",
        title=_("What you flagged"),
        rows=[
            {
                "at": one.at,
                "reason": one.reason,
                "words": one.said["words"],
                "post": one.case.post_number or None,
                "heard_at": one.heard_at,
                "name_shown_at": [
                    shown.answered_at for shown in one.unsealings.all() if shown.is_granted
                ],
            }
            for one in rows.select_related("case").prefetch_related("unsealings")
        ],
        labels={
            "at": _("When"),
            "reason": _("Reason"),
            "words": _("Words"),
            "post": _("Post"),
            "heard_at": _("When you were told what came of it"),
            "name_shown_at": _("When a moderator was let see that it is yours"),
        },
        choices={"reason": dict(Reason.choices)},
    )


def _decisions(profile: "Profile") -> Section:
    rows = Decision.objects.filter(about=profile).exclude(measure=Measure.NOTHING)
    appeals = {one.decision_id: one.said for one in Appeal.objects.filter(decision__in=rows)}
    return Section(
        key="decisions",
        title=_("What moderators decided about you"),
        rows=[
            {
                "at": one.at,
                "measure": one.measure,
                "reason": one.reason,
                "words": one.words,
                "rules": one.rules.splitlines(),
                "post": one.post_number or None,
                "until": one.until,
                "counts_until": one.strike_until,
                "undone_at": one.undone_at,
                "appeal": appeals.get(one.pk, {}).get("words", ""),
                "answer": appeals.get(one.pk, {}).get("answer", ""),
            }
            for one in rows.order_by("pk")
        ],
        labels={
            "at": _("When"),
            "measure": _("What"),
            "reason": _("Reason"),
            "words": _("Words"),
            "post": _("Post"),
            "until": _("Until"),
            "rules": _("Rules of this place"),
            "counts_until": _("Until when it counts, if it is not undone"),
            "undone_at": _("Undone"),
            "appeal": _("Your appeal"),
            "answer": _("Answer"),
        },
        choices={"measure": dict(Measure.choices), "reason": dict(Reason.choices)},
    )


def _mail(profile: "Profile") -> Section:
    held = Correspondence.objects.filter(
        Q(flag=None, case__about=profile) | Q(flag__by=profile)
    ).order_by("pk")
    messages = DeskMessage.objects.filter(correspondence__in=held)
    return Section(
        key="desk_mail",
        title=_("What moderators asked you, and what you answered"),
        rows=[
            {"at": one.at, "from_moderators": one.is_from_desk, "words": one.words}
            for one in messages.order_by("pk")
        ],
        labels={
            "at": _("When"),
            "from_moderators": _("From moderators"),
            "words": _("Words"),
        },
    )


def _rights(profile: "Profile") -> Section:
    rows = Moderator.objects.filter(profile=profile).order_by("queue")
    return Section(
        key="moderates",
        title=_("Queues of flags that you moderate"),
        rows=list(rows.values("queue", "is_lead", "since")),
        labels={"queue": _("Queue"), "is_lead": _("Leads it"), "since": _("Since")},
        choices={"queue": dict(Queue.choices)},
    )


def _held(profile: "Profile") -> Section:
    rows = Held.objects.filter(profile=profile).order_by("pk").select_related("by")
    return Section(
        key="held",
        title=_("What strangers said to you, and lay apart"),
        rows=[
            {
                "at": one.at,
                "kind": one.kind,
                "by": one.by.handle,
                "post": one.post_id,
                "answer": one.answer,
                "answered_at": one.answered_at,
            }
            for one in rows
        ],
        labels={
            "at": _("When"),
            "kind": _("What"),
            "by": _("By"),
            "post": _("Post"),
            "answer": _("What was done with it"),
            "answered_at": _("When it was looked at"),
        },
        choices={"kind": dict(HeldKind.choices), "answer": dict(HeldAnswer.choices)},
    )


def _surges(profile: "Profile") -> Section:
    rows = Surge.objects.filter(profile=profile).order_by("pk")
    return Section(
        key="surges",
        title=_("When unusually many strangers turned to you"),
        rows=list(rows.values("began_at", "level", "strangers", "ended_at")),
        labels={
            "began_at": _("When"),
            "level": _("What was done"),
            "strangers": _("Strangers within six hours"),
            "ended_at": _("Over"),
        },
        choices={"level": dict(SurgeLevel.choices)},
    )


def forget(profile: "Profile", handle: str) -> None:
    """Her name goes with the profile; what was flagged stays until its time is over."""
    del handle
    Flag.objects.filter(by=profile).update(by=None)


ABOUT_PEOPLE = HigherContext(
    archive=archive,
    works_with=lambda _profile: frozenset(),
    forget=forget,
    holds={
        "safety.CardRead.profile": "cards_read",
        "safety.Decision.about": "decisions",
        "safety.Flag.by": "flags",
        "safety.Held.profile": "held",
        "safety.Moderator.profile": "moderates",
        "safety.SecondReader.profile": "second_reader",
        "safety.SecondReading.author": "second_readings",
        "safety.Surge.profile": "surges",
    },
    excuses={
        "safety.Appeal.decided_by": DESK,
        "safety.Case.about": FLAGGED,
        "safety.Case.claimed_by": DESK,
        "safety.CaseNote.by": DESK,
        "safety.DeskMessage.by": DESK,
        "safety.ServerRule.by": "Work of whoever runs the server.",
        "safety.Unsealing.answered_by": DESK,
        "safety.Unsealing.asked_by": DESK,
        "safety.Wording.by": DESK,
        "safety.Contact.by": COUNTED,
        "safety.Contact.profile": COUNTED,
        "safety.Decision.by": DESK,
        "safety.Decision.seconded_by": DESK,
        "safety.Decision.undone_by": DESK,
        "safety.PolicyVersion.by": DESK,
        "safety.SecondReading.reader": DESK,
        "safety.SecondReading.wanted": "What others send her in confidence is theirs.",
        "safety.Held.answered_by": "In the archive of whose folder it is.",
        "safety.Held.by": "Who is kept apart is not told.",
        "safety.UsualContact.profile": COUNTED,
    },
)
