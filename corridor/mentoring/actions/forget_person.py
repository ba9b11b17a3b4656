"""Somebody has left the server: what she had with others ends, and stays theirs to read."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from corridor.kernel import events
from corridor.mentoring.actions.tell_load import tell_load
from corridor.mentoring.choices import Ending, State
from corridor.mentoring.events import MentorLeft
from corridor.mentoring.models import (
    OPEN,
    Goal,
    GoalComment,
    Plan,
    PlanAttestation,
    PrivateNote,
    Relationship,
    RelationshipMove,
    RoleSpan,
    RoleWish,
)

if TYPE_CHECKING:
    from corridor.people.models import Profile


@transaction.atomic
def forget_person(profile: "Profile", handle: str) -> None:
    """Open relationships end on the day on which she leaves.

    What both agreed on, and shared goals, stay with the other; what she kept for herself and
    what she said in passing goes.
    """
    del handle  # names are read from profiles
    left_at = profile.account.departure.leaves_at
    own = Relationship.objects.filter(Q(mentor=profile) | Q(mentee=profile), state__in=OPEN)
    mentors = [one.mentor for one in own.exclude(mentor=profile).select_related("mentor")]
    led = list(own.filter(mentor=profile).order_by("pk").values_list("pk", flat=True))
    RoleSpan.objects.filter(relationship__in=own, ended_at=None).update(ended_at=left_at)
    own.update(
        state=State.ENDED,
        paused_at=None,
        paused_by=None,
        resumes_on=None,
        ended_at=left_at,
        ending=Ending.LEFT,
    )
    for mentor in mentors:
        tell_load(mentor)
    for relationship_id in led:
        events.publish(MentorLeft(relationship_id=relationship_id, at=left_at))
    PrivateNote.objects.filter(owner=profile).delete()
    RoleWish.objects.filter(by=profile).delete()
    Goal.objects.filter(by=profile, is_private=True).delete()
    GoalComment.objects.filter(by=profile).delete()
    PlanAttestation.objects.filter(owner=profile).delete()
    Plan.objects.filter(owner=profile).delete()
    for move in RelationshipMove.objects.filter(by=profile).order_by("pk"):
        move.line, move.reason = "", ""
        move.save(update_fields=["sealed_line", "sealed_reason"])
