"""Whom somebody named, in calm times, to help her when she is attacked."""

from typing import Any
from uuid import uuid4

from django.db import models

from corridor.helping.choices import Deed, Scope
from corridor.kernel.sealed_document import SealedDocument

SOMEBODY = "people.Profile"


class Helper(models.Model):
    """Asked, then agreed, until one of them ends it; the row stays and says so."""

    owner = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    helper = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    may_read = models.BooleanField(default=False)
    may_document = models.BooleanField(default=False)
    may_flag = models.BooleanField(default=False)
    may_guard = models.BooleanField(default=False)
    is_called = models.BooleanField(default=False)
    """She agreed beforehand that this helper is told when she may be under attack."""
    asked_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    called_at = models.DateTimeField(null=True, blank=True)
    """When the helper was told last."""

    class Meta:
        ordering = ("asked_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "helper"], condition=models.Q(ended_at=None), name="helper_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(owner=models.F("helper")), name="helper_is_another"
            ),
        ]
        indexes = [models.Index(fields=["helper", "ended_at"], name="helper_of_whom")]

    def __str__(self) -> str:
        return f"{self.helper_id} helps {self.owner_id}"

    @property
    def is_active(self) -> bool:
        return self.agreed_at is not None and self.ended_at is None

    @property
    def scopes(self) -> frozenset[Scope]:
        return frozenset(scope for scope in Scope if getattr(self, f"may_{scope}"))

    def give(self, scopes: frozenset[Scope]) -> None:
        for scope in Scope:
            setattr(self, f"may_{scope}", scope in scopes)


class NotToBeChanged(Exception):
    """The list of what helpers did is only added to."""


class HelperDeeds(models.QuerySet["HelperDeed"]):
    def update(self, **values: Any) -> int:
        del values
        raise NotToBeChanged

    def delete(self) -> tuple[int, dict[str, int]]:
        raise NotToBeChanged


class HelperDeed(models.Model):
    """One thing that a helper did for somebody; it goes with her account, and not before."""

    owner = models.ForeignKey(SOMEBODY, models.CASCADE, related_name="+")
    helper = models.ForeignKey(SOMEBODY, models.SET_NULL, null=True, blank=True, related_name="+")
    deed = models.CharField(max_length=8, choices=Deed)
    at = models.DateTimeField()
    place = models.UUIDField(default=uuid4, unique=True, editable=False)
    sealed_about = models.BinaryField(default=b"")
    about = SealedDocument(of=("place",))
    """{"helper": "...", "who": "...", "words": "..."}: handles, and what it was about."""

    objects = HelperDeeds.as_manager()

    class Meta:
        ordering = ("-at", "-pk")
        indexes = [models.Index(fields=["owner", "-at"], name="helper_deeds_newest")]

    def __str__(self) -> str:
        return f"{self.helper_id} {self.deed} for {self.owner_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise NotToBeChanged
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        del args, kwargs
        raise NotToBeChanged
