"""What programmes hold about one person, for her own archive."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corridor.people.higher_contexts import HigherContext, Section
from corridor.programmes import queries
from corridor.programmes.actions.forget_person import forget_person
from corridor.programmes.archive_of_conduct import (
    concerns,
    conduct_accepted,
    materials_finished,
    no_round_messages,
    round_messages,
)
from corridor.programmes.archive_of_consequences import consequences
from corridor.programmes.archive_of_ways_in import (
    interests,
    no_answers,
    public_answers,
    round_invitations,
)
from corridor.programmes.models import (
    Application,
    ApplicationMove,
    Match,
    Override,
    TeamDeed,
    TeamInvitation,
    TeamMember,
)

if TYPE_CHECKING:
    from corridor.people.models import Profile

DECIDED = "That she decided is among what she did in teams; about whom is not hers to take away."
OTHERS = "What a director decided or declared about two people is the programme's own record."


def archive(profile: "Profile") -> Sequence[Section]:
    return [
        _applications(profile),
        _moves(profile),
        round_invitations(profile),
        interests(profile),
        public_answers(profile),
        no_answers(profile),
        _matches(profile),
        _directed(profile),
        _asked_into_teams(profile),
        conduct_accepted(profile),
        materials_finished(profile),
        concerns(profile),
        *consequences(profile),
        round_messages(profile),
        no_round_messages(profile),
        _deeds(profile),
        _decisions(profile),
    ]


def works_with(profile: "Profile") -> set[int]:
    """Accepted matches: in a review nobody has been told anything yet."""
    accepted = Match.objects.filter(state=Match.State.ACCEPTED).order_by()
    as_mentee = accepted.filter(mentee__profile=profile).values_list("mentor__profile", flat=True)
    as_mentor = accepted.filter(mentor__profile=profile).values_list("mentee__profile", flat=True)
    return set(as_mentee.union(as_mentor))


def _applications(profile: "Profile") -> Section:
    rows = Application.objects.filter(profile=profile).select_related("round__programme")
    return Section(
        key="applications",
        title=_("Applications to programmes"),
        rows=[
            {
                "programme": application.round.programme.name,
                "round": application.round.name,
                "side": application.side,
                "state": application.state,
                "applied_at": application.applied_at,
                "answers": application.answers,
                "form": application.written,
            }
            for application in rows.order_by("applied_at", "pk")
        ],
        labels={
            "programme": _("Programme"),
            "round": _("Round"),
            "side": _("Side"),
            "state": _("State"),
            "applied_at": _("Applied"),
            "answers": _("Answers"),
            "form": _("Answers in words"),
        },
    )


def _moves(profile: "Profile") -> Section:
    """What became of her applications, and what she decided about others'."""
    about = Q(application__profile=profile) | Q(by=profile)
    rows = ApplicationMove.objects.filter(about).select_related("application__round__programme")
    return Section(
        key="application_moves",
        title=_("What became of applications"),
        rows=[
            {
                "programme": move.application.round.programme.name,
                "round": move.application.round.name,
                "hers": move.application.profile_id == profile.pk,
                "move": move.name,
                "at": move.at,
                "reason": move.reason if move.sealed_reason else "",
            }
            for move in rows.order_by("at", "pk")
        ],
        labels={
            "programme": _("Programme"),
            "round": _("Round"),
            "hers": _("Of your own application"),
            "move": _("What happened"),
            "at": _("When"),
            "reason": _("Reason"),
        },
    )


def _matches(profile: "Profile") -> Section:
    """What the mentor gave as a private reason is in hers alone."""
    return Section(
        key="matches",
        title=_("Matches"),
        rows=[_match(match, profile) for match in queries.matches_of(profile)],
        labels={
            "programme": _("Programme"),
            "round": _("Round"),
            "with": _("With"),
            "role": _("Role"),
            "state": _("State"),
            "proposed_at": _("Proposed"),
            "ended_at": _("Answered"),
            "question": _("Question"),
            "answer": _("Answer"),
            "reason": _("Your reason"),
        },
    )


def _match(match: Match, profile: "Profile") -> Mapping[str, Any]:
    is_mentor = match.mentor.profile_id == profile.pk
    other = match.mentee.profile if is_mentor else match.mentor.profile
    said = queries.talk(match)
    return {
        "programme": match.round.programme.name,
        "round": match.round.name,
        "with": other.handle,
        "role": match.role,
        "state": match.state,
        "proposed_at": match.proposed_at,
        "ended_at": match.ended_at,
        "question": said.question,
        "answer": said.answer,
        "reason": said.reason if is_mentor else "",
    }


def _directed(profile: "Profile") -> Section:
    rows = TeamMember.objects.filter(profile=profile).select_related("programme")
    return Section(
        key="directed_programmes",
        title=_("Programmes whose team you are in"),
        rows=[
            {"programme": member.programme.name, "role": member.get_role_display()}
            for member in rows.order_by("programme__name", "pk")
        ],
        labels={"programme": _("Programme"), "role": _("Role")},
    )


