"""From a like to working together, one refusable step after the other."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.state_machines import MoveImpossible
from corridor.mentoring import actions, queries
from corridor.mentoring.actions import Hello
from corridor.mentoring.askable import SENTENCES, WhyNot
from corridor.mentoring.models import FirstContact, Like, Relationship
from corridor.mentoring.personal_archive import ABOUT_PEOPLE
from corridor.mentoring.states import BOTH, CLOCK
from corridor.mentoring.states_of_contacts import FIRST_CONTACT
from corridor.notifications.models import Notification
from corridor.people.actions import (
    NewOffer,
    block,
    choose_first_words,
    set_away,
    set_offers,
)
from corridor.people.choices import FirstWords, Kind
from corridor.posts.actions import MayIdentifyPatient
from corridor.posts.queries import strangers_among
from tests.stored import every_stored_value

THREE = Hello(
    who="Third year, first in my family at university.",
    why="Your thread on blocks made me like anatomy.",
    ask="Could you tell me how you chose your elective?",
)


@pytest.fixture
def hello(osei, amara, now):
    def say(by=amara, *, mentor=osei, role=Kind.MENTORSHIP, at=now, three=THREE):
        return actions.say_hello(three, mentor=mentor, role=role, by=by, now=at)

    return say


def state(contact):
    return FirstContact.objects.get(pk=contact.pk).state


def told(profile):
    return sorted(Notification.objects.filter(recipient=profile).values_list("kind", flat=True))


def test_the_whole_ladder(hello, osei, amara, now):
    contact = hello()
    actions.ask_more(contact.pk, question="Which elective?", by=osei, now=now)
    actions.say_more(contact.pk, answer="Anaesthesia, in May.", by=amara, now=now)
    at = now + timedelta(days=2)
    actions.welcome(contact.pk, times=[at], where="https://meet.example", by=osei, now=now)
    time = contact.times.get()
    actions.book(contact.pk, time_id=time.pk, by=amara, now=now)
    actions.wish_to_go_on(contact.pk, by=amara, now=now)
    together = actions.go_on_together(contact.pk, by=osei, now=now)

    assert (together.mentor, together.mentee, together.origin) == (osei, amara, "contact")
    assert state(contact) == "matched"
    assert contact.times.get().is_chosen


def test_a_mentor_may_offer_and_the_mentee_decides(hello, osei, amara, now):
    contact = hello()
    actions.welcome(contact.pk, times=[], where="", by=osei, now=now)
    actions.wish_to_go_on(contact.pk, by=osei, now=now)

    with pytest.raises(actions.StepNotPossible):
        actions.go_on_together(contact.pk, by=osei, now=now)
    assert not Relationship.objects.exists()
    actions.go_on_together(contact.pk, by=amara, now=now)

    assert Relationship.objects.get().mentee == amara


def test_from_the_mentors_yes_they_are_no_strangers(hello, osei, amara, now):
    contact = hello()
    assert strangers_among([osei.pk], to=amara.pk, now=now)

    actions.welcome(contact.pk, times=[], where="", by=osei, now=now)

    assert not strangers_among([osei.pk], to=amara.pk, now=now)
    assert not strangers_among([amara.pk], to=osei.pk, now=now)


def test_a_no_and_no_answer_are_told_alike(hello, osei, amara, now, join):
    ada = join(handle="ada", display_name="Ada")
    hers, adas = hello(), hello(ada)
    actions.decline_contact(hers.pk, by=osei, now=now)
    late = now + timedelta(days=osei.reply_within_days)
    before = actions.lapse_contacts(now=late - timedelta(seconds=1))

    lapsed = actions.lapse_contacts(now=late)

    assert (before, lapsed, actions.lapse_contacts(now=late)) == (0, 1, 0)
    assert (state(hers), state(adas)) == ("declined", "lapsed")
    assert told(amara) == told(ada) == ["contact_over"]
    assert _states_in_archive(amara) == _states_in_archive(ada) == ["over"]
    assert sorted(_states_in_archive(osei)) == ["declined", "lapsed"]
    assert FirstContact.objects.get(pk=hers.pk).get_state_display() == "Ended"
    assert FirstContact.objects.get(pk=adas.pk).get_state_display() == "Ended"


def _states_in_archive(profile):
    (rows,) = [one.rows for one in ABOUT_PEOPLE.archive(profile) if one.key == "first_contacts"]
    return [row["state"] for row in rows]


def test_when_one_says_yes_the_others_are_settled_by_one_button(hello, osei, amara, now, join):
    others = []
    for name in ("bea", "cleo"):
        one = join(handle=name, display_name=name.title())
        set_offers(profile=one, offers=[NewOffer(kind=Kind.MENTORSHIP)], by=one)
        others.append(one)
    first, *rest = hello(), *(hello(mentor=one) for one in others)
    actions.welcome(first.pk, times=[], where="", by=osei, now=now)
    assert queries.others_waiting(FirstContact.objects.get(pk=first.pk)) == 2

    settled = actions.settle_others(mentee=amara, now=now)

    assert (settled, [state(one) for one in rest], state(first)) == (2, ["settled"] * 2, "welcome")
    assert [told(one) for one in others] == [["contact_over", "hello"]] * 2
    assert actions.settle_others(mentee=amara, now=now) == 0


def _why(by, mentor, now, role=Kind.MENTORSHIP):
    return queries.why_not(by, mentor, role=role, now=now)


def test_who_cannot_be_asked_and_why(hello, osei, amara, now, join, together):
    ada = join(handle="ada", display_name="Ada")
    full = join(handle="full", display_name="Full")
    set_offers(profile=full, offers=[NewOffer(kind="mentor", capacity=1, carries=1)], by=full)
    away = join(handle="away", display_name="Away")
    set_offers(profile=away, offers=[NewOffer(kind=Kind.MENTORSHIP)], by=away)
    set_away(profile=away, starts_on=now.date(), ends_on=None, by=away)
    reserved = join(handle="reserved", display_name="Reserved")
    set_offers(profile=reserved, offers=[NewOffer(kind=Kind.MENTORSHIP)], by=reserved)
    choose_first_words(FirstWords.VERIFIED, profile=reserved)
    hello(ada)

    assert {
        "sponsor": _why(ada, osei, now, Kind.SPONSORSHIP),
        "full": _why(ada, full, now),
        "away": _why(ada, away, now),
        "reserved": _why(ada, reserved, now),
        "herself": _why(osei, osei, now),
        "together": _why(amara, osei, now),
        "open": _why(ada, osei, now),
    } == {
        "sponsor": WhyNot.OFFERS_NOT,
        "full": WhyNot.FULL,
        "away": WhyNot.AWAY,
        "reserved": WhyNot.RESERVED,
        "herself": WhyNot.APART,
        "together": WhyNot.TOGETHER,
        "open": WhyNot.OPEN,
    }
    for mentor in (full, away, reserved):
        with pytest.raises(actions.NotAskable):
            hello(ada, mentor=mentor)
    assert FirstContact.objects.count() == 1
    assert set(SENTENCES) == set(WhyNot)


def test_three_hellos_wait_at_most_and_five_go_out_in_a_week(osei, amara, hello, now, join):
    mentors = [osei]
    for name in "abcdef":
        one = join(handle=f"mentor_{name}", display_name=name)
        set_offers(profile=one, offers=[NewOffer(kind=Kind.MENTORSHIP)], by=one)
        mentors.append(one)
    for mentor in mentors[:3]:
        hello(mentor=mentor)
    assert _why(amara, mentors[3], now) == WhyNot.WAITING
    for one in FirstContact.objects.order_by("pk"):
        actions.decline_contact(one.pk, by=amara, now=now)
    for mentor in mentors[3:5]:
        hello(mentor=mentor)

    assert _why(amara, mentors[5], now) == WhyNot.WEEK
    assert _why(amara, mentors[5], now + timedelta(days=8)) is None


def test_nobody_is_flooded(osei, hello, now, join):
    for name in "abcdefgh":
        hello(join(handle=f"mentee_{name}", display_name=name))

    assert _why(join(handle="late", display_name="Late"), osei, now) == WhyNot.BUSY


def test_whoever_is_kept_apart_is_not_askable(osei, hello, amara, now):
    block(blocker=osei, blocked=amara, now=now)

    with pytest.raises(actions.NotAskable):
        hello()

    assert not FirstContact.objects.exists()


@pytest.mark.parametrize(
    ("three", "refusal"),
    [
        (Hello(who="Me", why=" ", ask="How?"), actions.SayAllThree),
        (Hello(who="x" * 281, why="You", ask="How?"), actions.HelloTooLong),
        (Hello(who="Me", why="MRN 84736251", ask="How?"), MayIdentifyPatient),
    ],
)
def test_a_hello_has_three_short_lines_and_no_patient(hello, three, refusal):
    with pytest.raises(refusal):
        hello(three=three)

    assert not FirstContact.objects.exists()


def test_steps_are_for_the_two_in_their_turn(hello, osei, amara, mallory, now):
    contact = hello()

    with pytest.raises(actions.NotYourContact):
        actions.decline_contact(contact.pk, by=mallory, now=now)
    with pytest.raises(actions.NotYourContact):
        actions.decline_contact(contact.pk + 1, by=amara, now=now)
    with pytest.raises(actions.StepNotPossible):
        actions.welcome(contact.pk, times=[], where="", by=amara, now=now)
    with pytest.raises(actions.StepNotPossible):
        actions.say_more(contact.pk, answer="More", by=amara, now=now)
    with pytest.raises(actions.SayWhat):
        actions.ask_more(contact.pk, question=" ", by=osei, now=now)
    with pytest.raises(actions.NoSuchTime):
        actions.book(contact.pk, time_id=1, by=amara, now=now)
    far, many = now + timedelta(days=61), [now + timedelta(days=n) for n in range(1, 7)]
    for times in ([now], [far], many):
        with pytest.raises(actions.TimesOutOfReach):
            actions.welcome(contact.pk, times=times, where="", by=osei, now=now)

    assert state(contact) == "hello"
    assert not contact.times.exists()
    assert queries.first_contact(contact.pk, viewer=mallory) is None


def test_a_full_mentor_takes_nobody_on_by_this_path(hello, begin, osei, amara, mallory, now, join):
    contact = hello()
    actions.welcome(contact.pk, times=[], where="", by=osei, now=now)
    actions.wish_to_go_on(contact.pk, by=amara, now=now)
    begin(mallory)
    begin(join(handle="ada", display_name="Ada"))

    with pytest.raises(actions.NoRoom):
        actions.go_on_together(contact.pk, by=osei, now=now)

    assert state(contact) == "wished"
    assert queries.places_left(osei, Kind.MENTORSHIP) == 0


def test_a_like_is_told_without_a_name_unless_she_wants_it(
    osei, amara, mallory, now, django_assert_num_queries
):
    actions.like_work(mentor=osei, by=amara, shows_name=False, now=now)
    actions.like_work(mentor=osei, by=mallory, shows_name=True, now=now)
    actions.like_work(mentor=osei, by=mallory, shows_name=True, now=now)

    with django_assert_num_queries(2):
        likes = queries.likes_of(osei, now=now)

    assert (likes.count, [one.by for one in likes.named]) == (2, [mallory])
    row = Notification.objects.get(recipient=osei)
    assert (row.kind, row.by_id) == ("liked", osei.pk)
    actions.take_back_like(mentor=osei, by=amara)
    assert queries.likes_of(osei, now=now).count == 1


@pytest.mark.parametrize(
    ("hers", "his", "near"),
    [
        (("anesthesiology", ""), ("anesthesiology", ""), 1),
        (("anesthesiology", "Pain"), ("anesthesiology", ""), 0),
        (("anesthesiology", "Pain"), ("anesthesiology", "Pain"), 1),
        (("", ""), ("", ""), 0),
    ],
)
def test_likes_from_her_field_are_counted(osei, amara, now, hers, his, near):
    for one, (specialty, subspecialty) in ((amara, hers), (osei, his)):
        one.specialty, one.subspecialty = specialty, subspecialty
        one.save(update_fields=["specialty", "subspecialty"])
    actions.like_work(mentor=osei, by=amara, shows_name=False, now=now)

    assert queries.likes_of(osei, now=now).in_her_field == near


def test_not_everybody_can_be_liked(osei, amara, mallory, now):
    block(blocker=osei, blocked=mallory, now=now)

    for mentor, by in [(osei, osei), (amara, osei), (osei, mallory)]:
        with pytest.raises(actions.CannotLike):
            actions.like_work(mentor=mentor, by=by, shows_name=False, now=now)

    assert not Like.objects.exists()


def test_twenty_likes_a_week(amara, now, join):
    for number in range(21):
        one = join(handle=f"m_{number}", display_name="M")
        set_offers(profile=one, offers=[NewOffer(kind=Kind.MENTORSHIP)], by=one)
        if number < 20:
            actions.like_work(mentor=one, by=amara, shows_name=False, now=now)

    with pytest.raises(actions.TooManyLikes):
        actions.like_work(mentor=one, by=amara, shows_name=False, now=now)

    assert Like.objects.count() == 20


def test_what_was_said_lies_sealed_and_is_in_the_archive_of_both(hello, osei, amara, mallory):
    hello()

    assert [one for one in every_stored_value() if b"elective" in one] == []
    for profile, count in [(osei, 1), (amara, 1), (mallory, 0)]:
        (rows,) = [one.rows for one in ABOUT_PEOPLE.archive(profile) if one.key == "first_contacts"]
        assert len(rows) == count


@given(st.lists(st.sampled_from([(move, who) for move in FIRST_CONTACT.moves for who in move.by])))
def test_from_wherever_they_are_both_can_leave(steps):
    now_at = FIRST_CONTACT.start
    for move, who in steps:
        try:
            now_at = FIRST_CONTACT.after(now_at, move.name, by=who)
        except MoveImpossible:
            continue

    if now_at not in FIRST_CONTACT.ends:
        for who in BOTH:
            assert [one for one in FIRST_CONTACT.open_to(who, state=now_at) if one.leaves]
        assert FIRST_CONTACT.after(now_at, "lapse", by=CLOCK) in FIRST_CONTACT.ends


def test_whoever_keeps_away_has_no_first_contact_any_more(hello, osei, amara, now, join):
    ada = join(handle="ada", display_name="Ada")
    hers, adas = hello(), hello(by=ada)
    actions.welcome(hers.pk, times=[], where="", by=osei, now=now)

    block(blocker=osei, blocked=amara, now=now)
    block(blocker=ada, blocked=osei, now=now)

    assert (state(hers), state(adas)) == ("declined", "withdrawn")
    with pytest.raises(actions.StepNotPossible):
        actions.wish_to_go_on(hers.pk, by=amara, now=now)
