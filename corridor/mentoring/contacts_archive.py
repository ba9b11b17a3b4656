"""What is held of somebody's first contacts and questions, for her own archive."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corridor.mentoring.asker import digest_of
from corridor.mentoring.models import Answer, FirstContact, Like, Question
from corridor.mentoring.states_of_contacts import ContactState
from corridor.people.choices import Kind
from corridor.people.higher_contexts import Section

if TYPE_CHECKING:
    from corridor.people.models import Profile

OVER = "over"
WHEN, WORDS, TOPIC = _("When"), _("Words"), _("Topic")


def sections(profile: "Profile") -> Sequence[Section]:
    return [_contacts(profile), _likes(profile), _questions(profile), _answers(profile)]


def _contacts(profile: "Profile") -> Section:
    rows = FirstContact.objects.filter(Q(mentor=profile) | Q(mentee=profile))
    return Section(
        key="first_contacts",
        title=_("First contacts"),
        rows=[
            {
                "mentor": one.mentor.handle,
                "mentee": one.mentee.handle,
                "role": one.role,
                "state": _state(one, profile),
                "at": one.sent_at,
                "closed_at": one.closed_at,
                "words": list(one.said.values()),
                "times": [time.starts_at for time in one.times.all()],
            }
            for one in rows.select_related("mentor", "mentee").order_by("sent_at", "pk")
        ],
        labels={
            "mentor": _("Mentor"),
            "mentee": _("Mentee"),
            "role": _("Role"),
            "state": _("State"),
            "at": WHEN,
            "closed_at": _("Over"),
            "words": WORDS,
            "times": _("Times offered"),
        },
        choices={
            "state": {**dict(ContactState.choices), OVER: _("Ended")},
            "role": dict(Kind.choices),
        },
    )


def _state(one: FirstContact, profile: "Profile") -> str:
    """A mentee is not told whether it was a no or no answer, here as little as on pages."""
    is_hers = one.mentee_id == profile.pk
    unsaid = (ContactState.DECLINED, ContactState.LAPSED)
    return OVER if is_hers and one.state in unsaid else one.state


def _likes(profile: "Profile") -> Section:
    rows = Like.objects.filter(by=profile).select_related("mentor").order_by("at", "pk")
    return Section(
        key="likes",
        title=_("Whose work you said is helpful"),
        rows=[
            {"mentor": one.mentor.handle, "at": one.at, "shows_name": one.shows_name}
            for one in rows
        ],
        labels={"mentor": _("Mentor"), "at": WHEN, "shows_name": _("With your name")},
    )


def _questions(profile: "Profile") -> Section:
    rows = Question.objects.filter(asker_digest=digest_of(profile.pk)).order_by("at", "pk")
    return Section(
        key="questions",
        title=_("Questions that you asked mentors"),
        rows=[{"topic": one.topic, "at": one.at, "words": one.words} for one in rows],
        labels={"topic": TOPIC, "at": WHEN, "words": WORDS},
    )


def _answers(profile: "Profile") -> Section:
    rows = Answer.objects.filter(by=profile).select_related("question").order_by("at", "pk")
    return Section(
        key="answers",
        title=_("Your answers to questions"),
        rows=[{"topic": one.question.topic, "at": one.at, "words": one.words} for one in rows],
        labels={"topic": TOPIC, "at": WHEN, "words": WORDS},
    )


def forget(profile: "Profile") -> None:
    """No column names who asked, so her questions would not go by themselves."""
    Question.objects.filter(asker_digest=digest_of(profile.pk)).delete()


HOLDS = {
    "mentoring.Answer.by": "answers",
    "mentoring.FirstContact.mentee": "first_contacts",
    "mentoring.FirstContact.mentor": "first_contacts",
    "mentoring.Like.by": "likes",
}
EXCUSES = {"mentoring.Like.mentor": "Who likes her work without a name stays without one."}
