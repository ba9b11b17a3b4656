"""Many strangers at once: an attack is told from applause, and what is offered is only offered."""

from datetime import timedelta

import pytest
from django.core import mail

from corridor.notifications.queries import notifications
from corridor.people import actions as people
from corridor.people import queries as known
from corridor.people.actions import NewPerson, ShieldWishes
from corridor.posts.actions import NewPost, publish_post
from corridor.safety import actions, queries
from corridor.safety.choices import Measure, Reason, SurgeLevel
from corridor.safety.models import Case, Contact, Surge, UsualContact
from corridor.safety.surge_words import sentence
from tests.people.registered import registered

HOUR = timedelta(hours=1)
HOSTILE = ("You're not a real doctor", "DEI hire", "I already emailed your program director")
KIND = ("Congratulations!", "Well deserved", "What a lovely block", "Who taught you this?")


@pytest.fixture
def crowd(db, now):
    """`crowd(40, new=12)`: people whom nobody knows, the first of them new here."""

    def join(count, *, new=0):
        old = now - timedelta(days=400)
        return [
            registered(
                NewPerson(
                    email=f"crowd_{number}@example.org",
                    handle=f"crowd_{number}",
                    display_name="Somebody",
                ),
                now=now if number < new else old,
            )
            for number in range(count)
        ]

    return join


@pytest.fixture
def amaras_post(amara, now):
    actions.watch_surges(now=now)
    return publish_post(NewPost(text="First block placed"), by=amara, now=now)


@pytest.fixture
def turn_to_her(amaras_post, now):
    """All of them answer within three hours, and the routine runs every hour."""

    def turn(people, words, *, begin=now, hours=3):
        for number, one in enumerate(people):
            at = begin + HOUR * hours * (number + 1) / (len(people) + 1)
            text = words[number % len(words)]
            publish_post(NewPost(text=text, in_reply_to=amaras_post.pk), by=one, now=at)
        for hour in range(1, hours + 1):
            actions.watch_surges(now=begin + hour * HOUR)

    return turn


def told(profile, at):
    rows = notifications(profile.pk, now=at, with_desk=True).order_by("-pk")
    return [row.kind for row in rows if row.kind in {"attention", "shield_offered"}]


def level(profile):
    surge = queries.surge_around(profile.pk)
    return None if surge is None else surge.level


def test_an_attack_of_forty_brings_an_offer_a_mail_and_moderators(amara, crowd, turn_to_her, now):
    attackers = crowd(40, new=12)

    turn_to_her(attackers, [*HOSTILE, "Read this, everybody", "Is she serious", "lol", "why"])

    assert level(amara) == SurgeLevel.MODERATORS
    assert told(amara, now + 3 * HOUR) == ["shield_offered"]
    assert [one.subject for one in mail.outbox] == ["A shield is offered to you"]
    case = Case.objects.get(about=amara)
    assert (case.is_surge, case.queue) == (True, "harassment")
    assert case.evidence.count() == 40
    assert known.shield_of(amara.pk) is None


def test_applause_of_forty_is_noticed_and_offers_nothing(amara, crowd, turn_to_her, now):
    turn_to_her(crowd(40, new=2), KIND)

    assert level(amara) == SurgeLevel.NOTICE
    assert told(amara, now + 3 * HOUR) == ["attention"]
    assert mail.outbox == []
    assert not Case.objects.exists()


def test_four_strangers_are_nothing_unusual(amara, crowd, turn_to_her, now):
    turn_to_her(crowd(4, new=4), HOSTILE)

    assert level(amara) is None
    assert told(amara, now + 3 * HOUR) == []


def test_people_she_follows_are_no_strangers(amara, crowd, turn_to_her, now):
    friends = crowd(20)
    for one in friends:
        people.follow(follower=amara, followed=one, now=now)

    turn_to_her(friends, HOSTILE)

    assert level(amara) is None
    assert not Contact.objects.exists()


def test_to_follow_her_before_the_attack_makes_no_friends(amara, crowd, turn_to_her, now):
    attackers = crowd(20, new=20)
    for one in attackers:
        people.follow(follower=one, followed=amara, now=now)

    turn_to_her(attackers, HOSTILE)

    assert level(amara) >= SurgeLevel.SHIELD


def test_two_who_flag_what_was_said_turn_a_notice_into_an_offer(
    amara, dr_osei, mallory, crowd, turn_to_her, amaras_post, now
):
    strangers = crowd(10)
    turn_to_her(strangers, KIND)
    assert level(amara) == SurgeLevel.NOTICE

    later = now + 3 * HOUR
    reply = amaras_post.answers.order_by("pk").first()
    for one in (dr_osei, mallory):
        new = actions.NewFlag(reason=Reason.HARASSMENT)
        actions.flag_post(new, post=reply, by=one, now=later)
    actions.watch_surges(now=later + timedelta(minutes=1))

    assert level(amara) == SurgeLevel.SHIELD


