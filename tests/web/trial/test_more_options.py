"""Trying matching with what a round brings along: a map, pairs, circles, a seed."""

import tomllib

import html5lib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from corridor.programmes.intake.fields import Field
from tests.thoroughly import thoroughly
from tests.web.browser import accessibility_violations, follow, scrolls_sideways

PEOPLE = """role,id,name,topics,capacity
mentee,amara,Amara Nwosu,research,
mentee,bala,Bala Yusuf,research,
mentor,osei,Dr Osei,research,1
mentor,eze,Dr Eze,research,1
"""
OF_PAIRS = {"role", "mentee", "mentor", "fit", "reason"}
"""Fields of small tables, which no map speaks of."""


@pytest.fixture
def visitor(db):
    del db
    return Client()


def upload(name: str, *lines: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, "\n".join(lines).encode(), content_type="text/csv")


def people() -> SimpleUploadedFile:
    return upload("people.csv", PEOPLE)


def text_of(response) -> str:
    text = response.content.decode()
    html5lib.HTMLParser(strict=True).parse(text)
    return text


def mentor_of(response, mentee: str) -> str:
    page = html5lib.parse(text_of(response))
    for couple in page.iterfind(".//*[@class='couple']"):
        named = [bold.text for bold in couple.iterfind("{*}p/{*}b")]
        if named[0] == mentee:
            return named[1]
    return ""


@pytest.mark.parametrize("mentor", ["Dr Osei", "Dr Eze"])
def test_pinned_pairs_are_matched(visitor, mentor):
    pins = upload("pins.csv", "mentee,mentor", f"Amara Nwosu,{mentor}")

    response = visitor.post("/try/", {"people": people(), "pins": pins})

    assert mentor_of(response, "Amara Nwosu") == mentor


@pytest.mark.parametrize(("forbidden", "other"), [("Dr Osei", "Dr Eze"), ("Dr Eze", "Dr Osei")])
def test_forbidden_pairs_are_not(visitor, forbidden, other):
    forbids = upload("forbids.csv", "mentee,mentor,reason", f"amara,{forbidden},supervises")

    response = visitor.post("/try/", {"people": people(), "forbids": forbids})

    assert mentor_of(response, "Amara Nwosu") == other


def test_matches_of_before_are_kept_and_who_waited_goes_first(visitor):
    files = {
        "people": upload("people.csv", PEOPLE.replace("mentor,eze,Dr Eze,research,1", "")),
        "waiting": upload("unmatched.csv", "mentee,waited", "bala,3"),
    }

    waited = visitor.post("/try/", files)
    files = {"people": people(), "existing": upload("matches.csv", "mentee,mentor", "bala,eze")}
    kept = visitor.post("/try/", files)

    assert mentor_of(waited, "Bala Yusuf") == "Dr Osei"
    assert mentor_of(kept, "Bala Yusuf") == "Dr Eze"
    assert "kept from before" in text_of(kept)


def test_a_map_says_what_titles_of_ones_own_mean(visitor):
    asked = PEOPLE.replace("role,", "Q1 You are?,")
    mapped = upload("map.toml", "[columns]", '"Q1 You are?" = "side"')

    refused = visitor.post("/try/", {"people": upload("people.csv", asked)})
    response = visitor.post("/try/", {"people": upload("people.csv", asked), "map": mapped})

    assert refused.status_code == 422
    assert "2 of 2 mentees are matched." in text_of(response)


def test_circles_are_formed_of_the_sizes_asked_for(visitor):
    response = visitor.post("/try/", {"sample": "yes", "smallest": "3", "largest": "4"})

    page = text_of(response)
    assert "Circle 1" in page
    assert "<small>places; " in page


@pytest.mark.parametrize("mentor", ["Dr Osei", "Dr Eze"])
def test_a_pin_puts_a_mentee_into_the_circle_of_that_mentor(visitor, mentor):
    pins = upload("pins.csv", "mentee,mentor", f"Amara Nwosu,{mentor}")
    files = {"people": people(), "pins": pins}

    response = visitor.post("/try/", {**files, "smallest": "1", "largest": "2"})

    assert mentor_of(response, "Amara Nwosu") == mentor
    assert "pinned, circle" in text_of(response)


def test_a_time_zone_is_for_whoever_says_none(visitor):
    lines = [
        "role,id,time zone,availability,capacity",
        "mentee,amara,Africa/Lagos,Mon 18:00-20:00,",
        "mentor,osei,,Mon 17:00-19:00,1",
    ]

    refused = visitor.post("/try/", {"people": upload("people.csv", *lines)})
    given = {"people": upload("people.csv", *lines), "time_zone": "London"}
    response = visitor.post("/try/", given)

    assert "give --time-zone for whoever says none" in text_of(refused)
    assert "1 of 1 mentee is matched." in text_of(response)


def test_the_seed_stands_in_the_report(visitor):
    page = text_of(visitor.post("/try/", {"people": people(), "seed": "autumn"}))

    assert '<td class="num">autumn</td>' in page


