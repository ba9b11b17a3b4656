"""Somebody without an account flags something, shows her mailbox, and hears what came of it."""

from datetime import timedelta

import pytest
from django.core import mail

from corridor.posts.models import Post
from corridor.safety import actions, queries
from corridor.safety.actions import NewOutsideFlag
from corridor.safety.choices import Measure, Reason
from corridor.safety.models import Case, Flag, OutsideFlag

WORDS = "Bed 4 on the day of the accident: everybody in town knows who that is."


@pytest.fixture
def post(says, mallory):
    return says(mallory, "The man in bed 4 will not walk again")


@pytest.fixture
def told(post, now):
    """`told()`: as it should be; `told(words="x")`."""

    def tell(about=post, **more):
        said = {
            "url": "http://localhost:8000/@mallory_crane/1/",
            "reason": Reason.PRIVACY,
            "words": WORDS,
            "name": "Jo Doe",
            "email": "jo@example.org",
            "is_in_good_faith": True,
        }
        new = NewOutsideFlag(**said | more)
        return actions.flag_from_outside(new, about=about.author, post=about, now=now)

    return tell


def is_read(post):
    return Post.objects.get(pk=post.pk).withheld_at is None


def test_nothing_happens_before_the_mailbox_is_shown(told, post):
    told()

    (letter,) = mail.outbox
    assert letter.to == ["jo@example.org"]
    assert "bed 4" not in letter.body.lower()
    assert is_read(post)
    assert not Flag.objects.exists()


def test_then_it_is_a_flag_like_any_other(told, post, moderator, decides, now):
    outside = told()

    flag = actions.confirm_outside_flag(outside=outside, now=now)

    assert not is_read(post)  # a patient may be recognised: hidden first
    assert (flag.by, flag.reason, flag.said["words"]) == (None, "privacy", WORDS)
    receipt = next(one for one in mail.outbox if one.subject == "Moderators have what you flagged")
    assert receipt.to == ["jo@example.org"]
    with pytest.raises(actions.ShownAlready):
        actions.confirm_outside_flag(outside=outside, now=now)

    mail.outbox.clear()
    decides(flag.case, moderator(), Measure.REMOVE, reason=Reason.PRIVACY)
    (decision,) = [one for one in mail.outbox if one.to == ["jo@example.org"]]
    assert "A moderator agreed that something had to be done" in decision.body
    assert "to a court" in decision.body.replace("\n", " ")


def test_what_a_moderator_let_stand_is_not_hidden_again(
    told, post, flags, amara, moderator, decides, now
):
    decides(flags(amara, post, Reason.PRIVACY).case, moderator(), reason=Reason.PRIVACY)

    actions.confirm_outside_flag(outside=told(), now=now)

    assert is_read(post)


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"words": "Bad"}, actions.TooFewWords),
        ({"words": "x" * 1001}, actions.WordsTooLong),
        ({"is_in_good_faith": False}, actions.SayInGoodFaith),
        ({"name": " "}, actions.SayWhoYouAre),
        ({"email": ""}, actions.SayWhoYouAre),
    ],
)
def test_what_lacks_something_is_refused(told, more, refusal):
    with pytest.raises(refusal):
        told(**more)
    assert not OutsideFlag.objects.exists()
    assert mail.outbox == []


def test_nobody_has_to_say_who_she_is_where_a_child_is_abused(told, post):
    made = told(name="", email="", is_abuse_of_a_child=True)

    assert made.flag.reason == Reason.LAW
    assert Case.objects.get().post_number == post.pk
    assert [one for one in mail.outbox if one.to != [post.author.account.email]] == []


def test_no_mailbox_is_flooded_through_us(told):
    for _ in range(5):
        told()

    with pytest.raises(actions.TooManyFlags):
        told(email="JO@example.org ")
    assert len(mail.outbox) == 5


def test_what_is_gone_meanwhile_is_said(told, post, now):
    outside = told()
    Post.objects.filter(pk=post.pk).update(audience="followers")

    with pytest.raises(actions.GoneMeanwhile):
        actions.confirm_outside_flag(outside=outside, now=now)
    assert not Case.objects.exists()


def test_who_is_it_lies_sealed_and_takes_two(told, moderator, now):
    flag = actions.confirm_outside_flag(outside=told(), now=now)
    asks, agrees = moderator(), moderator()
    mail.outbox.clear()

    asked = actions.ask_for_name(flag, why="To ring her.", by=asks, now=now)
    actions.answer_unsealing(asked, is_granted=True, by=agrees, now=now)

    (letter,) = mail.outbox
    assert letter.to == ["jo@example.org"]
    assert "To ring her." in letter.body
    row = OutsideFlag.objects.filter(pk=flag.outside.pk).values().get()
    assert b"Jo Doe" not in b"".join(bytes(str(value), "utf-8") for value in row.values())


def test_she_is_asked_something_too(told, moderator, now):
    flag = actions.confirm_outside_flag(outside=told(), now=now)
    mail.outbox.clear()

    message = actions.write_to_party(flag.case, flag=flag, words="When?", by=moderator(), now=now)
    actions.answer_desk(correspondence=message.correspondence, words="In May", now=now)

    assert [one.to for one in mail.outbox] == [["jo@example.org"]]
    assert "/desk-mail/" in mail.outbox[0].body


def test_without_a_mailbox_nobody_is_asked(told, moderator, now):
    flag = told(name="", email="", is_abuse_of_a_child=True).flag

    with pytest.raises(actions.NobodyToWriteTo):
        actions.write_to_party(flag.case, flag=flag, words="x", by=moderator(), now=now)


def test_what_nobody_confirms_goes_after_a_week_and_the_rest_with_its_case(
    told, moderator, decides, now, settings
):
    settings.EVIDENCE_DAYS = 30
    told()
    kept = told(email="kim@example.org")
    case = actions.confirm_outside_flag(outside=kept, now=now).case
    assert actions.forget_outside_flags(now=now + timedelta(days=6)) == 0
    assert actions.forget_outside_flags(now=now + timedelta(days=7)) == 1
    decides(case, moderator())

    actions.forget_cases(now=now + timedelta(days=31))
    actions.forget_outside_flags(now=now + timedelta(days=31))

    assert not OutsideFlag.objects.exists()


def test_the_link_is_hers_alone(told):
    told()
    token = mail.outbox[0].body.split("/flag/sent/")[1].split("/")[0]

    assert queries.outside_flag_of_link(token).words == WORDS
    assert queries.outside_flag_of_link(f"{token}x") is None
