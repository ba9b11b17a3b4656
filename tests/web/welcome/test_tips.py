"""What is worth doing first; tips that know the stage and stop by themselves."""

from datetime import timedelta

import pytest

from corridor.people import actions, queries
from corridor.people.actions import NewOffer, ProfileFacts
from corridor.people.choices import Kind


@pytest.fixture
def settle(join):
    """Somebody at a stage whose profile is written."""

    def make(stage):
        kofi = join(handle="kofi", display_name="Kofi Mensah", stage=stage)
        facts = ProfileFacts(
            display_name="Kofi Mensah", bio="Nights.", stage=stage, specialty="anaesthesiology"
        )
        actions.edit_profile(profile=kofi, facts=facts, by=kofi)
        return kofi

    return make


def page(response):
    return response.content.decode()


@pytest.mark.parametrize(
    ("stage", "kind"),
    [("MS2", "student-wishes"), ("PGY3", "trainee-both"), ("PRF", "faculty-offers")],
)
def test_a_tip_knows_the_stage(settle, now, stage, kind):
    assert actions.give_tip(profile=settle(stage), now=now) == kind


def test_a_tip_is_counted_once_a_day(settle, now):
    kofi = settle("MS2")
    for hour in range(5):
        actions.give_tip(profile=kofi, now=now + timedelta(hours=hour))

    assert kofi.nudges.get().times == 1


def test_each_tip_is_given_three_days_and_then_the_next(settle, now):
    kofi = settle("MS2")

    given = [actions.give_tip(profile=kofi, now=now + timedelta(days=day)) for day in range(10)]

    assert given == ["student-wishes"] * 3 + ["hours"] * 3 + ["student-follow"] * 3 + [None]


def test_a_tip_is_not_given_once_it_is_done(settle, now):
    kofi = settle("PRF")
    actions.set_offers(profile=kofi, offers=[NewOffer(kind=Kind.MENTORSHIP)], by=kofi)

    assert actions.give_tip(profile=kofi, now=now) == "hours"


def test_a_tip_that_is_dismissed_never_comes_back(signed_in, settle, now):
    kofi = settle("MS2")
    client = signed_in(kofi)
    assert "Name one thing that would help" in page(client.get("/"))

    client.post("/you/tips/student-wishes/end/")

    assert "Name one thing that would help" not in page(client.get("/"))
    assert actions.give_tip(profile=kofi, now=now + timedelta(days=400)) == "hours"


def test_whoever_wants_no_tips_has_none(signed_in, settle, now):
    kofi = settle("MS2")

    signed_in(kofi).post("/you/tips/end/")

    kofi.refresh_from_db()
    assert actions.give_tip(profile=kofi, now=now) is None
    assert kofi.nudges.count() == 0


def test_an_unknown_tip_is_not_found(signed_in, amara):
    assert signed_in(amara).post("/you/tips/riches/end/").status_code == 404
    assert amara.nudges.count() == 0


def test_nobody_dismisses_for_another(amara, mallory, now):
    with pytest.raises(actions.NotYourProfile):
        actions.dismiss_tip(profile=amara, kind="hours", by=mallory, now=now)
    with pytest.raises(actions.NotYourProfile):
        actions.refuse_tips(profile=amara, by=mallory)

    amara.refresh_from_db()
    assert amara.wants_nudges
    assert amara.nudges.count() == 0


def test_looking_at_ones_privacy_is_done_once_the_page_was_opened(signed_in, settle):
    client = signed_in(settle("MS2"))
    before = page(client.get("/"))

    client.get("/you/privacy/")

    after = page(client.get("/"))
    assert "Look at who sees you" in before
    assert after.count('<li class="is-done">') == before.count('<li class="is-done">') + 1


def test_what_is_done_is_one_query(settle, django_assert_num_queries):
    kofi = settle("MS2")

    with django_assert_num_queries(1):
        assert not queries.settled(kofi)["offers"]


def test_the_list_of_what_to_do_turns_green(signed_in, settle):
    kofi = settle("MS2")
    client = signed_in(kofi)
    before = page(client.get("/"))

    actions.set_offers(profile=kofi, offers=[NewOffer(kind=Kind.MENTORSHIP)], by=kofi)

    after = page(client.get("/"))
    assert before.count('<li class="is-done">') == 1
    assert after.count('<li class="is-done">') == 2
    assert "Say what you give or seek" in after
