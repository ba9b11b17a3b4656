"""Two people put an agreement into words, and both sign the same version of it."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.mentoring.actions.hold_relationship import hold_active
from corridor.mentoring.actions.tell_other import tell_other
from corridor.mentoring.agreement_terms import LONGEST_TERM, PROGRAMME, TERMS
from corridor.mentoring.models import AgreementVersion, Relationship

if TYPE_CHECKING:
    from corridor.people.models import Profile


class AgreementIsEmpty(Exception):
    """There is nothing in it to sign."""


class TermTooLong(Exception):
    """One part is longer than anybody reads."""


class NothingChanged(Exception):
    """It says what the newest version says."""


class NewerVersion(Exception):
    """The other changed it meanwhile: read that first."""


class SignedAlready(Exception):
    """She signed this version."""


@transaction.atomic
def propose_agreement(
    relationship_id: int,
    terms: Mapping[str, str],
    *,
    after: int,
    by: "Profile",
    now: datetime,
) -> AgreementVersion:
    """A new version, signed by whoever proposes it; `after` is the number of the one she changed.

    Raises NotYourRelationship, NotOpen, Resting, NewerVersion, AgreementIsEmpty, TermTooLong or
    NothingChanged.
    """
    held = hold_active(relationship_id, by=by)
    newest = _newest(held)
    if (newest.number if newest else 0) != after:
        raise NewerVersion
    said = {key: terms.get(key, "").strip() for key in TERMS}
    if not any(said.values()):
        raise AgreementIsEmpty
    if any(len(text) > LONGEST_TERM for text in said.values()):
        raise TermTooLong
    if held.agreement_text:
        said[PROGRAMME] = held.agreement_text
    if newest is not None and newest.terms == said:
        raise NothingChanged

    version = AgreementVersion(relationship=held, number=after + 1, by=by, at=now)
    version.terms = said
    _sign(version, held, by, now)
    version.save()
    tell_other(held, by=by, now=now)
    return version


@transaction.atomic
def sign_agreement(
    relationship_id: int, *, number: int, by: "Profile", now: datetime
) -> AgreementVersion:
    """Raises NotYourRelationship, NotOpen, Resting, NewerVersion or SignedAlready."""
    held = hold_active(relationship_id, by=by)
    newest = _newest(held)
    if newest is None or newest.number != number:
        raise NewerVersion
    if getattr(newest, _column(held, by)) is not None:
        raise SignedAlready

    _sign(newest, held, by, now)
    newest.save(update_fields=[_column(held, by)])
    tell_other(held, by=by, now=now)
    return newest


def _newest(held: Relationship) -> AgreementVersion | None:
    return held.agreements.order_by("-number").first()


def _sign(version: AgreementVersion, held: Relationship, by: "Profile", now: datetime) -> None:
    setattr(version, _column(held, by), now)


def _column(held: Relationship, by: "Profile") -> str:
    return f"{held.side_of(by)}_signed_at"
