"""Who may quote a post is told to each reader; texts that said it to all are made anew when read."""

from typing import Any

from django.db import migrations, models


def forget(apps: Any, schema_editor: Any) -> None:
    apps.get_model("mastodon_api", "RenderedPost").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("mastodon_api", "0007_whose_it_was_and_requests")]

    operations = [
        migrations.AlterField(
            "renderedpost", "more", models.PositiveSmallIntegerField(default=0)
        ),
        migrations.RunPython(forget, forget, elidable=True),
    ]
