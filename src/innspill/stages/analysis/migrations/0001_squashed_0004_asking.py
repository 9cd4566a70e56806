"""All tables of `analysis` at once, for a database without any: as the steps that it replaces leave them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ("analysis", "0001_initial"),
        ("analysis", "0002_what_people_say_of_it"),
        ("analysis", "0003_targets"),
        ("analysis", "0004_asking"),
    ]

    initial = True

    dependencies = [
        ("consultations", "0002_editions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("publication", "0008_wishes"),
    ]

    operations = [
        migrations.CreateModel(
            name="AnalysisRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.CharField(max_length=40)),
                ("at", models.DateTimeField()),
                ("rendition", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="analyses", to="publication.rendition")),
            ],
        ),
        migrations.CreateModel(
            name="Asking",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("source", models.CharField(max_length=120)),
                ("estimate", models.JSONField(default=dict)),
                ("upto", models.PositiveBigIntegerField(default=0)),
                ("after", models.PositiveBigIntegerField(default=0)),
                ("themes_after", models.PositiveBigIntegerField(default=0)),
                ("busy_until", models.DateTimeField(null=True)),
                ("tally", models.JSONField(default=dict)),
                ("ended_at", models.DateTimeField(null=True)),
                ("stopped", models.BooleanField(default=False)),
                ("by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="askings", to="consultations.consultation")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Comparison",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("made_from", models.CharField(max_length=64)),
                ("groups", models.JSONField(default=list)),
                ("passages", models.JSONField(default=list)),
                ("at", models.DateTimeField()),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="comparisons", to="consultations.consultation")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Division",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.CharField(max_length=50)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("rendition", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="divisions", to="publication.rendition")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("question", models.CharField(blank=True, max_length=40)),
                ("paragraph", models.PositiveIntegerField(null=True)),
                ("place", models.CharField(default="", max_length=50)),
                ("position", models.PositiveIntegerField()),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("text", models.TextField()),
                ("is_remark", models.BooleanField(default=True)),
                ("remainder", models.CharField(blank=True, max_length=20)),
                ("fingerprint", models.CharField(db_index=True, max_length=64)),
                ("run", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="comments", to="analysis.analysisrun")),
                ("division", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="comments", to="analysis.division")),
            ],
            options={
                "ordering": ["run_id", "position"],
            },
        ),
        migrations.CreateModel(
            name="Finished",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("again", models.BooleanField(default=False)),
                ("state", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("rendition", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="finished", to="publication.rendition")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Grouping",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("made_from", models.CharField(max_length=64)),
                ("found", models.BooleanField(default=False)),
                ("comments", models.PositiveIntegerField(default=0)),
                ("at", models.DateTimeField()),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="groupings", to="consultations.consultation")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Judgement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("stance", "Stance"), ("proposal", "Proposal"), ("link", "Link"), ("mention", "Mention"), ("theme", "Theme")], max_length=20)),
                ("target", models.CharField(db_index=True, max_length=64)),
                ("about", models.CharField(db_index=True, default="", max_length=64)),
                ("value", models.CharField(max_length=300)),
                ("suggested", models.CharField(blank=True, max_length=300)),
                ("source", models.CharField(blank=True, max_length=120)),
                ("detail", models.JSONField(default=dict)),
                ("note", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="judgements", to="consultations.consultation")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Suggestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("question", models.CharField(blank=True, max_length=40)),
                ("kind", models.CharField(choices=[("stance", "Stance"), ("proposal", "Proposal"), ("link", "Link"), ("mention", "Mention"), ("theme", "Theme")], max_length=20)),
                ("target", models.CharField(db_index=True, max_length=64)),
                ("value", models.CharField(max_length=300)),
                ("certainty", models.CharField(max_length=10)),
                ("grounds", models.JSONField(default=list)),
                ("detail", models.JSONField(default=dict)),
                ("source", models.CharField(blank=True, max_length=120)),
                ("comment", models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name="suggestions", to="analysis.comment")),
                ("run", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="suggestions", to="analysis.analysisrun")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Theme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("label", models.CharField(max_length=120)),
                ("description", models.CharField(blank=True, max_length=600)),
                ("phrases", models.JSONField(default=list)),
                ("centre", models.JSONField(default=dict)),
                ("found_by", models.CharField(blank=True, max_length=120)),
                ("touched", models.BooleanField(default=False)),
                ("gone", models.BooleanField(default=False)),
                ("at", models.DateTimeField()),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="themes", to="consultations.consultation")),
                ("merged_into", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="merged", to="analysis.theme")),
                ("parent", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="parts", to="analysis.theme")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="ThemeChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("verb", models.CharField(max_length=20)),
                ("before", models.JSONField(default=dict)),
                ("after", models.JSONField(default=dict)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("theme", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="analysis.theme")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="ThemeWording",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("label", models.CharField(max_length=120)),
                ("description", models.CharField(max_length=600)),
                ("source", models.CharField(max_length=120)),
                ("asking", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="wordings", to="analysis.asking")),
                ("theme", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="wordings", to="analysis.theme")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.AddConstraint(
            model_name="analysisrun",
            constraint=models.UniqueConstraint(fields=("rendition", "version"), name="one_analysis_each"),
        ),
        migrations.AddConstraint(
            model_name="asking",
            constraint=models.UniqueConstraint(condition=models.Q(("ended_at", None)), fields=("consultation",), name="one_open_asking_per_hearing"),
        ),
        migrations.AddConstraint(
            model_name="comparison",
            constraint=models.UniqueConstraint(fields=("consultation", "made_from"), name="one_comparison_per_state"),
        ),
        migrations.AddIndex(
            model_name="division",
            index=models.Index(fields=["rendition", "place"], name="division_of_a_place"),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.UniqueConstraint(condition=models.Q(("division", None)), fields=("run", "position"), name="one_comment_per_position"),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.UniqueConstraint(condition=models.Q(("division__isnull", False)), fields=("division", "position"), name="one_comment_per_place_in_division"),
        ),
        migrations.AddConstraint(
            model_name="grouping",
            constraint=models.UniqueConstraint(condition=models.Q(("found", False)), fields=("consultation", "made_from"), name="one_grouping_per_state"),
        ),
    ]
