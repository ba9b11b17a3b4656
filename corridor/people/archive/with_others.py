"""Sections in which somebody else occurs: what she did or declared, and what both know."""

from django.utils.translation import gettext_lazy as _

from corridor.people import models
from corridor.people.archive.plain import Plain, columns

WHEN = _("When")
WHO = _("Who")

WITH_OTHERS = [
    Plain(
        key="following",
        title=_("People you follow"),
        model=models.Follow,
        owner="follower",
        columns=columns(
            who=(WHO, "followed__handle"), asked_at=_("Asked"), accepted_at=_("Accepted")
        ),
    ),
    Plain(
        key="followers",
        title=_("People who follow you"),
        model=models.Follow,
        owner="followed",
        columns=columns(
            who=(WHO, "follower__handle"), asked_at=_("Asked"), accepted_at=_("Accepted")
        ),
    ),
    Plain(
        key="blocked",
        title=_("People you blocked"),
        model=models.Block,
        owner="blocker",
        columns=columns(who=(WHO, "blocked__handle"), at=WHEN),
    ),
    Plain(
        key="muted",
        title=_("People you muted"),
        model=models.Mute,
        owner="muter",
        columns=columns(who=(WHO, "muted__handle"), at=WHEN, until=_("Until")),
    ),
    Plain(
        key="acquaintances",
        title=_("People whom you let through to you"),
        model=models.Acquaintance,
        owner="profile",
        columns=columns(who=(WHO, "other__handle"), at=WHEN),
    ),
    Plain(
        key="first_words",
        title=_("Who may write to you first"),
        model=models.ContactWishes,
        owner="profile",
        columns=columns(first_words=_("Who")),
    ),
    Plain(
        key="shields",
        title=_("Shields that you raised"),
        model=models.Shield,
        owner="profile",
        columns=columns(
            raised_at=_("Raised"),
            until=_("Until"),
            lowered_at=_("Lowered"),
            lets_through=_("Who still reached you"),
        ),
    ),
    Plain(
        key="restrictions",
        title=_("What moderators kept you from"),
        model=models.Restriction,
        owner="profile",
        columns=columns(kind=_("What"), since=_("Since"), until=_("Until"), lifted_at=_("Lifted")),
    ),
    Plain(
        key="notes",
        title=_("What you noted about people"),
        model=models.PersonNote,
        owner="by",
        columns=columns(who=(WHO, "about__handle"), text=_("Your note")),
    ),
    Plain(
        key="endorsements",
        title=_("People you show on your profile"),
        model=models.Endorsement,
        owner="by",
        columns=columns(who=(WHO, "profile__handle"), at=WHEN),
    ),
    Plain(
        key="evaluations",
        title=_("Who judges whose work, as you declared it"),
        model=models.Evaluation,
        owner="declared_by",
        columns=columns(who=(WHO, "other__handle"), kind=_("Kind"), at=WHEN, ends_on=_("Until")),
    ),
    Plain(
        key="badges",
        title=_("Badges"),
        model=models.Badge,
        owner="profile",
        columns=columns(
            route=_("How"),
            shows=_("What was shown"),
            stage=_("Stage"),
            granted_at=_("Granted"),
            expires_at=_("Expires"),
            withdrawn_at=_("Withdrawn"),
            withdrawn_because=_("Why"),
        ),
    ),
    Plain(
        key="claims",
        title=_("What you asked the verification desk"),
        model=models.Claim,
        owner="profile",
        columns=columns(
            route=_("How"),
            state=_("State"),
            subject=_("What"),
            words=_("Your words"),
            document_name=_("Document"),
            made_at=_("Asked"),
            decided_at=_("Decided"),
            answer=_("Answer"),
        ),
    ),
    Plain(
        key="mailbox_proofs",
        title=_("Codes sent to your mailbox"),
        model=models.MailboxProof,
        owner="profile",
        columns=columns(address=_("Mailbox"), sent_at=_("Sent"), attempts=_("Tries")),
    ),
    Plain(
        key="vouches_given",
        title=_("People you vouched for"),
        model=models.Vouch,
        owner="voucher",
        columns=columns(
            who=(WHO, "vouched__handle"), knows_from=_("Where you know each other from"), at=WHEN
        ),
    ),
    Plain(
        key="vouches_received",
        title=_("That somebody vouched for you"),
        model=models.Vouch,
        owner="vouched",
        columns=columns(at=WHEN),
    ),
    Plain(
        key="desk",
        title=_("Working at the verification desk"),
        model=models.Reviewer,
        owner="profile",
        columns=columns(since=_("Since")),
    ),
    Plain(
        key="invitations",
        title=_("Invitations you made"),
        model=models.Invitation,
        owner="made_by",
        columns=columns(
            email=_("For"),
            made_at=_("Made"),
            expires_at=_("Expires"),
            most_uses=_("Uses at most"),
            uses=_("Used"),
            withdrawn_at=_("Withdrawn"),
        ),
    ),
    Plain(
        key="rosters",
        title=_("Rosters you are on"),
        model=models.RosterEntry,
        owner="joined",
        columns=columns(
            roster=_("Roster"),
            email=_("E-mail"),
            name=_("Name"),
            stage=_("Stage"),
            institution=_("Institution"),
            added_at=_("Added"),
        ),
    ),
    Plain(
        key="awaiting",
        title=_("Mentors of whom you want to hear when they have room"),
        model=models.Awaiting,
        owner="by",
        columns=columns(who=(WHO, "mentor__handle"), at=WHEN),
    ),
    Plain(
        key="dismissed",
        title=_("Mentors you do not want suggested"),
        model=models.Dismissal,
        owner="by",
        columns=columns(who=(WHO, "mentor__handle"), at=WHEN),
    ),
]
