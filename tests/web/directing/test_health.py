"""The page that says how a round goes: for its team, in facts, with what can be done."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from corridor.mentoring import queries as mentoring
from corridor.mentoring.actions import Origin, meetings, open_relationship
from corridor.mentoring.actions.meetings import NewReview, RatedArea
from corridor.mentoring.choices import OriginKind
from corridor.mentoring.models import Relationship
from corridor.people.actions import set_offers
from corridor.people.choices import Kind
from corridor.programmes.actions.applying import NewBarriers, note_barriers
from corridor.programmes.actions.matches import accept_match
from corridor.programmes.choices import TeamRole
from corridor.programmes.models import TeamDeed, TeamMember
from corridor.programmes.states import MENTOR
from corridor.reminders.actions import send_due
from corridor.reminders.models import SentReminder

PAGE = "/p/first-gen/health/"


@pytest.fixture
def accepted(match_of, dr_osei, now):
    """Long ago by the clock, and nothing happened since."""
    accept_match(match_id=match_of("amara_nwosu").pk, side=MENTOR, by=dr_osei, now=now)


@pytest.fixture
def director(signed_in, prof_lindqvist):
    return signed_in(prof_lindqvist)


def page_of(client, path=PAGE):
    return client.get(path).content.decode()


def test_it_is_there_for_the_team_and_for_nobody_else(
    client, signed_in, programme, prof_lindqvist, mallory, prof_raman
):
    TeamMember.objects.create(programme=programme, profile=prof_raman, role=TeamRole.READER)

    found = [client.get(PAGE).status_code]
    found += [signed_in(one).get(PAGE).status_code for one in (mallory, prof_raman, prof_lindqvist)]

    assert found == [302, 404, 200, 200]


def test_without_a_round_it_says_so(director, programme):
    del programme

    assert "There is no round yet" in page_of(director)


def test_it_names_silent_pairs_and_who_waits(director, accepted):
    del accepted
    page = page_of(director)

    assert "Last sign" in page
    assert "Amara Nwosu" in page
    assert "2 mentors: median 0.5, most 1, Gini 0.50." in page
    assert "1 pair has not signed an agreement" in page


@pytest.mark.parametrize("asked", ["?round=0", "?round=x", "?round=9999999999999999999999"])
def test_a_round_that_is_not_there_shows_the_newest(director, accepted, asked):
    del accepted

    assert "Spring 2026" in page_of(director, PAGE + asked)


def test_few_who_named_a_barrier_are_not_told(director, programme, open_spring):
    del open_spring
    for barrier in ["time"] * 7 + ["care"] * 2:
        new = NewBarriers(moment="application", side="mentee", barriers=[barrier])
        note_barriers(programme=programme, new=new, today=date(2026, 3, 1))
    page = page_of(director)

    assert "Too little time" in page
    assert ">7<" not in page
    assert ">2<" not in page


def test_it_takes_so_many_queries(director, accepted, django_assert_num_queries):
    del accepted
    page_of(director)

    with django_assert_num_queries(30):
        page_of(director)


def pressed(client, name, round, **path):
    address = reverse(name, kwargs={"slug": "first-gen", **path})
    return client.post(address, {"round": str(round.pk)}, follow=True).text


def reminded():
    rows = SentReminder.objects.filter(kind="silence").order_by("pk")
    return [one.profile.handle for one in rows.select_related("profile")]


def test_one_press_reminds_whoever_is_silent_and_nobody_again_for_two_weeks(
    director, accepted, open_spring
):
    del accepted
    noon = timezone.now().replace(hour=12)

    first = pressed(director, "health-reminders", open_spring)
    second = pressed(director, "health-reminders", open_spring)
    send_due(now=noon + timedelta(days=1))
    send_due(now=noon + timedelta(days=2))

    assert "1 pair is reminded" in first
    assert "No pair is silent that was not reminded" in second
    assert sorted(reminded()) == ["amara_nwosu", "kwame_osei"]
    assert [deed.words for deed in TeamDeed.objects.filter(kind="messaged")] == [
        "1 silent pair reminded"
    ]


def test_who_was_reminded_of_it_lately_is_not_reminded_again(director, accepted, open_spring):
    del accepted
    send_due(now=timezone.now().replace(hour=12))

    assert "No pair is silent that was not reminded" in pressed(
        director, "health-reminders", open_spring
    )


def test_both_are_offered_a_change_or_an_end_and_nothing_is_changed(
    director, accepted, open_spring, amara, dr_osei
):
    del accepted
    pair = Relationship.objects.get()
    mail.outbox.clear()

    first = pressed(director, "health-offer", open_spring, relationship_id=pair.pk)
    again = pressed(director, "health-offer", open_spring, relationship_id=pair.pk)

    assert "Both read how to look for somebody else" in first
    assert "Both were told within the last two weeks" in again
    assert [one.to for one in mail.outbox] == [[amara.account.email], [dr_osei.account.email]]
    assert f"/mentoring/{pair.pk}/end/" in mail.outbox[0].body
    assert Relationship.objects.get().state == "active"


def test_only_who_may_write_reminds_or_offers(
    signed_in, programme, accepted, open_spring, prof_raman, mallory
):
    del accepted
    TeamMember.objects.create(programme=programme, profile=prof_raman, role=TeamRole.READER)
    pair = Relationship.objects.get()
    addresses = ["/p/first-gen/health/reminders/", f"/p/first-gen/health/{pair.pk}/offer/"]
    form = {"round": str(open_spring.pk)}

    codes = [
        signed_in(one).post(address, form).status_code
        for one in (prof_raman, mallory)
        for address in addresses
    ]

    assert codes == [404] * 4
    assert "Remind them once" not in page_of(signed_in(prof_raman))
    assert Relationship.objects.get().reminder_asked_at is None


@pytest.mark.parametrize("said", ["", "x", "0", "9" * 30])
def test_a_round_that_is_none_is_not_there(director, accepted, said):
    del accepted

    assert director.post("/p/first-gen/health/reminders/", {"round": said}).status_code == 404


def test_a_pair_of_elsewhere_is_offered_nothing(director, accepted, open_spring, now, begin_other):
    del accepted
    other = begin_other()
    mail.outbox.clear()

    text = pressed(director, "health-offer", open_spring, relationship_id=other.pk)

    assert "That pair is not of this round." in text
    assert mail.outbox == []


@pytest.fixture
def begin_other(sam, dr_vaughan, now):
    origin = Origin(kind=OriginKind.AGREED, places=3)
    return lambda: open_relationship(
        mentor=dr_vaughan, mentee=sam, role=Kind.MENTORSHIP, origin=origin, now=now
    )


def test_a_round_that_is_over_still_leads_to_how_it_went(director, accepted, programme):
    del accepted
    programme.rounds.update(state="finished")

    assert "/p/first-gen/health/" in page_of(director, "/p/first-gen/directing/")
    assert "Amara Nwosu" in page_of(director)


def test_what_people_say_shows_as_a_mean_from_five_people_on(
    director, accepted, join, dr_osei, round_of, now
):
    del accepted
    set_offers(profile=dr_osei, offers=[], by=dr_osei)
    origin = Origin(
        kind=OriginKind.PROGRAMME, programme_address="first-gen", round_name=round_of, places=9
    )

    def page_after_review(number):
        mentee = join(handle=f"mentee_{number}", display_name=f"Mentee {number}")
        open_relationship(
            mentor=dr_osei, mentee=mentee, role=Kind.MENTORSHIP, origin=origin, now=now
        )
        meetings.ask_reviews(now=now + timedelta(days=8))
        survey = mentoring.waiting_surveys(mentee)[0]
        area = RatedArea(area="goals", weight=1, rating=number)
        meetings.answer_review(survey.pk, NewReview(areas=[area]), by=mentee, now=now)
        return page_of(director)

    pages = [page_after_review(number) for number in range(1, 6)]

    assert ["3.0 (5 answers)" in page for page in pages] == [False] * 4 + [True]
    assert all("once five people have given them" in page for page in pages[:4])


@pytest.fixture
def round_of(match_of):
    return match_of("amara_nwosu").round.name
