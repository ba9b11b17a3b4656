"""Words of posts as they follow one another, for phrases; of posts that are there already, too."""

from typing import Any

from django.db import migrations, models

from corridor.algorithms.directory.words import in_order

AT_ONCE = 500


def write(apps: Any, schema_editor: Any) -> None:
    entry_model = apps.get_model("posts", "SearchEntry")
    lacking = entry_model.objects.filter(in_order=None).order_by("pk").select_related("post")
    with_parts = lacking.prefetch_related("post__attachments", "post__poll__options")
    while some := list(with_parts[:AT_ONCE]):
        for entry in some:
            entry.in_order = in_order(_texts(entry.post))
        entry_model.objects.bulk_update(some, ["in_order"])


def _texts(post: Any) -> list[str]:
    poll = getattr(post, "poll", None)
    options = [] if poll is None else [option.title for option in poll.options.all()]
    return [post.content_note, post.text, *options, *(one.alt for one in post.attachments.all())]


class Migration(migrations.Migration):
    dependencies = [("posts", "0010_how_posts_begin")]

    operations = [
        migrations.AddField("searchentry", "in_order", models.TextField(null=True)),
        migrations.RunPython(write, migrations.RunPython.noop, elidable=True),
    ]
