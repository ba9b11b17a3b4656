"""Medical images as machines write them are taken nowhere: not with a post, and not of somebody."""

from django.utils.translation import gettext_lazy

from corridor.algorithms import dicom


class IsDicom(Exception):
    """It says whose body it shows in more places than anybody could promise to empty."""

    sentence = gettext_lazy(
        "This is a DICOM file. It names the patient in many places that nobody sees, so it is not"
        " taken. Export the image as PNG or JPEG, cut off what is written on it, look at it once"
        " more, and send that."
    )


def refuse_dicom(content: bytes) -> None:
    """Raises IsDicom."""
    if dicom.is_dicom(content):
        raise IsDicom
