"""Form exports become people, or every error is listed."""

import pytest

from corridor.algorithms.matching.options import Barrier, Pair
from corridor.algorithms.matching.people import Criterion, Role
from corridor.programmes.intake.mapping import Mapped, read_map
from corridor.programmes.intake.people import MENTEES, MENTORS, Asked, PeopleFile, read_people
from corridor.programmes.intake.problems import InputRejected
from tests.programmes.intake.given import SPRING, read, reading, rejection, source


def only(people):
    (person,) = people
    return person


def test_a_row_says_everything_about_a_mentee():
    file = (
        "role,id,name,stage,specialty,institution,needs,interests,languages,time zone,free,"
        "roles wished,choices,avoid,shares,top criterion,rounds waited,evaluators\n"
        "mentee,amara,Amara Nwosu,MS3,Anesthesiology,Uni of Lagos,Research; Boards,#Airway,"
        "English; Igbo,Africa/Lagos,Mon 18:00-20:00,mentor; 2 coaches,Dr Osei,eze,First-gen,"
        "interests,2,Dr Bello\n"
        "mentor,osei,Dr Osei,Attending\n"
        "mentor,eze,Dr Ngozi Eze,Attending\n"
        "mentor,bello,Dr Bello,Attending\n"
    )

    intake = read(file)

    amara = only(intake.mentees)
    assert (amara.id, amara.name, amara.stage) == ("amara", "Amara Nwosu", 4)
    assert amara.specialty == "anaesthesiology"
    assert amara.institutions == {"university lagos"}
    assert amara.needs == {"research", "boards"}
    assert amara.interests == {"airway"}
    assert amara.languages == {"english", "igbo"}
    # Lagos is an hour ahead all year: 17:00 to 19:00 UTC on Monday are the quarters 68 to 75.
    assert amara.free == (0xFF << 68,)
    assert amara.wishes == {Role.MENTOR: 1, Role.COACH: 2}
    assert amara.choices == ("osei",)
    assert amara.avoid == {"eze"}
    assert amara.shares == {"first-gen"}
    assert amara.top is Criterion.INTERESTS
    assert amara.waited == 2
    assert intake.must_not == {("amara", "bello"): Barrier.EVALUATOR}


def test_a_row_says_everything_about_a_mentor():
    file = (
        "role,id,expertise,roles offered,capacity,already mentoring,lived experience\n"
        "mentee,amara\nmentor,osei,Research; Boards,mentor; coach: 1,4,2,First-gen\n"
    )

    osei = only(read(file).mentors)

    assert osei.covers == {"research", "boards"}
    assert osei.offers == {Role.MENTOR, Role.COACH}
    assert osei.role_capacity == {Role.COACH: 1}
    assert (osei.capacity, osei.carries) == (4, 2)
    assert osei.experience == {"first-gen"}


def test_new_places_come_on_top_of_those_carried():
    file = "role,id,How many mentees can you take?,current mentees\nmentee,a\nmentor,osei,2,3\n"

    assert only(read(file).mentors).capacity == 5


def test_summer_time_gives_a_second_reference_week():
    file = "role,id,time zone,free\nmentee,a,Europe/London,Mon 18:00-19:00\nmentor,b,,\n"

    amara = only(read(file).mentees)

    # 18:00 in London is 18:00 UTC in winter and 17:00 UTC in summer.
    assert amara.free == (0xF << 72, 0xF << 68)


def test_one_form_for_both_sides_never_matches_a_person_with_herself():
    intake = read("role,name\nboth,Dr Osei\nmentee,Amara\n")

    assert [mentor.id for mentor in intake.mentors] == ["Dr Osei"]
    assert intake.must_not == {("Dr Osei", "Dr Osei"): Barrier.ONESELF}


def test_google_forms_grids_and_ranked_questions_are_understood():
    file = (
        "Timestamp,Email Address,Full name,Mentor or mentee?,When are you free? [Monday],"
        "Rank your mentors [Second choice],Rank your mentors [First choice],Your time zone\n"
        "2026/01/09,Amara@Example.org,Amara,Mentee,Evening,Prof. Eze,Kwabena Osei,UTC\n"
        "2026/01/09,osei@example.org,Dr Kwabena Osei,Mentor,,,,\n"
        "2026/01/09,eze@example.org,Eze,Mentor,,,,\n"
    )

    amara = only(read(file).mentees)

    assert amara.id == "amara@example.org"
    assert amara.choices == ("osei@example.org", "eze@example.org")
    assert amara.free == (0xFFFF << 68,)


