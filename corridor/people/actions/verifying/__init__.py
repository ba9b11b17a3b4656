"""Showing who one is: claims, documents, mailboxes, vouches, badges, and the desk that looks."""

from corridor.people.actions.verifying.appoint_reviewer import (
    NotAtTheDesk,
    appoint_reviewer,
    dismiss_reviewer,
)
from corridor.people.actions.verifying.ask_mailbox_code import (
    CodeSentJustNow,
    DomainDoesNotCount,
    DomainNotKnown,
    ask_mailbox_code,
)
from corridor.people.actions.verifying.decide_claim import (
    Decision,
    ReasonMissing,
    SayWhatItShows,
    decide_claim,
)
from corridor.people.actions.verifying.fetch_works import NoOrcid, WorksNotAsked, fetch_works
from corridor.people.actions.verifying.grant_badge import (
    NewBadge,
    ShownByAnother,
    grant_badge,
    grant_orcid_badge,
    grant_roster_badge,
    grant_roster_badges,
)
from corridor.people.actions.verifying.keep_orcid import forget_orcid, keep_orcid
from corridor.people.actions.verifying.make_claim import (
    ClaimOpenAlready,
    DomainKnownAlready,
    NewDocument,
    SayWhatItIs,
    ask_for_domain,
    claim_npi,
    send_document,
)
from corridor.people.actions.verifying.note_claim import NotAReviewer, NoteIsEmpty, note_claim
from corridor.people.actions.verifying.note_renewal_reminder import note_renewal_reminder
from corridor.people.actions.verifying.open_document import (
    DocumentGone,
    OpenedDocument,
    open_document,
)
from corridor.people.actions.verifying.prove_mailbox import (
    CodeExpired,
    NoCodeSent,
    TooManyAttempts,
    WrongCode,
    prove_mailbox,
)
from corridor.people.actions.verifying.set_email_domains import (
    DomainThereAlready,
    Imported,
    NewDomain,
    add_email_domain,
    import_email_domains,
    switch_email_domain,
)
from corridor.people.actions.verifying.vouch_for import (
    KeptApart,
    NoSuchVouch,
    SayHowYouKnow,
    VouchedAlready,
    VouchedForMany,
    VouchedForNobody,
    VouchedInACircle,
    VoucherNotVerified,
    VoucherTooNew,
    VouchForSomebodyElse,
    vouch_for,
    withdraw_vouch,
)
from corridor.people.actions.verifying.withdraw_badge import BadgeEndedAlready, withdraw_badge
from corridor.people.actions.verifying.withdraw_claim import (
    DecidedAlready,
    NotYourClaim,
    withdraw_claim,
)
from corridor.people.actions.verifying.write_documents_anew import write_documents_anew

__all__ = [
    "BadgeEndedAlready",
    "ClaimOpenAlready",
    "CodeExpired",
    "CodeSentJustNow",
    "DecidedAlready",
    "Decision",
    "DocumentGone",
    "DomainDoesNotCount",
    "DomainKnownAlready",
    "DomainNotKnown",
    "DomainThereAlready",
    "Imported",
    "KeptApart",
    "NewBadge",
    "NewDocument",
    "NewDomain",
    "NoCodeSent",
    "NoOrcid",
    "NoSuchVouch",
    "NotAReviewer",
    "NotAtTheDesk",
    "NotYourClaim",
    "NoteIsEmpty",
    "OpenedDocument",
    "ReasonMissing",
    "SayHowYouKnow",
    "SayWhatItIs",
    "SayWhatItShows",
    "ShownByAnother",
    "TooManyAttempts",
    "VouchForSomebodyElse",
    "VouchedAlready",
    "VouchedForMany",
    "VouchedForNobody",
    "VouchedInACircle",
    "VoucherNotVerified",
    "VoucherTooNew",
    "WorksNotAsked",
    "WrongCode",
    "add_email_domain",
    "appoint_reviewer",
    "ask_for_domain",
    "ask_mailbox_code",
    "claim_npi",
    "decide_claim",
    "dismiss_reviewer",
    "fetch_works",
    "forget_orcid",
    "grant_badge",
    "grant_orcid_badge",
    "grant_roster_badge",
    "grant_roster_badges",
    "import_email_domains",
    "keep_orcid",
    "note_claim",
    "note_renewal_reminder",
    "open_document",
    "prove_mailbox",
    "send_document",
    "switch_email_domain",
    "vouch_for",
    "withdraw_badge",
    "withdraw_claim",
    "withdraw_vouch",
    "write_documents_anew",
]
