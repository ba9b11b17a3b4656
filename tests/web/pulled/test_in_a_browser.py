"""Pulling, as people meet it."""

import pytest
from django.utils import timezone

from corridor.posts.actions import NewPost, publish_post
from corridor.posts.models import Post
from tests.web.browser import flaws, follow

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_post_is_pulled_and_its_copy_read(open_page, amara):
    post = publish_post(NewPost(text="The chart behind me"), by=amara, now=timezone.now())
    page = open_page(f"/@amara_nwosu/{post.pk}/", viewer=amara, width=390)
    assert flaws(page) == []
    page.locator(".post summary").filter(has_text="More").first.click()
    follow(page.get_by_role("link", name="Pull it from everywhere"))
    assert flaws(page) == []
    follow(page.get_by_role("button", name="Pull it now"))
    assert page.get_by_text("The chart behind me").is_visible()
    assert flaws(page) == []
    assert not Post.objects.exists()
