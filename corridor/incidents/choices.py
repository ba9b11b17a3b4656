"""What is kept in an incident file, whom she may write to, and how she is asked how she is."""

from datetime import timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """Of a piece of evidence."""

    POST = "post", _("A post or a page")
    MESSAGE = "message", _("A message")
    CALL = "call", _("A phone call")
    MAIL = "mail", _("An e-mail")
    LETTER = "letter", _("A letter")
    IN_PERSON = "in_person", _("Something said or done in person")
    FILE = "file", _("A screenshot or a file")
    NOTE = "note", _("A note")
    TOLD = "told", _("Somebody I told")
    """Who knows: it is listed apart as well."""


class CheckIns(TextChoices):
    """Whether she wants to be asked how she is."""

    MAIL = "mail", _("Here and by mail")
    HERE = "here", _("Only here")
    NONE = "none", _("Not at all")


class Feeling(TextChoices):
    BETTER = "better", _("Better")
    SAME = "same", _("About the same")
    WORSE = "worse", _("Worse")
    UNSAID = "unsaid", _("I would rather not say")


class Step(TextChoices):
    """What has helped others, in the order in which it usually comes."""

    SAFE = "safe", _("Check that I am safe where I am")
    SHIELD = "shield", _("Raise my shield, so that strangers do not reach me")
    ACCOUNT = "account", _("Lock my account: a second step, and out of devices I do not use")
    ADDRESS = "address", _("Look for my address, number and shifts on the web, and have them gone")
    TELL_ONE = "tell_one", _("Tell one person whom I trust")
    DO_NOT_ANSWER = "no_answer", _("Not answer, or decide with somebody else what to answer")
    SLEEP = "sleep", _("Sleep, eat, and hand over the watching to somebody else")
    PEER = "peer", _("Talk to a peer or to somebody who listens for a living")
    WHO_SHOULD_KNOW = "who", _("Decide who at work should hear it from me first")
    LETTER = "letter", _("Write to them")
    CORRECT = "correct", _("Decide about my own post: leave it, correct it, or delete it")
    OUTCOME = "outcome", _("Ask what came of flags, letters and reports")
    RETURN = "return", _("Post again, when and how I choose")
    THANK = "thank", _("Thank those who stood by me")


STEPS_AFTER: dict[int, tuple[Step, ...]] = {
    0: (Step.SAFE, Step.SHIELD, Step.ACCOUNT, Step.ADDRESS, Step.TELL_ONE, Step.DO_NOT_ANSWER),
    1: (Step.SLEEP, Step.PEER, Step.WHO_SHOULD_KNOW, Step.LETTER),
    7: (Step.CORRECT, Step.OUTCOME),
    30: (Step.RETURN, Step.THANK),
}
"""Days after it began -> what is suggested from then on."""
DAYS = (1, 7, 30)
"""After how many days she is asked."""
AT_HOUR = 9
"""By her own clock."""
LATE = timedelta(days=5)
"""Where the server was down for longer, she is not asked any more."""


class Recipient(TextChoices):
    """For whom there is a letter to adapt."""

    DIRECTOR = "director", _("Programme director, or supervisor")
    OFFICE = "office", _("GME office, dean, or school")
    EMPLOYER = "employer", _("Employer, or human resources")
    BODY = "body", _("Licensing or professional body")
    POLICE = "police", _("Police")
