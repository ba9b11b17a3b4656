from corridor.posts.models.achievements import (
    LONGEST_FEAT,
    LONGEST_PLACE,
    LONGEST_WORDS,
    Achievement,
)
from corridor.posts.models.defaults import PostingDefaults
from corridor.posts.models.deleted import DeletedPost
from corridor.posts.models.dismissed_notes import DismissedNote
from corridor.posts.models.figures import Figures
from corridor.posts.models.filters import Filter, FilteredPost, FilterKeyword
from corridor.posts.models.kept_words import KeptWords
from corridor.posts.models.later import Draft, RepeatKey, ScheduledPost
from corridor.posts.models.media import LONGEST_ALT, Attachment
from corridor.posts.models.picture_details import PictureDetail
from corridor.posts.models.polls import Poll, PollOption, Vote
from corridor.posts.models.post import LONGEST_NOTE, Addressee, Post, Revision
from corridor.posts.models.private_threads import ThreadPlace
from corridor.posts.models.pulled import PulledPicture, PulledPost
from corridor.posts.models.reactions import Bookmark, Boost, Kudos, Pin, ThreadMute
from corridor.posts.models.search import SearchEntry
from corridor.posts.models.seen_elsewhere import SeenElsewhere
from corridor.posts.models.tags import FeaturedTag, Tag, TagFollow, TagUse
from corridor.posts.models.tending import DeletionRule, LookedAt
from corridor.posts.models.timeline import ReadMarker, TimelineEntry

__all__ = [
    "LONGEST_ALT",
    "LONGEST_FEAT",
    "LONGEST_NOTE",
    "LONGEST_PLACE",
    "LONGEST_WORDS",
    "Achievement",
    "Addressee",
    "Attachment",
    "Bookmark",
    "Boost",
    "DeletedPost",
    "DeletionRule",
    "DismissedNote",
    "Draft",
    "FeaturedTag",
    "Figures",
    "Filter",
    "FilterKeyword",
    "FilteredPost",
    "KeptWords",
    "Kudos",
    "LookedAt",
    "PictureDetail",
    "Pin",
    "Poll",
    "PollOption",
    "Post",
    "PostingDefaults",
    "PulledPicture",
    "PulledPost",
    "ReadMarker",
    "RepeatKey",
    "Revision",
    "ScheduledPost",
    "SearchEntry",
    "SeenElsewhere",
    "Tag",
    "TagFollow",
    "TagUse",
    "ThreadMute",
    "ThreadPlace",
    "TimelineEntry",
    "Vote",
]
