"""Who had applied is in; directors are a team; an active hashtag is one programme's."""

from collections.abc import Callable
from typing import Any

from django.db import migrations


def into_teams(apps: Any, _: Any) -> None:
    member = apps.get_model("programmes", "TeamMember")
    directing = apps.get_model("programmes", "Programme").directors.through
    owned: set[int] = set()
    for row in directing.objects.order_by("pk"):
        role = "director" if row.programme_id in owned else "owner"
        owned.add(row.programme_id)
        member.objects.create(
            programme_id=row.programme_id, profile_id=row.profile_id, role=role
        )


def out_of_teams(apps: Any, _: Any) -> None:
    directing = apps.get_model("programmes", "Programme").directors.through
    leads = apps.get_model("programmes", "TeamMember").objects.filter(
        role__in=["owner", "director"]
    )
    directing.objects.bulk_create(
        directing(programme_id=member.programme_id, profile_id=member.profile_id)
        for member in leads.order_by("pk")
    )


def tell_hashtags_apart(apps: Any, _: Any) -> None:
    """The oldest keeps it, the others get a number."""
    taken: set[str] = set()
    for programme in apps.get_model("programmes", "Programme").objects.order_by("pk"):
        free = _free(programme.hashtag, taken.__contains__)
        taken.add(free.lower())
        if free != programme.hashtag:
            programme.hashtag = free
            programme.save(update_fields=["hashtag"])


def _free(hashtag: str, is_taken: Callable[[str], bool]) -> str:
    free, number = hashtag, 1
    while is_taken(free.lower()):
        number += 1
        free = f"{hashtag[:56]}{number}"
    return free


def let_in(apps: Any, _: Any) -> None:
    apps.get_model("programmes", "Application").objects.update(state="in")


class Migration(migrations.Migration):
    dependencies = [("programmes", "0006_rounds_from_forms_to_matches")]

    operations = [
        migrations.RunPython(let_in, migrations.RunPython.noop, elidable=True),
        migrations.RunPython(into_teams, out_of_teams, elidable=True),
        migrations.RunPython(tell_hashtags_apart, migrations.RunPython.noop, elidable=True),
    ]
