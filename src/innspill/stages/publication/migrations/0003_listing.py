"""Lists of public copies are filtered by columns, filled from the frozen content of each."""

from django.db import migrations, models

from innspill.stages.publication.core.listing import listing_of


def fill(apps, schema_editor):
    renditions = apps.get_model("publication", "Rendition").objects
    for pk in list(renditions.order_by("pk").values_list("pk", flat=True)):
        row = renditions.get(pk=pk)
        listed = listing_of(row.content)
        renditions.filter(pk=pk).update(
            joint=listed.joint,
            remarks=listed.remarks,
            received=listed.received,
            answered=listed.answered,
        )


class Migration(migrations.Migration):

    dependencies = [("publication", "0002_result_taken_down")]

    operations = [
        migrations.AddField("rendition", "joint", models.BooleanField(default=False)),
        migrations.AddField("rendition", "remarks", models.BooleanField(default=True)),
        migrations.AddField("rendition", "received", models.CharField(blank=True, default="", max_length=10), preserve_default=False),
        migrations.AddField("rendition", "answered", models.TextField(blank=True, default=""), preserve_default=False),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
        migrations.AddIndex(
            "rendition",
            models.Index(
                condition=models.Q(("replaced_at__isnull", True)),
                fields=["consultation", "number", "standing", "group", "late", "joint", "remarks"],
                name="public_by_consultation",
            ),
        ),
    ]
