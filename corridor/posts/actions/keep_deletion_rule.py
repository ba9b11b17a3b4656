"""Old posts are deleted by themselves, where somebody wants it so."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corridor.people import letters
from corridor.people.letters import Button, Letter
from corridor.posts.actions.delete_post import delete_post
from corridor.posts.models import DeletionRule, Post
from corridor.posts.queries.tending import deletable

if TYPE_CHECKING:
    from corridor.people.models import Profile

DAYS = (7, 14, 30, 60, 90, 180, 365, 730)
THINKS = timedelta(days=7)
MOST_OF_ONE, MOST_AT_ONCE = 20, 200


class NotADay(Exception):
    """One of `DAYS`, as in Mastodon."""


@transaction.atomic
def keep_deletion_rule(rule: DeletionRule, *, by: "Profile", now: datetime) -> DeletionRule:
    """Whatever changes, there is a week to think, and a mail says so. Raises NotADay."""
    if rule.days not in DAYS:
        raise NotADay

    rule.profile = by
    rule.begins_at = now + THINKS
    DeletionRule.objects.filter(profile=by).delete()
    rule.save(force_insert=True)
    transaction.on_commit(lambda: _tell(rule, now))
    return rule


def end_deletion_rule(*, by: "Profile") -> None:
    """At once; twice is once."""
    DeletionRule.objects.filter(profile=by).delete()


def delete_by_rules(*, now: datetime) -> int:
    """A few posts of each, oldest first; answers how many. For a scheduler, again and again."""
    rules = DeletionRule.objects.filter(begins_at__lte=now).select_related("profile")
    deleted = 0
    for rule in rules.order_by("pk").iterator():
        for number in list(deletable(rule, now=now).values_list("pk", flat=True)[:MOST_OF_ONE]):
            deleted += _delete(rule, number, now)
        if deleted >= MOST_AT_ONCE:
            break
    return deleted


@transaction.atomic
def _delete(rule: DeletionRule, number: int, now: datetime) -> bool:
    """Asked once more: she may have saved it, or ended the rule, a moment ago."""
    held = DeletionRule.objects.select_for_update().filter(pk=rule.pk).first()
    if held is None:
        return False
    post: Post | None = deletable(held, now=now).filter(pk=number).first()
    if post is None:
        return False
    delete_post(post=post, by=rule.profile, now=now)
    return True


def _tell(rule: DeletionRule, now: datetime) -> None:
    count = deletable(rule, now=now).count()
    day = date_format(rule.begins_at, "j F Y")
    now_it_is = ngettext(
        "Today that is %(count)d post.", "Today those are %(count)d posts.", count
    ) % {"count": count}
    letter = Letter(
        subject=_("Old posts of yours will be deleted from %(day)s") % {"day": day},
        paragraphs=(
            _(
                "You asked that posts older than %(days)d days are deleted, but for those you"
                " chose to keep. It begins on %(day)s and goes on until you end it."
            )
            % {"days": rule.days, "day": day},
            now_it_is,
            _("You can bring back what is deleted for 30 days. Other servers may keep copies."),
        ),
        button=Button(
            label=_("See which, or end it"), url=letters.address_of_page("deletion-rule")
        ),
        why=letters.to_member(rule.profile.handle),
    )
    letters.tell(letter, to=rule.profile.account.email)
