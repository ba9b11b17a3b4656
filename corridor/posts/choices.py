"""What can be chosen of posts, for forms and models alike."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Audience(TextChoices):
    """Who may read a post."""

    PUBLIC = "public", _("Everybody")
    QUIET = "quiet", _("Everybody, quietly: not in public timelines")
    FOLLOWERS = "followers", _("My followers")
    VERIFIED = "verified", _("Verified members")
    RELATIONS = "relations", _("My mentors and mentees")
    NAMED = "named", _("Only people named in it")


OPEN = (Audience.PUBLIC, Audience.QUIET)
"""Anybody may read these, and so pass them on."""


class Repliers(TextChoices):
    """Who may reply to a post at once; the others' replies wait for its author."""

    EVERYONE = "everyone", _("Everyone")
    FOLLOWERS = "followers", _("My followers")
    VERIFIED = "verified", _("Verified members")
    MENTIONED = "mentioned", _("People named in it")
    NOBODY = "nobody", _("Nobody")


class Quoters(TextChoices):
    """Who may quote a post."""

    EVERYONE = "everyone", _("Everyone")
    FOLLOWERS = "followers", _("My followers")
    NOBODY = "nobody", _("Nobody")


class Kind(TextChoices):
    POST = "post", _("Post")
    STORY = "story", _("Restricted story")
    """Of something personal: it is never boosted or quoted, and it ends."""
    ACHIEVEMENT = "achievement", _("Achievement")


class Feat(TextChoices):
    """What was achieved."""

    PAPER = "paper", _("Paper")
    AWARD = "award", _("Award")
    TALK = "talk", _("Talk")
    MATCH = "match", _("Match")
    PROMOTION = "promotion", _("Promotion")


class Addressing(TextChoices):
    """Why somebody may read a post that is not for everybody."""

    MENTION = "mention", _("Named in it")
    RELATION = "relation", _("Mentor or mentee when it was published")


class MediaKind(TextChoices):
    IMAGE = "image", _("Picture")
    VIDEO = "video", _("Video")
    AUDIO = "audio", _("Audio")
    MOVING = "gifv", _("Moving picture")
    """Without sound, made of an animation."""


class MediaState(TextChoices):
    WAITING = "waiting", _("Being made ready")
    READY = "ready", _("Ready")
    FAILED = "failed", _("Cannot be shown")


class Note(TextChoices):
    """What may stand beside the composer; each can be dismissed for good."""

    INTEREST = "interest", _("Praise of a product without a disclosure")
    ADVICE = "advice", _("Advice to one person")
    ANGER = "anger", _("Somebody named in anger")
    DRINK = "drink", _("Drinking beside work")
    FUTURE = "future", _("Before you post for everybody")


class Covering(TextChoices):
    """How a part of a picture is made unrecognisable."""

    SOLID = "solid", _("Cover it")
    BLUR = "blur", _("Blur it, with large blocks underneath: for faces")


class WhyKept(TextChoices):
    """Why words stay that might identify a patient."""

    NO_PATIENT = "no_patient", _("They are about no patient")
    INVENTED = "invented", _("The patient is invented, or put together from several")
    AGREED = "agreed", _("The patient agreed to it in writing")
    LOOKED = "looked", _("I looked at the picture: nobody can be recognised in it")
    KNOWN = "known", _("It is published already, with a reference")
    SENT_AGAIN = "sent_again", _("Sent again from an app")
    READ = "read", _("A second reader let it pass")
