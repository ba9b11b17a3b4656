"""When somebody was reminded stands among all reminders.

Of a post that anybody with the right may read, who was told is not known: they may hear once more.
"""

from collections.abc import Iterator
from typing import Any

from django.db import migrations
from django.db.models import F


def keep_what_was_said(apps: Any, _schema_editor: Any) -> None:
    sent = apps.get_model("reminders", "SentReminder")
    sent.objects.bulk_create(_sent(apps, sent), ignore_conflicts=True)


def _sent(apps: Any, sent: Any) -> Iterator[Any]:
    reminded = apps.get_model("safety", "SecondReading").objects.exclude(reminded_at=None)
    asked = reminded.filter(state="waiting").exclude(wanted=None)
    changing = reminded.filter(state="change", reminded_at__gte=F("answered_at"))
    for kind, rows, to in (("read_post", asked, "wanted_id"), ("change_post", changing, "author_id")):
        for one in rows.order_by("pk"):
            profile_id, at = getattr(one, to), one.reminded_at
            yield sent(profile_id=profile_id, kind=kind, about=one.pk, number=1, at=at)


class Migration(migrations.Migration):
    dependencies = [
        ("safety", "0014_measures_name_no_post"),
        ("reminders", "0001_what_reminders_people_get"),
    ]

    operations = [
        migrations.RunPython(keep_what_was_said, migrations.RunPython.noop, elidable=True),
        migrations.RemoveField(model_name="secondreading", name="reminded_at"),
    ]
