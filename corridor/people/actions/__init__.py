from corridor.people.actions.block import (
    CannotBlockYourself,
    NotBlocked,
    block,
    unblock,
)
from corridor.people.actions.declare_evaluation import (
    CannotEvaluateYourself,
    EndsInThePast,
    NotDeclared,
    declare_evaluation,
    end_evaluation,
)
from corridor.people.actions.edit_profile import NotYourProfile, ProfileFacts, edit_profile
from corridor.people.actions.follow import (
    CannotFollow,
    NotFollowing,
    accept_follower,
    follow,
    remove_follower,
    unfollow,
)
from corridor.people.actions.keep_lists import (
    CannotBeListed,
    NotYourList,
    TitleMissing,
    TitleTaken,
    TitleTooLong,
    TooManyLists,
    end_list,
    make_list,
    put_on_list,
    rename_list,
    take_off_list,
)
from corridor.people.actions.mute import (
    CannotMuteYourself,
    NotMuted,
    mute,
    unmute,
)
from corridor.people.actions.register_person import (
    EmailTaken,
    HandleTaken,
    NewPerson,
    register_person,
)
from corridor.people.actions.set_affiliations import Place, set_affiliations
from corridor.people.actions.set_away import end_away, set_away
from corridor.people.actions.set_free_hours import NotWithinADay, set_free_hours
from corridor.people.actions.set_offers import NewOffer, set_offers
from corridor.people.actions.set_privacy import (
    PrivacySettings,
    set_privacy,
)
from corridor.people.actions.set_tags import set_interests, set_languages
from corridor.people.actions.set_wishes import NewWish, set_wishes

__all__ = [
    "CannotBeListed",
    "CannotBlockYourself",
    "CannotEvaluateYourself",
    "CannotFollow",
    "CannotMuteYourself",
    "EmailTaken",
    "EndsInThePast",
    "HandleTaken",
    "NewOffer",
    "NewPerson",
    "NewWish",
    "NotBlocked",
    "NotDeclared",
    "NotFollowing",
    "NotMuted",
    "NotWithinADay",
    "NotYourList",
    "NotYourProfile",
    "Place",
    "PrivacySettings",
    "ProfileFacts",
    "TitleMissing",
    "TitleTaken",
    "TitleTooLong",
    "TooManyLists",
    "accept_follower",
    "block",
    "declare_evaluation",
    "edit_profile",
    "end_away",
    "end_evaluation",
    "end_list",
    "follow",
    "make_list",
    "mute",
    "put_on_list",
    "register_person",
    "remove_follower",
    "rename_list",
    "set_affiliations",
    "set_away",
    "set_free_hours",
    "set_interests",
    "set_languages",
    "set_offers",
    "set_privacy",
    "set_wishes",
    "take_off_list",
    "unblock",
    "unfollow",
    "unmute",
]
