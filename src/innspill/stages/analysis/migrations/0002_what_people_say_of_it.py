"""Judgements belong to what they speak about, not to a row of the machine's; themes, divisions."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from innspill.stages.analysis.core import targets

KINDS = [
    ("stance", "Stance"),
    ("proposal", "Proposal"),
    ("link", "Link"),
    ("mention", "Mention"),
    ("theme", "Theme"),
]
KEY = {"auto_created": True, "primary_key": True, "serialize": False, "verbose_name": "ID"}


def give_targets(apps, _schema):
    """What each suggestion and each judgement of before speaks about."""
    suggestions = apps.get_model("analysis", "Suggestion")
    for row in suggestions.objects.select_related("comment", "run__rendition").iterator():
        row.target = _target(row)
        row.save(update_fields=["target"])
    judgements = apps.get_model("analysis", "Judgement")
    for row in judgements.objects.select_related(
        "suggestion__run__rendition", "suggestion__comment"
    ):
        row.target = row.suggestion.target
        comment = row.suggestion.comment
        row.about = comment.fingerprint if comment else row.target
        row.kind = row.suggestion.kind
        row.suggested = row.suggestion.value
        row.consultation_id = row.suggestion.run.rendition.consultation_id
        row.save()


def give_places(apps, _schema):
    """Where each comment of before stands."""
    for row in apps.get_model("analysis", "Comment").objects.iterator():
        row.place = f"q:{row.question}" if row.question else f"g:{row.paragraph}"
        row.save(update_fields=["place"])


def _target(row):
    if row.comment is None:
        return targets.of_answer(row.run.rendition.content["reference"], row.question)
    if row.kind == "proposal":
        words = row.comment.text[row.detail["start"] : row.detail["end"]]
        return targets.of_proposal(row.comment.fingerprint, words)
    return row.comment.fingerprint


def _user():
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
    )


def _to(model, name, **more):
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name=name, to=model, **more
    )


class Migration(migrations.Migration):
    dependencies = [
        ("analysis", "0001_initial"),
        ("consultations", "0001_initial"),
        ("publication", "0008_wishes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Division",
            fields=[
                ("id", models.BigAutoField(**KEY)),
                ("place", models.CharField(max_length=50)),
                ("at", models.DateTimeField()),
                ("by", _user()),
                ("rendition", _to("publication.rendition", "divisions")),
            ],
            options={"ordering": ["id"]},
        ),
        migrations.AddIndex(
            "division", models.Index(fields=["rendition", "place"], name="division_of_a_place")
        ),
        migrations.CreateModel(
            name="Grouping",
            fields=[
                ("id", models.BigAutoField(**KEY)),
                ("made_from", models.CharField(max_length=64)),
                ("found", models.BooleanField(default=False)),
                ("comments", models.PositiveIntegerField(default=0)),
                ("at", models.DateTimeField()),
                ("consultation", _to("consultations.consultation", "groupings")),
            ],
            options={"ordering": ["id"]},
        ),
        migrations.AddConstraint(
            "grouping",
            models.UniqueConstraint(
                condition=models.Q(("found", False)),
                fields=("consultation", "made_from"),
                name="one_grouping_per_state",
            ),
        ),
        migrations.CreateModel(
            name="Finished",
            fields=[
                ("id", models.BigAutoField(**KEY)),
                ("again", models.BooleanField(default=False)),
                ("state", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("by", _user()),
                ("rendition", _to("publication.rendition", "finished")),
            ],
            options={"ordering": ["id"]},
        ),
        migrations.CreateModel(
            name="Theme",
            fields=[
                ("id", models.BigAutoField(**KEY)),
                ("label", models.CharField(max_length=120)),
                ("description", models.CharField(blank=True, max_length=600)),
                ("phrases", models.JSONField(default=list)),
                ("centre", models.JSONField(default=dict)),
                ("found_by", models.CharField(blank=True, max_length=120)),
                ("touched", models.BooleanField(default=False)),
                ("gone", models.BooleanField(default=False)),
                ("at", models.DateTimeField()),
                ("consultation", _to("consultations.consultation", "themes")),
                ("merged_into", _to("analysis.theme", "merged", null=True)),
                ("parent", _to("analysis.theme", "parts", null=True)),
            ],
            options={"ordering": ["id"]},
        ),
        migrations.CreateModel(
            name="ThemeChange",
            fields=[
                ("id", models.BigAutoField(**KEY)),
                ("verb", models.CharField(max_length=20)),
                ("before", models.JSONField(default=dict)),
                ("after", models.JSONField(default=dict)),
                ("at", models.DateTimeField()),
                ("by", _user()),
                ("theme", _to("analysis.theme", "changes")),
            ],
            options={"ordering": ["id"]},
        ),
        migrations.AddField("comparison", "passages", models.JSONField(default=list)),
        migrations.AddField(
            "comment", "division", _to("analysis.division", "comments", null=True)
        ),
        migrations.AddField("comment", "place", models.CharField(default="", max_length=50)),
        migrations.AddField("comment", "remainder", models.CharField(blank=True, max_length=20)),
        migrations.RemoveConstraint("comment", "one_comment_per_position"),
        migrations.AddConstraint(
            "comment",
            models.UniqueConstraint(
                condition=models.Q(("division", None)),
                fields=("run", "position"),
                name="one_comment_per_position",
            ),
        ),
        migrations.AddConstraint(
            "comment",
            models.UniqueConstraint(
                condition=models.Q(("division__isnull", False)),
                fields=("division", "position"),
                name="one_comment_per_place_in_division",
            ),
        ),
        migrations.AlterField(
            "suggestion", "kind", models.CharField(choices=KINDS, max_length=20)
        ),
        migrations.AddField(
            "suggestion", "source", models.CharField(blank=True, max_length=120)
        ),
        migrations.AddField(
            "suggestion", "target", models.CharField(db_index=True, default="", max_length=64)
        ),
        migrations.AddField(
            "judgement", "consultation", _to("consultations.consultation", "judgements", null=True)
        ),
        migrations.AddField(
            "judgement", "about", models.CharField(db_index=True, default="", max_length=64)
        ),
        migrations.AddField("judgement", "detail", models.JSONField(default=dict)),
        migrations.AddField(
            "judgement", "kind", models.CharField(choices=KINDS, default="", max_length=20)
        ),
        migrations.AddField("judgement", "source", models.CharField(blank=True, max_length=120)),
        migrations.AddField("judgement", "suggested", models.CharField(blank=True, max_length=300)),
        migrations.AddField(
            "judgement", "target", models.CharField(db_index=True, default="", max_length=64)
        ),
        migrations.RunPython(give_targets, migrations.RunPython.noop),
        migrations.RunPython(give_places, migrations.RunPython.noop),
    ]
