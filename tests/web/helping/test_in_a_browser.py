"""Helpers, as people meet them."""

import pytest

from corridor.helping import actions
from tests.web.browser import flaws, follow

pytestmark = pytest.mark.django_db(transaction=True)


def test_from_naming_to_a_block_without_scripts(open_page, held, amara, dr_osei):
    hers = open_page("/you/helpers/", viewer=amara, width=390, scripts=False)
    hers.get_by_label("Whom do you ask?").fill("@kwame_osei")
    hers.get_by_label("Mute and block for me").check()
    follow(hers.get_by_role("button", name="Ask", exact=True))

    his = open_page("/helping/", viewer=dr_osei, width=390, scripts=False)
    follow(his.get_by_role("button", name="I will help"))
    held()
    his.reload()
    follow(his.get_by_role("link", name="Look through it"))
    covered = his.locator(".veil").first.evaluate("(veil) => getComputedStyle(veil).filter")
    assert "blur" in covered
    his.get_by_label("Choose what Mallory Crane said").check()
    follow(his.get_by_role("button", name="Block these people"))
    assert his.get_by_text("Done, and written down for Amara Nwosu.").is_visible()

    hers.reload()
    assert hers.get_by_text("blocked somebody: mallory_crane").is_visible()
    follow(hers.get_by_role("button", name="End it"))
    his.reload()
    assert his.get_by_text("You do not help this person any more").is_visible()


def test_pages_are_accessible(
    open_page, names, asks, held, says, amara, dr_osei, prof_lindqvist, now
):
    helper, _asked = names(), asks(by=prof_lindqvist)
    post = says(amara, "My first paper is out")
    held()
    actions.reply_kindly("Good work", helper_id=helper.pk, post=post, by=dr_osei, now=now)
    his, hers = open_page("/helping/", viewer=dr_osei), open_page("/you/", viewer=amara)
    one = f"/helping/{helper.pk}/"
    for path in ("/helping/", one, f"{one}held/", f"{one}evidence/", f"{one}replies/{post.pk}/"):
        his.goto(path)
        assert flaws(his) == []
    hers.goto("/you/helpers/")
    assert flaws(hers) == []
    actions.end_helper(helper.pk, by=amara, now=now)
    his.goto(one)
    assert flaws(his) == []
