"""What people can be told of, and what can be done with news from people one does not know."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    MENTION = "mention", _("Replies and mentions")
    """Somebody names her, or replies to her."""
    REPLY_WAITING = "reply_waiting", _("Replies that wait for you")
    """It stands under her post only if she lets it through."""
    BOOST = "boost", _("Boosts")
    KUDOS = "kudos", _("Kudos")
    FOLLOW = "follow", _("New followers")
    FOLLOW_REQUEST = "follow_request", _("Who asks to follow you")
    POLL = "poll", _("Polls that have ended")
    """Hers, or one she voted in."""
    EDIT = "edit", _("Edits of posts that you boosted")
    POST = "post", _("New posts of people whose posts you asked to hear of")
    QUOTE = "quote", _("Quotes of your posts")
    FLAG_ANSWERED = "flag_answered", _("What came of your flags")
    DECIDED = "decided", _("What moderators decided about you")
    CHECK_IN = "check_in", _("How you are, where you asked to be asked")
    READING_WAITS = "reading_waits", _("Posts that wait for you as second reader")
    READING_ANSWER = "reading_answer", _("What came of your posts with a second reader")
    ATTENTION = "attention", _("Unusually many strangers turn to you")
    SHIELD_OFFERED = "shield_offered", _("A shield is offered to you")
    NOTE_TO_ANSWER = "note_to_answer", _("Context notes on your posts, to answer")
    NOTE_ANSWERED = "note_answered", _("Answers to your context notes")
    NOTE_SHOWN = "note_shown", _("Context notes of yours, or on your posts, that are shown")
    NOTE_JUDGED = "note_judged", _("What moderators decided about a context note")
    QUESTIONED = "questioned", _("Works that you refer to and that were retracted or doubted")
    HELPER_ASKED = "helper_asked", _("Who asks you to be a helper")
    HELPER_AGREED = "helper_agreed", _("Who agreed to help you")
    HELPER_CALLED = "helper_called", _("That somebody whom you help may need you")
    HELPED = "helped", _("What your helpers did")
    MESSAGE = "message", _("Messages")
    MESSAGE_ASKED = "message_asked", _("Who asks to write to you")
    RELATIONSHIP = "relationship", _("Who works with you from now on")
    MENTORING = "mentoring", _("What is new between you and people you work with")
    CIRCLE = "circle", _("What is new in your circles")
    OFFICE_HOURS = "office_hours", _("What is new in queues of office hours")
    GOAL_STUCK = "goal_stuck", _("Goals of yours that have not moved")
    MEETING_ASKED = "meeting_asked", _("Times to meet that somebody suggests")
    MEETING_AGREED = "meeting_agreed", _("Meetings that are agreed")
    MEETING_OFF = "meeting_off", _("Meetings that are called off")
    MEETING_DOUBT = "meeting_doubt", _("Meetings that somebody's calendar declined")
    MEETING_SOON = "meeting_soon", _("Meetings that are near")
    LOG_WANTED = "log_wanted", _("Whether a meeting was held")
    REVIEW_ASKED = "review_asked", _("How it goes with somebody")
    CONTACT_ASKED = "contact_asked", _("Whether you are in touch with somebody")
    INTEREST = "interest", _("Programmes that answer what you said under a hashtag")
    APPLICATION = "application", _("What came of your applications")
    TEAM_ASKED = "team_asked", _("Who asks you into the team of a programme")
    TEAM_ANSWERED = "team_answered", _("Who joined a team that you asked them into")
    ACTED_FOR = "acted_for", _("What the team of a programme did for you")
    MATCH = "match", _("Matches that programmes propose to you")
    MATCH_NEWS = "match_news", _("Questions and answers about your matches")
    NEXT_BEST = "next_best", _("Next mentors to look at, in programmes that you run")
    LIKED = "liked", _("That your work as a mentor helps somebody")
    HELLO = "hello", _("Who says hello to you as a mentor")
    HELLO_ANSWERED = "hello_answered", _("Answers of mentors to your hello")
    CONTACT_STEP = "contact_step", _("Next steps of who said hello to you")
    CONTACT_OVER = "contact_over", _("First contacts that are over")
    QUESTION = "question", _("Answers to your questions to mentors")
    ANSWER_TO_KEEP = "answer_to_keep", _("Answers of yours, or to you, to keep in the library")


GROUPED = frozenset({Kind.BOOST, Kind.KUDOS, Kind.FOLLOW})
"""Told together when they come within an hour."""
FROM_THE_DESK = frozenset(
    {
        Kind.FLAG_ANSWERED,
        Kind.DECIDED,
        Kind.CHECK_IN,
        Kind.READING_WAITS,
        Kind.READING_ANSWER,
        Kind.ATTENTION,
        Kind.SHIELD_OFFERED,
        Kind.NOTE_JUDGED,
        Kind.NOTE_SHOWN,
        Kind.QUESTIONED,
        Kind.GOAL_STUCK,
        Kind.INTEREST,
        Kind.APPLICATION,
        Kind.LIKED,
        Kind.QUESTION,
        Kind.ANSWER_TO_KEEP,
    }
)
"""By nobody, so the rows name herself."""
OF_HELPERS = frozenset({Kind.HELPER_ASKED, Kind.HELPER_AGREED, Kind.HELPER_CALLED, Kind.HELPED})
OF_MESSAGES = frozenset({Kind.MESSAGE, Kind.MESSAGE_ASKED})
OF_MENTORING = frozenset({Kind.RELATIONSHIP, Kind.MENTORING, Kind.CIRCLE, Kind.OFFICE_HOURS})
OF_MEETINGS = frozenset(
    {
        Kind.MEETING_ASKED,
        Kind.MEETING_AGREED,
        Kind.MEETING_OFF,
        Kind.MEETING_DOUBT,
        Kind.MEETING_SOON,
        Kind.LOG_WANTED,
        Kind.REVIEW_ASKED,
        Kind.CONTACT_ASKED,
    }
)
OF_TEAMS = frozenset({Kind.TEAM_ASKED, Kind.TEAM_ANSWERED, Kind.ACTED_FOR})
OF_MATCHES = frozenset({Kind.MATCH, Kind.MATCH_NEWS, Kind.NEXT_BEST})
OF_CONTACTS = frozenset({Kind.HELLO, Kind.HELLO_ANSWERED, Kind.CONTACT_STEP, Kind.CONTACT_OVER})
NOT_FOR_APPS = (
    FROM_THE_DESK
    | OF_CONTACTS
    | OF_HELPERS
    | OF_MEETINGS
    | OF_MENTORING
    | OF_MESSAGES
    | OF_TEAMS
    | OF_MATCHES
    | {Kind.NOTE_TO_ANSWER, Kind.NOTE_ANSWERED}
)
"""Mastodon's apps have no word for them and are not told."""
NEVER_HELD_BACK = frozenset(
    {
        Kind.POLL,
        Kind.EDIT,
        Kind.POST,
        *(NOT_FOR_APPS - {Kind.HELPER_ASKED, Kind.MESSAGE_ASKED, Kind.TEAM_ASKED}),
    }
)
"""She asked for these herself, by what she did before, or has to know."""
OF_HER_OWN = frozenset({Kind.POLL, *FROM_THE_DESK})
"""Somebody is told of these though it is hers."""


class Treatment(TextChoices):
    """What happens with news from somebody."""

    ACCEPT = "accept", _("Tell me")
    FILTER = "filter", _("Keep it apart, as a request")
    DROP = "drop", _("Leave it out")


MAIL = (
    "mentions",
    "follow_requests",
    "messages",
    "messages_daily",
    "contacts",
    "flags",
    "shields",
    "notes",
)
"""What can come by mail: columns of `MailWishes`."""
