"""Goals to begin with, by where the mentee stands, with steps that a month can hold."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.careers import BY_CODE


@dataclass(frozen=True, kw_only=True)
class GoalTemplate:
    key: str
    title: Promise
    steps: tuple[Promise, ...]
    rungs: range
    """Of the career ladder, 0 to 15."""


TEMPLATES = (
    GoalTemplate(
        key="way-in",
        title=_("Find my way into medical school"),
        steps=(
            _("Write down what I have done and what is missing"),
            _("Talk to two people who got in by a similar way"),
            _("Make a calendar of dates and costs"),
            _("Have somebody read what I write about myself"),
        ),
        rungs=range(2),
    ),
    GoalTemplate(
        key="choose-specialty",
        title=_("Find out which specialty suits me"),
        steps=(
            _("Name three that interest me, and what I like about each"),
            _("Spend a day with somebody in each"),
            _("Write down what a usual week there is like"),
        ),
        rungs=range(2, 7),
    ),
    GoalTemplate(
        key="apply-residency",
        title=_("Apply for residency"),
        steps=(
            _("List programmes, dates and what they ask for"),
            _("Ask for letters, early enough to be declined"),
            _("Write the personal statement and have it read"),
            _("Practise an interview twice"),
        ),
        rungs=range(4, 7),
    ),
    GoalTemplate(
        key="first-paper",
        title=_("Finish a first paper"),
        steps=(
            _("Agree on the question, the authors and their order"),
            _("Write the methods"),
            _("Make tables and figures"),
            _("Send a whole draft to all authors"),
            _("Submit"),
        ),
        rungs=range(2, 12),
    ),
    GoalTemplate(
        key="clinical-skill",
        title=_("Get sure of one clinical skill"),
        steps=(
            _("Choose the skill, and say how I would know"),
            _("Be watched once, with feedback"),
            _("Practise, and be watched again"),
        ),
        rungs=range(4, 12),
    ),
    GoalTemplate(
        key="balance",
        title=_("Have a week that I can keep up"),
        steps=(
            _("Write down where the hours of two weeks go"),
            _("Choose one thing to stop or hand on"),
            _("Talk about it again after a month"),
        ),
        rungs=range(16),
    ),
    GoalTemplate(
        key="fellowship",
        title=_("Decide about a fellowship"),
        steps=(
            _("Talk to somebody who did it and somebody who did not"),
            _("List programmes and dates"),
            _("Ask for letters"),
        ),
        rungs=range(7, 11),
    ),
    GoalTemplate(
        key="promotion",
        title=_("Be ready for promotion"),
        steps=(
            _("Read the criteria, and mark what is missing"),
            _("Bring the file up to date"),
            _("Ask who would write for me from outside"),
            _("Say no to one thing that does not count"),
        ),
        rungs=range(10, 16),
    ),
)


def templates_for(stage: str) -> Sequence[GoalTemplate]:
    """Those for somebody at this stage; all where it is not said."""
    career = BY_CODE.get(stage)
    if career is None:
        return TEMPLATES
    return [one for one in TEMPLATES if career.rung in one.rungs]
