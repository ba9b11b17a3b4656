"""What is kept in an incident file, and how it stays as it was kept."""

import hashlib

import pytest

from corridor.incidents import actions, queries
from corridor.incidents.actions import GivenFile, NewPiece
from corridor.incidents.choices import Kind
from corridor.incidents.models import Piece, PieceFile
from corridor.incidents.snapshots import address_of, post_named
from corridor.people import actions as people
from corridor.posts.actions import delete_post
from corridor.safety.actions import NewFlag, flag_post
from corridor.safety.choices import Reason

PHI = "Her patient Mr Harold Simmons, MRN 4471902, died on 12 March 2026 because of her."


@pytest.fixture
def post(says, mallory):
    return says(mallory)


def test_a_post_is_kept_with_all_that_belongs_to_it(incident, keeps, shown, says, amara, mallory):
    above = says(amara, "My first paper is out")
    answer = says(mallory, "Diversity hire", in_reply_to=above.pk, content_note="Truth")

    keeps(incident, Kind.POST, "It began with this", where=address_of(answer))

    (one,) = shown(incident)
    assert one.who == "Mallory Crane (@mallory_crane)"
    assert one.where.endswith(f"/@mallory_crane/{answer.pk}/")
    assert one.words_shown == "Diversity hire"
    assert one.record["words"] == "It began with this"
    assert one.snapshot["note"] == "Truth"
    assert one.snapshot["server"] == "localhost:8000"
    assert [above["words"] for above in one.snapshot["thread"]] == ["My first paper is out"]


def test_it_stays_when_the_attacker_deletes_and_blocks(
    incident, keeps, shown, post, amara, mallory, now
):
    keeps(incident, Kind.POST, where=address_of(post))

    delete_post(post=post, by=mallory, now=now)
    people.block(blocker=mallory, blocked=amara, now=now)

    assert shown(incident)[0].words_shown == "I know when your shift ends"


@pytest.mark.parametrize(
    ("address", "number"),
    [
        ("http://localhost:8000/@mallory_crane/17/", 17),
        ("/@mallory_crane/17", 17),
        (" http://localhost:8000/@mallory_crane/17/ ", 17),
        ("https://elsewhere.example/@mallory_crane/17/", None),
        ("http://localhost:8000/@mallory_crane/", None),
        ("http://localhost:8000/@mallory_crane/0", None),
        ("http://localhost:8000/@mallory_crane/9999999999999999999", None),
        ("http://[/@mallory_crane/17", None),
        ("", None),
    ],
)
def test_which_addresses_are_posts_of_this_server(settings, address, number):
    settings.PUBLIC_URL = "http://localhost:8000"

    assert post_named(address) == number


def test_patients_are_masked_in_what_is_shown_and_still_there_for_her(
    incident, keeps, shown, amara
):
    keeps(incident, Kind.MAIL, PHI)

    (masked,) = shown(incident)
    assert masked.is_masked
    assert "[patient detail]" in masked.words_shown
    assert "4471902" not in masked.words_shown
    assert "because of her" in masked.words_shown

    actions.show_whole(1, incident=incident, is_whole=True, by=amara)
    (whole,) = shown(incident)
    assert whole.words_shown == PHI
    assert queries.opened(incident).fault is None


def test_names_that_she_knows_to_be_patients_are_masked_however_written(incident, keeps, shown):
    said = "HALE sues her, says Hale's brother."

    keeps(incident, Kind.MESSAGE, said, masks=("hale", " "))

    assert shown(incident)[0].words_shown == (
        "[patient detail] sues her, says [patient detail]'s brother."
    )


def test_her_own_name_is_not_masked(incident, keeps, shown):
    keeps(incident, Kind.CALL, "He asked the ward for Amara Nwosu by name.")

    assert not shown(incident)[0].is_masked


def test_a_picture_is_kept_as_it_came_and_shown_without_what_the_camera_wrote(
    incident, keeps, shown, screenshot
):
    keeps(incident, Kind.FILE, files=[screenshot])

    (said,) = shown(incident)[0].files
    row = PieceFile.objects.get()
    assert said["sha256"] == hashlib.sha256(screenshot.content).hexdigest()
    assert (said["name"], said["media_type"]) == ("Screen shot.jpg", "image/jpeg")
    assert row.original == screenshot.content
    assert b"Camera of Amara" in row.original
    assert b"Camera of Amara" not in row.picture
    assert row.picture[8:12] == b"WEBP"


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"%PDF-1.7 ...", "application/pdf"),
        (b"ID3\x04 ...", "audio/mpeg"),
        (b"OggS ...", "audio/ogg"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "audio/wav"),
        (b"\x00\x00\x00\x20ftypM4A ", "audio/mp4"),
        (b"\x00\x00\x00\x20ftypisom", "video/mp4"),
        (b"From: x@example.org\nSubject: You\n\nI will", "message/rfc822"),
        ("Gar nichts, Grüße".encode(), "text/plain"),
    ],
)
def test_what_a_file_is_its_bytes_say(incident, keeps, shown, content, media_type):
    keeps(incident, Kind.FILE, files=[GivenFile(name="../../evil.html", content=content)])

    (said,) = shown(incident)[0].files
    assert said["media_type"] == media_type
    assert said["name"].startswith("evil.")
    assert "html" not in said["name"]


