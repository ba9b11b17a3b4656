"""The log of who saw or changed what, for whom it is about."""

from django.db.models import QuerySet

from corridor.people.models import Access, Profile


def accesses(profile: Profile) -> QuerySet[Access]:
    """Newest first."""
    return profile.accesses.select_related("by").order_by("-at", "-pk")
