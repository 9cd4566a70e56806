"""Refused files may be tried again, and no row of a public file is changed."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from innspill.shared.journal.frozen import frozen


class Migration(migrations.Migration):

    dependencies = [
        ("publication", "0008_wishes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AnotherAttempt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("rendition", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="asked_for_again", to="publication.rendition")),
            ],
            options={"ordering": ["id"]},
        ),
        migrations.AlterModelOptions("publicfile", options={"ordering": ["rendition_id", "position", "attempt"]}),
        migrations.RemoveConstraint("publicfile", "one_public_file_per_place"),
        migrations.AddField("publicfile", "attempt", models.PositiveSmallIntegerField(default=1)),
        migrations.AddConstraint(
            "publicfile",
            models.UniqueConstraint(fields=("rendition", "position", "attempt"), name="one_public_file_per_attempt"),
        ),
        migrations.AddConstraint(
            "publicfile",
            models.UniqueConstraint(
                condition=models.Q(("state", "built")),
                fields=("rendition", "position"),
                name="one_public_file_built_per_place",
            ),
        ),
        frozen("publication_publicfile", but=()),
    ]
