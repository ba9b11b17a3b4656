"""Taking everything, reading the log, leaving."""

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core import mail
from django.urls import reverse

from corridor.people import actions, higher_contexts, queries
from corridor.people.archive import EXCUSES, HOLDS
from corridor.people.archive.files import sections_of
from corridor.people.choices import Deed
from corridor.people.models import Departure, Profile
from tests.people.describing import *  # noqa: F403 - pytest finds fixtures by name
from tests.people.registered import PASSWORD

pytestmark = pytest.mark.django_db

PAGE = "/you/data/"
ARCHIVE = "/you/data/archive/"
LOG = "/you/access-log/"
LEAVING = "/you/leaving/"


@pytest.fixture
def fresh(signed_in):
    """Signed in, and confirmed a moment ago that it is her."""

    def client_of(profile):
        client = signed_in(profile)
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        return client

    return client_of


def opened(answer):
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    return json.loads(archive.read("data.json")), archive.read("index.html").decode(), archive


def columns_that_name_somebody():
    people = (get_user_model(), Profile)
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            if field.is_relation and field.related_model in people:
                yield f"{model._meta.label}.{field.name}"


def test_every_column_that_names_a_person_is_exported_or_excused():
    held, excused = dict(HOLDS), dict(EXCUSES)
    for context in higher_contexts.connected():
        held |= context.holds
        excused |= context.excuses

    assert set(columns_that_name_somebody()) == {*held, *excused}
    assert not set(held) & set(excused)


def test_every_section_that_holds_something_is_in_the_archive_and_documented(fresh, amara):
    told, page, _ = opened(fresh(amara).post(ARCHIVE))
    held = set(HOLDS.values())
    for context in higher_contexts.connected():
        held |= set(context.holds.values())

    documented = re.findall(
        r"^\| `([a-z_]+)` \|", Path("docs/using/your-data.md").read_text(), re.MULTILINE
    )

    assert held <= told.keys()
    assert sorted(documented) == sorted(told.keys() - {"format", "server", "made_at"})
    assert "<script" not in page


def test_no_two_sections_of_the_archive_have_one_key(amara):
    """The later of two would take the place of the earlier in `data.json`."""
    keys = [section.key for section in sections_of(amara)]

    assert len(keys) == len(set(keys))


def test_the_archive_has_what_she_said_and_did(fresh, say, agree, amara, dr_osei, now):
    say(amara, way=["re-applicant"], own_words="third time", audience="public")
    agree(amara, "display")
    actions.block(blocker=amara, blocked=dr_osei, now=now)

    told, page, archive = opened(fresh(amara).post(ARCHIVE))

    assert told["format"] == "corridor-archive/1"
    assert told["account"]["email"] == "amara_nwosu@example.org"
    assert told["profile"]["handle"] == "amara_nwosu"
    assert told["blocked"][0]["who"] == "kwame_osei"
    assert told["self_description"] == [
        {
            "question": "How did you come into medicine?",
            "options": ["re-applicant"],
            "own_words": "third time",
            "audience": "public",
        }
    ]
    assert [one["purpose"] for one in told["self_description_agreements"]] == ["display"]
    assert told["accesses"][0]["deed"] == Deed.EXPORTED
    assert "third time" in page
    assert archive.namelist() == ["data.json", "index.html"]


def test_the_archive_of_another_person_has_nothing_of_it(fresh, say, agree, amara, mallory, now):
    say(amara, religion=["sikh"], own_words="lacemaker", audience="public")
    agree(amara, "display")
    actions.block(blocker=amara, blocked=mallory, now=now)
    actions.mute(muter=amara, muted=mallory, until=None, now=now)

    _, _, archive = opened(fresh(mallory).post(ARCHIVE))
    everything = b"".join(archive.read(name) for name in archive.namelist())

    assert b"mallory_crane" in everything
    for word in (b"lacemaker", b"Sikh", b"amara_nwosu", b"Amara"):
        assert word not in everything


def test_hostile_words_are_only_words_on_the_page(fresh, amara):
    amara.bio = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    amara.save(update_fields=["bio"])

    _, page, _ = opened(fresh(amara).post(ARCHIVE))

    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page


def test_who_signed_in_long_ago_shows_first_that_it_is_her(signed_in, amara):
    answer = signed_in(amara).post(ARCHIVE)

    assert answer.status_code == 302
    assert "/confirm/" in answer.headers["Location"]
    assert not queries.accesses(amara).exists()


def test_once_she_has_shown_it_the_archive_comes(signed_in, amara):
    client = signed_in(amara)
    asked = client.post(ARCHIVE)

    answer = client.post(asked.headers["Location"], {"password": PASSWORD})

    assert opened(answer)[0]["profile"]["handle"] == "amara_nwosu"


def test_a_visitor_and_a_link_get_nothing(client, signed_in, amara):
    assert client.post(ARCHIVE).status_code == 302
    assert signed_in(amara).get(ARCHIVE).status_code == 405


def test_the_sixth_archive_within_an_hour_waits(fresh, amara):
    client = fresh(amara)
    codes = [client.post(ARCHIVE).status_code for _ in range(6)]

    assert codes == [200] * 5 + [302]


def test_the_log_names_members_and_no_reviewer_or_operator(signed_in, amara, mallory, dr_osei, now):
    actions.record_sights(subjects=[amara.pk], by=mallory, deed=Deed.SEEN, now=now)
    actions.record_access(subject=amara, by=dr_osei, deed=Deed.DOCUMENT_SEEN, now=now)
    actions.record_access(subject=amara, by=dr_osei, deed=Deed.OPERATOR_SAW, now=now)

    page = signed_in(amara).get(LOG).text

    assert "Mallory Crane" in page
    assert "A reviewer of the verification desk" in page
    assert "Somebody who runs this server" in page
    assert "Osei" not in page


def test_the_log_does_not_name_whom_she_is_kept_apart_from(signed_in, amara, mallory, now):
    actions.record_sights(subjects=[amara.pk], by=mallory, deed=Deed.SEEN, now=now)
    actions.block(blocker=mallory, blocked=amara, now=now)

    page = signed_in(amara).get(LOG).text

    assert "A member" in page
    assert "Mallory" not in page


def test_nobody_reads_the_log_of_another(signed_in, client, amara, mallory, now):
    actions.record_sights(subjects=[amara.pk], by=mallory, deed=Deed.SEEN, now=now)

    assert "Nobody yet" in signed_in(mallory).get(LOG).text
    assert client.get(LOG).status_code == 302


def test_leaving_signs_out_hides_and_writes_to_her(fresh, signed_in, amara):
    elsewhere = signed_in(amara)

    answer = fresh(amara).post(LEAVING, follow=True)

    assert "everything goes for good" in answer.text
    assert queries.profile_by_handle(amara.handle) is None
    assert elsewhere.get(PAGE).status_code == 302
    assert "leaving Corridor" in mail.outbox[0].subject
    assert "sign in before that day" in mail.outbox[0].body


def test_signing_in_brings_her_back(fresh, signed_in, amara):
    fresh(amara).post(LEAVING)

    signed_in(amara)

    assert not Departure.objects.exists()
    assert queries.profile_by_handle(amara.handle) == amara


def test_nobody_leaves_at_a_screen_left_open_or_by_a_link(signed_in, fresh, amara):
    signed_in(amara).post(LEAVING)
    fresh(amara).get(LEAVING)

    assert not Departure.objects.exists()
