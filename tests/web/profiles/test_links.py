"""Links that a page elsewhere confirms, with recorded answers of such pages."""

import pytest

from corridor.kernel import outbound_http
from corridor.kernel.outbound_http import Answer, NotReached
from corridor.people import actions, queries
from corridor.people.actions import NewLink

MASTODON = """<!doctype html><html><head><title>Amara</title>
<link rel="me" href="{ours}"></head><body></body></html>"""
HOMEPAGE = '<p><a class="u-url" href="{ours}" rel="noopener ME">Corridor</a></p>'
WITHOUT = '<p><a href="{ours}">Corridor</a> rel="me"</p>'
OURS = "http://localhost:8000/@amara_nwosu"


@pytest.fixture
def link(amara):
    links = [NewLink(label="Mastodon", url="https://mastodon.example/@amara")]
    actions.set_links(profile=amara, links=links, by=amara)
    return amara.links.get()


@pytest.fixture
def answers(monkeypatch):
    """What the other server says: `answers(page)`, or an exception."""

    def record(page, code=200):
        def fetch(url):
            assert url == "https://mastodon.example/@amara"
            if isinstance(page, Exception):
                raise page
            return Answer(code=code, text=page)

        monkeypatch.setattr(outbound_http, "fetch", fetch)

    return record


def check(client, link):
    return client.post(f"/you/links/{link.pk}/check/", follow=True).content.decode()


@pytest.mark.parametrize("page", [MASTODON, HOMEPAGE])
@pytest.mark.parametrize("ours", [OURS, f"{OURS}/"])
def test_a_page_that_links_back_verifies_the_link(
    signed_in, client, amara, link, answers, page, ours
):
    answers(page.format(ours=ours))

    assert "your link is verified" in check(signed_in(amara), link)

    shown = client.get("/@amara_nwosu/").content.decode()
    assert "that page links back" in shown
    assert 'rel="me nofollow noopener"' in shown


@pytest.mark.parametrize(
    ("page", "code"),
    [
        (WITHOUT.format(ours=OURS), 200),
        (MASTODON.format(ours="http://localhost:8000/@mallory"), 200),
        (MASTODON.format(ours=f"{OURS}_2"), 200),
        (MASTODON.format(ours=f"https://evil.example/?{OURS}"), 200),
        (MASTODON.format(ours=OURS), 404),
        ("", 200),
        ("<a rel=me href=" * 1000, 200),
    ],
)
def test_a_page_that_does_not_link_back_verifies_nothing(
    signed_in, amara, link, answers, page, code
):
    answers(page, code)

    assert "does not link to your profile" in check(signed_in(amara), link)
    link.refresh_from_db()
    assert link.checked_at is not None
    assert link.verified_at is None


def test_a_link_back_that_was_taken_away_is_noticed(signed_in, amara, link, answers):
    answers(MASTODON.format(ours=OURS))
    check(signed_in(amara), link)

    answers("<p>moved</p>")
    check(signed_in(amara), link)

    link.refresh_from_db()
    assert link.verified_at is None


def test_a_page_that_does_not_answer_leaves_what_was_found(signed_in, amara, link, answers):
    answers(MASTODON.format(ours=OURS))
    check(signed_in(amara), link)
    answers(NotReached("timeout"))

    assert "did not answer" in check(signed_in(amara), link)

    link.refresh_from_db()
    assert link.verified_at is not None


def test_nobody_has_the_link_of_another_checked(signed_in, mallory, link, answers):
    answers(AssertionError("asked"))

    assert signed_in(mallory).post(f"/you/links/{link.pk}/check/").status_code == 404


def test_an_address_that_stays_keeps_what_was_checked(amara, link, answers, now):
    answers(MASTODON.format(ours=OURS))
    actions.check_link(link=link, by=amara, now=now)
    links = [
        NewLink(label="New", url="https://example.org/"),
        NewLink(label="Me", url="https://mastodon.example/@amara"),
    ]

    actions.set_links(profile=amara, links=links, by=amara)

    assert [one.verified_at for one in amara.links.all()] == [None, now]


def test_a_new_handle_makes_links_unchecked(amara, link, answers, now):
    answers(MASTODON.format(ours=OURS))
    actions.check_link(link=link, by=amara, now=now)

    actions.change_handle(profile=amara, handle="amara", by=amara, now=now)

    assert amara.links.get().verified_at is None


def test_others_set_no_links(amara, mallory):
    links = [NewLink(label="Mine", url="https://example.org/")]

    with pytest.raises(actions.NotYourProfile):
        actions.set_links(profile=amara, links=links, by=mallory)

    assert queries.profile_by_handle("amara_nwosu").links.count() == 0


def test_checks_from_one_address_have_a_limit(signed_in, amara, link, answers):
    answers("<p></p>")
    client = signed_in(amara)
    for _ in range(20):
        client.post(f"/you/links/{link.pk}/check/")
    answers(AssertionError("asked"))

    assert "many checks" in check(client, link)
