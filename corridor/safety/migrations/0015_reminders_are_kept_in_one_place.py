from django.db import migrations


class Migration(migrations.Migration):
    """When somebody was reminded stands among all reminders."""

    dependencies = [("safety", "0014_measures_name_no_post")]

    operations = [migrations.RemoveField(model_name="secondreading", name="reminded_at")]
