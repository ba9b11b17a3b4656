"""The pages of a team: who gets there, and that each section keeps what is written."""

from datetime import timedelta

import pytest
from django.utils import timezone

from corridor.programmes import queries
from corridor.programmes.actions import NewApplication, apply_to_round
from corridor.programmes.answers import Answers
from corridor.programmes.choices import Message, TeamRole
from corridor.programmes.models import Programme, Round, TeamMember

PLACES = ["", "about/", "who/", "capacities/", "meetings/", "surveys/", "dates/", "agreement/"]
MORE = ["mails/", "mails/welcome/", "forms/mentee/", "forms/mentor/", "forms/mentee/new/"]
MORE += ["forms/mentor/preview/", "on-behalf/", "account/", "mails/answer/"]
AROUND = ["team/", "record/", "parts/"]
ONE = "/p/first-gen/directing/"
NOT_FOR_READERS = {*PLACES[1:], *MORE}


@pytest.fixture
def director(signed_in, prof_lindqvist, programme):
    del programme
    return signed_in(prof_lindqvist)


def test_each_page_is_there_for_its_team_and_for_nobody_else(
    client, director, signed_in, programme, mallory, prof_raman
):
    TeamMember.objects.create(programme=programme, profile=prof_raman, role=TeamRole.READER)
    found = {}
    for place in [*PLACES, *MORE, *AROUND]:
        found[place] = (
            client.get(ONE + place).status_code,
            signed_in(mallory).get(ONE + place).status_code,
            signed_in(prof_raman).get(ONE + place).status_code,
            director.get(ONE + place).status_code,
        )

    assert found == {
        place: (302, 404, 404 if place in NOT_FOR_READERS else 200, 200)
        for place in [*PLACES, *MORE, *AROUND]
    }


@pytest.mark.parametrize("place", ["nothing/", "mails/nothing/", "forms/nobody/"])
def test_what_does_not_exist_is_not_found(director, place):
    assert director.get(ONE + place).status_code == 404


@pytest.mark.parametrize(
    ("place", "said", "kept"),
    [
        (
            "about/",
            {
                "name": "Us",
                "hashtag": "#UsAll",
                "description": "What.",
                "for_whom": "All.",
                "time_zone": "UTC",
            },
            {"name": "Us", "hashtag": "UsAll", "description": "What.", "for_whom": "All."},
        ),
        (
            "who/",
            {"admission": "membership", "domains": "@Severnside.ac.uk, b.org", "places": "20"},
            {"admission": "membership", "domains": "severnside.ac.uk\nb.org", "places": 20},
        ),
        (
            "capacities/",
            {"mentor_capacity": "3", "answer_days": "10"},
            {"mentor_capacity": 3, "answer_days": 10},
        ),
        (
            "meetings/",
            {"cadence": "weekly", "meeting_minutes": "30", "months": "3"},
            {"cadence": "weekly", "meeting_minutes": 30, "months": 3},
        ),
        ("surveys/", {}, {"asks_how_it_went": False}),
    ],
)
def test_a_section_keeps_what_is_written(director, programme, place, said, kept):
    director.post(ONE + place, said)

    programme.refresh_from_db()
    assert {name: getattr(programme, name) for name in kept} == kept


@pytest.mark.parametrize(
    ("place", "said", "says"),
    [
        ("who/", {"admission": "membership"}, "Name a domain or a roster"),
        ("who/", {"admission": "open", "domains": "nonsense"}, "is no domain"),
        ("who/", {"admission": "open", "places": "-1"}, "greater than or equal to"),
        ("capacities/", {"mentor_capacity": "7", "answer_days": "7"}, "less than or equal to 6"),
        ("mails/welcome/", {"subject": "Hello {you}", "body": "Hi"}, "{you} means nothing here"),
        ("agreement/", {"text": " "}, "This field is required"),
        ("forms/mentee/new/", {"label": "Which?", "kind": "one"}, "at least two to choose from"),
    ],
)
def test_a_section_says_what_is_wrong(director, programme, place, said, says):
    before = Programme.objects.values().get()

    answer = director.post(ONE + place, said)

    assert answer.status_code == 422
    assert says in answer.text
    assert Programme.objects.values().get() == before
    assert queries.own_texts(programme) == set()


def test_a_mail_is_seen_first_then_kept_then_put_back(director, programme):
    said = {"subject": "Hello {person}", "body": "Welcome to {programme}."}

    seen = director.post(ONE + "mails/welcome/", {**said, "see": "1"}).text
    assert "Hello Amara Nwosu" in seen
    assert "Welcome to First-Gen in Medicine." in seen
    assert queries.own_text(programme, Message.WELCOME) is None

    director.post(ONE + "mails/welcome/", said)
    assert queries.text(programme, Message.WELCOME).subject == "Hello {person}"

    director.post(ONE + "mails/welcome/end/")
    assert queries.own_text(programme, Message.WELCOME) is None
    assert programme.texts.count() == 2


