"""What a helper may do for somebody, and what she did."""

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Scope(TextChoices):
    """Each is given apart, and taken back apart."""

    READ = "read", _("Look through what is held for me")
    DOCUMENT = "document", _("Keep evidence for me")
    FLAG = "flag", _("Flag for me")
    GUARD = "guard", _("Mute and block for me")


MEANS: Mapping[Scope, Promise] = {
    Scope.READ: _(
        "Read what strangers said to you while your shield was up, their messages included, put it"
        " away or let it through."
    ),
    Scope.DOCUMENT: _(
        "Put posts, screenshots and notes into your incident file; it stays closed to them."
    ),
    Scope.FLAG: _("Tell moderators, under their own name. They hear what comes of it."),
    Scope.GUARD: _("Mute and block people on your behalf. You can undo each."),
}


class Deed(TextChoices):
    """What stands in the list of what helpers did; it is only added to."""

    ACCEPTED = "accepted", _("agreed to help")
    ENDED = "ended", _("stopped helping")
    LOOKED = "looked", _("looked through what is held")
    LET = "let", _("let something through")
    PUT_AWAY = "put_away", _("put something away")
    MUTED = "muted", _("muted somebody")
    BLOCKED = "blocked", _("blocked somebody")
    FLAGGED = "flagged", _("flagged something")
    KEPT = "kept", _("kept evidence in the incident file")
    REPLIED = "replied", _("replied kindly")
