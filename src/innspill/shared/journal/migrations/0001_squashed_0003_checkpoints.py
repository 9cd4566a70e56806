"""All tables of `journal` at once, for a database without any: as the steps that it replaces leave them."""

import django.db.models.deletion
from django.db import migrations, models

from innspill.shared.journal.append_only import append_only


class Migration(migrations.Migration):

    replaces = [
        ("journal", "0001_initial"),
        ("journal", "0002_append_only"),
        ("journal", "0003_checkpoints"),
    ]

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Checkpoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("size", models.PositiveBigIntegerField(unique=True)),
                ("root", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("reason", models.CharField(choices=[("hour", "Hour"), ("phase", "Phase")], max_length=10)),
                ("note", models.TextField()),
            ],
            options={
                "ordering": ["size"],
            },
        ),
        migrations.CreateModel(
            name="Counter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, unique=True)),
                ("value", models.PositiveBigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Inspection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("files", models.PositiveBigIntegerField()),
                ("lines", models.PositiveBigIntegerField()),
                ("faults", models.JSONField(default=list)),
            ],
            options={
                "ordering": ["-at"],
            },
        ),
        migrations.CreateModel(
            name="JournalEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveBigIntegerField(unique=True)),
                ("at", models.DateTimeField()),
                ("actor", models.CharField(max_length=150)),
                ("verb", models.CharField(max_length=60)),
                ("subject", models.CharField(max_length=120)),
                ("detail", models.JSONField(default=dict)),
                ("leaf", models.CharField(max_length=64)),
            ],
            options={
                "verbose_name_plural": "journal entries",
                "ordering": ["number"],
            },
        ),
        migrations.CreateModel(
            name="JournalHead",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("size", models.PositiveBigIntegerField(default=0)),
                ("peaks", models.JSONField(default=list)),
            ],
        ),
        migrations.CreateModel(
            name="Mishap",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("step", models.CharField(max_length=40)),
                ("thing", models.PositiveBigIntegerField()),
                ("what", models.TextField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["id"],
                "constraints": [models.UniqueConstraint(fields=("step", "thing"), name="one_mishap_each")],
            },
        ),
        migrations.CreateModel(
            name="Stamp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.BinaryField()),
                ("at", models.DateTimeField()),
                ("checkpoint", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="stamp", to="journal.checkpoint")),
            ],
        ),
        append_only("journal_journalentry", "journal_checkpoint", "journal_stamp"),
    ]
