"""Points of results for single responses, filled from what is published; and subscriptions."""

from django.db import migrations, models
from django.db.models.deletion import PROTECT

from innspill.shared.journal.frozen import frozen
from innspill.stages.publication.core.points import points_of

_ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def fill(apps, schema_editor):
    results = apps.get_model("publication", "PublishedResult").objects
    points = apps.get_model("publication", "PublishedPoint").objects
    for pk in list(results.filter(taken_down_at=None).values_list("pk", flat=True)):
        row = results.get(pk=pk)
        points.bulk_create(
            points.model(result=row, **vars(point)) for point in points_of(row.content)
        )


class Migration(migrations.Migration):

    dependencies = [("publication", "0006_walls"), ("consultations", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="PublishedPoint",
            fields=[
                ("id", _ID),
                ("number", models.PositiveIntegerField()),
                ("question", models.CharField(blank=True, max_length=60)),
                ("text", models.TextField()),
                ("outcome", models.CharField(max_length=20)),
                ("reason", models.TextField()),
                ("result", models.ForeignKey(on_delete=PROTECT, related_name="points", to="publication.publishedresult")),
            ],
            options={
                "ordering": ["id"],
                "indexes": [models.Index(fields=["result", "number"], name="points_of_a_response")],
            },
        ),
        migrations.CreateModel(
            name="Subscription",
            fields=[
                ("id", _ID),
                ("email", models.EmailField(max_length=320)),
                ("language", models.CharField(max_length=2)),
                ("key", models.CharField(max_length=64, unique=True)),
                ("asked_at", models.DateTimeField()),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("told_until", models.DateTimeField(null=True)),
                ("told_at", models.DateTimeField(null=True)),
                ("consultation", models.ForeignKey(on_delete=PROTECT, related_name="subscriptions", to="consultations.consultation")),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(fields=("consultation", "email"), name="one_subscription_per_address"),
                ],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
        frozen("publication_publishedpoint", but=()),
    ]
