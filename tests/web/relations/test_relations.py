"""What people do about each other, over HTTP."""

import html5lib
import pytest
from django.test import Client

from corridor.people import actions, queries
from corridor.people.choices import EvaluationKind, Visibility

PAGES = [
    "/you/following/",
    "/you/followers/",
    "/you/followers/requests/",
    "/you/lists/",
    "/you/blocked/",
    "/you/evaluators/",
    "/you/privacy/",
]


@pytest.fixture
def client(signed_in, amara):
    return signed_in(amara)


@pytest.fixture
def apart(amara, now):
    def of(viewer=amara):
        return queries.kept_from(viewer, today=now.date())

    return of


@pytest.mark.parametrize("path", PAGES)
def test_pages_about_others_are_html_without_mistakes(client, path):
    response = client.get(path)

    assert response.status_code == 200
    html5lib.HTMLParser(strict=True).parse(response.content.decode())


@pytest.mark.parametrize("path", PAGES)
def test_visitors_sign_in_first(db, path):
    del db
    assert Client().get(path).headers["Location"].startswith("/sign-in/")


def test_she_follows_somebody_and_stops_again(client, amara, dr_osei):
    followed = client.post("/@kwame_osei/follow/", follow=True).text

    assert "You follow Dr Kwame Osei." in followed
    assert [follow.followed for follow in queries.following(amara)] == [dr_osei]

    client.post("/@kwame_osei/follow/end/")

    assert list(queries.following(amara)) == []


def test_a_request_is_answered_on_its_page(signed_in, amara, mallory, now):
    actions.set_privacy(
        profile=amara,
        settings=actions.PrivacySettings(
            visibility=Visibility.PUBLIC,
            is_listed=True,
            is_pseudonymous=False,
            approves_followers=True,
        ),
        by=amara,
        now=now,
    )
    signed_in(mallory).post("/@amara_nwosu/follow/")
    client = signed_in(amara)
    assert "Mallory Crane" in client.get("/you/followers/requests/").text

    page = client.post("/@mallory_crane/following-you/", follow=True).text

    assert "Mallory Crane follows you now." in page
    assert [follow.follower for follow in queries.followers(amara)] == [mallory]


def test_a_block_is_found_and_lifted_on_its_page(client, mallory, apart):
    blocked = client.post("/@mallory_crane/block/", follow=True).text

    assert "Lift the block" in blocked
    assert apart() == {mallory.pk}

    client.post("/@mallory_crane/block/end/")

    assert apart() == set()


def test_nobody_follows_who_blocked_her(signed_in, amara, mallory, now):
    actions.block(blocker=amara, blocked=mallory, now=now)

    response = signed_in(mallory).post("/@amara_nwosu/follow/")

    assert response.status_code == 404
    assert list(queries.followers(amara)) == []


def test_there_is_nobody_behind_a_handle_that_nobody_has(client):
    for deed in ("follow", "block", "mute"):
        assert client.post(f"/@nobody_here/{deed}/").status_code == 404


def test_a_mute_can_last_a_week(client, amara, mallory):
    client.post("/@mallory_crane/mute/", {"days": "7"})

    page = client.get("/you/blocked/").text

    assert "until" in page
    assert "Unmute" in page


def test_the_way_back_is_a_page_of_ours(client, dr_osei):
    del dr_osei
    ours = client.post("/@kwame_osei/follow/", {"next": "/you/lists/"})
    theirs = client.post("/@kwame_osei/follow/end/", {"next": "https://evil.example/"})

    assert ours.headers["Location"] == "/you/lists/"
    assert theirs.headers["Location"] == "/you/following/"


def test_an_evaluator_is_named_and_only_she_reads_of_it(client, signed_in, dr_osei, apart):
    page = client.post(
        "/you/evaluators/",
        {"handle": "@Kwame_Osei", "kind": EvaluationKind.EVALUATES_ME.value},
        follow=True,
    ).text

    assert "You and Dr Kwame Osei are kept apart here." in page
    assert apart() == {dr_osei.pk}
    assert "Amara" not in signed_in(dr_osei).get("/you/evaluators/").text


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"handle": "nobody_here"}, "Nobody here has this handle."),
        ({"handle": "amara_nwosu"}, "That is you."),
        ({"kind": "friend"}, "Select a valid choice."),
        ({"ends_on": "2001-01-01"}, "Choose a day to come."),
        ({"ends_on": "soon"}, "Enter a valid date."),
    ],
)
def test_what_is_wrong_with_a_declaration_is_said_at_its_field(
    client, dr_osei, apart, form, sentence
):
    del dr_osei
    right = {"handle": "kwame_osei", "kind": EvaluationKind.EVALUATES_ME.value}

    response = client.post("/you/evaluators/", right | form)

    assert response.status_code == 422
    assert sentence in response.text
    assert apart() == set()


