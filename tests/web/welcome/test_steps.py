"""The way in: three screens for a mentee, two for a mentor, one for a director."""

import html5lib
import pytest
from django.test import Client

from corridor.people import actions, queries
from corridor.people.choices import Kind

STEPS = ["choice", "now", "goals", "tags", "room", "hours", "programme"]
TIME = {"time_zone": "Europe/London", "week": ["tue-evening"]}


@pytest.fixture
def kofi(join):
    return join(handle="kofi", display_name="Kofi Mensah")


@pytest.fixture
def client(signed_in, kofi):
    return signed_in(kofi)


def page(response):
    return response.content.decode()


@pytest.mark.parametrize("step", STEPS)
def test_screens_are_html_without_mistakes(client, step):
    html5lib.HTMLParser(strict=True).parse(page(client.get(f"/welcome/{step}/")))


@pytest.mark.parametrize("path", ["/welcome/", "/welcome/now/"])
def test_a_visitor_signs_in_first(db, path):
    assert Client().get(path).url.startswith("/sign-in/")


def test_a_screen_that_does_not_exist_is_not_found(client):
    assert client.get("/welcome/riches/").status_code == 404
    assert client.post("/welcome/riches/skip/").status_code == 404


def test_a_mentee_reaches_suggestions_in_three_screens(client, kofi):
    assert client.get("/welcome/").url == "/welcome/choice/"
    assert client.post("/welcome/choice/", {"paths": ["seeks"]}).url == "/welcome/now/"
    now = {"display_name": "Kofi M.", "stage": "MS2", "specialty": "anaesthesiology"}
    assert client.post("/welcome/now/", now).url == "/welcome/goals/"
    goals = {"goals": ["specialty", "wards"], "goal": "Find my corner"}
    assert client.post("/welcome/goals/", goals).url == "/welcome/tags/"
    tags = TIME | {"interests": ["simulation"], "languages": ["twi"]}
    assert client.post("/welcome/tags/", tags).url == "/mentors/"

    kofi.refresh_from_db()
    assert (kofi.display_name, kofi.stage) == ("Kofi M.", "MS2")
    assert kofi.time_zone == "Europe/London"
    wishes = {wish.kind: wish for wish in kofi.wishes.all()}
    assert wishes[Kind.MENTORSHIP].goal == "Find my corner"
    assert [one.topic for one in wishes[Kind.COACHING].topics.all()] == ["confidence on the wards"]
    assert {tag.tag for tag in kofi.tags.all()} == {"simulation", "twi"}


def test_a_mentor_says_what_she_offers_in_two_screens(client, kofi):
    assert client.post("/welcome/choice/", {"paths": ["gives"]}).url == "/welcome/room/"
    room = {"stage": "ATT", "capacity": "2", "topics": ["publishing"]}
    assert client.post("/welcome/room/", room).url == "/welcome/hours/"
    assert client.post("/welcome/hours/", TIME | {"not_for": "visas"}).url == f"/@{kofi.handle}/"

    offer = kofi.offers.get()
    assert (offer.kind, offer.capacity, offer.not_for) == (Kind.MENTORSHIP, 2, "visas")
    assert [topic.topic for topic in offer.topics.all()] == ["publishing"]


def test_a_director_has_one_screen(client, kofi):
    assert client.post("/welcome/choice/", {"paths": ["directs"]}).url == "/welcome/programme/"
    assert client.post("/welcome/programme/", {"institution": "Severnside"}).url == "/you/"

    kofi.refresh_from_db()
    assert kofi.institution == "Severnside"


def test_what_somebody_comes_for_can_be_combined(client):
    client.post("/welcome/choice/", {"paths": ["gives", "seeks"]})

    assert queries.way_in(queries.profile_by_handle("kofi")).steps == [
        "choice",
        "now",
        "goals",
        "tags",
        "room",
        "hours",
    ]


def test_every_screen_can_be_skipped_and_nothing_is_changed(client, kofi):
    client.post("/welcome/choice/", {"paths": ["seeks"]})
    urls = [client.post(f"/welcome/{step}/skip/").url for step in ("now", "goals", "tags")]

    assert urls == ["/welcome/goals/", "/welcome/tags/", "/mentors/"]
    kofi.refresh_from_db()
    assert (kofi.stage, kofi.wishes.count(), kofi.tags.count()) == ("", 0, 0)


