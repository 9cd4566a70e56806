"""All tables of `intake` at once, for a database without any: as the steps that it replaces leave them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from innspill.shared.journal.append_only import append_only


class Migration(migrations.Migration):

    replaces = [
        ("intake", "0001_initial"),
        ("intake", "0002_append_only"),
        ("intake", "0003_versions"),
        ("intake", "0004_trays"),
    ]

    initial = True

    dependencies = [
        ("consultations", "0002_editions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveBigIntegerField(unique=True)),
                ("channel", models.CharField(choices=[("folder", "Folder"), ("upload", "Upload"), ("email", "Email"), ("web", "Web"), ("letter", "Letter"), ("note", "Note")], max_length=20)),
                ("received_at", models.DateTimeField()),
                ("stored_at", models.DateTimeField()),
                ("relayed_at", models.DateTimeField(null=True)),
                ("salt", models.CharField(blank=True, max_length=64)),
                ("claimed_sender", models.CharField(blank=True, max_length=300)),
                ("claimed_email", models.CharField(blank=True, max_length=320)),
                ("idempotency_key", models.CharField(max_length=100, unique=True)),
                ("asked_for", models.CharField(blank=True, max_length=80)),
                ("receipt", models.JSONField()),
                ("body", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="deliveries", to="consultations.body")),
                ("consultation", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="deliveries", to="consultations.consultation")),
                ("replaces", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="replaced_by", to="intake.delivery")),
            ],
            options={
                "verbose_name_plural": "deliveries",
                "ordering": ["number"],
            },
        ),
        migrations.CreateModel(
            name="Import",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("folder", "Folder"), ("zip", "Zip"), ("mbox", "Mbox")], max_length=10)),
                ("name", models.CharField(max_length=300)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(null=True)),
                ("problem", models.TextField(blank=True)),
                ("idempotency_key", models.CharField(max_length=100, unique=True)),
                ("cursor", models.CharField(blank=True, max_length=40)),
                ("done", models.PositiveBigIntegerField(default=0)),
                ("total", models.PositiveBigIntegerField(default=0)),
                ("by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="imports", to="consultations.consultation")),
            ],
            options={
                "ordering": ["-at"],
            },
        ),
        migrations.CreateModel(
            name="SetAside",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.CharField(choices=[("duplicate", "Duplicate"), ("spam", "Spam"), ("bounce", "Bounce"), ("unknown-hearing", "Unknown Hearing"), ("unreadable", "Unreadable"), ("auto-reply", "Auto Reply"), ("too-big", "Too Big"), ("virus", "Virus"), ("closed-hearing", "Closed Hearing"), ("not-a-response", "Not A Response")], max_length=30)),
                ("explanation", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("delivery", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="set_aside", to="intake.delivery")),
                ("duplicate_of", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="duplicates", to="intake.delivery")),
                ("moved_to", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="moved_from", to="intake.delivery")),
            ],
            options={
                "verbose_name_plural": "set aside",
            },
        ),
        migrations.CreateModel(
            name="Sifted",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("remarks", models.JSONField(default=list)),
                ("at", models.DateTimeField()),
                ("delivery", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="sifted", to="intake.delivery")),
            ],
            options={
                "verbose_name_plural": "sifted",
            },
        ),
        migrations.CreateModel(
            name="TakenBack",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("delivery", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="taken_back", to="intake.delivery")),
            ],
            options={
                "verbose_name_plural": "taken back",
            },
        ),
        migrations.CreateModel(
            name="Imported",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField()),
                ("name", models.CharField(max_length=1000)),
                ("is_new", models.BooleanField(default=False)),
                ("problem", models.TextField(blank=True)),
                ("remark", models.CharField(blank=True, max_length=30)),
                ("delivery", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="imported", to="intake.delivery")),
                ("job", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="files", to="intake.import")),
            ],
            options={
                "verbose_name_plural": "imported",
                "ordering": ["position"],
                "constraints": [models.UniqueConstraint(fields=("job", "position"), name="one_row_per_file")],
            },
        ),
        migrations.CreateModel(
            name="Item",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=300)),
                ("sha256", models.CharField(db_index=True, max_length=64)),
                ("size", models.PositiveBigIntegerField()),
                ("delivery", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="items", to="intake.delivery")),
            ],
            options={
                "ordering": ["position"],
                "constraints": [models.UniqueConstraint(fields=("delivery", "position"), name="one_item_per_position")],
            },
        ),
        append_only("intake_delivery", "intake_item", "intake_takenback"),
    ]
