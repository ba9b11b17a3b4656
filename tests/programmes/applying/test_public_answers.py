"""A programme answers under a post too: once a person, where she lets it, and without promises."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from corridor.conversations.actions import open_conversation
from corridor.notifications.choices import Kind
from corridor.notifications.models import Notification
from corridor.people import actions as people
from corridor.people import queries as of_people
from corridor.people.actions.verifying import VouchedForNobody, vouch_for
from corridor.people.choices import Restraint
from corridor.people.models import Account, Profile
from corridor.posts import actions as posts
from corridor.posts.choices import Audience, Repliers
from corridor.posts.models import Post
from corridor.programmes import queries
from corridor.programmes.actions import answering, applying, setting_up
from corridor.programmes.actions.forget_person import forget_person
from corridor.programmes.choices import Message
from corridor.programmes.models import Interest, Programme, PublicAnswer
from corridor.programmes.texts import Words

SEEKS = "First-gen student here, looking for a mentor in pain medicine #FirstGenMed"


@pytest.fixture
def says(autumn, now):
    def post(profile, text=SEEKS, **how):
        return posts.publish_post(posts.NewPost(text=text, **how), by=profile, now=now)

    return post


@pytest.fixture
def account(programme, now):
    return answering.open_account(programme, now=now)


def answers():
    return list(Post.objects.filter(author__is_automated=True).order_by("pk"))


def test_who_says_she_looks_for_a_mentor_is_answered_under_her_post(says, amara):
    post = says(amara)

    (answer,) = answers()
    assert (answer.in_reply_to, answer.audience) == (post, Audience.QUIET)
    assert answer.author.handle == "firstgenmed"
    assert answer.text.startswith("@amara_nwosu Thank you")
    assert "/p/first-gen/interest/" in answer.text
    assert "/interests/" not in answer.text
    told = Notification.objects.filter(recipient=amara, kind=Kind.MENTION)
    assert told.get().post == answer


def test_a_quiet_post_for_everybody_is_answered_too(says, amara):
    says(amara, audience=Audience.QUIET)

    assert len(answers()) == 1


def test_nobody_is_answered_twice_in_public(says, amara, now):
    post = says(amara)
    posts.delete_post(post=post, by=amara, now=now)
    Interest.objects.all().delete()  # as in another round

    says(amara)

    assert Interest.objects.count() == 1
    assert answers() == []
    assert PublicAnswer.objects.get().taken_back_at is not None


def test_the_same_task_twice_answers_once(says, amara):
    says(amara)

    answering.answer_in_public(Interest.objects.get().pk, now=timezone.now())

    assert len(answers()) == 1


@pytest.mark.parametrize(
    "how",
    [
        {"repliers": Repliers.NOBODY},
        {"repliers": Repliers.FOLLOWERS},
        {"repliers": Repliers.VERIFIED},
        {"repliers": Repliers.MENTIONED},
        {"kind": "story", "expires_in": timedelta(days=300)},
        {"audience": Audience.FOLLOWERS},
        {"audience": Audience.VERIFIED},
    ],
)
def test_where_she_keeps_replies_to_some_nothing_is_said(says, amara, now, how):
    expires_in = how.pop("expires_in", None)

    says(amara, **how, expires_at=now + expires_in if expires_in else None)

    assert answers() == []


def test_whoever_hides_from_visitors_is_not_answered_before_them(says, amara):
    Profile.objects.filter(pk=amara.pk).update(visibility="members")

    says(amara)

    assert Interest.objects.count() == 1
    assert answers() == []


def test_whoever_wants_no_answers_gets_none_and_what_was_said_goes(says, amara, now):
    says(amara)

    applying.stop_answers(by=amara, now=now)

    assert answers() == []


def test_with_the_post_goes_the_answer(says, amara, now):
    post = says(amara)

    posts.delete_post(post=post, by=amara, now=now)

    assert answers() == []


def test_the_answer_goes_when_the_post_says_something_else(says, amara, now):
    post = says(amara)

    posts.edit_post(posts.Edit(text="#FirstGenMed are great"), post=post, by=amara, now=now)

    assert answers() == []


def test_the_answer_goes_when_she_makes_the_post_one_for_her_followers(says, amara, now):
    post = says(amara)

    posts.narrow_audience(post=post, audience=Audience.QUIET, by=amara, now=now)
    assert len(answers()) == 1
    posts.narrow_audience(post=post, audience=Audience.FOLLOWERS, by=amara, now=now)

    assert answers() == []


def test_the_answer_goes_when_moderators_withhold_the_post(says, amara, now):
    post = says(amara)

    posts.withhold_post(post.pk, now=now)

    assert answers() == []


def test_the_answer_goes_with_whoever_leaves(says, amara):
    says(amara)

    forget_person(amara, "left_1")

    assert answers() == []
    assert not PublicAnswer.objects.exists()


def test_a_block_takes_the_answer_back_and_keeps_others_away(says, amara, account, now):
    says(amara)

    people.block(blocker=amara, blocked=account, now=now)

    assert answers() == []


def test_whoever_blocked_or_muted_the_account_is_not_answered(says, amara, eilidh, account, now):
    people.block(blocker=amara, blocked=account, now=now)
    people.mute(muter=eilidh, muted=account, until=None, now=now)

    says(amara)
    says(eilidh)

    assert Interest.objects.count() == 2
    assert answers() == []


@pytest.mark.parametrize("kind", [Restraint.FREEZE, Restraint.SUSPEND])
def test_moderators_can_silence_the_account(says, amara, account, now, kind):
    people.restrict(profile=account, kind=kind, until=None, now=now)

    says(amara)

    assert Interest.objects.count() == 1
    assert answers() == []


def test_a_director_can_switch_it_off(says, amara, programme, prof_lindqvist, now):
    setting_up.change_set_up(programme, {"answers_publicly": False}, by=prof_lindqvist, now=now)

    says(amara)

    assert Interest.objects.count() == 1
    assert answers() == []


def test_a_programme_says_no_more_than_so_much_in_an_hour(says, amara, eilidh, programme, account):
    now = timezone.now()
    row = {"programme": programme, "post_number": 1, "answer_number": 1, "at": now}
    somebody = [eilidh.pk]
    while len(somebody) < answering.MOST_IN_AN_HOUR:
        other = Account.objects.create(email=f"{len(somebody)}@example.org", joined_at=now)
        made = Profile.objects.create(account=other, handle=f"one_{len(somebody)}")
        somebody.append(made.pk)
    PublicAnswer.objects.bulk_create(PublicAnswer(profile_id=pk, **row) for pk in somebody)

    says(amara)

    assert Interest.objects.count() == 1
    assert answers() == []


def test_a_programme_never_answers_itself(autumn, account, now):
    posts.publish_post(posts.NewPost(text=SEEKS), by=account, now=now)

    assert not Interest.objects.exists()


def test_the_director_writes_the_words_and_the_link_stays_in_them(
    says, amara, programme, prof_lindqvist, now
):
    words = Words(subject="", body="Hello {person}, this is {programme}.")
    setting_up.write_text(programme, Message.ANSWER, words=words, by=prof_lindqvist, now=now)

    says(amara)

    (answer,) = answers()
    assert answer.text.startswith("@amara_nwosu Hello Amara Nwosu, this is First-Gen in Medicine.")
    assert answer.text.endswith("/p/first-gen/interest/")


@pytest.mark.parametrize(
    "body", ["word " * 250, "As we told our patient John Miller, MRN 4711228, born 3 May 1961:"]
)
def test_words_that_no_post_may_say_are_refused(programme, prof_lindqvist, now, body):
    words = Words(subject="", body=body)

    with pytest.raises(ValidationError):
        setting_up.write_text(programme, Message.ANSWER, words=words, by=prof_lindqvist, now=now)

    assert queries.own_text(programme, Message.ANSWER) is None


def test_the_link_opens_for_whoever_wrote_the_post_alone(says, amara, mallory, now):
    says(amara)

    assert queries.interest_in("first-gen", viewer=amara, now=now) is not None
    assert queries.interest_in("first-gen", viewer=mallory, now=now) is None


def test_directors_see_whom_the_programme_answered(says, amara, programme, prof_lindqvist, now):
    post = says(amara)

    (shown,) = queries.answers_shown(programme, viewer=prof_lindqvist, now=timezone.now())
    assert (shown.handle, shown.post_number) == ("amara_nwosu", post.pk)


def test_a_director_whom_she_blocked_does_not(says, amara, programme, prof_lindqvist, now):
    says(amara)
    people.block(blocker=amara, blocked=prof_lindqvist, now=now)

    assert queries.answers_shown(programme, viewer=prof_lindqvist, now=timezone.now()) == []


def test_nobody_can_sign_in_to_the_account_or_send_it_anything(account, amara, dr_osei, now):
    assert not account.account.has_usable_password()
    assert not account.account.emailaddress_set.exists()
    with pytest.raises(posts.NobodyReads):
        open_conversation(members=[account], by=amara, now=now)
    named = posts.NewPost(text=f"@{account.handle} hello", audience=Audience.NAMED)
    with pytest.raises(posts.NobodyReads):
        posts.publish_post(named, by=amara, now=now)
    with pytest.raises(VouchedForNobody):
        vouch_for(vouched=account, by=dr_osei, knows_from="The ward", now=now)


def test_nothing_is_told_to_the_account(account, amara, now, mailoutbox):
    people.follow(follower=amara, followed=account, now=now)

    assert not Notification.objects.filter(recipient=account).exists()
    assert mailoutbox == []


def test_the_account_is_no_member_and_no_mentor(account, amara, now):
    before = of_people.membership(now=now).members
    assert before == Profile.objects.filter(is_automated=False).count()
    found = of_people.people_found("First-Gen in Medicine", viewer_id=amara.pk, today=now.date())
    assert account not in found


def test_a_handle_that_is_taken_or_reserved_gets_a_number(programme, meet, now):
    Programme.objects.filter(pk=programme.pk).update(hashtag="Support")
    programme.refresh_from_db()

    assert answering.open_account(programme, now=now).handle == "support_2"


def test_a_director_chooses_another_handle(programme, account, prof_lindqvist, amara, now):
    answering.choose_handle(programme, "first_gen", by=prof_lindqvist, now=now)

    account.refresh_from_db()
    assert account.handle == "first_gen"
    with pytest.raises(people.HandleTaken):
        answering.choose_handle(programme, amara.handle, by=prof_lindqvist, now=now)
    with pytest.raises(setting_up.NotInTeam):
        answering.choose_handle(programme, "mine_now", by=amara, now=now)


def test_the_account_goes_and_comes_back_with_the_programme(
    programme, account, prof_lindqvist, now
):
    setting_up.archive_programme(programme, by=prof_lindqvist, now=now)
    account.account.refresh_from_db()
    assert not account.account.is_active

    setting_up.bring_back_programme(programme, by=prof_lindqvist, now=now)
    setting_up.change_set_up(programme, {"name": "First of Us"}, by=prof_lindqvist, now=now)
    setting_up.publish_programme(programme, by=prof_lindqvist, now=now)

    account.refresh_from_db()
    assert account.account.is_active
    assert account.display_name == "First of Us"


def test_programmes_from_before_get_their_account_once(programme, now):
    assert answering.open_missing_accounts(now=now) == 1
    assert answering.open_missing_accounts(now=now) == 0

    programme.refresh_from_db()
    assert programme.account.handle == "firstgenmed"
