"""Who may join here, as the installation chooses."""

from enum import StrEnum

from django.conf import settings


class Registration(StrEnum):
    OPEN = "open"
    APPROVAL = "approval"
    """An operator admits each newcomer."""
    INVITATION = "invitation"
    ROSTER = "roster"
    """Whoever is on a roster, with the mailbox that stands there."""
    DOMAINS = "domains"
    """Whoever has a mailbox at one of some domains, or below it."""


def registration() -> Registration:
    return Registration(settings.REGISTRATION)


def is_at_a_known_domain(email: str) -> bool:
    domain = email.rpartition("@")[2].lower()
    return any(
        domain == known or domain.endswith(f".{known}") for known in settings.REGISTRATION_DOMAINS
    )
