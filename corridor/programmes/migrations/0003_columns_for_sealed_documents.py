from django.db import migrations, models

DOCUMENTS = [
    ("application", "answers"),
    ("runrecord", "given"),
    ("runrecord", "outcome"),
    ("runrecord", "swaps"),
    ("runrecord", "certificate"),
]


class Migration(migrations.Migration):
    dependencies = [("programmes", "0002_holds_and_partings_that_end")]

    operations = [
        *(
            migrations.AddField(
                model, f"sealed_{name}", models.BinaryField(default=b""), preserve_default=False
            )
            for model, name in DOCUMENTS
        ),
        # Emptied by the next migration, and filled again where it is taken back.
        *(migrations.AlterField(model, name, models.JSONField(null=True)) for model, name in DOCUMENTS),
    ]
