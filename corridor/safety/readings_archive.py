"""Second readings and guidance in the archive of whoever asked, may read or has read."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from corridor.people.higher_contexts import Section
from corridor.safety.choices import Grounds, ReadingState
from corridor.safety.models import CardRead, SecondReader, SecondReading

if TYPE_CHECKING:
    from corridor.people.models import Profile


def readings(profile: "Profile") -> Section:
    rows = SecondReading.objects.filter(author=profile).order_by("pk")
    return Section(
        key="second_readings",
        title=_("What you had read before you post it"),
        rows=[
            {
                "begun_at": one.begun_at,
                "state": one.state,
                "grounds": one.grounds,
                "publish_at": one.publish_at,
                "post": one.post_number,
                "text": one.said.get("post", {}).get("text", ""),
                "content_note": one.said.get("post", {}).get("content_note", ""),
                "words": one.said.get("words", ""),
                "answer": one.said["answer"],
            }
            for one in rows
        ],
        labels={
            "begun_at": _("When"),
            "state": _("State"),
            "grounds": _("Why it may be posted"),
            "publish_at": _("To be published"),
            "post": _("Post"),
            "text": _("Text"),
            "content_note": _("Content note"),
            "words": _("What you wrote to the reader"),
            "answer": _("What the reader wrote"),
        },
        choices={"state": dict(ReadingState.choices), "grounds": dict(Grounds.choices)},
    )


def cards_read(profile: "Profile") -> Section:
    rows = CardRead.objects.filter(profile=profile).order_by("pk")
    return Section(
        key="cards_read",
        title=_("Guidance that you read or declined"),
        rows=list(rows.values("card", "version", "at", "is_declined")),
        labels={
            "card": _("Card"),
            "version": _("Version"),
            "at": _("When"),
            "is_declined": _("Not read, and not to be asked again"),
        },
    )


def right_to_read(profile: "Profile") -> Section:
    rows = SecondReader.objects.filter(profile=profile).order_by("pk")
    return Section(
        key="second_reader",
        title=_("Your right to read what is held"),
        rows=list(rows.values("since")),
        labels={"since": _("Since")},
    )
