"""Rows whose texts are all there: whatever has no prepared text yet gets one."""

from collections.abc import Callable

from corridor.mastodon_api.entities import rows
from corridor.mastodon_api.rendering import render_accounts, render_posts


def complete(fetch: Callable[[], list[rows.Row]]) -> list[rows.Row]:
    """What `fetch` answers; asked again where a text was missing."""
    found = fetch()
    if rows.are_whole(found):
        return found
    posts_lacking: set[int] = set()
    people_lacking: set[int] = set()
    for row in found:
        lacking_posts, lacking_people = rows.lacking(row)
        posts_lacking |= lacking_posts
        people_lacking |= lacking_people
    render_posts(posts_lacking)
    render_accounts(people_lacking)
    return fetch()