def test_choices_follow_the_titles_and_not_the_columns():
    file = (
        "role,name,Mentor choice 2,Mentor choice 1\n"
        "mentee,Amara,Dr Eze,Prof. Osei\nmentor,Ngozi Eze,,\nmentor,Eze,,\nmentor,Osei,,\n"
    )

    assert only(read(file).mentees).choices == ("Osei", "Eze")


def test_qualtrics_has_three_lines_of_titles():
    file = (
        "StartDate,Q1,Q2,Q3\n"
        'Start Date,Your full name?,Are you a mentor or a mentee?,"What do you need help with?"\n'
        '"{""ImportId"":""startDate""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}",'
        '"{""ImportId"":""QID3""}"\n'
        "2026-01-09,Amara Nwosu,Mentee,Research\n2026-01-09,Dr Osei,Mentor,\n"
    )

    intake = read(file)

    assert only(intake.mentees).needs == {"research"}
    assert only(intake.mentors).id == "Dr Osei"


def test_redcap_checkboxes_are_joined():
    file = (
        "record_id,role,needs___research,needs___wellbeing,Languages (choice=English)\n"
        "1,mentee,1,0,Checked\n2,mentor,0,0,Checked\n"
    )

    amara = only(read(file).mentees)

    assert amara.needs == {"research"}
    assert amara.languages == {"english"}


def test_a_map_overrides_titles_and_answers():
    mapped = read_map(
        source(
            '[columns]\n"Q7" = "stage"\n"Notes" = "ignore"\n[values.stage]\n"Y3" = "MS3"\n',
            "map.toml",
        )
    )

    intake = read("role,name,Q7\nmentee,Amara,Y3\nmentor,Dr Osei,Attending\n", mapped=mapped)

    assert only(intake.mentees).stage == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[columns]\nQ7 = "stge"\n', "Did you mean “stage”?"),
        ("[colums]\n", "There is no section “colums”"),
        ("= nonsense", "not a map that can be read"),
    ],
)
def test_a_map_with_mistakes_is_refused(text, expected):
    with pytest.raises(InputRejected) as rejected:
        read_map(source(text, "map.toml"))

    assert expected in str(rejected.value)


def test_a_map_names_only_columns_that_are_there():
    mapped = read_map(source('[columns]\n"Topic" = "topics"\n"Notes" = "ignore"\n', "map.toml"))

    assert rejection("role,name,Topics\nmentee,Amara,pain\n", mapped=mapped)[0] == (
        "map.toml, column “Topic”: people.csv has no such column. The nearest is “Topics”."
    )


def test_a_map_may_be_for_two_files():
    mapped = read_map(source('[columns]\n"Q7" = "needs"\n"Q8" = "covers"\n', "map.toml"))
    files = [
        PeopleFile(source=source("name,Q7\nAmara,pain\n", "mentees.csv"), side=MENTEES),
        PeopleFile(source=source("name,Q8\nDr Osei,pain\n", "mentors.csv"), side=MENTORS),
    ]

    intake = read_people(files, Asked(**SPRING, mapped=mapped), reading())

    assert only(intake.mentees).needs == only(intake.mentors).covers == {"pain"}


def test_two_people_with_one_address_are_told_of():
    a_reading = reading()
    file = source("role,id,email\nmentee,a,Amara@x.org\nmentee,b,amara@X.org\nmentor,o,\n")

    read_people([PeopleFile(source=file)], Asked(**SPRING), a_reading)

    assert "people.csv, line 3, column “email”: “amara@x.org” is also the address of “a”" in str(
        a_reading.notes.warnings[-1]
    )


def test_where_nobody_is_named_the_titles_that_are_there_are_told():
    assert rejection("mentee,pain\nmentor,pain\n")[0] == (
        "people.csv, line 1: No column names the people: an id, an e-mail address or a name is"
        " expected. There are “mentee”, “pain”. `corridor match --headers FILE` shows how each is"
        " understood; a --map file says it of titles of your own."
    )


def test_identity_is_read_only_when_asked_for_and_kept_apart():
    file = "role,name,Gender\nmentee,Amara,Woman\nmentor,Dr Osei,Man\n"

    silent, asked = read(file), read(file, groups=("gender",))

    assert silent.audit == {}
    assert asked.audit == {"gender": {"Amara": "Woman"}}
    assert "Woman" not in repr(asked.mentees)


def test_coverage_by_stage_is_always_there():
    assert read("role,name,stage\nmentee,Amara,MS3\nmentor,Dr Osei,PRF\n").audit == {
        "Career stage": {"Amara": "Medical student, year 3"}
    }


