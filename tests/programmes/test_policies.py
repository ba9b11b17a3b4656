"""What each member of a team may do; nobody else may do anything."""

import pytest
from django.core.exceptions import ValidationError

from corridor.programmes.choices import TeamRole
from corridor.programmes.models import Programme, TeamMember
from corridor.programmes.policies import Right, can, programmes_with

EVERYTHING = {right.value for right in Right}
MAY = {
    ("owner", ""): EVERYTHING,
    ("director", ""): EVERYTHING - {"own"},
    ("reviewer", ""): {"see", "review"},
    ("reader", ""): {"see"},
    ("reader", "admits"): {"see", "admit"},
    ("reader", "publishes"): {"see", "publish"},
    ("reader", "messages"): {"see", "message"},
    ("reviewer", "acts_for"): {"see", "review", "act_for"},
}


@pytest.mark.django_db
def test_each_role_of_a_team_has_its_rights(programme, prof_raman):
    found = {}
    for role, function in MAY:
        TeamMember.objects.filter(profile=prof_raman).delete()
        member = TeamMember(programme=programme, profile=prof_raman, role=role)
        if function:
            setattr(member, function, True)
        member.save()
        found[role, function] = {
            right.value for right in Right if can(prof_raman, programme, right)
        }
        listed = {right.value for right in Right if programme in programmes_with(prof_raman, right)}
        assert listed == found[role, function]

    assert found == MAY


@pytest.mark.django_db
def test_nobody_outside_the_team_may_do_anything(programme, mallory):
    for viewer in (None, mallory):
        assert not any(can(viewer, programme, right) for right in Right)


def test_whoever_starts_a_programme_owns_it(programme, prof_lindqvist):
    assert [(one.profile, one.role) for one in programme.team.all()] == [
        (prof_lindqvist, TeamRole.OWNER)
    ]


def test_a_hashtag_belongs_to_one_active_programme(programme):
    del programme
    again = Programme(slug="again", name="Again", hashtag="firstgenmed", description="Us.")

    with pytest.raises(ValidationError, match="hashtag"):
        again.full_clean()

    again.state = Programme.State.DRAFT
    again.full_clean()
