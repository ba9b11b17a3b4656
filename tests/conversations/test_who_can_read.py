"""Whoever copies the database, runs the server or moderates it reads no message."""

import inspect
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib import admin
from django.core import mail

from corridor.conversations import actions, queries
from corridor.conversations.personal_archive import ABOUT_PEOPLE
from corridor.mastodon_api.callers import Caller
from corridor.mastodon_api.errors import ApiError
from corridor.mastodon_api.streaming.channels import Channel
from corridor.mastodon_api.streaming.listeners import check_scope
from corridor.notifications.actions import choose_mail, mail_digests, mail_messages
from corridor.notifications.models import Notification
from tests.kernel.pdfs import pdf
from tests.stored import every_stored_value

CONFIDED = "I failed step one twice"


@pytest.fixture
def talk(begin, say, now, amara, dr_osei, prof_lindqvist):
    made = begin(amara, dr_osei, prof_lindqvist, about="My resits at Severnside")
    file = actions.attach_file(name="transcript.pdf", content=pdf("scores"), by=amara, now=now)
    say(made, amara, CONFIDED, files=[file.pk])
    return made


def test_a_copy_of_the_database_says_nothing_of_it(talk):
    stored = list(every_stored_value())

    for words in (CONFIDED, "resits", "transcript", "scores"):
        assert [one for one in stored if words.encode() in one] == []


def test_no_model_of_it_is_in_the_admin():
    models = apps.get_app_config("conversations").get_models()

    assert [model for model in models if admin.site.is_registered(model)] == []


NOBODYS = {
    "waiting_for_mail",
    "long_unread",
    "shows_read",
    "requests_waiting",
    "unread",
    "last_written",
}
"""They say that something waits, or when two wrote last, and nothing of it."""


def test_every_reading_is_of_somebody_in_it():
    readings = {
        name: set(inspect.signature(getattr(queries, name)).parameters)
        for name in queries.__all__
        if inspect.isfunction(getattr(queries, name))
    }

    assert {
        name
        for name, asked in readings.items()
        if not asked & {"viewer", "opened", "owner_id"} and name not in NOBODYS
    } == set()


def test_the_api_for_apps_knows_nothing_of_it():
    files = Path("corridor/mastodon_api").rglob("*.py")
    asking = {path.name for path in files if "corridor.conversations" in path.read_text()}

    assert asking == {"noting.py"}


def test_pages_hear_that_there_is_something_and_apps_hear_nothing(now):
    page = Caller(viewer_id=1, scopes=frozenset({"read"}), application="", token_id=1, now=now)
    channel = Channel(name="messages")

    check_scope(page, channel)
    with pytest.raises(ApiError):
        check_scope(replace(page, application="Tusky"), channel)


def test_a_mail_says_who_wrote_and_never_what(talk, now, amara, dr_osei):
    sent = mail_messages(now=now + timedelta(minutes=11))

    text = "".join(str(one.message()) + one.body for one in mail.outbox)
    assert (sent, len(mail.outbox)) == (2, 2)
    assert "Amara Nwosu wrote to you." in mail.outbox[0].body
    assert not [words for words in (CONFIDED, "resits", "transcript") if words in text]


def test_there_is_one_mail_until_she_has_read(talk, say, opened, now, amara, dr_osei):
    assert mail_messages(now=now + timedelta(minutes=5)) == 0
    assert mail_messages(now=now + timedelta(minutes=11)) == 2
    say(talk, amara, "Another.", minutes=12)
    assert mail_messages(now=now + timedelta(minutes=30)) == 0
    actions.read_conversation(opened(talk, dr_osei))
    say(talk, amara, "A third.", minutes=40)
    assert mail_messages(now=now + timedelta(minutes=60)) == 1


def test_a_group_that_talks_on_puts_no_mail_off(talk, say, opened, now, dr_osei, prof_lindqvist):
    actions.read_conversation(opened(talk, dr_osei))
    say(talk, dr_osei, "I did, too.", minutes=8)

    assert mail_messages(now=now + timedelta(minutes=11)) == 1
    assert [one.to for one in mail.outbox] == [[prof_lindqvist.account.email]]


def test_who_muted_it_or_wants_none_gets_no_mail(talk, opened, now, dr_osei, prof_lindqvist):
    actions.mute_conversation(opened(talk, dr_osei), is_muted=True)
    choose_mail([], by=prof_lindqvist.pk)

    assert mail_messages(now=now + timedelta(minutes=11)) == 0


def test_the_daily_mail_tells_who_wrote_where_that_is_wanted(talk, now, dr_osei):
    choose_mail(["messages_daily"], by=dr_osei.pk)

    sent = mail_digests(now=now + timedelta(hours=1))

    assert (sent, mail.outbox[0].to) == (1, [dr_osei.account.email])
    assert "Amara Nwosu wrote to you" in mail.outbox[0].body
    assert CONFIDED not in mail.outbox[0].body


def test_what_is_read_is_no_news_any_more(talk, opened, dr_osei):
    assert Notification.objects.filter(recipient=dr_osei).count() == 1

    actions.read_conversation(opened(talk, dr_osei))

    assert not Notification.objects.filter(recipient=dr_osei).exists()


def test_her_archive_has_what_she_may_read_and_nobody_elses(talk, dr_osei, mallory):
    def words(profile):
        (messages, _) = ABOUT_PEOPLE.archive(profile)
        return [row["words"] for row in messages.rows]

    assert (words(dr_osei), words(mallory)) == ([CONFIDED], [])


def test_when_she_leaves_the_server_her_words_stay_without_her_name(
    talk, read, opened, amara, dr_osei
):
    ABOUT_PEOPLE.forget(amara, "left_1")

    assert read(talk, dr_osei) == [CONFIDED]
    assert [one.pk for one in opened(talk, dr_osei).others] != [amara.pk]
    assert opened(talk, dr_osei).is_hers_to_keep
