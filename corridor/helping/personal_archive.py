"""What is held about somebody as one who has helpers, and as a helper."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from corridor.helping.choices import Deed
from corridor.helping.models import Helper, HelperDeed
from corridor.people.higher_contexts import HigherContext, Section

if TYPE_CHECKING:
    from corridor.people.models import Profile


def archive(profile: "Profile") -> Sequence[Section]:
    named = Helper.objects.filter(owner=profile)
    helped = Helper.objects.filter(helper=profile)
    return [
        _helpers(named, key="helpers", title=_("Your helpers"), who="helper"),
        _helpers(helped, key="helping", title=_("Whom you help"), who="owner"),
        _deeds(
            HelperDeed.objects.filter(owner=profile),
            key="helper_deeds",
            title=_("What your helpers did"),
        ),
        _deeds(
            HelperDeed.objects.filter(helper=profile),
            key="helping_deeds",
            title=_("What you did as a helper"),
        ),
    ]


def _helpers(rows: QuerySet[Helper], *, key: str, title: object, who: str) -> Section:
    return Section(
        key=key,
        title=title,  # type: ignore[arg-type]  # a Promise
        rows=[
            {
                "who": getattr(one, who).handle,
                "may": sorted(str(scope.label) for scope in one.scopes),
                "is_called": one.is_called,
                "asked_at": one.asked_at,
                "agreed_at": one.agreed_at,
                "ended_at": one.ended_at,
            }
            for one in rows.select_related(who).order_by("pk")
        ],
        labels={
            "who": _("Who"),
            "may": _("May"),
            "is_called": _("Told when you may be attacked"),
            "asked_at": _("Asked"),
            "agreed_at": _("Agreed"),
            "ended_at": _("Ended"),
        },
    )


def _deeds(rows: QuerySet[HelperDeed], *, key: str, title: object) -> Section:
    return Section(
        key=key,
        title=title,  # type: ignore[arg-type]  # as above
        rows=[
            {"at": one.at, "deed": one.deed, **one.about}
            for one in rows.order_by("pk").iterator(chunk_size=500)
        ],
        labels={
            "at": _("When"),
            "helper": _("Helper"),
            "deed": _("What"),
            "who": _("Whom it was about"),
            "words": _("Words"),
        },
        choices={"deed": dict(Deed.choices)},
    )


def forget(profile: "Profile", handle: str) -> None:
    """Nobody helps her, and she helps nobody; what she did for others stays in their list."""
    for one in HelperDeed.objects.filter(helper=profile).order_by("pk").iterator(chunk_size=500):
        one.about = {**one.about, "helper": handle}
        HelperDeed._base_manager.filter(pk=one.pk).update(sealed_about=one.sealed_about)
    Helper.objects.filter(owner=profile).delete()
    Helper.objects.filter(helper=profile).delete()
    HelperDeed._base_manager.filter(owner=profile).delete()


ABOUT_PEOPLE = HigherContext(
    archive=archive,
    works_with=lambda _profile: frozenset(),
    forget=forget,
    holds={
        "helping.Helper.owner": "helpers",
        "helping.Helper.helper": "helping",
        "helping.HelperDeed.owner": "helper_deeds",
        "helping.HelperDeed.helper": "helping_deeds",
    },
    excuses={},
)
