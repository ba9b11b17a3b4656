"""The nets themselves, where they are installed (`make finders`), with no network at all."""

import socket
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from corridor.posts import finders
from corridor.posts.actions import MayIdentifyPatient, NewPost, Upload, publish_post, upload_media
from corridor.posts.finders import ModelIsAnother, faces, nets, written
from corridor.posts.models import PictureDetail

needs_reading = pytest.mark.skipif(
    not written.can_read(), reason="requirements/ocr.txt is not installed"
)
needs_faces = pytest.mark.skipif(
    not faces.can_find(), reason="requirements/faces.txt is not installed"
)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    def refuse(*_given):
        raise AssertionError("asked the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def burned_in(*lines, size=(800, 600), pixels=24):
    picture = Image.new("RGB", size, (20, 20, 24))
    draw = ImageDraw.Draw(picture)
    draw.pieslice((200, 150, 600, 580), 60, 120, fill=(90, 90, 90))
    for row, words in enumerate(lines):
        draw.text((12, 10 + row * 40), words, fill=(220, 220, 220), font_size=pixels)
    return picture


@needs_reading
def test_what_machines_burn_in_is_read_where_it_stands():
    found = written.written_in(burned_in("OKAFOR, JUN", "ID 12391326", "DOB 12/03/1969"))

    assert [one.text.replace(" ", "") for one in found] == [
        "OKAFOR,JUN",
        "ID12391326",
        "DOB12/03/1969",
    ]
    assert [round(one.top * 600) // 40 for one in found] == [0, 1, 2]
    assert all(one.left < 0.05 < one.right < 0.4 for one in found)


@needs_reading
@pytest.mark.parametrize("size", [(2048, 1400), (300, 2000), (40, 40), (2000, 60)])
def test_pictures_of_every_shape_are_read(size):
    found = written.written_in(burned_in("OKAFOR", size=size, pixels=30))

    assert [one.text for one in found] == (["OKAFOR"] if min(size) > 40 else [])


@needs_reading
def test_what_is_turned_is_read_too():
    upright = burned_in("MRN 12391326", pixels=34)

    for degrees in (90, 180, 270):
        turned = written.written_in(upright.rotate(degrees, expand=True))
        assert "12391326" in "".join(one.text for one in turned).replace(" ", "")


@needs_reading
def test_a_record_number_in_a_picture_stops_a_post(amara, now):
    out = BytesIO()
    burned_in("MRN 12391326").save(out, "PNG")
    file = ContentFile(out.getvalue(), name="x.png")
    sent = upload_media(Upload(file=file), by=amara, now=now)

    assert PictureDetail.objects.get().kind == "mrn"
    with pytest.raises(MayIdentifyPatient):
        publish_post(NewPost(text="Blocks", attachments=[sent.pk]), by=amara, now=now)


@needs_faces
@pytest.mark.parametrize("size", [(1, 1), (33, 2000), (2048, 2048), (640, 480)])
def test_where_no_face_is_none_is_found(size):
    assert faces.faces_in(Image.new("RGB", size, "teal")) == []


@needs_faces
def test_writing_is_no_face():
    assert faces.faces_in(burned_in("OKAFOR, JUN", "DOB 12/03/1969")) == []


def test_a_net_of_other_bytes_is_not_asked(tmp_path, monkeypatch):
    (tmp_path / "otherwise").mkdir()
    (tmp_path / "otherwise" / "__init__.py").touch()
    (tmp_path / "otherwise" / "net.onnx").write_bytes(b"another")
    monkeypatch.syspath_prepend(str(tmp_path))

    with pytest.raises(ModelIsAnother):
        nets.model("otherwise", "net.onnx", sha256="0" * 64)
    with pytest.raises(ModelIsAnother):
        nets.model("is_not_there", "net.onnx", sha256="0" * 64)


def test_without_packages_nobody_looks(monkeypatch):
    monkeypatch.setattr(nets, "find_spec", lambda _name: None)

    assert not finders.can_look()
    seen = finders.look(Image.new("RGB", (9, 9)))
    assert (seen.faces, seen.written) == (None, None)
