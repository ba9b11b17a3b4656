"""What people say of themselves, for whom they opened it. Everybody else gets nothing.

With `IDENTITY_FEATURES` off nothing here returns anything: what is stored stays unread.
"""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from corridor.kernel.sealing import CannotOpen
from corridor.people import higher_contexts, policies
from corridor.people.choices import Audience, Purpose, Visibility
from corridor.people.models import Consent, Facet, FacetIndex, Option, Profile, Question
from corridor.people.queries.relations import kept_from
from corridor.people.queries.verification import is_verified
from corridor.people.sealed_answers import Answer, digest_of, open_answer

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class ShownFacet:
    question: str
    slug: str
    options: tuple[str, ...]
    """In words."""
    own_words: str
    audience: Audience


@dataclass(frozen=True, kw_only=True)
class ExperienceOption:
    value: str
    """"question.option": what a filter names in an address."""
    wording: str


def questions() -> QuerySet[Question]:
    """Those that are asked, with the options that are offered."""
    offered = Option.objects.filter(is_active=True).order_by("position", "pk")
    return (
        Question.objects.filter(is_active=True)
        .order_by("position", "pk")
        .prefetch_related(Prefetch("options", queryset=offered))
    )


def experience_options() -> Sequence[ExperienceOption]:
    """Lived experience that members may search by."""
    if not settings.IDENTITY_FEATURES:
        return []
    return [
        ExperienceOption(value=f"{question.slug}.{option.slug}", wording=option.wording)
        for question in questions().filter(is_experience=True)
        for option in question.options.all()
    ]


def agreements(profile: Profile) -> QuerySet[Consent]:
    """Those in force."""
    return profile.consents.filter(ended_at=None).order_by("given_at", "pk")


def agrees(profile: Profile, purpose: Purpose) -> bool:
    return bool(settings.IDENTITY_FEATURES) and agreements(profile).filter(purpose=purpose).exists()


def own_facets(profile: Profile) -> QuerySet[Facet]:
    """For herself: `answer_in` opens them."""
    return (
        profile.facets.select_related("question")
        .prefetch_related("question__options")
        .order_by("question__position", "pk")
    )


def answer_in(facet: Facet) -> Answer:
    """Empty where the key that sealed it is gone; the operator is told, without any value."""
    try:
        return open_answer(facet)
    except CannotOpen:
        log.exception("Facet %s does not open: is a key missing in ENCRYPTION_KEYS?", facet.pk)
        return Answer()


def chosen_options(facet: Facet) -> list[Option]:
    chosen = answer_in(facet).options
    return [option for option in facet.question.options.all() if option.slug in chosen]


def facets_shown(
    profile: Profile, *, viewer: Profile | None, now: datetime
) -> Sequence[ShownFacet]:
    """What this viewer sees of it on her profile; herself, all that she shows to anybody."""
    facets = _displayed(profile)
    if not facets:
        return []
    return _opened(facets, _audiences_that_include(viewer, profile, of=facets, now=now))


def holders_of(
    values: Iterable[str], *, viewer: Profile | None, now: datetime
) -> QuerySet[FacetIndex, int]:
    """Ids of profiles with at least one of these experiences, as far as they show it to her.

    Values of `experience_options`; others match nobody. Visitors find nobody.
    """
    found = FacetIndex.objects.filter(facet__profile__account__departure=None)
    if viewer is None or not settings.IDENTITY_FEATURES:
        found = found.none()
    else:
        agreed = Consent.objects.filter(purpose=Purpose.DISPLAY, ended_at=None)
        found = (
            found.filter(_opened_to(viewer, now=now), digest__in=_digests(values))
            .filter(facet__profile__in=agreed.values("profile"))
            .exclude(facet__profile__in=kept_from(viewer, today=now.date()))
        )
    return found.order_by("facet__profile").values_list("facet__profile", flat=True).distinct()


def matching_experience(profile: Profile) -> frozenset[str]:
    """Lived experience in words, for a matching; empty unless she agreed to that use."""
    if not agrees(profile, Purpose.MATCHING):
        return frozenset()
    facets = own_facets(profile).filter(question__is_experience=True, question__is_active=True)
    return frozenset(option.wording for facet in facets for option in chosen_options(facet))


def works_with(profile: Profile) -> set[int]:
    """Ids of profiles that somebody works with here, in whatever context."""
    return {other for it in higher_contexts.connected() for other in it.works_with(profile)}


def facets_as_seen_by(other: Profile, *, own: Profile, now: datetime) -> Sequence[ShownFacet]:
    """For the owner: who it is opened to, and nothing of whether the other keeps away from her."""
    facets = _displayed(own)
    return _opened(facets, _audiences_with(other, own, of=facets, now=now))


def _displayed(profile: Profile) -> list[Facet]:
    """Sealed still; none where she does not agree to their being shown."""
    if not settings.IDENTITY_FEATURES:
        return []
    agreed = Consent.objects.filter(
        profile=OuterRef("profile"), purpose=Purpose.DISPLAY, ended_at=None
    )
    shown = own_facets(profile).exclude(audience=Audience.NOBODY)
    return list(shown.filter(Exists(agreed), question__is_active=True))


def _opened(facets: Iterable[Facet], audiences: set[Audience]) -> list[ShownFacet]:
    ours = [facet for facet in facets if facet.audience in audiences]
    return [shown for facet in ours if (shown := _shown(facet)) is not None]


def _shown(facet: Facet) -> ShownFacet | None:
    answer = answer_in(facet)
    if not answer:
        return None
    return ShownFacet(
        question=facet.question.wording,
        slug=facet.question.slug,
        options=tuple(
            option.wording
            for option in facet.question.options.all()
            if option.slug in answer.options
        ),
        own_words=answer.own_words,
        audience=Audience(facet.audience),
    )


def _audiences_that_include(
    viewer: Profile | None, profile: Profile, *, of: Sequence[Facet], now: datetime
) -> set[Audience]:
    if viewer is None:
        return {Audience.PUBLIC} if profile.visibility == Visibility.PUBLIC else set()
    if policies.owns(viewer, profile):
        return set(Audience) - {Audience.NOBODY}
    if profile.pk in kept_from(viewer, today=now.date()):
        return set()
    return _audiences_with(viewer, profile, of=of, now=now)


def _audiences_with(
    viewer: Profile, profile: Profile, *, of: Sequence[Facet], now: datetime
) -> set[Audience]:
    """Only those that one of these facets is opened to are looked into."""
    asked = {facet.audience for facet in of}
    included = {Audience.PUBLIC}
    if Audience.VERIFIED in asked and is_verified(viewer, now=now):
        included.add(Audience.VERIFIED)
    if Audience.RELATIONSHIPS in asked and viewer.pk in works_with(profile):
        included.add(Audience.RELATIONSHIPS)
    return included


def _opened_to(viewer: Profile, *, now: datetime) -> Q:
    opened = Q(facet__audience=Audience.PUBLIC) | Q(facet__profile=viewer)
    if is_verified(viewer, now=now):
        opened |= Q(facet__audience=Audience.VERIFIED)
    partners = works_with(viewer)
    return opened | Q(facet__audience=Audience.RELATIONSHIPS, facet__profile__in=partners)


def _digests(values: Iterable[str]) -> list[bytes]:
    asked = set(values)
    return [
        digest_of(option)
        for question in questions().filter(is_experience=True)
        for option in question.options.all()
        if f"{question.slug}.{option.slug}" in asked
    ]
