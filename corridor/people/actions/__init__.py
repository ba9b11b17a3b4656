from corridor.people.actions.answer_admission import AlreadyAdmitted, NotAnOperator, admit, decline
from corridor.people.actions.ask_to_leave import LeavingAlready, NotLeaving, ask_to_leave, come_back
from corridor.people.actions.await_mentor import (
    AwaitsTooMany,
    CannotAwait,
    HasRoom,
    NotAwaited,
    await_mentor,
    stop_awaiting,
)
from corridor.people.actions.block import CannotBlockYourself, NotBlocked, block, unblock
from corridor.people.actions.change_handle import change_handle
from corridor.people.actions.choose_first_words import choose_first_words
from corridor.people.actions.complete_departures import complete_departures
from corridor.people.actions.declare_evaluation import (
    CannotEvaluateYourself,
    EndsInThePast,
    NotDeclared,
    declare_evaluation,
    end_evaluation,
)
from corridor.people.actions.delete_description import delete_description
from corridor.people.actions.describe_self import (
    IdentityFeaturesOff,
    NewAnswer,
    OwnWordsTooLong,
    UnknownAnswer,
    describe_self,
)
from corridor.people.actions.dismiss_mentor import (
    CannotDismissYourself,
    NotDismissed,
    dismiss_mentor,
    take_back_dismissal,
)
from corridor.people.actions.edit_profile import NotYourProfile, ProfileFacts, edit_profile
from corridor.people.actions.endorse import end_endorsement, endorse
from corridor.people.actions.export_archive import export_archive
from corridor.people.actions.follow import (
    CannotFollow,
    NotFollowing,
    accept_follower,
    follow,
    remove_follower,
    tune_follow,
    unfollow,
)
from corridor.people.actions.forget_newcomers import (
    AlreadyConfirmed,
    forget_newcomer,
    forget_unfinished,
    free_mailbox,
)
from corridor.people.actions.get_acquainted import NotAcquainted, end_acquaintance, get_acquainted
from corridor.people.actions.give_consent import (
    ConsentGivenAlready,
    ConsentNotGiven,
    end_consent,
    give_consent,
)
from corridor.people.actions.give_tip import NoSuchTip, dismiss_tip, give_tip, refuse_tips
from corridor.people.actions.hold_profile import hold_profile
from corridor.people.actions.join import InvitationForAnother, MayNotJoin, Newcomer, join
from corridor.people.actions.keep_apart_from import block_all, mute_all, unblock_all, unmute_all
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
    tune_list,
)
from corridor.people.actions.keep_roster import (
    AlreadyJoined,
    RosterChange,
    add_to_roster,
    claim_roster_entries,
    invite_from_roster,
)
from corridor.people.actions.let_in import let_in
from corridor.people.actions.make_invitation import (
    InvitationOver,
    NewInvitation,
    make_invitation,
    renew_invitation,
    withdraw_invitation,
)
from corridor.people.actions.make_operator import (
    LastOperator,
    NoSuchAccount,
    end_operator,
    make_operator,
)
from corridor.people.actions.mute import CannotMuteYourself, NotMuted, mute, unmute
from corridor.people.actions.note_about import NoteTooLong, note_about
from corridor.people.actions.note_load import note_load
from corridor.people.actions.note_visit import note_visit
from corridor.people.actions.onboard import NoSuchStep, choose_paths, pass_step
from corridor.people.actions.open_automated import (
    let_automated_speak,
    open_automated,
    rename_automated,
)
from corridor.people.actions.raise_shield import (
    NoShield,
    NotSoLong,
    ShieldWishes,
    lower_shield,
    lower_shields,
    raise_shield,
)
from corridor.people.actions.record_access import record_access, record_sights
from corridor.people.actions.refresh_entry import (
    refresh_all,
    refresh_entry,
    refresh_figures,
    refresh_missing,
    refreshed_together,
)
from corridor.people.actions.register_person import (
    EmailTaken,
    HandleTaken,
    NewPerson,
    register_person,
)
from corridor.people.actions.restrict import (
    NotRestricted,
    RestrictedAlready,
    end_restrictions,
    let_restriction_stand,
    lift_restriction,
    restrict,
)
from corridor.people.actions.set_affiliations import (
    MOST_AFFILIATIONS,
    Place,
    TooManyPlaces,
    set_affiliations,
)
from corridor.people.actions.set_away import end_away, set_away
from corridor.people.actions.set_free_hours import NotWithinADay, set_free_hours
from corridor.people.actions.set_links import (
    MOST_LINKS,
    NewLink,
    TooManyLinks,
    check_link,
    set_links,
)
from corridor.people.actions.set_offers import MOST_PLACES, NewOffer, set_offers
from corridor.people.actions.set_photo import NoPhoto, describe_photo, remove_photo, set_photo
from corridor.people.actions.set_privacy import PrivacySettings, set_privacy
from corridor.people.actions.set_reply_promise import set_reply_promise
from corridor.people.actions.set_tags import set_interests, set_languages
from corridor.people.actions.set_wishes import NewWish, set_wishes
from corridor.people.actions.show_in_gallery import WordsMissing, leave_gallery, show_in_gallery
from corridor.people.actions.show_mailbox import LinkOver, send_mailbox_link, show_mailbox
from corridor.people.actions.tell_who_waited import tell_of_returns, tell_who_waited
from corridor.people.letters import MailNotSent

