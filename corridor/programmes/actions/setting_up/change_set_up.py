from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.programmes import queries
from corridor.programmes.actions.answering import name_account
from corridor.programmes.actions.applying.let_in_next import let_in_next
from corridor.programmes.actions.applying.own import hold_round
from corridor.programmes.actions.consequences.count import end_what_counts_no_more
from corridor.programmes.actions.record_deed import record_deed
from corridor.programmes.actions.set_up_rights import hold_to_set_up
from corridor.programmes.choices import Admission, TeamDeedKind
from corridor.programmes.models import Programme, Round
from corridor.programmes.queries.consequences import KINDS, SINCE

if TYPE_CHECKING:
    from corridor.people.models import Profile

HASHTAG_TAKEN = gettext_lazy("An active programme has this hashtag already.")
NAMED_AFTER = frozenset({"name", "hashtag"})
"""What its account is named after."""
COUNTING = frozenset({*KINDS.values(), "counts_first_days", "counts_months"})
MEMBERSHIP = frozenset({"admission", "domains", "rosters"})


@transaction.atomic
def change_set_up(
    programme: Programme, changes: Mapping[str, Any], *, by: "Profile", now: datetime
) -> Programme:
    """By the names of its columns. Raises NotInTeam, ProgrammeArchived or ValidationError.

    What people agreed to or answered before stays as it was. Whoever waits for a place gets one
    as soon as there are more.
    """
    held = hold_to_set_up(programme, by=by)
    changed = [name for name, value in changes.items() if getattr(held, name) != value]
    switched_on = [SINCE[kind] for kind, name in KINDS.items() if _is_new(held, name, changes)]
    for name in changed:
        setattr(held, name, changes[name])
    for name in switched_on:
        setattr(held, name, now)
    _check(held, frozenset(changed))
    held.full_clean()
    if changed:
        _save(held, [*changed, *switched_on])
        record_deed(held, TeamDeedKind.SET_UP, by=by, now=now, words=_titles(changed))
    if not NAMED_AFTER.isdisjoint(changed):
        name_account(held)
    if not COUNTING.isdisjoint(changed):
        end_what_counts_no_more(held, now=now)
    if "places" in changed:
        _let_in(held, now=now)
    return held


def _is_new(programme: Programme, rule: str, changes: Mapping[str, Any]) -> bool:
    """It counts from now on, and did not before."""
    return bool(changes.get(rule)) and not getattr(programme, rule)


def _save(programme: Programme, changed: Collection[str]) -> None:
    """Raises ValidationError where another programme became active with its hashtag just now."""
    try:
        with transaction.atomic():
            programme.save(update_fields=changed)
    except IntegrityError as taken_meanwhile:
        if "hashtag" not in changed:
            raise
        raise ValidationError({"hashtag": str(HASHTAG_TAKEN)}) from taken_meanwhile


def _let_in(programme: Programme, *, now: datetime) -> None:
    rounds = programme.rounds.filter(state__in=(Round.State.OPEN, Round.State.CLOSED))
    for round in rounds.order_by("pk"):
        let_in_next(hold_round(round), now=now)


def _titles(columns: Iterable[str]) -> str:
    titles = {field.name: field.verbose_name for field in Programme._meta.concrete_fields}
    return ", ".join(str(titles[name]) for name in columns)


def _check(programme: Programme, changed: Collection[str]) -> None:
    """Only what was changed now: a copy has the hashtag of its original until it gets its own.

    Raises ValidationError.
    """
    if "hashtag" in changed:
        other = queries.active_with_hashtag(programme.hashtag)
        if other is not None and other.pk != programme.pk:
            raise ValidationError({"hashtag": str(HASHTAG_TAKEN)})
    is_changed = not MEMBERSHIP.isdisjoint(changed)
    if (
        is_changed
        and programme.admission == Admission.MEMBERSHIP
        and not (programme.domains.strip() or programme.rosters.strip())
    ):
        raise ValidationError({"domains": _("Name a domain or a roster, or nobody gets in.")})
