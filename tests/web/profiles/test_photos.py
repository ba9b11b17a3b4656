"""Photos of people: made anew, served harmlessly, and gone when they are gone."""

from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from corridor.people import actions, queries


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path, "base_url": "/media/"},
        }
    }
    return tmp_path


def jpeg(colour="teal"):
    out = BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Kamera-Werk Jena"
    Image.new("RGB", (300, 200), colour).save(out, "JPEG", exif=exif)
    return out.getvalue()


def send(client, file, name="me.jpg", shows="Amara at the window"):
    upload = SimpleUploadedFile(name, file, "image/jpeg")
    return client.post("/you/profile/photo/", {"file": upload, "shows": shows})


def files(folder):
    return sorted(path.name for path in (folder / "photos").glob("*"))


def photo_of(profile):
    return queries.profile_by_handle(profile.handle).photo.name


@pytest.mark.django_db(transaction=True)
def test_a_photo_is_on_the_page_with_its_words(signed_in, amara, own_folder):
    send(signed_in(amara), jpeg(), name="ward 7 bed 3.jpg")

    shown = Client().get("/@amara_nwosu/").content.decode()
    name = photo_of(amara).removeprefix("photos/")
    assert f'src="/media/photos/{name}" alt="Amara at the window"' in shown
    assert "ward" not in name
    assert len(files(own_folder)) == 2


@pytest.mark.django_db(transaction=True)
def test_a_photo_is_served_as_webp_and_as_nothing_else(signed_in, amara):
    send(signed_in(amara), jpeg())

    response = Client().get(f"/media/{photo_of(amara)}")
    body = b"".join(response.streaming_content)

    assert response.headers["Content-Type"] == "image/webp"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert b"Kamera-Werk" not in body


@pytest.mark.parametrize(
    "name",
    [
        "../corridor.sqlite3",
        "..%2fsecret_key",
        "me.webp",
        "0" * 32 + ".svg",
        "0" * 32 + ".webp",
        "0" * 32 + ".webp/../../secret_key",
    ],
)
def test_nothing_else_is_served(db, name):
    assert Client().get(f"/media/photos/{name}").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_a_new_photo_takes_the_place_of_the_old_one(signed_in, amara, own_folder):
    client = signed_in(amara)
    send(client, jpeg())
    before = photo_of(amara)

    send(client, jpeg("red"))

    assert photo_of(amara) != before
    assert not default_storage.exists(before)
    assert len(files(own_folder)) == 2


@pytest.mark.django_db(transaction=True)
def test_a_photo_that_is_deleted_is_gone(signed_in, amara, own_folder):
    client = signed_in(amara)
    send(client, jpeg())

    client.post("/you/profile/photo/removal/")

    assert files(own_folder) == []
    assert photo_of(amara) == ""
    assert queries.profile_by_handle("amara_nwosu").photo_alt == ""


@pytest.mark.django_db(transaction=True)
def test_the_words_alone_can_be_changed(signed_in, amara):
    client = signed_in(amara)
    send(client, jpeg())
    name = photo_of(amara)

    client.post("/you/profile/photo/", {"shows": "Amara laughing"})

    assert queries.profile_by_handle("amara_nwosu").photo_alt == "Amara laughing"
    assert photo_of(amara) == name


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "no JPEG, PNG"),
        (b"", "no JPEG, PNG"),
        (bytes((8 << 20) + 1), "too large"),
    ],
)
def test_what_is_no_photo_is_refused_in_words(db, signed_in, amara, own_folder, file, why):
    response = send(signed_in(amara), file, name="me.png")

    assert response.status_code == 422
    assert why in response.content.decode()
    assert photo_of(amara) == ""
    assert files(own_folder) == []


def test_words_without_a_photo_are_refused(db, signed_in, amara):
    response = signed_in(amara).post("/you/profile/photo/", {"shows": "Nothing"})

    assert response.status_code == 422
    assert queries.profile_by_handle("amara_nwosu").photo_alt == ""


def test_nobody_changes_the_photo_of_another(amara, mallory, own_folder):
    with pytest.raises(actions.NotYourProfile):
        actions.set_photo(profile=amara, file=jpeg(), shows="", by=mallory)

    assert files(own_folder) == []


def test_twenty_photos_an_hour_are_enough(db, signed_in, amara):
    client = signed_in(amara)
    for _ in range(20):
        send(client, b"no picture")

    response = send(client, jpeg())

    assert "many photos" in response.content.decode()
    assert photo_of(amara) == ""
