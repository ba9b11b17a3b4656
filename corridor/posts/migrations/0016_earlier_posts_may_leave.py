"""Posts for everybody that were there before: their hold is long over."""

from typing import Any

from django.db import migrations
from django.db.models import F


def write(apps: Any, schema_editor: Any) -> None:
    posts = apps.get_model("posts", "Post").objects.exclude(kind="story")
    posts.filter(audience__in=["public", "quiet"]).update(leaves_at=F("at"))


class Migration(migrations.Migration):
    dependencies = [("posts", "0015_what_is_pulled_and_when_posts_leave")]

    operations = [migrations.RunPython(write, migrations.RunPython.noop, elidable=True)]