def test_an_agreement_has_versions(director, programme):
    assert queries.agreement(programme).number == 0

    director.post(ONE + "agreement/", {"text": "We meet."})
    director.post(ONE + "agreement/", {"text": "We meet twice."})

    assert queries.agreement(programme) == queries.Agreement(number=2, text="We meet twice.")


def test_a_question_is_added_moved_changed_and_removed(director, programme):
    director.post(ONE + "forms/mentee/new/", {"label": "Why now?", "kind": "long"})
    key = queries.form_of_programme(programme, "mentee").questions[-1].key
    place = f"{ONE}forms/mentee/{key}/"

    director.post(place + "place/", {"to": "1"})
    director.post(place, {"label": "Why <b>now</b>?", "kind": "long", "is_required": "on"})
    assert "Why &lt;b&gt;now&lt;/b&gt;?" in director.get(ONE + "forms/mentee/").text
    assert queries.form_of_programme(programme, "mentee").questions[0].is_required

    director.post(place + "removal/")
    assert director.get(place).status_code == 404


def test_a_programme_is_copied_archived_and_brought_back(director, programme, client, settings):
    settings.PROGRAMMES_STARTED_BY = "members"
    director.post(ONE + "forms/mentee/new/", {"label": "Why now?", "kind": "long"})
    director.post(ONE + "agreement/", {"text": "We meet."})

    director.post(ONE + "copy/")
    copy = Programme.objects.exclude(pk=programme.pk).get()
    assert copy.is_draft
    assert queries.agreement(copy).text == "We meet."
    labels = [one.label for one in queries.form_of_programme(copy, "mentee").questions]
    assert labels[-1] == "Why now?"
    assert copy.rounds.count() == 0

    director.post(ONE + "archive/")
    assert "First-Gen in Medicine" not in client.get("/programmes/").text
    assert "Archived" in client.get("/p/first-gen/").text
    director.post(ONE + "return/")
    programme.refresh_from_db()
    assert programme.is_draft


def test_a_programme_with_an_open_round_is_not_archived(director, open_spring):
    director.post(ONE + "archive/")

    open_spring.programme.refresh_from_db()
    assert open_spring.programme.is_active


def test_a_draft_whose_hashtag_is_taken_is_not_published(director, programme, settings):
    settings.PROGRAMMES_STARTED_BY = "members"
    director.post(ONE + "copy/")
    copy = Programme.objects.exclude(pk=programme.pk).get()

    answer = director.post(f"/p/{copy.slug}/directing/publication/", follow=True)

    assert "Another active programme has this hashtag" in answer.text
    copy.refresh_from_db()
    assert copy.is_draft


def test_a_form_is_seen_as_applicants_see_it(director):
    page = director.get(ONE + "forms/mentee/preview/?phone").text

    assert "What would you like help with?" in page
    assert "as-phone" in page


def test_a_team_withdraws_for_whoever_asked_and_says_why(director, open_spring, amara, now):
    apply_to_round(
        round=open_spring,
        new=NewApplication(is_mentor=False, answers=Answers()),
        by=amara,
        now=now,
    )
    said = {"handle": "@amara_nwosu", "round": str(open_spring.pk), "reason": "She wrote."}

    refused = director.post(ONE + "on-behalf/", {**said, "handle": "dr_nobody"})
    assert refused.status_code == 422
    assert "There is nobody of that name for you." in refused.text
    assert "She wrote." in refused.text
    answer = director.post(ONE + "on-behalf/", said, follow=True)

    assert "She wrote." in answer.text
    assert queries.applied(open_spring).mentees == 0


def test_somebody_is_asked_in_and_answers_on_her_own_page(
    director, signed_in, programme, prof_raman
):
    said = {"handle": f"@{prof_raman.handle}", "role": "owner"}
    director.post(ONE + "team/", said)
    theirs = signed_in(prof_raman)

    assert "would like to hand" in theirs.get("/programmes/yours/").text
    asked = queries.team_invitations(programme).get()
    theirs.post(f"/team-invitations/{asked.pk}/answer/", {"answer": "yes"})

    assert theirs.get(ONE).status_code == 200
    assert "Owner" in director.get(ONE + "team/").text
    assert programme.team.get(profile=prof_raman).role == TeamRole.OWNER


@pytest.mark.parametrize(
    ("place", "queries_taken"), [("", 16), ("forms/mentee/", 6), ("team/", 8), ("record/", 6)]
)
def test_pages_of_a_team_take_few_queries(
    director, place, queries_taken, django_assert_max_num_queries
):
    director.get(ONE)
    with django_assert_max_num_queries(queries_taken):
        director.get(ONE + place)


def test_applications_close_early_and_open_again(director, open_spring):
    later = timezone.now().date() + timedelta(days=30)
    Round.objects.update(closes_on=later, starts_on=later, ends_on=later)
    closing = f"{ONE}rounds/{open_spring.pk}/closing/"
    assert "Close applications now" in director.get(ONE).text

    board = director.post(closing, follow=True)
    open_spring.refresh_from_db()
    assert open_spring.state == "closed"
    assert "Applications are closed" in board.text
    assert "Open applications again" in board.text
    assert "Applications are not open." in director.post(closing, follow=True).text

    again = director.post(f"{closing}end/", follow=True)
    open_spring.refresh_from_db()
    assert open_spring.state == "open"
    assert "Applications are open again." in again.text


