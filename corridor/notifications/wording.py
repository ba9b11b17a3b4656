"""What happened, in a sentence for whoever is told."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.notifications.choices import Kind

if TYPE_CHECKING:
    from corridor.notifications.models import Notification

SENTENCES: Mapping[str, Promise] = {
    Kind.MENTION: gettext_lazy("%(who)s named you"),
    Kind.REPLY_WAITING: gettext_lazy("%(who)s replied, and waits for you to let it through"),
    Kind.BOOST: gettext_lazy("%(who)s boosted your post"),
    Kind.KUDOS: gettext_lazy("%(who)s gave you kudos"),
    Kind.FOLLOW: gettext_lazy("%(who)s began to follow you"),
    Kind.FOLLOW_REQUEST: gettext_lazy("%(who)s asks to follow you"),
    Kind.POLL: gettext_lazy("A poll of %(who)s that you voted in has ended"),
    Kind.EDIT: gettext_lazy("%(who)s edited a post that you boosted"),
    Kind.POST: gettext_lazy("%(who)s posted"),
    Kind.QUOTE: gettext_lazy("%(who)s quoted you"),
    Kind.FLAG_ANSWERED: gettext_lazy("Moderators looked at something that you flagged"),
    Kind.NOTE_TO_ANSWER: gettext_lazy("%(who)s wrote a note on a post of yours: you may answer"),
    Kind.NOTE_ANSWERED: gettext_lazy("%(who)s answered your note"),
    Kind.NOTE_SHOWN: gettext_lazy("A context note stands under a post now"),
    Kind.NOTE_JUDGED: gettext_lazy("Moderators decided about a context note"),
    Kind.QUESTIONED: gettext_lazy("A work that a post of yours names was retracted or doubted"),
    Kind.DECIDED: gettext_lazy("Moderators decided something about you or a post of yours"),
    Kind.HELPER_ASKED: gettext_lazy("%(who)s asks you to be a helper"),
    Kind.HELPER_AGREED: gettext_lazy("%(who)s agreed to help you"),
    Kind.HELPER_CALLED: gettext_lazy("%(who)s may need you as a helper"),
    Kind.MATCH: gettext_lazy("A programme proposes a match of you and %(who)s"),
    Kind.MATCH_NEWS: gettext_lazy("Something new about your match with %(who)s"),
    Kind.NEXT_BEST: gettext_lazy("Somebody else can be asked for %(who)s: have a look"),
    Kind.HELPED: gettext_lazy("Something new from your helper %(who)s"),
    Kind.MESSAGE: gettext_lazy("%(who)s wrote to you"),
    Kind.MESSAGE_ASKED: gettext_lazy("%(who)s asks to write to you"),
    Kind.RELATIONSHIP: gettext_lazy("%(who)s and you work together now"),
    Kind.MENTORING: gettext_lazy("There is something new between %(who)s and you"),
    Kind.CIRCLE: gettext_lazy("There is something new from %(who)s in a circle of yours"),
    Kind.OFFICE_HOURS: gettext_lazy("There is something new at office hours, from %(who)s"),
    Kind.GOAL_STUCK: gettext_lazy("A goal of yours has not moved for three weeks. It may wait"),
    Kind.MEETING_ASKED: gettext_lazy("%(who)s suggests times to meet"),
    Kind.MEETING_AGREED: gettext_lazy("%(who)s chose a time to meet"),
    Kind.MEETING_OFF: gettext_lazy("%(who)s called a meeting off"),
    Kind.MEETING_DOUBT: gettext_lazy("%(who)s may not be able to come to your meeting"),
    Kind.MEETING_SOON: gettext_lazy("You meet %(who)s soon"),
    Kind.LOG_WANTED: gettext_lazy("Did you meet %(who)s? One minute to write it down"),
    Kind.REVIEW_ASKED: gettext_lazy("How does it go with %(who)s? You are asked for a review"),
    Kind.CONTACT_ASKED: gettext_lazy("Are you in touch with %(who)s?"),
    Kind.TEAM_ASKED: gettext_lazy("%(who)s asks you into the team of a programme"),
    Kind.TEAM_ANSWERED: gettext_lazy("%(who)s joined the team of a programme"),
    Kind.ACTED_FOR: gettext_lazy("%(who)s of a programme did something for you"),
    Kind.LIKED: gettext_lazy("Somebody finds your work helpful"),
    Kind.HELLO: gettext_lazy("%(who)s says hello to you as a mentor"),
    Kind.HELLO_ANSWERED: gettext_lazy("%(who)s answered your hello"),
    Kind.CONTACT_STEP: gettext_lazy("%(who)s took a step in your first contact"),
    Kind.CONTACT_OVER: gettext_lazy("Your first contact with %(who)s is over"),
    Kind.QUESTION: gettext_lazy("A question of yours to mentors has another answer"),
    Kind.ANSWER_TO_KEEP: gettext_lazy("%(who)s agrees to keep an answer to you in the library"),
    Kind.CHECK_IN: gettext_lazy("You asked to be asked today how you are"),
    Kind.READING_WAITS: gettext_lazy("A post waits for you as second reader"),
    Kind.READING_ANSWER: gettext_lazy("Something came of a post of yours with a second reader"),
    Kind.ATTENTION: gettext_lazy(
        "Unusually many people whom you do not know turn to you. Do you want it quieter?"
    ),
    Kind.INTEREST: gettext_lazy("A programme answers what you said under its hashtag"),
    Kind.APPLICATION: gettext_lazy("There is news of an application of yours"),
    Kind.SHIELD_OFFERED: gettext_lazy(
        "This looks like an attack on you. A shield keeps it away until you want to look"
    ),
}


def sentence(one: "Notification", *, who: str) -> str:
    """Without a full stop. `who`: one name or several."""
    if one.kind == Kind.MENTION and _is_reply(one):
        return _("%(who)s replied to you") % {"who": who}
    if one.kind == Kind.POLL and one.by_id == one.recipient_id:
        return _("A poll of yours has ended")
    if one.kind == Kind.ANSWER_TO_KEEP and one.by_id == one.recipient_id:
        return _("Whoever asked agrees to keep an answer of yours in the library")
    return str(SENTENCES[one.kind]) % {"who": who}


def _is_reply(one: "Notification") -> bool:
    return one.post is not None and one.post.in_reply_to_author_id == one.recipient_id
