from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from corridor.programmes import policies, queries
from corridor.programmes.actions.record_deed import record_deed
from corridor.programmes.actions.setting_up.plan_round import Plan, write_plan
from corridor.programmes.choices import TeamDeedKind, TeamRole
from corridor.programmes.models import Programme, Round, TeamMember
from corridor.programmes.templates_of_programmes import TEMPLATES, Template

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_DRAFTS = 20
LONGEST_SLUG = 50


class MayNotStart(Exception):
    """On this server operators start programmes, or she is not verified."""


class TooManyDrafts(Exception):
    """She has twenty that she never published: archive some of them."""


@dataclass(frozen=True, kw_only=True)
class NewDraft:
    template: str
    name: str
    hashtag: str
    time_zone: str
    plan: Plan


@transaction.atomic
def draft_programme(new: NewDraft, *, by: "Profile", now: datetime) -> Programme:
    """Nobody else sees it until it is published. Whoever starts it owns it.

    Raises MayNotStart, TooManyDrafts or ValidationError.
    """
    if not policies.can_start(by, now=now):
        raise MayNotStart
    check_number_of_drafts(by)

    template = TEMPLATES[new.template]
    programme = _from(template, new)
    if queries.active_with_hashtag(programme.hashtag) is not None:
        raise ValidationError({"hashtag": _("An active programme has this hashtag already.")})
    programme.full_clean()
    save_at_free_address(programme)
    TeamMember.objects.create(programme=programme, profile=by, role=TeamRole.OWNER)
    write_plan(Round(programme=programme, state=Round.State.PLANNED), new.plan)
    record_deed(programme, TeamDeedKind.STARTED, by=by, now=now, words=str(template.title))
    return programme


def check_number_of_drafts(owner: "Profile") -> None:
    """Raises TooManyDrafts."""
    own = Programme.objects.filter(team__profile=owner, team__role=TeamRole.OWNER)
    if own.filter(state=Programme.State.DRAFT).count() >= MOST_DRAFTS:
        raise TooManyDrafts


def _from(template: Template, new: NewDraft) -> Programme:
    return Programme(
        slug=free_slug(new.name, new.hashtag),
        name=new.name,
        hashtag=new.hashtag,
        time_zone=new.time_zone,
        state=Programme.State.DRAFT,
        template=template.name,
        description=str(template.description),
        for_whom=str(template.for_whom),
        admission=template.admission,
        role=template.role.value,
        mentor_capacity=template.mentor_capacity,
        answer_days=template.answer_days,
        cadence=template.cadence,
        meeting_minutes=template.meeting_minutes,
        months=template.months,
        both_sides=template.both_sides,
    )


def save_at_free_address(programme: Programme) -> None:
    """Of two that are started at once with one name, the second gets the next address."""
    try:
        with transaction.atomic():
            programme.save()
    except IntegrityError:
        programme.slug = free_slug(programme.name, programme.hashtag)
        programme.save()


def free_slug(name: str, hashtag: str) -> str:
    """By the name, else by the hashtag; numbered where somebody has that one."""
    begins = (slugify(name) or slugify(hashtag) or "programme")[:LONGEST_SLUG].strip("-")
    taken = set(
        Programme.objects.filter(slug__startswith=begins).order_by().values_list("slug", flat=True)
    )
    slug, number = begins, 1
    while slug in taken:
        number += 1
        slug = f"{begins}-{number}"
    return slug
