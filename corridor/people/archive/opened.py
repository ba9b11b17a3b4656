"""Sections that are more than columns of rows."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from corridor.people import queries
from corridor.people.choices import Audience, Deed, Kind
from corridor.people.higher_contexts import Section
from corridor.people.models import Profile

NAMED = frozenset({Deed.SEEN, Deed.FOUND})
"""Deeds of members, who are told that they are named; the desk and operators act as the server."""


def opened_sections(profile: Profile) -> Sequence[Section]:
    return [
        _offers(profile),
        _wishes(profile),
        _lists(profile),
        _self_description(profile),
        _accesses(profile),
    ]


def _offers(profile: Profile) -> Section:
    offers = profile.offers.prefetch_related("topics").order_by("kind", "pk")
    return Section(
        key="offers",
        title=_("What you offer"),
        rows=[
            {
                "kind": offer.kind,
                "capacity": offer.capacity,
                "carries": offer.carries,
                "months": offer.months,
                "topics": [topic.topic for topic in offer.topics.all()],
                "not_for": offer.not_for,
            }
            for offer in offers
        ],
        labels={
            "kind": _("Kind"),
            "capacity": _("How many people at once"),
            "carries": _("How many of them you have already, outside of this server"),
            "months": _("For how many months"),
            "topics": _("Needs you cover"),
            "not_for": _("What you are not the right person for"),
        },
        choices={"kind": dict(Kind.choices)},
    )


def _wishes(profile: Profile) -> Section:
    wishes = profile.wishes.prefetch_related("topics").order_by("kind", "pk")
    return Section(
        key="wishes",
        title=_("What you seek"),
        rows=[
            {
                "kind": wish.kind,
                "topics": [topic.topic for topic in wish.topics.all()],
                "goal": wish.goal,
            }
            for wish in wishes
        ],
        labels={"kind": _("Kind"), "topics": _("Needs"), "goal": _("What you hope for")},
        choices={"kind": dict(Kind.choices)},
    )


def _lists(profile: Profile) -> Section:
    kept = profile.lists.prefetch_related("entries__profile").order_by("title", "pk")
    return Section(
        key="lists",
        title=_("Lists you keep"),
        rows=[
            {
                "title": one.title,
                "people": [entry.profile.handle for entry in one.entries.all()],
            }
            for one in kept
        ],
        labels={"title": _("Name of the list"), "people": _("People")},
    )


def _self_description(profile: Profile) -> Section:
    said = [(facet, queries.answer_in(facet)) for facet in queries.own_facets(profile)]
    return Section(
        key="self_description",
        title=_("What you say of yourself"),
        rows=[
            {
                "question": facet.question.wording,
                "options": [option.wording for option in queries.chosen_options(facet)],
                "own_words": answer.own_words,
                "audience": facet.audience,
            }
            for facet, answer in said
            if answer
        ],
        labels={
            "question": _("Question"),
            "options": _("Answers"),
            "own_words": _("In your own words"),
            "audience": _("Who sees it"),
        },
        choices={"audience": dict(Audience.choices)},
    )


def _accesses(profile: Profile) -> Section:
    return Section(
        key="accesses",
        title=_("Who saw or changed it"),
        rows=[
            {
                "at": access.at,
                "deed": access.deed,
                "who": access.by.handle if access.by and access.deed in NAMED else "",
            }
            for access in queries.accesses(profile)
        ],
        labels={"at": _("When"), "deed": _("What"), "who": _("Who")},
        choices={"deed": dict(Deed.choices)},
    )
