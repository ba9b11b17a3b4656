"""The mentee of the match before becomes the suggestion's own, and its reasons are bound to her."""

from typing import Any

from django.db import migrations

from corridor.kernel import sealing

PURPOSE = "NextBest.why"


def name_mentees(apps: Any, _: Any) -> None:
    for row in apps.get_model("programmes", "NextBest").objects.select_related("after"):
        row.mentee_id, row.role = row.after.mentee_id, row.after.role
        _seal_anew(row, was=_after(row), becomes=_people(row))
        row.save(update_fields=["mentee", "role", "sealed_why"])


def name_matches(apps: Any, _: Any) -> None:
    suggestions = apps.get_model("programmes", "NextBest").objects
    # What follows on no match had no place before.
    suggestions.filter(after=None).delete()
    for row in suggestions.all():
        _seal_anew(row, was=_people(row), becomes=_after(row))
        row.save(update_fields=["sealed_why"])


def _seal_anew(row: Any, *, was: str, becomes: str) -> None:
    text = sealing.unseal(row.sealed_why, purpose=PURPOSE, place=was)
    row.sealed_why = sealing.seal(text, purpose=PURPOSE, place=becomes)


def _after(row: Any) -> str:
    return f"after_id={row.after_id} mentor_id={row.mentor_id}"


def _people(row: Any) -> str:
    return f"mentee_id={row.mentee_id} mentor_id={row.mentor_id} role={row.role}"


class Migration(migrations.Migration):
    dependencies = [("programmes", "0011_next_bests_say_for_whom")]

    operations = [migrations.RunPython(name_mentees, name_matches, elidable=True)]
