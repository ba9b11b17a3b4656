"""How somebody's posts begin: as everybody's, unless she said otherwise."""

from corridor.posts.models import PostingDefaults


def posting_defaults(profile_id: int) -> PostingDefaults:
    kept = PostingDefaults.objects.filter(profile=profile_id).first()
    return kept or PostingDefaults(profile_id=profile_id)
