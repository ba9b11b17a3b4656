"""Where each column that names a person is exported, or why it is not. A test compares it."""

OTHERS = "Private to whoever declared it: her archive holds what she declared herself."
DESK = "Work of the verification desk and of operators is told without their names."

HOLDS = {
    "account.EmailAddress.user": "mailboxes",
    "mfa.Authenticator.user": "keys",
    "people.Awaiting.by": "awaiting",
    "people.Dismissal.by": "dismissed",
    "socialaccount.SocialAccount.user": "sign_ins_elsewhere",
    "usersessions.UserSession.user": "sessions",
    "people.Access.subject": "accesses",
    "people.Admission.account": "admissions",
    "people.Affiliation.profile": "affiliations",
    "people.Away.profile": "away",
    "people.Badge.profile": "badges",
    "people.Block.blocker": "blocked",
    "people.Claim.profile": "claims",
    "people.Consent.profile": "agreements",
    "people.Departure.account": "departures",
    "people.Evaluation.declared_by": "evaluations",
    "people.Facet.profile": "self_description",
    "people.Follow.followed": "followers",
    "people.Follow.follower": "following",
    "people.FreeHours.profile": "free_hours",
    "people.Invitation.made_by": "invitations",
    "people.MailboxProof.profile": "mailbox_proofs",
    "people.Mute.muter": "muted",
    "people.Nudge.profile": "tips",
    "people.Offer.profile": "offers",
    "people.OnboardingStep.profile": "steps",
    "people.PersonList.owner": "lists",
    "people.Profile.account": "profile",
    "people.ProfileLink.profile": "links",
    "people.ProfileTag.profile": "tags",
    "people.Reviewer.profile": "desk",
    "people.RosterEntry.joined": "rosters",
    "people.Vouch.vouched": "vouches_received",
    "people.Vouch.voucher": "vouches_given",
    "people.Wish.profile": "wishes",
    "people.Work.profile": "works",
}
"""app.Model.field -> the section of the archive that has the rows."""

EXCUSES = {
    "admin.LogEntry.user": "What an operator did to the server's own tables.",
    "people.Awaiting.mentor": OTHERS,
    "people.ClaimNote.by": DESK,
    "people.DirectoryEntry.profile": "Made from her profile and offers, which are exported.",
    "people.Dismissal.mentor": OTHERS,
    "people.Access.by": "Whom she looked at stands in the logs of those people.",
    "people.Admission.decided_by": DESK,
    "people.Badge.by": DESK,
    "people.Badge.withdrawn_by": DESK,
    "people.EmailDomain.changed_by": DESK,
    "people.Block.blocked": OTHERS,
    "people.Claim.decided_by": DESK,
    "people.Evaluation.other": OTHERS,
    "people.ListEntry.profile": "A list is private to its owner.",
    "people.Mute.muted": OTHERS,
    "people.RosterEntry.added_by": "A roster is about the people on it.",
}
"""app.Model.field -> why its rows are in nobody's archive."""
