"""Pictures of a post that is withheld: for its author and whoever moderates it, and nobody else."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from corridor.posts.actions import NewPost, Upload, publish_post, upload_media
from corridor.posts.models import Attachment
from corridor.safety.choices import Measure, Reason


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def picture(mallory, now):
    """On a post of Mallory's."""
    drawn = BytesIO()
    Image.new("RGB", (900, 700), "green").save(drawn, "PNG")
    kept = upload_media(
        Upload(file=ContentFile(drawn.getvalue()), alt="A monitor"), by=mallory, now=now
    )
    publish_post(NewPost(text="Look", attachments=[kept.pk]), by=mallory, now=now)
    return kept


def addresses(picture):
    kept = Attachment.objects.get(pk=picture.pk)
    return [kept.file.url, kept.preview.url]


@pytest.fixture
def flagged(picture, flags, amara, django_capture_on_commit_callbacks):
    """As a patient's: withheld at once."""
    picture.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        return flags(amara, picture.post, Reason.PRIVACY).case


def test_whoever_noted_the_address_finds_nothing(client, picture, flags, amara, signed_in, request):
    picture.refresh_from_db()
    before = addresses(picture)
    assert [client.get(one).status_code for one in before] == [200, 200]

    request.getfixturevalue("flagged")

    after = addresses(picture)
    assert not set(before) & set(after)
    for reader in (client, signed_in(amara)):
        assert {reader.get(one).status_code for one in [*before, *after]} == {404}


def test_who_sees_it_then(picture, flagged, moderator, signed_in, mallory, dr_osei):
    table = {
        "its author": mallory,
        "moderates patient privacy": moderator("privacy"),
        "moderates spam": moderator("spam"),
        "a member": dr_osei,
    }

    sees = {
        name
        for name, viewer in table.items()
        if {signed_in(viewer).get(one).status_code for one in addresses(picture)} == {200}
    }

    assert sees == {"its author", "moderates patient privacy"}
    answer = signed_in(mallory).get(addresses(picture)[0])
    assert "no-store" in answer.headers["Cache-Control"]
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_a_moderator_without_a_second_step_sees_nothing(
    picture, flagged, moderator, signed_in, mallory, settings
):
    settings.DESK_SECOND_STEP = True

    statuses = [
        {signed_in(viewer).get(one).status_code for one in addresses(picture)}
        for viewer in (moderator(), mallory)
    ]

    assert statuses == [{404}, {200}]


def test_it_comes_back_at_an_address_that_is_new(
    client, picture, flagged, moderator, decides, django_capture_on_commit_callbacks
):
    withheld = addresses(picture)
    with django_capture_on_commit_callbacks(execute=True):
        decides(flagged, moderator(), Measure.NOTHING, reason=Reason.PRIVACY)

    assert [client.get(one).status_code for one in addresses(picture)] == [200, 200]
    assert {client.get(one).status_code for one in withheld} == {404}


def test_it_is_blurred_at_the_desk_until_opened(flagged, moderator, signed_in, picture):
    page = signed_in(moderator()).get(f"/queue/{flagged.pk}/").text

    whole, small = addresses(picture)
    blurred, clear = page.split('<details class="unseen">')[1].split("</summary>")[:2]
    assert f'class="blurred" src="{small}"' in blurred
    assert f'src="{whole}"' in clear


def test_deleted_and_written_again_it_is_seen_again(
    client, picture, flagged, mallory, now, signed_in, django_capture_on_commit_callbacks
):
    signed_in(mallory).post(f"/posts/{flagged.post_number}/deletion/")
    assert {client.get(one).status_code for one in addresses(picture)} == {404}

    with django_capture_on_commit_callbacks(execute=True):
        publish_post(NewPost(text="Look", attachments=[picture.pk]), by=mallory, now=now)

    assert {client.get(one).status_code for one in addresses(picture)} == {200}
