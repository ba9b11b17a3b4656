"""What a director chooses from, for forms and models alike."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _

LARGEST_CAPACITY = 6
"""What one mentor can carry at most; five are usual."""
LAST_MEETING = 60
"""That a programme gives something to read before."""
FUNCTIONS = ("admits", "publishes", "messages", "acts_for")
"""What a reviewer or a reader may do besides; owners and directors may all of it."""


class Side(TextChoices):
    MENTEE = "mentee", _("Mentee")
    MENTOR = "mentor", _("Mentor")


class RoundState(TextChoices):
    PLANNED = "planned", _("Planned")
    OPEN = "open", _("Open for applications")
    CLOSED = "closed", _("Applications closed")
    MATCHING = "matching", _("Being matched")
    REVIEW = "review", _("Under review")
    PUBLISHED = "published", _("Published")
    RUNNING = "running", _("Running")
    FINISHED = "finished", _("Finished")


class Admission(TextChoices):
    """Who gets into a round of those who apply."""

    OPEN = "open", _("Everybody who applies")
    APPROVAL = "approval", _("Whoever the team admits")
    INVITATION = "invitation", _("Whoever was invited")
    MEMBERSHIP = "membership", _("Whoever a roster names, or has an address at a domain")


class Cadence(TextChoices):
    """How often two people who were matched are expected to meet."""

    ONCE = "once", _("Once")
    WEEKLY = "weekly", _("Every week")
    FORTNIGHTLY = "fortnight", _("Every two weeks")
    MONTHLY = "monthly", _("Every month")
    QUARTERLY = "quarterly", _("Every three months")


class LateHours(IntegerChoices):
    """So many hours before a meeting, or less, calling it off is late."""

    NEVER = 0, _("Not counted")
    TWO = 2, _("Less than 2 hours before")
    SIX = 6, _("Less than 6 hours before")
    TWELVE = 12, _("Less than 12 hours before")
    DAY = 24, _("Less than 24 hours before")


class TeamRole(TextChoices):
    OWNER = "owner", _("Owner")
    DIRECTOR = "director", _("Director")
    REVIEWER = "reviewer", _("Reviewer of matches")
    READER = "reader", _("Reader")


class Message(TextChoices):
    """What a programme says in words that a director may write: mails, and one reply."""

    WELCOME = "welcome", _("Welcome")
    RECEIPT = "receipt", _("Receipt of an application")
    MATCH_TO_MENTEE = "match_mentee", _("A match, to the mentee")
    MATCH_TO_MENTOR = "match_mentor", _("A match, to the mentor")
    REMINDER = "reminder", _("Reminder")
    CLOSING = "closing", _("Closing")
    ANSWER = "answer", _("Answer under a post")


class Audience(TextChoices):
    """Whom of a round a message to many goes to."""

    ALL = "all", _("Everybody who is in")
    MENTEES = "mentees", _("All mentees")
    MENTORS = "mentors", _("All mentors")
    UNMATCHED = "unmatched", _("Mentees with nobody")
    UNANSWERED = "unanswered", _("Whoever has not answered about a match")
    NO_MEETING = "no_meeting", _("Pairs without a meeting, both people")


class QuestionKind(TextChoices):
    SHORT = "short", _("Short text")
    LONG = "long", _("Long text")
    ONE = "one", _("One of a list")
    SEVERAL = "several", _("Several of a list")
    RANKED = "ranked", _("Ranked list")
    YES_NO = "yes_no", _("Yes or no")
    NUMBER = "number", _("Number")
    DATE = "date", _("Date")
    CONSENT = "consent", _("Consent")
    WORDS = "words", _("Words, one a line")
    PEOPLE = "people", _("People, best first")
    HOURS = "hours", _("Free hours of a week")


class HealthList(TextChoices):
    """What can be listed of how a round goes."""

    PAIRS = "pairs", _("All pairs")
    SILENT = "silent", _("Silent pairs")
    LATE = "late", _("Mentors who are late with an answer")
    NOBODY = "nobody", _("Mentees with nobody")


class TeamDeedKind(TextChoices):
    STARTED = "started", _("Started the programme")
    SET_UP = "set_up", _("Changed the set-up")
    FORM = "form", _("Changed a form")
    WORDS = "words", _("Changed words of the programme")
    PUBLISHED = "published", _("Published the programme")
    ARCHIVED = "archived", _("Archived the programme")
    BROUGHT_BACK = "back", _("Brought the programme back")
    TEAM = "team", _("Changed the team")
    HANDED_OVER = "handed_over", _("Handed the programme over")
    ACTED_FOR = "acted_for", _("Acted for a member")
    EXPORTED = "exported", _("Took an export of the programme")
    CONDUCT = "conduct", _("Decided what follows for a member")
    MESSAGED = "messaged", _("Wrote to several people in a round")
