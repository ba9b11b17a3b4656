"""Where each column that names a person is exported, or why it is not. A test compares it."""

from corridor.people.archive.about_herself import OF_ACCOUNT, OF_PROFILE
from corridor.people.archive.signing_in import SIGNING_IN
from corridor.people.archive.with_others import WITH_OTHERS

OTHERS = "Private to whoever declared it: her archive holds what she declared herself."
DESK = "Work of the verification desk and of operators is told without their names."

PLAIN = (*OF_ACCOUNT, *SIGNING_IN, *OF_PROFILE, *WITH_OTHERS)
HOLDS = {f"{one.model._meta.label}.{one.owner}": one.key for one in PLAIN if one.owner != "pk"} | {
    "people.Access.subject": "accesses",
    "people.Facet.profile": "self_description",
    "people.Offer.profile": "offers",
    "people.PersonList.owner": "lists",
    "people.Profile.account": "profile",
    "people.Wish.profile": "wishes",
}
"""app.Model.field -> the section of the archive that has the rows."""

EXCUSES = {
    "admin.LogEntry.user": "What an operator did to the server's own tables.",
    "people.Acquaintance.other": OTHERS,
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
    "people.Endorsement.profile": "On the profiles of those who made them.",
    "people.Evaluation.other": OTHERS,
    "people.ListEntry.profile": "A list is private to its owner.",
    "people.Mute.muted": OTHERS,
    "people.PersonNote.about": OTHERS,
    "people.RestingHandle.given_up_by": "A digest, which cannot be read back.",
    "people.RosterEntry.added_by": "A roster is about the people on it.",
}
"""app.Model.field -> why its rows are in nobody's archive."""
