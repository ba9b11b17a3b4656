"""The directory as a context gives it: who is found, by what, and that it follows every change."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corridor.algorithms.directory.words import is_found, words_asked, words_of
from corridor.algorithms.matching.week import Span
from corridor.people import actions, queries
from corridor.people.actions import (
    NewOffer,
    NewWish,
    Place,
    PrivacySettings,
    ProfileFacts,
    verifying,
)
from corridor.people.actions.verifying import NewBadge
from corridor.people.choices import Route, Visibility
from corridor.people.models import DirectoryEntry, Profile
from corridor.people.queries import Asked
from tests.thoroughly import tries


@pytest.fixture
def osei(dr_osei):
    """Has a place and can help with a first research project."""
    offer(dr_osei, topics=("first research project",))
    return dr_osei


def offer(profile, *, kind="mentor", capacity=1, carries=0, topics=()):
    new = NewOffer(kind=kind, capacity=capacity, carries=carries, topics=topics)
    actions.set_offers(profile=profile, offers=[new], by=profile)


def handles(viewer, now, **asked):
    found = queries.mentors(viewer=viewer, asked=Asked(**asked), now=now)
    return [one.profile.handle for one in found.suggestions]


def show_as(profile, now, **settings):
    facts = {
        "visibility": Visibility.PUBLIC,
        "is_listed": True,
        "is_pseudonymous": False,
        "approves_followers": False,
    }
    actions.set_privacy(
        profile=profile, settings=PrivacySettings(**facts | settings), by=profile, now=now
    )


def test_whoever_offers_something_and_has_room_is_found(osei, amara, mallory, now):
    del mallory

    assert handles(amara, now) == ["kwame_osei"]
    assert handles(None, now) == ["kwame_osei"]


def test_nobody_is_shown_to_herself(osei, now):
    assert handles(osei, now) == []


@pytest.mark.parametrize(
    "typed",
    [
        "kwame",
        "OSEI",
        "research",
        "northern fells",
        "consultant",
        "regional anaesth",
        "anesthesia",
        "united kingdom",
        "kwame_osei",
        "twi",
        "ultrasound",
        "teaches blocks",
    ],
)
def test_people_are_found_by_what_they_say_of_themselves(osei, amara, now, typed):
    actions.set_languages(profile=osei, languages=["Twi"], by=osei)
    actions.set_interests(profile=osei, interests=["Point-of-care ultrasound"], by=osei)
    facts = ProfileFacts(
        display_name="Dr Kwame Osei",
        bio="Teaches blocks on Thursdays.",
        stage="ATT",
        grade="Consultant",
        specialty="anaesthesiology",
        subspecialty="regional anaesthesia",
        country="GB",
    )
    actions.edit_profile(profile=osei, facts=facts, by=osei)

    assert handles(amara, now, words=typed) == ["kwame_osei"]


def test_words_that_nobody_has_find_nobody(osei, amara, now):
    del osei

    assert handles(amara, now, words="dermatology") == []
    assert handles(amara, now, words="'); DROP TABLE people_profile; --") == []
    assert handles(amara, now, words='" OR NEAR(* AND ^') == []


def test_who_goes_by_another_name_is_not_found_by_where_she_works(osei, amara, now):
    actions.set_affiliations(
        profile=osei, places=[Place(institution="Fells")], by=osei, today=now.date()
    )
    assert handles(amara, now, words="fells") == ["kwame_osei"]

    show_as(osei, now, is_pseudonymous=True)

    assert handles(amara, now, words="fells") == []
    assert (
        queries.mentors(viewer=amara, asked=Asked(), now=now).suggestions[0].is_elsewhere is False
    )


def test_visitors_do_not_see_members_only_profiles(osei, amara, now):
    show_as(osei, now, visibility=Visibility.MEMBERS)

    assert handles(None, now) == []
    assert handles(None, now, words="osei") == []
    assert handles(amara, now) == ["kwame_osei"]


@pytest.mark.parametrize(
    ("shown", "for_visitors", "for_members"),
    [
        ({}, True, True),
        ({"visibility": Visibility.MEMBERS}, False, True),
        ({"is_listed": False}, False, False),
    ],
)
def test_filters_offer_no_word_that_only_a_hidden_person_has(
    osei, amara, now, shown, for_visitors, for_members
):
    actions.set_interests(profile=osei, interests=["rare thing"], by=osei)
    show_as(osei, now, **shown)

    def is_offered(viewer):
        choices = queries.mentors(viewer=viewer, asked=Asked(), now=now).choices
        return "rare thing" in choices.interests and "GB" in choices.countries

    assert is_offered(None) is for_visitors
    assert is_offered(amara) is for_members


def test_who_is_not_listed_is_not_found(osei, amara, now):
    show_as(osei, now, is_listed=False)

    assert handles(amara, now) == []


def test_who_is_about_to_leave_is_not_found_unless_she_comes_back(osei, amara, now):
    actions.ask_to_leave(profile=osei, by=osei, now=now)
    assert handles(amara, now) == []

    actions.come_back(account=osei.account)
    assert handles(amara, now) == ["kwame_osei"]


def test_people_kept_apart_do_not_find_each_other(osei, amara, mallory, now):
    actions.block(blocker=osei, blocked=amara, now=now)

    assert handles(amara, now) == []
    assert handles(mallory, now) == ["kwame_osei"]


def test_a_profile_that_is_gone_is_found_no_more_and_leaves_no_words(osei, amara, now):
    assert handles(amara, now, words="osei") == ["kwame_osei"]

    osei.account.delete()

    assert handles(amara, now) == []
    assert queries.found_by("osei") == frozenset()


def test_silence_hides_and_a_visit_brings_back(osei, amara, now, settings):
    settings.SILENT_AFTER_DAYS = 10
    Profile.objects.filter(pk=osei.pk).update(seen_on=now.date() - timedelta(days=11))
    actions.refresh_entry(osei)
    assert handles(amara, now) == []

    Profile.objects.filter(pk=osei.pk).update(seen_on=now.date())
    actions.refresh_entry(osei)
    assert handles(amara, now) == ["kwame_osei"]


def test_who_was_never_seen_counts_from_the_day_she_joined(osei, amara, now):
    assert handles(amara, now + timedelta(days=30)) == ["kwame_osei"]
    assert handles(amara, now + timedelta(days=31)) == []


def test_the_best_fit_is_first_with_its_reasons(osei, amara, meet, now):
    from corridor.demo.cast import DR_VAUGHAN  # noqa: PLC0415 - one test has need of her

    vaughan = meet(DR_VAUGHAN)
    offer(vaughan, topics=("publishing",))
    wish = NewWish(kind="mentor", topics=("first research project",), goal="A poster")
    actions.set_wishes(profile=amara, wishes=[wish], by=amara)

    found = queries.mentors(viewer=amara, asked=Asked(), now=now)

    assert [one.profile.handle for one in found.suggestions] == ["kwame_osei", "helen_vaughan"]
    best = found.suggestions[0].compatibility
    assert best is not None
    assert best.reasons[0].code == "covers"
    assert found.wishes[0].goal == "A poster"


def test_good_fits_without_room_are_shown_apart(osei, amara, now):
    wish = NewWish(kind="mentor", topics=("first research project",))
    actions.set_wishes(profile=amara, wishes=[wish], by=amara)
    offer(osei, capacity=2, carries=2)

    found = queries.mentors(viewer=amara, asked=Asked(), now=now)

    assert found.suggestions == ()
    assert [one.profile.handle for one in found.without_room] == ["kwame_osei"]


def test_who_is_away_says_until_when(osei, amara, now):
    actions.set_away(profile=osei, starts_on=date(2026, 3, 1), ends_on=date(2026, 4, 1), by=osei)

    assert handles(amara, now) == []
    found = queries.mentors(viewer=amara, asked=Asked(with_away=True), now=now)
    assert found.suggestions[0].away_until == date(2026, 4, 1)


def test_hours_that_change_are_compared_anew(osei, amara, now):
    tuesday = Span("tue", 1080, 1200)
    for profile in (osei, amara):
        actions.set_free_hours(profile=profile, spans=[tuesday], by=profile)
    assert handles(amara, now, overlap_minutes=120) == ["kwame_osei"]

    actions.set_free_hours(profile=osei, spans=[Span("wed", 1080, 1200)], by=osei)
    assert handles(amara, now, overlap_minutes=120) == []


def test_a_badge_and_its_end_reach_the_filter(osei, amara, now):
    assert handles(amara, now, is_verified=True) == []

    new = NewBadge(route=Route.EMAIL, shows="mailbox at fells.example")
    badge = verifying.grant_badge(profile=osei, new=new, now=now)
    assert handles(amara, now, is_verified=True) == ["kwame_osei"]

    verifying.withdraw_badge(badge=badge, reason="", by=osei, now=now)
    assert handles(amara, now, is_verified=True) == []


def test_a_new_promise_and_a_new_handle_reach_the_directory(osei, amara, now):
    actions.set_reply_promise(profile=osei, days=2, by=osei)
    assert handles(amara, now, replies_within=3) == ["kwame_osei"]

    actions.change_handle(profile=osei, handle="blockmaster", by=osei, now=now)
    assert handles(amara, now, words="blockmaster") == ["blockmaster"]
    assert handles(amara, now, words="kwame_osei") == ["blockmaster"]  # still his name


def test_nothing_of_a_self_description_can_be_searched_by_words(osei, amara, now, say, agree):
    say(osei, audience="public", way=["img"], own_words="Zanzibar")
    agree(osei, "display", "matching", "equity")
    actions.refresh_entry(osei)

    assert handles(amara, now, words="graduate") == []
    assert handles(amara, now, words="zanzibar") == []
    words = DirectoryEntry.objects.get(profile=osei).words
    assert "international" not in words


def test_one_refresh_for_many_actions_says_the_same(amara):
    with actions.refreshed_together():
        actions.set_languages(profile=amara, languages=["Igbo"], by=amara)
        actions.set_interests(profile=amara, interests=["Nerve blocks"], by=amara)
        assert queries.found_by("nerve") == frozenset()

    assert queries.found_by("igbo nerve") == frozenset({amara.pk})


def test_reindexing_finds_whoever_has_no_entry(osei, amara):
    DirectoryEntry.objects.all().delete()
    assert queries.found_by("osei") == frozenset()

    assert actions.refresh_all() == 2

    assert queries.found_by("osei") == frozenset({osei.pk})
    assert queries.found_by("amara") == frozenset({amara.pk})


@pytest.mark.parametrize(("signed_in", "most"), [(False, 4), (True, 6)])
def test_a_page_takes_the_same_few_queries_however_many_there_are(
    osei, amara, join, now, django_assert_num_queries, signed_in, most
):
    viewer = amara if signed_in else None
    queries.mentors(viewer=viewer, asked=Asked(words="dr"), now=now)
    with django_assert_num_queries(most):
        queries.mentors(viewer=viewer, asked=Asked(words="dr"), now=now)
    for number in range(9):
        offer(join(handle=f"dr_{number}", display_name=f"Dr Number {number}"))
    queries.mentors(viewer=viewer, asked=Asked(words="dr"), now=now)

    with django_assert_num_queries(most):
        found = queries.mentors(viewer=viewer, asked=Asked(words="dr"), now=now)

    assert found.total == 10


WORDS = st.lists(
    st.text(st.sampled_from("abqzAÅéßŁ李ọ9न-'\"*:&"), max_size=5)
    | st.sampled_from(["or", "NOT", "near", "anaesthesia", "Ọlá"]),
    max_size=6,
).map(" ".join)


@settings(
    max_examples=tries(40),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=WORDS, typed=WORDS)
def test_each_database_finds_what_the_definition_finds(amara, text, typed):
    """CI runs this on SQLite and on PostgreSQL: both equal the same definition."""
    words, asked = words_of([text]), words_asked(typed)
    DirectoryEntry.objects.filter(profile=amara).update(words=" ".join(words))

    found = queries.found_by(typed)

    expected = {amara.pk} if is_found(words, asked) else set()
    assert found == (expected if asked else None)


def test_a_request_that_was_overtaken_does_not_read_everybody_again(osei, amara):
    """After it asked for the latest change, another one adds to it and reads it."""
    queries.fresh_index()
    queries_of_the_other = []

    def overtake(execute, *query):
        answer = execute(*query)
        if not queries_of_the_other:
            queries_of_the_other.append(0)
            offer(amara)
            queries.fresh_index()
            queries_of_the_other[0] = len(made)
        return answer

    with CaptureQueriesContext(connection) as made, connection.execute_wrapper(overtake):
        index = queries.fresh_index()

    assert index.ids() == {osei.pk, amara.pk}
    assert len(made) - queries_of_the_other[0] == 2
