"""From nothing to an open round: two screens and a button."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from corridor.programmes import queries
from corridor.programmes.models import DeedIsFinal, Programme, Round, TeamDeed
from corridor.programmes.templates_of_programmes import TEMPLATES


@pytest.fixture(autouse=True)
def _everybody_may(settings):
    settings.PROGRAMMES_STARTED_BY = "members"


@pytest.fixture
def director(signed_in, prof_lindqvist):
    return signed_in(prof_lindqvist)


def filled_in(**more):
    today = timezone.now().date()
    days = {"opens_on": 0, "closes_on": 28, "starts_on": 42, "ends_on": 220}
    dates = {name: (today + timedelta(days=count)).isoformat() for name, count in days.items()}
    return {
        "name": "Rural mentors",
        "hashtag": "#RuralMentors",
        "round_name": "First",
        "time_zone": "Europe/Stockholm",
        **dates,
        **more,
    }


@pytest.mark.parametrize("template", TEMPLATES)
def test_each_template_makes_a_programme_that_only_has_to_be_published(director, client, template):
    assert str(TEMPLATES[template].title) in director.get("/programmes/new/").text

    made = director.post(f"/programmes/new/{template}/", filled_in())
    programme = Programme.objects.get()
    assert made.headers["Location"] == "/p/rural-mentors/directing/"
    assert programme.is_draft
    assert client.get("/p/rural-mentors/").status_code == 404

    if queries.missing(programme):
        director.post(
            "/p/rural-mentors/directing/who/",
            {"admission": programme.admission, "domains": "severnside.ac.uk"},
        )
    page = director.get("/p/rural-mentors/directing/").text
    assert "Publish the programme" in page
    director.post("/p/rural-mentors/directing/publication/")

    assert programme.rounds.get().state == Round.State.OPEN
    shown = client.get("/p/rural-mentors/").text
    assert "First is open" in shown
    assert "Prof Ingrid Lindqvist" in shown


def test_a_hashtag_is_made_from_the_name_where_nobody_writes_one(director):
    director.post("/programmes/new/society/", filled_in(hashtag="", name="Rural mentors of Wales"))

    assert Programme.objects.get().hashtag == "RuralMentorsOfWales"


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"name": " "}, "This field is required"),
        ({"hashtag": "two words"}, "Letters and digits, without #."),
        ({"hashtag": "firstgenmed"}, "An active programme has this hashtag already."),
        ({"starts_on": "2001-01-01"}, "This day comes before the one above."),
        ({"opens_on": "soon"}, "Enter a valid date."),
        (
            dict.fromkeys(("opens_on", "closes_on"), "2001-01-01"),
            "This day is over: nobody could apply.",
        ),
        ({"time_zone": "Mars/Base"}, "Select a valid choice"),
        ({"round_name": "x" * 61}, "at most 60 characters"),
    ],
)
def test_a_mistake_is_said_and_nothing_typed_is_lost(director, programme, wrong, says):
    answer = director.post("/programmes/new/society/", filled_in(**{"name": "Kept"} | wrong))

    assert answer.status_code == 422
    assert says in answer.text
    assert 'value="2' in answer.text
    assert list(Programme.objects.all()) == [programme]


def test_only_verified_members_start_programmes_unless_an_operator_says_otherwise(
    director, settings
):
    settings.PROGRAMMES_STARTED_BY = "verified"

    assert "You cannot start one here yet" in director.get("/programmes/new/").text
    director.post("/programmes/new/society/", filled_in())

    assert not Programme.objects.exists()


def test_whoever_may_not_asks_an_operator_once_a_day(director, settings, amara):
    settings.PROGRAMMES_STARTED_BY = "operators"
    amara.account.is_operator = True
    amara.account.save(update_fields=["is_operator"])

    for _ in range(2):
        director.post("/programmes/asking/", {"words": "Mentors for the north."})

    assert [one.to for one in mail.outbox] == [[amara.account.email]]
    assert "Mentors for the north." in mail.outbox[0].body


def test_what_the_team_did_is_on_record_and_stays(director):
    director.post("/programmes/new/society/", filled_in())

    assert "Started the programme" in director.get("/p/rural-mentors/directing/record/").text
    with pytest.raises(DeedIsFinal):
        TeamDeed.objects.all().delete()
    assert TeamDeed.objects.count() == 1


def test_the_page_says_when_applications_close_by_the_clock_of_the_reader(
    client, signed_in, open_spring, amara
):
    programme = open_spring.programme
    programme.time_zone = "America/Los_Angeles"
    programme.save()
    amara.time_zone = "Africa/Lagos"
    amara.save()

    page = signed_in(amara).get("/p/first-gen/").text

    assert re.search(r"You can apply until \w+ \d+ \w+ \d{4}, (08|07):59 WAT", page)
