"""A worker looks for faces and writing in a picture before it goes with a post."""

import logging
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile

from corridor.posts import finders
from corridor.posts.actions import (
    Edit,
    MayIdentifyPatient,
    NewPost,
    PictureNotLookedAt,
    Upload,
    edit_post,
    look_at_picture,
    publish_post,
    schedule_post,
    upload_media,
)
from corridor.posts.choices import MediaKind, WhyKept
from corridor.posts.finders import FaceBox, Seen, Written
from corridor.posts.models import Attachment, KeptWords, PictureDetail, Post
from tests.kernel.test_pictures import picture as drawn

ABOUT_PATIENT = "My patient with Crohn's disease agreed to a colonoscopy."
ABOUT_WORK = "Blocks for everybody on Thursday."
FACE = FaceBox(left=0.4, top=0.1, right=0.6, bottom=0.4, sureness=0.9)
SEES_NOTHING = Seen(faces=[], written=[])


def line(text, top=0.0):
    return Written(text=text, left=0.1, top=top, right=0.5, bottom=top + 0.05)


@pytest.fixture
def finds(monkeypatch):
    """What is found in pictures from now on; an exception is raised instead."""

    def find(seen):
        def look(_picture):
            if isinstance(seen, Exception):
                raise seen
            return seen

        monkeypatch.setattr(finders, "can_look", lambda: True)
        monkeypatch.setattr(finders, "look", look)

    return find


@pytest.fixture
def nobody_looks(monkeypatch):
    monkeypatch.setattr(finders, "can_look", lambda: False)


@pytest.fixture
def sends(amara, now):
    def send(by=amara):
        file = ContentFile(drawn(), name="x.jpg")
        return upload_media(Upload(file=file, alt="A probe"), by=by, now=now)

    return send


@pytest.fixture
def says(amara, now):
    def publish(text, picture, **more):
        return publish_post(
            NewPost(text=text, attachments=[picture.pk], **more), by=amara, now=more.pop("at", now)
        )

    return publish


def refused(publish, *given, **more):
    with pytest.raises(MayIdentifyPatient) as refusal:
        publish(*given, **more)
    return refusal.value


def test_it_waits_until_somebody_looked(finds, sends, later, amara, now):
    finds(SEES_NOTHING)
    sent = sends()
    post = NewPost(text=ABOUT_WORK, attachments=[sent.pk])
    with pytest.raises(PictureNotLookedAt):
        publish_post(post, by=amara, now=now)
    assert not Post.objects.exists()

    later()

    assert publish_post(post, by=amara, now=now).pk
    looked = Attachment.objects.get()
    assert (looked.looked_for_faces, looked.looked_for_writing) == (True, True)


def test_where_no_worker_comes_its_owner_is_asked_after_ten_minutes(
    finds, sends, later, amara, now
):
    finds(SEES_NOTHING)
    sent = sends()
    after = now + timedelta(minutes=11)

    def publish(text):
        return publish_post(NewPost(text=text, attachments=[sent.pk]), by=amara, now=after)

    assert refused(publish, ABOUT_PATIENT).kinds == ["picture"]
    assert publish(ABOUT_WORK).pk


@pytest.mark.parametrize(
    "failure", [finders.NetFailed(), finders.ModelIsAnother("x"), MemoryError()]
)
def test_what_cannot_be_looked_at_is_left_to_its_owner(failure, finds, sends, says, caplog):
    finds(failure)
    sent = sends()

    assert refused(says, ABOUT_PATIENT, sent).kinds == ["picture"]
    assert "Nobody could look at picture" in caplog.text


def test_without_finders_a_picture_is_ready_at_once(nobody_looks, sends, says):
    assert says(ABOUT_WORK, sends()).pk


def test_beside_a_patient_its_owner_is_asked_whether_she_looked(nobody_looks, sends, says):
    sent = sends()
    refusal = refused(says, ABOUT_PATIENT, sent)

    assert (refusal.kinds, refusal.is_final) == (["picture"], False)
    assert not Post.objects.exists()
    assert says(ABOUT_PATIENT, sent, kept_because=WhyKept.LOOKED).pk
    assert list(KeptWords.objects.values_list("kind", "because")) == [("picture", "looked")]


