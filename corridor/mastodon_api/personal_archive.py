"""Which apps somebody let in, for her own archive; texts prepared for apps hold nothing else."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from oauth2_provider.models import AccessToken

from corridor.people.higher_contexts import HigherContext, Section

if TYPE_CHECKING:
    from corridor.people.models import Profile

PASSING = "Passes between signing in to an app and its token, and is over in minutes."


def archive(profile: "Profile") -> Sequence[Section]:
    tokens = AccessToken.objects.filter(user=profile.account).select_related("application", "use")
    return [
        Section(
            key="apps",
            title=_("Apps you let in"),
            rows=[
                {
                    "name": token.application.name,
                    "may": token.scope,
                    "since": token.created,
                    "last_on": token.use.last_on if hasattr(token, "use") else None,
                }
                for token in tokens.order_by("created", "pk")
                if token.application is not None
            ],
            labels={
                "name": _("App"),
                "may": _("It may"),
                "since": _("Since"),
                "last_on": _("Last here"),
            },
        )
    ]


ABOUT_PEOPLE = HigherContext(
    archive=archive,
    works_with=lambda _profile: frozenset(),
    forget=lambda _profile, _handle: None,
    holds={"oauth2_provider.AccessToken.user": "apps"},
    excuses={
        "mastodon_api.RenderedAccount.profile": "Made from her profile, which is exported.",
        "oauth2_provider.Application.user": "Apps register themselves; nobody here owns one.",
        "oauth2_provider.DeviceGrant.user": PASSING,
        "oauth2_provider.Grant.user": PASSING,
        "oauth2_provider.IDToken.user": PASSING,
        "oauth2_provider.RefreshToken.user": PASSING,
    },
)
