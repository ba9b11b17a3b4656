"""Areas over a picture, with mouse, keys and without scripts."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image
from playwright.sync_api import expect

from corridor.posts.actions import Upload, upload_media
from corridor.posts.models import Attachment, PictureDetail
from tests.web.browser import flaws, follow, keyboard_stops

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def picture(amara, settings, tmp_path):
    """With a face that was found in it."""
    settings.MEDIA_ROOT = tmp_path
    out = BytesIO()
    Image.new("RGB", (400, 300), "white").save(out, "PNG")
    file = ContentFile(out.getvalue(), name="x.png")
    sent = upload_media(Upload(file=file), by=amara, now=timezone.now())
    Attachment.objects.filter(pk=sent.pk).update(looked_for_faces=True, looked_for_writing=True)
    PictureDetail.objects.create(
        attachment=sent,
        kind="face",
        alone="note",
        beside_patient="ask",
        left=0.7,
        top=0.1,
        right=0.9,
        bottom=0.4,
    )
    return sent


def typed(page):
    sides = ("Left %", "Top %", "Width %", "Height %")
    return [float(page.get_by_label(side).first.input_value()) for side in sides]


def is_dark(picture, place):
    with Attachment.objects.get(pk=picture.pk).file.open("rb") as file, Image.open(file) as seen:
        return seen.convert("L").getpixel(place) < 60


def test_it_is_accessible_and_all_of_it_is_reached_by_keys(open_page, amara, picture):
    page = open_page(f"/pictures/{picture.pk}/", viewer=amara)
    page.get_by_role("button", name="Add an area").click()
    drawn = page.locator(".drawn-area")
    expect(drawn).to_be_focused()
    expect(drawn).to_have_accessible_name(
        "Area 1. Arrow keys move it, with Shift they change its size, Delete removes it."
    )
    stops = keyboard_stops(page)

    assert flaws(page) == []
    assert [stop.name for stop in stops if stop.is_covered] == []
    assert [stop.name for stop in stops if not stop.has_outline] == []


def test_an_area_is_drawn_moved_and_made_larger(open_page, amara, picture):
    page = open_page(f"/pictures/{picture.pk}/", viewer=amara)
    box = page.locator(".cover-stage").bounding_box()

    def at(left, top):
        return box["x"] + box["width"] * left, box["y"] + box["height"] * top

    page.mouse.move(*at(0.2, 0.2))
    page.mouse.down()
    page.mouse.move(*at(0.4, 0.5), steps=4)
    page.mouse.up()
    assert typed(page) == pytest.approx([20, 20, 20, 30], abs=0.5)
    for key in ("ArrowRight", "ArrowDown", "Shift+ArrowRight"):
        page.keyboard.press(key)
    assert typed(page) == pytest.approx([21, 21, 21, 30], abs=0.5)

    follow(page.get_by_role("button", name="Cover what is chosen"))

    expect(page.get_by_text("It is covered")).to_be_visible()
    assert (is_dark(picture, (120, 120)), is_dark(picture, (320, 70))) == (True, True)
    assert not is_dark(picture, (60, 200))


def test_an_area_is_added_and_taken_away_by_keys_alone(open_page, amara, picture):
    page = open_page(f"/pictures/{picture.pk}/", viewer=amara)
    page.get_by_role("button", name="Add an area").press("Enter")
    assert typed(page) == [40, 40, 20, 20]

    page.keyboard.press("Delete")

    expect(page.locator(".drawn-area")).to_have_count(0)
    expect(page.get_by_role("button", name="Add an area")).to_be_focused()


def test_what_was_found_is_chosen_on_the_picture_too(open_page, amara, picture):
    page = open_page(f"/pictures/{picture.pk}/", viewer=amara)
    box = page.get_by_role("checkbox", name="1. A face")
    expect(box).to_be_checked()

    page.locator(".found-area rect").click()

    expect(box).not_to_be_checked()


def test_without_scripts_areas_are_typed(open_page, amara, picture):
    page = open_page(f"/pictures/{picture.pk}/", viewer=amara, width=390, scripts=False)
    for side, said in {"Left %": "10", "Top %": "50", "Width %": "20", "Height %": "20"}.items():
        page.get_by_label(side).first.fill(said)

    follow(page.get_by_role("button", name="Cover what is chosen"))

    expect(page.get_by_text("It is covered")).to_be_visible()
    assert is_dark(picture, (80, 180))
