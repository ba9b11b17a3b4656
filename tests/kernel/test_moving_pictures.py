"""What becomes of video and sound that people send."""

import pytest

from corridor.kernel import moving_pictures
from corridor.kernel.moving_pictures import (
    CannotMakeAnew,
    MovingPictureTooLarge,
    NotAMovingPicture,
    container_of,
    first_frame,
    make_anew,
)
from tests.films import needs_ffmpeg, run
from tests.kernel.test_pictures import opened
from tests.thoroughly import unusual

PLAYLIST = b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"
CONCAT = b"ffconcat version 1.0\nfile /etc/passwd\n"


@needs_ffmpeg
@pytest.mark.parametrize("ending", ["mp4", "gif", *unusual("mov", "webm", "mkv")])
def test_every_video_becomes_mp4(ending, film, tmp_path):
    made = make_anew(film(ending), tmp_path / "made")

    assert made.is_video
    assert (made.width, made.height) == (322, 200)
    assert 0.8 < made.seconds < 1.3
    assert (tmp_path / "made").read_bytes()[4:8] == b"ftyp"


@needs_ffmpeg
@pytest.mark.parametrize("ending", ["mp3", *unusual("wav", "flac", "m4a", "ogg")])
def test_every_sound_becomes_mp4_without_a_picture(ending, film, tmp_path):
    made = make_anew(film(ending), tmp_path / "made")

    assert (made.is_video, made.width) == (False, 0)
    assert 0.8 < made.seconds < 1.3


@needs_ffmpeg
def test_what_was_written_into_it_is_gone(film, tmp_path):
    sent = film("mp4", title="ward 7 bed 3", location="+59.8501+017.6389/")
    assert b"ward 7 bed 3" in sent.read_bytes()

    make_anew(sent, tmp_path / "made")

    made = (tmp_path / "made").read_bytes()
    assert b"ward 7" not in made
    assert b"59.85" not in made


@needs_ffmpeg
def test_a_large_one_is_made_smaller_and_an_animation_has_no_sound(film, tmp_path):
    made = make_anew(film("mp4", size="2000x1000", sound=True), tmp_path / "made", is_silent=True)

    assert (made.width, made.height) == (1280, 640)
    said = run("ffprobe", "-v", "error", "-show_entries", "stream=codec_type", tmp_path / "made")
    assert b"audio" not in said


@needs_ffmpeg
def test_its_first_frame_stands_for_it(film, tmp_path):
    make_anew(film("mp4"), tmp_path / "made")

    first_frame(tmp_path / "made", tmp_path / "frame")

    assert opened((tmp_path / "frame").read_bytes()).size == (322, 200)


@needs_ffmpeg
@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(PLAYLIST, id="a list of other files"),
        pytest.param(CONCAT, id="a list of ffmpeg's own"),
        pytest.param(b"\x00\x00\x00\x18ftypmp42" + PLAYLIST, id="a list that says it is a video"),
        pytest.param(b"ID3" + PLAYLIST, id="a list that says it is music"),
        pytest.param(b"\x1aE\xdf\xa3" + bytes(500), id="the beginning of a film"),
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg'/>", id="svg"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_what_is_no_film_is_refused_and_leads_to_no_other_file(sent, tmp_path):
    (tmp_path / "sent").write_bytes(sent)

    with pytest.raises(NotAMovingPicture):
        make_anew(tmp_path / "sent", tmp_path / "made")


@needs_ffmpeg
def test_one_that_is_cut_off_is_refused(film, tmp_path):
    (tmp_path / "sent").write_bytes(film("mp4").read_bytes()[:2000])

    with pytest.raises(NotAMovingPicture):
        make_anew(tmp_path / "sent", tmp_path / "made")


@needs_ffmpeg
def test_one_that_is_too_long_or_too_large_is_refused(film, tmp_path, monkeypatch):
    sent = film("wav", seconds=301)
    with pytest.raises(MovingPictureTooLarge):
        make_anew(sent, tmp_path / "made")

    monkeypatch.setattr(moving_pictures, "MOST_BYTES", 1000)
    with pytest.raises(MovingPictureTooLarge):
        make_anew(film("mp4"), tmp_path / "made")


@needs_ffmpeg
def test_one_that_takes_too_long_is_given_up(film, tmp_path, monkeypatch):
    sent = film("mp4")
    monkeypatch.setattr(moving_pictures, "PATIENCE", 0.0001)

    with pytest.raises(MovingPictureTooLarge):
        make_anew(sent, tmp_path / "made")


def test_without_ffmpeg_none_is_taken(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")

    with pytest.raises(CannotMakeAnew):
        make_anew(tmp_path / "sent", tmp_path / "made")


@pytest.mark.parametrize(
    ("head", "container"),
    [
        (b"\x00\x00\x00\x18ftypisom\x00\x00", "mov"),
        (b"\x00\x00\x00\x18ftypavif\x00\x00", None),
        (b"\x00\x00\x00\x18ftypheic\x00\x00", None),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "wav"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", None),
        (b"\xff\xd8\xff\xe0", None),
        (b"", None),
    ],
)
def test_what_a_file_is_says_its_beginning(head, container):
    assert container_of(head) == container
