"""Every address that Mastodon.py knows is ours, or there is a reason why it is not."""

import re
from pathlib import Path

import mastodon

from corridor.mastodon_api.api import api

CALL = re.compile(r"""["'](GET|POST|PUT|PATCH|DELETE)["'],\s*f?["'](/api/[^"']+)["']""")
PLACE = re.compile(r"\{[^}]*\}")
ELSEWHERE = {("GET", "/api/v1/streaming/health"), ("GET", "/api/v1/timelines/{}")}
"""Answered by the process that tells live; and one that is `home`, `public`, `tag/name` in use."""
REASONS = {
    "Looking after a server is done on its pages.": r"/api/v[12]/admin/.*",
    "This server speaks to no other yet.": (
        r"/api/v1/domain_blocks|/api/v1_alpha/async_refreshes/.*"
    ),
    "There are no announcements, so nothing is done with them.": r"/api/v1/announcements/.*",
    "Flags are made there; Mastodon lists nobody's since 2.5.0.": r"/api/v1/reports",
    "There are no terms of their own: 404, as Mastodon says then.": (
        r"/api/v1/instance/terms_of_service"
    ),
    "Of versions after the one that we say we are like.": (
        r"/api/v1/(annual_reports|collections)(/.*)?|/api/v1/profile"
        r"|/api/v1/accounts/\{\}/(in_)?collections"
    ),
}


def addresses_that_it_knows():
    folder = Path(mastodon.__file__).parent
    return {
        (method, PLACE.sub("{}", path).rstrip("/"))
        for file in folder.glob("*.py")
        for method, path in CALL.findall(file.read_text())
    }


def addresses_of_ours():
    paths = api.get_openapi_schema(path_prefix="/api/")["paths"]
    return {
        (method.upper(), re.compile(re.escape(PLACE.sub("{}", path)).replace(r"\{\}", "[^/]+")))
        for path, methods in paths.items()
        for method in methods
    }


def test_what_is_not_here_is_excused_and_nothing_else():
    ours = addresses_of_ours()
    missing = [
        (method, path)
        for method, path in addresses_that_it_knows() - ELSEWHERE
        if not any(method == one and there.fullmatch(path) for one, there in ours)
    ]

    assert len(missing) < len(ours)
    assert [
        one for one in missing if not any(re.fullmatch(why, one[1]) for why in REASONS.values())
    ] == []
    assert [
        why
        for why, pattern in REASONS.items()
        if not any(re.fullmatch(pattern, path) for _method, path in missing)
    ] == []
