"""Who runs a programme, what it asks, and what it says in its own words."""

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0017_who_may_write_first"),
        ("programmes", "0007_round_states_and_matches"),
    ]

    operations = [
        migrations.CreateModel(
            name="AgreementText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("text", models.TextField(max_length=10000, verbose_name="Agreement")),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ("programme", "-number"),
            },
        ),
        migrations.CreateModel(
            name="FormVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[("mentee", "Mentee"), ("mentor", "Mentor")], max_length=6
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "ordering": ("programme", "side", "-number"),
            },
        ),
        migrations.CreateModel(
            name="ProgrammeText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "message",
                    models.CharField(
                        choices=[
                            ("welcome", "Welcome"),
                            ("receipt", "Receipt of an application"),
                            ("match_mentee", "A match, to the mentee"),
                            ("match_mentor", "A match, to the mentor"),
                            ("reminder", "Reminder"),
                            ("closing", "Closing"),
                        ],
                        max_length=12,
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("subject", models.CharField(blank=True, max_length=150, verbose_name="Subject")),
                ("body", models.TextField(blank=True, max_length=5000, verbose_name="Text")),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ("programme", "message", "-number"),
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=32)),
                ("position", models.PositiveIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("short", "Short text"),
                            ("long", "Long text"),
                            ("one", "One of a list"),
                            ("several", "Several of a list"),
                            ("ranked", "Ranked list"),
                            ("yes_no", "Yes or no"),
                            ("number", "Number"),
                            ("date", "Date"),
                            ("consent", "Consent"),
                            ("words", "Words, one a line"),
                            ("people", "People, best first"),
                            ("hours", "Free hours of a week"),
                        ],
                        max_length=8,
                        verbose_name="Kind of answer",
                    ),
                ),
                ("field", models.CharField(blank=True, max_length=12)),
                ("label", models.CharField(max_length=300, verbose_name="Question")),
                ("help_text", models.CharField(blank=True, max_length=600, verbose_name="Help")),
                (
                    "is_required",
                    models.BooleanField(default=False, verbose_name="Must be answered"),
                ),
                ("options", models.TextField(blank=True, max_length=20000, verbose_name="List")),
                (
                    "least",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(1000000)],
                        verbose_name="At least",
                    ),
                ),
                (
                    "most",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(1000000)],
                        verbose_name="At most",
                    ),
                ),
                ("is_retired", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ("position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="TeamDeed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("started", "Started the programme"),
                            ("set_up", "Changed the set-up"),
                            ("form", "Changed a form"),
                            ("words", "Changed words of the programme"),
                            ("published", "Published the programme"),
                            ("archived", "Archived the programme"),
                            ("back", "Brought the programme back"),
                            ("team", "Changed the team"),
                            ("handed_over", "Handed the programme over"),
                            ("acted_for", "Acted for a member"),
                        ],
                        max_length=11,
                    ),
                ),
                ("place", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("sealed_words", models.BinaryField(default=b"")),
            ],
            options={
                "ordering": ("-at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="TeamInvitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("admits", models.BooleanField(default=False, verbose_name="Decides who gets in")),
                ("publishes", models.BooleanField(default=False, verbose_name="Publishes matches")),
                (
                    "messages",
                    models.BooleanField(
                        default=False, verbose_name="Writes to everybody in a round"
                    ),
                ),
                (
                    "acts_for",
                    models.BooleanField(default=False, verbose_name="Acts for members who ask"),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("owner", "Owner"),
                            ("director", "Director"),
                            ("reviewer", "Reviewer of matches"),
                            ("reader", "Reader"),
                        ],
                        max_length=8,
                        verbose_name="Role",
                    ),
                ),
                ("at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("accepted", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ("-at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="TeamMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("admits", models.BooleanField(default=False, verbose_name="Decides who gets in")),
                ("publishes", models.BooleanField(default=False, verbose_name="Publishes matches")),
                (
                    "messages",
                    models.BooleanField(
                        default=False, verbose_name="Writes to everybody in a round"
                    ),
                ),
                (
                    "acts_for",
                    models.BooleanField(default=False, verbose_name="Acts for members who ask"),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("owner", "Owner"),
                            ("director", "Director"),
                            ("reviewer", "Reviewer of matches"),
                            ("reader", "Reader"),
                        ],
                        max_length=8,
                        verbose_name="Role",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.AddField(
            model_name="programme",
            name="admission",
            field=models.CharField(
                choices=[
                    ("open", "Everybody who applies"),
                    ("approval", "Whoever the team admits"),
                    ("invitation", "Whoever was invited"),
                    ("membership", "Whoever a roster names, or has an address at a domain"),
                ],
                default="open",
                max_length=10,
                verbose_name="Who gets in",
            ),
        ),
        migrations.AddField(
            model_name="programme",
            name="answer_days",
            field=models.PositiveSmallIntegerField(
                default=7,
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(60),
                ],
                verbose_name="Days a mentor has to answer",
            ),
        ),
        migrations.AddField(
            model_name="programme",
            name="asks_how_it_went",
            field=models.BooleanField(default=True, verbose_name="Ask both how it goes"),
        ),
        migrations.AddField(
            model_name="programme",
            name="cadence",
            field=models.CharField(
                choices=[
                    ("once", "Once"),
                    ("weekly", "Every week"),
                    ("fortnight", "Every two weeks"),
                    ("monthly", "Every month"),
                    ("quarterly", "Every three months"),
                ],
                default="monthly",
                max_length=9,
                verbose_name="How often two people meet",
            ),
        ),
        migrations.AddField(
            model_name="programme",
            name="domains",
            field=models.TextField(blank=True, max_length=2000, verbose_name="E-mail domains"),
        ),
        migrations.AddField(
            model_name="programme",
            name="for_whom",
            field=models.CharField(blank=True, max_length=500, verbose_name="For whom"),
        ),
        migrations.AddField(
            model_name="programme",
            name="meeting_minutes",
            field=models.PositiveSmallIntegerField(
                default=45,
                validators=[
                    django.core.validators.MinValueValidator(10),
                    django.core.validators.MaxValueValidator(240),
                ],
                verbose_name="Minutes of a meeting",
            ),
        ),
        migrations.AddField(
            model_name="programme",
            name="mentor_capacity",
            field=models.PositiveSmallIntegerField(
                default=5,
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(6),
                ],
                verbose_name="Mentees a mentor takes at most",
            ),
        ),
        migrations.AddField(
            model_name="programme",
            name="months",
            field=models.PositiveSmallIntegerField(
                default=6,
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(60),
                ],
                verbose_name="Months a match lasts",
            ),
        ),
        migrations.AddField(
            model_name="programme",
            name="part_of",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="parts",
                to="programmes.programme",
            ),
        ),
        migrations.AddField(
            model_name="programme",
            name="places",
            field=models.PositiveIntegerField(
                blank=True,
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(50000),
                ],
                verbose_name="Places in all",
            ),
        ),
        migrations.AddField(
            model_name="programme",
            name="role",
            field=models.CharField(
                choices=[("mentor", "mentor"), ("coach", "coach"), ("sponsor", "sponsor")],
                default="mentor",
                max_length=7,
            ),
        ),
        migrations.AddField(
            model_name="programme",
            name="rosters",
            field=models.TextField(blank=True, max_length=2000, verbose_name="Rosters"),
        ),
        migrations.AddField(
            model_name="programme",
            name="state",
            field=models.CharField(
                choices=[("draft", "Being set up"), ("active", "Active"), ("archived", "Archived")],
                default="active",
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="programme",
            name="template",
            field=models.CharField(default="society", max_length=20),
        ),
        migrations.AddField(
            model_name="programme",
            name="time_zone",
            field=models.CharField(default="UTC", max_length=64, verbose_name="Time zone"),
        ),
        migrations.AlterField(
            model_name="programme",
            name="description",
            field=models.TextField(max_length=3000, verbose_name="What it is"),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("part_of", None),
                    models.Q(("part_of", models.F("pk")), _negated=True),
                    _connector="OR",
                ),
                name="programme_is_no_part_of_itself",
            ),
        ),
        migrations.AddField(
            model_name="agreementtext",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.profile"
            ),
        ),
        migrations.AddField(
            model_name="agreementtext",
            name="programme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="agreement_texts",
                to="programmes.programme",
            ),
        ),
        migrations.AddField(
            model_name="formversion",
            name="programme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="form_versions",
                to="programmes.programme",
            ),
        ),
        migrations.AddField(
            model_name="application",
            name="form_version",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="applications",
                to="programmes.formversion",
            ),
        ),
        migrations.AddField(
            model_name="programmetext",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.profile"
            ),
        ),
        migrations.AddField(
            model_name="programmetext",
            name="programme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="texts",
                to="programmes.programme",
            ),
        ),
        migrations.AddField(
            model_name="question",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="questions",
                to="programmes.formversion",
            ),
        ),
        migrations.AddField(
            model_name="teamdeed",
            name="about",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.profile",
            ),
        ),
        migrations.AddField(
            model_name="teamdeed",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.profile"
            ),
        ),
        migrations.AddField(
            model_name="teamdeed",
            name="programme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="deeds",
                to="programmes.programme",
            ),
        ),
        migrations.AddField(
            model_name="teaminvitation",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.profile"
            ),
        ),
        migrations.AddField(
            model_name="teaminvitation",
            name="profile",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.profile"
            ),
        ),
        migrations.AddField(
            model_name="teaminvitation",
            name="programme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="team_invitations",
                to="programmes.programme",
            ),
        ),
        migrations.AddField(
            model_name="teammember",
            name="profile",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.profile"
            ),
        ),
        migrations.AddField(
            model_name="teammember",
            name="programme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="team",
                to="programmes.programme",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreementtext",
            constraint=models.UniqueConstraint(
                fields=("programme", "number"), name="agreement_text_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="formversion",
            constraint=models.UniqueConstraint(
                fields=("programme", "side", "number"), name="form_version_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="programmetext",
            constraint=models.UniqueConstraint(
                fields=("programme", "message", "number"), name="programme_text_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.UniqueConstraint(
                fields=("version", "key"), name="question_key_in_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.UniqueConstraint(
                condition=models.Q(models.Q(("field", ""), _negated=True), ("is_retired", False)),
                fields=("version", "field"),
                name="question_field_in_version",
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("least", None),
                    ("most", None),
                    ("least__lte", models.F("most")),
                    _connector="OR",
                ),
                name="question_limits_in_order",
            ),
        ),
        migrations.AddIndex(
            model_name="teamdeed",
            index=models.Index(fields=["programme", "-at"], name="team_deeds_newest"),
        ),
        migrations.AddConstraint(
            model_name="teaminvitation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)),
                fields=("programme", "profile"),
                name="team_invitation_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="teammember",
            constraint=models.UniqueConstraint(
                fields=("programme", "profile"), name="team_member_once"
            ),
        ),
    ]
