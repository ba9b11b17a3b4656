"""Templates for what is not mentoring over months: an evening, a skill, a circle, a door."""

from django.utils.translation import gettext_lazy as _

from corridor.algorithms.matching.people import Role
from corridor.programmes.choices import Admission, Cadence, Message, Side
from corridor.programmes.choices import QuestionKind as Kind
from corridor.programmes.questions import Asked, asked_for, listing
from corridor.programmes.templates_of_programmes.agreements import (
    CIRCLE,
    COACHING,
    SPEED,
    SPONSORSHIP,
)
from corridor.programmes.templates_of_programmes.template import (
    HOPES,
    KEEPS_TO_IT,
    MENTEE_BASICS,
    MENTOR_BASICS,
    OWN_WORDS,
    PEOPLE,
    Template,
)
from corridor.programmes.texts import Words

SPEED_EVENING = Template(
    name="speed",
    title=_("Speed mentoring"),
    icon="clock",
    for_what=_("One evening of short talks, ten minutes each, with several mentors in turn."),
    facts=(
        _("One talk of ten minutes with each mentor, up to six an evening"),
        _("Nobody owes anybody anything afterwards"),
        _("Both are asked a week later whether they would like to go on"),
    ),
    description=_(
        "An evening of short talks: ten minutes with a mentor, then the next. Bring one question."
        " Whoever would like to talk again says so afterwards."
    ),
    for_whom=_("Anybody with a question, and mentors with one free evening."),
    agreement=SPEED,
    mentor_capacity=6,
    answer_days=3,
    cadence=Cadence.ONCE,
    meeting_minutes=10,
    months=1,
    weeks_to_apply=2,
    words={
        Message.MATCH_TO_MENTOR: Words(
            subject=_("{mentee} would like to talk with you at {programme}"),
            body=_(
                "Dear {person},\n\n{mentee} is one of those whom you would meet at {programme},"
                " for ten minutes.\n\nPlease say by {date} whether that suits you. There is no"
                " duty beyond the evening."
            ),
        ),
    },
    asks={
        Side.MENTEE: (
            asked_for("needs", is_required=True),
            asked_for("languages", is_required=True),
            Asked(
                key="question",
                kind=Kind.SHORT,
                label=_("What is the one question you bring?"),
                is_required=True,
                most=200,
            ),
            asked_for("choices"),
            asked_for("avoid"),
        ),
        Side.MENTOR: (
            asked_for("covers", is_required=True),
            asked_for("languages", is_required=True),
            asked_for("capacity", is_required=True, label=_("With how many can you talk?")),
            asked_for("avoid"),
        ),
    },
)

COACHING_CYCLE = Template(
    name="coaching",
    title=_("Coaching cycle"),
    icon="list-checks",
    for_what=_("One skill, four steps, three months: settle, assess, plan, look at what came."),
    facts=(
        _("A meeting every two weeks, 45 minutes, for three months"),
        _("The team decides who gets in"),
        _("Up to four people a coach; the field need not be the same"),
    ),
    description=_(
        "A coach asks, watches and gives feedback on one skill of yours. Four steps in three"
        " months: settle how you work, assess, plan, and look at what came of it."
    ),
    for_whom=_("Whoever has one skill to work on, and coaches of any field."),
    agreement=COACHING,
    admission=Admission.APPROVAL,
    role=Role.COACH,
    mentor_capacity=4,
    cadence=Cadence.FORTNIGHTLY,
    months=3,
    weeks_to_apply=3,
    asks={
        Side.MENTEE: (
            Asked(
                key="skill",
                kind=Kind.SHORT,
                label=_("Which skill do you want to work on?"),
                is_required=True,
                most=150,
            ),
            Asked(
                key="where_i_stand",
                kind=Kind.LONG,
                label=_("Where do you stand with it today, and how do you know?"),
                most=1_000,
            ),
            *MENTEE_BASICS,
            asked_for("avoid"),
            KEEPS_TO_IT,
        ),
        Side.MENTOR: (
            *MENTOR_BASICS,
            Asked(
                key="trained",
                kind=Kind.YES_NO,
                label=_("Have you been trained as a coach?"),
            ),
            asked_for("avoid"),
            OWN_WORDS,
            KEEPS_TO_IT,
        ),
    },
)

PEER_CIRCLES = Template(
    name="circles",
    title=_("Peer circles"),
    icon="users-round",
    for_what=_("Three to six people at the same stage, and one further on who keeps the focus."),
    facts=(
        _("A meeting a month, 90 minutes, for nine months"),
        _("The team decides who gets in"),
        _("One facilitator a circle"),
    ),
    description=_(
        "A circle of three to six people at the same stage meets once a month. Somebody further"
        " on keeps the time and the topic. What is said in a circle stays in it."
    ),
    for_whom=_("People at the same stage, and one who has been there as facilitator."),
    agreement=CIRCLE,
    admission=Admission.APPROVAL,
    mentor_capacity=6,
    meeting_minutes=90,
    months=9,
    asks={
        Side.MENTEE: (
            *MENTEE_BASICS,
            Asked(
                key="topics",
                kind=Kind.RANKED,
                label=_("What should your circle talk about first?"),
                options=listing(
                    _("How we work and rest"),
                    _("Careers and applications"),
                    _("Research and writing"),
                    _("Teaching"),
                    _("Belonging where few are like me"),
                ),
                most=3,
            ),
            asked_for("avoid"),
            HOPES,
            KEEPS_TO_IT,
        ),
        Side.MENTOR: (
            *MENTOR_BASICS,
            Asked(
                key="led_a_group",
                kind=Kind.YES_NO,
                label=_("Have you led a group before?"),
            ),
            asked_for("avoid"),
            OWN_WORDS,
            KEEPS_TO_IT,
        ),
    },
)

SPONSORSHIP_PROGRAMME = Template(
    name="sponsors",
    title=_("Sponsors"),
    icon="hand-heart",
    for_what=_("People with influence who open one door at a time for somebody less known."),
    facts=(
        _("A talk every three months, 30 minutes, for a year"),
        _("By invitation"),
        _("What was offered, accepted and done is counted"),
    ),
    description=_(
        "A sponsor uses her own influence for somebody who is ready and less known: a talk, an"
        " editorial, a committee. One opportunity at a time, and nothing without consent."
    ),
    for_whom=_("Specialists and faculty ready for the next step; sponsors with rank and reach."),
    agreement=SPONSORSHIP,
    admission=Admission.INVITATION,
    role=Role.SPONSOR,
    mentor_capacity=2,
    answer_days=14,
    cadence=Cadence.QUARTERLY,
    meeting_minutes=30,
    months=12,
    asks={
        Side.MENTEE: (
            asked_for("needs", is_required=True, label=_("Which doors would help you most?")),
            asked_for("interests"),
            asked_for("languages", is_required=True),
            Asked(
                key="ready_for",
                kind=Kind.LONG,
                label=_("What could somebody name you for today?"),
                help_text=_("A talk you could give, a review you could write, a task."),
                is_required=True,
                most=1_000,
            ),
            *PEOPLE,
            KEEPS_TO_IT,
        ),
        Side.MENTOR: (
            asked_for("covers", is_required=True, label=_("Which doors can you open?")),
            asked_for("interests"),
            asked_for("languages", is_required=True),
            asked_for("capacity", is_required=True, label=_("For how many, in all?")),
            *PEOPLE,
            KEEPS_TO_IT,
        ),
    },
)
