"""Once a day a mail tells what waits for an answer."""

from datetime import timedelta

import pytest
from django.core import mail

from corridor.notifications import actions
from corridor.notifications.choices import MAIL
from corridor.people import actions as people
from corridor.posts import actions as posts
from corridor.posts.choices import Audience


def test_a_mail_tells_who_replied_and_who_asks_to_follow(amara, dr_osei, mallory, says, now):
    amara.approves_followers = True
    says(dr_osei, "Well done @amara_nwosu")
    people.follow(follower=mallory, followed=amara, now=now)

    assert actions.mail_digests(now=now) == 1

    [sent] = mail.outbox
    assert sent.to == [amara.account.email]
    assert sent.subject == "2 things wait for you"
    assert "named you." in sent.body
    assert "asks to follow you." in sent.body
    assert "Well done" not in sent.body
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_a_mail_tells_who_asks_to_write_and_nothing_of_what_a_shield_holds(
    amara, dr_osei, mallory, says, now
):
    says(dr_osei, "@amara_nwosu, may I?", audience=Audience.NAMED)
    people.raise_shield(people.ShieldWishes(), profile=amara, now=now)
    says(mallory, "@amara_nwosu Diversity hire")

    assert actions.mail_digests(now=now) == 1

    [sent] = mail.outbox
    assert sent.subject == "1 thing waits for you"
    assert "Dr Kwame Osei asks to write to you." in sent.body


def test_nobody_is_told_twice(amara, dr_osei, says, now):
    says(dr_osei, "Well done @amara_nwosu")
    actions.mail_digests(now=now)

    assert actions.mail_digests(now=now + timedelta(days=1)) == 0


def test_kudos_and_boosts_send_no_mail(amara, dr_osei, says, now):
    post = says(amara)
    posts.give_kudos(post=post, by=dr_osei, now=now)
    posts.boost_post(post=post, by=dr_osei, now=now)

    assert actions.mail_digests(now=now) == 0


def test_what_she_has_seen_already_sends_no_mail(amara, dr_osei, says, now):
    says(dr_osei, "Well done @amara_nwosu")
    newest = amara.notifications.get().pk
    posts.mark_read(timeline="notifications", to=newest, by=amara.pk, now=now)

    assert actions.mail_digests(now=now) == 0


def test_nobody_is_mailed_who_does_not_want_it(amara, dr_osei, says, now):
    says(dr_osei, "Well done @amara_nwosu")
    actions.choose_mail([one for one in MAIL if one != "mentions"], by=amara.pk)

    assert actions.mail_digests(now=now) == 0


def test_nobody_is_mailed_of_people_whom_she_blocks(amara, mallory, says, now):
    says(mallory, "Hello @amara_nwosu")
    people.block(blocker=amara, blocked=mallory, now=now)

    assert actions.mail_digests(now=now) == 0


def test_a_link_in_the_mail_stops_them(amara, dr_osei, says, now, client):
    says(dr_osei, "Well done @amara_nwosu")
    actions.mail_digests(now=now)
    address = mail.outbox[0].extra_headers["List-Unsubscribe"].strip("<>")
    path = address[address.index("/notifications/") :]

    asked = client.get(path)
    assert "Stop them" in asked.content.decode()
    says(dr_osei, "Again @amara_nwosu")
    assert actions.mail_digests(now=now) == 1

    done = client.post(path, {"List-Unsubscribe": "One-Click"})
    says(dr_osei, "And again @amara_nwosu")

    assert "No mail about activity comes" in done.content.decode()
    assert actions.mail_digests(now=now) == 0


@pytest.mark.parametrize("token", ["made-up", "1:abc:def"])
def test_a_made_up_link_stops_nothing(client, db, token):
    assert client.post(f"/notifications/mail/{token}/end/").status_code == 404
    assert client.get(f"/notifications/mail/{token}/end/").status_code == 404
