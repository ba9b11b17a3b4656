"""What people wrote as their specialty becomes one of the list, with their own word beside it."""

from typing import Any

from django.db import migrations

from corridor.algorithms.specialties import BY_SLUG, find_specialty


def find(apps: Any, schema_editor: object) -> None:
    profiles = apps.get_model("people", "Profile").objects
    for profile in profiles.exclude(specialty="").iterator():
        profile.specialty, profile.subspecialty = find_specialty(profile.specialty)
        profile.save(update_fields=["specialty", "subspecialty"])


def put_back(apps: Any, schema_editor: object) -> None:
    profiles = apps.get_model("people", "Profile").objects
    for profile in profiles.exclude(specialty="", subspecialty="").iterator():
        known = BY_SLUG.get(profile.specialty)
        profile.specialty = profile.subspecialty or (known.name if known else "")
        profile.save(update_fields=["specialty"])


class Migration(migrations.Migration):
    dependencies = [("people", "0002_people_in_full")]

    operations = [migrations.RunPython(find, put_back, elidable=True)]
