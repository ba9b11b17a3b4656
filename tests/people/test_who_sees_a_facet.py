"""Who sees what somebody says of herself, and who finds her by it: the whole table, by hand."""

import pytest

from corridor.people import actions, queries
from corridor.people.choices import Purpose
from corridor.programmes.actions import approve_proposal
from corridor.programmes.actions.matches import accept_match
from tests.people.describing import IMG
from tests.programmes.stage import *  # noqa: F403 - pytest finds fixtures by name

pytestmark = pytest.mark.django_db

EVERYBODY = {"visitor", "member", "verified", "partner", "herself"}
SEES = {
    "nobody": set(),
    "relations": {"partner", "herself"},
    "verified": {"verified", "herself"},
    "public": EVERYBODY,
}
AGREED = [(audience, agreed) for audience in SEES for agreed in (True, False)]
IMG_VALUE = "way.img"


@pytest.fixture
def viewers(request, dr_osei, mallory, verify):
    """Everybody who looks at Dr Osei, one after the other: Mallory is a member until she is
    verified, and Amara is his partner once he accepted their match."""

    def one_after_the_other():
        yield "visitor", None
        yield "herself", dr_osei
        yield "member", mallory
        verify(mallory)
        yield "verified", mallory
        request.getfixturevalue("partners")
        yield "partner", request.getfixturevalue("amara")

    return one_after_the_other


@pytest.fixture
def partners(match_of, dr_osei, now):
    match = match_of("amara_nwosu")
    accept_match(match_id=match.pk, side="mentor", by=dr_osei, now=now)


@pytest.mark.parametrize(("audience", "agreed"), AGREED)
def test_a_facet_is_shown_to_its_audience_and_its_members_find_her_by_it(
    say, agree, viewers, dr_osei, now, audience, agreed
):
    say(dr_osei, audience=audience, way=["img"])
    if agreed:
        agree(dr_osei, "display")

    shown, found = {}, {}
    for kind, viewer in viewers():
        facets = queries.facets_shown(dr_osei, viewer=viewer, now=now)
        shown[kind] = [facet.options for facet in facets]
        found[kind] = set(queries.holders_of([IMG_VALUE], viewer=viewer, now=now))

    sees = SEES[audience] if agreed else set()
    assert shown == {kind: [(IMG,)] if kind in sees else [] for kind in EVERYBODY}
    finds = sees - {"visitor"}
    assert found == {kind: {dr_osei.pk} if kind in finds else set() for kind in EVERYBODY}


def test_who_is_matched_in_a_review_is_nobodys_partner_yet(
    say, agree, run, prof_lindqvist, proposal_of, amara, dr_osei, now
):
    say(dr_osei, audience="relations", way=["img"])
    agree(dr_osei, "display")

    approve_proposal(proposal=proposal_of("amara_nwosu"), by=prof_lindqvist, now=now)

    assert queries.facets_shown(dr_osei, viewer=amara, now=now) == []


@pytest.mark.parametrize("blocker_is_holder", [True, False])
def test_a_block_hides_it_in_both_directions(say, agree, dr_osei, mallory, now, blocker_is_holder):
    say(dr_osei, audience="public", way=["img"])
    agree(dr_osei, "display")
    blocker, blocked = (dr_osei, mallory) if blocker_is_holder else (mallory, dr_osei)

    actions.block(blocker=blocker, blocked=blocked, now=now)

    assert queries.facets_shown(dr_osei, viewer=mallory, now=now) == []
    assert set(queries.holders_of([IMG_VALUE], viewer=mallory, now=now)) == set()


def test_taking_the_agreement_back_hides_it_and_leaves_no_digest(say, agree, dr_osei, mallory, now):
    say(dr_osei, audience="public", way=["img"])
    agree(dr_osei, "display")

    actions.end_consent(profile=dr_osei, purpose=Purpose.DISPLAY, by=dr_osei, now=now)

    assert queries.facets_shown(dr_osei, viewer=mallory, now=now) == []
    assert not dr_osei.facets.filter(index__isnull=False).exists()


def test_agreeing_again_shows_it_again(say, agree, dr_osei, mallory, now):
    say(dr_osei, audience="public", way=["img"])
    agree(dr_osei, "display")
    actions.end_consent(profile=dr_osei, purpose=Purpose.DISPLAY, by=dr_osei, now=now)

    agree(dr_osei, "display")

    assert set(queries.holders_of([IMG_VALUE], viewer=mallory, now=now)) == {dr_osei.pk}


def test_only_lived_experience_is_searched(say, agree, dr_osei, mallory, now):
    say(dr_osei, audience="public", religion=["muslim"], way=["img"])
    agree(dr_osei, "display")

    values = {option.value for option in queries.experience_options()}

    assert IMG_VALUE in values
    assert "religion.muslim" not in values
    assert set(queries.holders_of(["religion.muslim"], viewer=mallory, now=now)) == set()
    assert dr_osei.facets.filter(index__isnull=False).count() == 1


def test_one_of_several_experiences_is_enough(say, agree, dr_osei, amara, mallory, now):
    for profile, answers in ((dr_osei, {"way": ["img"]}), (amara, {"family": ["first-in-family"]})):
        say(profile, audience="public", **answers)
        agree(profile, "display")

    values = [IMG_VALUE, "family.first-in-family", "no.such"]

    assert set(queries.holders_of(values, viewer=mallory, now=now)) == {dr_osei.pk, amara.pk}


def test_a_profile_for_members_shows_visitors_nothing(say, agree, dr_osei, now):
    say(dr_osei, audience="public", way=["img"])
    agree(dr_osei, "display")
    dr_osei.visibility = "members"

    assert queries.facets_shown(dr_osei, viewer=None, now=now) == []


def test_a_matching_learns_of_experience_only_with_its_own_agreement(say, agree, dr_osei, now):
    say(dr_osei, way=["img"], religion=["muslim"], own_words="private words")
    agree(dr_osei, "display", "equity")
    assert queries.matching_experience(dr_osei) == frozenset()

    agree(dr_osei, "matching")

    assert queries.matching_experience(dr_osei) == {IMG}

    actions.end_consent(profile=dr_osei, purpose=Purpose.MATCHING, by=dr_osei, now=now)

    assert queries.matching_experience(dr_osei) == frozenset()


def test_switched_off_nothing_is_shown_found_or_matched_and_everything_stays(
    say, agree, dr_osei, mallory, now, settings
):
    say(dr_osei, audience="public", way=["img"])
    agree(dr_osei, "display", "matching")

    settings.IDENTITY_FEATURES = False

    assert queries.experience_options() == []
    assert queries.facets_shown(dr_osei, viewer=mallory, now=now) == []
    assert set(queries.holders_of([IMG_VALUE], viewer=mallory, now=now)) == set()
    assert queries.matching_experience(dr_osei) == frozenset()
    settings.IDENTITY_FEATURES = True
    assert len(queries.facets_shown(dr_osei, viewer=mallory, now=now)) == 1


def test_finding_holders_takes_few_queries_however_many_there_are(
    say, agree, dr_osei, amara, mallory, now, django_assert_max_num_queries
):
    for profile in (dr_osei, amara):
        say(profile, audience="public", way=["img"])
        agree(profile, "display")

    with django_assert_max_num_queries(9):
        assert len(queries.holders_of([IMG_VALUE], viewer=mallory, now=now)) == 2
