from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reports", "0004_what_a_report_rests_on")]

    operations = [
        migrations.AddField("reply", "unsent", models.CharField(blank=True, max_length=20)),
        migrations.RemoveConstraint("reply", "one_reply_to_a_sender"),
        migrations.AddConstraint(
            "reply",
            models.UniqueConstraint(
                fields=["consultation", "number", "position"],
                condition=models.Q(unsent=""),
                name="one_reply_to_a_sender",
            ),
        ),
    ]
