"""The pages that are there for everybody, with and without a browser's help."""

import re

import html5lib
import pytest
from django.test import Client

from corridor.people import actions
from corridor.people.actions import verifying
from corridor.safety.actions import appoint_moderator
from corridor.safety.choices import Queue

VISITOR_PAGES = ["/", "/about/", "/how-matching-works/", "/sign-in/"]
MEMBER_PAGES = ["/", "/how-matching-works/", "/you/"]


@pytest.fixture
def visitor(db):
    del db
    return Client()


def parse(response):
    return html5lib.HTMLParser(strict=True).parse(response.content.decode())


@pytest.mark.parametrize("path", VISITOR_PAGES)
def test_pages_for_visitors_are_html_without_mistakes(visitor, path):
    response = visitor.get(path)

    assert response.status_code == 200
    parse(response)


@pytest.mark.parametrize("path", MEMBER_PAGES)
def test_pages_for_members_are_html_without_mistakes(signed_in, amara, path):
    response = signed_in(amara).get(path)

    assert response.status_code == 200
    parse(response)


def test_a_visitor_is_told_what_corridor_is(visitor):
    assert "Mentoring in medicine happens in the corridor" in visitor.get("/").content.decode()


def test_a_page_about_oneself_asks_a_visitor_to_sign_in(visitor):
    response = visitor.get("/you/")

    assert response.status_code == 302
    assert response.url == "/sign-in/?next=/you/"


@pytest.mark.parametrize(
    ("came_from", "comes_back_to"),
    [
        ("http://testserver/mentors/?topic=money", "/mentors/?topic=money"),
        ("https://elsewhere.example/mentors/", "/"),
        ("", "/"),
    ],
)
def test_who_sent_a_form_and_must_sign_in_comes_back_to_the_page_it_was_on(
    visitor, amara, came_from, comes_back_to
):
    asked = visitor.post(f"/@{amara.handle}/follow/", headers={"referer": came_from})
    back = visitor.post(
        asked.url, {"login": "amara_nwosu@example.org", "password": "corridor-conversation"}
    )

    assert back.url == comes_back_to


def test_signing_in_works_whatever_the_case_of_the_address(visitor, amara):
    form = {"login": "Amara_Nwosu@Example.org", "password": "corridor-conversation"}

    response = visitor.post("/sign-in/", form, follow=True)

    assert "Amara Nwosu" in response.content.decode()


def test_a_wrong_password_is_refused_in_words(visitor, amara):
    response = visitor.post("/sign-in/", {"login": "amara_nwosu@example.org", "password": "guess"})

    assert "No account has this e-mail and password." in response.content.decode()
    assert "_auth_user_id" not in visitor.session


def test_signing_out_forgets_the_viewer(signed_in, amara):
    client = signed_in(amara)

    client.post("/sign-out/")

    assert client.get("/you/").status_code == 302


def test_the_profile_shows_what_others_know(signed_in, amara):
    page = signed_in(amara).get("/you/").content.decode()

    assert "Medical student, year 3" in page
    assert "Severnside Medical School" in page


def test_what_helps_against_attacks_is_one_group_and_work_is_shown_to_whom_it_is_for(
    signed_in, amara
):
    page = signed_in(amara).get("/you/").content.decode()

    attacked = page.split("If you are attacked</h2>")[1].split("</section>")[0]
    for path in ("shield", "incidents", "helpers", "flags", "decisions"):
        assert f'href="/you/{path}/"' in attacked
    assert "What you do for this place" not in page


def test_whatever_concerns_mentoring_is_one_group(signed_in, amara):
    page = signed_in(amara).get("/you/").content.decode()

    group = page.split("Mentoring and programmes</h2>")[1].split("</section>")[0]
    assert re.findall(r'<a href="([^"]+)"', group) == [
        "/mentoring/",
        "/meetings/",
        "/you/plan/",
        "/mentoring/map/",
        "/circles/",
        "/office-hours/",
        "/first-contact/",
        "/you/applications/",
        "/matches/",
    ]


def test_the_theme_is_kept_and_the_visitor_comes_back(visitor):
    response = visitor.post("/theme/", {"theme": "dark", "next": "/how-matching-works/"})

    assert response.url == "/how-matching-works/"
    assert 'data-theme="dark"' in visitor.get("/").content.decode()


def test_choosing_a_theme_never_leads_to_another_site(visitor):
    response = visitor.post("/theme/", {"theme": "dark", "next": "https://mallory.example/"})

    assert response.url == "/"


def test_an_unknown_theme_is_refused(visitor):
    response = visitor.post("/theme/", {"theme": "plaid"})

    assert response.status_code == 400
    assert "theme" not in response.cookies


def test_a_missing_page_says_so_in_words(visitor):
    response = visitor.get("/nowhere/")

    assert response.status_code == 404
    assert "There is no page here" in response.content.decode()
    parse(response)


