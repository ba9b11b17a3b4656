"""What posts are found by: a row for each, which `index_post` writes."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("posts", "0003_looking_after_old_posts")]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "post",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_entry",
                        serialize=False,
                        to="posts.post",
                    ),
                ),
                ("words", models.TextField(blank=True)),
            ],
            options={"ordering": ("post",)},
        ),
    ]
