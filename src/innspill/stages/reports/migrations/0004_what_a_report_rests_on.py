from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reports", "0003_parts_kinds_and_replies")]

    operations = [
        migrations.AddField("report", "copies", models.JSONField(null=True)),
        migrations.AddField("report", "quotes_gone", models.JSONField(default=list)),
    ]
