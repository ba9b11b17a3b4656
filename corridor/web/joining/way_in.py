"""Where somebody goes who has become a member."""

from django.urls import NoReverseMatch, reverse


def after_joining_url() -> str:
    """The way in, where there is one; else her own page."""
    try:
        return reverse("welcome")
    except NoReverseMatch:
        return reverse("you")
