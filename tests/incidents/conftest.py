"""An incident of Amara's, and what is kept in it."""

from io import BytesIO

import pytest
from PIL import Image

from corridor.incidents import queries
from corridor.incidents.actions import GivenFile, NewPiece, Told, add_piece, open_incident
from corridor.incidents.choices import CheckIns, Kind
from corridor.posts.actions import NewPost, publish_post


@pytest.fixture
def says(now):
    """`says(mallory, "You will regret this")`: a post for everybody."""

    def say(author, text="I know when your shift ends", **more):
        return publish_post(NewPost(text=text, **more), by=author, now=now)

    return say


@pytest.fixture
def opens(amara, now):
    """`opens(title="In spring")`: a file of Amara's."""

    def open_file(by=amara, at=now, check_ins=CheckIns.MAIL, **told):
        said = Told(**({"what_happened": "They write to my school."} | told))
        return open_incident(said, check_ins=check_ins, by=by, now=at)

    return open_file


@pytest.fixture
def incident(opens):
    return opens()


@pytest.fixture
def keeps(amara, now):
    """`keeps(incident, Kind.CALL, "He said ...")`"""

    def keep(incident, kind=Kind.NOTE, words="", files=(), at=now, **more):
        new = NewPiece(kind=kind, words=words, **more)
        return add_piece(new, files, incident=incident, by=amara, now=at)

    return keep


@pytest.fixture
def shown():
    """`shown(incident)`: its pieces, as she reads them."""
    return lambda incident: queries.opened(incident).shown


@pytest.fixture
def screenshot():
    """A photo with the place where it was taken in it."""
    picture = Image.new("RGB", (40, 30), "white")
    exif = Image.Exif()
    exif[0x010F] = "Camera of Amara"
    out = BytesIO()
    picture.save(out, "JPEG", exif=exif)
    return GivenFile(name="Screen shot.jpg", content=out.getvalue())
