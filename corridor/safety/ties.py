"""What ties a moderator to a party of a case.

Who follows somebody is warned. Who works with a party in a programme, or at the same institution,
leaves the case to another as long as there is one without such a tie.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q

from corridor.people import queries as people
from corridor.safety import policies
from corridor.safety.models import Moderator

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.safety.models import Case

STRONG = frozenset(
    {
        "works_with_person",
        "works_with_flagger",
        "institution_of_person",
        "institution_of_flagger",
    }
)


class LeaveItToAnother(Exception):
    """She is tied to a party, and somebody else is not."""


def ties(viewer: "Profile", case: "Case") -> Sequence[str]:
    """Codes. Blocks and evaluations keep a case from her altogether; these are named."""
    flaggers = [one.by for one in case.flags.select_related("by").order_by("pk") if one.by]
    return _ties(viewer, case.about, flaggers)


def is_tied(viewer: "Profile", case: "Case") -> bool:
    return bool(STRONG.intersection(ties(viewer, case)))


def refuse_if_tied(viewer: "Profile", case: "Case", *, today: date) -> None:
    """Raises LeaveItToAnother."""
    if is_tied(viewer, case) and is_another_free(viewer, case, today=today):
        raise LeaveItToAnother


def is_another_free(viewer: "Profile", case: "Case", *, today: date) -> bool:
    """Somebody else may look at it, and is not tied."""
    rights = Moderator.objects.filter(Q(queue=case.queue), profile__account__is_active=True)
    others = rights.exclude(profile=viewer).select_related("profile").order_by("pk")
    return any(
        policies.may_look(one.profile, case, today=today) and not is_tied(one.profile, case)
        for one in others
    )


def _ties(
    viewer: "Profile", about: "Profile | None", flaggers: "Iterable[Profile]"
) -> Sequence[str]:
    made = list(flaggers)
    ids = {one.pk for one in made}
    about_id = about.pk if about else None
    works_with = people.works_with(viewer)
    followed = people.followed_among(viewer.pk, {*ids, *([about_id] if about_id else [])})
    found = {
        "works_with_person": about_id in works_with,
        "works_with_flagger": bool(ids & works_with),
        "institution_of_person": about is not None and _is_same_place(viewer, about),
        "institution_of_flagger": any(_is_same_place(viewer, one) for one in made),
        "follows_person": about_id in followed,
        "follows_flagger": bool(ids & followed),
    }
    return [code for code, holds in found.items() if holds]


def _is_same_place(one: "Profile", other: "Profile") -> bool:
    place = _folded(one.institution)
    return bool(place) and place == _folded(other.institution)


def _folded(institution: str) -> str:
    return " ".join(institution.casefold().split())
