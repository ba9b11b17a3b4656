"""A director's file becomes applications of members and invitations of everybody else.

The same file once more changes what it says differently, and nothing else. Either all of it is
stored or nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from corridor.kernel import events
from corridor.people import letters
from corridor.people import queries as people
from corridor.programmes import policies, queries
from corridor.programmes.actions.applying.invite_to_round import NewInvitations, invite_to_round
from corridor.programmes.actions.applying.own import hold_round
from corridor.programmes.actions.review_rights import NotDirector
from corridor.programmes.documents import to_document
from corridor.programmes.events import ApplicationSent
from corridor.programmes.intake.applications import AppliedRow
from corridor.programmes.intake.problems import Notes
from corridor.programmes.letters_to_applicants import entered
from corridor.programmes.models import Application, Round
from corridor.programmes.states_of_applications import TEAM

if TYPE_CHECKING:
    from corridor.people.models import Profile

State = Application.State
Kept = Mapping[tuple[int, str], Application]


@dataclass(frozen=True, kw_only=True)
class Imported:
    entered: int
    """Members who are in now."""
    changed: int
    same: int
    invited: int
    """People without an account here, and members who have to be asked first."""


@dataclass(frozen=True, kw_only=True)
class _Plan:
    new: list[tuple[AppliedRow, "Profile"]]
    changed: list[tuple[AppliedRow, Application]]
    same: list[AppliedRow]
    invited: list[AppliedRow]


def try_import(
    *, round: Round, rows: Sequence[AppliedRow], notes: Notes, by: "Profile", now: datetime
) -> Imported:
    """What would be done; nothing is. Raises NotDirector, or InputRejected with every problem."""
    return _told(_planned(round, rows, notes, by=by, now=now))


@transaction.atomic
def import_applications(
    *, round: Round, rows: Sequence[AppliedRow], notes: Notes, by: "Profile", now: datetime
) -> Imported:
    """Raises NotDirector, or InputRejected with every problem."""
    held = hold_round(round)
    plan = _planned(held, rows, notes, by=by, now=now)
    for row, profile in plan.new:
        _enter(held, row, profile, by=by, now=now)
    for row, application in plan.changed:
        application.answers = to_document(replace(row.answers, waited=application.waited))
        application.save(update_fields=["sealed_answers"])
    for side in ("mentee", "mentor"):
        of_side = [row for row in plan.invited if row.side == side]
        new = NewInvitations(
            side=side,
            emails=[row.email for row in of_side],
            answers={row.email: to_document(row.answers) for row in of_side},
        )
        invite_to_round(round=held, new=new, by=by, now=now)
    return _told(plan)


def _told(plan: _Plan) -> Imported:
    return Imported(
        entered=len(plan.new),
        changed=len(plan.changed),
        same=len(plan.same),
        invited=len(plan.invited),
    )


def _planned(
    round: Round, rows: Sequence[AppliedRow], notes: Notes, *, by: "Profile", now: datetime
) -> _Plan:
    if not policies.can(by, round.programme, policies.Right.ADMIT):
        raise NotDirector
    if queries.shut_by_time(round, now=now) is not None:
        notes.problem(rows[0].file if rows else "", _("This round takes no applications now."))
    rows = _with_handles(rows, notes)
    kept = {
        (one.profile_id, one.side): one
        for one in round.applications.select_related("profile").order_by("pk")
    }
    plan = _sorted(rows, kept, notes)
    _check_sides(round, plan, kept, notes)
    _check_places(round, plan, notes)
    notes.refuse_problems()
    return plan


def _sorted(rows: Sequence[AppliedRow], kept: Kept, notes: Notes) -> _Plan:
    """Who is entered, changed, left as she is, or invited."""
    members = people.members_with(row.email for row in rows)
    plan = _Plan(new=[], changed=[], same=[], invited=[])
    for row in rows:
        profile = members.get(row.email)
        if profile is None:
            plan.invited.append(row)
            continue
        application = kept.get((profile.pk, row.side))
        if application is None:
            plan.new.append((row, profile))
        elif application.state in {State.WITHDRAWN, State.DECLINED, State.DRAFT}:
            text = _("%(email)s is “%(state)s” in this round: only she can change that.")
            where = {"email": row.email, "state": application.get_state_display()}
            notes.problem(row.file, text % where, line=row.line)
        elif application.sealed_form:
            text = _("%(email)s has answered herself, and her words stand.")
            notes.warn(row.file, text % {"email": row.email}, line=row.line)
            plan.same.append(row)
        elif _says_the_same(application, row):
            plan.same.append(row)
        else:
            plan.changed.append((row, application))
    return plan


def _says_the_same(application: Application, row: AppliedRow) -> bool:
    wanted = to_document(replace(row.answers, waited=application.waited))
    return bool(application.answers == wanted)


def _with_handles(rows: Sequence[AppliedRow], notes: Notes) -> list[AppliedRow]:
    """Whom the file names by mailbox, as members; whoever is none is left out, and said."""
    named = {word.lower() for row in rows for words in row.named.values() for word in words}
    members = people.members_with(word for word in named if "@" in word)
    found = []
    for row in rows:
        handles: dict[str, tuple[str, ...]] = {}
        for name, words in row.named.items():
            handles[name] = tuple(
                members[word.lower()].handle for word in words if word.lower() in members
            )
            for word in words:
                if word.lower() not in members:
                    text = _("“%(word)s” is no mailbox of a member, and is left out.")
                    notes.warn(row.file, text % {"word": word}, line=row.line)
        answers = replace(
            row.answers, choices=handles["choices"], avoid=frozenset(handles["avoid"])
        )
        found.append(replace(row, answers=answers))
    return found


def _check_sides(
    round: Round,
    plan: _Plan,
    kept: Kept,
    notes: Notes,
) -> None:
    if round.programme.both_sides:
        return
    taken = {pk: side for (pk, side), one in kept.items() if one.state != State.WITHDRAWN}
    for row, profile in plan.new:
        if taken.setdefault(profile.pk, row.side) != row.side:
            text = _("%(email)s is on the other side, and here one person takes one side.")
            notes.problem(row.file, text % {"email": row.email}, line=row.line)


def _check_places(round: Round, plan: _Plan, notes: Notes) -> None:
    places = round.programme.places
    mentees = [row for row, _profile in plan.new if row.side == "mentee"]
    if places is not None and mentees and queries.taken(round) + len(mentees) > places:
        text = _("There are %(places)d places for mentees, and this would be more.")
        notes.problem(mentees[0].file, text % {"places": places})


def _enter(
    round: Round, row: AppliedRow, profile: "Profile", *, by: "Profile", now: datetime
) -> None:
    waited = queries.waited_before(profile, round) if row.side == "mentee" else 0
    application = Application(
        round=round, profile=profile, side=row.side, applied_at=now, waited=waited
    )
    application.answers = to_document(replace(row.answers, waited=waited))
    application.save()
    application.move("join", who=TEAM, by=by, at=now)
    letters.tell(entered(application), to=profile.account.email)
    events.publish(ApplicationSent(application_id=application.pk))
