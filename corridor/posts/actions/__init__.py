"""What people do with posts. Each raises by name what it refuses."""

from corridor.people.medical_images import IsDicom
from corridor.posts.actions.answer_held_reply import (
    NotWaiting,
    let_reply_through,
    let_reply_wait,
    refuse_reply,
)
from corridor.posts.actions.attach_media import (
    AttachmentNotReady,
    PictureNotLookedAt,
    TooManyAttachments,
    UnknownAttachment,
    free_attachments,
    own_attachments,
)
from corridor.posts.actions.boost_post import CannotBoost, NotBoosted, boost_post, take_back_boost
from corridor.posts.actions.bring_back_post import (
    GoneForGood,
    bring_back_post,
    forget_deleted,
    forget_what_was_deleted,
    keep_from_returning,
    write_boosts_home,
)
from corridor.posts.actions.celebrate import (
    NewAchievement,
    NobodyToCelebrate,
    NotAboutYou,
    NotADoi,
    NotYourAchievement,
    TooManyWaiting,
    agree,
    celebrate,
    take_away,
)
from corridor.posts.actions.cover_picture import (
    AreaOutside,
    CannotCover,
    Cover,
    NothingToCover,
    cover_picture,
)
from corridor.posts.actions.delete_post import (
    COMES_BACK,
    NotYourPost,
    delete_post,
    remove_expired,
)
from corridor.posts.actions.describe_media import (
    Description,
    DescriptionTooLong,
    FocusOutside,
    describe_media,
)
from corridor.posts.actions.dismiss_note import dismiss_note, show_notes_again
from corridor.posts.actions.do_once import do_once, forget_keys
from corridor.posts.actions.edit_post import Edit, edit_post, refusal_of_edit
from corridor.posts.actions.feature_tag import TooManyFeatured, end_feature, feature_tag
from corridor.posts.actions.figures import count_figures
from corridor.posts.actions.first_contact import (
    NotForStrangers,
    TooManyFirstMessages,
    check_first_contact,
)
from corridor.posts.actions.follow_tag import TooManyTags, follow_tag, unfollow_tag
from corridor.posts.actions.forget_files import remove_unused_media
from corridor.posts.actions.keep_deletion_rule import (
    DAYS,
    NotADay,
    delete_by_rules,
    end_deletion_rule,
    keep_deletion_rule,
)
from corridor.posts.actions.keep_draft import (
    DraftTooLong,
    NotYourDraft,
    TooManyDrafts,
    delete_draft,
    keep_draft,
)
from corridor.posts.actions.keep_filter import (
    FilterAction,
    FilterRefused,
    FilterWords,
    Keyword,
    NotYourFilter,
    TooManyFilters,
    change_filter,
    cover_post,
    end_filter,
    end_keyword,
    keep_keywords,
    make_filter,
    uncover_post,
)
from corridor.posts.actions.keep_posting_defaults import NotADefault, keep_posting_defaults
from corridor.posts.actions.keep_private_thread import (
    NoSuchThread,
    keep_apart,
    read_private_thread,
    remove_private_thread,
    take_in,
)
from corridor.posts.actions.label_post import NotLabelled, end_label, label_post
from corridor.posts.actions.look_at_picture import is_being_looked_at, look_at_picture
from corridor.posts.actions.look_elsewhere import (
    ask_for_look,
    forget_looks,
    look_at_photo,
    look_elsewhere,
    place_of_photo,
)
from corridor.posts.actions.look_for_patients import (
    MayIdentifyPatient,
    doubtful_words,
    place_of,
)
from corridor.posts.actions.make_media_ready import make_media_ready
from corridor.posts.actions.mark_post import (
    bookmark_post,
    give_kudos,
    remove_bookmark,
    take_back_kudos,
)
from corridor.posts.actions.mark_read import UnknownTimeline, mark_read
from corridor.posts.actions.mute_thread import mute_thread, unmute_thread
from corridor.posts.actions.open_poll import NewPoll, PollRefused
from corridor.posts.actions.pin_post import CannotPin, TooManyPins, pin_post, unpin_post
from corridor.posts.actions.publish_post import (
    LONGEST_POST,
    CannotQuote,
    EmptyPost,
    NewPost,
    PostTooLong,
    RepliesClosed,
    StoryNeedsEnd,
    check_new,
    publish_post,
    refusal_of,
)
from corridor.posts.actions.pull_post import NoSuchCopy, forget_pulled, pull_post
from corridor.posts.actions.reach_homes import reach_homes
from corridor.posts.actions.refusals import MAY_IDENTIFY_PATIENT, sentence
from corridor.posts.actions.refusals import REFUSALS as PUBLISHING_REFUSALS
from corridor.posts.actions.revoke_quote import (
    NotQuoted,
    choose_quoters,
    detach_quote,
    revoke_quote,
    show_quote_again,
)
from corridor.posts.actions.schedule_post import (
    SOONEST,
    NotYourSchedule,
    TooManyScheduled,
    TooManyThatDay,
    TooSoon,
    cancel_schedule,
    change_schedule,
    publish_due,
    schedule_post,
)
from corridor.posts.actions.scheduled_words import as_words, from_words
from corridor.posts.actions.tag_post import NotATag, plain_tag
from corridor.posts.actions.tend_posts import NotNarrower, keep_posts, narrow_audience
from corridor.posts.actions.trim_timelines import trim_timelines
from corridor.posts.actions.upload_media import (
    AttachmentInUse,
    TooManyUploads,
    Upload,
    delete_media,
    upload_media,
)
from corridor.posts.actions.vote import (
    AlreadyVoted,
    OneAnswerOnly,
    OwnPoll,
    PollOver,
    UnknownAnswer,
    close_polls,
    vote,
)
from corridor.posts.actions.weigh_pictures import DoubtfulPicture
from corridor.posts.actions.withhold_post import (
    NotWithheld,
    PostGone,
    WithheldAlready,
    give_back_post,
    withhold_post,
)
from corridor.posts.models import LONGEST_ALT

