"""A first-generation student applies from a hashtag; and every kind of page looked at."""

import re
from urllib.parse import urlsplit

import pytest
from django.urls import reverse
from django.utils import timezone

from corridor.posts import actions as posts
from corridor.posts.models import Post
from corridor.programmes.actions import applying
from corridor.programmes.models import Application, Programme
from tests.web.browser import flaws, follow

pytestmark = pytest.mark.django_db(transaction=True)
SEEKS = "First-gen student here, looking for a mentor in pain medicine #FirstGenMed"


def test_a_first_generation_student_applies_from_a_hashtag(open_page, round_now, amara, mailoutbox):
    """On a phone, without scripts."""
    page = open_page("/compose/", viewer=amara, width=390, scripts=False)
    page.get_by_role("textbox", name="Your post").fill(SEEKS)
    follow(page.get_by_role("button", name="Post", exact=True))
    assert len(mailoutbox) == 1
    page.goto(reverse("post", args=[amara.handle, Post.objects.get(author=amara).pk]))
    answer = page.get_by_role("article", name="First-Gen in Medicine")
    answer.get_by_text("Automated account").wait_for()

    page.goto(urlsplit(answer.locator("a[href$='/interest/']").get_attribute("href")).path)
    page.get_by_text("You wrote under #FirstGenMed that you look for somebody.").wait_for()
    follow(page.get_by_role("button", name="Begin an application"))
    assert "pain medicine" in page.get_by_label("What are you interested in?").input_value()
    follow(page.get_by_role("button", name="Look over it"))
    answer_what_is_missing(page)
    page.get_by_label("I have read the code of conduct").check()
    follow(page.get_by_role("button", name="Send"))

    page.get_by_text("Applications close on").first.wait_for()
    assert Application.objects.get(profile=amara).state == "in"
    page.get_by_label("I did not dare to approach anybody").check()
    follow(page.get_by_role("button", name="Count it"))
    follow(page.get_by_role("link", name="Withdraw"))
    follow(page.get_by_role("button", name="Withdraw"))
    follow(page.get_by_role("button", name="Take the withdrawal back"))
    assert Application.objects.get(profile=amara).state == "in"


def test_what_is_typed_is_kept_while_she_types(open_page, round_now, amara):
    page = open_page("/p/first-gen/apply/mentee/", viewer=amara)

    page.get_by_label("What are you interested in?").fill("sleep medicine")
    page.keyboard.press("Tab")
    page.get_by_text("Kept at").wait_for()

    assert Application.objects.get(profile=amara).written["typed"]["interests"] == [
        "sleep medicine"
    ]


def answer_what_is_missing(page):
    while page.get_by_role("alert").count():
        for field in page.locator("[aria-invalid]").all():
            if field.get_attribute("type") == "checkbox":
                field.check()
            else:
                field.fill("English")
        for group in page.locator("fieldset:has(.field-error)").all():
            group.locator("input").first.check()
        follow(page.get_by_role("button", name="Look over it"))


def test_all_pages_are_accessible_and_fit_the_screen(
    open_page, round_now, amara, sam, prof_lindqvist, filled, mailoutbox
):
    Programme.objects.filter(pk=round_now.programme_id).update(admission="approval", places=30)
    today = timezone.now()
    begun = applying.begin_application(round=round_now, side="mentee", by=sam, now=today)
    applying.send_application(application=begun, filled=filled(), by=sam, now=today)
    new = applying.NewInvitations(side="mentor", emails=["new@example.org"])
    applying.invite_to_round(round=round_now, new=new, by=prof_lindqvist, now=today)
    posts.publish_post(posts.NewPost(text=SEEKS), by=amara, now=today)
    links = [
        re.search(r"/(?:interests|round-invitations)/[^/\s]+/", mail.body).group()
        for mail in mailoutbox[-2:]
    ]

    desk = f"/p/first-gen/rounds/{round_now.pk}"
    page = open_page("/p/first-gen/apply/mentee/", viewer=amara)
    found = {}
    for path in ("/p/first-gen/apply/mentee/", "/you/applications/", *links):
        page.goto(path)
        found[path] = flaws(page)
    page = open_page(f"{desk}/applications/", viewer=prof_lindqvist)
    for path in ("applications", "invitations", "applications/file"):
        page.goto(f"{desk}/{path}/")
        page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
        found[path] = flaws(page)
    page = open_page(reverse("application", args=[begun.pk]), viewer=sam)
    for path in (
        reverse("application", args=[begun.pk]),
        reverse("application-withdrawal", args=[begun.pk]),
    ):
        page.goto(path)
        found[path] = flaws(page)

    assert {path: flaw for path, flaw in found.items() if flaw} == {}
