"""The page to try matching with one's own file."""

import io
import zipfile
from base64 import b64decode
from pathlib import Path

import html5lib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.thoroughly import thoroughly
from tests.web.browser import accessibility_violations, follow, scrolls_sideways

EXAMPLES = Path("docs/directing/examples")


@pytest.fixture
def visitor(db):
    del db
    return Client()


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="text/csv")


def example(name: str) -> SimpleUploadedFile:
    return upload(name, (EXAMPLES / name).read_bytes())


def text_of(response) -> str:
    text = response.content.decode()
    html5lib.HTMLParser(strict=True).parse(text)
    return text


def test_the_sample_is_matched_and_every_mentee_is_on_the_page(visitor):
    page = text_of(visitor.post("/try/", {"sample": "yes"}))

    assert "Amara Nwosu" in page
    assert "Noah Friedman" in page
    assert "nothing was stored" in page


def test_trying_often_from_one_address_has_an_end_for_an_hour(visitor, monkeypatch):
    monkeypatch.setattr("corridor.web.trial.views.MOST_AN_HOUR", 1)
    visitor.post("/try/", {"sample": "yes"}, REMOTE_ADDR="192.0.2.7")

    again = visitor.post("/try/", {"sample": "yes"}, REMOTE_ADDR="192.0.2.7")
    elsewhere = visitor.post("/try/", {"sample": "yes"}, REMOTE_ADDR="192.0.2.8")

    assert again.status_code == 429
    assert "wait an hour, or run it yourself" in text_of(again)
    assert elsewhere.status_code == 200


def test_behind_a_proxy_the_address_is_the_one_that_the_proxy_saw(visitor, monkeypatch, settings):
    monkeypatch.setattr("corridor.web.trial.views.MOST_AN_HOUR", 1)
    settings.PROXIES = 1
    claimed = {"HTTP_X_FORWARDED_FOR": "198.51.100.1, 192.0.2.9"}
    visitor.post("/try/", {"sample": "yes"}, **claimed)

    forged = {"HTTP_X_FORWARDED_FOR": "198.51.100.2, 192.0.2.9"}

    assert visitor.post("/try/", {"sample": "yes"}, **forged).status_code == 429


def test_a_file_of_ones_own_is_matched(visitor):
    page = text_of(visitor.post("/try/", {"people": example("people.csv"), "weight_needs": "10"}))

    assert "Tọ́mi Láwal" in page


def test_mentees_and_mentors_may_come_in_two_files(visitor):
    files = {
        "people": example("mentees-google-form.csv"),
        "mentors": example("mentors-semicolon.csv"),
    }

    page = text_of(visitor.post("/try/", files))

    assert "4 of 4 mentees are matched." in page


def test_all_files_can_be_taken_away_as_one(visitor):
    page = text_of(visitor.post("/try/", {"sample": "yes"}))
    packed = b64decode(page.split("data:application/zip;base64,")[1].split('"')[0])

    names = zipfile.ZipFile(io.BytesIO(packed)).namelist()

    assert names == [
        "matches/report.html",
        "matches/matches.csv",
        "matches/unmatched.csv",
        "matches/matches.json",
        "matches/certificate.json",
    ]


def test_errors_are_listed_with_line_and_column(visitor):
    content = b"role,name,capacity\nmentee,Amara,\nmentor,Dr Osei,two\n"

    response = visitor.post("/try/", {"people": upload("p.csv", content)})

    assert response.status_code == 422
    page = text_of(response)
    assert "“two” is no whole number from 0 to 200." in page
    assert "<td>capacity</td>" in page
    assert ">3</td>" in page


def test_hostile_names_stay_text(visitor):
    content = b"role,name\nmentee,<script>alert(1)</script>\nmentor,Dr <b>Osei</b>\n"

    page = text_of(visitor.post("/try/", {"people": upload("p.csv", content)}))

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_too_many_people_are_sent_to_the_command(visitor):
    rows = [f"mentee,m{n}" for n in range(400)]
    content = "\n".join(["role,id", *rows, "mentor,osei"]).encode()

    response = visitor.post("/try/", {"people": upload("p.csv", content)})

    assert response.status_code == 422
    assert "at most 400 people can be tried, and there are 401" in text_of(response)


def test_a_file_that_is_too_large_is_refused(visitor):
    response = visitor.post("/try/", {"people": upload("p.csv", b"role,name\n" * 300_000)})

    assert response.status_code == 422
    assert "larger than 2 MB" in text_of(response)


def test_without_a_file_one_is_asked_for(visitor):
    response = visitor.post("/try/", {"own": "yes"})

    assert response.status_code == 422
    assert "Choose a file, or use the sample." in text_of(response)


def test_forms_from_elsewhere_are_refused():
    stranger = Client(enforce_csrf_checks=True)

    assert stranger.post("/try/", {"sample": "yes"}).status_code == 403


def test_the_sample_is_the_one_that_the_handbook_shows(visitor):
    sample = b"".join(visitor.get("/try/sample.csv"))

    assert sample == (EXAMPLES / "people.csv").read_bytes()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("width", "theme"), [(390, "light"), pytest.param(1280, "dark", marks=thoroughly)]
)
def test_trying_the_sample_is_accessible(open_page, width, theme):
    page = open_page("/try/", width=width, theme=theme)
    form_violations = accessibility_violations(page)

    page.get_by_role("button", name="Use the sample").click()
    page.get_by_role("heading", name="Your matches").wait_for()

    assert form_violations == []
    assert accessibility_violations(page) == []
    assert not scrolls_sideways(page)


@pytest.mark.django_db(transaction=True)
def test_a_file_can_be_tried_and_its_results_saved_without_scripts(open_page):
    page = open_page("/try/", scripts=False)
    page.get_by_label("Everybody, or the mentees").set_input_files(EXAMPLES / "people.csv")
    follow(page.get_by_role("button", name="Match these people"))

    with page.expect_download() as saved:
        page.get_by_role("link", name="Download all files").click()

    assert saved.value.suggested_filename == "matches.zip"
