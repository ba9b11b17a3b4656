"""What somebody says of herself, if she wants to: sealed, for the uses she agreed to, and hers.

Everything said lies sealed (`kernel.sealing`) in tables of their own, which matching cannot
read: nothing of it decides about anybody unless she asks for it.
"""

from typing import Any, Never

from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.people.choices import Audience, Deed, Purpose
from corridor.people.models.profile import Profile


class Question(models.Model):
    """One thing people may say of themselves. An installation edits these."""

    slug = models.SlugField(unique=True, max_length=40)
    wording = models.CharField(_("Question"), max_length=200)
    help = models.CharField(_("Help"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField()
    allows_own_words = models.BooleanField(_("Own words allowed"), default=True)
    is_experience = models.BooleanField(_("Lived experience"), default=False)
    """Members may search by it, and a mentee may ask to share it."""
    is_active = models.BooleanField(_("Asked"), default=True)

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.slug


class Option(models.Model):
    question = models.ForeignKey(Question, models.CASCADE, related_name="options")
    slug = models.SlugField(max_length=60)
    wording = models.CharField(_("Answer"), max_length=120)
    position = models.PositiveSmallIntegerField()
    is_active = models.BooleanField(_("Offered"), default=True)

    class Meta:
        ordering = ("position", "pk")
        constraints = [
            models.UniqueConstraint(fields=["question", "slug"], name="option_once_a_question"),
        ]

    def __str__(self) -> str:
        return self.slug


class Facet(models.Model):
    """Her answer to one question, sealed, and who may see it on her profile."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="facets")
    question = models.ForeignKey(Question, models.PROTECT, related_name="+")
    sealed = models.BinaryField()
    """`sealed_answers.Answer`; there is one for each question, also for those not answered."""
    audience = models.CharField(max_length=9, choices=Audience, default=Audience.NOBODY)

    class Meta:
        ordering = ("question__position", "pk")
        constraints = [
            models.UniqueConstraint(fields=["profile", "question"], name="facet_one_a_question"),
        ]

    def __str__(self) -> str:
        return f"facet {self.pk}"


class FacetIndex(models.Model):
    """A keyed digest of one value that members may search by; says nothing without the key."""

    facet = models.ForeignKey(Facet, models.CASCADE, related_name="index")
    digest = models.BinaryField(max_length=32, db_index=True)

    def __str__(self) -> str:
        return f"index of facet {self.facet_id}"


class Consent(models.Model):
    """What somebody agreed to; ended when she takes it back, and agreed to anew as another row."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=8, choices=Purpose)
    given_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("given_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["profile", "purpose"],
                condition=models.Q(ended_at__isnull=True),
                name="consent_one_in_force",
            ),
        ]

    def __str__(self) -> str:
        return f"consent to {self.purpose} of {self.profile_id}"


class AccessIsFinal(Exception):
    """The log is only ever added to."""


class Accesses(models.QuerySet["Access"]):
    """Rows are added and read. They go with the profile that they are about, not before."""

    def update(self, **_: Any) -> Never:
        """Raises AccessIsFinal."""
        raise AccessIsFinal

    def delete(self) -> Never:
        """Raises AccessIsFinal."""
        raise AccessIsFinal


class Access(models.Model):
    """Who saw or changed what of somebody's special-category data. Only ever added to."""

    subject = models.ForeignKey(Profile, models.CASCADE, related_name="accesses")
    by = models.ForeignKey(Profile, models.SET_NULL, null=True, blank=True, related_name="+")
    """None for a visitor, for the server itself, and for somebody who has left."""
    at = models.DateTimeField()
    deed = models.CharField(max_length=20, choices=Deed)
    """What was done: never a value."""

    objects = Accesses.as_manager()

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.deed} of {self.subject_id}"

    def save(self, **kwargs: Any) -> None:
        """Raises AccessIsFinal for a row that is stored already."""
        if not self._state.adding:
            raise AccessIsFinal
        super().save(**kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Raises AccessIsFinal."""
        del args, kwargs
        raise AccessIsFinal
