import pytest

from corridor.people import actions
from corridor.people.actions import NewOffer
from corridor.people.models import Awaiting, Dismissal


def page(client, path="/mentors/"):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_a_visitor_sees_who_has_room_and_how_much(client, osei):
    del osei
    shown = page(client)

    assert "Dr Kwame Osei" in shown
    assert "Room for 1 of 2" in shown
    assert "Not for me" not in shown


def test_a_member_sees_why_each_is_shown(signed_in, osei, wishing_amara):
    del osei
    shown = page(signed_in(wishing_amara))

    assert "Helps with <b>1 of 2</b>: first research project" in shown
    assert "Same specialty" in shown
    assert "Outside your institution" in shown
    assert "A poster" in shown


def test_words_and_filters_are_in_the_address(signed_in, osei, amara):
    del osei
    client = signed_in(amara)

    assert "Dr Kwame Osei" in page(client, "/mentors/?q=osei&language=Twi&replies=7&above=far")
    assert "Dr Kwame Osei" not in page(client, "/mentors/?q=osei&language=Welsh")
    assert "Dr Kwame Osei" not in page(client, "/mentors/?kind=coach")


def test_an_address_goes_without_what_was_left_empty(client, db):
    del db
    answer = client.get("/mentors/?q=osei&kind=&topic=")

    assert answer["Location"] == "/mentors/?q=osei"
    assert client.get("/mentors/?q=")["Location"] == "/mentors/"


def test_what_cannot_be_read_is_said_and_asks_nothing(client, osei):
    del osei
    shown = page(client, "/mentors/?kind=guru&replies=x&overlap=-1&after=2026-99-99.x.y&q=osei")

    assert "Dr Kwame Osei" in shown
    assert "guru is not one of the available choices" in shown


@pytest.mark.parametrize(
    "after", ["x", "2026-03-20", "2026-03-20.-1.5", "9999-12-31.1.1", f"2026-03-20.{10**40}.1"]
)
def test_a_place_in_the_list_that_nobody_was_given_is_the_first_page(client, osei, after):
    del osei
    assert "Dr Kwame Osei" in page(client, f"/mentors/?after={after}")


def test_shared_experience_finds_whoever_shows_it_and_only_for_members(
    client, signed_in, osei, amara, say, agree
):
    say(osei, audience="public", way=["img"])
    agree(osei, "display")
    member = signed_in(amara)

    assert "Dr Kwame Osei" in page(member, "/mentors/?experience=way.img")
    assert "Nobody found" in page(member, "/mentors/?experience=way.career-changer")
    shown_to_visitors = page(client, "/mentors/?experience=way.img")
    assert "Only members who are signed in search by shared experience." in shown_to_visitors
    assert "graduate" not in shown_to_visitors


def test_whoever_is_found_by_an_experience_can_read_who_searched(
    client, signed_in, osei, amara, say, agree
):
    say(osei, audience="public", way=["img"])
    agree(osei, "display")
    member = signed_in(amara)

    page(client, "/mentors/?experience=way.img")
    page(member, "/mentors/?experience=way.career-changer")
    page(member, "/mentors/?q=osei")
    assert not osei.accesses.filter(deed="found").exists()

    page(member, "/mentors/?experience=way.img")
    page(member, "/mentors/?experience=way.img&q=osei")

    assert [(access.deed, access.by) for access in osei.accesses.filter(deed="found")] == [
        ("found", amara)
    ]
    assert "Found the profile by a lived experience" in page(signed_in(osei), "/you/access-log/")


def test_visitors_of_one_network_wait_when_they_ask_very_often(
    client, signed_in, osei, amara, monkeypatch
):
    del osei
    monkeypatch.setattr("corridor.web.mentors.finding.MOST_A_MINUTE", 2)
    for _ in range(2):
        page(client)

    answer = client.get("/mentors/")

    assert answer.status_code == 429
    assert "Dr Kwame Osei" not in answer.content.decode()
    assert "Dr Kwame Osei" in page(signed_in(amara))


def test_hostile_words_stay_words(client, osei):
    actions.set_interests(profile=osei, interests=["<script>alert(1)</script>"], by=osei)

    shown = page(client, "/mentors/?q=<script>alert(1)</script>&topic=%22%3E%3Ci%3E")

    assert "<script>alert" not in shown
    assert '"><i>' not in shown


def test_without_anybody_the_page_says_what_to_do(client, db):
    del db
    shown = page(client, "/mentors/?q=nobody")

    assert "Nobody found" in shown
    assert "Take all filters away" in shown


def test_whoever_looks_for_herself_is_told_why_she_is_not_there(client, signed_in, osei):
    alone = page(signed_in(osei), "/mentors/?q=kwame+osei")

    assert "Nobody but you" in alone
    assert "/@kwame_osei/?as=member" in alone
    assert "Nobody but you" not in page(signed_in(osei), "/mentors/?q=nobody")
    assert "Dr Kwame Osei" in page(client, "/mentors/?q=kwame+osei")


def test_all_pages_together_show_everybody_once(client, join, present):
    for number in range(45):
        present(join(handle=f"mentor_{number}", display_name=f"Mentor {number:02}"))

    seen, path = [], "/mentors/"
    while path:
        response = client.get(path)
        seen += [card.profile.handle for card in response.context["cards"]]
        path = response.context["following"] and "/mentors/" + response.context["following"]

    assert len(seen) == 45
    assert len(set(seen)) == 45


def test_not_for_me_sets_aside_and_undo_brings_back(signed_in, osei, amara):
    client = signed_in(amara)

    answer = client.post("/mentors/kwame_osei/dismissal/", {"back": "q=osei"}, follow=True)
    assert answer.redirect_chain == [("/mentors/?q=osei", 302)]
    assert "is not suggested to you any more" in answer.content.decode()
    assert "1 person you set aside" in answer.content.decode()
    assert Dismissal.objects.filter(by=amara, mentor=osei).exists()

    answer = client.post("/mentors/kwame_osei/dismissal/end/", follow=True)
    assert "Room for 1 of 2" in answer.content.decode()


