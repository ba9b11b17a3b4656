import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0012_name_mentees_of_next_bests")]

    operations = [
        migrations.AlterField(
            "nextbest",
            "mentee",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="programmes.application",
            ),
        ),
        migrations.AddConstraint(
            "nextbest",
            models.UniqueConstraint(
                fields=("mentee", "mentor", "role"), name="next_best_looked_at_once"
            ),
        ),
    ]
