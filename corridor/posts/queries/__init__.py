"""Readings of posts. Whoever asks says who is looking."""

from corridor.posts.queries.conversations import Conversation, conversation
from corridor.posts.queries.marked import (
    bookmarked,
    boosts_of,
    by_muted,
    given_kudos,
    kudos_of,
    quotes_of,
    revisions_of,
)
from corridor.posts.queries.marks import marks
from corridor.posts.queries.named import (
    boost_shown,
    boosts_shown,
    own_attachment,
    own_drafts,
    own_schedule,
    poll_shown,
    post_shown,
    replies_waiting,
)
from corridor.posts.queries.polls import own_votes, polls_of
from corridor.posts.queries.quotes import Quotation, quotations
from corridor.posts.queries.timelines import (
    MOST,
    TAGGED,
    Stretch,
    has_media,
    has_tag,
    home,
    of_list,
    public,
    stretch_of,
    tagged,
)
from corridor.posts.queries.told import (
    Facts,
    boost_facts,
    boosters_of,
    facts_of,
    kudos_at,
    muters_of_thread,
    named_in,
    reached_by,
    threads_muted,
    took_part,
    voters_of,
)
from corridor.posts.queries.totals import number_of_posts
from corridor.posts.queries.visibility import by_nobody_hidden, may_read, readable
from corridor.posts.queries.whole import whole_posts

__all__ = [
    "MOST",
    "TAGGED",
    "Conversation",
    "Facts",
    "Quotation",
    "Stretch",
    "bookmarked",
    "boost_facts",
    "boost_shown",
    "boosters_of",
    "boosts_of",
    "boosts_shown",
    "by_muted",
    "by_nobody_hidden",
    "conversation",
    "facts_of",
    "given_kudos",
    "has_media",
    "has_tag",
    "home",
    "kudos_at",
    "kudos_of",
    "marks",
    "may_read",
    "muters_of_thread",
    "named_in",
    "number_of_posts",
    "of_list",
    "own_attachment",
    "own_drafts",
    "own_schedule",
    "own_votes",
    "poll_shown",
    "polls_of",
    "post_shown",
    "public",
    "quotations",
    "quotes_of",
    "reached_by",
    "readable",
    "replies_waiting",
    "revisions_of",
    "stretch_of",
    "tagged",
    "threads_muted",
    "took_part",
    "voters_of",
    "whole_posts",
]
