"""What was found in somebody's own pictures."""

from django.db.models import QuerySet

from corridor.posts.models import PictureDetail


def details_of_picture(attachment_id: int, *, viewer_id: int) -> QuerySet[PictureDetail]:
    """From top to bottom; nothing of pictures of others."""
    found = PictureDetail.objects.filter(attachment=attachment_id, attachment__owner=viewer_id)
    return found.order_by("top", "left", "pk")