__all__ = [
    "MOST_AFFILIATIONS",
    "MOST_LINKS",
    "MOST_PLACES",
    "AlreadyAdmitted",
    "AlreadyConfirmed",
    "AlreadyJoined",
    "AwaitsTooMany",
    "CannotAwait",
    "CannotBeListed",
    "CannotBlockYourself",
    "CannotDismissYourself",
    "CannotEvaluateYourself",
    "CannotFollow",
    "CannotMuteYourself",
    "ConsentGivenAlready",
    "ConsentNotGiven",
    "EmailTaken",
    "EndsInThePast",
    "HandleTaken",
    "HasRoom",
    "IdentityFeaturesOff",
    "InvitationForAnother",
    "InvitationOver",
    "LastOperator",
    "LeavingAlready",
    "LinkOver",
    "MailNotSent",
    "MayNotJoin",
    "NewAnswer",
    "NewInvitation",
    "NewLink",
    "NewOffer",
    "NewPerson",
    "NewWish",
    "Newcomer",
    "NoPhoto",
    "NoShield",
    "NoSuchAccount",
    "NoSuchStep",
    "NoSuchTip",
    "NotAcquainted",
    "NotAnOperator",
    "NotAwaited",
    "NotBlocked",
    "NotDeclared",
    "NotDismissed",
    "NotFollowing",
    "NotLeaving",
    "NotMuted",
    "NotRestricted",
    "NotSoLong",
    "NotWithinADay",
    "NotYourList",
    "NotYourProfile",
    "NoteTooLong",
    "OwnWordsTooLong",
    "Place",
    "PrivacySettings",
    "ProfileFacts",
    "RestrictedAlready",
    "RosterChange",
    "ShieldWishes",
    "TitleMissing",
    "TitleTaken",
    "TitleTooLong",
    "TooManyLinks",
    "TooManyLists",
    "TooManyPlaces",
    "UnknownAnswer",
    "WordsMissing",
    "accept_follower",
    "add_to_roster",
    "admit",
    "ask_to_leave",
    "await_mentor",
    "block",
    "block_all",
    "change_handle",
    "check_link",
    "choose_first_words",
    "choose_paths",
    "claim_roster_entries",
    "come_back",
    "complete_departures",
    "declare_evaluation",
    "decline",
    "delete_description",
    "describe_photo",
    "describe_self",
    "dismiss_mentor",
    "dismiss_tip",
    "edit_profile",
    "end_acquaintance",
    "end_away",
    "end_consent",
    "end_endorsement",
    "end_evaluation",
    "end_list",
    "end_operator",
    "end_restrictions",
    "endorse",
    "export_archive",
    "follow",
    "forget_newcomer",
    "forget_unfinished",
    "free_mailbox",
    "get_acquainted",
    "give_consent",
    "give_tip",
    "hold_profile",
    "invite_from_roster",
    "join",
    "leave_gallery",
    "let_automated_speak",
    "let_in",
    "let_restriction_stand",
    "lift_restriction",
    "lower_shield",
    "lower_shields",
    "make_invitation",
    "make_list",
    "make_operator",
    "mute",
    "mute_all",
    "note_about",
    "note_load",
    "note_visit",
    "open_automated",
    "pass_step",
    "put_on_list",
    "raise_shield",
    "record_access",
    "record_sights",
    "refresh_all",
    "refresh_entry",
    "refresh_figures",
    "refresh_missing",
    "refreshed_together",
    "refuse_tips",
    "register_person",
    "remove_follower",
    "remove_photo",
    "rename_automated",
    "rename_list",
    "renew_invitation",
    "restrict",
    "send_mailbox_link",
    "set_affiliations",
    "set_away",
    "set_free_hours",
    "set_interests",
    "set_languages",
    "set_links",
    "set_offers",
    "set_photo",
    "set_privacy",
    "set_reply_promise",
    "set_wishes",
    "show_in_gallery",
    "show_mailbox",
    "stop_awaiting",
    "take_back_dismissal",
    "take_off_list",
    "tell_of_returns",
    "tell_who_waited",
    "tune_follow",
    "tune_list",
    "unblock",
    "unblock_all",
    "unfollow",
    "unmute",
    "unmute_all",
    "withdraw_invitation",
]
