"""A question to mentors is flagged, looked at, taken away and unsealed, over HTTP."""

import re

import html5lib
import pytest
from django.test import Client
from django.utils import timezone

from corridor.mentoring import actions as mentoring
from corridor.safety.models import Case, Unsealing
from tests.people.verifying import *  # noqa: F403 - pytest finds fixtures by name

pytestmark = pytest.mark.django_db


@pytest.fixture
def question(verify, amara, dr_osei):
    for one in (amara, dr_osei):
        verify(one)
    return mentoring.ask_mentors(
        topic="wellbeing", words="Is it only me?", by=amara, now=timezone.now()
    )


def read(answer):
    html5lib.HTMLParser(strict=True).parse(answer.text)
    return answer.text


def test_from_the_flag_to_the_name(signed_in, question, amara, dr_osei, moderator):
    rosa, noor = moderator(), moderator()
    page = f"/ask/{question.pk}/"
    his, hers, theirs = signed_in(dr_osei), signed_in(rosa), signed_in(noor)
    assert f"{page}flag/" in read(his.get(page))
    assert his.post(f"{page}flag/", {}).status_code == 422
    flagged = his.post(f"{page}flag/", {"reason": "rules", "words": "Odd."}, follow=True)
    assert amara.handle not in read(flagged)
    assert "Is it only me?" in read(his.get("/you/flags/"))

    case = Case.objects.get()
    desk = f"/queue/{case.pk}/"
    assert "a question to mentors" in read(hers.get("/queue/"))
    text = read(hers.get(desk))
    assert "Is it only me?" in text
    assert "whoever asked is not named" in text
    assert amara.handle not in text
    hers.post(f"{desk}asker/", {"why": "She may be in danger."})
    waiting = read(theirs.get("/queue/seconds/"))
    assert f"asks to see who asked the question of case {case.pk}" in waiting
    theirs.post(f"/queue/unsealings/{Unsealing.objects.get().pk}/", {"verdict": "grant"})
    assert f"@{amara.handle}" in read(hers.get(desk))
    assert amara.handle not in read(theirs.get(desk))


def test_it_is_taken_from_the_others(signed_in, question, amara, dr_osei, moderator, mailoutbox):
    page = f"/ask/{question.pk}/"
    his, hers = signed_in(dr_osei), signed_in(moderator())
    his.post(f"{page}flag/", {"reason": "rules"})
    case = Case.objects.get()

    asks = read(hers.get(f"/queue/{case.pk}/"))
    decided = hers.post(
        f"/queue/{case.pk}/decision/",
        {"measure": "remove", "reason": "rules", "words": "It names somebody."},
        follow=True,
    )

    assert "Decided." in read(decided)
    for shown in (asks, read(hers.get(f"/queue/{case.pk}/"))):
        assert "Take the question from everybody else" in shown
        assert "Take the post from" not in shown
    assert his.get(page).status_code == 404
    assert "Moderators took it from everybody but you" in read(signed_in(amara).get(page))
    (mailed,) = [one for one in mailoutbox if one.to == [amara.account.email]]
    link = re.search(r"/appeals/\S+", mailed.body).group()
    appealed = Client().post(link, {"words": "It names nobody."}, follow=True)
    assert "Somebody else looks again" in read(appealed)
    assert amara.handle not in read(hers.get("/queue/appeals/"))
    assert amara.handle not in read(hers.get("/queue/log/"))


def test_it_is_not_there_for_whoever_may_not_read_it(signed_in, question, mallory, amara):
    assert signed_in(mallory).get(f"/ask/{10**30}/flag/").status_code == 404
    own = signed_in(amara).post(f"/ask/{question.pk}/flag/", {"reason": "rules"})
    assert own.status_code == 422
    assert signed_in(mallory).post("/queue/1/asker/").status_code == 404
