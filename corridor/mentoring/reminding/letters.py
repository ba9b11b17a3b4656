"""What reminders of what two people do together say: names, and never what was written."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corridor.mentoring.meeting_calendar import person_at
from corridor.mentoring.meeting_choices import Side
from corridor.mentoring.meeting_letters import told_times
from corridor.mentoring.meeting_links import pick_token
from corridor.people.letters import Button, Letter, address_of_page, to_member
from corridor.reminders.wording import WORDS

if TYPE_CHECKING:
    from corridor.mentoring.models import FirstContact, Goal, Meeting, Relationship, Wait
    from corridor.people.models import Profile


def times_wait(meeting: "Meeting", *, now: datetime) -> Letter:
    side = Side(meeting.proposed_by).other
    reader, other = person_at(meeting, side), person_at(meeting, side.other)
    times = meeting.times.filter(starts_at__gt=now).order_by("starts_at")
    return Letter(
        subject=_("%(name)s suggested times to meet") % {"name": other.display_name},
        paragraphs=(
            _("These can still be chosen:"),
            *(told_times(one.starts_at, reader=reader, other=other) for one in times),
            _("If none suits you, offer others or say no: nobody asks why."),
        ),
        button=_button("choose_time", "meeting-pick", pick_token(meeting, side)),
        why=to_member(reader.handle),
    )


def contact_waits(contact: "FirstContact", *, reader: "Profile", other: "Profile") -> Letter:
    return Letter(
        subject=_("%(name)s waits for you") % {"name": other.display_name},
        paragraphs=(
            _("A first contact between the two of you waits for your next step."),
            _(
                "It ends by itself in two days, and that is all right. A line that it does not suit"
                " you now spares the other a wait."
            ),
        ),
        button=_button("answer_hello", "first-contact", contact.pk),
        why=to_member(reader.handle),
    )


def agreement_waits(relationship: "Relationship", *, reader: "Profile") -> Letter:
    other = relationship.other_than(reader)
    return Letter(
        subject=_("An agreement with %(name)s waits for your signature")
        % {"name": other.display_name},
        paragraphs=(
            _("%(name)s put into words what the two of you expect, and signed it.")
            % {"name": other.display_name},
            _("Sign it, or change what does not suit you: then it is their turn again."),
        ),
        button=_button("sign_agreement", "relationship-agreement", relationship.pk),
        why=to_member(reader.handle),
    )


def mentee_waits(wait: "Wait") -> Letter:
    mentor, mentee = wait.relationship.mentor, wait.relationship.mentee
    days = mentor.reply_within_days
    return Letter(
        subject=_("%(name)s waits for an answer") % {"name": mentee.display_name},
        paragraphs=(
            ngettext(
                "Your profile says that you reply within %(days)d day, and that is over.",
                "Your profile says that you reply within %(days)d days, and that is over.",
                days,
            )
            % {"days": days},
            _("One line is enough, such as when you get to it. If you cannot now, pause."),
        ),
        button=_button("answer_mentee", "relationship", wait.relationship_id),
        why=to_member(mentor.handle),
    )


def goal_stands_still(goal: "Goal", *, reader: "Profile") -> Letter:
    other = goal.relationship.other_than(reader)
    return Letter(
        subject=_("A goal of yours has not moved for three weeks"),
        paragraphs=(
            _("It is one that you set yourself in your work with %(name)s. It may wait.")
            % {"name": other.display_name},
            _("Too large? Take the next small step out of it. No longer yours? Drop it."),
        ),
        button=Button(
            label=WORDS["move_goal"].press,
            url=address_of_page("goal", goal.relationship_id, goal.pk),
        ),
        why=to_member(reader.handle),
    )


def quiet_between(relationship: "Relationship", *, reader: "Profile") -> Letter:
    other = relationship.other_than(reader)
    name = {"name": other.display_name}
    return Letter(
        subject=_("It is quiet between you and %(name)s") % name,
        paragraphs=(
            _("We see no meeting, message or step of late. You may well be in touch elsewhere."),
            _("%(name)s got the same mail, so neither of you is waiting for nothing.") % name,
            _("Suggest a time, pause for a while, or end it: all three are fine."),
        ),
        button=_button("silence", "meeting-new", relationship.pk),
        why=to_member(reader.handle),
    )


def _button(kind: str, page: str, of: object) -> Button:
    return Button(label=WORDS[kind].press, url=address_of_page(page, of))
