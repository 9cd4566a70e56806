"""All tables of `drafting` at once, for a database without any: as the steps that it replaces leave them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ("drafting", "0001_initial"),
        ("drafting", "0002_wish"),
    ]

    initial = True

    dependencies = [
        ("consultations", "0002_editions"),
        ("invitations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("lock", models.CharField(max_length=32)),
                ("state", models.CharField(choices=[("open", "Open"), ("handed-in", "Handed In"), ("taken-back", "Taken Back")], default="open", max_length=20)),
                ("language", models.CharField(max_length=2)),
                ("senders", models.JSONField(default=list)),
                ("contact", models.CharField(blank=True, max_length=300)),
                ("email", models.EmailField(blank=True, max_length=320)),
                ("supports", models.CharField(blank=True, max_length=300)),
                ("no_remarks", models.BooleanField(default=False)),
                ("comment", models.TextField(blank=True)),
                ("wish", models.CharField(default="none", max_length=20)),
                ("about_revision", models.PositiveIntegerField(default=1)),
                ("internal_deadline", models.DateField(null=True)),
                ("begun_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                ("changed_since_handed_in", models.BooleanField(default=False)),
                ("delivery", models.PositiveBigIntegerField(null=True)),
                ("receipts", models.JSONField(default=list)),
                ("receipt_mailed", models.PositiveBigIntegerField(null=True)),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="drafts", to="consultations.consultation")),
                ("recipient", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="drafts", to="invitations.recipient")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="DraftAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("question", models.CharField(max_length=40)),
                ("ticks", models.JSONField(default=list)),
                ("text", models.TextField(blank=True)),
                ("measures", models.JSONField(default=list)),
                ("revision", models.PositiveIntegerField(default=1)),
                ("by", models.CharField(blank=True, max_length=120)),
                ("at", models.DateTimeField()),
                ("draft", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="drafting.draft")),
            ],
        ),
        migrations.CreateModel(
            name="DraftFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("question", models.CharField(blank=True, max_length=40)),
                ("name", models.CharField(max_length=300)),
                ("kind", models.CharField(default="attachment", max_length=20)),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveBigIntegerField()),
                ("added_at", models.DateTimeField()),
                ("draft", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="files", to="drafting.draft")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="DraftNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("question", models.CharField(max_length=40)),
                ("kind", models.CharField(choices=[("comment", "Comment"), ("proposal", "Proposal")], max_length=20)),
                ("ticks", models.JSONField(null=True)),
                ("text", models.TextField(blank=True)),
                ("measures", models.JSONField(null=True)),
                ("about", models.JSONField(null=True)),
                ("by", models.CharField(blank=True, max_length=120)),
                ("at", models.DateTimeField()),
                ("settled_at", models.DateTimeField(null=True)),
                ("taken", models.BooleanField(default=False)),
                ("draft", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="notes", to="drafting.draft")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="DraftVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("revision", models.PositiveIntegerField()),
                ("ticks", models.JSONField(default=list)),
                ("text", models.TextField(blank=True)),
                ("measures", models.JSONField(default=list)),
                ("by", models.CharField(blank=True, max_length=120)),
                ("at", models.DateTimeField()),
                ("answer", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="drafting.draftanswer")),
            ],
            options={
                "ordering": ["revision"],
            },
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.UniqueConstraint(fields=("recipient",), name="one_draft_per_recipient"),
        ),
        migrations.AddConstraint(
            model_name="draftanswer",
            constraint=models.UniqueConstraint(fields=("draft", "question"), name="one_draft_answer_each"),
        ),
    ]