def test_a_form_without_its_token_is_refused_in_words(amara):
    client = Client(enforce_csrf_checks=True)

    response = client.post("/sign-in/", {"login": "amara_nwosu@example.org"})

    assert response.status_code == 403
    assert "This form has expired" in response.content.decode()


def test_browsers_load_nothing_but_our_own_files(visitor):
    policy = visitor.get("/").headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_the_house_rules_are_a_step_away_before_and_after_joining(visitor, amara, settings):
    settings.RULES = ["Be kind.", "Ask before you screenshot <b>."]
    settings.CONTACT_HANDLE, settings.CONTACT_EMAIL = amara.handle, "desk@corridor.example"

    page = visitor.get("/about/").content.decode()

    assert "<li>Be kind.</li><li>Ask before you screenshot &lt;b&gt;.</li>" in page
    assert 'href="/@amara_nwosu/"' in page
    assert "mailto:desk@corridor.example" in page
    for path in ("/join/", "/join/passkey/"):
        assert 'href="/about/#rules"' in visitor.get(path).content.decode()
    assert '<a href="/about/">About and house rules</a>' in visitor.get("/").content.decode()


def test_where_no_rules_are_written_that_is_said(visitor, settings):
    settings.RULES = []

    assert "have written down no rules" in visitor.get("/about/").content.decode()


def test_a_home_screen_is_told_what_this_is(visitor, settings):
    answer = visitor.get("/manifest.webmanifest")

    said = answer.json()
    assert answer["Content-Type"] == "application/manifest+json"
    assert (said["name"], said["start_url"], said["display"]) == ("Corridor", "/", "standalone")
    assert {icon["sizes"] for icon in said["icons"]} == {"any", "192x192", "512x512"}
    assert "maskable" in {icon["purpose"] for icon in said["icons"]}


def test_the_navigation_marks_where_one_is(visitor):
    page = visitor.get("/how-matching-works/").content.decode()

    assert '<a href="/how-matching-works/" aria-current="page">' in page


def test_every_place_marks_the_navigation(signed_in, amara):
    """On wide screens one, on phones the place that it is a step away from."""
    marked = {
        "/": ["/"],
        "/home/": ["/"],
        "/public/": ["/"],
        "/tags/foamed/": ["/"],
        "/your-hashtags/": ["/"],
        "/bookmarks/": ["/"],
        "/tutorials/": ["/", "/tutorials/"],
        "/mentors/": ["/mentors/"],
        "/role-models/": ["/mentors/"],
        "/mentoring/": ["/mentors/", "/mentoring/"],
        "/matches/": ["/mentors/", "/mentoring/"],
        "/circles/": ["/mentors/", "/mentoring/"],
        "/office-hours/": ["/mentors/", "/mentoring/"],
        "/search/": ["/search/"],
        "/compose/": ["/compose/"],
        "/compose/thread/": ["/compose/"],
        "/programmes/": ["/programmes/"],
        "/notifications/": ["/notifications/"],
        "/notifications/settings/": ["/notifications/"],
        "/messages/": ["/notifications/", "/messages/"],
        "/conversations/": ["/notifications/", "/messages/"],
        "/you/": ["/you/"],
        "/you/drafts/": ["/you/"],
        "/@amara_nwosu/": ["/you/"],
        "/how-matching-works/": [],
    }
    client = signed_in(amara)

    def shown(path):
        page = client.get(path, follow=True).content.decode()
        places = page.partition('<ul class="nav-list">')[2].partition("</ul>")[0]
        return re.findall(r'<a href="([^"]+)"[^>]* aria-current="(?:page|true)"', places)

    assert {path: shown(path) for path in marked} == marked


def test_a_page_for_a_member_reads_session_account_and_profile_and_no_more(
    signed_in, amara, django_assert_num_queries
):
    client = signed_in(amara)

    with django_assert_num_queries(3):
        client.get("/how-matching-works/")


def test_places_for_operators_and_reviewers_are_shown_to_them_alone(
    signed_in, amara, dr_osei, mallory, prof_lindqvist, now
):
    actions.make_operator(email="ingrid_lindqvist@example.org")
    verifying.appoint_reviewer(dr_osei, now=now)
    appoint_moderator(mallory, queues=[Queue.SPAM], now=now)
    places = ["/joining/admissions/", "/operate/", "/desk/verification/", "/queue/"]

    def shown_to(somebody):
        page = signed_in(somebody).get("/you/").content.decode()
        return [place for place in places if f'href="{place}"' in page]

    assert shown_to(prof_lindqvist) == ["/joining/admissions/", "/operate/"]
    assert shown_to(dr_osei) == ["/desk/verification/"]
    assert shown_to(mallory) == ["/queue/"]
    assert shown_to(amara) == []
