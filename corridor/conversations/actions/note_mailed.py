"""A mail told of these: the next one waits until she has read."""

from collections.abc import Sequence

from django.db.models import OuterRef, Subquery

from corridor.conversations.models import Conversation, Membership


def note_mailed(memberships: Sequence[int]) -> None:
    last = Conversation.objects.filter(pk=OuterRef("conversation")).order_by().values("last")
    Membership.objects.filter(pk__in=memberships).update(mailed_to=Subquery(last))
