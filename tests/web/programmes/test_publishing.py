import pytest
from django.core import mail

from corridor.programmes import actions
from corridor.programmes.actions import matches
from corridor.programmes.actions.matches import NotNow
from corridor.programmes.models import (
    Application,
    Match,
    MatchingJob,
    NextBest,
    Publication,
    TeamMember,
)

PUBLICATION = "/p/first-gen/publication/"


@pytest.fixture
def director(signed_in, prof_lindqvist):
    return signed_in(prof_lindqvist)


@pytest.fixture
def approved(run, prof_lindqvist, now):
    actions.approve_many(run=run, by=prof_lindqvist, now=now)
    return run


def page_of(client, path, **kwargs):
    return client.get(path, **kwargs).content.decode()


def test_each_mail_is_read_before_it_goes(director, approved):
    del approved
    page = page_of(director, PUBLICATION)

    for words in (
        "Publish 2 matches",
        "To Amara Nwosu",
        "To Dr Kwame Osei",
        "Would you be the mentor of Amara Nwosu?",
        "Can help with research.",
        "with five minutes to stop it",
    ):
        assert words in page, words
    assert mail.outbox == []


def test_publishing_now_can_be_stopped(director, approved):
    page = director.post(PUBLICATION, {"when": "now", "run": approved.number}, follow=True)
    assert "Stop the publication" in page.content.decode()
    assert "About to be published." in page_of(director, "/p/first-gen/review/")

    page = director.post(f"{PUBLICATION}end/", follow=True)

    assert "Stopped. Nobody was told anything." in page.content.decode()
    assert Publication.objects.get().stopped_at is not None


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("2027-03-28T02:30", "That time does not come"),
        ("2027-10-31T02:30", "That time comes twice"),
        ("2001-01-01T10:00", "That time has passed."),
        ("2098-01-01T10:00", "more than 90 days ahead"),
        ("", "Say which day and time."),
        ("soon", "Enter a valid date/time."),
    ],
)
def test_a_time_that_cannot_be_is_refused_in_words(director, approved, told, words):
    programme = approved.round.programme
    programme.time_zone = "Europe/Stockholm"
    programme.save(update_fields=["time_zone"])

    page = director.post(
        PUBLICATION, {"when": "at", "at": told, "run": approved.number}, follow=True
    )

    assert words in page.content.decode()
    assert Publication.objects.count() == 0


def test_a_run_that_was_not_seen_is_not_published(director, approved, prof_lindqvist, now):
    actions.run_matching(round=approved.round, by=prof_lindqvist, now=now)

    page = director.post(PUBLICATION, {"when": "now", "run": approved.number}, follow=True)

    assert "The matches changed meanwhile" in page.content.decode()
    assert Publication.objects.count() == 0


def test_a_published_round_shows_who_answered_and_who_has_nobody(director, match_of, dr_osei, now):
    match = match_of("amara_nwosu")
    matches.decline_match(match_id=match.pk, said=NotNow(reason="Nights."), by=dr_osei, now=now)

    page = page_of(director, f"/p/first-gen/rounds/{match.round_id}/")

    assert "The mentor said not now" in page
    assert "Nights." not in page
    assert "Have nobody" in page


@pytest.mark.parametrize("path", ["/p/first-gen/review/", PUBLICATION])
def test_the_pages_of_the_review_lead_on_once_it_is_published(
    director, signed_in, mallory, match_of, path
):
    match = match_of("amara_nwosu")

    led = director.get(path)

    assert led.headers["Location"] == f"/p/first-gen/rounds/{match.round_id}/"
    assert signed_in(mallory).get(path).status_code == 404


def test_readers_do_not_read_who_is_matched(signed_in, match_of, prof_raman):
    match = match_of("amara_nwosu")
    part = TeamMember.objects.create(
        programme=match.round.programme, profile=prof_raman, role="reader"
    )
    reader = signed_in(prof_raman)
    before = reader.get(f"/p/first-gen/rounds/{match.round_id}/").status_code

    part.publishes = True
    part.save()

    assert before == 404
    assert reader.get(f"/p/first-gen/rounds/{match.round_id}/").status_code == 200


@pytest.mark.parametrize("odd", ["9" * 5000, "9" * 25, "x", "0"])
def test_an_odd_number_takes_nothing_back(director, match_of, odd):
    match = match_of("amara_nwosu")

    page = director.post(
        f"/p/first-gen/rounds/{match.round_id}/recall/", {"match": odd, "words": "Sorry."}
    )

    match.refresh_from_db()
    assert (page.status_code, match.state) == (422, "proposed")