def test_who_is_full_can_be_waited_for(signed_in, osei, wishing_amara):
    full = NewOffer(kind="mentor", capacity=1, carries=1)
    actions.set_offers(profile=osei, offers=[full], by=osei)
    client = signed_in(wishing_amara)
    assert "Tell me when there is room" in page(client, "/mentors/?full=on")

    answer = client.post("/mentors/kwame_osei/awaiting/", follow=True)
    assert "You want to be told of" in answer.content.decode()
    assert "Good fits without room today" not in answer.content.decode()
    assert Awaiting.objects.filter(by=wishing_amara, mentor=osei).exists()

    client.post("/mentors/kwame_osei/awaiting/end/")
    assert not Awaiting.objects.exists()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/mentors/kwame_osei/dismissal/end/", "was not set aside"),
        ("/mentors/kwame_osei/awaiting/", "has room now"),
        ("/mentors/kwame_osei/awaiting/end/", "did not wait"),
        ("/mentors/amara_nwosu/dismissal/", "not suggested to yourself"),
    ],
)
def test_a_refusal_is_a_sentence_and_changes_nothing(signed_in, osei, amara, path, said):
    del osei
    answer = signed_in(amara).post(path, follow=True)

    assert said in answer.content.decode()
    assert not Awaiting.objects.exists()
    assert not Dismissal.objects.exists()


def test_somebody_kept_apart_is_not_there_to_be_waited_for(signed_in, osei, mallory, now):
    actions.block(blocker=osei, blocked=mallory, now=now)

    assert signed_in(mallory).post("/mentors/kwame_osei/awaiting/").status_code == 404
    assert signed_in(mallory).post("/mentors/nobody/dismissal/").status_code == 404


def test_the_way_back_never_leaves_the_directory(signed_in, osei, amara):
    del osei
    answer = signed_in(amara).post(
        "/mentors/kwame_osei/dismissal/", {"back": "//evil.example/?q=1\r\nX: y"}
    )

    assert answer["Location"].startswith("/mentors/?")
    assert "\r" not in answer["Location"]


def test_visitors_sign_in_before_they_say_anything(client, osei):
    del osei
    answer = client.post("/mentors/kwame_osei/dismissal/")

    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/")
    assert not Dismissal.objects.exists()


@pytest.mark.parametrize(("path", "queries"), [("/mentors/", 8), ("/mentors/?q=dr&kind=mentor", 9)])
def test_the_first_page_takes_at_most_ten_queries_however_many_there_are(
    signed_in, osei, wishing_amara, join, present, django_assert_num_queries, path, queries
):
    del osei
    client = signed_in(wishing_amara)
    for round_of_people in range(2):
        for number in range(6):
            mentor = join(handle=f"dr_{round_of_people}_{number}", display_name=f"Dr {number}")
            present(mentor, carries=number % 2, topics=("publishing",))
        client.get(path)  # reads what changed

        with django_assert_num_queries(queries):
            client.get(path)


def test_the_first_page_weighs_little(signed_in, wishing_amara, join, present):
    for number in range(30):
        mentor = join(handle=f"dr_{number}", display_name=f"Dr Number {number}")
        present(mentor, topics=("publishing",))

    client = signed_in(wishing_amara)

    assert len(page(client)) < 90_000
    assert len(client.get("/mentors/", headers={"Accept-Encoding": "gzip"}).content) < 15_000


def test_role_models_are_shown_with_their_words(client, dr_osei):
    assert "Nobody is shown without having chosen to." in page(client, "/role-models/")

    actions.show_in_gallery(profile=dr_osei, words="Ask <b>twice</b>.", by=dr_osei)
    shown = page(client, "/role-models/")

    assert "Ask &lt;b&gt;twice&lt;/b&gt;." in shown
    assert "Northern Fells University Hospital" in shown
    assert "Dr Kwame Osei" in page(client, "/role-models/?stage=consultants&page=x")
    assert "Dr Kwame Osei" not in page(client, "/role-models/?stage=students")


def test_a_role_model_of_another_name_does_not_tell_where_she_works(client, dr_osei):
    dr_osei.is_pseudonymous = True
    dr_osei.save(update_fields=["is_pseudonymous"])
    actions.show_in_gallery(profile=dr_osei, words="Ask twice.", by=dr_osei)

    assert "Northern Fells" not in page(client, "/role-models/")


def test_somebody_previews_shows_and_takes_back_her_own_words(signed_in, amara):
    client = signed_in(amara)

    preview = client.post("/you/role-model/", {"words": "Ask twice.", "deed": "preview"})
    assert "How it would look" in preview.content.decode()
    amara.refresh_from_db()
    assert amara.in_gallery is False

    client.post("/you/role-model/", {"words": "Ask twice.", "deed": "show"})
    assert "Ask twice." in page(client, "/role-models/")

    client.post("/you/role-model/", {"deed": "leave"})
    assert "Ask twice." not in page(client, "/role-models/")


def test_no_words_no_role_model(signed_in, amara):
    answer = signed_in(amara).post("/you/role-model/", {"words": " ", "deed": "show"})

    assert answer.status_code == 422
    amara.refresh_from_db()
    assert amara.in_gallery is False


def test_the_gallery_takes_few_queries(client, dr_osei, django_assert_num_queries):
    actions.show_in_gallery(profile=dr_osei, words="Ask twice.", by=dr_osei)

    with django_assert_num_queries(2):
        client.get("/role-models/")