def test_applications_stay_closed_once_people_are_matched(director, run):
    closing = f"{ONE}rounds/{run.round_id}/closing/"

    assert "People were matched already" in director.post(f"{closing}end/", follow=True).text
    assert Round.objects.get(pk=run.round_id).state == "review"


def test_nobody_else_closes_applications(client, signed_in, mallory, open_spring, prof_raman):
    TeamMember.objects.create(
        programme=open_spring.programme, profile=prof_raman, role=TeamRole.READER
    )
    closing = f"{ONE}rounds/{open_spring.pk}/closing/"

    answers = [
        who.post(closing).status_code for who in (client, signed_in(mallory), signed_in(prof_raman))
    ]

    assert answers == [302, 404, 404]
    open_spring.refresh_from_db()
    assert open_spring.state == "open"


def test_each_round_leads_to_where_its_team_works_on_it(director, open_spring):
    places = {
        "planned": "dates/",
        "open": f"/rounds/{open_spring.pk}/applications/",
        "closed": "/p/first-gen/review/",
        "running": f"/p/first-gen/rounds/{open_spring.pk}/",
    }
    for state, place in places.items():
        Round.objects.filter(pk=open_spring.pk).update(state=state)
        section = director.get(ONE).text.partition('id="rounds"')[2].partition("</section>")[0]
        assert place in section, state


def test_people_may_apply_a_week_longer(director, open_spring):
    address = f"{ONE}rounds/{open_spring.pk}/dates/"
    today = timezone.now().date()
    days = {"opens_on": -9, "closes_on": 7, "starts_on": 20, "ends_on": 90}
    typed = {name: (today + timedelta(days=count)).isoformat() for name, count in days.items()}

    refused = director.post(address, {**typed, "round_name": " "})
    assert (refused.status_code, typed["closes_on"] in refused.text) == (422, True)
    director.post(address, {**typed, "round_name": "Spring"})

    open_spring.refresh_from_db()
    assert open_spring.closes_on == today + timedelta(days=7)
    assert (open_spring.name, open_spring.state) == ("Spring", "open")


def days_from_now(**days):
    today = timezone.now().date()
    return {name: (today + timedelta(days=count)).isoformat() for name, count in days.items()}


def test_a_round_whose_last_day_is_over_opens_again_once_it_has_a_new_one(director, spring):
    closing = f"{ONE}rounds/{spring.pk}/closing/end/"
    address = f"{ONE}rounds/{spring.pk}/dates/"

    refused = director.post(closing, follow=True).text
    spring.refresh_from_db()
    assert "Give the round a new last day first" in refused
    assert spring.state == "closed"
    assert address in director.get("/p/first-gen/review/").text

    typed = days_from_now(opens_on=-9, closes_on=7, starts_on=20, ends_on=90)
    director.post(address, {**typed, "round_name": "Spring"})
    director.post(closing)

    spring.refresh_from_db()
    assert (spring.state, spring.closes_on.isoformat()) == ("open", typed["closes_on"])


def test_a_closed_round_keeps_its_last_day_while_first_meetings_move(director, spring):
    address = f"{ONE}rounds/{spring.pk}/dates/"
    typed = {
        **days_from_now(starts_on=20, ends_on=90),
        "opens_on": spring.opens_on.isoformat(),
        "closes_on": spring.closes_on.isoformat(),
        "round_name": "Spring",
    }

    another = director.post(address, {**typed, "closes_on": days_from_now(it=-1)["it"]})
    director.post(address, typed)

    assert "This day is over" in another.text
    spring.refresh_from_db()
    assert (spring.state, spring.starts_on.isoformat()) == ("closed", typed["starts_on"])


def test_dates_stay_once_people_are_matched(director, run):
    assert director.get(f"{ONE}rounds/{run.round_id}/dates/").status_code == 404


def test_a_round_whose_days_went_by_unopened_is_said_to_need_new_ones(director, programme):
    today = timezone.now().date()
    before, later = today - timedelta(days=9), today + timedelta(days=9)
    planned = Round.objects.create(
        programme=programme,
        name="Spring",
        state="planned",
        opens_on=before,
        closes_on=today - timedelta(days=2),
        starts_on=later,
        ends_on=later,
    )

    assert "The days of Spring are over" in director.get(ONE).text
    Round.objects.filter(pk=planned.pk).update(closes_on=later)
    assert "It opens by itself" in director.get(ONE).text


def test_a_reader_is_led_to_no_page_she_has_not(signed_in, spring, prof_raman):
    TeamMember.objects.create(programme=spring.programme, profile=prof_raman, role="reader")

    page = signed_in(prof_raman).get(ONE).text

    assert "/p/first-gen/review/" not in page
