"""Buttons of the composer that arrange parts: each keeps what was typed, then does its deed."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from corridor.kernel.moving_pictures import CannotMakeAnew, MovingPictureTooLarge
from corridor.kernel.pictures import NotAPicture, PictureTooLarge
from corridor.library import actions, queries
from corridor.posts import actions as posting
from corridor.web.library.forms import ThreadForm, words_typed
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from django.core.files.base import File

    from corridor.library.models import Part, Version

REFUSALS = {
    actions.PartKeepsPlace: gettext_lazy(
        "Published parts keep their place, because people answered them; only the last can go."
    ),
    actions.TooManyParts: gettext_lazy("A thread has forty parts at most."),
    actions.TooManyPictures: gettext_lazy("A post has at most four pictures."),
    posting.UnknownAttachment: gettext_lazy("This picture is not there any more."),
}

PICTURES = {
    NotAPicture: gettext_lazy("This is no picture that we can read."),
    PictureTooLarge: gettext_lazy("This picture is too large."),
    posting.IsDicom: posting.IsDicom.sentence,
    posting.TooManyUploads: gettext_lazy("Too many pictures wait already: publish some first."),
    actions.TooManyPictures: gettext_lazy("A post has at most four pictures."),
    CannotMakeAnew: gettext_lazy("A part has pictures only."),
    MovingPictureTooLarge: gettext_lazy("This file is too large."),
}


@require_POST
@member_required
def arrange(request: MemberRequest, tutorial_id: int) -> HttpResponse:
    """`part`: what to do and with which, as in `up-12`; `add` puts one at the end."""
    version = version_or_404(request, tutorial_id)
    form = ThreadForm(request.POST)
    if form.is_valid():
        version = keep_typed(request, version, form)
    deed, _dash, number = request.POST.get("part", "").partition("-")
    try:
        at = _arrange(request, version, deed, number)
    except tuple(REFUSALS) as refused:
        messages.error(request, REFUSALS[type(refused)])
        at = None
    where = f"#part-{at.pk}" if at else ""
    return redirect(f"{reverse('thread', args=[tutorial_id])}{where}")


def version_or_404(request: MemberRequest, tutorial_id: int) -> "Version":
    version = queries.own_version(tutorial_id, viewer_id=request.profile.pk)
    if version is None:
        raise Http404
    return version


def keep_typed(request: MemberRequest, version: "Version", form: ThreadForm) -> "Version":
    """Pictures are described as well."""
    if version.tutorial.published:
        form.cleaned_data["audience"] = version.tutorial.audience
    words = words_typed(form, request.POST.dict())
    kept = actions.keep_version(words, version=version, by=request.profile, now=request.now)
    for picture in queries.pictures_of(kept):
        said = request.POST.get(f"alt-{picture.attachment_id}")
        if said is not None and said.strip() != picture.attachment.alt:
            _describe(request, picture.attachment_id, said)
    for part in kept.parts.order_by("position", "pk"):
        for file in request.FILES.getlist(f"picture-{part.pk}"):
            _illustrate(request, part, file)
    return kept


def _describe(request: MemberRequest, attachment_id: int, said: str) -> None:
    words = posting.Description(attachment=attachment_id, alt=said[:1500])
    try:
        posting.describe_media(words, by=request.profile, now=request.now)
    except posting.MayIdentifyPatient as refused:  # others see it already
        messages.error(request, posting.sentence(refused))


def _illustrate(request: MemberRequest, part: "Part", file: "File[Any]") -> None:
    try:
        made = posting.upload_media(posting.Upload(file=file), by=request.profile, now=request.now)
        actions.add_picture(part=part, attachment_id=made.pk, by=request.profile)
    except tuple(PICTURES) as refused:
        messages.error(request, PICTURES[type(refused)])


def _arrange(request: MemberRequest, version: "Version", deed: str, number: str) -> "Part | None":
    if deed == "add" and not number:
        return actions.add_part(version=version, by=request.profile)
    if deed == "unpicture":
        return _unpicture(request, version, number)
    part = _part_or_404(version, number)
    if deed == "below":
        return actions.add_part(version=version, by=request.profile, behind=part)
    if deed in {"up", "down"}:
        steps = -1 if deed == "up" else 1
        actions.move_part(part=part, by=request.profile, steps=steps)
    elif deed == "remove":
        actions.remove_part(part=part, by=request.profile)
        return None
    return part


def _unpicture(request: MemberRequest, version: "Version", number: str) -> "Part | None":
    for picture in queries.pictures_of(version):
        if str(picture.attachment_id) == number:
            actions.remove_picture(
                part=picture.part, attachment_id=picture.attachment_id, by=request.profile
            )
            return picture.part
    raise Http404


def _part_or_404(version: "Version", number: str) -> "Part":
    for one in queries.outline(version):
        if str(one.part.pk) == number:
            return one.part
    raise Http404
