"""What can be chosen of people's data, for forms and models alike."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """Of offers and wishes; the values are the roles of ``algorithms.matching.people.Role``."""

    MENTORSHIP = "mentor", _("Mentorship")
    COACHING = "coach", _("Coaching")
    SPONSORSHIP = "sponsor", _("Sponsorship")


class Visibility(TextChoices):
    """Of a profile."""

    PUBLIC = "public", _("Everybody")
    MEMBERS = "members", _("Members who are signed in")


class TagKind(TextChoices):
    INTEREST = "interest", _("Interest")
    LANGUAGE = "language", _("Language")


class EvaluationKind(TextChoices):
    EVALUATES_ME = "evaluates_me", _("Evaluates me")
    EVALUATED_BY_ME = "evaluated_by_me", _("Is evaluated by me")
    READS_MY_APPLICATIONS = "reads_mine", _("Reads my applications")


class RepliesShown(TextChoices):
    """Which replies of the people on a list are in it; the values are Mastodon's."""

    FOLLOWED = "followed", _("To anybody you follow")
    LISTED = "list", _("To people on the list")
    NONE = "none", _("None")


class Route(TextChoices):
    """How somebody can show who they are."""

    EMAIL = "email", _("Institution e-mail")
    ORCID = "orcid", _("ORCID sign-in")
    NPI = "npi", _("NPI number")
    ROSTER = "roster", _("Roster of a society or school")
    VOUCHES = "vouches", _("Vouched for by two verified members")
    DOCUMENT = "document", _("Document seen by a reviewer")


class ClaimState(TextChoices):
    OPEN = "open", _("Waiting")
    ACCEPTED = "accepted", _("Accepted")
    REFUSED = "refused", _("Not accepted")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Audience(TextChoices):
    """Who sees a facet of somebody's self-description."""

    NOBODY = "nobody", _("Nobody")
    RELATIONSHIPS = "relations", _("People I work with here")
    VERIFIED = "verified", _("Verified members")
    PUBLIC = "public", _("Everybody")


class Purpose(TextChoices):
    """What somebody agrees to have her self-description used for."""

    MATCHING = "matching", _("Matching, where I ask for it")
    EQUITY = "equity", _("Figures about groups")
    DISPLAY = "display", _("My profile")


class Deed(TextChoices):
    """What somebody did with somebody's special-category data."""

    SEEN = "seen", _("Saw what is shown on the profile")
    SEEN_BY_VISITOR = "seen_by_visitor", _("Saw what is shown to everybody on the profile")
    FOUND = "found", _("Found the profile by a lived experience")
    CHANGED = "changed", _("Changed answers or who sees them")
    DELETED = "deleted", _("Deleted all answers")
    AGREED = "agreed", _("Agreed to a use")
    TOOK_BACK = "took_back", _("Took an agreement back")
    USED_FOR_MATCHING = "used_for_matching", _("Used lived experience in a matching")
    EXPORTED = "exported", _("Downloaded everything")
    OPERATOR_SAW = "operator_saw", _("Looked at the stored rows, which are sealed")
    DOCUMENT_SEEN = "document_seen", _("Opened a document sent for verification")
    DOCUMENT_DELETED = "document_deleted", _("Deleted a document sent for verification")


class FirstWords(TextChoices):
    """Who may begin to write to somebody who has nothing to do with them."""

    REQUEST = "request", _("Anybody, as a request that I accept or decline")
    ANYBODY = "anybody", _("Anybody; it is among my conversations at once")
    VERIFIED = "verified", _("Verified members, as a request; others cannot")
    TIES = "ties", _("Nobody but people I have to do with")


class LetsThrough(TextChoices):
    """Who reaches somebody whose shield is up."""

    RELATIONS = "relations", _("People you have to do with")
    """Whom she follows, works with or answered; who has followed her for some days."""
    VERIFIED = "verified", _("These, and verified members")


class Restraint(TextChoices):
    """What moderators keep somebody from."""

    LIMIT = "limit", _("Not in public lists")
    """Who follows her goes on reading her; public timelines, search and directory have her not."""
    FREEZE = "freeze", _("Reads only")
    SUSPEND = "suspend", _("Account closed")
