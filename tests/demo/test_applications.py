import random

from corridor.demo.applications import applicants
from corridor.demo.cast import AMARA
from corridor.demo.community import everybody


def test_the_same_seed_brings_the_same_applications():
    first = applicants(everybody(), mentees=120, mentors=60, rng=random.Random("one"))
    second = applicants(everybody(), mentees=120, mentors=60, rng=random.Random("one"))

    assert first == second


def test_amara_ranks_dr_vaughan_before_dr_osei():
    everyone = applicants(everybody(), mentees=120, mentors=60, rng=random.Random("one"))

    hers = next(one.answers for one in everyone if one.person == AMARA)
    assert hers.choices == ("helen_vaughan", "kwame_osei", "adaeze_okonkwo")


def test_nobody_applies_on_both_sides():
    everyone = applicants(everybody(), mentees=120, mentors=60, rng=random.Random("one"))

    handles = [one.person.handle for one in everyone]
    assert len(handles) == len(set(handles)) == 180


def test_rankings_name_people_of_the_other_side():
    everyone = applicants(everybody(), mentees=120, mentors=60, rng=random.Random("one"))
    mentors = {one.person.handle for one in everyone if one.is_mentor}

    ranked = {choice for one in everyone if not one.is_mentor for choice in one.answers.choices}

    assert ranked <= mentors
