"""Sections of the archive about her alone."""

from django.utils.translation import gettext_lazy as _

from corridor.people import models
from corridor.people.archive.plain import Plain, columns

WHEN = _("When")
SINCE = _("Since")
UNTIL = _("Until")

OF_ACCOUNT = [
    Plain(
        key="account",
        title=_("Your account"),
        model=models.Account,
        owner="pk",
        is_one=True,
        columns=columns(
            email=_("E-mail"),
            joined_at=_("Joined"),
            last_login=_("Last signed in"),
            is_operator=_("Runs this server"),
        ),
    ),
    Plain(
        key="admissions",
        title=_("Asking to join"),
        model=models.Admission,
        owner="account",
        columns=columns(
            words=_("Your words"),
            asked_at=_("Asked"),
            decided_at=_("Decided"),
            is_admitted=_("Admitted"),
        ),
    ),
    Plain(
        key="departures",
        title=_("Leaving"),
        model=models.Departure,
        owner="account",
        columns=columns(asked_at=_("Asked"), leaves_at=_("Goes for good")),
    ),
]

OF_PROFILE = [
    Plain(
        key="profile",
        title=_("Your profile"),
        model=models.Profile,
        owner="pk",
        is_one=True,
        columns=columns(
            handle=_("Handle"),
            display_name=_("Name"),
            pronouns=_("Pronouns"),
            bio=_("About you"),
            photo_alt=_("What the photo shows"),
            stage=_("Stage"),
            grade=_("What your stage is called"),
            specialty=_("Specialty"),
            subspecialty=_("Subspecialty"),
            institution=_("Institution"),
            country=_("Country"),
            time_zone=_("Time zone"),
            orcid=_("ORCID iD"),
            visibility=_("Who sees your profile"),
            is_listed=_("Listed in the directory"),
            is_pseudonymous=_("Known by another name"),
            in_gallery=_("Shown among role models"),
            gallery_words=_("What you would tell those after you"),
            approves_followers=_("Approves who follows"),
            is_searchable=_("Posts for everybody may be found by search"),
            reply_within_days=_("Replies within so many days"),
            wants_nudges=_("Tips while you settle in"),
            seen_on=_("Last here"),
        ),
    ),
    Plain(
        key="affiliations",
        title=_("Where you work or learn"),
        model=models.Affiliation,
        owner="profile",
        columns=columns(institution=_("Institution"), since=SINCE, until=UNTIL),
    ),
    Plain(
        key="tags",
        title=_("Interests and languages"),
        model=models.ProfileTag,
        owner="profile",
        columns=columns(kind=_("Kind"), tag=_("Word")),
    ),
    Plain(
        key="links",
        title=_("Links"),
        model=models.ProfileLink,
        owner="profile",
        columns=columns(
            label=_("What it is"),
            url=_("Address"),
            checked_at=_("Checked"),
            verified_at=_("Verified"),
        ),
    ),
    Plain(
        key="works",
        title=_("Works from ORCID"),
        model=models.Work,
        owner="profile",
        columns=columns(title=_("Title"), journal=_("Journal"), year=_("Year"), doi=_("DOI")),
    ),
    Plain(
        key="free_hours",
        title=_("When you can meet"),
        model=models.FreeHours,
        owner="profile",
        columns=columns(
            day=_("Day, 0 is Monday"),
            start=_("From, minutes after midnight"),
            end=_("To, minutes after midnight"),
        ),
    ),
    Plain(
        key="away",
        title=_("Away"),
        model=models.Away,
        owner="profile",
        columns=columns(starts_on=_("From"), ends_on=_("Back on")),
    ),
    Plain(
        key="steps",
        title=_("Steps while you settled in"),
        model=models.OnboardingStep,
        owner="profile",
        columns=columns(step=_("Step"), at=WHEN, was_skipped=_("Skipped")),
    ),
    Plain(
        key="tips",
        title=_("Tips you were given"),
        model=models.Nudge,
        owner="profile",
        columns=columns(kind=_("Tip"), given_at=WHEN, times=_("Times"), stopped_at=_("Stopped")),
    ),
    Plain(
        key="self_description_agreements",
        title=_("Agreements about your self-description"),
        model=models.Consent,
        owner="profile",
        columns=columns(purpose=_("Use"), given_at=_("Agreed"), ended_at=_("Taken back")),
    ),
]
