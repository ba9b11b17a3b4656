"""What follows from what people do: timelines and figures, and the words of posts."""

from corridor.people import queries as people
from corridor.people.events import Followed, HomeChanged, Unfollowed
from corridor.posts import fan_out
from corridor.posts.actions.figures import count_follow
from corridor.posts.actions.index_post import index_post
from corridor.posts.events import PostChanged
from corridor.posts.queries import whole_posts


def begin_following(event: Followed) -> None:
    fan_out.write_recent_of(event.followed_id, reader_id=event.follower_id)
    count_follow(event.follower_id, event.followed_id, change=1)


def end_following(event: Unfollowed) -> None:
    fan_out.remove_of(event.followed_id, reader_id=event.follower_id)
    count_follow(event.follower_id, event.followed_id, change=-1)


def read_elsewhere(event: HomeChanged) -> None:
    """By a list apart from Home somebody leaves it; without one she is back, if she is followed."""
    follow = people.follow_between(event.reader_id, event.author_id)
    if people.is_kept_off_home(event.author_id, owner_id=event.reader_id):
        fan_out.remove_of(event.author_id, reader_id=event.reader_id)
    elif follow is not None and follow.accepted_at is not None:
        fan_out.write_recent_of(event.author_id, reader_id=event.reader_id)


def index_words(event: PostChanged) -> None:
    for whole in whole_posts([event.post_id]):
        index_post(whole.post, whole.more_words)
