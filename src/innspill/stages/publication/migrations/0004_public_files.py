"""The public files of responses, built anew from what may be told."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("publication", "0003_listing")]

    operations = [
        migrations.CreateModel(
            name="PublicFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=100)),
                ("media_type", models.CharField(max_length=100)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("size", models.PositiveIntegerField(default=0)),
                ("state", models.CharField(choices=[("built", "Built"), ("refused", "Refused")], max_length=10)),
                ("reason", models.CharField(blank=True, max_length=40)),
                ("at", models.DateTimeField()),
                ("rendition", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="files", to="publication.rendition")),
            ],
            options={
                "ordering": ["rendition_id", "position"],
                "constraints": [models.UniqueConstraint(fields=("rendition", "position"), name="one_public_file_per_place")],
            },
        ),
    ]
