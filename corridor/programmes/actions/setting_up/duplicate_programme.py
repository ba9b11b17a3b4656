from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from corridor.programmes import policies, queries
from corridor.programmes.actions.record_deed import record_deed
from corridor.programmes.actions.set_up_rights import hold_programme
from corridor.programmes.actions.setting_up.draft_programme import (
    MayNotStart,
    check_number_of_drafts,
    free_slug,
    save_at_free_address,
)
from corridor.programmes.choices import Message, Side, TeamDeedKind, TeamRole
from corridor.programmes.models import (
    AgreementText,
    FormVersion,
    Material,
    Programme,
    ProgrammeText,
    Question,
    TeamMember,
)
from corridor.programmes.policies import Right

if TYPE_CHECKING:
    from corridor.people.models import Profile

COPIED = (
    "hashtag",
    "description",
    "for_whom",
    "template",
    "time_zone",
    "admission",
    "domains",
    "rosters",
    "places",
    "both_sides",
    "role",
    "mentor_capacity",
    "answer_days",
    "cadence",
    "meeting_minutes",
    "months",
    "asks_how_it_went",
    "answers_publicly",
    "counts_absences",
    "counts_late_hours",
    "counts_silence",
    "counts_first_days",
    "counts_months",
    "break_days",
)
LONGEST_NAME = 110


@transaction.atomic
def duplicate_programme(programme: Programme, *, by: "Profile", now: datetime) -> Programme:
    """Settings, forms, words and agreement as a draft; no people, no rounds, no team.

    Its hashtag is the same until somebody changes it: only one of the two can be active. It
    belongs to the same whole only where she sets that up as well.
    Raises NotInTeam, MayNotStart or TooManyDrafts.
    """
    held = hold_programme(programme, by=by, right=Right.SET_UP)
    if not policies.can_start(by, now=now):
        raise MayNotStart
    check_number_of_drafts(by)

    copy = Programme(**{column: getattr(held, column) for column in COPIED})
    copy.name = _("Copy of %(name)s") % {"name": held.name[:LONGEST_NAME]}
    copy.slug = free_slug(copy.name, copy.hashtag)
    copy.state = Programme.State.DRAFT
    if held.part_of is not None and policies.can(by, held.part_of, Right.SET_UP):
        copy.part_of = held.part_of
    save_at_free_address(copy)
    TeamMember.objects.create(programme=copy, profile=by, role=TeamRole.OWNER)
    for side in Side:
        _copy_form(held, copy, side, now)
    _copy_words(held, copy, by, now)
    _copy_materials(held, copy)
    record_deed(copy, TeamDeedKind.STARTED, by=by, now=now, words=held.name)
    return copy


def _copy_form(programme: Programme, copy: Programme, side: Side, now: datetime) -> None:
    latest = queries.latest_version(programme, side)
    if latest is None:
        return
    first = FormVersion.objects.create(programme=copy, side=side, number=1, made_at=now)
    questions = list(latest.questions.filter(is_retired=False).order_by("position", "pk"))
    for question in questions:
        question.pk = None
        question.version = first
    Question.objects.bulk_create(questions)


def _copy_materials(programme: Programme, copy: Programme) -> None:
    rows = list(programme.materials.filter(is_shelved=False))
    for one in rows:
        one.pk, one.programme = None, copy
    Material.objects.bulk_create(rows)


def _copy_words(programme: Programme, copy: Programme, by: "Profile", now: datetime) -> None:
    for message in Message:
        own = queries.own_text(programme, message)
        if own is not None:
            ProgrammeText.objects.create(
                programme=copy,
                message=message,
                number=1,
                subject=own.subject,
                body=own.body,
                by=by,
                at=now,
            )
    agreement = queries.agreement(programme)
    if agreement.number:
        AgreementText.objects.create(programme=copy, number=1, text=agreement.text, by=by, at=now)
