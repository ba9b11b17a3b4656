import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0010_conduct_and_concerns")]

    operations = [
        migrations.AddField(
            "nextbest",
            "mentee",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="programmes.application",
            ),
        ),
        migrations.AddField(
            "nextbest",
            "role",
            models.CharField(
                choices=[("mentor", "mentor"), ("coach", "coach"), ("sponsor", "sponsor")],
                default="mentor",
                max_length=7,
            ),
            preserve_default=False,
        ),
        migrations.AlterField(
            "nextbest",
            "after",
            models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="suggested",
                to="programmes.match",
            ),
        ),
    ]
