"""Pages about oneself state their number of queries, and it does not grow with whom one knows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from corridor.people import actions
from corridor.people.choices import EvaluationKind

AT_MOST = {
    "/": 17,
    "/you/": 8,
    "/you/access-log/": 7,
    "/you/bio-line/": 8,
    "/you/blocked/": 7,
    "/you/data/": 4,
    "/you/evaluators/": 4,
    "/you/followers/": 6,
    "/you/followers/requests/": 6,
    "/you/following/": 6,
    "/you/leaving/": 4,
    "/you/lists/": 4,
    "/you/offers/": 8,
    "/you/privacy/": 9,
    "/you/profile/": 5,
    "/you/profile/hours/": 5,
    "/you/profile/interests/": 7,
    "/you/profile/links/": 6,
    "/you/profile/work/": 5,
    "/mentors/?experience=way.img": 18,
}


@pytest.fixture
def well_known(signed_in, amara, join, now):
    """Amara has six of everything that pages list."""
    for number in range(6):
        followed, follower, asking, blocked, judge = (
            join(handle=f"{role}_{number}", display_name=f"{role.title()} Ade")
            for role in ("followed", "follower", "asking", "blocked", "judge")
        )
        actions.follow(follower=amara, followed=followed, now=now)
        actions.follow(follower=follower, followed=amara, now=now)
        actions.block(blocker=amara, blocked=blocked, now=now)
        actions.declare_evaluation(
            profile=amara, other=judge, kind=EvaluationKind.EVALUATES_ME, now=now
        )
        kept = actions.make_list(owner=amara, title=f"List {number}")
        actions.put_on_list(kept=kept, profile=followed, by=amara, today=now.date())
        amara.approves_followers = True
        amara.save(update_fields=["approves_followers"])
        actions.follow(follower=asking, followed=amara, now=now)
        actions.record_sights(subjects=[amara.pk], by=follower, deed="seen", now=now)
    return signed_in(amara)


def test_a_page_takes_at_most_so_many(well_known):
    more = {}
    for path, queries in AT_MOST.items():
        well_known.get(path)
        with CaptureQueriesContext(connection) as made:
            assert well_known.get(path).status_code == 200
        if len(made) > queries:
            more[path] = [query["sql"] for query in made]

    assert more == {}
