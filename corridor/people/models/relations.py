"""Whom somebody follows, keeps away from, or is judged by. All of it is private but follows."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.people.choices import EvaluationKind, RepliesShown
from corridor.people.models.profile import Profile


class Follow(models.Model):
    follower = models.ForeignKey(Profile, models.CASCADE, related_name="following")
    followed = models.ForeignKey(Profile, models.CASCADE, related_name="followers")
    asked_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    """None while somebody who approves her followers has not answered."""
    shows_boosts = models.BooleanField(default=True)
    notifies = models.BooleanField(default=False)
    """Of each new post."""

    class Meta:
        ordering = ("-asked_at", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["follower", "followed"], name="follow_once"),
            models.CheckConstraint(
                name="follow_somebody_else",
                condition=~models.Q(follower=models.F("followed")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.follower_id} follows {self.followed_id}"


class Block(models.Model):
    blocker = models.ForeignKey(Profile, models.CASCADE, related_name="blocks")
    blocked = models.ForeignKey(Profile, models.CASCADE, related_name="blocked_by")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["blocker", "blocked"], name="block_once"),
            models.CheckConstraint(
                name="block_somebody_else", condition=~models.Q(blocker=models.F("blocked"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.blocker_id} blocks {self.blocked_id}"


class Mute(models.Model):
    muter = models.ForeignKey(Profile, models.CASCADE, related_name="mutes")
    muted = models.ForeignKey(Profile, models.CASCADE, related_name="muted_by")
    at = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-at", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["muter", "muted"], name="mute_once"),
            models.CheckConstraint(
                name="mute_somebody_else", condition=~models.Q(muter=models.F("muted"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.muter_id} mutes {self.muted_id}"


class PersonList(models.Model):
    """A list of people that somebody keeps for herself."""

    owner = models.ForeignKey(Profile, models.CASCADE, related_name="lists")
    title = models.CharField(_("Name of the list"), max_length=60)
    replies = models.CharField(
        _("Replies in it"), max_length=8, choices=RepliesShown, default=RepliesShown.LISTED
    )
    is_exclusive = models.BooleanField(_("Their posts are left out of Home"), default=False)

    class Meta:
        ordering = ("title", "pk")
        constraints = [
            models.UniqueConstraint(fields=["owner", "title"], name="list_title_once"),
        ]

    def __str__(self) -> str:
        return self.title


class ListEntry(models.Model):
    list = models.ForeignKey(PersonList, models.CASCADE, related_name="entries")
    profile = models.ForeignKey(Profile, models.CASCADE, related_name="+")

    class Meta:
        ordering = ("profile__display_name", "pk")
        constraints = [
            models.UniqueConstraint(fields=["list", "profile"], name="list_entry_once"),
        ]

    def __str__(self) -> str:
        return f"{self.profile_id} in {self.list_id}"


class PersonNote(models.Model):
    """What somebody wants to remember of somebody else. Only she reads it."""

    by = models.ForeignKey(Profile, models.CASCADE, related_name="notes")
    about = models.ForeignKey(Profile, models.CASCADE, related_name="+")
    text = models.TextField(_("Your note"), max_length=2000)

    class Meta:
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["by", "about"], name="person_note_once")]

    def __str__(self) -> str:
        return f"{self.by_id} about {self.about_id}"


class Endorsement(models.Model):
    """Somebody whom she follows and shows on her profile."""

    by = models.ForeignKey(Profile, models.CASCADE, related_name="endorsements")
    profile = models.ForeignKey(Profile, models.CASCADE, related_name="endorsed_by")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["by", "profile"], name="endorsement_once"),
        ]

    def __str__(self) -> str:
        return f"{self.by_id} shows {self.profile_id}"


class Evaluation(models.Model):
    """Somebody judges somebody else's work: the two are kept apart while it lasts.

    Only who declared it sees it.
    """

    declared_by = models.ForeignKey(Profile, models.CASCADE, related_name="evaluations")
    other = models.ForeignKey(Profile, models.CASCADE, related_name="evaluations_by_others")
    kind = models.CharField(max_length=15, choices=EvaluationKind)
    at = models.DateTimeField()
    ends_on = models.DateField(_("Until"), null=True, blank=True)
    """The first day it no longer holds."""

    class Meta:
        ordering = ("-at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["declared_by", "other", "kind"], name="evaluation_declared_once"
            ),
            models.CheckConstraint(
                name="evaluation_of_somebody_else",
                condition=~models.Q(declared_by=models.F("other")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.declared_by_id}, {self.other_id}"
