"""A post as other sites show it."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from corridor.people.choices import Visibility
from corridor.posts.choices import Audience, Kind
from tests.posts.conftest import *  # noqa: F403 - pytest finds fixtures by name


@pytest.fixture
def embed(client, settings):
    def ask(post, **more):
        url = f"{settings.PUBLIC_URL}/@{post.author.handle}/{post.pk}/"
        return client.get("/api/oembed", {"url": url, **more})

    return ask


def test_it_is_a_quotation_with_whose_words_they_are(embed, says, dr_osei, settings):
    post = says(dr_osei, "Blocks & <b>nerves</b> #FirstGenMed")

    said = embed(post, maxwidth=300).json()

    assert (said["type"], said["version"], said["width"]) == ("rich", "1.0", 300)
    assert said["author_name"] == dr_osei.display_name
    assert said["author_url"] == f"{settings.PUBLIC_URL}/@{dr_osei.handle}/"
    assert "Blocks &amp; &lt;b&gt;nerves&lt;/b&gt;" in said["html"]
    assert f'href="{settings.PUBLIC_URL}/tags/firstgenmed/"' in said["html"]
    assert f'cite="{settings.PUBLIC_URL}/@{dr_osei.handle}/{post.pk}/"' in said["html"]


def test_what_stands_behind_a_content_note_stays_there(embed, says, dr_osei):
    said = embed(says(dr_osei, "What happened", content_note="A death on the ward")).json()

    assert "A death on the ward" in said["html"]
    assert "What happened" not in said["html"]


def test_it_is_kept_for_a_day_but_not_beyond_its_end(embed, says, dr_osei):
    soon = timezone.now() + timedelta(hours=1)

    assert embed(says(dr_osei)).json()["cache_age"] == 86_400
    assert 3_500 < embed(says(dr_osei, expires_at=soon)).json()["cache_age"] <= 3_600


@pytest.mark.parametrize("audience", [Audience.FOLLOWERS, Audience.VERIFIED, Audience.NAMED])
def test_what_visitors_do_not_read_is_not_there(audience, app, embed, says, dr_osei):
    post = says(dr_osei, f"For @{dr_osei.handle}", audience=audience)

    assert embed(post).status_code == 404
    own = app(dr_osei).get(f"/api/oembed?url=http://localhost/@{dr_osei.handle}/{post.pk}/")
    assert own.status_code == 404


def test_neither_are_stories_nor_posts_of_a_profile_for_members(embed, says, dr_osei, now):
    post = says(dr_osei)
    story = says(dr_osei, kind=Kind.STORY, expires_at=now + timedelta(days=3650))
    assert embed(story).status_code == 404

    dr_osei.visibility = Visibility.MEMBERS
    dr_osei.save(update_fields=["visibility"])

    assert embed(post).status_code == 404


@pytest.mark.parametrize(
    "url",
    ["", "nothing", "https://elsewhere.example/@dr_osei/1/", "http://localhost/@nobody/", "\x7f"],
)
def test_what_is_no_post_of_ours_is_not_there(url, client, db):
    assert client.get("/api/oembed", {"url": url}).status_code == 404


def test_the_page_of_a_post_leads_there_also_under_another_name(client, says, dr_osei, settings):
    settings.PUBLIC_URL = "https://corridor.example"
    post = says(dr_osei)
    page = client.get(f"/@{dr_osei.handle}/{post.pk}/").content.decode()

    found = re.search(r'type="application/json\+oembed" href="([^"]+)"', page)

    assert found is not None
    start, _server, path = found[1].partition("https://corridor.example")
    assert start == ""
    assert client.get(path).json()["author_name"] == dr_osei.display_name