def _asked_into_teams(profile: "Profile") -> Section:
    rows = TeamInvitation.objects.filter(profile=profile).select_related("programme")
    return Section(
        key="asked_into_teams",
        title=_("Teams you were asked to join"),
        rows=[
            {
                "programme": asked.programme.name,
                "role": asked.get_role_display(),
                "at": asked.at,
                "accepted": asked.accepted,
            }
            for asked in rows.order_by("at", "pk")
        ],
        labels={
            "programme": _("Programme"),
            "role": _("Role"),
            "at": _("When"),
            "accepted": _("Accepted"),
        },
    )


def _deeds(profile: "Profile") -> Section:
    """What she did in teams, and what a team did for her; words only of the latter and hers."""
    rows = TeamDeed.objects.filter(Q(by=profile) | Q(about=profile)).select_related("programme")
    return Section(
        key="team_deeds",
        title=_("What you did in teams of programmes, and what they did for you"),
        rows=[
            {
                "programme": deed.programme.name,
                "deed": deed.get_kind_display(),
                "at": deed.at,
                "words": deed.words,
                "by_you": deed.by_id == profile.pk,
            }
            for deed in rows.order_by("at", "pk")
        ],
        labels={
            "programme": _("Programme"),
            "deed": _("What"),
            "at": _("When"),
            "words": _("Words"),
            "by_you": _("By you"),
        },
    )


def _decisions(profile: "Profile") -> Section:
    rows = Override.objects.filter(by=profile).select_related("run__round__programme")
    return Section(
        key="decisions_as_director",
        title=_("Your decisions as a director"),
        rows=[
            {
                "programme": override.run.round.programme.name,
                "round": override.run.round.name,
                "run": override.run.number,
                "kind": override.kind,
                "at": override.at,
                "text": override.text,
            }
            for override in rows.order_by("at", "pk")
        ],
        labels={
            "programme": _("Programme"),
            "round": _("Round"),
            "run": _("Run"),
            "kind": _("Kind"),
            "at": _("When"),
            "text": _("Words"),
        },
    )


ABOUT_PEOPLE = HigherContext(
    archive=archive,
    works_with=works_with,
    forget=forget_person,
    holds={
        "programmes.Application.profile": "applications",
        "programmes.ApplicationMove.by": "application_moves",
        "programmes.ConductAcceptance.profile": "conduct_accepted",
        "programmes.Concern.by": "concerns",
        "programmes.Counted.profile": "counted",
        "programmes.Consequence.profile": "consequences",
        "programmes.RoundMessage.by": "round_messages",
        "programmes.NoRoundMessages.profile": "no_round_messages",
        "programmes.Concern.to": "concerns",
        "programmes.FinishedMaterial.profile": "materials_finished",
        "programmes.RoundInvitation.used_by": "round_invitations",
        "programmes.Interest.profile": "interests",
        "programmes.NoAnswers.profile": "no_answers",
        "programmes.PublicAnswer.profile": "public_answers",
        "programmes.TeamMember.profile": "directed_programmes",
        "programmes.TeamInvitation.profile": "asked_into_teams",
        "programmes.TeamDeed.by": "team_deeds",
        "programmes.TeamDeed.about": "team_deeds",
        "programmes.Override.by": "decisions_as_director",
    },
    excuses={
        "programmes.HealthFilter.mentor": "Whom a team looks at; it says nothing about her.",
        "programmes.AnswerLink.profile": "A link of a mail; its match is among hers.",
        "programmes.NextBest.decided_by": "A decision of the programme about two people.",
        "programmes.MatchingJob.by": "A run is the programme's.",
        "programmes.Publication.by": "What is published is the programme's.",
        "programmes.Approval.by": "Each approval is among her decisions already.",
        "programmes.MatchingRun.by": "A run is the programme's; what she decided is exported.",
        "programmes.TeamInvitation.by": "Whom she asked is among what she did in teams.",
        "programmes.RoundInvitation.made_by": "Whom she invited is the programme's own.",
        "programmes.ProgrammeText.by": "The words are the programme's own.",
        "programmes.AgreementText.by": "The words are the programme's own.",
        "programmes.ConductText.by": "The words are the programme's own.",
        "programmes.Concern.about": "What somebody says in confidence is hers, and not of others.",
        "programmes.Programme.account": "The account of the programme, and nobody's.",
        "programmes.Programme.concerns_to": "Her part in the team is exported.",
        "programmes.Counted.other": "Whom somebody was to meet; it says nothing about her.",
        "programmes.Consequence.by": DECIDED,
        "programmes.ConsequenceMove.by": DECIDED,
        "programmes.Appeal.decided_by": DECIDED,
        "programmes.DeclaredRelation.mentee": OTHERS,
        "programmes.DeclaredRelation.mentor": OTHERS,
    },
)
