"""Pictures, sound and video that go with posts."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from corridor.kernel import moving_pictures
from corridor.kernel.moving_pictures import CannotMakeAnew, MovingPictureTooLarge
from corridor.kernel.pictures import NotAPicture, PictureTooLarge
from corridor.posts.actions import (
    AttachmentBroken,
    AttachmentInUse,
    AttachmentNotReady,
    Description,
    DescriptionTooLong,
    Edit,
    FocusOutside,
    TooManyAttachments,
    TooManyUploads,
    UnknownAttachment,
    Upload,
    delete_media,
    delete_post,
    describe_media,
    edit_post,
    make_media_ready,
    upload_media,
)
from corridor.posts.choices import MediaKind, MediaState
from corridor.posts.models import Attachment
from tests.films import needs_ffmpeg
from tests.kernel.test_pictures import SVG, png_that_claims
from tests.kernel.test_pictures import picture as drawn

KINDS = {"mp4": MediaKind.VIDEO, "webm": MediaKind.VIDEO, "mp3": MediaKind.AUDIO}


@pytest.fixture(autouse=True)
def empty_storage():
    """Files of other tests, which live as long as the process."""
    for folder in ("posts", "posts/waiting"):
        for name in default_storage.listdir(folder)[1] if default_storage.exists(folder) else []:
            default_storage.delete(f"{folder}/{name}")


@pytest.fixture
def sends(now):
    def send(profile, content=None, **more):
        file = ContentFile(drawn() if content is None else content, name="payroll.exe")
        return upload_media(Upload(file=file, **more), by=profile, now=now)

    return send


def files():
    """All that lies in storage of posts."""
    found = []
    for folder in ("posts", "posts/waiting"):
        if default_storage.exists(folder):
            found += default_storage.listdir(folder)[1]
    return found


def animation():
    frames = [Image.new("RGB", (64, 64), colour) for colour in ("red", "blue", "green")]
    out = BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=200)
    return out.getvalue()


def test_a_picture_is_ready_at_once_and_named_so_that_nobody_guesses(amara, sends):
    made = sends(amara, alt="  A probe ", focus=(0.5, -1))

    assert (made.kind, made.state, made.alt) == (MediaKind.IMAGE, MediaState.READY, "A probe")
    assert (made.width, made.height, made.focus_x, made.focus_y) == (640, 480, 0.5, -1)
    assert (made.preview_width, made.blurhash != "") == (640, True)
    assert made.file.name.startswith("posts/")
    assert len(made.file.name) == len("posts/") + 32 + len(".webp")


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (SVG, NotAPicture),
        (b"", NotAPicture),
        (b"%PDF-1.7 payroll", NotAPicture),
        (drawn()[:400], NotAPicture),
        (png_that_claims(9000, 9000), PictureTooLarge),
        (bytes((16 << 20) + 1), PictureTooLarge),
    ],
)
def test_what_is_no_picture_is_kept_nowhere(content, refusal, amara, sends):
    with pytest.raises(refusal):
        sends(amara, content)
    assert (files(), Attachment.objects.exists()) == ([], False)


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ({"alt": "x" * 1501}, DescriptionTooLong),
        ({"focus": (1.1, 0)}, FocusOutside),
        ({"focus": (0, float("nan"))}, FocusOutside),
        ({"focus": (float("inf"), 0)}, FocusOutside),
    ],
)
def test_odd_words_are_refused_before_anything_is_kept(words, refusal, amara, sends, now):
    with pytest.raises(refusal):
        sends(amara, **words)
    assert files() == []

    made = sends(amara, alt="A probe")
    given = {"alt": words.get("alt"), "focus": words.get("focus")}
    with pytest.raises(refusal):
        describe_media(Description(attachment=made.pk, **given), by=amara, now=now)
    assert Attachment.objects.get().alt == "A probe"


def test_nobody_fills_the_disk(amara, sends, picture):
    for _ in range(60):
        picture(amara)

    with pytest.raises(TooManyUploads):
        sends(amara)
    assert (files(), Attachment.objects.count()) == ([], 60)


def test_only_its_owner_describes_or_deletes_it_and_only_while_it_is_unused(
    amara, mallory, sends, says, now, django_capture_on_commit_callbacks
):
    made = sends(amara)
    words = Description(attachment=made.pk, alt="Mine")
    with pytest.raises(UnknownAttachment):
        describe_media(words, by=mallory, now=now)
    with pytest.raises(UnknownAttachment):
        delete_media(attachment=made, by=mallory)
    says(amara, attachments=[made.pk])
    with pytest.raises(AttachmentInUse):
        delete_media(attachment=made, by=amara)
    assert len(files()) == 2

    other = sends(amara)
    with django_capture_on_commit_callbacks(execute=True):
        delete_media(attachment=other, by=amara)
    assert len(files()) == 2


def test_files_go_with_a_post_that_does_not_come_back(
    amara, sends, says, django_capture_on_commit_callbacks, now
):
    post = says(amara, attachments=[sends(amara).pk])

    with django_capture_on_commit_callbacks(execute=True):
        delete_post(post=post, by=amara, now=now, for_good=True)

    assert files() == []


def test_files_go_with_an_edit_that_leaves_them_out(
    amara, sends, says, now, django_capture_on_commit_callbacks
):
    post = says(amara, attachments=[sends(amara).pk])

    with django_capture_on_commit_callbacks(execute=True):
        edit_post(Edit(text="Without"), post=post, by=amara, now=now)

    assert files() == []


@needs_ffmpeg
@pytest.mark.parametrize(("ending", "kind"), KINDS.items())
def test_video_and_sound_wait_until_they_are_made_anew(
    ending, kind, amara, film, sends, says, later, now
):
    made = sends(amara, film(ending).read_bytes())
    assert (made.state, len(files())) == (MediaState.WAITING, 1)
    with pytest.raises(AttachmentNotReady):
        says(amara, attachments=[made.pk])

    later()

    ready = Attachment.objects.get()
    assert (ready.state, ready.kind) == (MediaState.READY, kind)
    assert 0.8 < ready.seconds < 1.3
    assert bool(ready.preview) == (kind == MediaKind.VIDEO)
    assert len(files()) == (2 if kind == MediaKind.VIDEO else 1)
    make_media_ready(ready.pk, now=now)
    says(amara, attachments=[ready.pk])


@needs_ffmpeg
def test_an_animation_becomes_a_film_without_sound(amara, sends):
    sends(amara, animation())

    ready = Attachment.objects.get()
    assert (ready.kind, ready.file.name[-4:], ready.width) == (MediaKind.MOVING, ".mp4", 64)


def test_without_ffmpeg_an_animation_is_its_first_picture_and_video_is_refused(
    amara, sends, monkeypatch
):
    monkeypatch.setenv("PATH", "")

    assert sends(amara, animation()).kind == MediaKind.IMAGE
    with pytest.raises(CannotMakeAnew):
        sends(amara, b"\x00\x00\x00\x18ftypisom" + bytes(500))
    assert Attachment.objects.count() == 1


@needs_ffmpeg
def test_a_broken_film_is_marked_so_and_what_was_sent_is_gone(amara, sends, says, now):
    made = sends(amara, b"\x00\x00\x00\x18ftypisom" + bytes(500))
    make_media_ready(made.pk, now=now)

    assert (Attachment.objects.get().state, files()) == (MediaState.FAILED, [])
    with pytest.raises(AttachmentBroken):
        says(amara, attachments=[made.pk])


@needs_ffmpeg
def test_a_film_that_is_deleted_while_it_is_made_leaves_nothing(
    amara, film, sends, later, monkeypatch, django_capture_on_commit_callbacks, now
):
    made = sends(amara, film("mp4").read_bytes())
    make_anew = moving_pictures.make_anew

    def meanwhile(*given, **more):
        with django_capture_on_commit_callbacks(execute=True):
            delete_media(attachment=made, by=amara)
        return make_anew(*given, **more)

    monkeypatch.setattr(moving_pictures, "make_anew", meanwhile)
    make_media_ready(made.pk, now=now)

    assert files() == []


@needs_ffmpeg
def test_a_film_too_large_is_not_even_kept(amara, film, sends, monkeypatch):
    monkeypatch.setattr(moving_pictures, "MOST_BYTES", 1000)

    with pytest.raises(MovingPictureTooLarge):
        sends(amara, film("mp4").read_bytes())
    assert files() == []


def test_four_pictures_or_one_film(amara, picture, says):
    many = [picture(amara).pk for _ in range(5)]
    film = picture(amara, kind=MediaKind.VIDEO)

    for ids in (many, [many[0], film.pk]):
        with pytest.raises(TooManyAttachments):
            says(amara, attachments=ids)
    assert len(says(amara, attachments=many[:4]).attachments.all()) == 4
