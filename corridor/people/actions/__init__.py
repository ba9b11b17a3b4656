from corridor.people.actions.answer_admission import AlreadyAdmitted, NotAnOperator, admit, decline
from corridor.people.actions.appoint_reviewer import (
    NotAtTheDesk,
    appoint_reviewer,
    dismiss_reviewer,
)
from corridor.people.actions.ask_mailbox_code import (
    CodeSentJustNow,
    DomainDoesNotCount,
    DomainNotKnown,
    ask_mailbox_code,
)
from corridor.people.actions.ask_to_leave import (
    LeavingAlready,
    NotLeaving,
    ask_to_leave,
    come_back,
)
from corridor.people.actions.await_mentor import (
    AwaitsTooMany,
    CannotAwait,
    HasRoom,
    NotAwaited,
    await_mentor,
    stop_awaiting,
)
from corridor.people.actions.block import (
    CannotBlockYourself,
    NotBlocked,
    block,
    unblock,
)
from corridor.people.actions.change_handle import (
    change_handle,
)
from corridor.people.actions.choose_first_words import choose_first_words
from corridor.people.actions.complete_departures import (
    complete_departures,
)
from corridor.people.actions.decide_claim import (
    Decision,
    ReasonMissing,
    SayWhatItShows,
    decide_claim,
)
from corridor.people.actions.declare_evaluation import (
    CannotEvaluateYourself,
    EndsInThePast,
    NotDeclared,
    declare_evaluation,
    end_evaluation,
)
from corridor.people.actions.delete_description import (
    delete_description,
)
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
from corridor.people.actions.edit_profile import (
    NotYourProfile,
    ProfileFacts,
    edit_profile,
)
from corridor.people.actions.endorse import end_endorsement, endorse
from corridor.people.actions.export_archive import export_archive
from corridor.people.actions.fetch_works import NoOrcid, WorksNotAsked, fetch_works
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
from corridor.people.actions.get_acquainted import (
    NotAcquainted,
    end_acquaintance,
    get_acquainted,
)
from corridor.people.actions.give_consent import (
    ConsentGivenAlready,
    ConsentNotGiven,
    end_consent,
    give_consent,
)
from corridor.people.actions.give_tip import NoSuchTip, dismiss_tip, give_tip, refuse_tips
from corridor.people.actions.grant_badge import (
    NewBadge,
    ShownByAnother,
    grant_badge,
    grant_orcid_badge,
    grant_roster_badge,
    grant_roster_badges,
)
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
from corridor.people.actions.keep_orcid import forget_orcid, keep_orcid
from corridor.people.actions.keep_roster import (
    AlreadyJoined,
    RosterChange,
    add_to_roster,
    claim_roster_entries,
    invite_from_roster,
)
from corridor.people.actions.let_in import let_in
from corridor.people.actions.make_claim import (
    ClaimOpenAlready,
    DomainKnownAlready,
    NewDocument,
    SayWhatItIs,
    ask_for_domain,
    claim_npi,
    send_document,
)
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
from corridor.people.actions.mute import (
    CannotMuteYourself,
    NotMuted,
    mute,
    unmute,
)
from corridor.people.actions.note_about import NoteTooLong, note_about
from corridor.people.actions.note_claim import (
    NotAReviewer,
    NoteIsEmpty,
    note_claim,
)
from corridor.people.actions.note_visit import (
    note_visit,
)
from corridor.people.actions.onboard import NoSuchStep, choose_paths, pass_step
from corridor.people.actions.open_document import (
    DocumentGone,
    OpenedDocument,
    open_document,
)
from corridor.people.actions.prove_mailbox import (
    CodeExpired,
    NoCodeSent,
    TooManyAttempts,
    WrongCode,
    prove_mailbox,
)
from corridor.people.actions.raise_shield import (
    NoShield,
    NotSoLong,
    ShieldWishes,
    lower_shield,
    lower_shields,
    raise_shield,
)
from corridor.people.actions.record_access import (
    record_access,
    record_sights,
)
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
from corridor.people.actions.remind_of_renewal import (
    remind_of_renewal,
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
from corridor.people.actions.set_away import (
    end_away,
    set_away,
)
from corridor.people.actions.set_email_domains import (
    DomainThereAlready,
    Imported,
    NewDomain,
    add_email_domain,
    import_email_domains,
    switch_email_domain,
)
from corridor.people.actions.set_free_hours import (
    NotWithinADay,
    set_free_hours,
)
from corridor.people.actions.set_links import (
    MOST_LINKS,
    NewLink,
    TooManyLinks,
    check_link,
    set_links,
)
from corridor.people.actions.set_offers import MOST_PLACES, NewOffer, set_offers
from corridor.people.actions.set_photo import (
    NoPhoto,
    describe_photo,
    remove_photo,
    set_photo,
)
from corridor.people.actions.set_privacy import (
    PrivacySettings,
    set_privacy,
)
from corridor.people.actions.set_reply_promise import (
    set_reply_promise,
)
from corridor.people.actions.set_tags import (
    set_interests,
    set_languages,
)
from corridor.people.actions.set_wishes import (
    NewWish,
    set_wishes,
)
from corridor.people.actions.show_in_gallery import (
    WordsMissing,
    leave_gallery,
    show_in_gallery,
)
from corridor.people.actions.show_mailbox import LinkOver, send_mailbox_link, show_mailbox
from corridor.people.actions.tell_who_waited import (
    tell_of_returns,
    tell_who_waited,
)
from corridor.people.actions.vouch_for import (
    KeptApart,
    NoSuchVouch,
    SayHowYouKnow,
    VouchedAlready,
    VouchedForMany,
    VouchedInACircle,
    VoucherNotVerified,
    VoucherTooNew,
    VouchForSomebodyElse,
    vouch_for,
    withdraw_vouch,
)
from corridor.people.actions.withdraw_badge import (
    BadgeEndedAlready,
    withdraw_badge,
)
from corridor.people.actions.withdraw_claim import (
    DecidedAlready,
    NotYourClaim,
    withdraw_claim,
)
from corridor.people.letters import MailNotSent

__all__ = [
    "MOST_AFFILIATIONS",
    "MOST_LINKS",
    "MOST_PLACES",
    "AlreadyAdmitted",
    "AlreadyConfirmed",
    "AlreadyJoined",
    "AwaitsTooMany",
    "BadgeEndedAlready",
    "CannotAwait",
    "CannotBeListed",
    "CannotBlockYourself",
    "CannotDismissYourself",
    "CannotEvaluateYourself",
    "CannotFollow",
    "CannotMuteYourself",
    "ClaimOpenAlready",
    "CodeExpired",
    "CodeSentJustNow",
    "ConsentGivenAlready",
    "ConsentNotGiven",
    "DecidedAlready",
    "Decision",
    "DocumentGone",
    "DomainDoesNotCount",
    "DomainKnownAlready",
    "DomainNotKnown",
    "DomainThereAlready",
    "EmailTaken",
    "EndsInThePast",
    "HandleTaken",
    "HasRoom",
    "IdentityFeaturesOff",
    "Imported",
    "InvitationForAnother",
    "InvitationOver",
    "KeptApart",
    "LastOperator",
    "LeavingAlready",
    "LinkOver",
    "MailNotSent",
    "MayNotJoin",
    "NewAnswer",
    "NewBadge",
    "NewDocument",
    "NewDomain",
    "NewInvitation",
    "NewLink",
    "NewOffer",
    "NewPerson",
    "NewWish",
    "Newcomer",
    "NoCodeSent",
    "NoOrcid",
    "NoPhoto",
    "NoShield",
    "NoSuchAccount",
    "NoSuchStep",
    "NoSuchTip",
    "NoSuchVouch",
    "NotAReviewer",
    "NotAcquainted",
    "NotAnOperator",
    "NotAtTheDesk",
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
    "NotYourClaim",
    "NotYourList",
    "NotYourProfile",
    "NoteIsEmpty",
    "NoteTooLong",
    "OpenedDocument",
    "OwnWordsTooLong",
    "Place",
    "PrivacySettings",
    "ProfileFacts",
    "ReasonMissing",
    "RestrictedAlready",
    "RosterChange",
    "SayHowYouKnow",
    "SayWhatItIs",
    "SayWhatItShows",
    "ShieldWishes",
    "ShownByAnother",
    "TitleMissing",
    "TitleTaken",
    "TitleTooLong",
    "TooManyAttempts",
    "TooManyLinks",
    "TooManyLists",
    "TooManyPlaces",
    "UnknownAnswer",
    "VouchForSomebodyElse",
    "VouchedAlready",
    "VouchedForMany",
    "VouchedInACircle",
    "VoucherNotVerified",
    "VoucherTooNew",
    "WordsMissing",
    "WorksNotAsked",
    "WrongCode",
    "accept_follower",
    "add_email_domain",
    "add_to_roster",
    "admit",
    "appoint_reviewer",
    "ask_for_domain",
    "ask_mailbox_code",
    "ask_to_leave",
    "await_mentor",
    "block",
    "block_all",
    "change_handle",
    "check_link",
    "choose_first_words",
    "choose_paths",
    "claim_npi",
    "claim_roster_entries",
    "come_back",
    "complete_departures",
    "decide_claim",
    "declare_evaluation",
    "decline",
    "delete_description",
    "describe_photo",
    "describe_self",
    "dismiss_mentor",
    "dismiss_reviewer",
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
    "fetch_works",
    "follow",
    "forget_newcomer",
    "forget_orcid",
    "forget_unfinished",
    "free_mailbox",
    "get_acquainted",
    "give_consent",
    "give_tip",
    "grant_badge",
    "grant_orcid_badge",
    "grant_roster_badge",
    "grant_roster_badges",
    "hold_profile",
    "import_email_domains",
    "invite_from_roster",
    "join",
    "keep_orcid",
    "leave_gallery",
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
    "note_claim",
    "note_visit",
    "open_document",
    "pass_step",
    "prove_mailbox",
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
    "remind_of_renewal",
    "remove_follower",
    "remove_photo",
    "rename_list",
    "renew_invitation",
    "restrict",
    "send_document",
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
    "switch_email_domain",
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
    "vouch_for",
    "withdraw_badge",
    "withdraw_claim",
    "withdraw_invitation",
    "withdraw_vouch",
]
