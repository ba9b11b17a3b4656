"""What an agreement speaks of, and the words that ours begins with.

The fields are those that published mentoring agreements share; the words are ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise, StrPromise

LONGEST_TERM = 2000


@dataclass(frozen=True, kw_only=True)
class Term:
    label: "StrPromise"
    asks: "StrPromise"
    begins: "StrOrPromise" = ""


TERMS: Mapping[str, Term] = {
    "goals": Term(
        label=_("Goals"),
        asks=_("What should be different when this is over?"),
    ),
    "meetings": Term(
        label=_("How often, how long, and where"),
        asks=_("Such as an hour a month, by video."),
        begins=_("About an hour every month, by video, and short messages in between."),
    ),
    "scheduling": Term(
        label=_("Who arranges the meetings"),
        asks=_("And how soon a meeting that falls out is made up for."),
        begins=_("The mentee proposes times; whoever cannot come says so a day before."),
    ),
    "preparation": Term(
        label=_("Preparing"),
        asks=_("What is sent beforehand, by whom, and when."),
        begins=_("The mentee sends two or three points two days before."),
    ),
    "confidentiality": Term(
        label=_("What stays between you"),
        asks=_("And when it does not have to: danger to somebody, or the law."),
        begins=_(
            "What is said stays between the two of us, unless somebody is in danger or the law"
            " asks for it. Nothing that could identify a patient is said."
        ),
    ),
    "off_limits": Term(
        label=_("What is not talked about"),
        asks=_("Either may add to it at any time, without a reason."),
    ),
    "authorship": Term(
        label=_("Authorship and credit"),
        asks=_("Who is named, in which place, and when that is settled."),
        begins=_(
            "Whoever does the work is named for it. We settle authors and their order before the"
            " work begins."
        ),
    ),
    "conflict": Term(
        label=_("If something goes wrong"),
        asks=_("Somebody outside whom both may turn to."),
        begins=_("We say it to each other first, and then to whoever runs the programme."),
    ),
    "ending": Term(
        label=_("Ending"),
        asks=_("How long it is meant to last, and how it may end before."),
        begins=_(
            "Either of us may end this at any time, without a reason and without anybody's fault."
        ),
    ),
}

PROGRAMME = "programme"
"""The key of what the programme asks for: both sign it, neither changes it."""
