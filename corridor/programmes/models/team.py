"""Who runs a programme, who was asked to, and what they did."""

from typing import Any
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.kernel.sealed_document import SealedDocument
from corridor.programmes.choices import TeamDeedKind, TeamRole
from corridor.programmes.models.programme import Programme

SOMEBODY = "people.Profile"


class Functions(models.Model):
    admits = models.BooleanField(_("Decides who gets in"), default=False)
    publishes = models.BooleanField(_("Publishes matches"), default=False)
    messages = models.BooleanField(_("Writes to everybody in a round"), default=False)
    acts_for = models.BooleanField(_("Acts for members who ask"), default=False)

    class Meta:
        abstract = True


class TeamMember(Functions):
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="team")
    profile = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    role = models.CharField(_("Role"), max_length=8, choices=TeamRole)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["programme", "profile"], name="team_member_once"),
        ]

    def __str__(self) -> str:
        return f"{self.profile_id} in {self.programme_id} ({self.role})"


class TeamInvitation(Functions):
    """A member is asked to join a team; to become owner is to take the programme over."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="team_invitations")
    profile = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    role = models.CharField(_("Role"), max_length=8, choices=TeamRole)
    by = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    accepted = models.BooleanField(default=False)

    class Meta:
        ordering = ("-at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "profile"],
                condition=models.Q(ended_at=None),
                name="team_invitation_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.profile_id} asked into {self.programme_id}"

    @property
    def hands_over(self) -> bool:
        return self.role == TeamRole.OWNER


class DeedIsFinal(Exception):
    """The list of what a team did is only added to."""


class TeamDeeds(models.QuerySet["TeamDeed"]):
    def update(self, **values: Any) -> int:
        del values
        raise DeedIsFinal

    def delete(self) -> tuple[int, dict[str, int]]:
        raise DeedIsFinal


class TeamDeed(models.Model):
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="deeds")
    by = models.ForeignKey(SOMEBODY, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    kind = models.CharField(max_length=11, choices=TeamDeedKind)
    about = models.ForeignKey(SOMEBODY, models.PROTECT, null=True, blank=True, related_name="+")
    """The member it was done for or to."""
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_words = models.BinaryField(default=b"")
    words = SealedDocument(of=("place",))
    """What was done, and why where somebody acted for a member."""

    objects = TeamDeeds.as_manager()

    class Meta:
        ordering = ("-at", "-pk")
        indexes = [models.Index(fields=["programme", "-at"], name="team_deeds_newest")]

    def __str__(self) -> str:
        return f"{self.by_id}: {self.kind} in {self.programme_id}"

    def save(self, **kwargs: Any) -> None:
        """Raises DeedIsFinal for a row that is stored already."""
        if not self._state.adding:
            raise DeedIsFinal
        super().save(**kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Raises DeedIsFinal."""
        del args, kwargs
        raise DeedIsFinal
