"""Whoever asked was told under her own name; now a notice names whoever answered.

Which of the two was told shows in when the other agreed. Where neither agreed then, the answer was
withdrawn since, and there is nothing to tell.
"""

from typing import Any

from django.db import migrations
from django.db.models import F

from corridor.kernel import sealing


def name_who_answered(apps: Any, _schema_editor: Any) -> None:
    told = apps.get_model("notifications", "Notification").objects.filter(kind="answer_to_keep")
    kept = apps.get_model("library", "KeptAnswer").objects
    for one in told.filter(by=F("recipient")).order_by("pk"):
        if kept.filter(answerer=one.recipient_id, asker_agreed_at=one.at).exists():
            continue
        asked = kept.filter(asker_digest=_digest(one.recipient_id), answerer_agreed_at=one.at)
        answerer = asked.values_list("answerer", flat=True).first()
        newer = told.filter(recipient=one.recipient_id, by=answerer, post=None)
        if answerer is None or newer.exists():
            one.delete()
        else:
            told.filter(pk=one.pk).update(by=answerer)


def _digest(profile_id: int) -> bytes:
    return sealing.digest(str(profile_id), purpose="KeptAnswer.asker")


class Migration(migrations.Migration):
    dependencies = [
        ("notifications", "0011_news_of_kept_answers"),
        ("library", "0004_kept_answers"),
    ]

    operations = [migrations.RunPython(name_who_answered, migrations.RunPython.noop, elidable=True)]