def test_a_current_mentor_is_an_existing_match():
    file = "role,name,current mentor\nmentee,Amara,Dr Osei\nmentor,Dr Osei,\n"

    assert read(file).existing == {Pair(mentee="Amara", mentor="Dr Osei")}


def test_an_evaluator_who_is_no_mentor_is_no_error():
    file = "role,name,evaluators\nmentee,Amara,Prof Somebody Else\nmentor,Dr Osei,\n"

    assert read(file).must_not == {}


def test_an_evaluator_who_is_misspelt_is_an_error():
    file = "role,name,evaluators\nmentee,Amara,Dr Ingrid Sorensn\nmentor,Dr Ingrid Sørensen,\n"

    assert rejection(file) == [
        (
            "people.csv, line 2, column “evaluators”: “Dr Ingrid Sorensn” is no mentor in this"
            " round. The nearest is “Dr Ingrid Sørensen”."
        )
    ]


def test_two_files_need_no_role_column():
    files = [
        PeopleFile(source=source("name\nAmara\n", "a.csv"), side=MENTEES),
        PeopleFile(source=source("name\nDr Osei\n", "b.csv"), side=MENTORS),
    ]

    intake = read_people(files, Asked(**SPRING), reading())

    assert (only(intake.mentees).id, only(intake.mentors).id) == ("Amara", "Dr Osei")


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        (
            "role,id\nmentee,amara\nmentee,Amara\nmentor,osei\n",
            "people.csv, line 3: “Amara” is here twice, first in people.csv, line 2: keep one.",
        ),
        ("role,id\nmentee,amara\n", "people.csv: There is no mentor in it."),
        ("role,id\nmentor,osei\n", "people.csv: There is no mentee in it."),
        (
            "role,id\nmentee,\nmentor,osei\n",
            (
                "people.csv, line 2, column “id”: Empty; every person needs an id, an e-mail"
                " address or a name."
            ),
        ),
        (
            "role,id\nfriend,amara\nmentor,osei\n",
            "people.csv, line 2, column “role”: “friend” does not say mentee, mentor or both.",
        ),
        (
            "role,id,capacity\nmentee,amara,\nmentor,osei,-1\n",
            "people.csv, line 3, column “capacity”: “-1” is no whole number from 0 to 200.",
        ),
        (
            "role,id,capacity\nmentee,amara,\nmentor,osei,999\n",
            "people.csv, line 3, column “capacity”: “999” is no whole number from 0 to 200.",
        ),
        (
            "role,id,stage\nmentee,amara,Wizzard\nmentor,osei,Attending\n",
            "people.csv, line 2, column “stage”: “Wizzard” is no known career stage;",
        ),
        (
            "role,id,choices\nmentee,amara,Dr Osie\nmentor,Dr Osei,\n",
            (
                "people.csv, line 2, column “choices”: “Dr Osie” is no mentor in this round."
                " The nearest is “Dr Osei”."
            ),
        ),
        (
            "role,id,time zone,free\nmentee,a,UTC,Mon 9-10\nmentee,b,,Mon 9-10\nmentor,c,,\n",
            "people.csv, line 3: Hours without a time zone:",
        ),
        (
            "role,id,stage,level\nmentee,a,MS1,MS2\nmentor,b,,\n",
            "people.csv, line 1: “stage” and “level” could both be the stage.",
        ),
        ("id,stage\namara,MS1\n", "people.csv, line 1: No column says who is a mentee"),
        ("role,stage\nmentee,MS1\n", "people.csv, line 1: No column names the people"),
        (
            "role,id,roles wished\nmentee,a,friend\nmentor,b,\n",
            "people.csv, line 2, column “roles wished”: “friend” is no role;",
        ),
    ],
)
def test_every_kind_of_error_says_where_and_what(file, problem):
    assert rejection(file)[0].startswith(problem)


def test_all_errors_are_listed_at_once():
    file = "role,id,capacity,stage\nmentee,a,,Wizzard\nmentor,b,two,\nmentor,b,-1,\n"

    assert len(rejection(file)) == 4


def test_a_group_that_is_no_column_is_refused_with_the_titles():
    problems = rejection("role,id\nmentee,a\nmentor,b\n", groups=("Gender",))

    assert problems == [
        (
            "people.csv, line 1: “Gender”, to report coverage by, fits no column or several;"
            " there are “role”, “id”."
        )
    ]


def test_nothing_mapped_maps_nothing():
    assert Mapped().value("stage", "Y3") == "Y3"
