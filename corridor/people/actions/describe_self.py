"""Somebody says of herself what she wants to say, and who may see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction

from corridor.people import policies, queries
from corridor.people.actions.edit_profile import NotYourProfile
from corridor.people.actions.record_access import record_access
from corridor.people.choices import Audience, Deed, Purpose
from corridor.people.models import Facet, FacetIndex, Profile, Question
from corridor.people.sealed_answers import (
    LONGEST_OWN_WORDS,
    Answer,
    digest_of,
    seal_answer,
)


class IdentityFeaturesOff(Exception):
    """This server asks nobody about themselves (`IDENTITY_FEATURES`)."""


class UnknownAnswer(Exception):
    """The question is not asked, has no such option, or takes no own words."""


class OwnWordsTooLong(Exception):
    """More than `LONGEST_OWN_WORDS` letters."""


@dataclass(frozen=True, kw_only=True)
class NewAnswer:
    options: tuple[str, ...] = ()
    """Slugs of the question's options."""
    own_words: str = ""
    audience: str = Audience.NOBODY


@transaction.atomic
def describe_self(
    *, profile: Profile, answers: Mapping[str, NewAnswer], by: Profile, now: datetime
) -> None:
    """Slug of a question -> answer. Answers to questions that are not named go.

    Raises NotYourProfile, IdentityFeaturesOff, UnknownAnswer or OwnWordsTooLong.
    """
    if not policies.owns(by, profile):
        raise NotYourProfile
    if not settings.IDENTITY_FEATURES:
        raise IdentityFeaturesOff
    questions = {question.slug: question for question in queries.questions()}
    if not answers.keys() <= questions.keys():
        raise UnknownAnswer
    for slug, answer in answers.items():
        _check(answer, questions[slug])

    profile.facets.filter(question__is_active=True).delete()
    facets = [
        _facet(profile, question, answers.get(slug, NewAnswer()))
        for slug, question in questions.items()
    ]
    Facet.objects.bulk_create(facets)
    index_for_members(profile)
    record_access(subject=profile, by=by, deed=Deed.CHANGED, now=now)


def index_for_members(profile: Profile) -> None:
    """Members find somebody by what she shows; what she does not show has no trace here."""
    FacetIndex.objects.filter(facet__profile=profile).delete()
    if not queries.agrees(profile, Purpose.DISPLAY):
        return
    shown = (
        profile.facets.filter(question__is_experience=True)
        .exclude(audience=Audience.NOBODY)
        .select_related("question")
        .prefetch_related("question__options")
    )
    FacetIndex.objects.bulk_create(
        FacetIndex(facet=facet, digest=digest_of(option))
        for facet in shown
        for option in queries.chosen_options(facet)
    )


def _check(answer: NewAnswer, question: Question) -> None:
    offered = {option.slug for option in question.options.all()}
    if not set(answer.options) <= offered or answer.audience not in Audience.values:
        raise UnknownAnswer
    if answer.own_words.strip() and not question.allows_own_words:
        raise UnknownAnswer
    if len(answer.own_words.strip()) > LONGEST_OWN_WORDS:
        raise OwnWordsTooLong


def _facet(profile: Profile, question: Question, new: NewAnswer) -> Facet:
    answer = Answer(
        options=tuple(dict.fromkeys(new.options)), own_words=" ".join(new.own_words.split())
    )
    return Facet(
        profile=profile,
        question=question,
        sealed=seal_answer(answer, profile_id=profile.pk, question_id=question.pk),
        audience=new.audience,
    )
