"""Templates for mentoring over months: across a society, in a residency, in a medical school."""

from django.utils.translation import gettext_lazy as _

from corridor.programmes.choices import Admission, Side
from corridor.programmes.choices import QuestionKind as Kind
from corridor.programmes.questions import Asked, asked_for, listing
from corridor.programmes.templates_of_programmes.agreements import MENTORING
from corridor.programmes.templates_of_programmes.template import (
    HOPES,
    KEEPS_TO_IT,
    MENTEE_BASICS,
    MENTOR_BASICS,
    OWN_WORDS,
    PEOPLE,
    Template,
)

HAD_A_MENTOR = Asked(
    key="had_a_mentor",
    kind=Kind.ONE,
    label=_("Have you had a mentor before?"),
    options=listing(
        _("Never"),
        _("Yes, in the past"),
        _("Yes, I have one now"),
    ),
)

SOCIETY = Template(
    name="society",
    title=_("Across a society"),
    icon="globe",
    for_what=_("Members of a society or a network, far apart, one mentor each for half a year."),
    facts=(
        _("A meeting a month, 45 minutes, for six months"),
        _("Everybody who applies gets in"),
        _("Up to five mentees a mentor"),
    ),
    description=_(
        "Mentors and mentees from all over, matched by what is needed and who can help. A meeting"
        " a month for half a year, by video where you live far apart."
    ),
    for_whom=_("Students, trainees and specialists of the society, at any stage."),
    agreement=MENTORING,
    asks={
        Side.MENTEE: (
            *MENTEE_BASICS,
            asked_for("wishes"),
            asked_for("shares"),
            asked_for("top"),
            *PEOPLE,
            HAD_A_MENTOR,
            HOPES,
            KEEPS_TO_IT,
        ),
        Side.MENTOR: (
            *MENTOR_BASICS,
            asked_for("offers"),
            asked_for("experience"),
            *PEOPLE,
            OWN_WORDS,
            KEEPS_TO_IT,
        ),
    },
)

RESIDENCY = Template(
    name="residency",
    title=_("In a residency"),
    icon="stethoscope",
    for_what=_("Residents of one programme and attendings who do not assess them, for a year."),
    facts=(
        _("A meeting a month, 45 minutes, for twelve months"),
        _("Whoever a roster names, or has an address of the hospital"),
        _("Up to three residents a mentor"),
    ),
    description=_(
        "Each resident has a mentor who does not assess her. A meeting a month through the year:"
        " rotations, boards, research, and what comes after."
    ),
    for_whom=_("Residents of the programme, and attendings and fellows who want to help."),
    agreement=MENTORING,
    admission=Admission.MEMBERSHIP,
    mentor_capacity=3,
    months=12,
    weeks_to_apply=3,
    asks={
        Side.MENTEE: (
            asked_for("grade", is_required=True),
            *MENTEE_BASICS,
            *PEOPLE,
            Asked(
                key="next_step",
                kind=Kind.ONE,
                label=_("What comes after residency, as far as you know today?"),
                options=listing(
                    _("A fellowship"),
                    _("Practice"),
                    _("Research"),
                    _("I do not know yet"),
                ),
            ),
            HOPES,
            KEEPS_TO_IT,
        ),
        Side.MENTOR: (
            *MENTOR_BASICS,
            *PEOPLE,
            Asked(
                key="assesses",
                kind=Kind.LONG,
                label=_("Whose work do you assess this year?"),
                help_text=_("You are not matched with them. Names, one a line."),
                most=2_000,
            ),
            OWN_WORDS,
            KEEPS_TO_IT,
        ),
    },
)

SCHOOL = Template(
    name="school",
    title=_("In a medical school"),
    icon="building-2",
    for_what=_("Students of a school, with doctors or with students a few years on."),
    facts=(
        _("A meeting a month, 30 minutes, for nine months"),
        _("Whoever a roster names, or has an address of the school"),
        _("A student may be mentee and mentor at once"),
    ),
    description=_(
        "Students find somebody who has been where they are: a doctor, or a student a few years"
        " on. A meeting a month through the academic year."
    ),
    for_whom=_("All students of the school; doctors and senior students as mentors."),
    agreement=MENTORING,
    admission=Admission.MEMBERSHIP,
    mentor_capacity=3,
    meeting_minutes=30,
    months=9,
    both_sides=True,
    weeks_to_apply=3,
    asks={
        Side.MENTEE: (
            asked_for("grade", is_required=True),
            *MENTEE_BASICS,
            asked_for("shares"),
            *PEOPLE,
            HAD_A_MENTOR,
            HOPES,
            KEEPS_TO_IT,
        ),
        Side.MENTOR: (
            asked_for("grade", is_required=True),
            *MENTOR_BASICS,
            asked_for("experience"),
            *PEOPLE,
            OWN_WORDS,
            KEEPS_TO_IT,
        ),
    },
)
