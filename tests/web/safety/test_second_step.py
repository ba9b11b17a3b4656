"""The desk is closed to whoever signs in with a password alone."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.utils import timezone

from corridor.safety import moderators_known
from corridor.safety.actions import dismiss_moderator
from corridor.safety.choices import Queue
from corridor.safety.models import LogEntry

PATHS = ["/queue/", "/queue/closed/", "/queue/log/", "/queue/appeals/"]


@pytest.fixture(autouse=True)
def strict(settings):
    settings.DESK_SECOND_STEP = True


def test_without_a_second_step_the_desk_says_how_to_set_one_up(signed_in, moderator, case):
    rosa = moderator()
    client, looks = signed_in(rosa), LogEntry.objects.count()

    for path in [*PATHS, f"/queue/{case.pk}/"]:
        answer = client.get(path)
        assert answer.status_code == 403, path
        assert "Set up an app" in answer.text
        assert case.about.handle not in answer.text
    decided = client.post(f"/queue/{case.pk}/decision/", {"measure": "nothing", "reason": "spam"})

    assert decided.status_code == 403
    case.refresh_from_db()
    assert case.closed_at is None
    assert LogEntry.objects.count() == looks


def test_an_app_opens_it_and_codes_on_paper_do_not(signed_in, moderator, case):
    rosa = moderator()
    RecoveryCodes.activate(rosa.account)
    assert signed_in(rosa).get("/queue/").status_code == 403

    TOTP.activate(rosa.account, generate_totp_secret())

    assert signed_in(rosa).get("/queue/").status_code == 200
    assert f"/queue/{case.pk}/" in signed_in(rosa).get("/queue/").text
    assert Authenticator.objects.filter(user=rosa.account).count() == 2


def test_for_others_it_is_not_there_either_way(signed_in, dr_osei):
    assert signed_in(dr_osei).get("/queue/").status_code == 404


def test_the_queue_is_in_the_navigation_of_whoever_moderates(
    signed_in, moderator, amara, case, settings
):
    settings.DESK_SECOND_STEP = False
    rosa, spam = moderator(), moderator("spam")

    shows = {
        one.handle: 'data-unread="/queue/unread/"' in signed_in(one).get("/about/").text
        for one in (rosa, spam, amara)
    }
    counts = [signed_in(one).get("/queue/unread/").json()["count"] for one in (rosa, spam)]

    assert shows == {rosa.handle: True, spam.handle: True, amara.handle: False}
    assert counts == [1, 0]

    dismiss_moderator(spam, queues=[Queue.SPAM], now=timezone.now())
    assert not moderators_known.is_known(spam.pk, now=timezone.now())
    assert "/queue/unread/" not in signed_in(spam).get("/about/").text
