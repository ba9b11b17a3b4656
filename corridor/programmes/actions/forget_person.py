"""Somebody has left the server: rounds that are over keep their matches, without her name."""

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import ProtectedError, Q
from django.utils.translation import gettext as _

from corridor.programmes.actions.answering import forget_answers
from corridor.programmes.actions.conduct import tell_left_unheard
from corridor.programmes.archive_of_conduct import forget_conduct
from corridor.programmes.archive_of_consequences import forget_consequences
from corridor.programmes.archive_of_ways_in import forget_ways_in
from corridor.programmes.choices import TeamRole
from corridor.programmes.documents import to_document
from corridor.programmes.models import (
    Application,
    Match,
    Override,
    Programme,
    Round,
    RunRecord,
    SwapRecord,
    TeamDeed,
    TeamMember,
)
from corridor.programmes.talk import Talk

if TYPE_CHECKING:
    from corridor.people.models import Profile

DOCUMENTS = ("given", "outcome", "certificate")


@transaction.atomic
def forget_person(profile: "Profile", handle: str) -> None:
    """Her applications go; one that a run matched stays, empty, under the new handle."""
    rounds = list(Round.objects.filter(applications__profile=profile).order_by("pk"))
    names = {profile.handle: handle, profile.display_name: _("Somebody who left")}
    for application in Application.objects.filter(profile=profile).order_by("pk"):
        _forget(application)
    for application in Application.objects.filter(round__in=rounds).order_by("pk"):
        application.answers = _renamed(application.answers, {profile.handle: handle})
        if application.sealed_form:
            application.form = _renamed(application.form, {profile.handle: handle})
        application.save(update_fields=["sealed_answers", "sealed_form"])
    about = Q(mentee__profile=profile) | Q(mentor__profile=profile)
    for match in Match.objects.filter(about).order_by("pk"):
        match.talk = to_document(Talk())
        match.save(update_fields=["sealed_talk"])
    for record in RunRecord.objects.filter(run__round__in=rounds).order_by("pk"):
        for document in DOCUMENTS:
            setattr(record, document, _renamed(getattr(record, document), names))
        record.save(update_fields=[f"sealed_{document}" for document in DOCUMENTS])
    told = SwapRecord.objects.filter(proposal__run__round__in=rounds).order_by("pk")
    for one in told.iterator():
        one.swaps = _renamed(one.swaps, names)
        one.save(update_fields=["sealed_swaps"])
    _tell_whom_she_heard(profile)
    forget_answers(profile)
    forget_ways_in(profile)
    forget_conduct(profile)
    forget_consequences(profile)
    _leave_teams(profile)
    _forget_deeds(profile)
    # What directors wrote about her. The base manager: the record refuses to be edited by people.
    about = Q(mentee__profile=profile) | Q(mentor__profile=profile) | Q(becomes__profile=profile)
    Override.objects.filter(about).exclude(text="").update(text=_("About somebody who left."))


def _tell_whom_she_heard(profile: "Profile") -> None:
    for programme in Programme.objects.filter(team__profile=profile).order_by("pk"):
        tell_left_unheard(programme, profile.pk)


def _forget_deeds(profile: "Profile") -> None:
    """What a team wrote about her goes; that something was done for her stays."""
    for deed in TeamDeed.objects.filter(about=profile).order_by("pk"):
        deed.words = ""
        # The base manager: the list refuses to be edited by people.
        TeamDeed._base_manager.filter(pk=deed.pk).update(sealed_words=deed.sealed_words)


def _leave_teams(profile: "Profile") -> None:
    """Where she was the only owner, whoever directs it longest becomes owner."""
    Programme.objects.filter(concerns_to=profile).update(concerns_to=None)
    for member in TeamMember.objects.filter(profile=profile).order_by("pk"):
        others = TeamMember.objects.filter(programme=member.programme_id).exclude(pk=member.pk)
        member.delete()
        heir = others.filter(role=TeamRole.DIRECTOR).order_by("pk").first()
        if heir is not None and not others.filter(role=TeamRole.OWNER).exists():
            heir.role = TeamRole.OWNER
            heir.save(update_fields=["role"])


def _forget(application: Application) -> None:
    try:
        with transaction.atomic():
            application.delete()
    except ProtectedError:
        application.answers = {}
        application.sealed_form = b""
        application.save(update_fields=["sealed_answers", "sealed_form"])
        application.moves.update(sealed_reason=b"")


def _renamed(document: Any, names: dict[str, str]) -> Any:
    if isinstance(document, str):
        return names.get(document, document)
    if isinstance(document, list):
        return [_renamed(item, names) for item in document]
    if isinstance(document, dict):
        return {key: _renamed(held, names) for key, held in document.items()}
    return document
