"""What the demo's moderator finds: cases that wait or were decided, and second readings."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from corridor.demo.cast import AMARA, DR_OSEI, HANH, MALLORY, MODERATOR, SAM
from corridor.posts.actions import NewPost, publish_post
from corridor.safety import actions
from corridor.safety.actions import NewDecision, NewFlag, Wish
from corridor.safety.choices import Grounds, Measure, Queue, Reason

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.posts.models import Post

AGO = timedelta(hours=30)


def flag(profiles: Mapping[str, "Profile"], *, now: datetime) -> None:
    """Only second readings send mails: the demo writes those into its log, nobody lives there."""
    moderator, mallory = profiles[MODERATOR.handle], profiles[MALLORY.handle]
    actions.appoint_moderator(moderator, queues=list(Queue), now=now - AGO)
    threat = _say(
        "Does anybody know who runs admissions at Wharfgate? They should hear what their"
        " first-gen darling posts at night. Help me find her posts.",
        mallory,
        now - AGO,
    )
    advert = _say("Personal statements, written by me, from 300. Reply for prices.", mallory, now)
    for who, reason, words, post in (
        (AMARA, Reason.HARASSMENT, "This is about me, and it asks others to join in.", threat),
        (HANH, Reason.HARASSMENT, "", threat),
        (SAM, Reason.SPAM, "Selling statements to applicants.", advert),
    ):
        new = NewFlag(reason=reason, words=words)
        actions.flag_post(new, post=post, by=profiles[who.handle], now=now)
    _decide(profiles, now)
    _have_read(profiles, now)


def _have_read(profiles: Mapping[str, "Profile"], now: datetime) -> None:
    """One post waits for the moderator, another goes back to its author."""
    new = NewPost(text="Case of the week, with consent: study ID 0471-22, a rare airway. Thoughts?")
    wish = Wish(
        grounds=Grounds.AGREED,
        words="Consent for teaching and for this site is in the record, signed in February.",
    )
    actions.ask_second_reader(new, wish, by=profiles[HANH.handle], now=now)
    new = NewPost(text="My patient, MRN 00471182, was told the wrong ward by me. I am ashamed.")
    wish = Wish(grounds=Grounds.WRONG, words="That number is made up, nobody has it here.")
    reading = actions.ask_second_reader(new, wish, by=profiles[AMARA.handle], now=now - AGO)
    actions.ask_for_change(
        reading=reading,
        seen=1,
        words="Then the post does not need it: “my patient was told the wrong ward by me”.",
        by=profiles[MODERATOR.handle],
        now=now,
    )


def _decide(profiles: Mapping[str, "Profile"], now: datetime) -> None:
    """Mallory flagged somebody who had done nothing, and hears so."""
    new = NewFlag(reason=Reason.IMPERSONATION, words="I doubt he is a consultant.")
    osei, mallory = profiles[DR_OSEI.handle], profiles[MALLORY.handle]
    case = actions.flag_person(new, person=osei, by=mallory, now=now - AGO).case
    moderator = profiles[MODERATOR.handle]
    actions.note_case(
        case=case, words="His badge is from the roster of his hospital.", by=moderator, now=now
    )
    decision = NewDecision(measures=[Measure.NOTHING], reason=Reason.IMPERSONATION)
    actions.decide_case(decision, case=case, by=moderator, now=now)


def _say(text: str, author: "Profile", at: datetime) -> "Post":
    return publish_post(NewPost(text=text), by=author, now=at)
