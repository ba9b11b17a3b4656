"""Very many turn on somebody at once: moderators get a case of it without anybody's flag."""

from datetime import timedelta

from corridor.posts import queries as posts
from corridor.safety import snapshots
from corridor.safety.choices import Queue
from corridor.safety.models import Case, Evidence, Surge

WITHIN = timedelta(hours=1)
LOOKED_BACK = timedelta(hours=6)
MOST_KEPT = 60


def call_moderators(surge: Surge) -> Case:
    """One case a surge: about what happens to her, never about her."""
    case, is_new = Case.objects.get_or_create(
        about_id=surge.profile_id,
        is_surge=True,
        closed_at=None,
        defaults={
            "queue": Queue.HARASSMENT,
            "opened_at": surge.at,
            "due_at": surge.at + WITHIN,
        },
    )
    if is_new:
        said = posts.turned_to(surge.profile_id, since=surge.at - LOOKED_BACK)
        for post_id in [one.post_id for one in said][-MOST_KEPT:]:
            _keep(case, post_id, surge)
    return case


def _keep(case: Case, post_id: int, surge: Surge) -> None:
    kept = snapshots.of_post(post_id)
    evidence = Evidence(case=case, at=surge.at, digest=snapshots.digest_of(kept))
    evidence.kept = kept
    evidence.save()
