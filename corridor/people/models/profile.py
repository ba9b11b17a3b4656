"""Who somebody is to others."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.careers import BY_CODE, Career
from corridor.algorithms.specialties import BY_SLUG, Specialty
from corridor.people.choices import TagKind, Visibility
from corridor.people.models.account import Account

LONGEST_REPLY = 60


def known_stage(code: str) -> None:
    if code not in BY_CODE:
        raise ValidationError(_("Choose a stage from the career ladder."))


def known_specialty(slug: str) -> None:
    if slug not in BY_SLUG:
        raise ValidationError(_("Choose a specialty from the list."))


def known_time_zone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as unknown:
        raise ValidationError(_("Choose a time zone such as Europe/Stockholm.")) from unknown


class Profile(models.Model):
    account = models.OneToOneField(Account, models.CASCADE, related_name="profile")
    handle = models.CharField(
        _("Handle"),
        max_length=30,
        unique=True,
        validators=[
            RegexValidator(
                r"^[a-z0-9_]+\Z", _("Use small letters, digits and underscores for a handle.")
            )
        ],
    )
    display_name = models.CharField(_("Name"), max_length=100)
    pronouns = models.CharField(_("Pronouns"), max_length=40, blank=True)
    bio = models.TextField(_("About you"), max_length=1000, blank=True)
    """Plain text; hashtags and addresses in it become links when it is shown."""
    photo = models.FileField(_("Photo"), upload_to="photos/", blank=True)
    """Made anew by ``kernel.pictures`` from what was sent: nothing of the camera is left in it."""
    photo_alt = models.CharField(_("What the photo shows"), max_length=300, blank=True)
    stage = models.CharField(_("Stage"), max_length=5, validators=[known_stage], blank=True)
    """A code of `algorithms.careers`."""
    grade = models.CharField(_("What your stage is called"), max_length=60, blank=True)
    """The local word: registrar, Oberarzt, externe."""
    specialty = models.CharField(
        _("Specialty"), max_length=80, validators=[known_specialty], blank=True
    )
    """A slug of `algorithms.specialties`."""
    subspecialty = models.CharField(_("Subspecialty"), max_length=80, blank=True)
    institution = models.CharField(_("Institution"), max_length=160, blank=True)
    """The present one of her affiliations, kept by `set_affiliations`."""
    country = models.CharField(_("Country"), max_length=2, blank=True)
    """ISO 3166 code."""
    time_zone = models.CharField(
        _("Time zone"), max_length=64, default="UTC", validators=[known_time_zone]
    )
    orcid = models.CharField(_("ORCID iD"), max_length=19, blank=True)
    """Only one that she signed in with."""
    visibility = models.CharField(
        _("Who sees your profile"), max_length=7, choices=Visibility, default=Visibility.PUBLIC
    )
    is_listed = models.BooleanField(_("Listed in the directory"), default=True)
    is_pseudonymous = models.BooleanField(_("Known by another name"), default=False)
    """Others see her stage, and neither institution, works nor where a badge comes from."""
    in_gallery = models.BooleanField(_("Shown among role models"), default=False)
    gallery_words = models.CharField(
        _("What you would tell those after you"), max_length=300, blank=True
    )
    is_searchable = models.BooleanField(
        _("Posts for everybody may be found by search"), default=False
    )
    approves_followers = models.BooleanField(_("Approves who follows"), default=False)
    reply_within_days = models.PositiveSmallIntegerField(
        _("Replies within so many days"),
        default=7,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_REPLY)],
    )
    wants_nudges = models.BooleanField(_("Tips while you settle in"), default=True)
    is_automated = models.BooleanField(default=False, editable=False)
    """A program speaks here, such as a programme: nobody signs in, and nobody reads what comes."""
    seen_on = models.DateField(null=True, blank=True, db_index=True)
    """The last day she was here."""

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="profile_handle_is_small_letters",
                condition=models.Q(handle__regex=r"^[a-z0-9_]+$"),
            ),
            models.CheckConstraint(
                name="profile_replies_within_reason",
                condition=models.Q(reply_within_days__range=(1, LONGEST_REPLY)),
            ),
        ]

    def __str__(self) -> str:
        return f"@{self.handle}"

    @property
    def career(self) -> Career | None:
        return BY_CODE.get(self.stage)

    @property
    def stage_name(self) -> str:
        """Her own word for it, else the ladder's."""
        return self.grade or (self.career.name if self.career else "")

    @property
    def discipline(self) -> Specialty | None:
        return BY_SLUG.get(self.specialty)

    @property
    def field(self) -> str:
        """What she works in, as closely as she said it: the subspecialty, else the specialty."""
        return self.subspecialty or (self.discipline.name if self.discipline else "")


class RestingHandle(models.Model):
    """A handle that was given up. Only its digest is kept: whoever left has no name here."""

    digest = models.BinaryField(max_length=32, unique=True)
    given_up_by = models.ForeignKey(
        Profile, models.SET_NULL, null=True, blank=True, related_name="resting_handles"
    )
    """None once she left."""
    given_up_at = models.DateTimeField()

    class Meta:
        ordering = ("-given_up_at", "-pk")

    def __str__(self) -> str:
        return f"resting handle {self.pk}"


class Affiliation(models.Model):
    """Where somebody works or worked, or learns."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="affiliations")
    institution = models.CharField(_("Institution"), max_length=160)
    since = models.DateField(_("Since"), null=True, blank=True)
    until = models.DateField(_("Until"), null=True, blank=True)

    class Meta:
        ordering = (models.F("until").desc(nulls_first=True), "-since", "pk")
        constraints = [
            models.CheckConstraint(
                name="affiliation_ends_after_it_begins",
                condition=models.Q(since__isnull=True)
                | models.Q(until__isnull=True)
                | models.Q(until__gte=models.F("since")),
                violation_error_message=_("It ends before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return self.institution


class ProfileTag(models.Model):
    """A word that somebody is found by."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="tags")
    kind = models.CharField(max_length=8, choices=TagKind)
    tag = models.CharField(max_length=60)
    """Small letters, single spaces, no hash."""

    class Meta:
        ordering = ("kind", "tag")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "tag", "profile"], name="profile_tag_once_a_person"
            ),
        ]

    def __str__(self) -> str:
        return self.tag


class ProfileLink(models.Model):
    """An address elsewhere; verified where the page there links back with rel=me."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="links")
    position = models.PositiveSmallIntegerField()
    label = models.CharField(_("What it is"), max_length=60)
    url = models.URLField(_("Address"), max_length=300)
    checked_at = models.DateTimeField(null=True, blank=True)
    verified_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.url


class Work(models.Model):
    """Something somebody published, as her ORCID record lists it."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="works")
    title = models.CharField(max_length=500)
    journal = models.CharField(max_length=300, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    doi = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = (models.F("year").desc(nulls_last=True), "title", "pk")

    def __str__(self) -> str:
        return self.title


class FreeHours(models.Model):
    """When somebody can meet, every week, in the time of where she lives."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="free_hours")
    day = models.PositiveSmallIntegerField()
    """0 is Monday."""
    start = models.PositiveSmallIntegerField()
    """Minutes after midnight."""
    end = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("day", "start", "pk")
        constraints = [
            models.CheckConstraint(
                name="free_hours_within_a_day",
                condition=models.Q(day__lte=6)
                & models.Q(start__lt=models.F("end"))
                & models.Q(end__lte=1440),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.start}-{self.end}"
