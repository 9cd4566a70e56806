"""All tables of `reports` at once, for a database without any: as the steps that it replaces leave them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ("reports", "0001_initial"),
        ("reports", "0002_pdf_of_the_report"),
        ("reports", "0003_parts_kinds_and_replies"),
        ("reports", "0004_what_a_report_rests_on"),
        ("reports", "0005_letters_that_were_not_sent"),
        ("reports", "0006_letters_that_replace_one"),
    ]

    initial = True

    dependencies = [
        ("consultations", "0002_editions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("summary", "Summary"), ("ministry", "Ministry"), ("municipal", "Municipal"), ("letter", "Letter")], default="summary", max_length=20)),
                ("language", models.CharField(max_length=5)),
                ("figures", models.JSONField()),
                ("partial", models.JSONField(default=list)),
                ("word_sha256", models.CharField(max_length=64)),
                ("excel_sha256", models.CharField(max_length=64)),
                ("matrix_sha256", models.CharField(max_length=64)),
                ("pdf_sha256", models.CharField(default="", max_length=64)),
                ("html_sha256", models.CharField(default="", max_length=64)),
                ("json_sha256", models.CharField(default="", max_length=64)),
                ("made_from", models.CharField(max_length=64)),
                ("copies", models.JSONField(null=True)),
                ("quotes_gone", models.JSONField(default=list)),
                ("made_at", models.DateTimeField()),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="consultations.consultation")),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="ReportOrder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("summary", "Summary"), ("ministry", "Ministry"), ("municipal", "Municipal"), ("letter", "Letter")], max_length=20)),
                ("language", models.CharField(max_length=5)),
                ("making", models.CharField(default="", max_length=10)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="report_orders", to="consultations.consultation")),
                ("report", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="orders", to="reports.report")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="ReportOutline",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("summary", "Summary"), ("ministry", "Ministry"), ("municipal", "Municipal"), ("letter", "Letter")], max_length=20)),
                ("parts", models.JSONField(default=list)),
                ("sources", models.BooleanField(default=True)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="outlines", to="consultations.consultation")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="ReportTemplate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("sha256", models.CharField(max_length=64)),
                ("gone", models.BooleanField(default=False)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("owner", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="report_templates", to="people.owner")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="PartText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("summary", "Summary"), ("ministry", "Ministry"), ("municipal", "Municipal"), ("letter", "Letter")], max_length=20)),
                ("language", models.CharField(max_length=5)),
                ("part", models.CharField(max_length=120)),
                ("blocks", models.JSONField(default=list)),
                ("machine", models.JSONField(default=list)),
                ("back", models.BooleanField(default=False)),
                ("stands", models.BooleanField(default=True)),
                ("way", models.CharField(default="desk", max_length=10)),
                ("seen", models.PositiveBigIntegerField(default=0)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="part_texts", to="consultations.consultation")),
            ],
            options={
                "ordering": ["id"],
                "indexes": [models.Index(fields=["consultation", "kind", "language", "part"], name="text_of_a_part")],
            },
        ),
        migrations.CreateModel(
            name="Reply",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("turn", models.PositiveSmallIntegerField(default=1)),
                ("name", models.CharField(blank=True, max_length=300)),
                ("post", models.TextField(blank=True)),
                ("language", models.CharField(blank=True, max_length=5)),
                ("content", models.JSONField(default=dict)),
                ("addresses", models.JSONField(default=list)),
                ("way", models.CharField(max_length=10)),
                ("letter_sha256", models.CharField(blank=True, max_length=64)),
                ("mails", models.JSONField(default=list)),
                ("base", models.CharField(blank=True, max_length=300)),
                ("at", models.DateTimeField()),
                ("made_at", models.DateTimeField(null=True)),
                ("posted_at", models.DateTimeField(null=True)),
                ("unsent", models.CharField(blank=True, max_length=20)),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="replies", to="consultations.consultation")),
                ("posted_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "verbose_name_plural": "replies",
                "ordering": ["number", "position", "turn"],
                "constraints": [models.UniqueConstraint(condition=models.Q(("unsent", "")), fields=("consultation", "number", "position", "turn"), name="one_reply_to_a_sender")],
            },
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.UniqueConstraint(fields=("consultation", "kind", "language", "made_from"), name="one_report_per_state"),
        ),
    ]
