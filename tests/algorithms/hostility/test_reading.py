"""Attacks on clinicians are told from what clinicians say every day.

The lists were written by hand, by whoever wrote the patterns: they show what is meant to be found
and left alone, not how often it is.
"""

import time

import pytest

from corridor.algorithms.hostility import read

THREATS = [
    "I know what time your shift ends",
    "We know where you live, doctor.",
    "you will regret this",
    "I’ll find you",
    "Hope you die of the vaccine",
    "her home address is on the county site",
    "Watch your back in the parking lot",
    "Someone should teach her a lesson",
]
ATTACKS = [
    "I already emailed your program director",
    "Calling your hospital right now",
    "Reported you to the medical board",
    "You should lose your license",
    "Does your dean know you post this?",
    "diversity quota doctor, obviously a DEI hire",
    "You're not a real doctor",
    "Fake doctor",
    "How did you even get into med school?",
    "She only got in because she's Black",
    "Go back to your own country",
    "I'd never let you touch my kids",
    "you are a disgrace to medicine",
    "You disgust me.",
    "Stay in your lane, nurse",
    "everyone report this account",
    "let's make her famous",
    "stop playing the victim",
    "You don't belong in surgery",
    "Attention seeking again",
]
CLEAN = [
    "This drug will kill gram negatives",
    "I hate prior authorizations with a passion",
    "Suicide screening should be routine: do you ask?",
    "Penile fracture, operated within six hours",
    "We report our complications every month",
    "Reported to the registry, as we all should",
    "I disagree with you: the trial was stopped early",
    "You are wrong about the dose, see table 2",
    "Well done! You deserve it",
    "How did you get interested in ultrasound?",
    "How did you get that view of the plexus?",
    "Who taught you to hold the probe like that?",
    "Congratulations to her programme director, too",
    "My programme director emailed us about the match",
    "I called the hospital about the bed, and nobody answered",
    "Her clinic is at 14 High Street, says the leaflet",
    "The patient lives on her own and manages well",
    "You should be proud",
    "You should get some sleep after nights",
    "The joke of a discharge letter we got at 4 am",
    "A real doctor once told me to eat lunch",
    "Nobody asked the anaesthetist, as usual",
    "Stop smoking, says the poster; stop the bleeding, says the patient",
    "Everyone, please review the protocol before Monday",
    "Please call the ward if you can take an extra patient",
    "Going back to the country where I trained, for a week",
    "We lost a patient today. Be kind to each other",
    "I would never let a student do this alone",
    "That shift was disgusting, and I am worthless after it",
    "Diversity in medicine needs mentors, not posters",
    "Affirmative action and admissions: a review of ten years",
    "Have you lost your licence card? The office has a box",
    "You killed it on stage!",
    "This made me so happy, thank you",
    "Delete your old drafts before you submit",
    "Find her talk on the society's page",
    "I'll get you a coffee",
    "What a clown of a printer",
    "Is it ugly? Yes. Does the graft work? Also yes",
    "Regret is part of surgery; talk about it",
]


@pytest.mark.parametrize("text", THREATS)
def test_threats_are_taken_for_threats(text):
    assert read(text).threatens
    assert read(text).is_hostile


@pytest.mark.parametrize("text", ATTACKS)
def test_attacks_are_hostile_and_no_threats(text):
    assert read(text).is_hostile
    assert not read(text).threatens


@pytest.mark.parametrize("text", CLEAN)
def test_what_clinicians_say_every_day_is_left_alone(text):
    assert not read(text).is_hostile


@pytest.mark.parametrize(
    "text",
    [
        "You’re  not a\nreal doctor",
        "you\u200b're not a r\u200beal doctor",
        "@amara_nwosu YOU'RE NOT A REAL DOCTOR",
        "you're @amara_nwosu not a real doctor",
    ],
)
def test_spaces_signs_and_handles_between_hide_nothing(text):
    assert read(text).is_hostile


def test_long_texts_take_time_in_proportion():
    for piece in (
        "you are such a ",
        "everyone report ",
        "i know where ",
        "lets go and flag a b c ",
    ):
        started = time.process_time()
        read(piece * 100_000)
        assert time.process_time() - started < 1