def test_a_threat_within_an_attack_calls_moderators(amara, crowd, turn_to_her):
    turn_to_her(crowd(12, new=6), [*HOSTILE, "I know when your shift ends"])

    assert level(amara) == SurgeLevel.MODERATORS


def test_those_who_came_by_one_quote_call_moderators(amara, mallory, crowd, amaras_post, now):
    quote = publish_post(NewPost(text="Look at this", quotes=amaras_post.pk), by=mallory, now=now)
    for number, one in enumerate(crowd(10, new=6)):
        text = f"@amara_nwosu {HOSTILE[number % 3]}"
        at = now + timedelta(minutes=number)
        publish_post(NewPost(text=text, in_reply_to=quote.pk), by=one, now=at)

    actions.watch_surges(now=now + HOUR)

    assert level(amara) == SurgeLevel.MODERATORS
    codes = [one.code for one in queries.reasons(queries.surge_around(amara.pk))]
    assert "one_post" in codes


def test_it_is_told_once_however_often_the_routine_runs(amara, crowd, turn_to_her, now):
    turn_to_her(crowd(20, new=10), HOSTILE)
    for minute in range(5):
        actions.watch_surges(now=now + 3 * HOUR + timedelta(minutes=minute))

    assert len(mail.outbox) == 1
    assert Surge.objects.count() == 1


def test_it_is_over_once_the_hours_have_passed(amara, crowd, turn_to_her, now):
    turn_to_her(crowd(20, new=10), HOSTILE)

    actions.watch_surges(now=now + 12 * HOUR)

    assert level(amara) is None
    assert not Contact.objects.exists()


def test_an_attack_does_not_become_usual(amara, crowd, turn_to_her, now):
    turn_to_her(crowd(20, new=10), HOSTILE)
    actions.watch_surges(now=now + 12 * HOUR)

    assert UsualContact.objects.get(profile=amara).total == 0


def test_whom_many_strangers_answer_all_the_time_is_noticed_later(crowd, now):
    *strangers, popular = crowd(31)
    post = publish_post(NewPost(text="Ask me"), by=popular, now=now - timedelta(days=20))
    for day in range(20):
        for hour in range(0, 24, 3):
            at = now - timedelta(days=day + 1) + hour * HOUR
            by = strangers[(day * 8 + hour) % 30]
            publish_post(NewPost(text="Thank you", in_reply_to=post.pk), by=by, now=at)
    actions.watch_surges(now=now)

    for number, one in enumerate(strangers[:6]):
        at = now + timedelta(minutes=number)
        publish_post(NewPost(text="Thank you", in_reply_to=post.pk), by=one, now=at)
    actions.watch_surges(now=now + HOUR)

    # a third of a stranger an hour is five on a busy six hours: seven or eight surprise nobody
    assert UsualContact.objects.get(profile=popular).total > 0
    assert level(popular) is None


def test_who_keeps_a_shield_up_is_not_offered_one(amara, crowd, turn_to_her, now):
    people.raise_shield(ShieldWishes(lasts=None), profile=amara, now=now)

    turn_to_her(crowd(20, new=10), HOSTILE)

    assert told(amara, now + 3 * HOUR) == []
    assert mail.outbox == []


def test_who_is_fine_is_not_asked_again(amara, crowd, turn_to_her, now):
    turn_to_her(crowd(40), KIND)

    actions.wave_off(profile_id=amara.pk, now=now + 3 * HOUR)

    assert queries.surge_around(amara.pk) is None
    with pytest.raises(actions.NoSurge):
        actions.wave_off(profile_id=amara.pk, now=now + 3 * HOUR)


def test_moderators_cannot_punish_the_one_who_is_attacked(
    amara, crowd, turn_to_her, moderator, decides, now
):
    turn_to_her(crowd(40, new=12), HOSTILE)
    case = Case.objects.get(about=amara)

    with pytest.raises(actions.DoesNotFit):
        decides(case, moderator(), Measure.LIMIT, at=now + 3 * HOUR)

    case.refresh_from_db()
    assert case.closed_at is None


def test_a_flag_against_her_is_another_case(amara, mallory, crowd, turn_to_her, now):
    turn_to_her(crowd(40, new=12), HOSTILE)

    new = actions.NewFlag(reason=Reason.SPAM)
    flag = actions.flag_person(new, person=amara, by=mallory, now=now + 3 * HOUR)

    assert not flag.case.is_surge
    assert Case.objects.filter(about=amara).count() == 2


def test_reasons_are_sentences_with_numbers(amara, crowd, turn_to_her):
    turn_to_her(crowd(12, new=6), HOSTILE)

    said = [sentence(one, to_her=True) for one in queries.reasons(queries.surge_around(amara.pk))]

    assert "people whom you have nothing to do with turned to you within six hours" in said[0]
    assert any("read as hostile" in one for one in said)
