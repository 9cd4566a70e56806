"""All tables of `deciding` at once, for a database without any: as the steps that it replaces leave them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ("deciding", "0001_initial"),
        ("deciding", "0002_targets_and_follow_up"),
        ("deciding", "0003_targets_of_what_was_decided"),
        ("deciding", "0004_targets_alone"),
        ("deciding", "0005_who_wrote_it"),
    ]

    initial = True

    dependencies = [
        ("consultations", "0002_editions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Assignment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("wanted", models.JSONField(default=dict)),
                ("unit", models.CharField(blank=True, max_length=200)),
                ("due", models.DateField(null=True)),
                ("note", models.TextField(blank=True)),
                ("reminded_on", models.DateField(null=True)),
                ("told_over_on", models.DateField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="assignments", to="consultations.consultation")),
                ("to", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Closing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("again", models.BooleanField(default=False)),
                ("reason", models.TextField(blank=True)),
                ("ledger", models.JSONField(default=dict)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="closings", to="consultations.consultation")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="DecidingRules",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("second_reader", models.BooleanField(default=False)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="deciding_rules", to="consultations.consultation")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Disposition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("scope", models.CharField(choices=[("comment", "Comment"), ("like", "Like"), ("theme", "Theme")], max_length=10)),
                ("target", models.CharField(max_length=64)),
                ("outcome", models.CharField(choices=[("followed", "Followed"), ("partly-followed", "Partly"), ("not-followed", "Not Followed"), ("noted", "Noted"), ("outside", "Outside"), ("open", "Open"), ("inherits", "Inherits")], max_length=20)),
                ("reason", models.TextField(blank=True)),
                ("responsible", models.CharField(blank=True, max_length=200)),
                ("note", models.TextField(blank=True)),
                ("in_bulk", models.BooleanField(default=False)),
                ("stands", models.BooleanField(default=True)),
                ("let_go_at", models.DateTimeField(null=True)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="dispositions", to="consultations.consultation")),
                ("writer", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Measure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("comments", models.JSONField(default=list)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="measures", to="consultations.consultation")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="MeasureVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=300)),
                ("responsible", models.CharField(blank=True, max_length=200)),
                ("contact", models.CharField(blank=True, max_length=200)),
                ("relevant_for", models.CharField(blank=True, max_length=300)),
                ("description", models.TextField(blank=True)),
                ("requirement", models.TextField(blank=True)),
                ("required_by", models.CharField(blank=True, max_length=200)),
                ("due", models.DateField(null=True)),
                ("status", models.CharField(choices=[("planned", "Planned"), ("under-way", "Under Way"), ("done", "Done"), ("dropped", "Dropped")], default="planned", max_length=20)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("measure", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="deciding.measure")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="SecondReading",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("approved", models.BooleanField()),
                ("note", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("disposition", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="second_readings", to="deciding.disposition")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="StandardReason",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="standard_reasons", to="consultations.consultation")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="ReasonWording",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=120)),
                ("text", models.TextField()),
                ("gone", models.BooleanField(default=False)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("reason", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="wordings", to="deciding.standardreason")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.AddField(
            model_name="disposition",
            name="standard_reason",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="dispositions", to="deciding.standardreason"),
        ),
        migrations.CreateModel(
            name="TextChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.CharField(max_length=60)),
                ("old", models.TextField(blank=True)),
                ("new", models.TextField(blank=True)),
                ("gone", models.BooleanField(default=False)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="text_changes", to="consultations.consultation")),
                ("replaces", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="later", to="deciding.textchange")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.AddField(
            model_name="disposition",
            name="changes",
            field=models.ManyToManyField(related_name="dispositions", to="deciding.textchange"),
        ),
        migrations.CreateModel(
            name="Claim",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("scope", models.CharField(choices=[("comment", "Comment"), ("like", "Like"), ("theme", "Theme")], max_length=10)),
                ("target", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("until", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="claims", to="consultations.consultation")),
            ],
            options={
                "ordering": ["id"],
                "constraints": [models.UniqueConstraint(fields=("consultation", "scope", "target"), name="one_claim_of_a_target")],
            },
        ),
        migrations.CreateModel(
            name="ColleagueNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("scope", models.CharField(choices=[("comment", "Comment"), ("like", "Like"), ("theme", "Theme")], max_length=10)),
                ("target", models.CharField(max_length=64)),
                ("text", models.TextField()),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="colleague_notes", to="consultations.consultation")),
            ],
            options={
                "ordering": ["id"],
                "indexes": [models.Index(fields=["consultation", "scope", "target"], name="note_of_a_target")],
            },
        ),
        migrations.AddIndex(
            model_name="disposition",
            index=models.Index(fields=["consultation", "scope", "target"], name="disposition_of_a_target"),
        ),
    ]
