"""Somebody says where else she is, and pages there may confirm it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction

from corridor.kernel import events, outbound_http
from corridor.people import policies
from corridor.people.actions.edit_profile import NotYourProfile
from corridor.people.events import ProfileChanged
from corridor.people.models import Profile, ProfileLink
from corridor.people.names import clean_line
from corridor.people.web_addresses import links_back, plain_address

MOST_LINKS = 6


class TooManyLinks(Exception):
    """More than anybody would follow."""


@dataclass(frozen=True, kw_only=True)
class NewLink:
    label: str
    url: str


@transaction.atomic
def set_links(*, profile: Profile, links: Sequence[NewLink], by: Profile) -> None:
    """An address that stays keeps what was checked of it.

    Raises NotYourProfile, TooManyLinks, AddressRefused or ValidationError.
    """
    if not policies.owns(by, profile):
        raise NotYourProfile
    if len(links) > MOST_LINKS:
        raise TooManyLinks

    earlier = {link.url: link for link in profile.links.all()}
    profile.links.all().delete()
    for position, new in enumerate(links):
        url = plain_address(new.url)
        known = earlier.get(url)
        link = ProfileLink(
            profile=profile,
            position=position,
            label=clean_line(new.label),
            url=url,
            checked_at=known.checked_at if known else None,
            verified_at=known.verified_at if known else None,
        )
        link.full_clean()
        link.save()
    events.publish(ProfileChanged(profile_id=profile.pk))


def check_link(*, link: ProfileLink, by: Profile, now: datetime) -> bool:
    """Whether the page there links back with rel=me; what was found is kept with the link.

    Raises NotYourProfile, or NotReached, which leaves what was found before.
    """
    if not policies.owns(by, link.profile):
        raise NotYourProfile
    # No transaction is open while another server takes its time.
    answer = outbound_http.fetch(link.url)

    ours = f"{settings.PUBLIC_URL}/@{link.profile.handle}/"
    is_mutual = answer.code == outbound_http.OK and links_back(answer.text, to=ours)
    link.checked_at = now
    link.verified_at = now if is_mutual else None
    link.save(update_fields=["checked_at", "verified_at"])
    events.publish(ProfileChanged(profile_id=link.profile_id))
    return is_mutual
