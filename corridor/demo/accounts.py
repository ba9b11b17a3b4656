"""Who signs in to the demo, and what to try as whom."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.demo.cast import AMARA, DR_DELGADO, DR_OSEI, MALLORY, MODERATOR, PROF_LINDQVIST
from corridor.demo.people import DemoPerson

PASSWORD = "corridor-demo"  # noqa: S105 - opens nothing but the demo, and is printed


@dataclass(frozen=True, kw_only=True)
class SignIn:
    person: DemoPerson
    who: str | Promise
    to_try: str | Promise


SIGN_INS = (
    SignIn(
        person=PROF_LINDQVIST,
        who=_("programme director"),
        to_try=_("Programmes, First-Gen in Medicine, Review: why a match, what a swap moves"),
    ),
    SignIn(
        person=AMARA,
        who=_("year 3 student, first in her family at university"),
        to_try=_(
            "Mentors: who fits her and why; Mentoring: a change to sign, a goal that is stuck;"
            " Tutorials"
        ),
    ),
    SignIn(
        person=DR_OSEI,
        who=_("consultant anaesthesiologist, mentor with two places"),
        to_try=_("You: the profile that mentees choose by; Activity: a note to answer first"),
    ),
    SignIn(
        person=MODERATOR,
        who=_("moderator, and reviewer of the verification desk"),
        to_try=_(
            "Queue: a case of each state, an appeal, a name that takes two; You: the verification"
            " desk with a card and a number"
        ),
    ),
    SignIn(
        person=DR_DELGADO,
        who=_("second moderator"),
        to_try=_("Queue: take a case that the other has, close an account and let the other agree"),
    ),
    SignIn(
        person=MALLORY,
        who=_("up to no good"),
        to_try=_("The address of the review board: it is not there for Mallory"),
    ),
)
