import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('mastodon_api', '0008_who_may_quote'),
        ('oauth2_provider', '0022_refreshtoken_token_family_index'),
    ]

    operations = [
        migrations.CreateModel(
            name='AppUse',
            fields=[
                ('token', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='use', serialize=False, to='oauth2_provider.accesstoken')),
                ('last_on', models.DateField()),
            ],
            options={
                'ordering': ('token',),
            },
        ),
    ]