def test_a_director_takes_a_match_back_in_words(director, match_of):
    match = match_of("amara_nwosu")
    address = f"/p/first-gen/rounds/{match.round_id}/recall/"

    refused = director.post(address, {"match": match.pk, "words": " "})
    assert (refused.status_code, "both sides read it" in refused.content.decode()) == (422, True)
    none = director.post(address, {"words": "The wrong list."})
    assert (none.status_code, "The wrong list." in none.content.decode()) == (422, True)
    match.refresh_from_db()
    assert match.state == "proposed"
    director.post(address, {"match": match.pk, "words": "The wrong list."})

    match.refresh_from_db()
    assert match.state == "withdrawn"


@pytest.mark.parametrize("path", [PUBLICATION, "/p/first-gen/review/runs/"])
def test_nobody_else_gets_there(signed_in, client, mallory, approved, path):
    del approved
    assert signed_in(mallory).get(path).status_code == 404
    assert client.get(path).status_code == 302


def test_nobody_else_sees_a_published_round(signed_in, amara, match_of):
    match = match_of("amara_nwosu")

    address = f"/p/first-gen/rounds/{match.round_id}/"
    assert signed_in(amara).get(address).status_code == 404
    for name in ("recall", "next-best", "state"):
        assert signed_in(amara).post(f"{address}{name}/").status_code == 404


@pytest.mark.parametrize(
    ("answer", "told"),
    [("further", "Nobody else who suits is free"), ("leave", "The mentee stays waiting")],
)
def test_a_director_looks_further_or_asks_nobody(director, match_of, dr_vaughan, now, answer, told):
    match = match_of("amara_nwosu")
    mentor = Application.objects.get(profile=dr_vaughan)
    suggested = NextBest(after=match, mentee=match.mentee, mentor=mentor, role=match.role)
    suggested.made_at, suggested.why = now, match.why
    suggested.save()
    Match.objects.filter(pk=match.pk).update(state="declined", ended_at=now, cause="mentor")
    address = f"/p/first-gen/rounds/{match.round_id}/"

    page = page_of(director, address)
    missing = director.post(f"{address}next-best/", {"suggested": suggested.pk})
    answered = director.post(
        f"{address}next-best/", {"suggested": suggested.pk, "answer": answer}, follow=True
    )

    assert "Look for somebody else" in page
    assert "Ask nobody" in page
    assert missing.status_code == 400
    assert told in answered.content.decode()
    assert "Ask nobody" not in answered.content.decode()


def test_runs_are_named_chosen_and_compared(director, run, prof_lindqvist, now):
    for _ in range(2):
        actions.run_matching(round=run.round, by=prof_lindqvist, now=now)

    director.post("/p/first-gen/runs/1/", {"name": "The first"})
    page = director.post("/p/first-gen/runs/1/", {}, follow=True).content.decode()

    assert "You review run 1 now." in page
    assert "Run 1: The first" in page_of(director, "/p/first-gen/review/runs/")
    page = page_of(director, "/p/first-gen/review/comparison/?run=3&before=1")
    assert "Run 3 after run 1" in page
    assert director.get("/p/first-gen/review/comparison/?run=9&before=1").status_code == 404


def test_the_page_says_how_far_the_matching_is(director, spring, prof_lindqvist, now):
    MatchingJob.objects.create(
        round=spring, by=prof_lindqvist, made_at=now, state="running", step="pricing", progress=47
    )

    page = page_of(director, "/p/first-gen/review/")
    assert "47 % done" in page
    assert "Proving that nothing is better" in page

    page = director.post("/p/first-gen/runs/end/", follow=True).content.decode()
    assert "Stopped; nothing was stored." in page
    assert "Nobody is matched yet" in page


def test_when_it_is_done_htmx_goes_to_the_board(director, run):
    del run
    answer = director.get("/p/first-gen/review/progress/", headers={"HX-Request": "true"})

    assert answer.headers["HX-Refresh"] == "true"


def test_the_pages_take_few_queries(director, approved, django_assert_max_num_queries):
    with django_assert_max_num_queries(30):
        director.get(PUBLICATION)
    with django_assert_max_num_queries(8):
        director.get("/p/first-gen/review/runs/")
