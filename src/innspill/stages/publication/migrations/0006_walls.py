"""What the public reads stands in its own tables: which response took a copy's place, and when
something came or went last. Copies and results are frozen from here on.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Max

from innspill.shared.journal.frozen import frozen


def fill(apps, schema_editor):
    renditions = apps.get_model("publication", "Rendition").objects
    superseded = renditions.filter(response__superseded_by__isnull=False)
    numbers = superseded.values_list("pk", "response__superseded_by__number")
    for pk, number in list(numbers):
        renditions.filter(pk=pk).update(superseded_by=number)
    results = apps.get_model("publication", "PublishedResult").objects
    held = {}
    for rows, went in ((renditions, "replaced_at"), (results, "taken_down_at")):
        times = rows.order_by().values_list("consultation").annotate(Max("published_at"), Max(went))
        for hearing, *found in times:
            held.setdefault(hearing, []).extend(at for at in found if at is not None)
    changes = apps.get_model("publication", "LastChange").objects
    for hearing, found in held.items():
        changes.create(consultation_id=hearing, at=max(found))


class Migration(migrations.Migration):

    dependencies = [
        ("consultations", "0001_initial"),
        ("register", "0003_kinds"),
        ("publication", "0005_marks"),
    ]

    operations = [
        migrations.AddField("rendition", "superseded_by", models.PositiveIntegerField(null=True)),
        migrations.CreateModel(
            name="LastChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("consultation", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="last_change", to="consultations.consultation")),
            ],
        ),
        migrations.CreateModel(
            name="PublicSum",
            fields=[
                ("consultation_id", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ("side", models.CharField(max_length=20)),
                ("what", models.CharField(max_length=40)),
                ("many", models.PositiveBigIntegerField()),
            ],
            options={"managed": False},
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
        frozen("publication_rendition", but=("replaced_at", "superseded_by")),
        frozen("publication_publishedresult", but=("taken_down_at",)),
    ]
