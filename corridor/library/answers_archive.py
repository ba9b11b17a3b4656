"""Kept answers in the archive of one person; when she leaves they go."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from corridor.library.answer_choices import KeptState
from corridor.library.asker import digest_of
from corridor.library.models import KeptAnswer
from corridor.library.queries.answers import own_kept, read_own
from corridor.people.higher_contexts import Section

if TYPE_CHECKING:
    from corridor.people.models import Profile


def kept(profile: "Profile") -> Section:
    found = [read_own(one, viewer=profile) for one in own_kept(profile)]
    return Section(
        key="kept_answers",
        title=_("Answers kept in the library, or to be kept"),
        rows=[
            {
                "topic": one.kept.topic,
                "part": one.party,
                "state": one.kept.state,
                "question": one.question,
                "answer": one.answer,
                "kept_at": one.kept.kept_at,
            }
            for one in found
        ],
        labels={
            "topic": _("Topic"),
            "part": _("Your part"),
            "state": _("State"),
            "question": _("Question"),
            "answer": _("Answer"),
            "kept_at": _("Kept"),
        },
        choices={"state": dict(KeptState.choices)},
    )


def forget(profile: "Profile") -> None:
    """No column names who asked, so those would not go by themselves."""
    KeptAnswer.objects.filter(asker_digest=digest_of(profile.pk)).delete()
    KeptAnswer.objects.filter(answerer=profile).delete()
