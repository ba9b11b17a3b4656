from typing import Any

from django.db import migrations
from django.db.models.functions import Lower


def note_mailboxes(apps: Any, schema_editor: Any) -> None:
    """Whoever has an account already signs in with its mailbox, as before."""
    account = apps.get_model("people", "Account")
    address = apps.get_model("account", "EmailAddress")
    known = address.objects.values("user")
    without = account.objects.exclude(pk__in=known).annotate(small=Lower("email"))
    address.objects.bulk_create(
        [
            address(user_id=one.pk, email=one.small, verified=True, primary=True)
            for one in without.iterator()
        ],
        batch_size=500,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0009_words_of_the_directory"),
        ("account", "0009_emailaddress_unique_primary_email"),
    ]

    operations = [migrations.RunPython(note_mailboxes, migrations.RunPython.noop, elidable=True)]
