"""The seeded community, made once for the whole module: seeding runs the real matching."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core import mail
from django.db import transaction
from django.utils import timezone

from corridor.algorithms.reminders.table import Kind
from corridor.cli.main import main
from corridor.demo import community
from corridor.demo.accounts import PASSWORD, SIGN_INS
from corridor.demo.cast import AMARA, DR_DELGADO, DR_OSEI, MALLORY, MODERATOR, PROF_LINDQVIST
from corridor.helping import queries as helping
from corridor.incidents import queries as incidents
from corridor.library import queries as library
from corridor.mentoring.models import Relationship
from corridor.people import queries as people
from corridor.people.models import Badge, Claim
from corridor.programmes import queries
from corridor.programmes.models import (
    Application,
    Match,
    MatchingRun,
    Override,
    Proposal,
    RoundMessage,
)
from corridor.programmes.queries import conduct
from corridor.reminders import queries as reminders
from corridor.reminders.models import SentReminder
from corridor.safety import queries as safety
from tests.thoroughly import thoroughly

pytestmark = thoroughly

NOW = datetime(2026, 3, 20, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def _seeded(django_db_setup, django_db_blocker):
    del django_db_setup
    with django_db_blocker.unblock(), transaction.atomic():
        community.seed(now=NOW)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def seeded(_seeded, db):
    del db


@pytest.fixture
def spring(seeded):
    del seeded
    director = people.profile_by_handle(PROF_LINDQVIST.handle)
    return queries.round_to_review(community.SLUG, viewer=director)


def rows():
    models = (get_user_model(), Application, MatchingRun, Proposal, Override)
    return [model.objects.count() for model in models]


def test_seeding_twice_changes_nothing(seeded):
    before = rows()

    is_new = community.seed(now=NOW)

    assert not is_new
    assert rows() == before


def test_amara_finds_a_folder_and_a_request(seeded):
    amara = people.profile_by_handle(AMARA.handle)

    kinds = {one.kind for one in safety.folder(amara.pk, now=NOW)}
    assert kinds == {"reply", "mention", "quote"}
    assert safety.message_requests(amara.pk, now=NOW).count() == 1
    assert people.shield_of(amara.pk) is None


def test_about_four_hundred_people_join(seeded):
    accounts = get_user_model().objects.filter(profile__is_automated=False)
    assert accounts.count() == 400


def test_a_hundred_and_twenty_mentees_and_sixty_mentors_apply(spring):
    applied = queries.applied(spring)

    assert (applied.mentees, applied.mentors) == (120, 60)


def test_the_round_is_worth_reviewing(spring):
    latest = queries.current_run(spring)
    outcome = latest.record.outcome

    assert latest.number == 2
    assert latest.proposals.filter(needs_look=True).exists()
    assert 0 < len(outcome["unmatched"]) < 20
    assert outcome["proof"]["is_optimal"]
    assert any(match["is_kept"] for match in outcome["matches"])


def test_full_mentors_apply_and_are_given_nobody(spring):
    loads = queries.current_run(spring).record.outcome["loads"]

    full = [load for load in loads if load["carried"] == load["capacity"]]
    assert len(full) == 12
    assert [load["given"] for load in full] == [0] * 12


def test_amara_is_not_given_the_mentor_who_assesses_her(spring):
    hers = queries.current_run(spring).proposals.get(mentee__profile__handle=AMARA.handle)

    assert hers.mentor.profile.handle != "helen_vaughan"


def test_an_earlier_round_is_finished(spring):
    assert spring.follows.state == "finished"
    assert not spring.follows.runs.get().proposals.filter(approval__isnull=True).exists()


def test_the_earlier_round_was_lived_through(spring):
    director = people.profile_by_handle(PROF_LINDQVIST.handle)

    how_it_went = queries.health(spring.follows, viewer=director, now=NOW)

    assert len(how_it_went.nobody) == 3
    assert queries.counts(spring.follows).accepted == 17
    assert queries.counts(spring.follows).held >= 3


def test_nobody_of_the_demo_is_asked_to_mentor_whom_they_mentor(seeded):
    del seeded
    asked = Match.objects.filter(state__in=("proposed", "asked"))
    pairs = set(asked.values_list("mentor__profile__handle", "mentee__profile__handle"))
    together = Relationship.objects.exclude(state="ended")
    working = set(together.values_list("mentor__handle", "mentee__handle"))

    assert (DR_OSEI.handle, AMARA.handle) in working
    assert DR_OSEI.handle in {mentor for mentor, _ in pairs}
    assert AMARA.handle in {mentee for _, mentee in pairs}
    assert pairs.isdisjoint(working)


def test_everybody_on_the_list_signs_in_and_nobody_else(seeded):
    for sign_in in SIGN_INS:
        assert authenticate(username=sign_in.person.email, password=PASSWORD) is not None
    assert authenticate(username="helen_vaughan@example.org", password=PASSWORD) is None


def test_mallory_directs_nothing(seeded):
    mallory = people.profile_by_handle(MALLORY.handle)

    assert queries.round_to_review(community.SLUG, viewer=mallory) is None


def test_the_accounts_are_listed_with_what_to_try(seeded, capsys):
    code = main(["demo", "accounts"])

    printed = capsys.readouterr().out
    assert code == 0
    assert PASSWORD in printed
    assert "ingrid_lindqvist@example.org" in printed
    assert "programme director" in printed


def test_the_desk_of_the_demo_has_work_for_its_reviewer(seeded):
    noor = people.profile_by_handle(MODERATOR.handle)

    waiting = people.claims_to_review(noor, today=NOW.date())

    assert [claim.route for claim in waiting] == ["document", "npi", "email", "document"]
    assert waiting[0].profile.handle == AMARA.handle


def test_the_queue_of_the_demo_has_cases_and_one_is_closed(seeded):
    noor = people.profile_by_handle(MODERATOR.handle)
    today = NOW.date()

    waiting = safety.cases_waiting(noor, today=today)

    assert [(case.queue, case.number_of_flags) for case in waiting] == [
        ("mentoring", 1),
        ("privacy", 1),
        ("harassment", 2),
        ("spam", 1),
    ]
    assert [case.is_asked for case in waiting] == [False, None, None, None]
    assert [case.queue for case in safety.cases_closed(noor, today=today)] == [
        "impersonation",
        "harassment",
    ]
    assert len(safety.appeals_waiting(noor, today=today)) == 1
    assert len(safety.unsealings_waiting(noor, today=today)) == 1
    assert [one.domain for one in safety.server_rules()] == [
        "buy-essays.example",
        "loud.example",
        "patientpictures.example",
    ]
    assert safety.verify().broken_at is None
    assert mail.outbox == []


def test_one_of_the_demo_is_vouched_for_by_two_who_are_named(seeded):
    delgado = people.profile_by_handle(DR_DELGADO.handle)

    [badge] = people.badges_shown([delgado], viewer=None, now=NOW)[delgado.pk]

    assert badge.title == "Vouched for by Dr Kwame Osei and Prof Ingrid Lindqvist"


def test_about_a_hundred_people_have_shown_a_mailbox_and_nobody_got_a_mail(seeded):
    assert 90 <= Badge.objects.filter(route="email").count() <= 110
    assert not Claim.objects.exclude(state="open").exists()
    assert mail.outbox == []


@pytest.fixture
def amara(seeded, signed_in):
    del seeded
    return signed_in(people.profile_by_handle(AMARA.handle))


def test_tutorials_teach_with_a_poll_a_covered_answer_and_references(seeded):
    amara = people.profile_by_handle(AMARA.handle).pk
    listed = list(library.tutorials(amara, now=NOW))
    open_one, over = (library.version_read(one, 1, viewer_id=amara, now=NOW) for one in listed)

    assert [part.number for part in open_one.parts if part.is_covered] == [3]
    assert [one.identifier.value for one in open_one.references] == [
        "10.1016/s0140-6736(15)61485-4",
        "10.1093/eurheartj/ehz467",
    ]
    assert [part.question.poll.voters for part in open_one.parts if part.question] == [22]
    assert not any(part.is_covered for part in over.parts)


def test_amara_has_achievements(amara):
    hers = amara.get("/@amara_nwosu/achievements/").content.decode()

    for feat in ("Best student poster", "What a learning curve feels like", "Learning curves of"):
        assert feat in hers


def test_amara_talks_with_few_and_has_something_new(amara):
    page = amara.get("/conversations/").content.decode()

    assert page.count("conversation-line") == 3
    assert "is-unread" in page


def test_a_search_finds_what_was_written_and_nothing_of_mallory(amara):
    assert "Five views" in amara.get("/search/", {"q": "probe"}).content.decode()
    assert "Unpopular opinion" not in amara.get("/search/", {"q": "unpopular"}).content.decode()


def test_amara_has_a_closed_file_that_is_as_it_was_kept(seeded):
    amara = people.profile_by_handle(AMARA.handle)

    (listed,) = incidents.own_incidents(amara)

    whole = incidents.opened(listed.incident)
    assert listed.incident.closed_at is not None
    assert whole.fault is None
    assert [one.who for one in whole.who_knows] == ["Dr Osei, my mentor"]
    assert incidents.check_ins_waiting(amara) == []


def test_amara_has_a_helper_who_agreed(seeded):
    amara = people.profile_by_handle(AMARA.handle)

    (helper,) = helping.own_helpers(amara)

    assert helper.is_active
    assert helper.helper.handle == DR_OSEI.handle
    assert [one.owner for one in helping.whom_she_helps(helper.helper)] == [amara]


def test_the_director_finds_a_team_a_draft_and_an_archive(seeded):
    director = people.profile_by_handle(PROF_LINDQVIST.handle)
    shown = queries.programme(community.SLUG)

    assert [member.role for member in queries.team(shown)] == ["owner", "director", "reader"]
    assert queries.agreement(shown).number == 1
    assert queries.team_invitations(shown).count() == 1
    states = {one.slug: one.state for one in queries.of_her_teams(director)}
    assert states["severnside-residents"] == "draft"
    assert states["ten-minutes-with-a-mentor"] == "archived"
    residents = queries.programme("severnside-residents", viewer=director)
    assert queries.missing(residents) == ["who"]


def test_the_director_hears_a_concern_and_has_answered_another(seeded):
    director = people.profile_by_handle(PROF_LINDQVIST.handle)
    shown = queries.programme(community.SLUG)

    heard = list(conduct.concerns_heard(director))

    assert [one.answered_at is None for one in heard] == [True, False]
    assert "Names on papers" in conduct.conduct(shown).text
    assert conduct.has_accepted_newest(shown, by=people.profile_by_handle(AMARA.handle))


def test_one_message_to_a_round_went_out_and_one_waits(seeded):
    sent, waiting = RoundMessage.objects.order_by("made_at")

    assert sent.reached > 5
    assert waiting.waits
    assert waiting.audience == "unanswered"


def test_whoever_says_so_under_a_hashtag_is_answered_by_the_programme(seeded):
    director = people.profile_by_handle(PROF_LINDQVIST.handle)
    shown = queries.programme("anes-mentors")

    answered = queries.answers_shown(shown, viewer=director, now=timezone.now())

    assert shown.account.handle == "anesmentors"
    assert {one.handle for one in answered} == {"tomi_lawal", "bala_yusuf", "miguel_reyes"}


def test_the_draft_of_amara_says_what_she_would_say(seeded):
    amara = people.profile_by_handle(AMARA.handle)

    draft = next(one for one in queries.own_applications(amara) if one.state == one.State.DRAFT)

    assert draft.written["typed"]["needs"] == list(AMARA.needs)
    assert draft.written["typed"]["languages"] == ["english\nigbo"]


def test_writing_circles_meet_as_often_as_they_say(seeded):
    assert queries.programme("writing-circles").get_cadence_display() == "Every two weeks"


def test_what_was_due_was_said_and_amara_hears_nothing_of_what_she_switched_off(seeded):
    amara = people.profile_by_handle(AMARA.handle)

    assert SentReminder.objects.count() > 3
    assert not SentReminder.objects.filter(profile=amara, kind=Kind.MOVE_GOAL).exists()
    assert reminders.is_unwanted(amara.pk, kind=Kind.MOVE_GOAL, about=1, today=NOW.date())