def test_nobody_ends_a_declaration_of_somebody_else(signed_in, amara, dr_osei, now, apart):
    declared = actions.declare_evaluation(
        profile=amara, other=dr_osei, kind=EvaluationKind.EVALUATES_ME, now=now
    )

    response = signed_in(dr_osei).post(f"/you/evaluators/{declared.pk}/end/")

    assert response.status_code == 404
    assert apart() == {dr_osei.pk}


def test_a_list_is_made_filled_renamed_and_ended(client, amara, dr_osei, now):
    client.post("/you/lists/", {"title": "Blocks & echo"})
    kept = queries.lists(amara).get()
    client.post(f"/you/lists/{kept.pk}/people/", {"handle": "kwame_osei"})
    told = {"title": "Teachers", "replies": "followed", "is_exclusive": "on"}
    client.post(f"/you/lists/{kept.pk}/", told)

    page = client.get(f"/you/lists/{kept.pk}/").text

    assert "Teachers" in page
    assert "Dr Kwame Osei" in page

    client.post(f"/you/lists/{kept.pk}/people/end/", {"handle": "kwame_osei"})
    assert list(queries.people_on_list(kept, today=now.date())) == []
    kept.refresh_from_db()
    assert (kept.replies, kept.is_exclusive) == ("followed", True)
    client.post(f"/you/lists/{kept.pk}/end/")
    assert list(queries.lists(amara)) == []


def test_a_list_of_somebody_else_is_not_there(signed_in, amara, mallory):
    kept = actions.make_list(owner=amara, title="Mine")
    client = signed_in(mallory)

    assert client.get(f"/you/lists/{kept.pk}/").status_code == 404
    assert client.post(f"/you/lists/{kept.pk}/end/").status_code == 404
    assert queries.lists(amara).count() == 1


def test_privacy_is_kept_as_chosen_and_nothing_else_changes(client, amara):
    client.post(
        "/you/privacy/",
        {
            "visibility": "members",
            "approves_followers": "on",
            "is_searchable": "on",
            "display_name": "Somebody else",
        },
    )

    amara.refresh_from_db()
    assert (amara.visibility, amara.is_listed) == ("members", False)
    assert (amara.approves_followers, amara.is_searchable) == (True, True)
    assert amara.display_name == "Amara Nwosu"


def test_names_are_shown_as_text_whatever_is_in_them(client, join, amara):
    hostile = join(handle="hostile", display_name="<script>alert(1)</script>")
    client.post("/@hostile/follow/")

    page = client.get("/you/following/").text

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    assert hostile.display_name


@pytest.mark.parametrize(
    "deed", ["follow/end", "following-you", "following-you/end", "mute/end", "block/end"]
)
@pytest.mark.parametrize("how", ["block", "evaluation"])
def test_a_deed_does_not_tell_who_keeps_away_from_a_handle_that_is_free(
    signed_in, amara, mallory, now, deed, how
):
    if how == "block":
        actions.block(blocker=amara, blocked=mallory, now=now)
    else:
        actions.declare_evaluation(
            profile=amara, other=mallory, kind=EvaluationKind.EVALUATES_ME, now=now
        )
    client = signed_in(mallory)

    hidden = client.post(f"/@{amara.handle}/{deed}/", follow=True)
    free = client.post(f"/@nobody_at_all/{deed}/", follow=True)

    assert hidden.redirect_chain == free.redirect_chain
    assert "Nothing to change" in hidden.text
    assert "Nothing to change" in free.text
    assert amara.display_name not in hidden.text


@pytest.mark.parametrize("page", ["/you/following/", "/you/followers/", "/you/lists/{list}/"])
def test_who_leaves_is_gone_from_the_pages_of_others_at_once(client, amara, dr_osei, now, page):
    actions.follow(follower=amara, followed=dr_osei, now=now)
    actions.follow(follower=dr_osei, followed=amara, now=now)
    kept = actions.make_list(owner=amara, title="Teachers")
    actions.put_on_list(kept=kept, profile=dr_osei, by=amara, today=now.date())
    path = page.format(list=kept.pk)
    assert dr_osei.display_name in client.get(path).text

    actions.ask_to_leave(profile=dr_osei, by=dr_osei, now=now)

    assert dr_osei.display_name not in client.get(path).text