@pytest.mark.parametrize(
    ("files", "refusal"),
    [
        ([GivenFile(name="a.jpg", content=b"\xff\xd8\xffno picture")], actions.NotEvidence),
        ([GivenFile(name="a.exe", content=b"MZ\x90\x00\x03\xff")], actions.NotEvidence),
        ([GivenFile(name="a.txt", content=b"a\x00b")], actions.NotEvidence),
        ([GivenFile(name="a.txt", content=b" ")], actions.NotEvidence),
        ([GivenFile(name="a.txt", content=b"a" * ((16 << 20) + 1))], actions.EvidenceTooLarge),
        ([GivenFile(name="a.txt", content=b"a")] * 11, actions.TooManyFiles),
    ],
)
def test_other_files_are_refused(incident, keeps, files, refusal):
    with pytest.raises(refusal):
        keeps(incident, Kind.FILE, files=files)

    assert not Piece.objects.exists()


@pytest.mark.parametrize(
    ("new", "refusal"),
    [
        ({"kind": Kind.NOTE, "words": " "}, actions.NothingToKeep),
        ({"kind": Kind.NOTE, "words": "x" * 5001}, actions.WordsTooLong),
        ({"kind": Kind.NOTE, "words": "x", "who": "x" * 201}, actions.WordsTooLong),
        ({"kind": Kind.POST, "where": "https://elsewhere.example/1"}, actions.CopyTheWords),
        ({"kind": Kind.POST, "where": "/@mallory_crane/17/"}, actions.PostNotThere),
    ],
)
def test_what_cannot_be_kept_is_refused(incident, amara, now, new, refusal):
    with pytest.raises(refusal):
        actions.add_piece(NewPiece(**new), incident=incident, by=amara, now=now)

    assert not Piece.objects.exists()


def test_a_post_that_is_not_for_her_is_not_there(incident, keeps, says, mallory):
    hidden = says(mallory, audience="followers")

    with pytest.raises(actions.PostNotThere):
        keeps(incident, Kind.POST, where=address_of(hidden))


def test_a_file_holds_only_so_much(incident, keeps, monkeypatch, screenshot):
    monkeypatch.setattr("corridor.incidents.recording.MOST_BYTES", len(screenshot.content))
    keeps(incident, Kind.FILE, files=[screenshot])

    with pytest.raises(actions.FileIsFull):
        keeps(incident, Kind.FILE, files=[screenshot])

    assert Piece.objects.count() == 1


def test_a_change_in_the_database_shows(incident, keeps):
    for words in ("one", "two", "three"):
        keeps(incident, words=words)
    second = Piece.objects.get(number=2)
    second.kept = {"record": {**second.kept["record"], "words": "Nothing"}}
    second.save()

    assert queries.opened(incident).fault == 2


def test_a_piece_that_is_lost_shows(incident, keeps):
    for words in ("one", "two", "three"):
        keeps(incident, words=words)
    Piece.objects.get(number=2).delete()

    assert queries.opened(incident).fault == 2


def test_what_she_takes_out_is_gone_and_the_rest_holds(
    incident, keeps, shown, screenshot, amara, now
):
    keeps(incident, words="one")
    keeps(incident, words="two", files=[screenshot])
    keeps(incident, words="three")

    actions.remove_piece(2, incident=incident, by=amara, now=now)

    assert [one.words_shown for one in shown(incident)] == ["one", "three"]
    assert queries.opened(incident).fault is None
    assert bytes(Piece.objects.get(number=2).sealed_kept) == b""
    assert not PieceFile.objects.exists()
    with pytest.raises(actions.RemovedAlready):
        actions.remove_piece(2, incident=incident, by=amara, now=now)


def test_a_flagged_post_is_kept_as_it_was_when_it_is_gone(
    incident, shown, post, amara, mallory, now
):
    flag = flag_post(NewFlag(reason=Reason.HARASSMENT), post=post, by=amara, now=now)
    delete_post(post=post, by=mallory, now=now)

    actions.keep_flagged(flag.pk, incident=incident, by=amara, now=now)

    (one,) = shown(incident)
    assert one.words_shown == "I know when your shift ends"
    assert one.snapshot["seen_at"] == "2026-03-20T09:00:00+00:00"


def test_nobody_keeps_what_another_flagged(incident, post, amara, dr_osei, now):
    flag = flag_post(NewFlag(reason=Reason.HARASSMENT), post=post, by=dr_osei, now=now)

    with pytest.raises(actions.FlagNotThere):
        actions.keep_flagged(flag.pk, incident=incident, by=amara, now=now)

    assert not Piece.objects.exists()
