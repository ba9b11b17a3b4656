"""Whoever has applied is in; one application a side, where a programme allows both."""

import django.db.models.deletion
from django.db import migrations, models

STATES = [
    ("draft", "Draft"),
    ("sent", "Waiting for admission"),
    ("in", "In"),
    ("declined", "Declined"),
    ("withdrawn", "Withdrawn"),
]


def state(default: str) -> "models.CharField[str, str]":
    return models.CharField("State", max_length=9, choices=STATES, default=default)


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0017_who_may_write_first"),
        ("programmes", "0005_documents_only_sealed"),
    ]

    operations = [
        migrations.AddField("application", "state", state("in")),
        migrations.AlterField("application", "state", state("draft")),
        migrations.AddField("application", "sealed_form", models.BinaryField(default=b"")),
        migrations.AddField(
            "programme",
            "both_sides",
            models.BooleanField("Mentee and mentor at once", default=False),
        ),
        migrations.RemoveConstraint("application", "application_one_per_person_and_round"),
        migrations.AddConstraint(
            "application",
            models.UniqueConstraint(
                fields=["round", "profile", "side"], name="application_one_per_person_and_side"
            ),
        ),
        migrations.CreateModel(
            name="ApplicationMove",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=12)),
                ("state", models.CharField(max_length=9, choices=STATES)),
                ("at", models.DateTimeField()),
                ("sealed_reason", models.BinaryField(default=b"")),
                (
                    "application",
                    models.ForeignKey(
                        "programmes.application",
                        django.db.models.deletion.CASCADE,
                        related_name="moves",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        "people.profile", django.db.models.deletion.PROTECT, related_name="+"
                    ),
                ),
            ],
            options={"ordering": ("at", "pk")},
        ),
    ]
