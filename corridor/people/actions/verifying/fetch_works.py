"""What somebody published, as her ORCID record lists it, comes to her profile."""

from django.conf import settings
from django.db import transaction

from corridor.algorithms.orcid_works import works_in
from corridor.kernel import outbound_http
from corridor.people import policies
from corridor.people.actions.edit_profile import NotYourProfile
from corridor.people.models import Profile, Work

RECORD = "https://pub.orcid.org/v3.0/{orcid}/works"


class NoOrcid(Exception):
    """She has not signed in with ORCID."""


class WorksNotAsked(Exception):
    """This installation asks ORCID for nothing: `ORCID_WORKS` is off."""


def fetch_works(*, profile: Profile, by: Profile) -> int:
    """How many there are now. What was listed before stays until the answer is here.

    Raises NotYourProfile, WorksNotAsked, NoOrcid or NotReached.
    """
    if not policies.owns(by, profile):
        raise NotYourProfile
    if not settings.ORCID_WORKS:
        raise WorksNotAsked
    if not profile.orcid:
        raise NoOrcid
    # No transaction is open while another server takes its time.
    answer = outbound_http.fetch(RECORD.format(orcid=profile.orcid), accept="application/json")
    if answer.code != outbound_http.OK:
        raise outbound_http.NotReached(str(answer.code))

    found = works_in(answer.text)
    with transaction.atomic():
        profile.works.all().delete()
        Work.objects.bulk_create(
            Work(
                profile=profile,
                title=work.title,
                journal=work.journal,
                year=work.year,
                doi=work.doi,
            )
            for work in found
        )
    return len(found)
