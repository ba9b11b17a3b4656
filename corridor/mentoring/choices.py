"""What can be chosen of relationships, for forms and models alike."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    ACTIVE = "active", _("Active")
    PAUSED = "paused", _("Paused")
    ENDED = "ended", _("Ended")


class OriginKind(TextChoices):
    """How two people came together."""

    PROGRAMME = "programme", _("Matched in a programme")
    FIRST_CONTACT = "contact", _("Met through a first contact")
    AGREED = "agreed", _("Agreed between the two")


class Ending(TextChoices):
    """How a relationship ended; no fault is looked for."""

    FINISHED = "finished", _("We did what we set out to do")
    STOPPED = "stopped", _("It ends here")
    CHANGED = "changed", _("I look for somebody else")
    LEFT = "left", _("One of us left this server")


class MoveKind(TextChoices):
    """What somebody did with a relationship."""

    PAUSED = "paused", _("Paused")
    RESUMED = "resumed", _("Taken up again")
    ENDED = "ended", _("Ended")
    TAKEN_BACK = "taken_back", _("End taken back")


class CoachingStage(TextChoices):
    """The four steps of a coaching cycle, after Deiorio and others 2016."""

    PRINCIPLES = "principles", _("How we work together")
    ASSESSMENT = "assessment", _("Where the learner stands")
    PLAN = "plan", _("What we will do")
    REVIEW = "review", _("What came of it")
