"""What the people of the demo write in their relationships."""

from collections.abc import Mapping

from corridor.mentoring.actions import NewGoal, NewStep, Origin
from corridor.mentoring.choices import CoachingStage, OriginKind

MATCHED = Origin(
    kind=OriginKind.PROGRAMME,
    programme_name="First-Gen in Medicine",
    programme_address="first-gen-in-medicine",
    agreement_text=(
        "We meet about once a month for six months, tell each other in time when we cannot come,"
        " and keep what is said between us."
    ),
    months=6,
    cadence="About an hour every month",
)
FIRST_CONTACT = Origin(kind=OriginKind.FIRST_CONTACT)

AGREED: Mapping[str, str] = {
    "goals": "Find out whether regional anaesthesia is for me. Finish one paper.",
    "meetings": "An hour every month, on a Tuesday evening, by video.",
    "scheduling": "Amara proposes two times. Whoever cannot come says so a day before.",
    "preparation": "Amara sends three points two days before.",
    "confidentiality": "It stays between us, unless somebody is in danger. No patients by name.",
    "off_limits": "Marks, and who sits on which committee.",
    "authorship": "Who writes the draft is first author. Settled before the work begins.",
    "conflict": "We say it to each other first, then to Professor Lindqvist.",
    "ending": "Six months, then we look. Either may stop at any time, without a reason.",
}
PAPER = NewGoal(
    title="Finish a first paper",
    why="A case series on blocks for hip fractures. I want to have done all of it once.",
    steps=[
        NewStep(text="Agree on the question, the authors and their order"),
        NewStep(text="Write the methods"),
        NewStep(text="Make the two tables"),
        NewStep(text="Send a whole draft to all authors"),
        NewStep(text="Submit"),
    ],
)
CHOICE = NewGoal(
    title="Spend a day with three specialties",
    why="Before electives are handed in.",
    steps=[NewStep(text="Ask Dr Vaughan about a day in her list"), NewStep(text="Obstetrics")],
)
COACHED: Mapping[CoachingStage, str] = {
    CoachingStage.PRINCIPLES: (
        "You watch, I try. You ask before you tell. Nothing of it goes into any mark."
    ),
    CoachingStage.ASSESSMENT: (
        "The needle is steady, the picture is lost in every second scan. Amara says she looks at"
        " her hands instead of the screen."
    ),
    CoachingStage.PLAN: (
        "Ten scans on volunteers, eyes on the screen, counted by somebody else. Then one block"
        " with me beside you."
    ),
    CoachingStage.REVIEW: (
        "Fourteen scans, twelve with the picture kept. The block worked. Next time: talk to the"
        " patient while scanning."
    ),
}
PLAN: Mapping[str, str] = {
    "strengths": "Patients tell me things. I finish what I begin.",
    "growth": "Reading papers fast. Asking before it is late.",
    "values": "That my parents can visit the place where I work.",
    "long": "A consultant who teaches, in a hospital that takes everybody.",
    "short": "One paper submitted; a decision about my elective.",
    "actions": "Fridays from 7 to 9 for the paper. A talk with two registrars by spring.",
}
LOGGED: Mapping[str, str] = {
    "wish": "There is a trainee session in autumn. I would like to put your name forward.",
    "what": "The trainee session of the regional meeting",
    "done": "Wrote to the two people who choose. Nothing promised.",
    "note": "Ask him how he told his family that he stays abroad.",
    "meetings": "Forty minutes every three weeks, on a Tuesday evening, by video.",
    "comment": "Tables are good. Take the third column out, nobody needs it.",
    "own": "Say no to one thing that I do only to please",
    "reached": "Get sure of the femoral scan",
    "nights": "I am on nights until the end of the month. Write to me after that; I look forward.",
}
THANKED: Mapping[str, str] = {
    "line": "I have my place, and I know whom to thank.",
    "mentee": "You answered at midnight before the interview. I will do that for somebody.",
    "mentor": "You did the work. Send me the first thing you write as a doctor.",
}
ENDED_BADLY: Mapping[str, str] = {
    "line": "I think our weeks do not fit. I wish you well.",
    "reason": "Three messages in two months, and no word. I need somebody who answers.",
}