def test_by_keyboard_fields_come_first_then_onwards_then_back_then_skip(client):
    client.post("/welcome/choice/", {"paths": ["seeks"]})
    shown = page(client.get("/welcome/goals/"))

    order = ['name="goals"', 'name="goal"', "Next", "</form>", "Back", "<form", "Skip this"]
    found = shown.index("<h1")
    for words in order:
        found = shown.index(words, found)


def test_stages_are_offered_in_the_order_of_the_ladder(client):
    shown = page(client.get("/welcome/now/"))

    ladder = [
        "Before medical school",
        "Medical school applicant",
        "Medical student<",
        "Medical student, year 1",
        "Medical student, year 2",
        "Medical student, research or second degree",
        "Medical student, year 3",
        "Medical student, final years",
        "Residency applicant",
        "Intern, PGY-1",
        "Resident<",
        "Resident, PGY-2",
        "Resident, PGY-3",
        "Senior resident, PGY-4",
        "Chief resident",
        "Fellow",
        "Early-career attending",
        "Attending or consultant",
        "Full professor",
        "Outside clinical training",
    ]
    places = [shown.index(f">{stage}") for stage in ladder]
    assert places == sorted(places)


def test_the_way_in_goes_on_where_it_was_left(client, signed_in, kofi):
    client.post("/welcome/choice/", {"paths": ["seeks"]})
    client.post("/welcome/now/skip/")

    assert signed_in(kofi).get("/welcome/").url == "/welcome/goals/"


def test_whoever_is_through_is_not_kept(client):
    client.post("/welcome/choice/skip/")

    assert client.get("/welcome/").url == "/you/"


@pytest.mark.parametrize(
    ("step", "wrong"),
    [
        ("choice", {}),
        ("choice", {"paths": ["rules"]}),
        ("now", {"display_name": ""}),
        ("now", {"display_name": "Kofi", "stage": "WIZARD"}),
        ("goals", {"goals": ["riches"]}),
        ("goals", {"goals": ["specialty", "wards", "life", "research"]}),
        ("tags", {"time_zone": "Mars/Olympus"}),
        ("room", {"capacity": "21"}),
        ("hours", TIME | {"not_for": "x" * 201}),
    ],
)
def test_a_mistake_is_named_and_nothing_is_kept(client, kofi, step, wrong):
    response = client.post(f"/welcome/{step}/", wrong)

    assert response.status_code == 422
    assert "Not kept yet" in page(response)
    assert kofi.onboarding_steps.count() == 0
    assert (kofi.offers.count(), kofi.wishes.count()) == (0, 0)


def test_the_way_in_leaves_other_offers_and_wishes_as_they_are(client, kofi):
    sponsorship = actions.NewOffer(kind=Kind.SPONSORSHIP, capacity=4, topics=("invited talks",))
    actions.set_offers(profile=kofi, offers=[sponsorship], by=kofi)
    wish = actions.NewWish(kind=Kind.COACHING, topics=("speaking",), goal="Slower")
    actions.set_wishes(profile=kofi, wishes=[wish], by=kofi)

    client.post("/welcome/room/", {"capacity": "1"})
    client.post("/welcome/goals/", {"goals": ["specialty"]})

    assert kofi.offers.get(kind=Kind.SPONSORSHIP).capacity == 4
    assert kofi.wishes.get(kind=Kind.COACHING).goal == "Slower"
    assert kofi.wishes.filter(kind=Kind.MENTORSHIP).exists()


def test_nobody_chooses_for_another(kofi, mallory, now):
    with pytest.raises(actions.NotYourProfile):
        actions.choose_paths(profile=kofi, paths=["seeks"], by=mallory, now=now)
    with pytest.raises(actions.NotYourProfile):
        actions.pass_step(profile=kofi, step="now", was_skipped=True, by=mallory, now=now)

    assert kofi.onboarding_steps.count() == 0


@pytest.mark.parametrize("paths", [["rules"], ["seeks", "now"]])
def test_only_what_there_is_can_be_chosen(kofi, now, paths):
    with pytest.raises(actions.NoSuchStep):
        actions.choose_paths(profile=kofi, paths=paths, by=kofi, now=now)

    assert kofi.onboarding_steps.count() == 0
