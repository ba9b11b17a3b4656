from django.db import migrations, models
from django.db.models.functions import Lower


class Migration(migrations.Migration):
    dependencies = [("programmes", "0007_directors_are_a_team")]

    operations = [
        migrations.RemoveField("programme", "directors"),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.UniqueConstraint(
                Lower("hashtag"),
                condition=models.Q(state="active"),
                name="programme_hashtag_once_among_active",
            ),
        ),
    ]
