"""Who gets to which page of a programme: its team by their parts, applicants, and nobody else."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from corridor.programmes.actions import NewProgramme, run_matching, start_programme
from corridor.programmes.models import Application, Match, RoundInvitation, TeamMember
from tests.web.doors.knocking import clients, doors, opens, who_gets_in

pytestmark = pytest.mark.django_db

TEAM = "owner reviewer reader admits"
MEMBERS = f"{TEAM} raman noor amara mallory"
ALL = f"visitor {MEMBERS}"
NOBODY = ""


@pytest.fixture
def at_the_door(signed_in, programme, join, amara, prof_lindqvist, prof_raman, noor, mallory):
    """Prof Lindqvist owns the programme, Prof Raman another one; Noor moderates, Amara applied."""
    parts = {
        "reviewer": {"role": "reviewer"},
        "reader": {"role": "reader"},
        "admits": {"role": "reader", "admits": True},
    }
    team = {}
    for handle, part in parts.items():
        team[handle] = join(handle=handle, display_name=handle.title())
        TeamMember.objects.create(programme=programme, profile=team[handle], **part)
    other = NewProgramme(slug="other", name="Another", hashtag="Another", description="Them.")
    start_programme(other, directors=[prof_raman])
    return clients(
        signed_in,
        owner=prof_lindqvist,
        **team,
        raman=prof_raman,
        noor=noor,
        amara=amara,
        mallory=mallory,
    )


def doors_of_a_round(run, proposal, *, slug):
    return doors(
        "programmes",
        slug=slug,
        number=run.number,
        round_id=run.round_id,
        application_id=proposal.mentee_id,
        proposal_id=proposal.pk,
        override_id=1,
    )


def test_the_doors_of_a_round_under_review(at_the_door, run, proposal_of, prof_lindqvist, now):
    proposal = proposal_of("amara_nwosu")
    run_matching(round=run.round, by=prof_lindqvist, now=now)

    assert who_gets_in(doors_of_a_round(run, proposal, slug="first-gen"), at_the_door) == {
        "owner reviewer": opens(
            get="review comparison run-list run-progress publication by-hand mode weights",
            post="run runs runs-end approvals publication publication-end mode weights approval"
            " withdrawal parting hold hold-end notes",
        ),
        # they name a time, a mentor or a parting, or belong to a round that is published
        NOBODY: opens(
            get="round-told round-circle",
            post="round-circle approvals-end by-hand swap parting-end choice-end round-recall"
            " next-best round-state",
        ),
        ALL: opens(get="programme"),
    }


def test_under_the_name_of_his_own_programme_he_finds_no_round_of_another(
    at_the_door, run, proposal_of
):
    paths = doors_of_a_round(run, proposal_of("amara_nwosu"), slug="other")
    two = {who: at_the_door[who] for who in ("visitor", "raman")}

    found = who_gets_in(paths, two)

    assert set(found) == {NOBODY, "visitor raman"}
    assert found["visitor raman"] == opens(get="programme")


def test_the_doors_of_a_round_that_is_told(at_the_door, match_of, signed_in, dr_osei):
    match = match_of("amara_nwosu")
    everybody = at_the_door | {"osei": signed_in(dr_osei)}
    named = (
        *("review", "publication", "round-told", "round-circle", "round-recall"),
        *("next-best", "round-state"),
    )
    where = {"round_id": match.round_id}
    paths = doors("matches", match_id=match.pk, secret="made-up")  # noqa: S106 - of no link
    paths |= {
        name: reverse(name, args=["first-gen", *(where.values() if "-" in name else ())])
        for name in named
    }

    assert who_gets_in(paths, everybody) == {
        "owner reviewer": opens(
            get="review publication round-told round-circle",
            post="publication round-circle round-recall next-best round-state",
        ),
        NOBODY: opens(post="match-barriers"),  # asked only of whoever has just said no
        "amara osei": opens(get="match", post="match-refusal"),
        "osei": opens(post="match-acceptance match-question"),
        "amara": opens(post="match-answer"),
        f"{ALL} osei": opens(get="match-by-link", post="match-by-link"),
    }


def test_who_may_only_review_publishes_and_takes_back_nothing(at_the_door, match_of):
    round = match_of("amara_nwosu").round
    client, place = at_the_door["reviewer"], f"/p/first-gen/rounds/{round.pk}/"

    client.post(f"{place}recall/", {"all": "yes", "words": "Sorry."})
    client.post(f"{place}state/", {"move": "finish"})

    round.refresh_from_db()
    assert round.state == "published"
    assert set(Match.objects.values_list("state", flat=True)) == {"proposed"}


@pytest.fixture
def doors_of_the_team(programme, open_spring, mallory, prof_lindqvist, now):
    """`doors_of_the_team("first-gen")`; Mallory is asked into the team."""
    asked = programme.team_invitations.create(
        profile=mallory, role="reader", by=prof_lindqvist, at=now
    )
    names = {"programme-new": "society", "directing-section": "about"}
    names |= dict.fromkeys(("directing-text", "directing-text-end"), "welcome")

    def found(slug):
        return doors(
            "directing",
            relationship_id=1,
            filter_id=1,
            slug=slug,
            round_id=open_spring.pk,
            side="mentee",
            key="needs",
            name=names,
            member_id=programme.team.get(profile__handle="reader").pk,
            invitation_id=asked.pk,
        )

    return found


def test_the_doors_of_scales(at_the_door, programme):
    assert who_gets_in(doors("instruments", slug="first-gen"), at_the_door) == {
        TEAM: opens(get="directing-scale-results"),
        "owner": opens(get="directing-scale", post="directing-scale directing-scale-end"),
    }


def test_the_doors_of_a_team(at_the_door, doors_of_the_team):
    assert who_gets_in(doors_of_the_team("first-gen"), at_the_door) == {
        TEAM: opens(
            get="directing directing-parts directing-record directing-team health",
            post="team-part-end",
        ),
        "owner": opens(
            get="directing-account directing-acting directing-agreement directing-dates"
            " round-dates directing-form"
            " directing-preview question question-new directing-section directing-text"
            " directing-texts",
            post="directing-account directing-acting directing-agreement directing-archive"
            " directing-copy"
            " directing-dates directing-publication directing-return directing-section"
            " directing-team directing-text directing-text-end directing-whole programme-export"
            " question question-new question-removal question-return round-closing"
            " round-closing-end round-dates team-invitation-end health-filter-end"
            " health-filters",
        ),
        # they say where to, as what, and of which round
        NOBODY: opens(post="question-place team-part health-reminders health-offer"),
        MEMBERS: opens(get="programme-new", post="programme-new team-answer"),
    }


def test_whoever_reads_takes_nobody_out_of_the_team(at_the_door, programme, doors_of_the_team):
    paths = doors_of_the_team("first-gen")

    at_the_door["reviewer"].post(paths["team-part-end"])
    at_the_door["noor"].post(paths["team-answer"], {"answer": "yes"})

    handles = set(programme.team.values_list("profile__handle", flat=True))
    assert handles == {"ingrid_lindqvist", "reviewer", "reader", "admits"}


def test_under_the_name_of_his_own_programme_he_finds_nobody_of_another(
    at_the_door, doors_of_the_team, programme
):
    paths = doors_of_the_team("other")
    two = {who: at_the_door[who] for who in ("visitor", "raman")}
    of_theirs = opens(
        get="round-dates",
        post="round-dates round-closing round-closing-end team-part team-part-end"
        " team-invitation-end",
    )

    assert of_theirs <= who_gets_in(paths, two)[NOBODY]


def test_the_doors_of_applications(at_the_door, apply, amara, open_spring, prof_lindqvist, now):
    applied = apply(amara)
    invited = RoundInvitation.objects.create(
        round=open_spring,
        side=Application.Side.MENTEE,
        email="kofi@example.org",
        made_by=prof_lindqvist,
        made_at=now,
        sent_at=now,
        expires_at=timezone.now() + timedelta(days=9),
    )
    paths = doors(
        "applying",
        slug="first-gen",
        side="mentee",
        application_id=applied.pk,
        round_id=open_spring.pk,
        token="made-up",  # noqa: S106 - of a link that nobody has
        invitation_id=invited.pk,
    )

    assert who_gets_in(paths, at_the_door) == {
        "amara": opens(
            get="application application-withdrawal",
            post="application-withdrawal application-withdrawal-end application-barriers",
        ),
        "owner admits": opens(
            get="admitting applications-file applications-export inviting",
            post="admitting-answers applications-file inviting inviting-again inviting-end",
        ),
        MEMBERS: opens(
            get="apply apply-summary interest public-interest",
            post="apply apply-draft apply-summary interest public-interest",
        ),
        ALL: opens(get="round-invitation", post="round-invitation"),
    }
    of_others = {
        name: path.replace("/first-gen/", "/other/")
        for name, path in paths.items()
        if "rounds" in path
    }
    two = {who: at_the_door[who] for who in ("visitor", "raman")}
    assert set(who_gets_in(of_others, two)) == {NOBODY}
