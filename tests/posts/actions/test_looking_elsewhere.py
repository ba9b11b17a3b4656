"""Pictures that go with no post are looked at as well, and who gave them alone is told."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile

from corridor.conversations.actions import attach_file, forget_unsent_files
from corridor.conversations.choices import place_of_file
from corridor.people.actions import remove_photo, set_photo
from corridor.posts import queries
from corridor.posts.actions import (
    Upload,
    ask_for_look,
    look_elsewhere,
    place_of_photo,
    upload_media,
)
from corridor.posts.actions.weigh_pictures import doubtful_pictures
from corridor.posts.choices import MediaKind
from corridor.posts.finders import NetFailed, Seen
from corridor.posts.models import SeenElsewhere
from tests.films import film, needs_ffmpeg  # noqa: F401 - a fixture
from tests.kernel.test_pictures import picture as drawn
from tests.posts.actions.test_looking_at_pictures import FACE, finds, line  # noqa: F401 - a fixture

BADGE = [line("MRN 84736251"), line("Ward 7")]


@pytest.fixture
def show(amara, django_capture_on_commit_callbacks):
    def send():
        with django_capture_on_commit_callbacks(execute=True):
            set_photo(profile=amara, file=drawn(), shows="Amara", by=amara)

    return send


def test_a_photo_is_looked_at_and_only_its_owner_is_told(finds, show, amara, dr_osei):  # noqa: F811
    finds(Seen(faces=[FACE], written=BADGE))

    show()

    place = place_of_photo(amara.pk)
    told = queries.seen_elsewhere([place], viewer_id=amara.pk)[place]
    assert ("face", "ask") in told.kinds
    assert "mrn" in {kind for kind, _ in told.kinds}
    assert (told.looked_for_faces, told.looked_for_writing) == (True, True)
    assert "84736251" not in told.found
    assert queries.seen_elsewhere([place], viewer_id=dr_osei.pk) == {}


def test_another_photo_or_none_takes_it_away(finds, show, amara):  # noqa: F811
    finds(Seen(faces=[FACE], written=BADGE))
    show()
    finds(Seen(faces=[], written=[]))

    show()

    assert SeenElsewhere.objects.get().kinds == []
    remove_photo(profile=amara, by=amara)
    assert not SeenElsewhere.objects.exclude(found="").exists()


def test_what_cannot_be_looked_at_was_looked_at_by_nobody(finds, show):  # noqa: F811
    finds(NetFailed())

    show()

    kept = SeenElsewhere.objects.get()
    assert (kept.looked_for_faces, kept.looked_for_writing, kept.asked_at) == (False, False, None)


def test_where_nothing_is_installed_nobody_is_asked(show, monkeypatch):
    monkeypatch.setattr("corridor.posts.finders.can_look", lambda: False)

    show()

    assert not SeenElsewhere.objects.exists()


def test_what_comes_too_late_is_kept_nowhere(finds, amara, now):  # noqa: F811
    finds(Seen(faces=[FACE], written=[]))
    ask_for_look("photo/1", owner_id=amara.pk, now=now)
    SeenElsewhere.objects.all().delete()

    look_elsewhere("photo/1", drawn("WEBP"), of=amara)

    assert not SeenElsewhere.objects.exists()


def test_a_picture_in_a_message_is_looked_at_and_its_sender_told(
    finds,  # noqa: F811
    amara,
    dr_osei,
    now,
    django_capture_on_commit_callbacks,
):
    finds(Seen(faces=[FACE], written=BADGE))
    with django_capture_on_commit_callbacks(execute=True):
        file = attach_file(name="ward.jpg", content=drawn(), by=amara, now=now)

    place = place_of_file(file.pk)
    told = queries.seen_elsewhere([place], viewer_id=amara.pk)[place]
    assert {"face", "mrn"} <= {kind for kind, _ in told.kinds}
    assert queries.seen_elsewhere([place], viewer_id=dr_osei.pk) == {}

    forget_unsent_files(now=now + timedelta(days=2))

    assert not SeenElsewhere.objects.exists()


@needs_ffmpeg
def test_moments_of_a_video_are_looked_at_and_beside_a_patient_its_owner_is_asked_all_the_same(
    finds,  # noqa: F811
    film,  # noqa: F811
    amara,
    now,
    django_capture_on_commit_callbacks,
):
    finds(Seen(faces=[FACE], written=BADGE))
    upload = Upload(file=ContentFile(film("mp4", seconds=3).read_bytes(), name="x.mp4"))
    with django_capture_on_commit_callbacks(execute=True):
        made = upload_media(upload, by=amara, now=now)

    made.refresh_from_db()
    kinds = [one.kind for one in queries.details_of_picture(made.pk, viewer_id=amara.pk)]
    assert (made.kind, made.look_asked_at) == (MediaKind.VIDEO, None)
    assert (kinds.count("face"), kinds.count("mrn")) == (1, 1)
    found = doubtful_pictures([made], words=["My patient with Crohn's disease agreed."])
    assert set(found[0].kinds) >= {"face", "mrn", "picture"}
    assert doubtful_pictures([made], words=["Blocks on Thursday."])[0].is_final
