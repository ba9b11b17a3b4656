"""Somebody edits her profile; nothing else of hers and nobody else's changes."""

from datetime import date

import html5lib
import pytest
from django.test import Client

from corridor.algorithms.matching.week import Span
from corridor.people import actions, queries

SECTIONS = ["", "work/", "interests/", "hours/", "links/", "handle/", "photo/"]
ABOUT = {"display_name": "Amara Nwosu", "pronouns": "", "bio": "", "country": ""}
NO_PLACES = {"places-TOTAL_FORMS": "0", "places-INITIAL_FORMS": "0"}
WORK = {"stage": "MS3", "grade": "", "specialty": "", "subspecialty": ""} | NO_PLACES


@pytest.fixture
def edit(signed_in, amara):
    client = signed_in(amara)

    def send(section, **fields):
        return client.post(f"/you/profile/{section}/", fields)

    return send


def page(response):
    return response.content.decode()


def again(profile):
    return queries.profile_by_handle(profile.handle)


def places(*rows):
    fields = {"places-TOTAL_FORMS": str(len(rows)), "places-INITIAL_FORMS": "0"}
    for number, row in enumerate(rows):
        for name, value in zip(("institution", "since", "until"), row, strict=True):
            fields[f"places-{number}-{name}"] = value
    return fields


def links(*rows):
    fields = {"links-TOTAL_FORMS": str(len(rows)), "links-INITIAL_FORMS": "0"}
    for number, (label, url) in enumerate(rows):
        fields |= {f"links-{number}-label": label, f"links-{number}-url": url}
    return fields


@pytest.mark.parametrize("section", SECTIONS)
def test_sections_are_html_without_mistakes(signed_in, amara, section):
    response = signed_in(amara).get(f"/you/profile/{section}")

    assert response.status_code == 200
    html5lib.HTMLParser(strict=True).parse(page(response))


@pytest.mark.parametrize("section", SECTIONS)
def test_a_visitor_signs_in_first(db, section):
    assert Client().get(f"/you/profile/{section}").url.startswith("/sign-in/")


def test_a_section_that_does_not_exist_is_not_found(edit):
    assert edit("everything").status_code == 404


def test_what_somebody_keeps_is_on_her_page(edit, client, amara):
    edit("about", **ABOUT | {"pronouns": "she/her", "bio": "Wards and #Teaching", "country": "NG"})

    shown = page(client.get("/@amara_nwosu/"))
    assert "she/her" in shown
    assert "<mark>#Teaching</mark>" in shown
    assert "Nigeria" in shown


def test_a_preview_shows_the_card_keeps_the_form_and_changes_nothing(edit, amara):
    response = edit("about", **ABOUT | {"display_name": "Amara N.", "bio": "Soon", "preview": "1"})

    shown = page(response)
    assert response.status_code == 200
    assert "<bdi>Amara N.</bdi>" in shown
    assert ">\nSoon</textarea>" in shown
    assert "Not kept yet." in shown
    assert again(amara).display_name == "Amara Nwosu"
    assert again(amara).bio == ""


def test_a_preview_of_places_is_as_complete_as_the_page(edit, amara):
    rows = places(("Severnside", "2023-09-01", ""))

    shown = page(edit("work", **WORK | rows | {"preview": "1"}))

    assert "since 2023" in shown
    assert list(again(amara).affiliations.all()) == []


def test_a_name_cannot_hide_anything(edit, amara):
    edit("about", **ABOUT | {"display_name": "Dr \u202eOsei\u202c ✅"})

    assert again(amara).display_name == "Dr Osei"


@pytest.mark.parametrize(
    "wrong",
    [{"display_name": ""}, {"display_name": "🙂"}, {"bio": "x" * 1001}, {"country": "XX"}],
)
def test_a_mistake_is_named_and_nothing_is_kept(edit, amara, wrong):
    response = edit("about", **ABOUT | {"pronouns": "she/her"} | wrong)

    assert response.status_code == 422
    assert "Not kept yet" in page(response)
    assert again(amara).pronouns == amara.pronouns


@pytest.mark.parametrize(
    "added",
    [
        {"handle": "director"},
        {"visibility": "members"},
        {"is_operator": "on", "account": "1"},
        {"orcid": "0000-0002-1825-0097"},
        {"photo": "photos/theirs.webp"},
        {"id": "1", "pk": "1", "profile": "1"},
        {"stage": "LEAD", "institution": "Everywhere"},
    ],
)
def test_fields_that_the_form_does_not_have_are_not_taken(edit, amara, added):
    before = {name: getattr(amara, name) for name in ("handle", "visibility", "orcid", "stage")}

    edit("about", **ABOUT | added)

    after = again(amara)
    assert {name: getattr(after, name) for name in before} == before
    assert not after.photo
    assert not after.account.is_operator
    assert after.institution == amara.institution


def test_the_local_word_finds_the_rung(edit, amara):
    edit("work", **WORK | {"stage": "", "grade": "Assistenzärztin"})

    assert (again(amara).stage, again(amara).stage_name) == ("PGY", "Assistenzärztin")


