"""Who may join through an app, in the words of `REGISTRATION`."""

from corridor.people import policies
from corridor.people.registration import Registration, registration


def is_open() -> bool:
    """For somebody without a link: those who were invited come by it, to the page."""
    return registration() != Registration.INVITATION


def needs_words() -> bool:
    return policies.needs_admission(is_invited=False)
