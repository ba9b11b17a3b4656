"""Somebody shows a photo of herself, or takes it away."""

import secrets

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from corridor.kernel import events
from corridor.kernel.pictures import square_pictures
from corridor.people import policies
from corridor.people.actions.edit_profile import NotYourProfile
from corridor.people.events import PhotoShown, ProfileChanged
from corridor.people.medical_images import refuse_dicom
from corridor.people.models import Profile
from corridor.people.names import clean_line
from corridor.people.photos import FOLDER, small_photo


class NoPhoto(Exception):
    """There is none to describe or take away."""


@transaction.atomic
def set_photo(*, profile: Profile, file: bytes, shows: str, by: Profile) -> None:
    """In place of an earlier one.

    Raises NotYourProfile, IsDicom, NotAPicture or PictureTooLarge.
    """
    if not policies.owns(by, profile):
        raise NotYourProfile
    refuse_dicom(file)
    made = square_pictures(file)

    before = profile.photo.name
    # The name says nothing of the file or of her, and nobody guesses it.
    name = f"{FOLDER}/{secrets.token_hex(16)}.webp"
    profile.photo.name = default_storage.save(name, ContentFile(made.large))
    default_storage.save(small_photo(profile.photo.name), ContentFile(made.small))
    profile.photo_alt = clean_line(shows)
    profile.full_clean()
    profile.save(update_fields=["photo", "photo_alt"])
    events.publish(ProfileChanged(profile_id=profile.pk))
    events.publish(PhotoShown(profile_id=profile.pk))
    _forget(before)


@transaction.atomic
def describe_photo(*, profile: Profile, shows: str, by: Profile) -> None:
    """Raises NotYourProfile, NoPhoto or ValidationError."""
    if not policies.owns(by, profile):
        raise NotYourProfile
    if not profile.photo:
        raise NoPhoto

    profile.photo_alt = clean_line(shows)
    profile.full_clean()
    profile.save(update_fields=["photo_alt"])


@transaction.atomic
def remove_photo(*, profile: Profile, by: Profile) -> None:
    """Raises NotYourProfile or NoPhoto."""
    if not policies.owns(by, profile):
        raise NotYourProfile
    if not profile.photo:
        raise NoPhoto

    before = profile.photo.name
    profile.photo.name = ""
    profile.photo_alt = ""
    profile.save(update_fields=["photo", "photo_alt"])
    events.publish(ProfileChanged(profile_id=profile.pk))
    events.publish(PhotoShown(profile_id=profile.pk))
    _forget(before)


def _forget(name: str | None) -> None:
    """Once the row says so: a photo that is still named must not be missing."""
    if not name:
        return

    def delete() -> None:
        default_storage.delete(name)
        default_storage.delete(small_photo(name))

    transaction.on_commit(delete)
