"""Timelines and the composer as people with other eyes and hands meet them."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from corridor.people.actions import follow
from corridor.posts.actions import NewPoll, NewPost, boost_post, publish_post, vote
from tests.web.browser import flaws, keyboard_stops
from tests.web.browser import follow as follow_link

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def lively(amara, dr_osei, mallory):
    """Amara follows Dr Osei, who asks, quotes, answers and passes on."""
    now = timezone.now()
    follow(follower=amara, followed=dr_osei, now=now)

    def say(author, text, *, minutes, **more):
        new = NewPost(text=text, language="en", **more)
        return publish_post(new, by=author, now=now - timedelta(minutes=minutes))

    poll = NewPoll(options=["Ropivacaine", "Lidocaine"], lasts=timedelta(days=1))
    asked = say(dr_osei, "Which, and why? #RegionalAnesthesia", minutes=50, poll=poll)
    vote(poll=asked.poll, choices=[0], by=mallory, now=now)
    said = say(mallory, "Read https://example.org/a/rather/long/address/of/a/paper", minutes=45)
    boost_post(post=said, by=dr_osei, now=now - timedelta(minutes=40))
    say(dr_osei, "It went badly", minutes=30, content_note="A death in theatre")
    say(dr_osei, "As she says", minutes=20, quotes=said.pk)
    say(amara, "@kwame_osei The first?", minutes=10, in_reply_to=asked.pk)
    return asked


def test_pages_of_posts_are_accessible(open_page, lively, amara):
    page = open_page("/", viewer=amara)
    paths = [
        "/",
        "/public/",
        "/tags/regionalanesthesia/",
        "/your-hashtags/",
        "/bookmarks/",
        f"/@kwame_osei/{lively.pk}/",
        "/@kwame_osei/",
        f"/compose/?reply={lively.pk}",
        "/compose/",
        "/conversations/",
        "/you/posting/",
        "/?since=1",
        "/notifications/browsers/",
        "/you/drafts/",
        "/you/scheduled/",
        "/you/replies-waiting/",
        "/you/old-posts/",
        f"/you/old-posts/year/{timezone.now().year}/",
    ]

    for path in paths:
        page.goto(path)
        assert flaws(page) == []


def test_kudos_change_in_place_and_focus_stays(open_page, lively, amara):
    page = open_page("/public/", viewer=amara)
    button = page.locator(f"#kudos-{lively.pk}")

    button.focus()
    page.keyboard.press("Enter")

    expect(page.locator(f"#kudos-{lively.pk}")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("document.activeElement.id") == f"kudos-{lively.pk}"
    assert page.url.endswith("/public/")


def test_a_menu_closes_with_escape_and_gives_focus_back(open_page, lively, amara):
    page = open_page("/public/", viewer=amara)
    menu = page.locator("details.more").first

    menu.locator("summary").click()
    expect(menu).to_have_attribute("open", "")
    page.keyboard.press("Escape")

    expect(menu).not_to_have_attribute("open", "")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_it_is_asked_in_place_before_a_post_is_deleted(open_page, amara):
    post = publish_post(NewPost(text="Said too soon"), by=amara, now=timezone.now())
    page = open_page("/public/", viewer=amara, width=390)
    menu = page.locator(f"#p{post.pk} details.more")

    def choose():
        menu.locator("summary").click()
        menu.get_by_role("link", name="Delete").click()

    choose()
    expect(page.get_by_role("dialog", name="Delete this post?")).to_be_visible()
    assert flaws(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    choose()
    follow_link(page.get_by_role("button", name="Delete", exact=True))

    expect(page.get_by_role("heading", name="The post is deleted")).to_be_visible()
    follow_link(page.get_by_role("link", name="Back to where you were"))
    expect(page.get_by_text("Said too soon")).to_have_count(0)


def test_characters_are_counted_as_the_server_counts(open_page, amara):
    page = open_page("/compose/", viewer=amara)

    page.get_by_role("textbox", name="Your post").fill("See https://example.org/" + "x" * 60)

    expect(page.locator("#counts")).to_have_text("27 of 1000 characters")


HEARS = """window.EventSource = class extends EventTarget {
  static CLOSED = 2;
  readyState = 1;
  constructor(address) {
    super();
    this.address = String(address);
    window.stream_of_test = this;
    document.documentElement.dataset.listens = "";
  }
  close() { this.readyState = 2; }
}"""


def test_what_is_heard_live_is_told_above_the_timeline(open_page, lively, amara, dr_osei):
    page = open_page("/public/", viewer=amara)
    page.add_init_script(HEARS)
    page.goto("/")
    expect(page.locator(":root[data-listens]")).to_be_attached()
    assert "/api/v1/streaming/user?access_token=" in page.evaluate("stream_of_test.address")
    publish_post(NewPost(text="Fresh"), by=dr_osei, now=timezone.now())

    page.evaluate("stream_of_test.dispatchEvent(new Event('update'))")

    expect(page.get_by_role("link", name="1 new post")).to_be_visible()
    follow_link(page.get_by_role("link", name="1 new post"))
    expect(page.get_by_text("Fresh")).to_be_visible()


def half_written(page, words="Half a thought"):
    page.get_by_role("textbox", name="Your post").fill(words)
    page.get_by_text("Content note, poll, pictures, language, later").click()
    page.get_by_role("textbox", name="Content note").fill("Exams")


def test_what_is_typed_survives_leaving_the_page(open_page, amara):
    page = open_page("/", viewer=amara, width=390)
    page.get_by_text("What would you say?").click()
    expect(page.get_by_role("textbox", name="Your post")).to_be_focused()
    half_written(page)

    page.goto("/public/")
    page.goto("/")
    expect(page.get_by_role("textbox", name="Your post")).to_be_visible()
    page.goto("/compose/")

    expect(page.get_by_text("This was kept on this device.")).to_be_visible()
    expect(page.get_by_role("textbox", name="Your post")).to_have_value("Half a thought")
    expect(page.get_by_role("textbox", name="Content note")).to_have_value("Exams")
    page.get_by_role("button", name="Start anew").click()
    expect(page.get_by_role("textbox", name="Your post")).to_have_value("")
    page.goto("/compose/")
    expect(page.get_by_role("textbox", name="Your post")).to_have_value("")


def test_the_device_forgets_what_was_published_and_keeps_what_was_not(open_page, amara):
    page = open_page("/compose/", viewer=amara)
    half_written(page, "x" * 1001)
    page.get_by_role("button", name="Post", exact=True).click()
    expect(page.get_by_text("characters too long").first).to_be_visible()

    page.goto("/compose/")
    expect(page.get_by_role("textbox", name="Your post")).to_have_value("x" * 1001)
    page.get_by_role("textbox", name="Your post").fill("Short")
    page.get_by_role("button", name="Post", exact=True).click()
    expect(page.get_by_text("Your post is published.")).to_be_visible()

    page.goto("/compose/")
    expect(page.get_by_role("textbox", name="Your post")).to_have_value("")


def test_a_reply_that_is_half_written_stays_with_its_post(open_page, lively, amara):
    page = open_page(f"/compose/?reply={lively.pk}", viewer=amara)
    page.get_by_role("textbox", name="Your post").fill("@kwame_osei The second")

    page.goto("/compose/")
    expect(page.get_by_role("textbox", name="Your post")).to_have_value("")
    page.goto(f"/compose/?reply={lively.pk}")

    expect(page.get_by_role("textbox", name="Your post")).to_have_value("@kwame_osei The second")


def test_a_half_finished_edit_stays_until_the_post_is_edited(open_page, amara):
    post = publish_post(NewPost(text="Frist block"), by=amara, now=timezone.now())
    page = open_page(f"/posts/{post.pk}/edit/", viewer=amara)
    page.get_by_role("textbox", name="Your post").fill("First block")

    page.goto("/public/")
    page.goto(f"/posts/{post.pk}/edit/")
    expect(page.get_by_role("textbox", name="Your post")).to_have_value("First block")
    page.get_by_role("button", name="As the post is").click()
    expect(page.get_by_role("textbox", name="Your post")).to_have_value("Frist block")
    page.get_by_role("textbox", name="Your post").fill("First block, at last")
    follow_link(page.get_by_role("button", name="Keep the changes"))

    page.goto(f"/posts/{post.pk}/edit/")
    expect(page.get_by_text("This was kept on this device.")).to_be_hidden()
    expect(page.get_by_role("textbox", name="Your post")).to_have_value("First block, at last")
    assert page.evaluate("Object.keys(localStorage)") == []


def test_whoever_signs_out_leaves_nothing_half_written(open_page, amara):
    page = open_page("/compose/", viewer=amara)
    half_written(page)
    page.goto("/you/")

    page.get_by_role("button", name="Sign out").click()

    expect(page.get_by_role("link", name="Sign in").first).to_be_visible()
    assert page.evaluate("Object.keys(localStorage)") == []


def test_everything_works_without_scripts(open_page, lively, amara):
    page = open_page("/", viewer=amara, scripts=False)

    expect(page.get_by_role("textbox", name="Your post")).to_be_hidden()
    page.get_by_text("What would you say?").click()
    page.get_by_role("textbox", name="Your post").fill("Written without scripts")
    page.get_by_role("button", name="Post", exact=True).click()

    expect(page.get_by_text("Written without scripts")).to_be_visible()
    page.locator(f"#save-{lively.pk}").click()
    expect(page.locator(f"#save-{lively.pk}")).to_have_attribute("aria-pressed", "true")


def test_the_keyboard_reaches_everything(open_page, lively, amara):
    page = open_page(f"/@kwame_osei/{lively.pk}/", viewer=amara, width=390)

    stops = keyboard_stops(page)

    assert [stop.name for stop in stops if not stop.has_outline] == []
    assert [stop.name for stop in stops if stop.is_covered] == []


def test_what_could_identify_a_patient_is_marked_while_it_is_written(open_page, amara):
    page = open_page("/compose/", viewer=amara)
    panel = page.locator("[data-checks]")

    page.get_by_label("Your post").fill("A 94-year-old patient from Aberdovey, last Tuesday")

    expect(panel.locator("mark")).to_have_text(["94-year-old patient", "Aberdovey", "last Tuesday"])
    expect(page.locator(".ghost mark")).to_have_count(3)
    assert flaws(page) == []

    page.get_by_role("button", name="Write “a small town”").click()

    expect(page.get_by_label("Your post")).to_have_value(
        "A 94-year-old patient from a small town, last Tuesday"
    )
    expect(panel.locator("mark")).to_have_text(["94-year-old patient", "last Tuesday"])
    page.get_by_label("Your post").fill("Blocks on Thursday")
    expect(panel).to_be_hidden()