def test_errors_name_the_file_and_files_are_asked_for_again_with_all_else_kept(visitor):
    given = {
        "people": people(),
        "pins": upload("pins.csv", "mentee,mentor", "Amara Nwosu,Dr Oseii"),
        "forbids": upload("forbids.csv", "mentee,why", "amara,supervises"),
        "weight_needs": "3",
        "seed": "autumn",
        "time_zone": "Europe/London",
        "peers": "on",
    }

    response = visitor.post("/try/", given)

    assert response.status_code == 422
    page = text_of(response)
    assert "<td>pins.csv</td>" in page
    assert "<td>forbids.csv</td>" in page
    assert "The header lacks mentor." in page
    for name in ("people.csv", "pins.csv", "forbids.csv"):
        assert f"<strong>Choose {name} again.</strong>" in page
    for kept in ('value="autumn"', 'value="Europe/London"', '<option value="3" selected>'):
        assert kept in page
    assert '<details class="data" open>' in page


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("map", "[columns]\n'Q1' = 'stge'", "There is no field “stge”. Did you mean “stage”?"),
        ("map", "not a map", "This is not a map that can be read"),
        ("pins", "mentee,mentor\namara,osei\nbala,osei", "Pins for Dr Osei: 2; free places: 1."),
        ("existing", "mentee\namara", "The header lacks mentor."),
        ("waiting", "mentee,waited\namara,often", "“often” is no whole number"),
        ("forbids", "", "The submitted file is empty."),
    ],
)
def test_what_is_wrong_with_a_file_of_the_round_is_told(visitor, name, content, expected):
    response = visitor.post("/try/", {"people": people(), name: upload("mine.csv", content)})

    assert response.status_code == 422
    assert expected in text_of(response)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"smallest": "5", "largest": "3"}, "This is less than the least."),
        ({"smallest": "0"}, "greater than or equal to 1"),
        ({"time_zone": "Atlantis"}, "“Atlantis” is no known time zone"),
        ({"circle_mentors": "3"}, "3 is not one of the available choices"),
    ],
)
def test_a_setting_that_makes_no_sense_is_told_at_its_field(visitor, given, expected):
    response = visitor.post("/try/", {"sample": "yes", **given})

    assert response.status_code == 422
    assert expected in text_of(response)


def test_mentors_alone_are_not_enough(visitor):
    response = visitor.post("/try/", {"mentors": people()})

    assert "Choose the file of the mentees as well" in text_of(response)


def test_after_a_result_one_goes_on_with_the_same_settings(visitor):
    page = text_of(visitor.post("/try/", {"sample": "yes", "seed": "autumn", "peers": "on"}))
    form = html5lib.parse(page).find(".//{*}main//{*}form")
    given = {field.get("name"): field.get("value", "") for field in form.iterfind(".//{*}input")}

    again = text_of(visitor.post("/try/", {**given, "again": "yes"}))

    assert 'value="autumn"' in again
    assert 'id="id_peers" checked' in again


def test_the_sample_map_is_one_and_names_every_field_of_people(visitor):
    sample = b"".join(visitor.get("/try/map.toml")).decode()

    assert tomllib.loads(sample).keys() == {"columns", "values"}
    named = sample.split("What a column can be:")[1].replace("#", "").replace(".", "")
    words = {word.strip() for word in named.replace(" or ", " ").split(",")}
    assert words == {str(field) for field in Field} - OF_PAIRS | {"ignore"}


@pytest.fixture
def pins(tmp_path):
    """A file that names somebody who is not there."""
    path = tmp_path / "pins.csv"
    path.write_text("mentee,mentor\nAmara Nwosu,Nobody At All\n", encoding="utf-8")
    return path


@pytest.fixture
def browse(chromium, live_server):
    """Opens /try/ where an answer of 422, of which browsers complain, is expected."""
    contexts = []

    def browse_as(**given):
        contexts.append(chromium.new_context(base_url=live_server.url, **given))
        page = contexts[-1].new_page()
        page.goto("/try/")
        page.get_by_text("More options").click()
        return page

    yield browse_as
    for context in contexts:
        context.close()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("width", "theme"), [(390, "dark"), pytest.param(1280, "light", marks=thoroughly)]
)
def test_more_options_and_what_is_wrong_with_them_are_accessible(browse, pins, width, theme):
    page = browse(viewport={"width": width, "height": 844}, color_scheme=theme)
    unfolded = accessibility_violations(page)

    page.get_by_label("Pairs that must be").set_input_files(pins)
    follow(page.get_by_role("button", name="Use the sample"))

    assert unfolded == []
    assert page.get_by_text("Choose pins.csv again.").is_visible()
    assert accessibility_violations(page) == []
    assert not scrolls_sideways(page)


@pytest.mark.django_db(transaction=True)
def test_more_options_work_without_scripts(browse, pins):
    page = browse(java_script_enabled=False)
    page.get_by_label("Pairs that must be").set_input_files(pins)
    page.get_by_label("Seed").fill("autumn")

    follow(page.get_by_role("button", name="Use the sample"))

    assert page.get_by_text("Choose pins.csv again.").is_visible()
    assert page.get_by_label("Seed").input_value() == "autumn"
