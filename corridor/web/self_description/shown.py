"""What a page shows of somebody's self-description; that somebody looked is written down."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from corridor.people import actions, queries
from corridor.people.choices import Deed
from corridor.people.queries import ShownFacet
from corridor.web.viewer import ViewerRequest

if TYPE_CHECKING:
    from corridor.people.models import Profile


def facets_to_show(request: ViewerRequest, profile: "Profile") -> Sequence[ShownFacet]:
    """For `self_description/_facets.html`. For "as seen by ..." ask `queries.facets_shown`."""
    shown = queries.facets_shown(profile, viewer=request.profile, now=request.now)
    if shown:
        actions.record_sights(
            subjects=[profile.pk],
            by=request.profile,
            deed=Deed.SEEN if request.profile else Deed.SEEN_BY_VISITOR,
            now=request.now,
        )
    return shown
