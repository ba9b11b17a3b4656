"""Parts of a picture are covered in a new file, and the old one is gone."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from corridor.posts import finders
from corridor.posts.actions import (
    AreaOutside,
    CannotCover,
    Cover,
    NewPost,
    NothingToCover,
    UnknownAttachment,
    Upload,
    bring_back_post,
    cover_picture,
    delete_post,
    is_being_looked_at,
    publish_post,
    upload_media,
)
from corridor.posts.actions.withhold_post import withhold_post
from corridor.posts.choices import Covering, MediaKind
from corridor.posts.finders import FaceBox, Seen, Written
from corridor.posts.models import Attachment, PictureDetail
from tests.kernel.test_pictures import picture as drawn

FACE = (0.4, 0.1, 0.6, 0.4)
NUMBER = (0.1, 0.8, 0.5, 0.9)
MIDDLE = (0.25, 0.25, 0.75, 0.75)


@pytest.fixture
def sent(amara, now):
    file = ContentFile(drawn(), name="x.jpg")
    return upload_media(Upload(file=file, alt="A probe"), by=amara, now=now)


@pytest.fixture
def found(sent):
    """A face and a record number in it."""
    for kind, (left, top, right, bottom) in {"face": FACE, "mrn": NUMBER}.items():
        PictureDetail.objects.create(
            attachment=sent,
            kind=kind,
            alone="hold" if kind == "mrn" else "note",
            beside_patient="hold" if kind == "mrn" else "ask",
            left=left,
            top=top,
            right=right,
            bottom=bottom,
        )
    return sent


def kinds_left():
    return [one.kind for one in PictureDetail.objects.all()]


@pytest.mark.parametrize("manner", Covering)
def test_the_file_is_another_and_the_old_one_is_gone(
    manner, sent, amara, now, django_capture_on_commit_callbacks
):
    before = (sent.file.name, sent.preview.name)
    with django_capture_on_commit_callbacks(execute=True):
        made = cover_picture(
            Cover(attachment=sent.pk, areas=[MIDDLE], manner=manner), by=amara, now=now
        )

    kept = Attachment.objects.get()
    assert not {kept.file.name, kept.preview.name} & set(before)
    assert [default_storage.exists(name) for name in before] == [False, False]
    assert default_storage.exists(made.file.name)
    assert (kept.alt, kept.width, kept.height) == ("A probe", 640, 480)


def test_what_was_covered_is_found_no_more_and_the_rest_is(found, amara, now):
    cover_picture(Cover(attachment=found.pk, areas=[NUMBER]), by=amara, now=now)
    assert kinds_left() == ["face"]

    half_of_it = (0.4, 0.1, 0.5, 0.4)
    cover_picture(Cover(attachment=found.pk, areas=[half_of_it]), by=amara, now=now)
    assert kinds_left() == ["face"]


def test_afterwards_it_is_looked_at_anew(sent, amara, now, later, monkeypatch):
    left = Written(text="DOB 12/03/1969", left=0.1, top=0.1, right=0.3, bottom=0.2)
    face = FaceBox(left=0.4, top=0.1, right=0.6, bottom=0.4, sureness=0.9)
    monkeypatch.setattr(finders, "can_look", lambda: True)
    monkeypatch.setattr(finders, "look", lambda _picture: Seen(faces=[face], written=[left]))

    made = cover_picture(Cover(attachment=sent.pk, areas=[NUMBER]), by=amara, now=now)
    assert is_being_looked_at(made, now=now)
    later()

    assert not is_being_looked_at(Attachment.objects.get(), now=now)
    assert sorted(kinds_left()) == ["birthday", "face"]


@pytest.mark.parametrize(
    ("areas", "refusal"),
    [
        ([], NothingToCover),
        ([(0.5, 0.1, 0.5, 0.4)], AreaOutside),
        ([(0.6, 0.1, 0.5, 0.4)], AreaOutside),
        ([(-0.1, 0.1, 0.5, 0.4)], AreaOutside),
        ([(0.1, 0.1, 1.1, 0.4)], AreaOutside),
        ([(float("nan"), 0.1, 0.5, 0.4)], AreaOutside),
        ([MIDDLE] * 61, AreaOutside),
    ],
)
def test_odd_areas_are_refused_and_nothing_changes(areas, refusal, sent, amara, now):
    with pytest.raises(refusal):
        cover_picture(Cover(attachment=sent.pk, areas=areas), by=amara, now=now)

    assert Attachment.objects.get().file.name == sent.file.name
    assert default_storage.exists(sent.file.name)


def test_only_its_owner_covers_it(sent, mallory, now):
    with pytest.raises(UnknownAttachment):
        cover_picture(Cover(attachment=sent.pk, areas=[MIDDLE]), by=mallory, now=now)

    assert Attachment.objects.get().file.name == sent.file.name


def test_videos_are_covered_elsewhere(picture, amara, now):
    video = picture(amara, kind=MediaKind.VIDEO)
    with pytest.raises(CannotCover):
        cover_picture(Cover(attachment=video.pk, areas=[MIDDLE]), by=amara, now=now)


def test_a_published_picture_is_covered_for_everybody(
    sent, amara, now, django_capture_on_commit_callbacks
):
    post = publish_post(NewPost(text="Blocks", attachments=[sent.pk]), by=amara, now=now)
    with django_capture_on_commit_callbacks(execute=True):
        cover_picture(Cover(attachment=sent.pk, areas=[MIDDLE]), by=amara, now=now)

    assert not default_storage.exists(sent.file.name)
    assert post.attachments.get().file.name != sent.file.name


def test_what_moderators_withhold_stays_as_it_was(sent, amara, now):
    post = publish_post(NewPost(text="Blocks", attachments=[sent.pk]), by=amara, now=now)
    withhold_post(post.pk, now=now)

    with pytest.raises(CannotCover):
        cover_picture(Cover(attachment=sent.pk, areas=[MIDDLE]), by=amara, now=now)


def test_what_is_written_again_may_be_covered_first(
    sent, amara, now, django_capture_on_commit_callbacks
):
    post = publish_post(NewPost(text="Blocks", attachments=[sent.pk]), by=amara, now=now)
    with django_capture_on_commit_callbacks(execute=True):
        delete_post(post=post, by=amara, now=now)
    sealed = Attachment.objects.get().file.name

    with django_capture_on_commit_callbacks(execute=True):
        made = cover_picture(Cover(attachment=sent.pk, areas=[MIDDLE]), by=amara, now=now)

    assert not default_storage.exists(sealed)
    again = bring_back_post(post.pk, by=amara, now=now)
    assert again.attachments.get().file.name == made.file.name
