from typing import Any

from django.db import migrations

from corridor.algorithms.references import identifiers

AT_ONCE = 500


def find_works(apps: Any, schema_editor: Any) -> None:
    del schema_editor
    post, named = apps.get_model("posts", "Post"), apps.get_model("library", "NamedWork")
    last = 0
    while found := list(
        post.objects.filter(pk__gt=last).order_by("pk").values_list("pk", "text")[:AT_ONCE]
    ):
        named.objects.bulk_create(
            [
                named(post_id=number, kind=one.kind, value=one.value)
                for number, text in found
                for one in identifiers(text)
                if one.kind in {"doi", "pmid"}
            ]
        )
        last = found[-1][0]


class Migration(migrations.Migration):
    dependencies = [
        ("library", "0002_retractions_and_works_named"),
        ("posts", "0001_posts_and_timelines"),
    ]
    operations = [migrations.RunPython(find_works, migrations.RunPython.noop, elidable=True)]
