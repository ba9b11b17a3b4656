"""Somebody signed in with ORCID: the iD is hers."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from corridor.people.models import Profile


def keep_orcid(profile: Profile, *, orcid: str) -> None:
    """Raises ValidationError on anything but sixteen digits, of which the last may be X."""
    if not re.fullmatch(r"(\d{4}-){3}\d{3}[\dX]", orcid, re.ASCII):
        raise ValidationError(_("This is no ORCID iD."))
    profile.orcid = orcid
    profile.save(update_fields=["orcid"])


def forget_orcid(profile: Profile) -> None:
    """She took that way of signing in away."""
    profile.orcid = ""
    profile.save(update_fields=["orcid"])
