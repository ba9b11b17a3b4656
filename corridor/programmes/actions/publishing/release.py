"""What was to be published is: matches, circles, mails and notices in one transaction."""

from datetime import datetime

from django.db import transaction

from corridor.algorithms.matching.people import Role
from corridor.kernel import events
from corridor.programmes import letters_of_matches as letters
from corridor.programmes import queries
from corridor.programmes.actions.matches import Chosen, propose_match
from corridor.programmes.actions.publishing.form_circles import form_circles
from corridor.programmes.events import RoundPublished
from corridor.programmes.models import Publication, Round
from corridor.programmes.states import CLOCK


def release_due(*, now: datetime) -> int:
    """How many rounds were published."""
    due = Publication.objects.filter(
        stopped_at=None, done_at=None, due_at__lte=now, round__state=Round.State.REVIEW
    )
    return sum(_release(one, now) for one in due.order_by("due_at", "pk"))


@transaction.atomic
def _release(publication: Publication, now: datetime) -> bool:
    round = Round.objects.select_for_update(of=("self",)).select_related("programme")
    held = round.get(pk=publication.round_id)
    waiting = Publication.objects.filter(pk=publication.pk, stopped_at=None, done_at=None)
    if held.state != Round.State.REVIEW or not waiting.update(done_at=now):
        return False
    why = {
        (one["mentee"], one["mentor"], one["role"]): one["compatibility"]
        for one in publication.run.record.outcome["matches"]
    }
    approved = queries.approved(held, run=publication.run)
    form_circles(held, approved, run=publication.run, now=now)
    for proposal in approved:
        if proposal.circle is not None:
            continue
        mentee, mentor = proposal.mentee.profile, proposal.mentor.profile
        chosen = Chosen(
            mentee=proposal.mentee,
            mentor=proposal.mentor,
            role=Role(proposal.role).value,
            why=why[mentee.handle, mentor.handle, proposal.role],
            run=publication.run,
        )
        propose_match(held, chosen, now=now)
    held.move("publish", by=CLOCK)
    for application in queries.unserved(held):
        letters.tell_unserved(application)
    events.publish(RoundPublished(round_id=held.pk))
    return True
