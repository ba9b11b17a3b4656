"""People of the demo who work together, or did: well, with a pause, and not so well."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from corridor.demo.cast import AMARA, BALA, DR_FERREIRA, DR_OKONKWO, DR_OSEI
from corridor.demo.mentoring_words import (
    AGREED,
    CHOICE,
    COACHED,
    ENDED_BADLY,
    FIRST_CONTACT,
    LOGGED,
    MATCHED,
    PAPER,
    PLAN,
    THANKED,
)
from corridor.mentoring import actions, queries
from corridor.mentoring.actions import NewGoal, Origin, Said
from corridor.mentoring.choices import CoachingStage, Ending
from corridor.people.choices import Kind
from corridor.people.letters import told_to_nobody

if TYPE_CHECKING:
    from corridor.mentoring.models import Relationship
    from corridor.people.models import Profile

Profiles = Mapping[str, "Profile"]


def work_together(profiles: Profiles, *, now: datetime) -> None:
    """Told to nobody: nobody lives at their addresses."""
    with told_to_nobody():
        one = _grow(profiles, now)
        _agree(one, now)
        _aim(one, now)
        _coach(one, now)
        _plan(one, now)
        _rest(profiles, now)
        _end_well(profiles, now)
        _end_badly(profiles, now)


def _open(
    profiles: Profiles, mentor: str, mentee: str, origin: Origin, at: datetime
) -> "Relationship":
    return actions.open_relationship(
        mentor=profiles[mentor],
        mentee=profiles[mentee],
        role=Kind.MENTORSHIP,
        origin=origin,
        now=at,
    )


def _grow(profiles: Profiles, now: datetime) -> "Relationship":
    """Mentor since the round before, then coach for a while, and sponsor since three weeks."""
    amara, osei = profiles[AMARA.handle], profiles[DR_OSEI.handle]
    (one,) = (one for one in queries.active_with(amara) if one.mentor_id == osei.pk)
    coached, sponsored = now - timedelta(days=110), now - timedelta(days=20)
    wish = actions.wish_role(one.pk, Kind.COACHING, by=amara, now=coached)
    actions.agree_to_role(wish.pk, relationship_id=one.pk, by=osei, now=coached)
    wish = actions.wish_role(one.pk, Kind.SPONSORSHIP, words=LOGGED["wish"], by=osei, now=sponsored)
    actions.agree_to_role(wish.pk, relationship_id=one.pk, by=amara, now=sponsored)
    span = one.roles.get(role=Kind.SPONSORSHIP)
    actions.log_role(
        span.pk,
        {"what": LOGGED["what"], "done": LOGGED["done"]},
        on=(now - timedelta(days=8)).date(),
        by=osei,
        now=now - timedelta(days=8),
    )
    actions.keep_note(one.pk, LOGGED["note"], by=amara, now=now - timedelta(days=8))
    return one


def _agree(one: "Relationship", now: datetime) -> None:
    """A version that both signed, and a change that waits for her."""
    first = now - timedelta(days=148)
    actions.propose_agreement(one.pk, AGREED, after=0, by=one.mentee, now=first)
    actions.sign_agreement(one.pk, number=1, by=one.mentor, now=first + timedelta(days=1))
    changed = {**AGREED, "meetings": LOGGED["meetings"]}
    actions.propose_agreement(one.pk, changed, after=1, by=one.mentor, now=now - timedelta(days=2))


def _aim(one: "Relationship", now: datetime) -> None:
    """One goal moves, one is stuck, one is hers alone, one was reached."""
    amara, osei = one.mentee, one.mentor
    begun = now - timedelta(days=120)
    paper = actions.add_goal(one.pk, PAPER, by=amara, now=begun)
    for days, step in zip((90, 41, 5), paper.steps.order_by("position"), strict=False):
        actions.tick_step(step.pk, is_done=True, by=amara, now=now - timedelta(days=days))
    actions.comment_on_goal(paper.pk, LOGGED["comment"], by=osei, now=now - timedelta(days=4))
    actions.add_goal(one.pk, CHOICE, by=amara, now=now - timedelta(days=33))
    own = NewGoal(title=LOGGED["own"], is_private=True)
    actions.add_goal(one.pk, own, by=amara, now=now - timedelta(days=9))
    reached = NewGoal(title=LOGGED["reached"])
    goal = actions.add_goal(one.pk, reached, by=amara, now=begun)
    actions.end_goal(goal.pk, is_reached=True, by=amara, now=now - timedelta(days=60))


def _coach(one: "Relationship", now: datetime) -> None:
    """One cycle, whole; then that role ends."""
    for number, stage in enumerate(CoachingStage):
        at = now - timedelta(days=108 - 20 * number)
        writes, agrees = (one.mentor, one.mentee) if number % 2 else (one.mentee, one.mentor)
        said = actions.NewStage(stage=stage, words=COACHED[stage])
        step = actions.write_coaching_step(one.pk, said, by=writes, now=at)
        actions.agree_to_coaching_step(one.pk, step.pk, seen=at, by=agrees, now=at)
    actions.end_role(one.pk, Kind.COACHING, by=one.mentee, now=now - timedelta(days=40))


def _plan(one: "Relationship", now: datetime) -> None:
    begun = now - timedelta(days=140)
    actions.write_plan(PLAN, owner=one.mentee, is_revised=True, now=begun)
    actions.show_plan(owner=one.mentee, relationship_id=one.pk, now=begun)
    actions.note_plan_discussed(owner=one.mentee, now=begun + timedelta(days=12))
    actions.attest_plan(owner=one.mentee, now=now - timedelta(days=30))


def _rest(profiles: Profiles, now: datetime) -> None:
    one = _open(profiles, DR_OKONKWO.handle, AMARA.handle, FIRST_CONTACT, now - timedelta(days=70))
    actions.pause_relationship(
        one.pk,
        by=one.mentor,
        until=(now + timedelta(days=24)).date(),
        said=Said(line=LOGGED["nights"]),
        now=now - timedelta(days=6),
    )


def _end_well(profiles: Profiles, now: datetime) -> None:
    one = _open(profiles, DR_OSEI.handle, BALA.handle, MATCHED, now - timedelta(days=330))
    ended = now - timedelta(days=96)
    said = Said(line=THANKED["line"])
    actions.end_relationship(one.pk, by=one.mentee, ending=Ending.FINISHED, said=said, now=ended)
    actions.say_thanks(one.pk, THANKED["mentee"], by=one.mentee, now=ended)
    actions.say_thanks(one.pk, THANKED["mentor"], by=one.mentor, now=ended + timedelta(days=1))


def _end_badly(profiles: Profiles, now: datetime) -> None:
    """No answer for weeks; she looks for somebody else, without a word of blame."""
    one = _open(
        profiles, DR_FERREIRA.handle, AMARA.handle, FIRST_CONTACT, now - timedelta(days=260)
    )
    actions.wait_for_answer(one.pk, by=one.mentee, now=now - timedelta(days=215))
    actions.end_relationship(
        one.pk,
        by=one.mentee,
        ending=Ending.CHANGED,
        said=Said(line=ENDED_BADLY["line"], reason=ENDED_BADLY["reason"]),
        now=now - timedelta(days=190),
    )
