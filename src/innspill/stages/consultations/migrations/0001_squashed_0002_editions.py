"""All tables of `consultations` at once, for a database without any: as the steps that it replaces leave them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ("consultations", "0001_initial"),
        ("consultations", "0002_editions"),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BodyGroup",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=300)),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="Body",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=300)),
                ("collective", models.BooleanField(default=False)),
                ("group", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="bodies", to="consultations.bodygroup")),
            ],
            options={
                "verbose_name_plural": "bodies",
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="Consultation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=80, unique=True)),
                ("case_number", models.CharField(max_length=60)),
                ("title", models.JSONField()),
                ("status", models.CharField(choices=[("draft", "Draft"), ("open", "Open"), ("closed", "Closed"), ("assessment", "Assessment"), ("finished", "Finished")], max_length=20)),
                ("opens_at", models.DateTimeField(null=True)),
                ("deadline_at", models.DateTimeField(null=True)),
                ("definition", models.JSONField()),
                ("working", models.JSONField(null=True)),
                ("revision", models.PositiveIntegerField(default=1)),
                ("publish_at", models.DateTimeField(null=True)),
                ("loaded_at", models.DateTimeField()),
                ("owner", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="consultations", to="people.owner")),
            ],
        ),
        migrations.AddField(
            model_name="bodygroup",
            name="consultation",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="groups", to="consultations.consultation"),
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("definition", models.JSONField()),
                ("note", models.JSONField(default=dict)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="editions", to="consultations.consultation")),
            ],
            options={
                "ordering": ["number"],
            },
        ),
        migrations.CreateModel(
            name="Extension",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("last_day", models.DateField(null=True)),
                ("reason", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                ("body", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="extensions", to="consultations.body")),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Paper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=40)),
                ("position", models.PositiveSmallIntegerField()),
                ("title", models.JSONField()),
                ("chapters", models.JSONField(default=list)),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="papers", to="consultations.consultation")),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=40)),
                ("position", models.PositiveSmallIntegerField()),
                ("text", models.JSONField()),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="questions", to="consultations.consultation")),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="Choice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=40)),
                ("position", models.PositiveSmallIntegerField()),
                ("text", models.JSONField()),
                ("effect", models.CharField(max_length=20)),
                ("question", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="choices", to="consultations.question")),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.AddConstraint(
            model_name="consultation",
            constraint=models.UniqueConstraint(fields=("owner", "case_number"), name="one_case_per_owner"),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.UniqueConstraint(fields=("consultation", "number"), name="one_edition_per_number"),
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.UniqueConstraint(fields=("consultation", "key"), name="one_paper_per_key"),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.UniqueConstraint(fields=("consultation", "key"), name="one_question_per_key"),
        ),
        migrations.AddConstraint(
            model_name="choice",
            constraint=models.UniqueConstraint(fields=("question", "key"), name="one_choice_per_key"),
        ),
    ]
