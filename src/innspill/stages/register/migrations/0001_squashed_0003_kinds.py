"""All tables of `register` at once, for a database without any: as the steps that it replaces leave them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ("register", "0001_initial"),
        ("register", "0002_versions"),
        ("register", "0003_kinds"),
    ]

    initial = True

    dependencies = [
        ("consultations", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("reading", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Organisation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=300, unique=True)),
                ("number", models.CharField(blank=True, max_length=9)),
            ],
        ),
        migrations.CreateModel(
            name="Respondent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(blank=True, max_length=300)),
                ("name", models.CharField(max_length=300)),
                ("kind", models.CharField(max_length=20)),
                ("via", models.CharField(max_length=20)),
                ("body", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="respondents", to="consultations.body")),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="respondents", to="consultations.consultation")),
                ("organisation", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="respondents", to="register.organisation")),
            ],
        ),
        migrations.CreateModel(
            name="Response",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("received_at", models.DateTimeField()),
                ("answered_at", models.DateTimeField(null=True)),
                ("thread", models.PositiveBigIntegerField(db_index=True, null=True)),
                ("late", models.BooleanField()),
                ("standing", models.CharField(choices=[("current", "Current"), ("superseded", "Superseded"), ("withdrawn", "Withdrawn")], max_length=20)),
                ("supports", models.CharField(blank=True, max_length=300)),
                ("flags", models.JSONField(default=list)),
                ("kinds", models.JSONField(default=list)),
                ("version", models.PositiveIntegerField(default=1)),
                ("registered_at", models.DateTimeField()),
                ("adds_to", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="additions", to="register.response")),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="responses", to="consultations.consultation")),
                ("reading", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="response", to="reading.reading")),
                ("superseded_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="supersedes", to="register.response")),
            ],
            options={
                "ordering": ["number"],
            },
        ),
        migrations.CreateModel(
            name="LatenessWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("late", models.BooleanField()),
                ("reason", models.TextField()),
                ("at", models.DateTimeField()),
                ("undone_at", models.DateTimeField(null=True)),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("undone_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("response", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="lateness_words", to="register.response")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="ResponseSender",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=300)),
                ("certainty", models.CharField(max_length=10)),
                ("grounds", models.JSONField(default=list)),
                ("lead", models.BooleanField(default=False)),
                ("replaced_at", models.DateTimeField(null=True)),
                ("batch", models.PositiveIntegerField(default=1)),
                ("respondent", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="sent", to="register.respondent")),
                ("response", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="senders", to="register.response")),
                ("settled_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="StandingWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("relation", models.CharField(choices=[("alone", "Alone"), ("supersedes", "Supersedes"), ("adds-to", "Adds To"), ("confirms", "Confirms")], max_length=12)),
                ("at", models.DateTimeField()),
                ("undone_at", models.DateTimeField(null=True)),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("other", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="standing_words_about", to="register.response")),
                ("response", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="standing_words", to="register.response")),
                ("undone_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.AddConstraint(
            model_name="respondent",
            constraint=models.UniqueConstraint(condition=models.Q(("key", ""), _negated=True), fields=("consultation", "key"), name="one_respondent_per_organisation"),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.UniqueConstraint(fields=("consultation", "number"), name="one_response_per_number"),
        ),
        migrations.AddConstraint(
            model_name="latenessword",
            constraint=models.UniqueConstraint(condition=models.Q(("undone_at", None)), fields=("response",), name="one_lateness_word_at_a_time"),
        ),
        migrations.AddConstraint(
            model_name="responsesender",
            constraint=models.UniqueConstraint(condition=models.Q(("lead", True)), fields=("respondent",), name="one_current_response_each"),
        ),
        migrations.AddConstraint(
            model_name="standingword",
            constraint=models.UniqueConstraint(condition=models.Q(("undone_at", None)), fields=("response",), name="one_word_at_a_time"),
        ),
    ]
