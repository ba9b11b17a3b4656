import django.core.validators
import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('mentoring', '0001_from_a_first_hello_to_a_relationship'),
        ('people', '0018_people_whom_somebody_has_here'),
        ('programmes', '0005_documents_only_sealed'),
    ]

    operations = [
        migrations.CreateModel(
            name='AgreementText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('text', models.TextField(max_length=10000, verbose_name='Agreement')),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.profile')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agreement_texts', to='programmes.programme')),
            ],
            options={
                'ordering': ('programme', '-number'),
                'constraints': [models.UniqueConstraint(fields=('programme', 'number'), name='agreement_text_number')],
            },
        ),
        migrations.CreateModel(
            name='Match',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('mentor', 'mentor'), ('coach', 'coach'), ('sponsor', 'sponsor')], max_length=7)),
                ('state', models.CharField(choices=[('proposed', 'Proposed'), ('asked', 'The mentor asked something'), ('accepted', 'Accepted'), ('declined', 'Declined'), ('lapsed', 'Not answered in time'), ('withdrawn', 'Withdrawn')], default='proposed', max_length=9, verbose_name='State')),
                ('cause', models.CharField(blank=True, choices=[('mentor', 'The mentor said not now'), ('mentee', 'The mentee said no'), ('silence', 'No answer in time'), ('full', 'The mentor has no place left'), ('director', 'A director took it back'), ('served', 'The mentee has found somebody'), ('apart', 'The two are kept apart')], max_length=8)),
                ('proposed_at', models.DateTimeField()),
                ('answer_by', models.DateTimeField()),
                ('reminded_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('needs_both', models.BooleanField(default=False)),
                ('mentee_agreed_at', models.DateTimeField(null=True)),
                ('mentor_agreed_at', models.DateTimeField(null=True)),
                ('sealed_why', models.BinaryField()),
                ('sealed_talk', models.BinaryField()),
                ('after', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='next_best', to='programmes.match')),
                ('mentee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.application')),
                ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.application')),
                ('relationship', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='mentoring.relationship')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='matches', to='programmes.round')),
                ('run', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.matchingrun')),
            ],
            options={
                'verbose_name_plural': 'matches',
                'ordering': ('proposed_at', 'pk'),
                'indexes': [models.Index(fields=['state', 'answer_by'], name='match_by_answer')],
                'constraints': [models.UniqueConstraint(fields=('round', 'mentee', 'mentor', 'role'), name='match_nobody_asked_twice'), models.CheckConstraint(condition=models.Q(('mentee', models.F('mentor')), _negated=True), name='match_between_two_people'), models.CheckConstraint(condition=models.Q(models.Q(('cause', ''), ('ended_at', None), ('state__in', ('proposed', 'asked'))), models.Q(('cause', ''), ('ended_at__isnull', False), ('state', 'accepted')), models.Q(('ended_at__isnull', False), ('state__in', ('declined', 'lapsed', 'withdrawn')), models.Q(('cause', ''), _negated=True)), _connector='OR'), name='match_ended_iff_closed')],
            },
        ),
        migrations.CreateModel(
            name='ApplicationMove',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=12)),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('sent', 'Waiting for admission'), ('in', 'In'), ('declined', 'Declined'), ('withdrawn', 'Withdrawn')], max_length=9)),
                ('at', models.DateTimeField()),
                ('sealed_reason', models.BinaryField(default=b'')),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='moves', to='programmes.application')),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.profile')),
            ],
            options={
                'ordering': ('at', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='BarrierAnswer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('moment', models.CharField(choices=[('application', 'When they applied'), ('decline', 'When they said no to a match'), ('withdrawal', 'When they withdrew')], max_length=11)),
                ('side', models.CharField(choices=[('mentee', 'Mentee'), ('mentor', 'Mentor')], max_length=6)),
                ('barrier', models.CharField(choices=[('time', 'Too little time'), ('like_me', 'Nobody like me to turn to'), ('fear', 'I did not dare to approach anybody'), ('unknown', 'I did not know whom to ask'), ('care', 'Children or others to care for'), ('visa', 'Visa or licensing'), ('money', 'Money'), ('distance', 'Far from where things happen'), ('language', 'Language'), ('health', 'Health or disability'), ('judged', 'Those I could ask also assess me'), ('bad_past', 'Bad experience with a mentor'), ('no_answer', 'I asked, and nobody answered'), ('other', 'Something else')], max_length=9)),
                ('month', models.DateField()),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='barrier_answers', to='programmes.programme')),
            ],
            options={
                'ordering': ('id',),
                'indexes': [models.Index(fields=['programme', 'moment'], name='barriers_of_programme')],
            },
        ),
        migrations.CreateModel(
            name='CircleOfRound',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('circle', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='mentoring.circle')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='circles', to='programmes.round')),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.matchingrun')),
            ],
            options={
                'ordering': ('round', 'number'),
                'constraints': [models.UniqueConstraint(fields=('round', 'number'), name='circle_of_round_once')],
            },
        ),
        migrations.CreateModel(
            name='FormVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('side', models.CharField(choices=[('mentee', 'Mentee'), ('mentor', 'Mentor')], max_length=6)),
                ('number', models.PositiveIntegerField()),
                ('made_at', models.DateTimeField()),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='form_versions', to='programmes.programme')),
            ],
            options={
                'ordering': ('programme', 'side', '-number'),
                'constraints': [models.UniqueConstraint(fields=('programme', 'side', 'number'), name='form_version_number')],
            },
        ),
        migrations.CreateModel(
            name='Interest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('post_number', models.BigIntegerField(db_index=True)),
                ('side', models.CharField(choices=[('mentee', 'Mentee'), ('mentor', 'Mentor')], max_length=6, verbose_name='Side')),
                ('role', models.CharField(max_length=7)),
                ('about', models.CharField(blank=True, max_length=60)),
                ('said_at', models.DateTimeField()),
                ('token_digest', models.CharField(max_length=64, unique=True)),
                ('expires_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(blank=True, null=True)),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('profile', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.profile')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='interests', to='programmes.round')),
            ],
            options={
                'ordering': ('said_at', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('round', 'profile'), name='interest_answered_once')],
            },
        ),
        migrations.CreateModel(
            name='MatchingJob',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('waiting', 'Waiting for a worker'), ('running', 'Running'), ('done', 'Done'), ('failed', 'Failed'), ('stopped', 'Stopped')], default='waiting', max_length=7)),
                ('step', models.CharField(blank=True, max_length=12)),
                ('progress', models.PositiveSmallIntegerField(default=0)),
                ('error', models.CharField(blank=True, max_length=40)),
                ('ended_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.profile')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='jobs', to='programmes.round')),
                ('run', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='programmes.matchingrun')),
            ],
            options={
                'ordering': ('made_at', 'pk'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('waiting', 'running'))), fields=('round',), name='matching_job_one_open_per_round'), models.CheckConstraint(condition=models.Q(('progress__lte', 100)), name='matching_job_progress_in_range')],
            },
        ),
        migrations.CreateModel(
            name='NoAnswers',
            fields=[
                ('profile', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='people.profile')),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ('profile',),
            },
        ),
        migrations.CreateModel(
            name='ProgrammeText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('message', models.CharField(choices=[('welcome', 'Welcome'), ('receipt', 'Receipt of an application'), ('match_mentee', 'A match, to the mentee'), ('match_mentor', 'A match, to the mentor'), ('reminder', 'Reminder'), ('closing', 'Closing')], max_length=12)),
                ('number', models.PositiveIntegerField()),
                ('subject', models.CharField(blank=True, max_length=150, verbose_name='Subject')),
                ('body', models.TextField(blank=True, max_length=5000, verbose_name='Text')),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.profile')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='programmes.programme')),
            ],
            options={
                'ordering': ('programme', 'message', '-number'),
                'constraints': [models.UniqueConstraint(fields=('programme', 'message', 'number'), name='programme_text_number')],
            },
        ),
        migrations.CreateModel(
            name='Publication',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_at', models.DateTimeField()),
                ('due_at', models.DateTimeField()),
                ('stopped_at', models.DateTimeField(null=True)),
                ('done_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.profile')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='publications', to='programmes.round')),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.matchingrun')),
            ],
            options={
                'ordering': ('made_at', 'pk'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('done_at', None), ('stopped_at', None)), fields=('round',), name='publication_one_waits_per_round'), models.CheckConstraint(condition=models.Q(('stopped_at', None), ('done_at', None), _connector='OR'), name='publication_not_stopped_and_done')],
            },
        ),
        migrations.CreateModel(
            name='RoundInvitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('side', models.CharField(choices=[('mentee', 'Mentee'), ('mentor', 'Mentor')], max_length=6, verbose_name='Side')),
                ('email', models.EmailField(max_length=254, verbose_name='E-mail')),
                ('token_digest', models.CharField(max_length=64, unique=True)),
                ('made_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField()),
                ('times_sent', models.PositiveSmallIntegerField(default=1)),
                ('expires_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('used_at', models.DateTimeField(blank=True, null=True)),
                ('sealed_answers', models.BinaryField(default=b'')),
                ('made_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.profile')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='programmes.round')),
                ('used_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.profile')),
            ],
            options={
                'ordering': ('email', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('round', 'side', 'email'), name='invited_once_a_side'), models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('sent_at'))), name='round_invitation_expires_after_it_was_sent')],
            },
        ),
        migrations.CreateModel(
            name='TeamDeed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('kind', models.CharField(choices=[('started', 'Started the programme'), ('set_up', 'Changed the set-up'), ('form', 'Changed a form'), ('words', 'Changed words of the programme'), ('published', 'Published the programme'), ('archived', 'Archived the programme'), ('back', 'Brought the programme back'), ('team', 'Changed the team'), ('handed_over', 'Handed the programme over'), ('acted_for', 'Acted for a member'), ('exported', 'Took an export of the programme')], max_length=11)),
                ('place', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('sealed_words', models.BinaryField(default=b'')),
                ('about', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.profile')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.profile')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deeds', to='programmes.programme')),
            ],
            options={
                'ordering': ('-at', '-pk'),
                'indexes': [models.Index(fields=['programme', '-at'], name='team_deeds_newest')],
            },
        ),
        migrations.CreateModel(
            name='TeamInvitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('admits', models.BooleanField(default=False, verbose_name='Decides who gets in')),
                ('publishes', models.BooleanField(default=False, verbose_name='Publishes matches')),
                ('messages', models.BooleanField(default=False, verbose_name='Writes to everybody in a round')),
                ('acts_for', models.BooleanField(default=False, verbose_name='Acts for members who ask')),
                ('role', models.CharField(choices=[('owner', 'Owner'), ('director', 'Director'), ('reviewer', 'Reviewer of matches'), ('reader', 'Reader')], max_length=8, verbose_name='Role')),
                ('at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('accepted', models.BooleanField(default=False)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.profile')),
                ('profile', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.profile')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='team_invitations', to='programmes.programme')),
            ],
            options={
                'ordering': ('-at', '-pk'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('programme', 'profile'), name='team_invitation_once')],
            },
        ),
        migrations.CreateModel(
            name='TeamMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('admits', models.BooleanField(default=False, verbose_name='Decides who gets in')),
                ('publishes', models.BooleanField(default=False, verbose_name='Publishes matches')),
                ('messages', models.BooleanField(default=False, verbose_name='Writes to everybody in a round')),
                ('acts_for', models.BooleanField(default=False, verbose_name='Acts for members who ask')),
                ('role', models.CharField(choices=[('owner', 'Owner'), ('director', 'Director'), ('reviewer', 'Reviewer of matches'), ('reader', 'Reader')], max_length=8, verbose_name='Role')),
                ('profile', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.profile')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='team', to='programmes.programme')),
            ],
            options={
                'ordering': ('pk',),
                'constraints': [models.UniqueConstraint(fields=('programme', 'profile'), name='team_member_once')],
            },
        ),
        migrations.CreateModel(
            name='AnswerLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('expires_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(null=True)),
                ('profile', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.profile')),
                ('match', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='programmes.match')),
            ],
            options={
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='NextBest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_at', models.DateTimeField()),
                ('decided_at', models.DateTimeField(null=True)),
                ('sealed_why', models.BinaryField()),
                ('after', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='suggested', to='programmes.match')),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.profile')),
                ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.application')),
            ],
            options={
                'ordering': ('made_at', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=32)),
                ('position', models.PositiveIntegerField()),
                ('kind', models.CharField(choices=[('short', 'Short text'), ('long', 'Long text'), ('one', 'One of a list'), ('several', 'Several of a list'), ('ranked', 'Ranked list'), ('yes_no', 'Yes or no'), ('number', 'Number'), ('date', 'Date'), ('consent', 'Consent'), ('words', 'Words, one a line'), ('people', 'People, best first'), ('hours', 'Free hours of a week')], max_length=8, verbose_name='Kind of answer')),
                ('field', models.CharField(blank=True, max_length=12)),
                ('label', models.CharField(max_length=300, verbose_name='Question')),
                ('help_text', models.CharField(blank=True, max_length=600, verbose_name='Help')),
                ('is_required', models.BooleanField(default=False, verbose_name='Must be answered')),
                ('options', models.TextField(blank=True, max_length=20000, verbose_name='List')),
                ('least', models.PositiveIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(1000000)], verbose_name='At least')),
                ('most', models.PositiveIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(1000000)], verbose_name='At most')),
                ('is_retired', models.BooleanField(default=False)),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='programmes.formversion')),
            ],
            options={
                'ordering': ('position', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('version', 'key'), name='question_key_in_version'), models.UniqueConstraint(condition=models.Q(models.Q(('field', ''), _negated=True), ('is_retired', False)), fields=('version', 'field'), name='question_field_in_version'), models.CheckConstraint(condition=models.Q(('least', None), ('most', None), ('least__lte', models.F('most')), _connector='OR'), name='question_limits_in_order')],
            },
        ),
        migrations.RemoveConstraint(
            model_name='application',
            name='application_one_per_person_and_round',
        ),
        migrations.RemoveConstraint(
            model_name='round',
            name='round_one_under_review',
        ),
        migrations.AddField(
            model_name='application',
            name='sealed_form',
            field=models.BinaryField(default=b''),
        ),
        migrations.AddField(
            model_name='application',
            name='state',
            field=models.CharField(choices=[('draft', 'Draft'), ('sent', 'Waiting for admission'), ('in', 'In'), ('declined', 'Declined'), ('withdrawn', 'Withdrawn')], default='draft', max_length=9, verbose_name='State'),
        ),
        migrations.AddField(
            model_name='application',
            name='takes_no_more_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='application',
            name='waited',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='matchingrun',
            name='chosen_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='matchingrun',
            name='name',
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name='programme',
            name='admission',
            field=models.CharField(choices=[('open', 'Everybody who applies'), ('approval', 'Whoever the team admits'), ('invitation', 'Whoever was invited'), ('membership', 'Whoever a roster names, or has an address at a domain')], default='open', max_length=10, verbose_name='Who gets in'),
        ),
        migrations.AddField(
            model_name='programme',
            name='answer_days',
            field=models.PositiveSmallIntegerField(default=7, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(60)], verbose_name='Days a mentor has to answer'),
        ),
        migrations.AddField(
            model_name='programme',
            name='asks_how_it_went',
            field=models.BooleanField(default=True, verbose_name='Ask both how it goes'),
        ),
        migrations.AddField(
            model_name='programme',
            name='both_sides',
            field=models.BooleanField(default=False, verbose_name='Mentee and mentor at once'),
        ),
        migrations.AddField(
            model_name='programme',
            name='cadence',
            field=models.CharField(choices=[('once', 'Once'), ('weekly', 'Every week'), ('fortnight', 'Every two weeks'), ('monthly', 'Every month'), ('quarterly', 'Every three months')], default='monthly', max_length=9, verbose_name='How often two people meet'),
        ),
        migrations.AddField(
            model_name='programme',
            name='domains',
            field=models.TextField(blank=True, max_length=2000, verbose_name='E-mail domains'),
        ),
        migrations.AddField(
            model_name='programme',
            name='for_whom',
            field=models.CharField(blank=True, max_length=500, verbose_name='For whom'),
        ),
        migrations.AddField(
            model_name='programme',
            name='meeting_minutes',
            field=models.PositiveSmallIntegerField(default=45, validators=[django.core.validators.MinValueValidator(10), django.core.validators.MaxValueValidator(240)], verbose_name='Minutes of a meeting'),
        ),
        migrations.AddField(
            model_name='programme',
            name='mentor_capacity',
            field=models.PositiveSmallIntegerField(default=5, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(6)], verbose_name='Mentees a mentor takes at most'),
        ),
        migrations.AddField(
            model_name='programme',
            name='months',
            field=models.PositiveSmallIntegerField(default=6, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(60)], verbose_name='Months a match lasts'),
        ),
        migrations.AddField(
            model_name='programme',
            name='part_of',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='parts', to='programmes.programme'),
        ),
        migrations.AddField(
            model_name='programme',
            name='places',
            field=models.PositiveIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(50000)], verbose_name='Places in all'),
        ),
        migrations.AddField(
            model_name='programme',
            name='role',
            field=models.CharField(choices=[('mentor', 'mentor'), ('coach', 'coach'), ('sponsor', 'sponsor')], default='mentor', max_length=7),
        ),
        migrations.AddField(
            model_name='programme',
            name='rosters',
            field=models.TextField(blank=True, max_length=2000, verbose_name='Rosters'),
        ),
        migrations.AddField(
            model_name='programme',
            name='state',
            field=models.CharField(choices=[('draft', 'Being set up'), ('active', 'Active'), ('archived', 'Archived')], default='active', max_length=8),
        ),
        migrations.AddField(
            model_name='programme',
            name='template',
            field=models.CharField(default='society', max_length=20),
        ),
        migrations.AddField(
            model_name='programme',
            name='time_zone',
            field=models.CharField(default='UTC', max_length=64, verbose_name='Time zone'),
        ),
        migrations.AddField(
            model_name='proposal',
            name='circle',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='round',
            name='asks_before_next',
            field=models.BooleanField(default=False, verbose_name='A director looks at each next best'),
        ),
        migrations.AddField(
            model_name='round',
            name='mode',
            field=models.CharField(choices=[('pool', 'Best for everybody'), ('ranks', 'Mentees rank mentors'), ('mutual', 'Suggestions, and both say yes'), ('choice', 'Directors choose')], default='pool', max_length=7, verbose_name='How matches come about'),
        ),
        migrations.AddField(
            model_name='round',
            name='suggestions',
            field=models.PositiveSmallIntegerField(default=3, verbose_name='Suggestions for each'),
        ),
        migrations.AlterField(
            model_name='programme',
            name='description',
            field=models.TextField(max_length=3000, verbose_name='What it is'),
        ),
        migrations.AlterField(
            model_name='round',
            name='state',
            field=models.CharField(choices=[('planned', 'Planned'), ('open', 'Open for applications'), ('closed', 'Applications closed'), ('matching', 'Being matched'), ('review', 'Under review'), ('published', 'Published'), ('running', 'Running'), ('finished', 'Finished')], default='open', max_length=9, verbose_name='State'),
        ),
        migrations.AddConstraint(
            model_name='programme',
            constraint=models.CheckConstraint(condition=models.Q(('part_of', None), models.Q(('part_of', models.F('pk')), _negated=True), _connector='OR'), name='programme_is_no_part_of_itself'),
        ),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ('closed', 'matching', 'review'))), fields=('programme',), name='round_one_under_review'),
        ),
        migrations.AddField(
            model_name='application',
            name='form_version',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='applications', to='programmes.formversion'),
        ),
        migrations.AddConstraint(
            model_name='application',
            constraint=models.UniqueConstraint(fields=('round', 'profile', 'side'), name='application_one_per_person_and_side'),
        ),
    ]
