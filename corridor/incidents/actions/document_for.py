"""A helper keeps evidence for somebody, in a file that the helper does not read."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from corridor.helping import actions as helping
from corridor.helping.choices import Deed, Scope
from corridor.incidents import recording, snapshots
from corridor.incidents.actions.add_piece import NothingToKeep, of_post, prepare
from corridor.incidents.actions.hold import hold
from corridor.incidents.actions.open_incident import open_incident
from corridor.incidents.choices import CheckIns, Kind
from corridor.incidents.evidence_files import GivenFile, LookedAt, look_at
from corridor.incidents.models import Incident
from corridor.incidents.recording import NewPiece
from corridor.incidents.telling import Told
from corridor.safety import queries as safety

if TYPE_CHECKING:
    from corridor.helping.models import Helper
    from corridor.people.models import Profile


def add_piece_for(
    new: NewPiece,
    given: Sequence[GivenFile] = (),
    *,
    helper_id: int,
    by: "Profile",
    now: datetime,
) -> None:
    """What the helper herself sees or has. Into the newest open file, or one that is begun.

    Raises NoHelper, OutsideScope, or as `add_piece`.
    """
    whole, files = prepare(new, given, viewer=by, now=now)
    with transaction.atomic():
        helper = helping.hold_helper(helper_id, by=by, scope=Scope.DOCUMENT, now=now)
        _keep(whole, files, helper, now)


@transaction.atomic
def keep_held_for(
    held_ids: Collection[int], *, helper_id: int, by: "Profile", now: datetime
) -> None:
    """What lies apart for her, as she could read it.

    Raises NoHelper, OutsideScope or NothingToKeep.
    """
    helper = helping.hold_helper(helper_id, by=by, scope=Scope.DOCUMENT, now=now)
    if Scope.READ not in helper.scopes:
        raise helping.OutsideScope
    found = safety.held_of(held_ids, profile_id=helper.owner_id, now=now)
    rows = [one for one in found if not one.is_request]
    if not rows:
        raise NothingToKeep
    for one in rows:
        snapshot, pictures = snapshots.of_post(one.post_id, viewer=helper.owner, now=now)
        new = of_post(NewPiece(kind=Kind.POST), snapshot)
        _keep(new, [look_at(picture) for picture in pictures], helper, now)


def _keep(new: NewPiece, files: Sequence[LookedAt], helper: "Helper", now: datetime) -> None:
    incident = hold(_incident(helper, now), by=helper.owner)
    recording.add(new, files, incident=incident, by=helper.helper, now=now)
    said = new.snapshot.get("words") or new.words
    helping.write_down(Deed.KEPT, held=helper, now=now, who=new.who, words=said)


def _incident(helper: "Helper", now: datetime) -> Incident:
    rows = Incident.objects.filter(owner=helper.owner, closed_at=None)
    newest = rows.order_by("-opened_at", "-pk").first()
    if newest is not None:
        return newest
    told = Told(
        what_happened=_("Begun by @%(handle)s, who kept evidence for you.")
        % {"handle": helper.helper.handle}
    )
    return open_incident(told, check_ins=CheckIns.HERE, by=helper.owner, now=now)
