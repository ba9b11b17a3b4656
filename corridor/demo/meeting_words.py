"""What Amara and Dr Osei say about their meetings."""

from corridor.mentoring.actions.meetings import NewLog
from corridor.mentoring.meeting_choices import Area, Side

LINK = "https://meet.jit.si/corridor-demo"
MEETINGS = (
    (
        14,
        NewLog(
            was_held=True,
            minutes=40,
            topic="How we work together; a first look at the audit",
            next_step="Read two papers on regional blocks and bring a question for each",
        ),
    ),
    (
        10,
        NewLog(
            was_held=True,
            minutes=30,
            topic="The abstract for the student day",
            next_step="Send the abstract to Dr Osei by Friday",
        ),
    ),
    (6, NewLog(was_held=False)),
    (
        3,
        NewLog(
            was_held=True,
            minutes=35,
            topic="Poster, and what to say when somebody asks a hard question",
            next_step="Practise the poster once with somebody who knows nothing of it",
            keeps_step=True,
        ),
    ),
)
"""How many weeks ago, and what was written down."""
AGENDA = (
    (Side.MENTEE, "Which electives, and whom to ask about them"),
    (Side.MENTOR, "The committee that looks for a student member"),
)
NOTE = "The library has the statistics course on Wednesdays; ask for the slides."
OWN_NOTE = "I said yes too fast. Ask for a day to think next time."
RATED = {
    Side.MENTEE: ((Area.FEEDBACK, 5, 4), (Area.CONFIDENCE, 4, 4), (Area.BALANCE, 2, 3)),
    Side.MENTOR: ((Area.GOALS, 4, 4), (Area.TIME, 3, 5)),
}
