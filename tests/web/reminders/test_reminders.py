"""The page of what we remind of, and the links in the mails, which work without signing in."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from corridor.algorithms.reminders.table import TABLE, Kind
from corridor.mentoring import actions as mentoring
from corridor.mentoring.actions import NewGoal
from corridor.reminders import queries
from corridor.reminders.actions import be_quiet_until, send_due
from corridor.reminders.models import SentReminder

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
PAGE = "/notifications/reminders/"
EVERYTHING = {one.kind.value for one in TABLE}


@pytest.fixture
def reminded(together, amara, now):
    """The mail that Amara gets about a goal of hers."""
    mentoring.add_goal(together.pk, NewGoal(title="A paper"), by=amara, now=now)
    mail.outbox.clear()
    send_due(now=NOON)
    [one] = [one for one in mail.outbox if one.to == [amara.account.email]]
    return one


def links(letter):
    """What it says of each -> the path that it leads to."""
    found = re.findall(r"^(.+): https?://[^/]+(/reminders/\S+)", letter.body, re.MULTILINE)
    return dict(found)


def today():
    return timezone.now().date()


def switches(profile):
    return {line.reminder.kind.value for line in queries.lines(profile) if line.is_on}


def test_each_mail_has_three_ways_to_stop_and_the_page_of_all(reminded):
    assert list(links(reminded)) == ["Not about this again", "Not now", "Stop all reminders"]
    assert PAGE in reminded.body
    assert "Corridor reminds you of this by itself." in reminded.body
    assert reminded.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@pytest.mark.parametrize("which", range(3))
def test_looking_at_a_link_changes_nothing(which, reminded, client, amara):
    path = list(links(reminded).values())[which]

    page = client.get(path)

    assert page.status_code == 200
    assert b"<button" in page.content
    assert switches(amara) == EVERYTHING
    wishes = queries.wishes_of(amara.pk)
    assert (wishes.wants_none, wishes.quiet_until) == (False, None)


def test_not_this_is_about_this_one_thing(reminded, client, amara):
    path = links(reminded)["Not about this again"]

    done = client.post(path, {"which": "this"})

    assert "You hear no more of it" in done.content.decode()
    assert switches(amara) == EVERYTHING
    about = SentReminder.objects.get(profile=amara).about
    assert queries.is_unwanted(amara.pk, kind=Kind.MOVE_GOAL, about=about, today=NOON.date())
    assert not queries.is_unwanted(amara.pk, kind=Kind.MOVE_GOAL, about=99, today=NOON.date())


def test_not_this_can_be_the_whole_kind(reminded, client, amara):
    client.post(links(reminded)["Not about this again"], {"which": "kind"})

    assert switches(amara) == EVERYTHING - {Kind.MOVE_GOAL.value}


def test_the_button_of_mail_programs_stops_the_kind(reminded, client, amara):
    url = reminded.extra_headers["List-Unsubscribe"].strip("<>")
    path = "/" + url.split("/", 3)[3]

    assert client.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert switches(amara) == EVERYTHING - {Kind.MOVE_GOAL.value}


def test_not_now_is_quiet_until_the_day_that_is_named(reminded, client, amara):
    path = links(reminded)["Not now"]
    day = today() + timedelta(days=30)

    wrong = client.post(path, {"quiet_until": today().isoformat()})
    client.post(path, {"quiet_until": day.isoformat()})

    assert wrong.status_code == 422
    assert "Choose a day from tomorrow on" in wrong.content.decode()
    assert queries.wishes_of(amara.pk).quiet_until == day


def test_stop_all_stops_all(reminded, client, amara, signed_in):
    client.post(links(reminded)["Stop all reminders"])

    assert queries.wishes_of(amara.pk).wants_none
    page = signed_in(amara).get(PAGE).content.decode()
    assert "You stopped all reminders" in page
    assert "checked" not in page


def test_a_link_works_once_and_says_so(reminded, client, amara):
    path = links(reminded)["Not about this again"]
    client.post(path, {"which": "this"})

    again = client.post(path, {"which": "kind"})

    assert again.status_code == 410
    assert "This link was used" in again.content.decode()
    assert switches(amara) == EVERYTHING
    assert client.get(path).status_code == 410


def test_each_link_is_for_its_own_answer_and_its_own_mail(reminded, client, amara):
    path = links(reminded)["Not now"]

    client.post(path, {"which": "kind"})

    assert switches(amara) == EVERYTHING


@pytest.mark.parametrize("token", ["x", "WzEsICJub25lIl0:1abc:xyz", "9" * 400])
def test_a_link_that_was_not_made_here_is_nothing(token, client, db):
    assert client.get(f"/reminders/by-mail/{token}/").status_code == 404
    assert client.post(f"/reminders/by-mail/{token}/").status_code == 404


def test_an_answer_that_says_nothing_is_no_answer(reminded, client, amara):
    path = links(reminded)["Not about this again"]

    assert client.post(path).status_code == 400
    assert client.post(path, {"which": "everything"}).status_code == 400
    assert switches(amara) == EVERYTHING


def test_the_page_says_of_each_kind_when_how_often_and_what_stops_it(reminded, signed_in, amara):
    page = signed_in(amara).get(PAGE).content.decode()

    assert "A goal has not moved" in page
    assert "21 days after anything about it changed; once. It stops when it is done" in page
    assert "Last on 4 May 2026." in page
    assert page.count('name="kinds"') == len(TABLE)


def test_kinds_are_switched_and_a_quiet_time_set_on_the_page(signed_in, amara):
    client = signed_in(amara)
    day = today() + timedelta(days=3)
    form = {"choosing": "1", "kinds": ["write_log", "silence"], "quiet_until": day.isoformat()}

    assert client.post(PAGE, form).status_code == 302

    assert switches(amara) == {"write_log", "silence"}
    assert queries.wishes_of(amara.pk).quiet_until == day


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({}, 400),
        ({"choosing": "1", "kinds": ["birthday"]}, 422),
        ({"choosing": "1", "kinds": ["write_log"], "quiet_until": "31.12.99999"}, 422),
        ({"choosing": "1", "kinds": ["write_log\0"]}, 422),
    ],
)
def test_odd_answers_change_nothing(form, status, signed_in, amara):
    assert signed_in(amara).post(PAGE, form).status_code == status
    assert switches(amara) == EVERYTHING


def test_what_was_typed_stays_on_the_page_with_the_mistake(signed_in, amara):
    form = {"choosing": "1", "kinds": ["write_log"], "quiet_until": "2020-01-01"}

    page = signed_in(amara).post(PAGE, form).content.decode()

    assert page.count("checked") == 1
    assert "Choose a day from tomorrow on" in page


def test_things_that_were_switched_off_are_heard_of_again(reminded, client, signed_in, amara):
    client.post(links(reminded)["Not about this again"], {"which": "this"})
    hers = signed_in(amara)
    assert "you want to hear no more of 1 thing" in hers.get(PAGE).content.decode()

    hers.post(f"{PAGE}move_goal/things/")

    assert all(line.things_off == 0 for line in queries.lines(amara))
    assert hers.post(f"{PAGE}birthday/things/").status_code == 404


def test_visitors_are_asked_to_sign_in(client, db):
    assert client.get(PAGE).status_code == 302


def test_the_page_asks_few_questions(reminded, signed_in, amara, django_assert_max_num_queries):
    client = signed_in(amara)
    client.get(PAGE)

    with django_assert_max_num_queries(12):
        client.get(PAGE)


@pytest.mark.parametrize("days_ago", [0, 3])
def test_a_day_that_has_passed_stands_in_nobodys_way(days_ago, signed_in, amara):
    be_quiet_until(today() - timedelta(days=days_ago), by=amara)
    client = signed_in(amara)

    shown = client.get(PAGE).context["form"]["quiet_until"].value()
    kept = client.post(PAGE, {"choosing": "1", "kinds": ["move_goal"], "quiet_until": shown or ""})

    assert kept.status_code == 302
    assert switches(amara) == {"move_goal"}
