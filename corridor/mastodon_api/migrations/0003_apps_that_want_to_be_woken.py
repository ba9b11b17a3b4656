import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('mastodon_api', '0002_registered_apps'),
        ('oauth2_provider', '0022_refreshtoken_token_family_index'),
    ]

    operations = [
        migrations.CreateModel(
            name='PushSubscription',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('endpoint', models.CharField(max_length=2000)),
                ('p256dh', models.CharField(max_length=100)),
                ('auth', models.CharField(max_length=40)),
                ('is_standard', models.BooleanField(default=False)),
                ('alerts', models.TextField(blank=True)),
                ('policy', models.CharField(default='all', max_length=8)),
                ('sealed_token', models.BinaryField()),
                ('token', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='push_subscription', to='oauth2_provider.accesstoken')),
            ],
            options={
                'ordering': ('pk',),
            },
        ),
    ]