__all__ = [
    "COMES_BACK",
    "DAYS",
    "LONGEST_ALT",
    "LONGEST_POST",
    "MAY_IDENTIFY_PATIENT",
    "PUBLISHING_REFUSALS",
    "SOONEST",
    "AlreadyVoted",
    "AreaOutside",
    "AttachmentInUse",
    "AttachmentNotReady",
    "CannotBoost",
    "CannotCover",
    "CannotPin",
    "CannotQuote",
    "Cover",
    "Description",
    "DescriptionTooLong",
    "DoubtfulPicture",
    "DraftTooLong",
    "Edit",
    "EmptyPost",
    "FilterAction",
    "FilterRefused",
    "FilterWords",
    "FocusOutside",
    "GoneForGood",
    "IsDicom",
    "Keyword",
    "MayIdentifyPatient",
    "NewAchievement",
    "NewPoll",
    "NewPost",
    "NoSuchCopy",
    "NoSuchThread",
    "NobodyToCelebrate",
    "NotADay",
    "NotADefault",
    "NotADoi",
    "NotATag",
    "NotAboutYou",
    "NotBoosted",
    "NotForStrangers",
    "NotLabelled",
    "NotNarrower",
    "NotQuoted",
    "NotWaiting",
    "NotWithheld",
    "NotYourAchievement",
    "NotYourDraft",
    "NotYourFilter",
    "NotYourPost",
    "NotYourSchedule",
    "NothingToCover",
    "OneAnswerOnly",
    "OwnPoll",
    "PictureNotLookedAt",
    "PollOver",
    "PollRefused",
    "PostGone",
    "PostTooLong",
    "RepliesClosed",
    "StoryNeedsEnd",
    "TooManyAttachments",
    "TooManyDrafts",
    "TooManyFeatured",
    "TooManyFilters",
    "TooManyFirstMessages",
    "TooManyPins",
    "TooManyScheduled",
    "TooManyTags",
    "TooManyThatDay",
    "TooManyUploads",
    "TooManyWaiting",
    "TooSoon",
    "UnknownAnswer",
    "UnknownAttachment",
    "UnknownTimeline",
    "Upload",
    "WithheldAlready",
    "agree",
    "as_words",
    "ask_for_look",
    "bookmark_post",
    "boost_post",
    "bring_back_post",
    "cancel_schedule",
    "celebrate",
    "change_filter",
    "change_schedule",
    "check_first_contact",
    "check_new",
    "choose_quoters",
    "close_polls",
    "count_figures",
    "cover_picture",
    "cover_post",
    "delete_by_rules",
    "delete_draft",
    "delete_media",
    "delete_post",
    "describe_media",
    "detach_quote",
    "dismiss_note",
    "do_once",
    "doubtful_words",
    "edit_post",
    "end_deletion_rule",
    "end_feature",
    "end_filter",
    "end_keyword",
    "end_label",
    "feature_tag",
    "follow_tag",
    "forget_deleted",
    "forget_keys",
    "forget_looks",
    "forget_pulled",
    "forget_what_was_deleted",
    "free_attachments",
    "from_words",
    "give_back_post",
    "give_kudos",
    "is_being_looked_at",
    "keep_apart",
    "keep_deletion_rule",
    "keep_draft",
    "keep_from_returning",
    "keep_keywords",
    "keep_posting_defaults",
    "keep_posts",
    "label_post",
    "let_reply_through",
    "let_reply_wait",
    "look_at_photo",
    "look_at_picture",
    "look_elsewhere",
    "make_filter",
    "make_media_ready",
    "mark_read",
    "mute_thread",
    "narrow_audience",
    "own_attachments",
    "pin_post",
    "place_of",
    "place_of_photo",
    "plain_tag",
    "publish_due",
    "publish_post",
    "pull_post",
    "reach_homes",
    "read_private_thread",
    "refusal_of",
    "refusal_of_edit",
    "refuse_reply",
    "remove_bookmark",
    "remove_expired",
    "remove_private_thread",
    "remove_unused_media",
    "revoke_quote",
    "schedule_post",
    "sentence",
    "show_notes_again",
    "show_quote_again",
    "take_away",
    "take_back_boost",
    "take_back_kudos",
    "take_in",
    "trim_timelines",
    "uncover_post",
    "unfollow_tag",
    "unmute_thread",
    "unpin_post",
    "upload_media",
    "vote",
    "withhold_post",
    "write_boosts_home",
]
