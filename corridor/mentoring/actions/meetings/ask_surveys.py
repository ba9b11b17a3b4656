"""Who is asked when how it goes. Mails about it are reminders like all others."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction

from corridor.kernel import events
from corridor.mentoring.choices import State
from corridor.mentoring.events import SurveyAsked
from corridor.mentoring.meeting_calendar import person_on
from corridor.mentoring.meeting_choices import Occasion, Side
from corridor.mentoring.models import Meeting, Relationship, Survey
from corridor.mentoring.review_days import review_days

HARDLY_BEGUN = timedelta(days=14)
LET_BE_AFTER = timedelta(days=28)


def ask_pulses(meeting: Meeting, *, now: datetime) -> None:
    """The one question after a meeting: it stands on the page, and nobody is mailed for it."""
    for side in Side:
        Survey.objects.get_or_create(
            meeting=meeting,
            side=side,
            defaults={
                "relationship": meeting.relationship,
                "occasion": Occasion.PULSE,
                "asked_at": now,
            },
        )


def ask_reviews(*, now: datetime) -> int:
    """Of active relationships whose day has come; how many people were asked."""
    active = Relationship.objects.filter(state=State.ACTIVE, asks_reviews=True).order_by("pk")
    asked = dict[int, set[str]]()
    rows = Survey.objects.filter(relationship__in=active, meeting=None).order_by()
    for relationship_id, occasion in rows.values_list("relationship", "occasion"):
        asked.setdefault(relationship_id, set()).add(occasion)
    count = 0
    for relationship in active.select_related("mentor__account", "mentee__account"):
        due = [
            occasion
            for occasion, day in review_days(relationship).items()
            if day <= now.date() and occasion not in asked.get(relationship.pk, ())
        ]
        if due:
            count += _ask(relationship, due[-1], now=now)
            _pass_over(relationship, due[:-1], now=now)
    return count


@transaction.atomic
def ask_final_review(*, relationship_id: int, now: datetime) -> None:
    """It is over: what was it like? Not where it had hardly begun, and by no mail: it may hurt."""
    relationship = Relationship.objects.select_related("mentor__account", "mentee__account").get(
        pk=relationship_id
    )
    if relationship.asks_reviews and now - relationship.opened_at >= HARDLY_BEGUN:
        _ask(relationship, Occasion.FINAL, now=now)


def let_reviews_be(*, now: datetime) -> None:
    """Four weeks after they were asked for."""
    waiting = Survey.objects.filter(answered_at=None, skipped_at=None)
    waiting.filter(asked_at__lte=now - LET_BE_AFTER).update(skipped_at=now)


@transaction.atomic
def _ask(relationship: Relationship, occasion: str, *, now: datetime) -> int:
    asked = 0
    for side in Side:
        survey, is_new = Survey.objects.get_or_create(
            relationship=relationship,
            side=side,
            occasion=occasion,
            meeting=None,
            defaults={"asked_at": now},
        )
        if not is_new:
            continue
        asked += 1
        reader, other = person_on(relationship, side), person_on(relationship, side.other)
        events.publish(SurveyAsked(survey_id=survey.pk, by_id=other.pk, to_id=reader.pk, at=now))
    return asked


def _pass_over(relationship: Relationship, occasions: Sequence[str], *, now: datetime) -> None:
    """What was missed while the server slept is not asked after the fact."""
    for occasion in occasions:
        for side in Side:
            Survey.objects.get_or_create(
                relationship=relationship,
                side=side,
                occasion=occasion,
                meeting=None,
                defaults={"asked_at": now, "skipped_at": now},
            )
