"""Deleting, and what was deleted lately, as people meet it without scripts."""

import pytest
from django.utils import timezone

from corridor.posts.actions import NewPost, publish_post
from corridor.posts.models import Post
from tests.web.browser import flaws, follow

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_post_is_deleted_and_undone_and_deleted_for_good(open_page, amara):
    post = publish_post(NewPost(text="Blocks on Thursday"), by=amara, now=timezone.now())
    page = open_page(f"/posts/{post.pk}/deletion/", viewer=amara, width=390, scripts=False)
    follow(page.get_by_role("button", name="Delete", exact=True))
    follow(page.get_by_role("button", name="Undo"))
    assert Post.objects.get().text == "Blocks on Thursday"

    page.goto(f"/posts/{post.pk}/deletion/")
    follow(page.get_by_role("button", name="Delete", exact=True))
    follow(page.get_by_role("link", name="Recently deleted"))
    assert page.get_by_text("Blocks on Thursday").is_visible()
    follow(page.get_by_role("link", name="Delete for good"))
    follow(page.get_by_role("button", name="Delete for good"))
    assert page.get_by_text("Nothing deleted lately").is_visible()


def test_pages_are_accessible(open_page, amara):
    post = publish_post(NewPost(text="Blocks on Thursday"), by=amara, now=timezone.now())
    page = open_page(f"/posts/{post.pk}/deletion/", viewer=amara)
    assert flaws(page) == []
    assert page.get_by_role("link", name="Pull it from everywhere").is_visible()
    follow(page.get_by_role("button", name="Delete", exact=True))
    assert flaws(page) == []

    for path in ("/you/deleted/", f"/you/deleted/{post.pk}/end/"):
        page.goto(path)
        assert flaws(page) == []
