"""The pages about others, as people with other eyes and hands meet them."""

import pytest

from corridor.people import actions
from corridor.people.choices import EvaluationKind
from tests.web.browser import flaws

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def with_relations(amara, dr_osei, mallory, prof_lindqvist, now):
    actions.follow(follower=amara, followed=prof_lindqvist, now=now)
    actions.follow(follower=prof_lindqvist, followed=amara, now=now)
    actions.block(blocker=amara, blocked=mallory, now=now)
    actions.mute(muter=amara, muted=prof_lindqvist, now=now)
    actions.declare_evaluation(
        profile=amara, other=dr_osei, kind=EvaluationKind.EVALUATES_ME, now=now
    )
    return amara


def test_pages_about_others_are_accessible(open_page, with_relations):
    kept = actions.make_list(owner=with_relations, title="Teachers")
    paths = [
        "/you/following/",
        "/you/followers/",
        "/you/lists/",
        f"/you/lists/{kept.pk}/",
        "/you/blocked/",
        "/you/evaluators/",
        "/you/privacy/",
    ]
    page = open_page("/you/followers/requests/", viewer=with_relations)

    for path in paths:
        page.goto(path)
        assert flaws(page) == []