def test_the_present_place_is_her_institution(edit, amara):
    rows = places(("Severnside", "2023-09-01", ""), ("Lagos", "2019-01-01", "2023-08-01"))

    edit("work", **WORK | rows)

    kept = [(one.institution, one.since) for one in again(amara).affiliations.all()]
    assert kept == [("Severnside", date(2023, 9, 1)), ("Lagos", date(2019, 1, 1))]
    assert again(amara).institution == "Severnside"


@pytest.mark.parametrize(
    "row", [("Lagos", "2023-09-01", "2022-09-01"), ("", "2023-09-01", ""), ("L", "tomorrow", "")]
)
def test_a_place_with_a_mistake_is_refused(edit, amara, row):
    response = edit("work", **WORK | places(row))

    assert response.status_code == 422
    assert list(again(amara).affiliations.all()) == []


def test_more_places_than_anybody_would_read_are_refused(edit, amara):
    rows = places(*[("Lagos", "", "")] * 13)

    assert edit("work", **WORK | rows).status_code == 422
    assert list(again(amara).affiliations.all()) == []


def test_words_that_are_ticked_and_written_are_kept_once(edit, amara):
    edit("interests", interests=["simulation"], **{"interests-more": "#Simulation, Sepsis ,,"})

    assert [tag.tag for tag in again(amara).tags.all()] == ["sepsis", "simulation"]


def test_a_word_that_is_too_long_is_refused(edit, amara):
    response = edit("interests", **{"interests-more": "x" * 61})

    assert response.status_code == 422
    assert list(again(amara).tags.all()) == []


def test_half_days_and_exact_hours_become_spans_and_come_back(edit, signed_in, amara):
    edit(
        "hours",
        time_zone="Europe/London",
        week=["tue-morning", "tue-afternoon"],
        **{
            "week-day": ["tue", "sat"],
            "week-from": ["17:00", "22:00"],
            "week-until": ["18:30", "00:00"],
        },
    )

    spans = queries.free_spans(again(amara))
    assert spans == [Span("tue", 480, 1110), Span("sat", 1320, 1440)]
    shown = page(signed_in(amara).get("/you/profile/hours/"))
    assert 'value="tue-morning" aria-label="Tuesday, Morning" checked' in shown
    assert 'name="week-from" value="17:00"' in shown
    assert 'name="week-until" value="18:30"' in shown
    assert 'name="week-until" value="00:00"' in shown


@pytest.mark.parametrize(
    "row", [("tue", "18:00", "17:00"), ("tue", "noon", "17:00"), ("noday", "08:00", "09:00")]
)
def test_hours_that_cannot_be_read_are_refused(edit, amara, row):
    names = ("week-day", "week-from", "week-until")

    response = edit("hours", time_zone="UTC", **dict(zip(names, row, strict=True)))

    assert response.status_code == 422
    assert queries.free_spans(again(amara)) == []


def test_an_unknown_time_zone_is_refused(edit, amara):
    assert edit("hours", time_zone="../../etc/passwd").status_code == 422
    assert again(amara).time_zone == amara.time_zone


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "http://example.org/",
        "https://amara:secret@example.org/",
        "https://localhost/",
        "https://exa mple.org/",
        'https://example.org/"onmouseover="alert(1)',
        "https://",
        "//example.org",
        "ftp://example.org/",
    ],
)
def test_an_address_that_could_harm_is_refused(edit, amara, url):
    response = edit("links", **links(("Home", url)))

    assert response.status_code == 422
    assert list(again(amara).links.all()) == []


def test_an_address_in_other_letters_shows_what_it_is(edit, client, amara):
    edit("links", **links(("Apple", "https://аpple.com/")))  # the first letter is Cyrillic

    shown = page(client.get("/@amara_nwosu/"))
    assert 'href="https://xn--pple-43d.com/"' in shown
    assert '<span class="meta">xn--pple-43d.com</span>' in shown


def test_an_address_without_its_scheme_gets_one(edit, amara):
    edit("links", **links(("", "mastodon.example/@amara")))

    (link,) = again(amara).links.all()
    assert (link.label, link.url) == (
        "mastodon.example/@amara",
        "https://mastodon.example/@amara",
    )


def test_more_than_six_links_are_refused(edit, amara):
    rows = links(*[("Home", "https://example.org/")] * 7)

    edit("links", **rows)

    assert len(again(amara).links.all()) <= 6


def test_a_handle_moves_the_page(edit, client, amara):
    edit("handle", handle="@Amara_N")

    assert client.get("/@amara_n/").status_code == 200
    assert client.get("/@amara_nwosu/").status_code == 404


@pytest.mark.parametrize("handle", ["kwame_osei", "KWAME_OSEI", "two words", "ọmọ", "", "a" * 31])
def test_a_handle_that_cannot_be_is_refused(edit, amara, dr_osei, handle):
    assert edit("handle", handle=handle).status_code == 422
    assert queries.profile_by_handle("amara_nwosu").pk == amara.pk
    assert queries.profile_by_handle("kwame_osei").pk == dr_osei.pk


def test_nobody_edits_another_profile(amara, mallory, now):
    with pytest.raises(actions.NotYourProfile):
        actions.change_handle(profile=amara, handle="mine_now", by=mallory, now=now)

    assert queries.profile_by_handle("amara_nwosu") is not None
