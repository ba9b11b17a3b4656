"""Mastodon.py signs in, reads and writes: https://mastodonpy.readthedocs.io"""

import mastodon
import pytest

from corridor.people.actions import follow
from corridor.posts.actions import NewPost, publish_post

SCOPES = ["read", "write", "follow", "push"]


@pytest.fixture
def let_in(server, consent):
    """The library after somebody went all the way with it."""

    def of(profile, scopes=SCOPES):
        client_id, client_secret = mastodon.Mastodon.create_app(
            "Pocket", api_base_url=server, scopes=scopes, website="https://pocket.example"
        )
        app = mastodon.Mastodon(client_id, client_secret, api_base_url=server)
        url = app.auth_request_url(scopes=scopes, state="kept", allow_http=True)
        app.log_in(code=consent(profile, url), scopes=scopes, allow_http=True)
        return app

    return of


def test_it_finds_out_what_this_is(server):
    app = mastodon.Mastodon(api_base_url=server)

    assert app.instance_v2().configuration.statuses.max_characters == 1000
    assert app.instance_v1().configuration.polls.max_options == 6
    assert app.instance_nodeinfo().software.name == "corridor"
    assert app.instance_rules() == []
    assert app.custom_emojis() == []
    assert app.oauth_authorization_server_info()["code_challenge_methods_supported"] == ["S256"]


def test_it_signs_in_and_knows_who_it_is(let_in, amara):
    me = let_in(amara).me()

    assert me.acct == amara.handle
    assert me.source.privacy == "public"


def test_it_knows_its_own_app(let_in, amara):
    assert let_in(amara).app_verify_credentials().name == "Pocket"


def test_what_it_posts_is_read_by_who_follows(let_in, amara, dr_osei, now):
    follow(follower=dr_osei, followed=amara, now=now)

    let_in(amara).status_post("Blocks on Thursday #FirstGen")

    [read] = let_in(dr_osei).timeline_home()
    assert read.account.acct == amara.handle
    assert "Blocks on Thursday" in read.content


def test_it_walks_through_a_timeline_by_links(let_in, amara, now):
    for number in range(5):
        publish_post(NewPost(text=f"Note {number}"), by=amara, now=now)
    app = let_in(amara)

    first = app.timeline_home(limit=2)
    second = app.fetch_next(first)

    assert [post.content for post in [*first, *second]] == [
        f"<p>Note {number}</p>" for number in (4, 3, 2, 1)
    ]
    assert app.fetch_previous(second)[0].content == "<p>Note 4</p>"


def test_it_changes_a_profile(let_in, amara):
    app = let_in(amara)

    app.account_update_credentials(
        note="Year 3", fields=[("Blog", "https://a.example/b")], locked=True
    )

    me = app.me()
    assert me.source.note == "Year 3"
    assert me.locked
    assert [field.value for field in me.source.fields][-1] == "https://a.example/b"


def test_it_signs_out(let_in, amara):
    app = let_in(amara)
    token = app.access_token

    app.revoke_access_token(allow_http=True)

    late = mastodon.Mastodon(access_token=token, api_base_url=app.api_base_url)
    with pytest.raises(mastodon.MastodonUnauthorizedError):
        late.timeline_home()


def test_what_it_may_not_it_cannot(let_in, amara):
    app = let_in(amara, scopes=["read"])

    with pytest.raises(mastodon.MastodonAPIError):
        app.status_post("Hello")


def test_a_wrong_code_is_told(server):
    client_id, client_secret = mastodon.Mastodon.create_app("Pocket", api_base_url=server)
    app = mastodon.Mastodon(client_id, client_secret, api_base_url=server)

    with pytest.raises(mastodon.MastodonIllegalArgumentError):
        app.log_in(code="guessed", allow_http=True)


def test_it_hears_of_limits(server, settings):
    settings.API_RATE_LIMIT = 3
    app = mastodon.Mastodon(api_base_url=server, ratelimit_method="throw")

    with pytest.raises(mastodon.MastodonRatelimitError):
        [app.custom_emojis() for _ in range(5)]
