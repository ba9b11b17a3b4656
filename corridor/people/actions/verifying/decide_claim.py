"""A reviewer of the verification desk decides about a claim."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from corridor.people import evidence, letters, queries
from corridor.people.actions.record_access import record_access
from corridor.people.actions.verifying.grant_badge import NewBadge, grant_badge
from corridor.people.actions.verifying.note_claim import NotAReviewer
from corridor.people.actions.verifying.set_email_domains import NewDomain, add_email_domain
from corridor.people.actions.verifying.withdraw_claim import DecidedAlready
from corridor.people.choices import ClaimState, Deed, Route
from corridor.people.letters import Button, Letter
from corridor.people.models import Badge, Claim, Profile


class ReasonMissing(Exception):
    """Whoever is refused is told why."""


class SayWhatItShows(Exception):
    """A badge is never a bare tick, and a domain belongs to a named institution."""


@dataclass(frozen=True, kw_only=True)
class Decision:
    is_accepted: bool
    answer: str = ""
    """To the person; needed for a no."""
    shows: str = ""
    """What the badge will say; the institution's name where a domain was asked for."""
    shows_stage: bool = False
    """Whether what was seen says that she is at the stage she gives."""


@transaction.atomic
def decide_claim(*, claim: Claim, decision: Decision, by: Profile, now: datetime) -> Badge | None:
    """The badge of what was accepted; a domain that was accepted gives none yet.

    Raises NotAReviewer, DecidedAlready, ReasonMissing, SayWhatItShows, ShownByAnother,
    NotADomain, DomainThereAlready or ValidationError.
    """
    if queries.claim_to_review(claim.pk, viewer=by, today=now.date()) is None:
        raise NotAReviewer
    locked = Claim.objects.select_for_update().get(pk=claim.pk)
    if locked.state != ClaimState.OPEN:
        raise DecidedAlready
    if not decision.is_accepted and not decision.answer.strip():
        raise ReasonMissing
    if decision.is_accepted and not decision.shows.strip():
        raise SayWhatItShows

    badge = _accept(locked, decision, by, now) if decision.is_accepted else None
    if locked.document:
        record_access(subject=locked.profile, by=by, deed=Deed.DOCUMENT_DELETED, now=now)
    locked.answer = decision.answer.strip()[:500]
    locked.decided_by = by
    state = ClaimState.ACCEPTED if decision.is_accepted else ClaimState.REFUSED
    locked.close(state=state, at=now)
    _tell(locked, badge)
    return badge


def _accept(claim: Claim, decision: Decision, by: Profile, now: datetime) -> Badge | None:
    shows = " ".join(decision.shows.split())[:200]
    if claim.route == Route.EMAIL:
        source = _("asked for by a member, checked by %(name)s") % {"name": by.display_name}
        new = NewDomain(domain=claim.subject, institution=shows, source=source)
        add_email_domain(new=new, by=by, now=now)
        return None
    record = getattr(claim, "registry_record", None)
    number = record and record.number
    return grant_badge(
        profile=claim.profile,
        new=NewBadge(
            route=Route(claim.route),
            shows=shows,
            stage=claim.profile.stage if decision.shows_stage else "",
            evidence=evidence.unseal_number(bytes(number), claim_id=claim.pk) if number else "",
            by=by,
        ),
        now=now,
    )


def _tell(claim: Claim, badge: Badge | None) -> None:
    is_accepted = claim.state == ClaimState.ACCEPTED
    subject = _("Accepted: %(route)s") if is_accepted else _("Not accepted: %(route)s")
    letter = Letter(
        subject=subject % {"route": claim.asked_for},
        paragraphs=tuple(_paragraphs(claim, badge, is_accepted=is_accepted)),
        button=Button(
            label=_("See it") if is_accepted else _("See what else you can do"),
            url=letters.address_of_page("verification"),
        ),
        why=letters.to_member(claim.profile.handle),
    )
    letters.tell(letter, to=claim.profile.account.email)


def _paragraphs(claim: Claim, badge: Badge | None, *, is_accepted: bool) -> Iterator[str]:
    if badge is not None:
        yield _(
            "A reviewer of the verification desk accepted what you sent. Your badge says what was"
            " shown, how and when."
        )
    elif is_accepted:
        yield _("Mailboxes at %(domain)s count now. Ask for a code there to go on.") % {
            "domain": claim.subject
        }
    else:
        yield _("A reviewer of the verification desk could not accept what you sent.")
    if claim.answer:
        yield _("They write: %(answer)s") % {"answer": claim.answer}
    if claim.route == Route.DOCUMENT:
        yield _("The document has been deleted.")
