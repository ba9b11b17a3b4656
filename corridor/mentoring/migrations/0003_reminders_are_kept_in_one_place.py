"""What was asked for by mail before counts, and whoever wants no mail before meetings gets none."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db import migrations

PEOPLE = ("mentee", "mentor")


def keep_what_was_said(apps: Any, _schema_editor: Any) -> None:
    sent = apps.get_model("reminders", "SentReminder")
    off = apps.get_model("reminders", "SwitchedOff")
    wishes = apps.get_model("mentoring", "CalendarWishes").objects
    for one in wishes.filter(wants_reminders=False).order_by("pk"):
        kind = {"profile_id": one.profile_id, "kind": "meeting_soon", "about": None}
        off.objects.get_or_create(**kind, defaults={"at": "2026-11-30T00:00:00+00:00"})
    sent.objects.bulk_create(_sent(apps, sent), ignore_conflicts=True)


def _sent(apps: Any, sent: Any) -> Iterator[Any]:
    surveys = apps.get_model("mentoring", "Survey").objects.filter(
        meeting=None, answered_at=None, skipped_at=None
    )
    for one in surveys.select_related("relationship").order_by("pk"):
        times = [at for at in (one.asked_at, one.reminded_at) if at is not None]
        yield from _told(sent, "give_review", one, [one.side], times)
    checks = apps.get_model("mentoring", "ContactCheck").objects.filter(answered_at=None)
    for one in checks.select_related("relationship").order_by("pk"):
        yield from _told(sent, "first_meeting", one, [one.side], [one.asked_at])
    meetings = apps.get_model("mentoring", "Meeting").objects.filter(
        state="agreed", log_asked_at__isnull=False
    )
    for one in meetings.select_related("relationship").order_by("pk"):
        yield from _told(sent, "write_log", one, PEOPLE, [one.log_asked_at])


def _told(
    sent: Any, kind: str, one: Any, sides: Iterable[str], times: Iterable[datetime]
) -> Iterator[Any]:
    for side in sides:
        profile_id = getattr(one.relationship, f"{side}_id")
        for number, at in enumerate(times, start=1):
            yield sent(profile_id=profile_id, kind=kind, about=one.pk, number=number, at=at)


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0002_office_hours"),
        ("reminders", "0001_what_reminders_people_get"),
    ]

    operations = [
        migrations.RunPython(keep_what_was_said, migrations.RunPython.noop, elidable=True),
        migrations.RemoveField(model_name="calendarwishes", name="wants_reminders"),
        migrations.RemoveField(model_name="survey", name="reminded_at"),
    ]
