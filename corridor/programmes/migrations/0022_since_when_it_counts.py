from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0021_matches_given_up"),
    ]

    operations = [
        migrations.AddField(
            model_name="programme",
            name=name,
            field=models.DateTimeField(blank=True, editable=False, null=True),
        )
        for name in ("absences_count_since", "lateness_counts_since", "silence_counts_since")
    ]
