"""Who passed a post on, and through whom."""

import html5lib
import pytest
from django.test import Client

from corridor.people.actions import ShieldWishes, block, follow, raise_shield
from corridor.posts.actions import boost_post
from corridor.posts.choices import Audience
from tests.posts.conftest import *  # noqa: F403 - pytest finds fixtures by name


@pytest.fixture
def noor(join):
    return join(handle="noor_haddad", display_name="Noor Haddad")


@pytest.fixture
def read():
    def page(client, post):
        text = client.get(f"/@{post.author.handle}/{post.pk}/boosts/").content.decode()
        html5lib.HTMLParser(strict=True).parse(text)
        return text.partition("<main")[2].partition("</main>")[0]

    return page


def test_it_says_through_whom_a_post_came(
    signed_in, says, dr_osei, amara, mallory, noor, read, now
):
    post = says(dr_osei)
    first = boost_post(post=post, by=amara, now=now)
    client = signed_in(noor)

    client.post(f"/posts/{post.pk}/boost/", {"via": first.pk})
    boost_post(post=post, by=mallory, now=now)

    page = read(Client(), post)
    assert page.count(f'through <a href="/@{amara.handle}/">{amara.display_name}</a>') == 1
    assert page.index(noor.display_name) < page.index(mallory.display_name)
    assert f'href="/@{dr_osei.handle}/{post.pk}/boosts/">3 boosts</a>' in post_page(client, post)


def test_whom_the_reader_does_not_see_is_not_named(
    signed_in, says, dr_osei, amara, mallory, noor, read, now
):
    post = says(dr_osei)
    hers = boost_post(post=post, by=mallory, now=now)
    boost_post(post=post, by=noor, now=now, via=hers.pk)
    block(blocker=amara, blocked=mallory, now=now)

    page = read(signed_in(amara), post)

    assert noor.display_name in page
    assert mallory.display_name not in page


def test_boosts_for_followers_are_told_to_them(
    signed_in, says, dr_osei, amara, mallory, noor, read, now
):
    post = says(dr_osei)
    follow(follower=amara, followed=noor, now=now)
    boost_post(post=post, by=noor, now=now, audience=Audience.FOLLOWERS)

    assert noor.display_name in read(signed_in(amara), post)
    assert "Nobody yet whom you see" in read(signed_in(mallory), post)
    assert "Nobody yet whom you see" in read(Client(), post)


@pytest.mark.parametrize(("hides", "status"), [(True, 404), (False, 200)])
def test_while_a_shield_hides_figures_nobody_counts_boosts(
    signed_in, says, dr_osei, amara, now, hides, status
):
    post = says(dr_osei)
    boost_post(post=post, by=amara, now=now)

    raise_shield(ShieldWishes(hides_counts=hides), profile=dr_osei, now=now)

    page = f"/@{dr_osei.handle}/{post.pk}/boosts/"
    assert [one.get(page).status_code for one in (Client(), signed_in(amara))] == [status, status]
    assert (page in post_page(Client(), post)) is not hides


def test_many_boosts_take_as_many_queries(
    signed_in, says, dr_osei, amara, join, now, django_assert_max_num_queries
):
    post = says(dr_osei)
    via = None
    for number in range(10):
        booster = join(handle=f"reader_{number}", display_name=f"Reader {number}")
        via = boost_post(post=post, by=booster, now=now, via=via).pk
    client = signed_in(amara)
    client.get("/home/")

    with django_assert_max_num_queries(12):
        assert client.get(f"/@{dr_osei.handle}/{post.pk}/boosts/").status_code == 200


def post_page(client, post):
    return client.get(f"/@{post.author.handle}/{post.pk}/").content.decode()
