"""What people do with posts. Each raises by name what it refuses."""

from corridor.posts.actions.attach_media import (
    AttachmentNotReady,
    TooManyAttachments,
    UnknownAttachment,
)
from corridor.posts.actions.boost_post import CannotBoost, NotBoosted, boost_post, take_back_boost
from corridor.posts.actions.delete_post import NotYourPost, delete_post
from corridor.posts.actions.figures import count_figures
from corridor.posts.actions.mark_post import (
    bookmark_post,
    give_kudos,
    remove_bookmark,
    take_back_kudos,
)
from corridor.posts.actions.publish_post import (
    LONGEST_POST,
    CannotQuote,
    EmptyPost,
    NewPoll,
    NewPost,
    PollRefused,
    PostTooLong,
    RepliesClosed,
    StoryNeedsEnd,
    publish_post,
)

__all__ = [
    "LONGEST_POST",
    "AttachmentNotReady",
    "CannotBoost",
    "CannotQuote",
    "EmptyPost",
    "NewPoll",
    "NewPost",
    "NotBoosted",
    "NotYourPost",
    "PollRefused",
    "PostTooLong",
    "RepliesClosed",
    "StoryNeedsEnd",
    "TooManyAttachments",
    "UnknownAttachment",
    "bookmark_post",
    "boost_post",
    "count_figures",
    "delete_post",
    "give_kudos",
    "publish_post",
    "remove_bookmark",
    "take_back_boost",
    "take_back_kudos",
]
