"""What happens to timelines and figures when people follow or leave each other."""

from corridor.people.events import Followed, Unfollowed
from corridor.posts import fan_out
from corridor.posts.actions.figures import count_follow


def begin_following(event: Followed) -> None:
    fan_out.write_recent_of(event.followed_id, reader_id=event.follower_id)
    count_follow(event.follower_id, event.followed_id, change=1)


def end_following(event: Unfollowed) -> None:
    fan_out.remove_of(event.followed_id, reader_id=event.follower_id)
    count_follow(event.follower_id, event.followed_id, change=-1)
