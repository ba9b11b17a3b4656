"""What the cast of the demo says; nobody here is a patient, and no case is anybody's."""

from dataclasses import dataclass

from corridor.posts.choices import Audience, Repliers


@dataclass(frozen=True, kw_only=True)
class Said:
    who: str
    """A handle."""
    text: str
    hours: float
    """Before now."""
    key: str = ""
    """What replies and boosts call it."""
    to: str = ""
    note: str = ""
    audience: Audience = Audience.PUBLIC
    repliers: Repliers = Repliers.EVERYONE
    options: tuple[str, ...] = ()
    picture: str = ""
    """A name in `drawings`."""
    quotes: str = ""
    language: str = "en"


SAID = (
    Said(
        who="kwame_osei",
        hours=2.2,
        key="blocks",
        text="Teaching list tomorrow: three fascia iliaca blocks and one femoral. Room for one more"
        " student behind the screen. Bring your own questions, the coffee is mine."
        " #RegionalAnesthesia #MedEd",
    ),
    Said(
        who="amara_nwosu",
        hours=1.9,
        to="blocks",
        key="blocks-1",
        text="@kwame_osei Me, please. My question: how do you say “stop” in the middle of one?",
    ),
    Said(
        who="kwame_osei",
        hours=1.7,
        to="blocks-1",
        key="blocks-2",
        text="@amara_nwosu Out loud, to the room, and first. Then we find out why.",
    ),
    Said(
        who="helen_vaughan",
        hours=1.4,
        to="blocks-2",
        text="@kwame_osei @amara_nwosu Agreed. Nobody was ever thanked for finishing a block that"
        " hurt.",
    ),
    Said(
        who="adaeze_okonkwo",
        hours=3.5,
        key="paper",
        text="First first-author paper for @tomi_lawal today. She had the idea on a night shift,"
        " designed the study, and took three rounds of review on the chin. Anyone in #MedEd: she is"
        " who you want on your panel.",
    ),
    Said(
        who="tomi_lawal",
        hours=3.1,
        to="paper",
        text="@adaeze_okonkwo You read every draft. All eleven. Thank you.",
    ),
    Said(
        who="mateus_ferreira",
        hours=5.0,
        key="ecg",
        text="A drawn trace for #FOAMed, nobody’s heart: regular, narrow, 150 a minute. Twenties,"
        " palpitations when running, well at rest. What next?",
        picture="trace",
        options=(
            "Look for flutter waves first",
            "Vagal manoeuvre",
            "Adenosine now",
            "Reassure, follow up",
        ),
    ),
    Said(
        who="jin_woo_park",
        hours=4.4,
        to="ecg",
        key="ecg-1",
        text="@mateus_ferreira 150 makes me look for flutter before anything else?",
    ),
    Said(
        who="mateus_ferreira",
        hours=4.1,
        to="ecg-1",
        text="@jin_woo_park That is the habit worth having. Answer and references tomorrow"
        " evening.",
    ),
    Said(
        who="ingrid_lindqvist",
        hours=8.0,
        key="spring",
        text="The spring round of #FirstGenMed is under review. If you applied: a person reads"
        " every"
        " match before anybody is told. If you did not: September, and you are welcome.",
    ),
    Said(
        who="bala_yusuf",
        hours=9.2,
        key="rubric",
        text="Nobody told me that you can ask to see the rubric before a clinical exam. You can ask"
        " to see the rubric. Signed, first in my family to do any of this. #FirstGenMed",
    ),
    Said(
        who="lucia_barbosa",
        hours=8.7,
        to="rubric",
        text="@bala_yusuf Adding: you can ask who marks it, and what a good answer sounded like"
        " last"
        " year.",
    ),
    Said(
        who="eilidh_o_briain",
        hours=11.5,
        key="back",
        text="First week back after two years away. What helped most was not a course: a registrar"
        " who said “I’ll stand next to you, and you do it.” Be that registrar. #ReturnToTraining",
    ),
    Said(
        who="priya_raman",
        hours=10.9,
        to="back",
        text="@eilidh_o_briain Write that down for your appraisal. It is a competence.",
    ),
    Said(
        who="noor_rahmani",
        hours=14.0,
        key="after",
        note="After a death at work; no details",
        text="A hard night on the unit. What we do here afterwards, in case you have nothing: ten"
        " minutes sitting down, everybody who wants to, nobody takes notes, somebody brings tea."
        " And somebody rings you on day three. Put a name next to “somebody”. #Wellbeing",
    ),
    Said(
        who="rosa_delgado",
        hours=13.2,
        to="after",
        note="After a death at work; no details",
        text="@noor_rahmani The call on day three. Thank you for writing it down.",
    ),
    Said(
        who="rosa_delgado",
        hours=20.0,
        key="pocus",
        text="Five views, in the order I teach them to people who have never held a probe."
        " Drawn by me, on purpose badly: you will recognise them better. #POCUS #RuralHealth",
        picture="views",
    ),
    Said(
        who="sam_whitlock",
        hours=19.1,
        to="pocus",
        text="@rosa_delgado “On purpose.” I believe you.",
    ),
    Said(
        who="kwame_mensa",
        hours=22.5,
        key="rota",
        text="Rota confession: I drew up December and gave myself Christmas. Then I looked at"
        " who has"
        " small children. Redrawn. Rotas are policy. #MedEd #Wellbeing",
    ),
    Said(
        who="miguel_reyes",
        hours=26.0,
        key="airway",
        text="Small airways, a short thread of what I got wrong as a resident. 1/3\n\nI measured"
        " the"
        " tube and forgot the child. Ask what is different about this one before you open a packet."
        " #PedsAnes",
    ),
    Said(
        who="miguel_reyes",
        hours=25.9,
        to="airway",
        key="airway-2",
        text="2/3 I thought speed was skill. The calm people in the room are slower, and finish"
        " earlier.",
    ),
    Said(
        who="miguel_reyes",
        hours=25.8,
        to="airway-2",
        text="3/3 I never said “I need help” in the first minute. Now it is the first sentence I"
        " teach. #FOAMed",
    ),
    Said(
        who="nguyen_thi_hanh",
        hours=28.0,
        key="letter",
        text="Asked for a letter of recommendation today and the answer was “Tell me what you"
        " want it"
        " to say.” I had no idea that this is normal. Is this normal? #IMGTwitter",
    ),
    Said(
        who="adaeze_okonkwo",
        hours=27.4,
        to="letter",
        text="@nguyen_thi_hanh Normal, and a gift. Three bullets: one patient-care moment, one"
        " piece"
        " of work that is yours, one thing you got better at. They write the rest.",
    ),
    Said(
        who="helen_vaughan",
        hours=33.0,
        key="journal",
        text="Journal club on Thursday, 19:00 UK: does it matter who asks the first question"
        " after a"
        " talk by a trainee? Paper is open, link on the day. #MedEd #WomenInMedicine",
    ),
    Said(
        who="tomi_lawal",
        hours=35.0,
        text="Things I carry on nights now: a pen that is mine, a second pen that will be lost, and"
        " the number of somebody who is awake. #InternshipYear",
    ),
    Said(
        who="jin_woo_park",
        hours=40.0,
        key="cards",
        text="토요일 봉사 끝. Volunteer Saturday done: two sprains, forty cups of barley tea, one"
        " question I could not answer. Reading tonight.",
        language="ko",
    ),
    Said(
        who="lucia_barbosa",
        hours=44.0,
        key="barco",
        text="Três horas de barco até o ECG mais próximo. Aprendi a ouvir com mais atenção."
        " #RuralHealth",
        language="pt",
        picture="river",
    ),
    Said(
        who="mateus_ferreira",
        hours=43.0,
        to="barco",
        text="@lucia_barbosa Escuta também é exame. Bela foto desenhada.",
        language="pt",
    ),
    Said(
        who="priya_raman",
        hours=50.0,
        key="leave",
        text="If your department has no written plan for people who come back from leave, here is"
        " ours in four lines: a named person, two shadowed weeks, no nights for the first month, a"
        " coffee at week six. Steal it. #MomsInMedicine #ReturnToTraining",
    ),
    Said(
        who="mallory_crane",
        hours=52.0,
        key="argue",
        text="Unpopular opinion: half of all teaching rounds would be better as an e-mail."
        " Argue with me. #SurgTwitter",
    ),
    Said(
        who="kwame_mensa",
        hours=51.2,
        to="argue",
        text="@mallory_crane Half of all e-mails would be better as a question at the bedside.",
    ),
    Said(
        who="sam_whitlock",
        hours=58.0,
        key="match",
        text="Interview season bingo: “Tell me about yourself”, the silent interviewer, a lift full"
        " of people in the same suit. What did I miss? #Match2026",
        options=(
            "“Any questions for us?”",
            "The wrong Zoom link",
            "Somebody’s cat",
            "All of these",
        ),
    ),
    Said(
        who="kwame_osei",
        hours=70.0,
        key="failed",
        text="I failed my first licensing exam. No patient has ever noticed; I was kinder for it."
        " If today was your result day and it was not your day: the number of people who will tell"
        " you this story in person is larger than you think. #IMGTwitter",
    ),
    Said(
        who="amara_nwosu",
        hours=66.0,
        key="curve",
        text="My own numbers: twelve supervised scans before I found the fascia without being told."
        " Drawing it helped more than watching. #RegionalAnesthesia #POCUS",
        picture="curve",
    ),
    Said(
        who="ingrid_lindqvist",
        hours=65.0,
        to="curve",
        text="@amara_nwosu Keep this drawing. In ten years a student will ask you how long it"
        " takes.",
    ),
    Said(
        who="ingrid_lindqvist",
        hours=90.0,
        key="verified",
        audience=Audience.VERIFIED,
        text="For verified colleagues: the checklist our reviewers use when a roster and a mailbox"
        " disagree. Comments welcome until Friday.",
    ),
    Said(
        who="helen_vaughan",
        hours=96.0,
        key="ask",
        repliers=Repliers.FOLLOWERS,
        text="Ask me one thing about assessments that you never dared to. I will answer all of them"
        " this weekend, without names. #MedEd #FirstGenMed",
    ),
    Said(
        who="sam_whitlock",
        hours=95.0,
        to="ask",
        text="@helen_vaughan Do assessors talk about us afterwards?",
    ),
    Said(
        who="noor_rahmani",
        hours=120.0,
        key="rules",
        text="House rules in one breath: no patients, not even disguised ones; ask before you"
        " screen"
        "shot; disagree with the sentence, not the person. I read every flag. #Wellbeing",
    ),
    Said(
        who="miguel_reyes",
        hours=130.0,
        text="Residency interview tip from the other side of the table: the answer “I don’t know"
        " yet,"
        " and this is how I would find out” has never cost anybody a place. #Match2026",
    ),
    Said(
        who="eilidh_o_briain",
        hours=150.0,
        audience=Audience.FOLLOWERS,
        text="For those who know me: nursery said yes to the early slot. I cried in the car park."
        " #MomsInMedicine",
    ),
    Said(
        who="bala_yusuf",
        hours=100.0,
        quotes="rules",
        text="Printed this and put it in the mess. #Wellbeing",
    ),
    Said(
        who="adaeze_okonkwo",
        hours=190.0,
        key="visa",
        text="Two visas, one residency, many lists. The list I wish I had been given, as a picture"
        " and in words below it. #IMGTwitter #ERAS",
        picture="list",
    ),
)
"""Newest first is not needed: the seed sorts them."""

ROUNDS = (
    "Today’s list in {field}: {tag} and patience.",
    "What is one sentence about {field} that you wish somebody had told you in year one? {tag}",
    "Reading about {interest} on the bus. Recommendations? {tag}",
    "Taught {interest} to four students this afternoon. One of them taught me back. {tag}",
    "Looking for somebody to think aloud with about {interest}. No deadline, decent tea. {tag}",
    "Small win: a handover in which everybody had the same plan. {tag}",
    "Does anybody have a good first paper on {interest} for people new to {field}? {tag}",
    "A week of {field} in three words: listen, wait, listen. {tag}",
)
"""What others say, filled in with what they care about."""
ANSWERS = (
    "Yes, this.",
    "Saving this for Monday.",
    "We do it the other way round, and now I wonder why.",
    "Could you say more about how you began?",
    "Sent it to our trainees.",
    "Thank you for putting it into words.",
)
TAGS = (
    "#MedEd",
    "#FOAMed",
    "#FirstGenMed",
    "#POCUS",
    "#Wellbeing",
    "#RegionalAnesthesia",
    "#RuralHealth",
    "#IMGTwitter",
    "#WomenInMedicine",
    "#Match2026",
)