def test_sound_is_no_picture(nobody_looks, says, picture, amara):
    assert says(ABOUT_PATIENT, picture(amara, kind=MediaKind.AUDIO)).pk


def test_a_video_beside_a_patient_is_asked_about(nobody_looks, says, picture, amara):
    assert refused(says, ABOUT_PATIENT, picture(amara, kind=MediaKind.VIDEO)).kinds == ["picture"]


def test_a_face_is_a_note_and_beside_a_patient_a_question(finds, sends, says):
    finds(Seen(faces=[FACE], written=[]))

    assert says(ABOUT_WORK, sends()).pk
    sent = sends()
    refusal = refused(says, ABOUT_PATIENT, sent)
    assert (refusal.kinds, refusal.is_final) == (["face"], False)
    assert says(ABOUT_PATIENT, sent, kept_because=WhyKept.AGREED).pk


@pytest.mark.parametrize("because", ["", *WhyKept.values])
@pytest.mark.parametrize("text", [ABOUT_WORK, ABOUT_PATIENT])
def test_a_record_number_in_it_stops_the_post_whatever_is_said(because, text, finds, sends, says):
    finds(Seen(faces=[], written=[line("MRN 12391326")]))

    refusal = refused(says, text, sends(), kept_because=because)

    assert (refusal.kinds, refusal.is_final) == (["mrn"], True)
    assert not Post.objects.exists()


def test_a_name_in_it_is_a_question_only_beside_a_patient(finds, sends, says):
    finds(Seen(faces=[], written=[line("OKAFOR, JUN")]))

    assert says(ABOUT_WORK, sends()).pk
    assert refused(says, ABOUT_PATIENT, sends()).kinds == ["name"]


def test_where_only_writing_is_looked_for_its_owner_looks_for_faces(finds, sends, says):
    finds(Seen(faces=None, written=[]))

    assert refused(says, ABOUT_PATIENT, sends()).kinds == ["picture"]


def test_words_in_the_description_say_that_it_is_about_a_patient(finds, sends, says, amara, now):
    finds(Seen(faces=[FACE], written=[]))
    file = ContentFile(drawn(), name="x.jpg")
    sent = upload_media(Upload(file=file, alt="My patient, smiling"), by=amara, now=now)

    assert "face" in refused(says, "Good news", sent).kinds


def test_what_was_read_is_kept_nowhere(finds, sends, caplog):
    finds(Seen(faces=[], written=[line("OKAFOR, JUN"), line("MRN 12391326", top=0.1)]))
    with caplog.at_level(logging.DEBUG):
        sends()

    kept = repr([list(model.objects.values()) for model in (PictureDetail, Attachment)])
    said = "".join(one.getMessage() for one in caplog.records)
    for words in ("OKAFOR", "12391326"):
        assert words not in kept
        assert words not in said
    assert [one.kind for one in PictureDetail.objects.all()] == ["name", "mrn"]


def test_a_picture_that_is_put_in_by_an_edit_is_looked_at(finds, sends, says, amara, now):
    finds(SEES_NOTHING)
    post = says(ABOUT_PATIENT, sends())
    finds(Seen(faces=[FACE], written=[]))
    other = sends()

    with pytest.raises(MayIdentifyPatient):
        edit_post(Edit(text=ABOUT_PATIENT, attachments=[other.pk]), post=post, by=amara, now=now)


def test_a_picture_for_later_is_looked_at_now(finds, sends, amara, now):
    finds(Seen(faces=[], written=[line("MRN 12391326")]))
    new = NewPost(text=ABOUT_WORK, attachments=[sends().pk])

    with pytest.raises(MayIdentifyPatient):
        schedule_post(new, due_at=now + timedelta(days=1), by=amara, now=now)


def test_a_picture_that_is_gone_meanwhile_is_left_alone(finds, sends, later):
    finds(SEES_NOTHING)
    sent = sends()
    Attachment.objects.all().delete()

    look_at_picture(sent.pk)
    later()

    assert not PictureDetail.objects.exists()
