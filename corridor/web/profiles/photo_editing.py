"""Somebody shows a photo of herself, says what it shows, or takes it away."""

from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from corridor.kernel.pictures import MOST_BYTES, NotAPicture, PictureTooLarge
from corridor.kernel.rate_limits import is_within_limit
from corridor.people import actions
from corridor.people.medical_images import IsDicom
from corridor.posts import actions as posting
from corridor.web.posts.seen import Look, look_elsewhere_of
from corridor.web.profiles.editing import SECTIONS
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

PHOTOS_AN_HOUR = 20
PICTURES = "image/jpeg,image/png,image/webp,image/gif,image/heic,image/heif"


class PhotoForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Photo"),
        help_text=gettext_lazy(
            "JPEG, PNG, WebP, GIF or HEIC, at most 8 MB. It is cut to a square; where and with"
            " what it was taken is left out. Leave out patients, people who did not agree, and"
            " badges with names."
        ),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": PICTURES}),
    )
    shows = forms.CharField(
        label=gettext_lazy("What the photo shows"),
        help_text=gettext_lazy("For people who do not see it: “Amara in a white coat, laughing”."),
        max_length=300,
        required=False,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def edit(request: MemberRequest) -> HttpResponse:
    if request.method == "POST":
        form = PhotoForm(request.POST, request.FILES)
        if form.is_valid() and _is_kept(request, form):
            messages.success(request, _("Kept."))
            return redirect("edit-photo")
    else:
        form = PhotoForm(initial={"shows": request.profile.photo_alt})
    context = {
        "form": form,
        "section": "photo",
        "sections": SECTIONS,
        "look": _look(request) if request.profile.photo else None,
    }
    return render(request, "profiles/edit_photo.html", context, status=422 if form.errors else 200)


@require_POST
@member_required
def remove(request: MemberRequest) -> HttpResponse:
    try:
        actions.remove_photo(profile=request.profile, by=request.profile)
    except actions.NoPhoto:
        messages.info(request, _("There is no photo to take away."))
    else:
        messages.success(request, _("Your photo is deleted."))
    return redirect("edit-photo")


def _look(request: MemberRequest) -> Look:
    place = posting.place_of_photo(request.profile.pk)
    return look_elsewhere_of(place, viewer_id=request.profile.pk, now=request.now)


def _is_kept(request: MemberRequest, form: PhotoForm) -> bool:
    profile, shows = request.profile, form.cleaned_data["shows"]
    file: UploadedFile[bytes] | None = form.cleaned_data["file"]
    try:
        if file is None:
            actions.describe_photo(profile=profile, shows=shows, by=profile)
        else:
            actions.set_photo(profile=profile, file=_read(request, file), shows=shows, by=profile)
    except actions.NoPhoto:
        form.add_error("file", _("Choose a photo."))
    except IsDicom:
        form.add_error("file", str(IsDicom.sentence))
    except NotAPicture:
        form.add_error("file", _("This is no JPEG, PNG, WebP, GIF or HEIC picture."))
    except PictureTooLarge:
        form.add_error("file", _("This picture is too large: 8 MB and 40 million pixels at most."))
    except TooManyPhotos:
        form.add_error("file", _("That were many photos in one hour. Try again later."))
    return not form.errors


class TooManyPhotos(Exception):
    """Each costs the server a moment of hard work."""


def _read(request: MemberRequest, file: "UploadedFile[bytes]") -> bytes:
    if not is_within_limit(request, "photo", most=PHOTOS_AN_HOUR, seconds=3600):
        raise TooManyPhotos
    return bytes(file.read(MOST_BYTES + 1))
